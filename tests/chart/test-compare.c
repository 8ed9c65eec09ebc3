/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-tools.h"

static GPtrArray *
make_clusters (guint n)
{
  static const char *const names[] = { "Beijing",  "Chongqing", "Dalian",
                                       "Shenyang", "Zhengzhou", "Tianjin",
                                       "Xi'an" };
  GPtrArray *profiles = new_profiles ();
  guint i;

  for (i = 0; i < n; i++)
    add_cluster (profiles, names[i], 2024, i + 1, 100 * (i + 1), 20 + 5 * i);

  return profiles;
}

/* Where not all clusters fit side by side, the patents of each stand beside
 * its articles. */
static void
test_panels (void)
{
  g_autoptr (GPtrArray) profiles = make_clusters (5);
  g_autoptr (AtlasChart) chart =
      make_chart_of (ATLAS_CHART_COMPARE, profiles, NULL);
  g_autoptr (AtlasChartLayout) narrow = lay_out_at (chart, 480);
  g_autoptr (AtlasChartLayout) wide = lay_out_at (chart, 1000);
  const guint n_rows = 4;
  guint i;

  for (i = 0; i < 5; i++)
    {
      const AtlasMark *patents =
          atlas_chart_layout_get_mark (narrow, 2 * n_rows * i);
      const AtlasMark *articles =
          atlas_chart_layout_get_mark (narrow, 2 * n_rows * i + n_rows);

      g_assert_cmpint (patents->profile, ==, i);
      g_assert_cmpint (articles->profile, ==, i);
      g_assert_cmpfloat (patents->y, ==, articles->y);
      g_assert_cmpfloat (patents->x + patents->width, <, articles->x);
    }

  for (i = 0; i < 5; i++)
    {
      const AtlasMark *patents = atlas_chart_layout_get_mark (wide, n_rows * i);
      const AtlasMark *articles =
          atlas_chart_layout_get_mark (wide, n_rows * (5 + i));

      g_assert_cmpint (patents->profile, ==, i);
      g_assert_cmpint (articles->profile, ==, i);
      g_assert_cmpfloat (patents->x, ==, articles->x);
      g_assert_cmpfloat (patents->y, <, articles->y);
    }
}

/* No figure of the table is cut or broken within a number, however narrow. */
static void
check_figures (const AtlasChartLayout *layout)
{
  g_autoptr (AtlasText) text = atlas_text_new (&layout->theme);
  guint i;

  for (i = 0; i < layout->items->len; i++)
    {
      const AtlasItem *item = &g_array_index (layout->items, AtlasItem, i);

      if (item->type == ATLAS_ITEM_TEXT && item->style == ATLAS_TEXT_TICK)
        g_assert_false (atlas_text_measure (text, item->text, item->style,
                                            item->box.width + 0.5,
                                            item->max_lines)
                            .shortened);
    }
}

static void
test_table (void)
{
  static const double widths[] = { 300, 480, 700, 1000 };
  guint i, n;

  for (n = 2; n <= 6; n++)
    for (i = 0; i < G_N_ELEMENTS (widths); i++)
      {
        g_autoptr (GPtrArray) profiles = make_clusters (n);
        g_autoptr (AtlasChart) chart =
            make_chart_of (ATLAS_CHART_COMPARE, profiles, NULL);
        g_autoptr (AtlasChartLayout) layout = lay_out_at (chart, widths[i]);

        check_figures (layout);
        g_assert_nonnull (find_text (layout, "Articles in collaboration"));
      }
}

/* Only what is shown is told. */
static void
test_one_output (void)
{
  const AtlasChartOptions options = { .output = ATLAS_CHART_PATENTS_ONLY };
  g_autoptr (GPtrArray) profiles = make_clusters (3);
  g_autoptr (AtlasChart) chart =
      make_chart_of (ATLAS_CHART_COMPARE, profiles, &options);
  g_autoptr (AtlasChartTable) table = atlas_chart_dup_table (chart);
  g_autoptr (AtlasChartLayout) layout = lay_out_at (chart, 480);

  assert_title (chart, "Dalian leans most on its first applicant");
  g_assert_cmpuint (atlas_chart_table_get_n_rows (table), ==, 5);
  g_assert_null (find_text (layout, "Articles"));
}

/* More than six are not compared, and that is said. */
static void
test_seven (void)
{
  g_autoptr (GPtrArray) profiles = make_clusters (7);
  g_autoptr (AtlasChart) chart =
      make_chart_of (ATLAS_CHART_COMPARE, profiles, NULL);
  g_autofree char *note = atlas_chart_dup_note (chart);
  g_autoptr (AtlasChartLayout) layout = lay_out_at (chart, 480);

  g_assert_nonnull (strstr (note, "The first 6 of 7 clusters are shown."));
  g_assert_null (find_text (layout, "Xi'an"));
}

/* An interval is no single number: it is pasted as it is shown. */
static void
test_plain (void)
{
  g_autoptr (GPtrArray) profiles = make_clusters (2);
  g_autoptr (AtlasChart) chart =
      make_chart_of (ATLAS_CHART_COMPARE, profiles, NULL);
  g_autoptr (AtlasChartTable) table = atlas_chart_dup_table (chart);
  const AtlasCell *share = atlas_chart_table_get_cell (table, 0, 1);
  const AtlasCell *difference = atlas_chart_table_get_cell (table, 0, 3);

  g_assert_true (share->numeric);
  g_assert_cmpstr (share->plain, ==, "20");
  g_assert_false (difference->numeric);
  g_assert_cmpstr (difference->plain, ==, difference->text);
  g_assert_cmpstr (difference->plain, !=, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/compare/panels", test_panels);
  g_test_add_func ("/compare/table", test_table);
  g_test_add_func ("/compare/one-output", test_one_output);
  g_test_add_func ("/compare/seven", test_seven);
  g_test_add_func ("/compare/plain", test_plain);

  return g_test_run ();
}
