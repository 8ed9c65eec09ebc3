/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-private.h"
#include "atlas-chart-scale.h"

G_BEGIN_DECLS

/*
 * How the chart of positions is made
 *
 *   atlas-chart-position.c        figures, words, table
 *   atlas-chart-position-draw.c   axes, dots and their names
 *   atlas-chart-position-legend.c economies, by shape and colour
 */

/* Measures in points at a text scale of 1. */
#define ATLAS_POSITION_DOT 8.0
#define ATLAS_POSITION_OUTLINE 0.7

/* One of the two figures that a dot stands for. */
typedef struct
{
  const char *title;
  const char *column;
  gboolean rank;
  gsize offset;
} AtlasPositionAxis;

/* An economy and how it is drawn. */
typedef struct
{
  const char *name;
  guint n;
  AtlasShape shape;
  AtlasInk ink;
} AtlasEconomy;

const AtlasPositionAxis *atlas_position_get_axes (const AtlasChart *chart);

const AtlasNumber *
atlas_position_get_number (const AtlasChart *chart, guint profile, guint axis);

gboolean atlas_position_is_drawn (const AtlasChart *chart, guint profile);

guint atlas_position_count_drawn (const AtlasChart *chart);

double atlas_position_get_dot_size (const AtlasChart *chart);

void atlas_position_init_scale (const AtlasChart *chart,
                                guint axis,
                                AtlasScale *scale);

/* Height of all but the field of dots. */
double atlas_position_measure_around (const AtlasChart *chart,
                                      AtlasText *text,
                                      double width,
                                      double unit);

void atlas_position_layout (const AtlasChart *chart,
                            AtlasChartLayout *layout,
                            AtlasBox body);

GArray *atlas_economies_new (const AtlasChart *chart);

const AtlasEconomy *
atlas_economies_find (const GArray *economies, const char *name);

/* The height of the legend; it is added where there is a layout. */
double atlas_economies_walk_legend (const AtlasChart *chart,
                                    const GArray *economies,
                                    AtlasText *text,
                                    double unit,
                                    AtlasChartLayout *layout,
                                    AtlasBox box);

G_END_DECLS
