/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-table-text.h"

#include <string.h>

static void
walk (AtlasTable *self,
      AtlasRowScope scope,
      AtlasRowFunc func,
      gpointer user_data)
{
  guint n = scope == ATLAS_ROWS_ALL ? atlas_table_get_n_total (self)
                                    : atlas_table_get_n_rows (self);
  guint i;

  if (scope == ATLAS_ROWS_SELECTED)
    {
      atlas_table_foreach_selected (self, func, user_data);
      return;
    }

  for (i = 0; i < n; i++)
    {
      AtlasRowData row;

      if (scope == ATLAS_ROWS_ALL)
        atlas_table_get_source_row (self, i, &row);
      else
        atlas_table_get_row (self, i, &row);
      func (self, &row, user_data);
    }
}

/* The parts of the columns that are shown, in their order. */
typedef struct
{
  guint column;
  guint part;
} Part;

static GArray *
list_parts (AtlasTable *self)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  const guint *order = atlas_table_get_column_order (self);
  guint i;

  for (i = 0; i < atlas_table_get_n_columns (self); i++)
    {
      Part part = { order[i], 0 };
      guint n =
          atlas_column_get_n_parts (atlas_table_get_column (self, order[i]));

      if (!atlas_table_get_column_visible (self, order[i]))
        continue;
      for (part.part = 0; part.part < n; part.part++)
        g_array_append_val (parts, part);
    }

  return parts;
}

/**
 * atlas_table_dup_head:
 * @self: a table
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of the columns
 *   that are shown, in their order, as the head of a data file
 */
char **
atlas_table_dup_head (AtlasTable *self)
{
  g_autoptr (GArray) parts = NULL;
  char **head;
  guint i;

  g_return_val_if_fail (ATLAS_IS_TABLE (self), NULL);

  parts = list_parts (self);
  head = g_new0 (char *, parts->len + 1);
  for (i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      head[i] = atlas_column_dup_part_id (
          atlas_table_get_column (self, part->column), part->part);
    }

  return head;
}

typedef struct
{
  GArray *parts;
  char **cells;
  gboolean *is_text;
  AtlasCellsFunc func;
  gpointer user_data;
} Walk;

static gboolean
give_cells (AtlasTable *self, const AtlasRowData *row, gpointer user_data)
{
  Walk *state = user_data;
  guint i;

  for (i = 0; i < state->parts->len; i++)
    {
      const Part *part = &g_array_index (state->parts, Part, i);
      const AtlasColumn *column = atlas_table_get_column (self, part->column);
      g_auto (AtlasValue) value = ATLAS_VALUE_INIT;

      atlas_table_get_value (self, row, part->column, &value);
      g_free (state->cells[i]);
      state->cells[i] = atlas_value_dup_part (column, &value, part->part);
    }

  state->func ((const char *const *) state->cells, state->is_text,
               state->parts->len, state->user_data);
  return TRUE;
}

/**
 * atlas_table_foreach_row:
 * @self: a table
 * @scope: which rows
 * @func: called for each
 * @user_data: for @func
 *
 * Gives the cells of the columns that are shown, in their order, as they stand
 * in a data file: plain, the same in every language, empty where the source
 * gives nothing. Whoever writes a file has to quote them as its format asks.
 */
void
atlas_table_foreach_row (AtlasTable *self,
                         AtlasRowScope scope,
                         AtlasCellsFunc func,
                         gpointer user_data)
{
  Walk state = { NULL, NULL, NULL, func, user_data };
  g_autoptr (GArray) parts = NULL;
  guint i;

  g_return_if_fail (ATLAS_IS_TABLE (self));
  g_return_if_fail (func != NULL);

  state.parts = parts = list_parts (self);
  state.cells = g_new0 (char *, parts->len + 1);
  state.is_text = g_new0 (gboolean, parts->len);
  for (i = 0; i < parts->len; i++)
    state.is_text[i] =
        atlas_table_get_column (self, g_array_index (parts, Part, i).column)
            ->type
        == ATLAS_COLUMN_TEXT;

  walk (self, scope, give_cells, &state);

  g_strfreev (state.cells);
  g_free (state.is_text);
}

/* A spreadsheet takes text that starts so for a formula. */
static gboolean
looks_like_formula (const char *text)
{
  return strchr ("=+-@", *text) != NULL && *text != '\0';
}

static void
append_tsv_cell (GString *tsv, const char *cell, gboolean is_text)
{
  const char *at;

  if (is_text && looks_like_formula (cell))
    g_string_append_c (tsv, '\'');

  for (at = cell; *at != '\0'; at++)
    g_string_append_c (tsv, g_ascii_iscntrl (*at) ? ' ' : *at);
}

static void
append_tsv_row (const char *const *cells,
                const gboolean *is_text,
                guint n_cells,
                gpointer user_data)
{
  GString *tsv = user_data;
  guint i;

  for (i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (tsv, '\t');
      append_tsv_cell (tsv, cells[i], is_text != NULL && is_text[i]);
    }
  g_string_append_c (tsv, '\n');
}

/**
 * atlas_table_to_tsv:
 * @self: a table
 * @scope: which rows
 * @headers: whether the ids of the columns come first
 *
 * Returns: (transfer full): the rows as tab-separated text for the clipboard:
 *   no quotes, blanks in the place of tabs and line ends
 */
char *
atlas_table_to_tsv (AtlasTable *self, AtlasRowScope scope, gboolean headers)
{
  GString *tsv;

  g_return_val_if_fail (ATLAS_IS_TABLE (self), NULL);

  tsv = g_string_new (NULL);
  if (headers)
    {
      g_auto (GStrv) head = atlas_table_dup_head (self);

      append_tsv_row ((const char *const *) head, NULL, g_strv_length (head),
                      tsv);
    }
  atlas_table_foreach_row (self, scope, append_tsv_row, tsv);

  return g_string_free (tsv, FALSE);
}

static void
append_csv_row (const char *const *cells,
                const gboolean *is_text,
                guint n_cells,
                gpointer user_data)
{
  GString *csv = user_data;
  guint i;

  for (i = 0; i < n_cells; i++)
    {
      g_autofree char *clean = g_strconcat (
          is_text != NULL && is_text[i] && looks_like_formula (cells[i]) ? "'"
                                                                         : "",
          cells[i], NULL);

      if (i > 0)
        g_string_append_c (csv, ',');
      if (strpbrk (clean, ",\"\r\n") != NULL)
        {
          g_auto (GStrv) parts = g_strsplit (clean, "\"", -1);
          g_autofree char *quoted = g_strjoinv ("\"\"", parts);

          g_string_append_printf (csv, "\"%s\"", quoted);
        }
      else
        g_string_append (csv, clean);
    }
  g_string_append (csv, "\r\n");
}

/**
 * atlas_table_to_csv:
 * @self: a table
 * @scope: which rows
 *
 * Returns: (transfer full): the columns that are shown as a CSV file
 *   (RFC 4180), with the ids of the columns as its head
 */
char *
atlas_table_to_csv (AtlasTable *self, AtlasRowScope scope)
{
  GString *csv;
  g_auto (GStrv) head = NULL;

  g_return_val_if_fail (ATLAS_IS_TABLE (self), NULL);

  csv = g_string_new (NULL);
  head = atlas_table_dup_head (self);
  append_csv_row ((const char *const *) head, NULL, g_strv_length (head), csv);
  atlas_table_foreach_row (self, scope, append_csv_row, csv);

  return g_string_free (csv, FALSE);
}

static void
append_html_cell (GString *html, const char *name, const char *cell)
{
  g_autofree char *clean = g_strdup (cell);
  g_autofree char *escaped = NULL;
  char *at;

  /* Escaping lets control characters through. */
  for (at = clean; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';

  escaped = g_markup_escape_text (clean, -1);
  g_string_append_printf (html, "<%s>%s</%s>", name, escaped, name);
}

static void
append_html_row (const char *const *cells,
                 const gboolean *is_text,
                 guint n_cells,
                 gpointer user_data)
{
  GString *html = user_data;
  guint i;

  g_string_append (html, "<tr>");
  for (i = 0; i < n_cells; i++)
    append_html_cell (html, is_text == NULL ? "th" : "td", cells[i]);
  g_string_append (html, "</tr>\n");
}

/**
 * atlas_table_to_html:
 * @self: a table
 * @scope: which rows
 * @headers: whether the ids of the columns come first
 *
 * Returns: (transfer full): the rows as a table in HTML
 */
char *
atlas_table_to_html (AtlasTable *self, AtlasRowScope scope, gboolean headers)
{
  GString *html;

  g_return_val_if_fail (ATLAS_IS_TABLE (self), NULL);

  html = g_string_new ("<meta charset=\"utf-8\"><table>\n");
  if (headers)
    {
      g_auto (GStrv) head = atlas_table_dup_head (self);

      append_html_row ((const char *const *) head, NULL, g_strv_length (head),
                       html);
    }
  atlas_table_foreach_row (self, scope, append_html_row, html);
  g_string_append (html, "</table>\n");

  return g_string_free (html, FALSE);
}

typedef struct
{
  guint column;
  guint n_rows;
  GArray *values;
} Collect;

static gboolean
collect (AtlasTable *self, const AtlasRowData *row, gpointer user_data)
{
  Collect *state = user_data;
  g_auto (AtlasValue) value = ATLAS_VALUE_INIT;
  double number;

  atlas_table_get_value (self, row, state->column, &value);
  number = atlas_value_get_number (atlas_table_get_column (self, state->column),
                                   &value);

  state->n_rows++;
  if (!isnan (number))
    g_array_append_val (state->values, number);

  return TRUE;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double one = *(const double *) a;
  const double other = *(const double *) b;

  return (one > other) - (one < other);
}

/**
 * atlas_table_compute_statistics:
 * @self: a table
 * @scope: which rows
 * @column: a column
 * @statistics: (out caller-allocates): what can be said of it
 *
 * Values that the source does not give are not counted, neither as 0 nor
 * otherwise. Shares, ranks and rates are never added: they have no common
 * whole. Of an estimate its middle counts.
 */
void
atlas_table_compute_statistics (AtlasTable *self,
                                AtlasRowScope scope,
                                guint column,
                                AtlasStatistics *statistics)
{
  Collect state = { column, 0, NULL };
  g_autoptr (GArray) values = NULL;
  const double *data;
  double sum = 0.0;
  guint n, i;

  g_return_if_fail (ATLAS_IS_TABLE (self));
  g_return_if_fail (statistics != NULL);

  state.values = values = g_array_new (FALSE, FALSE, sizeof (double));
  walk (self, scope, collect, &state);
  g_array_sort (values, compare_doubles);

  n = values->len;
  data = (const double *) values->data;
  for (i = 0; i < n; i++)
    sum += data[i];

  statistics->n_rows = state.n_rows;
  statistics->n_values = n;
  statistics->minimum = n > 0 ? data[0] : NAN;
  statistics->maximum = n > 0 ? data[n - 1] : NAN;
  statistics->median = n > 0 ? (data[(n - 1) / 2] + data[n / 2]) / 2.0 : NAN;
  statistics->mean = n > 0 ? sum / n : NAN;
  statistics->sum =
      n > 0 && atlas_table_get_column (self, column)->summable ? sum : NAN;
}
