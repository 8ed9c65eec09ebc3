/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-table.h"

#include <math.h>

static AtlasChartTable *
make_table (void)
{
  AtlasChartTable *table = atlas_chart_table_new ();

  atlas_chart_table_add_column (table, "Name", FALSE);
  atlas_chart_table_add_column (table, "Share", TRUE);
  atlas_chart_table_add_row (table);
  atlas_chart_table_add_text (table, "=SUM(A1)\tR&D <b>");
  atlas_chart_table_add_value (table, "1,234.5", 1234.5);
  atlas_chart_table_add_row (table);
  atlas_chart_table_add_text (table, NULL);
  atlas_chart_table_add_value (table, "-3", -3);
  atlas_chart_table_add_row (table);
  atlas_chart_table_add_text (table, "short");
  atlas_chart_table_add_row (table);
  atlas_chart_table_add_text (table, "no value");
  atlas_chart_table_add_value (table, "n/a", NAN);

  return table;
}

static void
test_cells (void)
{
  g_autoptr (AtlasChartTable) table = make_table ();

  g_assert_cmpuint (atlas_chart_table_get_n_columns (table), ==, 2);
  g_assert_cmpuint (atlas_chart_table_get_n_rows (table), ==, 4);
  g_assert_cmpstr (atlas_chart_table_get_title (table, 1), ==, "Share");
  g_assert_true (atlas_chart_table_is_numeric (table, 1));
  g_assert_cmpstr (atlas_chart_table_get_cell (table, 0, 1)->text, ==,
                   "1,234.5");
  g_assert_cmpstr (atlas_chart_table_get_cell (table, 0, 1)->plain, ==,
                   "1234.5");
  g_assert_cmpstr (atlas_chart_table_get_cell (table, 2, 1)->text, ==, "");
}

/* Text cannot become a formula or another cell; numbers stay numbers. */
static void
test_tsv (void)
{
  g_autoptr (AtlasChartTable) table = make_table ();
  g_autofree char *tsv = atlas_chart_table_to_tsv (table);

  g_assert_cmpstr (tsv, ==,
                   "Name\tShare\n"
                   "'=SUM(A1) R&D <b>\t1234.5\n"
                   "\t-3\n"
                   "short\t\n"
                   "no value\t\n");
}

static void
test_html (void)
{
  g_autoptr (AtlasChartTable) table = make_table ();
  g_autofree char *html = atlas_chart_table_to_html (table);

  g_assert_nonnull (g_strstr_len (html, -1, "R&amp;D &lt;b&gt;"));
  g_assert_nonnull (
      g_strstr_len (html, -1, "<td align=\"right\">1,234.5</td>"));
  g_assert_null (g_strstr_len (html, -1, "<b>"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/cells", test_cells);
  g_test_add_func ("/table/tsv", test_tsv);
  g_test_add_func ("/table/html", test_html);

  return g_test_run ();
}
