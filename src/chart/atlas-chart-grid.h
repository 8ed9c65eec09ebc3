/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-private.h"

G_BEGIN_DECLS

/* A table that is part of a drawn chart. A row with nothing but its first cell
 * is a heading of those below it. */
double atlas_grid_measure (const AtlasChartTable *table,
                           AtlasText *text,
                           double width,
                           double unit);

/* Whether every word of it keeps whole at a width. */
gboolean atlas_grid_fits (const AtlasChartTable *table,
                          AtlasText *text,
                          double width,
                          double unit);

/* Draws @table into a box; every row becomes a mark of the chart that speaks
 * its cells. */
void atlas_grid_layout (const AtlasChartTable *table,
                        AtlasChartLayout *layout,
                        AtlasBox box,
                        double unit);

G_END_DECLS
