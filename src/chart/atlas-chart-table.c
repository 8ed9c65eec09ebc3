/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-table.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const char *title;
  gboolean numeric;
} Column;

struct _AtlasChartTable
{
  GStringChunk *strings;
  GArray *columns;
  GArray *cells;
  guint n_rows;
};

/**
 * atlas_chart_table_new:
 *
 * Returns: (transfer full): a table without columns and rows
 */
AtlasChartTable *
atlas_chart_table_new (void)
{
  AtlasChartTable *self = g_new0 (AtlasChartTable, 1);

  self->strings = g_string_chunk_new (1024);
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  self->cells = g_array_new (FALSE, TRUE, sizeof (AtlasCell));

  return self;
}

/**
 * atlas_chart_table_free:
 * @self: (nullable): a table
 *
 * Frees @self and all its strings.
 */
void
atlas_chart_table_free (AtlasChartTable *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->columns);
  g_array_unref (self->cells);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * atlas_chart_table_add_column:
 * @self: a table without rows
 * @title: what stands above the column
 * @numeric: whether it holds numbers
 *
 * Adds a column at the end.
 */
void
atlas_chart_table_add_column (AtlasChartTable *self,
                              const char *title,
                              gboolean numeric)
{
  Column column;

  g_return_if_fail (self != NULL);
  g_return_if_fail (title != NULL);
  g_return_if_fail (self->n_rows == 0);

  column.title = g_string_chunk_insert_const (self->strings, title);
  column.numeric = numeric;
  g_array_append_val (self->columns, column);
}

/**
 * atlas_chart_table_add_row:
 * @self: a table
 *
 * Adds a row at the end. Cells of the row before that were not filled stay
 * empty.
 */
void
atlas_chart_table_add_row (AtlasChartTable *self)
{
  AtlasCell empty = { "", "", FALSE };

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->columns->len > 0);

  while (self->cells->len < self->n_rows * self->columns->len)
    g_array_append_val (self->cells, empty);

  self->n_rows++;
}

static void
add_cell (AtlasChartTable *self,
          const char *text,
          const char *plain,
          gboolean numeric)
{
  AtlasCell cell;

  g_return_if_fail (self->cells->len < self->n_rows * self->columns->len);

  cell.text = g_string_chunk_insert_const (self->strings, text);
  cell.plain = g_string_chunk_insert_const (self->strings, plain);
  cell.numeric = numeric;
  g_array_append_val (self->cells, cell);
}

/**
 * atlas_chart_table_add_text:
 * @self: a table
 * @text: (nullable): what stands in the cell
 *
 * Fills the next cell of the last row.
 */
void
atlas_chart_table_add_text (AtlasChartTable *self, const char *text)
{
  g_return_if_fail (self != NULL);

  if (text == NULL)
    text = "";

  add_cell (self, text, text, FALSE);
}

/**
 * atlas_chart_table_add_value:
 * @self: a table
 * @text: the value as it is shown
 * @value: the same as a number; NaN for no value, which leaves the data empty
 *
 * Fills the next cell of the last row.
 */
void
atlas_chart_table_add_value (AtlasChartTable *self,
                             const char *text,
                             double value)
{
  char plain[G_ASCII_DTOSTR_BUF_SIZE] = "";

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  if (isfinite (value))
    g_ascii_formatd (plain, sizeof plain, "%.10g", value);

  add_cell (self, text, plain, TRUE);
}

/**
 * atlas_chart_table_get_n_columns:
 * @self: a table
 *
 * Returns: the number of columns
 */
guint
atlas_chart_table_get_n_columns (const AtlasChartTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

/**
 * atlas_chart_table_get_n_rows:
 * @self: a table
 *
 * Returns: the number of rows, without the titles
 */
guint
atlas_chart_table_get_n_rows (const AtlasChartTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

/**
 * atlas_chart_table_get_title:
 * @self: a table
 * @column: index of a column
 *
 * Returns: what stands above the column
 */
const char *
atlas_chart_table_get_title (const AtlasChartTable *self, guint column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return g_array_index (self->columns, Column, column).title;
}

/**
 * atlas_chart_table_is_numeric:
 * @self: a table
 * @column: index of a column
 *
 * Returns: whether the column holds numbers and is to be set to the right
 */
gboolean
atlas_chart_table_is_numeric (const AtlasChartTable *self, guint column)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (column < self->columns->len, FALSE);

  return g_array_index (self->columns, Column, column).numeric;
}

/**
 * atlas_chart_table_get_cell:
 * @self: a table
 * @row: index of a row
 * @column: index of a column
 *
 * Returns: (transfer none): the cell; lives as long as the table does not grow
 */
const AtlasCell *
atlas_chart_table_get_cell (const AtlasChartTable *self,
                            guint row,
                            guint column)
{
  static const AtlasCell empty = { "", "", FALSE };
  guint cell;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < self->n_rows, NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  cell = row * self->columns->len + column;
  if (cell >= self->cells->len)
    return &empty;

  return &g_array_index (self->cells, AtlasCell, cell);
}

/* A text cell that begins like a formula would be run by a spreadsheet. */
static void
append_tsv_cell (GString *out, const char *text, gboolean numeric)
{
  const char *p;

  if (!numeric && *text != '\0' && strchr ("=+-@", *text) != NULL)
    g_string_append_c (out, '\'');

  for (p = text; *p != '\0'; p++)
    g_string_append_c (out, strchr ("\t\r\n", *p) != NULL ? ' ' : *p);
}

/**
 * atlas_chart_table_to_tsv:
 * @self: a table
 *
 * Returns: (transfer full): one line for the titles and one for each row;
 *   numbers plain, text made safe for spreadsheets
 */
char *
atlas_chart_table_to_tsv (const AtlasChartTable *self)
{
  GString *out = g_string_new (NULL);
  guint row, column;

  g_return_val_if_fail (self != NULL, g_string_free (out, FALSE));

  for (column = 0; column < self->columns->len; column++)
    {
      if (column > 0)
        g_string_append_c (out, '\t');
      append_tsv_cell (out, atlas_chart_table_get_title (self, column), FALSE);
    }
  g_string_append_c (out, '\n');

  for (row = 0; row < self->n_rows; row++)
    {
      for (column = 0; column < self->columns->len; column++)
        {
          const AtlasCell *cell =
              atlas_chart_table_get_cell (self, row, column);

          if (column > 0)
            g_string_append_c (out, '\t');
          append_tsv_cell (out, cell->plain, cell->numeric);
        }
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

static void
append_html_cell (GString *out,
                  const char *tag,
                  const char *text,
                  gboolean numeric)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (out, "<%s%s>%s</%s>", tag,
                          numeric ? " align=\"right\"" : "", escaped, tag);
}

/**
 * atlas_chart_table_to_html:
 * @self: a table
 *
 * Returns: (transfer full): the table as an HTML fragment, worded as shown
 */
char *
atlas_chart_table_to_html (const AtlasChartTable *self)
{
  GString *out = g_string_new ("<table>\n<tr>");
  guint row, column;

  g_return_val_if_fail (self != NULL, g_string_free (out, FALSE));

  for (column = 0; column < self->columns->len; column++)
    append_html_cell (out, "th", atlas_chart_table_get_title (self, column),
                      atlas_chart_table_is_numeric (self, column));
  g_string_append (out, "</tr>\n");

  for (row = 0; row < self->n_rows; row++)
    {
      g_string_append (out, "<tr>");
      for (column = 0; column < self->columns->len; column++)
        append_html_cell (out, "td",
                          atlas_chart_table_get_cell (self, row, column)->text,
                          atlas_chart_table_is_numeric (self, column));
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</table>\n");

  return g_string_free (out, FALSE);
}
