/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-scale.h"
#include "atlas-chart-story.h"

G_BEGIN_DECLS

/* Space below the years, in points at a text scale of 1. */
#define ATLAS_EDITIONS_HEAD_GAP 6.0

double atlas_editions_map (const AtlasChart *chart,
                           const AtlasScale *scale,
                           AtlasBox field,
                           double value);

/* Height of the lines alone. */
double atlas_editions_measure_field (const AtlasChart *chart,
                                     const AtlasStory *story,
                                     AtlasText *text,
                                     double unit);

/* Lines, dots, years and labels. */
void atlas_editions_add_field (AtlasChartLayout *layout,
                               const AtlasChart *chart,
                               const AtlasStory *story,
                               AtlasBox body);

/* The labels of one edition, and the width they take at most. */
GArray *atlas_editions_create_labels (const AtlasChart *chart,
                                      const AtlasStory *story,
                                      const AtlasScale *scale,
                                      AtlasBox field,
                                      guint year);

double atlas_editions_measure_labels (const GArray *labels,
                                      AtlasText *text,
                                      double gap,
                                      double most);

/* Adds them to a column, those of @strong in bold; @field_x is where their dots
 * are. */
void atlas_editions_add_labels (AtlasChartLayout *layout,
                                GArray *labels,
                                const GPtrArray *strong,
                                AtlasBox column,
                                double field_x,
                                AtlasAlign align);

/* Names clusters that only editions between list, beside the last of their dots
 * of @radius; not where there is no room that is free of lines. */
void atlas_editions_add_inner_labels (AtlasChartLayout *layout,
                                      const AtlasChart *chart,
                                      const AtlasStory *story,
                                      const AtlasScale *scale,
                                      AtlasBox field,
                                      double radius);

G_END_DECLS
