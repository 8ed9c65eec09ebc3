/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "atlas-access.h"
#include "atlas-table-view-private.h"

static char *
count_to_text (AtlasTableView *self)
{
  guint n_rows = atlas_table_get_n_rows (self->table);
  guint n_total = MAX (atlas_table_get_n_total (self->table), n_rows);
  guint n_hidden = n_total - n_rows;
  g_autofree char *shown = atlas_format_value (&self->format, n_rows, 0);
  g_autofree char *hidden = atlas_format_value (&self->format, n_hidden, 0);
  g_autofree char *rows = NULL;

  rows = g_strdup_printf (ngettext ("%s row", "%s rows", n_rows), shown);
  if (atlas_table_get_busy (self->table) && n_hidden > 0)
    /* Translators: the first %s is "12 rows". */
    return g_strdup_printf (_ ("%s, still sorting…"), rows);
  if (n_hidden == 0)
    return g_steal_pointer (&rows);

  /* Translators: the first %s is "12 rows". */
  return g_strdup_printf (ngettext ("%s, %s hidden", "%s, %s hidden", n_hidden),
                          rows, hidden);
}

static gboolean
is_offered (AtlasTableView *self, guint column, gboolean ranks)
{
  const AtlasColumn *info = atlas_table_get_column (self->table, column);

  if (!atlas_column_is_countable (info)
      || !atlas_table_get_column_visible (self->table, column))
    return FALSE;

  return ranks
         || (info->type != ATLAS_COLUMN_RANK
             && info->type != ATLAS_COLUMN_YEAR);
}

/* The column that was chosen, else the one that is sorted by, else the first
 * that has numbers; ranks and years only where there is nothing else. */
int
atlas_table_view_find_counted (AtlasTableView *self)
{
  guint i;

  if (self->counted >= 0)
    return self->counted;

  for (i = 0; i < atlas_table_get_n_sort_keys (self->table); i++)
    {
      guint column = atlas_table_get_sort_key (self->table, i, NULL);

      if (is_offered (self, column, FALSE))
        return (int) column;
    }

  for (i = 0; i < 2 * atlas_table_get_n_columns (self->table); i++)
    {
      guint n = atlas_table_get_n_columns (self->table);

      if (is_offered (self, i % n, i >= n))
        return (int) (i % n);
    }

  return -1;
}

static char *
figure_to_text (AtlasTableView *self, const AtlasColumn *column, double value)
{
  gboolean whole = value == floor (value) || value >= 1000.0;

  if (column->type == ATLAS_COLUMN_SHARE
      || g_str_has_suffix (column->id, "_cr3"))
    return atlas_format_percent (&self->format, value, whole ? 0 : 1);
  if (column->type == ATLAS_COLUMN_YEAR && whole)
    return g_strdup_printf ("%.0f", value);

  return atlas_format_value (&self->format, value, whole ? 0 : 1);
}

static char *
statistics_to_text (AtlasTableView *self,
                    const AtlasColumn *column,
                    const AtlasStatistics *statistics)
{
  g_autofree char *minimum = figure_to_text (self, column, statistics->minimum);
  g_autofree char *median = figure_to_text (self, column, statistics->median);
  g_autofree char *mean = figure_to_text (self, column, statistics->mean);
  g_autofree char *maximum = figure_to_text (self, column, statistics->maximum);
  g_autofree char *sum = NULL;

  if (isnan (statistics->sum))
    /* Translators: statistics of a column: its name, then the figures. */
    return g_strdup_printf (_ ("%s: min %s · median %s · mean %s · max %s"),
                            atlas_column_get_title (column), minimum, median,
                            mean, maximum);

  sum = figure_to_text (self, column, statistics->sum);
  return g_strdup_printf (
      _ ("%s: min %s · median %s · mean %s · max %s · sum %s"),
      atlas_column_get_title (column), minimum, median, mean, maximum, sum);
}

static char *
describe_rows (AtlasTableView *self)
{
  AtlasStatistics statistics;
  const AtlasColumn *column;
  AtlasRowScope scope = ATLAS_ROWS_SELECTED;
  g_autofree char *figures = NULL;
  g_autofree char *n_rows = NULL;
  int counted = atlas_table_view_find_counted (self);

  if (counted < 0)
    return g_strdup ("");

  column = atlas_table_get_column (self->table, (guint) counted);
  atlas_table_compute_statistics (self->table, scope, (guint) counted,
                                  &statistics);
  if (statistics.n_rows < 2)
    return g_strdup ("");

  n_rows = atlas_format_value (&self->format, statistics.n_rows, 0);
  if (statistics.n_values > 0)
    figures = statistics_to_text (self, column, &statistics);
  else
    figures = g_strdup_printf (_ ("%s: not available"),
                               atlas_column_get_title (column));

  /* Translators: the second %s are statistics of the selected rows. */
  return g_strdup_printf (
      ngettext ("%s selected · %s", "%s selected · %s", statistics.n_rows),
      n_rows, figures);
}

/**
 * atlas_table_view_update_footer:
 * @self: a view
 *
 * Says how many rows there are, what they are sorted by, and what can be said
 * of the selected ones.
 */
void
atlas_table_view_update_footer (AtlasTableView *self)
{
  g_autofree char *count = count_to_text (self);
  g_autofree char *order = atlas_table_dup_order_text (self->table);
  g_autofree char *statistics = describe_rows (self);

  gtk_label_set_text (self->count_label, count);
  gtk_label_set_text (self->order_label, order);
  atlas_access_set_tip (GTK_WIDGET (self->order_label), order);
  gtk_label_set_text (self->statistics_label, statistics);
  gtk_widget_set_visible (GTK_WIDGET (self->statistics_label),
                          *statistics != '\0');
  atlas_access_set_tip (GTK_WIDGET (self->statistics_label),
                        *statistics != '\0' ? statistics : NULL);
}
