/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-tools.h"
#include "atlas-chart-story.h"

/* The figures are ranks, or articles per million. */
static AtlasChart *
make_story (GPtrArray *profiles, AtlasChartMeasure measure)
{
  const AtlasChartOptions options = { .measure = measure };

  return make_chart_of (ATLAS_CHART_EDITIONS, profiles, &options);
}

static void
test_histories (void)
{
  g_autoptr (GPtrArray) profiles = new_profiles ();
  g_autoptr (AtlasChart) chart = NULL;
  AtlasStory story;
  const AtlasHistory *first, *second;
  AtlasInterval change;

  add_cluster (profiles, "Dalian", 2022, 9, 100, 20);
  add_cluster (profiles, "Beijing", 2022, 3, 100, 20);
  add_cluster (profiles, "Dalian", 2024, 4, 100, 20);
  /* the second profile of one edition does not count */
  add_cluster (profiles, "dalian", 2024, 7, 100, 20);
  chart = make_story (profiles, ATLAS_MEASURE_AUTO);

  atlas_story_init (&story, chart);
  g_assert_cmpuint (story.years->len, ==, 2);
  g_assert_cmpuint (story.histories->len, ==, 2);
  first = g_ptr_array_index (story.histories, 0);
  second = g_ptr_array_index (story.histories, 1);
  g_assert_true (atlas_history_is_given (chart, first, 1));
  g_assert_false (atlas_history_is_given (chart, second, 1));
  change = atlas_history_get_change (chart, first);
  g_assert_cmpfloat (change.low, ==, -5);
  g_assert_cmpfloat (change.high, ==, -5);
  g_assert_false (
      atlas_interval_is_known (atlas_history_get_change (chart, second)));
  atlas_story_clear (&story);
  assert_title (chart, "Dalian climbed most, from rank 9 to 4");
}

/* Who climbed as far is not passed over. */
static void
test_climbers (void)
{
  g_autoptr (GPtrArray) profiles = new_profiles ();
  g_autoptr (AtlasChart) ranks = NULL;
  g_autoptr (AtlasChart) rates = NULL;

  add_cluster (profiles, "A", 2023, 9, 100, 20);
  add_cluster (profiles, "B", 2023, 4, 100, 20);
  add_cluster (profiles, "C", 2023, 2, 100, 20);
  add_cluster (profiles, "A", 2024, 8, 110, 20);
  add_cluster (profiles, "B", 2024, 3, 110, 20);
  add_cluster (profiles, "C", 2024, 5, 90, 20);
  ranks = make_story (profiles, ATLAS_MEASURE_AUTO);
  assert_title (ranks, "2 clusters climbed most, by as many ranks");
  rates = make_story (profiles, ATLAS_MEASURE_PATENTS_PER_MILLION);
  assert_title (rates, "2 clusters grew most, as far as can be told");
}

static void
test_no_gain (void)
{
  g_autoptr (GPtrArray) profiles = new_profiles ();
  g_autoptr (AtlasChart) ranks = NULL;
  g_autoptr (AtlasChart) rates = NULL;

  add_cluster (profiles, "A", 2023, 8, 100, 20);
  add_cluster (profiles, "A", 2024, 9, 100, 20);
  ranks = make_story (profiles, ATLAS_MEASURE_AUTO);
  assert_title (ranks, "No cluster gained between the editions");
  /* what rounding may have made is no growth */
  rates = make_story (profiles, ATLAS_MEASURE_ARTICLES_PER_MILLION);
  assert_title (rates, "No cluster gained between the editions");
}

/* Values stand in one column: all of one side end where they are to end. */
static void
test_columns (void)
{
  g_autoptr (GPtrArray) profiles = new_profiles ();
  g_autoptr (AtlasChart) chart = NULL;
  g_autoptr (AtlasChartLayout) layout = NULL;
  const AtlasItem *one, *ten;

  add_cluster (profiles, "One", 2023, 1, 100, 20);
  add_cluster (profiles, "Ten", 2023, 10, 100, 20);
  add_cluster (profiles, "One", 2024, 1, 100, 20);
  add_cluster (profiles, "Ten", 2024, 10, 100, 20);
  chart = make_story (profiles, ATLAS_MEASURE_AUTO);
  layout = lay_out_at (chart, 500);
  one = find_text (layout, "One");
  ten = find_text (layout, "Ten");
  g_assert_cmpfloat_with_epsilon (one->box.x + one->box.width,
                                  ten->box.x + ten->box.width, 1e-6);
  one = find_text (layout, "1");
  ten = find_text (layout, "10");
  g_assert_cmpfloat_with_epsilon (one->box.x + one->box.width,
                                  ten->box.x + ten->box.width, 1e-6);
}

static gboolean
box_overlaps (const AtlasBox *a, const AtlasBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width
         && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* The label of a text that stands in the field, not in the table below. */
static const AtlasItem *
find_label (const AtlasChartLayout *layout, const char *name, double bottom)
{
  const AtlasItem *item = find_text (layout, name);

  return item != NULL && item->box.y < bottom ? item : NULL;
}

/* A cluster that only an edition between lists is named beside its dot, on no
 * line or dot of the others. */
static void
test_between (void)
{
  g_autoptr (GPtrArray) profiles = new_profiles ();
  g_autoptr (AtlasChart) chart = NULL;
  g_autoptr (AtlasChartLayout) layout = NULL;
  const AtlasItem *once, *twice;
  double bottom = 0;
  guint i;

  add_cluster (profiles, "First", 2021, 1, 100, 20);
  add_cluster (profiles, "First", 2022, 8, 100, 20);
  add_cluster (profiles, "Once", 2022, 5, 100, 20);
  add_cluster (profiles, "Twice", 2022, 3, 100, 20);
  add_cluster (profiles, "Twice", 2023, 3, 100, 20);
  add_cluster (profiles, "First", 2023, 1, 100, 20);
  add_cluster (profiles, "Last", 2024, 9, 100, 20);
  add_cluster (profiles, "First", 2024, 2, 100, 20);
  chart = make_story (profiles, ATLAS_MEASURE_AUTO);
  layout = lay_out_at (chart, 600);

  for (i = 0; i < layout->items->len; i++)
    {
      const AtlasItem *item = &g_array_index (layout->items, AtlasItem, i);

      if (item->type == ATLAS_ITEM_SHAPE)
        bottom = MAX (bottom, item->box.y + item->box.height);
    }
  once = find_label (layout, "Once", bottom);
  twice = find_label (layout, "Twice", bottom);
  g_assert_nonnull (once);
  g_assert_nonnull (twice);
  g_assert_false (box_overlaps (&once->box, &twice->box));
  for (i = 0; i < layout->items->len; i++)
    {
      const AtlasItem *item = &g_array_index (layout->items, AtlasItem, i);

      if (item->type != ATLAS_ITEM_SHAPE)
        continue;
      g_assert_false (box_overlaps (&item->box, &once->box));
      g_assert_false (box_overlaps (&item->box, &twice->box));
    }
  /* right of the dot of 2022, and of that of 2023 */
  g_assert_cmpfloat (once->box.x, <, twice->box.x);
}

static void
test_table (void)
{
  g_autoptr (GPtrArray) profiles = new_profiles ();
  g_autoptr (AtlasChart) chart = NULL;
  g_autoptr (AtlasChartTable) table = NULL;

  add_cluster (profiles, "Up", 2022, 9, 100, 20);
  add_cluster (profiles, "Down", 2022, 2, 100, 20);
  add_cluster (profiles, "Up", 2023, 8, 100, 20);
  add_cluster (profiles, "Up", 2024, 7, 100, 20);
  add_cluster (profiles, "Down", 2024, 3, 100, 20);
  add_cluster (profiles, "Still", 2023, 5, 100, 20);
  add_cluster (profiles, "Still", 2024, 5, 100, 20);
  chart = make_story (profiles, ATLAS_MEASURE_AUTO);
  table = atlas_chart_dup_table (chart);
  g_assert_cmpuint (atlas_chart_table_get_n_rows (table), ==, 3);
  g_assert_cmpuint (atlas_chart_table_get_n_columns (table), ==, 5);
  g_assert_cmpstr (atlas_chart_table_get_cell (table, 0, 4)->text, ==,
                   "down 1");
  g_assert_cmpstr (atlas_chart_table_get_cell (table, 1, 4)->text, ==,
                   "no change");
  g_assert_cmpstr (atlas_chart_table_get_cell (table, 2, 4)->text, ==, "up 2");
  /* nothing stands where an edition lacks a cluster */
  g_assert_cmpstr (atlas_chart_table_get_cell (table, 0, 2)->text, ==, "");
}

/* As narrow as a phone, no word breaks and no year is cut; the first and the
 * last year stand there. */
static void
test_narrow (void)
{
  static const char *const clusters[] = { "Beijing", "Zhengzhou", "Shenyang" };
  g_autoptr (GPtrArray) profiles = new_profiles ();
  g_autoptr (AtlasChart) chart = NULL;
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autoptr (AtlasText) text = NULL;
  guint i, j, n_years = 0;
  int year;

  for (i = 0; i < G_N_ELEMENTS (clusters); i++)
    for (year = 2020; year <= 2024; year++)
      add_cluster (profiles, clusters[i], year, (int) (60 + 10 * i), 100, 20);
  chart = make_story (profiles, ATLAS_MEASURE_AUTO);
  layout = lay_out_at (chart, 245);
  text = atlas_text_new (&layout->theme);

  for (i = 0; i < layout->items->len; i++)
    {
      const AtlasItem *item = &g_array_index (layout->items, AtlasItem, i);
      g_auto (GStrv) words = NULL;

      if (item->type != ATLAS_ITEM_TEXT)
        continue;
      words = g_strsplit (item->text, " ", -1);
      for (j = 0; words[j] != NULL; j++)
        g_assert_cmpfloat (
            atlas_text_measure (text, words[j], item->style, 0, 1).width, <=,
            item->box.width + 0.1);
      if (item->style == ATLAS_TEXT_HEADING)
        n_years++;
    }
  g_assert_cmpuint (n_years, >=, 2);
  g_assert_cmpuint (n_years, <, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/editions/histories", test_histories);
  g_test_add_func ("/editions/climbers", test_climbers);
  g_test_add_func ("/editions/no-gain", test_no_gain);
  g_test_add_func ("/editions/columns", test_columns);
  g_test_add_func ("/editions/between", test_between);
  g_test_add_func ("/editions/table", test_table);
  g_test_add_func ("/editions/narrow", test_narrow);

  return g_test_run ();
}
