/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-chart.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_CHART_VIEW (atlas_chart_view_get_type ())

/**
 * AtlasChartView:
 *
 * Shows one chart, as high as it wants to be at the width it gets. Every mark
 * can be pointed at, reached by arrow keys and is spoken.
 *
 * Signals
 *  - `mark-selected (guint mark, gboolean extend)`: a mark was clicked, or
 *    Enter or space pressed on it; @extend with Ctrl or Shift.
 *  - `mark-activated (guint mark)`: a double click.
 *
 * The context menu offers `chart.copy`, done by the view, and the actions
 * `charts.show-table`, `win.export-chart` and `win.print-chart`, which those
 * around it may have.
 */
G_DECLARE_FINAL_TYPE (AtlasChartView,
                      atlas_chart_view,
                      ATLAS,
                      CHART_VIEW,
                      GtkWidget)

GtkWidget *atlas_chart_view_new (void);

AtlasChart *atlas_chart_view_get_chart (AtlasChartView *self);

void atlas_chart_view_set_chart (AtlasChartView *self, AtlasChart *chart);

/* Shows the marks of these profiles of the chart as selected. */
void atlas_chart_view_set_selected (AtlasChartView *self,
                                    const guint *profiles,
                                    guint n_profiles);

/* %NULL while a first layout is under way. */
AtlasChartLayout *atlas_chart_view_get_layout (AtlasChartView *self);

int atlas_chart_view_get_focus_mark (AtlasChartView *self);

void atlas_chart_view_set_focus_mark (AtlasChartView *self, int mark);

/* The place of a mark in the view, in pixels. */
gboolean atlas_chart_view_get_mark_bounds (AtlasChartView *self,
                                           guint mark,
                                           graphene_rect_t *bounds);

G_END_DECLS
