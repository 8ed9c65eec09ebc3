/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-open-set.h"
#include "atlas-profile-builder.h"
#include "atlas-standings.h"

static AtlasProfile *
make_ranked (double edition, double rank)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  AtlasProfileNumbers *numbers = atlas_profile_builder_get_numbers (builder);

  numbers->edition = (AtlasNumber){ edition, 1, ATLAS_NUMBER_GIVEN, 0 };
  if (rank > 0)
    numbers->rank = (AtlasNumber){ rank, 1, ATLAS_NUMBER_GIVEN, 0 };

  return atlas_profile_builder_end (builder);
}

static AtlasEstimates
make_totals (double low, double high)
{
  AtlasEstimates e = { 0 };

  e.total_joint[ATLAS_PATENTS] = (AtlasInterval){ low, high };
  e.total_joint[ATLAS_ARTICLES] = (AtlasInterval){ 10 * low, 10 * high };
  e.population = (AtlasInterval){ 1e6, 1e6 };
  e.patents_per_1000_articles = (AtlasInterval){ 100, 100 };

  return e;
}

static const AtlasWorldTotals world = { { 1000, 10000 } };

static void
test_score (void)
{
  AtlasEstimates e = make_totals (100, 110);
  AtlasWorldTotals unset = { { 0, 0 } };
  AtlasInterval score = atlas_score_size (&e, &world);

  g_assert_cmpfloat_with_epsilon (score.low, 0.2, 1e-12);
  g_assert_cmpfloat_with_epsilon (score.high, 0.22, 1e-12);
  score = atlas_score_intensity (&e, &world);
  g_assert_cmpfloat_with_epsilon (score.low, 0.2e-6, 1e-15);
  g_assert_false (atlas_interval_is_known (atlas_score_size (&e, &unset)));
}

/* edition, printed rank, total from–to: best, worst, printed, verdict */
static void
test_positions (void)
{
  static const struct
  {
    double edition, rank, low, high;
    guint best, worst, printed;
    AtlasRankVerdict verdict;
  } rows[] = {
    { 2024, 3, 90, 100, 1, 1, 1, ATLAS_RANK_AGREES },
    { 2024, 50, 40, 50, 2, 3, 3, ATLAS_RANK_AGREES },
    { 2024, 20, 45, 60, 2, 3, 2, ATLAS_RANK_AGREES },
    { 2024, 60, 10, 11, 5, 5, 4, ATLAS_RANK_CONTRADICTS },
    { 2024, 70, 20, 21, 4, 4, 5, ATLAS_RANK_CONTRADICTS },
    { 2024, 0, 500, 500, 0, 0, 0, ATLAS_RANK_UNKNOWN },
    { 2023, 9, 1, 1, 1, 1, 1, ATLAS_RANK_AGREES },
  };
  const AtlasProfile *profiles[G_N_ELEMENTS (rows)];
  AtlasEstimates estimates[G_N_ELEMENTS (rows)];
  AtlasRankCheck checks[G_N_ELEMENTS (rows)];
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      profiles[i] = make_ranked (rows[i].edition, rows[i].rank);
      estimates[i] = make_totals (rows[i].low, rows[i].high);
    }

  atlas_rank_check_size (profiles, estimates, G_N_ELEMENTS (rows), &world,
                         checks);

  for (i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpuint (checks[i].best, ==, rows[i].best);
      g_assert_cmpuint (checks[i].worst, ==, rows[i].worst);
      g_assert_cmpuint (checks[i].printed, ==, rows[i].printed);
      g_assert_cmpint (checks[i].verdict, ==, rows[i].verdict);
      atlas_profile_unref ((AtlasProfile *) profiles[i]);
    }
}

static void
test_specialisation (void)
{
  AtlasEstimates estimates[3];
  AtlasInterval lean;
  AtlasOpenSet set;

  estimates[0] = make_totals (100, 100);
  estimates[1] = make_totals (300, 300);
  estimates[2] = make_totals (0, 0);
  estimates[2].total_joint[ATLAS_PATENTS] = ATLAS_INTERVAL_NONE;
  estimates[2].total_joint[ATLAS_ARTICLES] = (AtlasInterval){ 50, 60 };
  estimates[2].patents_per_1000_articles = ATLAS_INTERVAL_NONE;

  atlas_open_set_add_up (estimates, 3, &set);
  g_assert_cmpuint (set.n_profiles, ==, 3);
  g_assert_cmpuint (set.n_known[ATLAS_PATENTS], ==, 2);
  g_assert_cmpuint (set.n_known[ATLAS_ARTICLES], ==, 3);
  g_assert_cmpfloat (set.total[ATLAS_PATENTS].low, ==, 400);
  g_assert_cmpfloat (set.total[ATLAS_ARTICLES].high, ==, 4060);
  g_assert_cmpfloat_with_epsilon (set.patents_per_1000_articles.low, 100, 1e-9);

  estimates[0].patents_per_1000_articles = (AtlasInterval){ 150, 200 };
  lean = atlas_open_set_specialisation (&set, &estimates[0]);
  g_assert_cmpfloat_with_epsilon (lean.low, 1.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (lean.high, 2.0, 1e-9);
  lean = atlas_open_set_specialisation (&set, &estimates[2]);
  g_assert_false (atlas_interval_is_known (lean));

  atlas_open_set_add_up (NULL, 0, &set);
  g_assert_false (atlas_interval_is_known (set.total[ATLAS_PATENTS]));
  g_assert_false (atlas_interval_is_known (set.patents_per_1000_articles));
}

static AtlasProfile *
make_profile (guint edition, guint rank, double count)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  AtlasProfileNumbers *numbers = atlas_profile_builder_get_numbers (builder);
  AtlasNumber one = { 1, 1, ATLAS_NUMBER_GIVEN, 0 };
  AtlasNumber share = { 50, 1, ATLAS_NUMBER_GIVEN, 0 };
  AtlasNumber number = { count, 1, ATLAS_NUMBER_GIVEN, 0 };
  AtlasNumber articles = { 1000, 1, ATLAS_NUMBER_GIVEN, 0 };

  numbers->edition = (AtlasNumber){ edition, 1, ATLAS_NUMBER_GIVEN, 0 };
  numbers->rank = (AtlasNumber){ rank, 1, ATLAS_NUMBER_GIVEN, 0 };
  atlas_profile_builder_add_entry (builder, ATLAS_PATENTS, "A", -1, &one,
                                   &number, &share, 1);
  atlas_profile_builder_add_entry (builder, ATLAS_ARTICLES, "B", -1, &one,
                                   &articles, &share, 1);

  return atlas_profile_builder_end (builder);
}

/* Editions are kept apart, and a profile that is not one of them is not
 * found. */
static void
test_standings (void)
{
  AtlasProfile *profiles[] = {
    make_profile (2024, 1, 900),
    make_profile (2024, 2, 100),
    make_profile (2023, 1, 500),
  };
  g_autoptr (AtlasProfile) other = make_profile (2024, 3, 10);
  g_autoptr (AtlasStandings) standings =
      atlas_standings_new ((const AtlasProfile *const *) profiles, 3, &world);
  AtlasStanding standing;
  gsize i;

  g_assert_true (atlas_standings_find (standings, profiles[0], &standing));
  g_assert_cmpuint (standing.set.n_profiles, ==, 2);
  g_assert_cmpuint (standing.n_by_size, ==, 2);
  g_assert_cmpuint (standing.n_by_intensity, ==, 0);
  g_assert_cmpuint (standing.size.best, ==, 1);
  g_assert_cmpuint (standing.size.worst, ==, 1);
  g_assert_cmpint (standing.size.verdict, ==, ATLAS_RANK_AGREES);
  g_assert_cmpint (standing.intensity.verdict, ==, ATLAS_RANK_UNKNOWN);
  g_assert_cmpfloat (standing.specialisation.low, >, 1);

  g_assert_true (atlas_standings_find (standings, profiles[1], &standing));
  g_assert_cmpfloat (standing.specialisation.high, <, 1);
  g_assert_true (atlas_standings_find (standings, profiles[2], &standing));
  g_assert_cmpuint (standing.set.n_profiles, ==, 1);
  g_assert_false (atlas_standings_find (standings, other, &standing));

  for (i = 0; i < G_N_ELEMENTS (profiles); i++)
    atlas_profile_unref (profiles[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/open-set/score", test_score);
  g_test_add_func ("/open-set/positions", test_positions);
  g_test_add_func ("/open-set/specialisation", test_specialisation);
  g_test_add_func ("/open-set/standings", test_standings);

  return g_test_run ();
}
