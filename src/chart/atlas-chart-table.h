/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasCell:
 * @text: what is shown
 * @plain: the number as data, or the text itself
 * @numeric: whether @plain is a number
 *
 * A cell of the table behind a chart. Both texts are empty where there is no
 * value.
 */
typedef struct
{
  const char *text;
  const char *plain;
  gboolean numeric;
} AtlasCell;

/**
 * AtlasChartTable:
 *
 * The figures of a chart in rows and columns.
 */
typedef struct _AtlasChartTable AtlasChartTable;

AtlasChartTable *atlas_chart_table_new (void);

void atlas_chart_table_free (AtlasChartTable *self);

/* All columns come before the first row. */
void atlas_chart_table_add_column (AtlasChartTable *self,
                                   const char *title,
                                   gboolean numeric);

void atlas_chart_table_add_row (AtlasChartTable *self);

/* Fills the next cell of the last row. @text may be NULL for no value. */
void atlas_chart_table_add_text (AtlasChartTable *self, const char *text);

void atlas_chart_table_add_value (AtlasChartTable *self,
                                  const char *text,
                                  double value);

guint atlas_chart_table_get_n_columns (const AtlasChartTable *self);

guint atlas_chart_table_get_n_rows (const AtlasChartTable *self);

const char *
atlas_chart_table_get_title (const AtlasChartTable *self, guint column);

gboolean
atlas_chart_table_is_numeric (const AtlasChartTable *self, guint column);

const AtlasCell *atlas_chart_table_get_cell (const AtlasChartTable *self,
                                             guint row,
                                             guint column);

/* The table as text to paste: plain numbers, no formulas. */
char *atlas_chart_table_to_tsv (const AtlasChartTable *self);

/* The table as shown, as an HTML fragment. */
char *atlas_chart_table_to_html (const AtlasChartTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasChartTable, atlas_chart_table_free)

G_END_DECLS
