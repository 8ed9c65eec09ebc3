/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The family of all text in a report, charts included. */
#define ATLAS_REPORT_FONT "Sans"

typedef enum
{
  ATLAS_PRESS_INK,
  ATLAS_PRESS_MUTED,
  ATLAS_PRESS_ACCENT,
  ATLAS_PRESS_HAIRLINE,
  ATLAS_PRESS_TINT,
  ATLAS_PRESS_PAPER,
} AtlasPress;

#define ATLAS_N_PRESSES (ATLAS_PRESS_PAPER + 1)

typedef enum
{
  ATLAS_STYLE_COVER_TITLE,
  ATLAS_STYLE_COVER_SUBTITLE,
  ATLAS_STYLE_COVER_LABEL,
  ATLAS_STYLE_COVER_TEXT,
  ATLAS_STYLE_HEADING_1,
  ATLAS_STYLE_HEADING_1_LONG,
  ATLAS_STYLE_HEADING_2,
  ATLAS_STYLE_HEADING_3,
  ATLAS_STYLE_LEAD,
  ATLAS_STYLE_BODY,
  ATLAS_STYLE_STRONG,
  ATLAS_STYLE_VALUE,
  ATLAS_STYLE_VALUE_SMALL,
  ATLAS_STYLE_LABEL,
  ATLAS_STYLE_UNIT,
  ATLAS_STYLE_CAPTION,
  ATLAS_STYLE_CELL,
  ATLAS_STYLE_CELL_STRONG,
  ATLAS_STYLE_CELL_HEAD,
  ATLAS_STYLE_FOOTER,
} AtlasStyle;

#define ATLAS_N_STYLES (ATLAS_STYLE_FOOTER + 1)

/**
 * AtlasTypesetter:
 *
 * Makes text layouts in the few styles of a report. Measures the same for
 * every surface. Belongs to one thread.
 */
typedef struct _AtlasTypesetter AtlasTypesetter;

/* @language may be NULL for English. */
AtlasTypesetter *
atlas_typesetter_new (const char *language, gboolean right_to_left);

gboolean atlas_typesetter_is_right_to_left (const AtlasTypesetter *self);

void atlas_typesetter_free (AtlasTypesetter *self);

PangoLayout *atlas_typesetter_set (AtlasTypesetter *self,
                                   AtlasStyle style,
                                   const char *text,
                                   double width,
                                   PangoAlignment align);

double
atlas_typesetter_get_line_height (AtlasTypesetter *self, AtlasStyle style);

/* Whether a text surely stands on one line of that width. */
gboolean atlas_typesetter_surely_fits (AtlasTypesetter *self,
                                       AtlasStyle style,
                                       const char *text,
                                       double width);

double atlas_style_get_size (AtlasStyle style);

AtlasPress atlas_style_get_ink (AtlasStyle style);

void atlas_press_get_rgb (AtlasPress ink,
                          gboolean grey,
                          double *r,
                          double *g,
                          double *b);

void atlas_layout_get_size (PangoLayout *layout, double *width, double *height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTypesetter, atlas_typesetter_free)

G_END_DECLS
