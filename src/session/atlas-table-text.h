/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-table.h"

G_BEGIN_DECLS

/**
 * AtlasRowScope:
 * @ATLAS_ROWS_SELECTED: the selected rows that are shown
 * @ATLAS_ROWS_SHOWN: the rows that are shown, in their order
 * @ATLAS_ROWS_ALL: all rows, in the order of loading
 *
 * Which rows of a table are copied, exported or counted.
 */
typedef enum
{
  ATLAS_ROWS_SELECTED,
  ATLAS_ROWS_SHOWN,
  ATLAS_ROWS_ALL,
} AtlasRowScope;

/* @cells are as many as the head has; @is_text tells which of them are text,
 * not numbers. */
typedef void (*AtlasCellsFunc) (const char *const *cells,
                                const gboolean *is_text,
                                guint n_cells,
                                gpointer user_data);

void atlas_table_foreach_row (AtlasTable *self,
                              AtlasRowScope scope,
                              AtlasCellsFunc func,
                              gpointer user_data);

char **atlas_table_dup_head (AtlasTable *self);

char *
atlas_table_to_tsv (AtlasTable *self, AtlasRowScope scope, gboolean headers);

char *
atlas_table_to_html (AtlasTable *self, AtlasRowScope scope, gboolean headers);

char *atlas_table_to_csv (AtlasTable *self, AtlasRowScope scope);

/**
 * AtlasStatistics:
 * @n_rows: number of rows
 * @n_values: number of them that give a value
 * @minimum: smallest value
 * @median: middle value
 * @mean: arithmetic mean
 * @maximum: largest value
 * @sum: sum; NaN where it means nothing
 *
 * What can be said of a column. All NaN without a value.
 */
typedef struct
{
  guint n_rows;
  guint n_values;
  double minimum;
  double median;
  double mean;
  double maximum;
  double sum;
} AtlasStatistics;

void atlas_table_compute_statistics (AtlasTable *self,
                                     AtlasRowScope scope,
                                     guint column,
                                     AtlasStatistics *statistics);

G_END_DECLS
