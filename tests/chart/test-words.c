/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart-tools.h"

/* Editions are never mixed silently: names have their year, and clusters are
 * counted once. */
static void
test_editions (void)
{
  g_autoptr (GPtrArray) profiles = new_profiles ();
  g_autoptr (AtlasChart) chart = NULL;
  g_autoptr (AtlasChart) story = NULL;
  g_autofree char *cluster = NULL;
  g_autofree char *place = NULL;
  g_autofree char *places = NULL;
  g_autofree char *subtitle = NULL;
  g_autoptr (AtlasChartLayout) layout = NULL;

  add_cluster (profiles, "Dalian", 2023, 65, 280, 57);
  add_cluster (profiles, "Dalian", 2024, 60, 290, 58);
  add_cluster (profiles, "Beijing", 2024, 3, 2189, 23);
  chart = make_chart_of (ATLAS_CHART_POSITION, profiles, NULL);

  cluster = atlas_chart_dup_cluster (chart, 1);
  g_assert_cmpstr (cluster, ==, "Dalian (2024)");
  place = atlas_chart_dup_place (chart, 0);
  g_assert_cmpstr (place, ==, "Dalian (China, 2023)");
  places = atlas_chart_dup_places (chart);
  g_assert_cmpstr (places, ==, "2 clusters");

  /* a chart of the editions themselves says the years elsewhere */
  story = make_chart_of (ATLAS_CHART_EDITIONS, profiles, NULL);
  subtitle = atlas_chart_dup_subtitle (story);
  g_assert_nonnull (strstr (subtitle, "editions 2023 and 2024"));
  layout = lay_out_at (story, 500);
  g_assert_nonnull (find_text (layout, "Dalian"));
  g_assert_null (find_text (layout, "Dalian (20"));
}

static void
test_one_edition (void)
{
  g_autoptr (GPtrArray) profiles = new_profiles ();
  g_autoptr (AtlasChart) chart = NULL;
  g_autofree char *cluster = NULL;
  g_autofree char *place = NULL;

  add_cluster (profiles, "Dalian", 2024, 60, 290, 58);
  add_cluster (profiles, "Beijing", 2024, 3, 2189, 23);
  chart = make_chart_of (ATLAS_CHART_POSITION, profiles, NULL);
  cluster = atlas_chart_dup_cluster (chart, 0);
  place = atlas_chart_dup_place (chart, 0);
  g_assert_cmpstr (cluster, ==, "Dalian");
  g_assert_cmpstr (place, ==, "Dalian (China)");
}

/* A title names a leader where rounding leaves no other. */
static void
test_leaders (void)
{
  g_autoptr (GPtrArray) profiles = new_profiles ();
  g_autoptr (AtlasChart) clear = NULL;
  g_autoptr (AtlasChart) tied = NULL;
  g_autoptr (AtlasChart) multiples = NULL;
  g_autoptr (AtlasChart) position = NULL;

  add_cluster (profiles, "Beijing", 2024, 3, 300, 23);
  add_cluster (profiles, "Dalian", 2024, 60, 290, 40);
  clear = make_chart_of (ATLAS_CHART_CONCENTRATION, profiles, NULL);
  assert_title (clear, "Patents are most concentrated in Dalian: one applicant "
                       "holds 40\302\240%");

  add_cluster (profiles, "Shenyang", 2024, 61, 300, 40);
  tied = make_chart_of (ATLAS_CHART_CONCENTRATION, profiles, NULL);
  assert_title (tied, "Patents are most concentrated in Dalian and Shenyang");
  multiples = make_chart_of (ATLAS_CHART_MULTIPLES, profiles, NULL);
  assert_title (multiples, "The first applicant holds up to 40\302\240% of a "
                           "cluster's patents");
  position = make_chart_of (ATLAS_CHART_POSITION, profiles, NULL);
  assert_title (position, "Where 3 clusters stand");

  add_cluster (profiles, "Chongqing", 2024, 39, 175, 40);
  add_cluster (profiles, "Zhengzhou", 2024, 68, 138, 40);
  g_clear_pointer (&tied, atlas_chart_unref);
  tied = make_chart_of (ATLAS_CHART_CONCENTRATION, profiles, NULL);
  assert_title (tied, "Patents are most concentrated in 4 clusters");
}

/* A cluster is one cluster, in however many editions it leads. */
static void
test_leaders_of_editions (void)
{
  g_autoptr (GPtrArray) profiles = new_profiles ();
  g_autoptr (AtlasChart) one = NULL;
  g_autoptr (AtlasChart) two = NULL;
  g_autoptr (AtlasChart) position = NULL;
  guint year;

  add_cluster (profiles, "Beijing", 2024, 3, 300, 23);
  for (year = 2021; year <= 2024; year++)
    add_cluster (profiles, "Dalian", year, 60, 300, 40);
  one = make_chart_of (ATLAS_CHART_CONCENTRATION, profiles, NULL);
  assert_title (one, "Patents are most concentrated in Dalian");
  position = make_chart_of (ATLAS_CHART_POSITION, profiles, NULL);
  assert_title (position, "Where 2 clusters stand");

  for (year = 2021; year <= 2024; year++)
    add_cluster (profiles, "Shenyang", year, 61, 300, 40);
  two = make_chart_of (ATLAS_CHART_CONCENTRATION, profiles, NULL);
  assert_title (two, "Patents are most concentrated in 2 clusters");
}

/* Of three together an estimate is known: where two overlap, none leads. */
static void
test_estimated_leaders (void)
{
  const AtlasChartOptions options = { .measure = ATLAS_MEASURE_TOP_THREE };
  g_autoptr (GPtrArray) profiles = new_profiles ();
  g_autoptr (AtlasChart) chart = NULL;

  add_cluster (profiles, "Dalian", 2024, 60, 290, 40);
  add_cluster (profiles, "Shenyang", 2024, 61, 110, 40);
  add_cluster (profiles, "Beijing", 2024, 3, 2189, 20);
  chart = make_chart_of (ATLAS_CHART_CONCENTRATION, profiles, &options);
  assert_title (chart, "Patents are most concentrated in Dalian and Shenyang");
}

static void
test_own_title (void)
{
  g_autoptr (GPtrArray) profiles = new_profiles ();
  g_autoptr (AtlasChart) chart = NULL;
  g_autofree char *suggested = NULL;
  g_autoptr (AtlasChartLayout) layout = NULL;

  add_cluster (profiles, "Dalian", 2024, 60, 290, 40);
  chart = make_chart_of (ATLAS_CHART_APPLICANTS, profiles, NULL);
  atlas_chart_set_title (chart, "Mine & <b>yours</b>");
  assert_title (chart, "Mine & <b>yours</b>");
  suggested = atlas_chart_dup_suggested_title (chart);
  g_assert_nonnull (strstr (suggested, "FIRST"));
  layout = lay_out_at (chart, 400);
  g_assert_nonnull (find_text (layout, "Mine & <b>"));
  atlas_chart_set_title (chart, NULL);
  assert_title (chart, suggested);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/editions", test_editions);
  g_test_add_func ("/words/one-edition", test_one_edition);
  g_test_add_func ("/words/leaders", test_leaders);
  g_test_add_func ("/words/leaders-of-editions", test_leaders_of_editions);
  g_test_add_func ("/words/estimated-leaders", test_estimated_leaders);
  g_test_add_func ("/words/own-title", test_own_title);

  return g_test_run ();
}
