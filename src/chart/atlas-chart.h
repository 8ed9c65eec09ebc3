/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "atlas-aliases.h"
#include "atlas-network.h"
#include "atlas-profile.h"
#include "atlas-theme.h"

G_BEGIN_DECLS

/* What a chart shows; the nicks are the KINDs of the command line. */
typedef enum
{
  ATLAS_CHART_APPLICANTS,
  ATLAS_CHART_PUBLISHERS,
  ATLAS_CHART_SHARES,
  ATLAS_CHART_MULTIPLES,
  ATLAS_CHART_COMPARE,
  ATLAS_CHART_CONCENTRATION,
  ATLAS_CHART_POSITION,
  ATLAS_CHART_EDITIONS,
  ATLAS_CHART_FIELDS,
  ATLAS_CHART_NETWORK,
  ATLAS_CHART_MATRIX,
} AtlasChartKind;

#define ATLAS_N_CHART_KINDS (ATLAS_CHART_MATRIX + 1)

/**
 * AtlasMark:
 * @x: left edge of the box that answers to the pointer, in points
 * @y: top edge
 * @width: width of the box
 * @height: height of the box
 * @label: what it stands for, whole, never shortened
 * @spoken: a sentence for a screen reader and the tooltip
 * @profile: index of the profile it belongs to, -1 for none
 * @place: index of the place it stands for, -1 for none
 * @line: line of the source file that the value came from, 0 for none
 *
 * A bar, a dot or a node: one thing in a chart that can be pointed at, reached
 * by keyboard and spoken.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  const char *label;
  const char *spoken;
  gssize profile;
  gssize place;
  guint32 line;
} AtlasMark;

typedef enum
{
  ATLAS_MARK_HOVER = 1 << 0,
  ATLAS_MARK_FOCUS = 1 << 1,
  ATLAS_MARK_SELECTED = 1 << 2,
} AtlasMarkState;

/**
 * AtlasChart:
 *
 * What is to be drawn: the kind, a snapshot of the profiles, the options. It
 * knows no size, no colours and no widget. Immutable after the options are
 * set, and counted; may be laid out on a worker.
 */
typedef struct _AtlasChart AtlasChart;

/**
 * AtlasChartLayout:
 *
 * A chart laid out for one size and theme. Drawing, hit test and description
 * read this one immutable struct. Sizes are in points.
 */
typedef struct _AtlasChartLayout AtlasChartLayout;

const char *atlas_chart_kind_get_nick (AtlasChartKind kind);

gboolean atlas_chart_kind_from_nick (const char *nick, AtlasChartKind *kind);

/* @profiles are referenced, @aliases may be NULL. @network may be NULL; the
 * network kinds need it, measured and arranged. */
AtlasChart *atlas_chart_new (AtlasChartKind kind,
                             const AtlasProfile *const *profiles,
                             gsize n_profiles,
                             const AtlasAliases *aliases,
                             AtlasNetwork *network);

AtlasChart *atlas_chart_ref (AtlasChart *self);

void atlas_chart_unref (AtlasChart *self);

AtlasChartKind atlas_chart_get_kind (const AtlasChart *self);

/* Title and subtitle as drawn. */
char *atlas_chart_dup_title (const AtlasChart *self);

char *atlas_chart_dup_subtitle (const AtlasChart *self);

/* One sentence with the finding, for a screen reader and for the alternative
 * text of a figure. */
char *atlas_chart_dup_description (const AtlasChart *self);

/* Height that the chart wants at @width, in points. */
double atlas_chart_measure (const AtlasChart *self,
                            const AtlasTheme *theme,
                            double width);

AtlasChartLayout *atlas_chart_layout (AtlasChart *self,
                                      const AtlasTheme *theme,
                                      double width,
                                      double height);

AtlasChartLayout *atlas_chart_layout_ref (AtlasChartLayout *self);

void atlas_chart_layout_unref (AtlasChartLayout *self);

void atlas_chart_layout_get_size (const AtlasChartLayout *self,
                                  double *width,
                                  double *height);

/* Draws with the top left corner at the origin of @cr. FALSE and @error when
 * cairo reports a fault. */
gboolean atlas_chart_layout_draw (const AtlasChartLayout *self,
                                  cairo_t *cr,
                                  GError **error);

guint atlas_chart_layout_get_n_marks (const AtlasChartLayout *self);

const AtlasMark *
atlas_chart_layout_get_mark (const AtlasChartLayout *self, guint mark);

/* Index of the mark at a point, or -1. */
int atlas_chart_layout_hit (const AtlasChartLayout *self, double x, double y);

/* Draws the emphasis of one mark above a drawn chart. */
void atlas_chart_layout_draw_mark (const AtlasChartLayout *self,
                                   cairo_t *cr,
                                   guint mark,
                                   AtlasMarkState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasChart, atlas_chart_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasChartLayout, atlas_chart_layout_unref)

G_END_DECLS
