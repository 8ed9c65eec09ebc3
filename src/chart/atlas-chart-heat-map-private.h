/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-heat-map.h"

G_BEGIN_DECLS

/* Measures in points at a text scale of 1. */
#define ATLAS_HEAT_MAP_CELL_GAP 1.5
#define ATLAS_HEAT_MAP_LABEL_GAP 8.0
#define ATLAS_HEAT_MAP_BLOCK_GAP 16.0
#define ATLAS_HEAT_MAP_HEAD_GAP 5.0
#define ATLAS_HEAT_MAP_MAX_HEAD_LINES 4

/* A field, and what all clusters have of it together, to order them by. */
typedef struct
{
  char *key;
  const char *name;
  double sum;
} AtlasHeatMapField;

struct _AtlasHeatMap
{
  const AtlasChart *chart;
  AtlasKind kind;
  double unit;
  GPtrArray *fields;
  GArray *profiles;
  GHashTable *cells;
  double highest;
  gboolean fields_across;
  double label_width;
  double cell_width;
  guint n_columns;
};

guint atlas_heat_map_count_rows (const AtlasHeatMap *self);

guint atlas_heat_map_count_columns (const AtlasHeatMap *self);

char *atlas_heat_map_dup_label (const AtlasHeatMap *self,
                                guint index,
                                gboolean above);

const AtlasField *atlas_heat_map_get_field (const AtlasHeatMap *self,
                                            guint row,
                                            guint column,
                                            guint *profile);

double atlas_heat_map_measure_names (const AtlasHeatMap *self,
                                     AtlasText *text,
                                     guint first);

double atlas_heat_map_measure_row (const AtlasHeatMap *self,
                                   AtlasText *text,
                                   guint row);

double atlas_heat_map_measure_block (const AtlasHeatMap *self,
                                     AtlasText *text,
                                     guint first);

G_END_DECLS
