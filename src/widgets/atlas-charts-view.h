/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-chart-view.h"
#include "atlas-session.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_CHARTS_VIEW (atlas_charts_view_get_type ())

/**
 * AtlasChartsView:
 *
 * The page of charts: a list of kinds, the options of the one chosen, and the
 * chart. It follows what is visible and what is selected in its session.
 *
 * Actions: `charts.show-table` (a toggle), `charts.copy`. Export and printing
 * are the window's: `win.export-chart` and `win.print-chart`, which ask
 * atlas_charts_view_get_chart() what to write.
 */
G_DECLARE_FINAL_TYPE (AtlasChartsView,
                      atlas_charts_view,
                      ATLAS,
                      CHARTS_VIEW,
                      GtkWidget)

GtkWidget *atlas_charts_view_new (AtlasSession *session);

AtlasSession *atlas_charts_view_get_session (AtlasChartsView *self);

/* What is shown now; %NULL when nothing is open. */
AtlasChart *atlas_charts_view_get_chart (AtlasChartsView *self);

AtlasChartView *atlas_charts_view_get_chart_view (AtlasChartsView *self);

gboolean atlas_charts_view_get_has_data (AtlasChartsView *self);

AtlasChartKind atlas_charts_view_get_kind (AtlasChartsView *self);

/* FALSE where the page does not show charts of this kind. */
gboolean
atlas_charts_view_set_kind (AtlasChartsView *self, AtlasChartKind kind);

/* The chosen kind and options, for project files: a vardict. */
GVariant *atlas_charts_view_dup_state (AtlasChartsView *self);

void atlas_charts_view_restore_state (AtlasChartsView *self, GVariant *state);

G_END_DECLS
