/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "atlas-theme.h"

G_BEGIN_DECLS

/**
 * AtlasTextStyle:
 * @ATLAS_TEXT_TITLE: what the chart shows
 * @ATLAS_TEXT_SUBTITLE: measure, place and period
 * @ATLAS_TEXT_HEADING: title of one of several panels
 * @ATLAS_TEXT_LABEL: names
 * @ATLAS_TEXT_STRONG: a name to look at
 * @ATLAS_TEXT_VALUE: figures; digits of one width
 * @ATLAS_TEXT_VALUE_STRONG: the figure to look at
 * @ATLAS_TEXT_TICK: figures along a scale
 * @ATLAS_TEXT_NOTE: notes and the source line
 */
typedef enum
{
  ATLAS_TEXT_TITLE,
  ATLAS_TEXT_SUBTITLE,
  ATLAS_TEXT_HEADING,
  ATLAS_TEXT_LABEL,
  ATLAS_TEXT_STRONG,
  ATLAS_TEXT_VALUE,
  ATLAS_TEXT_VALUE_STRONG,
  ATLAS_TEXT_TICK,
  ATLAS_TEXT_NOTE,
} AtlasTextStyle;

#define ATLAS_N_TEXT_STYLES (ATLAS_TEXT_NOTE + 1)

typedef enum
{
  ATLAS_ALIGN_START,
  ATLAS_ALIGN_CENTER,
  ATLAS_ALIGN_END,
} AtlasAlign;

/**
 * AtlasTextSize:
 * @width: of the widest line
 * @height: of all lines
 * @shortened: whether something was left out, marked by "…"
 *
 * The room a text takes, in points.
 */
typedef struct
{
  double width;
  double height;
  gboolean shortened;
} AtlasTextSize;

/**
 * AtlasText:
 *
 * All text of charts goes through this. It measures and draws in points, the
 * same at every scale, and never reads markup. One for each thread that draws.
 */
typedef struct _AtlasText AtlasText;

AtlasText *atlas_text_new (const AtlasTheme *theme);

void atlas_text_free (AtlasText *self);

/* Room of @text on at most @max_lines lines of at most @max_width points; 0
 * for a width without bound. */
AtlasTextSize atlas_text_measure (AtlasText *self,
                                  const char *text,
                                  AtlasTextStyle style,
                                  double max_width,
                                  guint max_lines);

/* Draws into a box of @width; the top left corner at the current point of no
 * path: at @x, @y. */
void atlas_text_draw (AtlasText *self,
                      cairo_t *cr,
                      const char *text,
                      AtlasTextStyle style,
                      AtlasAlign align,
                      double x,
                      double y,
                      double width,
                      guint max_lines);

/* Draws what surrounds the letters that atlas_text_draw() would draw. */
void atlas_text_draw_halo (AtlasText *self,
                           cairo_t *cr,
                           const char *text,
                           AtlasTextStyle style,
                           AtlasAlign align,
                           double x,
                           double y,
                           double width,
                           guint max_lines,
                           double reach);

double atlas_text_get_line_height (AtlasText *self, AtlasTextStyle style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasText, atlas_text_free)

G_END_DECLS
