/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-view.h"

G_BEGIN_DECLS

/*
 * How the view of a chart is made
 *
 *   atlas-chart-view.c        the widget: chart, theme, layout, size
 *   atlas-chart-view-layout.c layouts, on a worker where they are large
 *   atlas-chart-view-input.c  keys, pointer, tooltip, menu
 *   atlas-chart-view-scroll.c what is in sight, keyboard included
 *   atlas-chart-view-draw.c   bands in sight, emphasis of marks
 */

/* Pixels for each point at a scale of 1: 96 dots per inch. */
#define ATLAS_PIXELS_PER_POINT (96.0 / 72.0)

#define ATLAS_NO_MARK (-1)

/* A chart of more profiles than this is laid out on a worker. */
#define ATLAS_CHART_HEAVY 40

struct _AtlasChartView
{
  GtkWidget parent_instance;

  AtlasChart *chart;
  AtlasTheme theme;
  char *font_family;

  AtlasChartLayout *layout;
  int layout_width;
  int layout_height;
  int known_height;
  GCancellable *cancellable;
  int pending_width;
  int pending_room;

  GHashTable *bands;
  GArray *selected;
  int hover;
  int focus;

  GtkAdjustment *scroll;
  gboolean scroll_pending;
  GtkWidget *menu;
};

/* Sees to a layout for a width and a height, in pixels; what is shown until a
 * worker is done stays. */
void atlas_chart_view_ensure_layout (AtlasChartView *self, int width, int room);

void atlas_chart_view_forget_layout (AtlasChartView *self);

void atlas_chart_view_cancel_job (AtlasChartView *self);

void atlas_chart_view_update_accessible (AtlasChartView *self);

guint atlas_chart_view_count_marks (AtlasChartView *self);

/* NULL for none. */
const AtlasMark *atlas_chart_view_get_mark (AtlasChartView *self, int mark);

void atlas_chart_view_add_controllers (AtlasChartView *self);

gboolean atlas_chart_view_query_tooltip (GtkWidget *widget,
                                         int x,
                                         int y,
                                         gboolean keyboard,
                                         GtkTooltip *tooltip);

/* Brings the mark that has the keyboard into sight; later, where the view is
 * still to grow. */
void atlas_chart_view_scroll_to_focus (AtlasChartView *self);

void atlas_chart_view_follow_scroll (AtlasChartView *self);

void atlas_chart_view_drop_scroll (AtlasChartView *self);

void atlas_chart_view_draw (AtlasChartView *self, GtkSnapshot *snapshot);

void atlas_chart_view_forget_bands (AtlasChartView *self);

G_END_DECLS
