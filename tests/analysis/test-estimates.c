/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-estimates.h"
#include "atlas-profile-builder.h"
#include "atlas-quantity.h"

/* One row as printed: count, share, digits after the point of the share. */
typedef struct
{
  double count;
  double share;
  guint8 decimals;
} Row;

/* What a profile prints, as far as estimates need it. */
typedef struct
{
  Row rows[ATLAS_N_KINDS][4];
  guint n_rows[ATLAS_N_KINDS];
  double per_million[ATLAS_N_KINDS];
  double collaboration[ATLAS_N_KINDS];
} Printed;

static const Printed shenyang = {
  { { { 278, 40, 0 }, { 44, 6, 0 }, { 36, 5, 0 } },
    { { 12012, 33, 0 }, { 7430, 20, 0 }, { 2386, 6, 0 } } },
  { 3, 3 },
  { 110, 5883 },
  { 13, 51 },
};

static const Printed chongqing = {
  { { { 473, 32, 0 }, { 85, 6, 0 }, { 69, 5, 0 } },
    { { 14485, 30, 0 }, { 7919, 16, 0 }, { 6459, 13, 0 } } },
  { 3, 3 },
  { 175, 5597 },
  { 7, 56 },
};

static AtlasNumber
given (double value, guint8 decimals)
{
  return (AtlasNumber){ value, 1, ATLAS_NUMBER_GIVEN, decimals };
}

static AtlasProfile *
make_profile (const Printed *printed)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  AtlasProfileNumbers *numbers = atlas_profile_builder_get_numbers (builder);
  guint kind, i;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      numbers->per_million[kind] = given (printed->per_million[kind], 0);
      numbers->collaboration[kind] = given (printed->collaboration[kind], 0);
      for (i = 0; i < printed->n_rows[kind]; i++)
        {
          const Row *row = &printed->rows[kind][i];
          AtlasNumber rank = given (i + 1, 0);
          AtlasNumber count = given (row->count, 0);
          AtlasNumber share = given (row->share, row->decimals);

          atlas_profile_builder_add_entry (builder, kind, "X", -1, &rank,
                                           &count, &share, i + 1);
        }
    }

  return atlas_profile_builder_end (builder);
}

static void
assert_interval (AtlasInterval interval,
                 double low,
                 double high,
                 double tolerance)
{
  g_assert_cmpfloat_with_epsilon (interval.low, low, tolerance);
  g_assert_cmpfloat_with_epsilon (interval.high, high, tolerance);
}

/* Values computed by hand from the printed ones. */
static void
test_shenyang (void)
{
  g_autoptr (AtlasProfile) profile = make_profile (&shenyang);
  AtlasEstimates e;

  atlas_estimates_compute (profile, &e);

  assert_interval (e.total[ATLAS_PATENTS], 686.4198, 703.7975, 5e-5);
  assert_interval (e.total[ATLAS_ARTICLES], 36707.6923, 36960, 5e-5);
  assert_interval (e.population_from[ATLAS_PATENTS], 6211943, 6427374, 0.5);
  assert_interval (e.population_from[ATLAS_ARTICLES], 6239091, 6283043, 0.5);
  assert_interval (e.population, 6239091, 6283043, 0.5);
  assert_interval (e.total_joint[ATLAS_PATENTS], 686.4198, 694.2762, 5e-5);
  assert_interval (e.total_joint[ATLAS_ARTICLES], 36707.6923, 36960, 5e-5);
  assert_interval (e.cr3[ATLAS_PATENTS], 51.5645, 52.1547, 5e-5);
  assert_interval (e.others[ATLAS_PATENTS], 47.8453, 48.4355, 5e-5);
  assert_interval (e.cr1[ATLAS_PATENTS], 40.0417, 40.5, 5e-5);
  assert_interval (e.hhi[ATLAS_PATENTS], 0.16787, 0.19536, 5e-6);
  assert_interval (e.effective_number[ATLAS_PATENTS], 5.1187, 5.9570, 5e-4);
  assert_interval (e.leader_ratio[ATLAS_PATENTS], 278.0 / 44, 278.0 / 44, 1e-9);
  assert_interval (e.patents_per_1000_articles, 18.6114, 18.7845, 5e-5);
  assert_interval (e.collaborations[ATLAS_PATENTS], 85.80, 93.73, 5e-3);
  assert_interval (e.collaborations[ATLAS_ARTICLES], 18537.38, 19034.4, 5e-3);
}

static void
test_chongqing (void)
{
  g_autoptr (AtlasProfile) profile = make_profile (&chongqing);
  AtlasEstimates e;

  atlas_estimates_compute (profile, &e);

  assert_interval (e.total[ATLAS_PATENTS], 1455.4, 1501.6, 0.05);
  assert_interval (e.total[ATLAS_ARTICLES], 47993.9, 49101.7, 0.05);
  assert_interval (e.population, 8.574e6, 8.605e6, 500);
  assert_interval (e.total_joint[ATLAS_PATENTS], 1496.2, 1501.6, 0.05);
  assert_interval (e.total_joint[ATLAS_ARTICLES], 47993.9, 48167.0, 0.05);
  assert_interval (e.cr3[ATLAS_PATENTS], 41.76, 41.91, 0.005);
  assert_interval (e.hhi[ATLAS_PATENTS], 0.1050, 0.1315, 5e-5);
  assert_interval (e.patents_per_1000_articles, 31.17, 31.29, 0.005);
}

/* One row each: what is expected of the total of patents. */
static void
test_total_of_one_row (void)
{
  static const struct
  {
    Row row;
    double low, high;
  } cases[] = {
    { { 100, 10, 0 }, 100 * 100 / 10.5, 100 * 100 / 9.5 },
    { { 100, 10, 1 }, 100 * 100 / 10.05, 100 * 100 / 9.95 },
    { { 100, 12.5, 1 }, 100 * 100 / 12.55, 100 * 100 / 12.45 },
    /* a share of at most half a unit says nothing about the upper end */
    { { 7, 0, 0 }, 1400, INFINITY },
    { { 7, 0.5, 1 }, 100 * 7 / 0.55, 100 * 7 / 0.45 },
    { { 0, 0, 0 }, 0, INFINITY },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Printed printed = { .n_rows = { 1, 0 } };
      g_autoptr (AtlasProfile) profile = NULL;
      AtlasInterval total;

      printed.rows[ATLAS_PATENTS][0] = cases[i].row;
      profile = make_profile (&printed);
      total = atlas_estimate_total_from_entry (&profile->entries[0][0]);
      g_assert_cmpfloat_with_epsilon (total.low, cases[i].low, 1e-9);
      if (isinf (cases[i].high))
        g_assert_true (isinf (total.high));
      else
        g_assert_cmpfloat_with_epsilon (total.high, cases[i].high, 1e-9);
    }
}

/* Rows that cannot come from one total make everything after unknown. */
static void
test_contradiction (void)
{
  Printed printed = shenyang;
  g_autoptr (AtlasProfile) profile = NULL;
  AtlasEstimates e;

  printed.rows[ATLAS_PATENTS][1].count = 440;
  profile = make_profile (&printed);
  atlas_estimates_compute (profile, &e);

  g_assert_false (atlas_interval_is_known (e.total[ATLAS_PATENTS]));
  g_assert_false (atlas_interval_is_known (e.population_from[ATLAS_PATENTS]));
  g_assert_false (atlas_interval_is_known (e.hhi[ATLAS_PATENTS]));
  g_assert_false (atlas_interval_is_known (e.others[ATLAS_PATENTS]));
  /* the articles stand for themselves */
  assert_interval (e.population, 6239091, 6283043, 0.5);
  assert_interval (e.total[ATLAS_ARTICLES], 36707.6923, 36960, 5e-5);
}

/* A population that patents and articles do not agree on is unknown, and
 * tightens nothing. */
static void
test_populations_apart (void)
{
  Printed printed = shenyang;
  g_autoptr (AtlasProfile) profile = NULL;
  AtlasEstimates e;

  printed.per_million[ATLAS_PATENTS] = 220;
  profile = make_profile (&printed);
  atlas_estimates_compute (profile, &e);

  g_assert_true (atlas_interval_is_known (e.population_from[ATLAS_PATENTS]));
  g_assert_false (atlas_interval_is_known (e.population));
  assert_interval (e.total_joint[ATLAS_PATENTS], 686.4198, 703.7975, 5e-5);
}

/* Values that are not there are never part of a figure. */
static void
test_missing (void)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  g_autoptr (AtlasProfile) empty = atlas_profile_builder_end (builder);
  AtlasNumber rank = given (1, 0), count = given (278, 0);
  AtlasNumber share = given (40, 0), damaged = ATLAS_NUMBER_INIT;
  g_autoptr (AtlasProfile) torn = NULL;
  AtlasEstimates e;
  guint i;

  atlas_estimates_compute (empty, &e);
  for (i = 0; i < ATLAS_N_QUANTITIES; i++)
    g_assert_false (atlas_interval_is_known (atlas_quantity_get (&e, i)));

  damaged.state = ATLAS_NUMBER_DAMAGED;
  for (i = 0; i < 3; i++)
    atlas_profile_builder_add_entry (builder, ATLAS_PATENTS, "X", -1, &rank,
                                     i == 1 ? &damaged : &count, &share, 1);
  torn = atlas_profile_builder_end (builder);
  atlas_estimates_compute (torn, &e);
  g_assert_true (atlas_interval_is_known (e.total[ATLAS_PATENTS]));
  g_assert_false (atlas_interval_is_known (e.cr3[ATLAS_PATENTS]));
  g_assert_false (atlas_interval_is_known (e.others[ATLAS_PATENTS]));
  g_assert_false (atlas_interval_is_known (e.hhi[ATLAS_PATENTS]));
}

/* "<1%" lies between nothing and one percent. */
static void
test_below (void)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  AtlasNumber rank = given (1, 0), count = given (12, 0);
  AtlasNumber share = { 1, 1, ATLAS_NUMBER_BELOW, 0 };
  g_autoptr (AtlasProfile) profile = NULL;
  AtlasInterval total;

  atlas_profile_builder_add_entry (builder, ATLAS_PATENTS, "X", -1, &rank,
                                   &count, &share, 1);
  profile = atlas_profile_builder_end (builder);
  total = atlas_estimate_total_from_entry (&profile->entries[0][0]);
  g_assert_cmpfloat (total.low, ==, 1200);
  g_assert_true (isinf (total.high));
}

/* Shares of articles can overlap: a share is never above all there is. */
static void
test_overlap (void)
{
  static const Printed overlapping = {
    { { { 0 } }, { { 80, 80, 0 }, { 60, 60, 0 }, { 40, 40, 0 } } },
    { 0, 3 },
    { 10, 10 },
    { 0, 0 },
  };
  g_autoptr (AtlasProfile) profile = make_profile (&overlapping);
  AtlasEstimates e;

  atlas_estimates_compute (profile, &e);
  g_assert_cmpfloat (e.cr3[ATLAS_ARTICLES].high, <=, 100);
  g_assert_cmpfloat (e.others[ATLAS_ARTICLES].low, >=, 0);
  g_assert_cmpfloat (e.hhi[ATLAS_ARTICLES].high, <=, 1);
}

/* For random totals and holders the bounds hold what they bound. */
static void
test_bounds_hold (void)
{
  guint n, i;

  for (n = 0; n < 20000; n++)
    {
      Printed printed = { .n_rows = { 3, 0 } };
      g_autoptr (AtlasProfile) profile = NULL;
      AtlasEstimates e;
      double counts[40], total = 0, squares = 0, population, rate;
      guint n_holders = (guint) g_test_rand_int_range (3, 40);

      counts[0] = g_test_rand_int_range (20, 10000);
      for (i = 1; i < n_holders; i++)
        counts[i] = MAX (
            1, floor (counts[i - 1] * g_test_rand_double_range (0.5, 1.0)));
      for (i = 0; i < n_holders; i++)
        total += counts[i];
      for (i = 0; i < n_holders; i++)
        squares += counts[i] * counts[i] / total / total;

      population = g_test_rand_double_range (1e5, 3e7);
      rate = total / population * 1e6;
      printed.per_million[ATLAS_PATENTS] = floor (rate + 0.5);
      for (i = 0; i < 3; i++)
        printed.rows[ATLAS_PATENTS][i] =
            (Row){ counts[i], floor (100 * counts[i] / total + 0.5), 0 };

      profile = make_profile (&printed);
      atlas_estimates_compute (profile, &e);

      g_assert_cmpfloat (e.total[0].low, <=, total * (1 + 1e-12));
      g_assert_cmpfloat (e.total[0].high, >=, total * (1 - 1e-12));
      g_assert_cmpfloat (e.population.low, <=, population * (1 + 1e-12));
      g_assert_cmpfloat (e.population.high, >=, population * (1 - 1e-12));
      g_assert_cmpfloat (e.hhi[0].low, <=, squares * (1 + 1e-9));
      g_assert_cmpfloat (e.hhi[0].high, >=, squares * (1 - 1e-9));
    }
}

static void
test_inputs (void)
{
  g_autoptr (AtlasProfile) profile = make_profile (&shenyang);
  static const struct
  {
    AtlasQuantity quantity;
    guint n_inputs;
  } cases[] = {
    { ATLAS_QUANTITY_PATENTS_TOTAL, 6 },
    { ATLAS_QUANTITY_POPULATION_FROM_ARTICLES, 7 },
    { ATLAS_QUANTITY_POPULATION, 14 },
    { ATLAS_QUANTITY_ARTICLE_COLLABORATIONS, 15 },
    { ATLAS_QUANTITY_PATENTS_LEADER_RATIO, 6 },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) inputs =
          atlas_quantity_dup_inputs (cases[i].quantity, profile);

      g_assert_cmpuint (inputs->len, ==, cases[i].n_inputs);
    }
}

/* The table is complete: a key, a name and a formula, no key twice. */
static void
test_quantities (void)
{
  g_autoptr (GHashTable) nicks = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  for (i = 0; i < ATLAS_N_QUANTITIES; i++)
    {
      const AtlasQuantityInfo *info = atlas_quantity_get_info (i);

      g_assert_nonnull (info->nick);
      g_assert_nonnull (info->label);
      g_assert_nonnull (info->formula);
      g_assert_true (g_hash_table_add (nicks, (char *) info->nick));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/estimates/shenyang", test_shenyang);
  g_test_add_func ("/estimates/chongqing", test_chongqing);
  g_test_add_func ("/estimates/total-of-one-row", test_total_of_one_row);
  g_test_add_func ("/estimates/contradiction", test_contradiction);
  g_test_add_func ("/estimates/populations-apart", test_populations_apart);
  g_test_add_func ("/estimates/missing", test_missing);
  g_test_add_func ("/estimates/below", test_below);
  g_test_add_func ("/estimates/overlap", test_overlap);
  g_test_add_func ("/estimates/bounds-hold", test_bounds_hold);
  g_test_add_func ("/estimates/inputs", test_inputs);
  g_test_add_func ("/estimates/quantities", test_quantities);

  return g_test_run ();
}
