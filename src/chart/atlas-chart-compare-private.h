/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-private.h"

G_BEGIN_DECLS

/*
 * How clusters are compared
 *
 *   atlas-chart-compare.c          words and panels
 *   atlas-chart-compare-figures.c  the figures, their differences, as a table
 *   atlas-chart-compare-table.c    that table as it is drawn
 */

/* Figures that titles are made of. */
typedef enum
{
  ATLAS_FIGURE_FIRST_APPLICANT,
  ATLAS_FIGURE_THREE_APPLICANTS,
  ATLAS_FIGURE_FIRST_PUBLISHER,
} AtlasFigure;

/* How many of the clusters are compared. */
guint atlas_compare_count (const AtlasChart *chart);

gboolean atlas_compare_has_figures (const AtlasChart *chart);

/* What is known of a figure of one cluster. */
AtlasInterval atlas_compare_get_interval (const AtlasChart *chart,
                                          AtlasFigure figure,
                                          guint profile);

/* A line for each figure, a column for each cluster and each difference. */
void atlas_compare_fill_table (const AtlasChart *chart, AtlasChartTable *table);

/* The same of one output for narrow places: a line for each figure, and one for
 * each cluster under it. */
AtlasChartTable *
atlas_compare_create_narrow_table (const AtlasChart *chart, AtlasKind kind);

/* The table below the panels. */
double atlas_compare_measure_table (const AtlasChart *chart,
                                    AtlasText *text,
                                    double width,
                                    double unit);

void atlas_compare_layout_table (const AtlasChart *chart,
                                 AtlasChartLayout *layout,
                                 AtlasBox box,
                                 double unit);

G_END_DECLS
