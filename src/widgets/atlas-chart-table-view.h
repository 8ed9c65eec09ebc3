/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-chart-table.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_CHART_TABLE_VIEW (atlas_chart_table_view_get_type ())

/* The figures behind a chart, as a table. */
G_DECLARE_FINAL_TYPE (AtlasChartTableView,
                      atlas_chart_table_view,
                      ATLAS,
                      CHART_TABLE_VIEW,
                      GtkWidget)

GtkWidget *atlas_chart_table_view_new (void);

/* Takes the table; NULL for none. */
void atlas_chart_table_view_take_table (AtlasChartTableView *self,
                                        AtlasChartTable *table);

G_END_DECLS
