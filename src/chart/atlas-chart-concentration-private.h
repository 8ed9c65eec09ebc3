/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-private.h"

G_BEGIN_DECLS

/*
 *   atlas-chart-concentration.c       which clusters, in which order, and words
 *   atlas-chart-concentration-draw.c  where strips, names and scales stand
 */

/* One cluster and what it is sorted by. */
typedef struct
{
  guint profile;
  double value;
  char *key;
} AtlasConcentrationLine;

/* Whether lines are sorted by the sum of the first three holders. */
gboolean atlas_concentration_uses_top_three (const AtlasChart *chart);

/* What a line is sorted by and labelled with. */
AtlasInterval atlas_concentration_get_value (const AtlasChart *chart,
                                             guint profile,
                                             AtlasKind kind);

gboolean atlas_concentration_is_known (const AtlasChart *chart,
                                       guint profile,
                                       AtlasKind kind);

char *atlas_concentration_dup_value (const AtlasChart *chart,
                                     guint profile,
                                     AtlasKind kind);

/* The clusters that have a value, the most concentrated first. */
GArray *atlas_concentration_create_lines (const AtlasChart *chart);

double atlas_concentration_measure (const AtlasChart *chart,
                                    AtlasText *text,
                                    const AtlasTheme *theme,
                                    double width);

/* The same where strips may take all the room they have use for. */
double atlas_concentration_measure_most (const AtlasChart *chart,
                                         AtlasText *text,
                                         const AtlasTheme *theme,
                                         double width);

void atlas_concentration_layout (const AtlasChart *chart,
                                 AtlasChartLayout *layout,
                                 AtlasBox body);

G_END_DECLS
