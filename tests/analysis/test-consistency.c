/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "atlas-consistency.h"
#include "atlas-profile-builder.h"

/* What figures say about each other, within a profile and between profiles. */

static AtlasNumber
number (double value, guint32 line)
{
  return (AtlasNumber){ .value = value,
                        .line = line,
                        .state = value < 0 ? ATLAS_NUMBER_MISSING
                                           : ATLAS_NUMBER_GIVEN };
}

/* "14 shares-inconsistent, …" */
static char *
dup_codes (const GPtrArray *problems)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < problems->len; i++)
    {
      const AtlasProblem *problem = problems->pdata[i];
      g_autofree char *message = atlas_problem_dup_message (problem, NULL);

      g_assert_null (strchr (message, '{'));
      g_string_append_printf (text, "%s%s:%u %s", i > 0 ? ", " : "",
                              problem->source, problem->line,
                              atlas_problem_code_get_nick (problem->code));
    }

  return g_string_free (text, FALSE);
}

static GPtrArray *
new_problems (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_unref);
}

typedef struct
{
  const char *name;
  double counts[2][2];
  double shares[2][2];
  double rates[2];
  double national[2];
  double world[2];
  const char *expected;
} Case;

/* 278 of 40 % and 44 of 6 %: 686.42 to 703.80 and 676.92 to 800. */
static const Case cases[] = {
  { "sound",
    { { 278, 44 }, { 12012, 7430 } },
    { { 40, 6 }, { 33, 20 } },
    { 110, 5883 },
    { 17, 26 },
    { 61, 100 },
    "" },
  { "shares",
    { { 278, 44 }, { 12012, 7430 } },
    { { 40, 9 }, { 33, 20 } },
    { 110, 5883 },
    { 17, 26 },
    { 61, 100 },
    "a:2 shares-inconsistent" },
  { "articles",
    { { 278, 44 }, { 12012, 7430 } },
    { { 40, 6 }, { 33, 40 } },
    { 110, -1 },
    { 17, 26 },
    { 61, 100 },
    "a:4 shares-inconsistent" },
  { "population",
    { { 278, 44 }, { 12012, 7430 } },
    { { 40, 6 }, { 33, 20 } },
    { 220, 5883 },
    { 17, 26 },
    { 61, 100 },
    "a:6 population-inconsistent" },
  { "no-rate",
    { { 278, 44 }, { 12012, 7430 } },
    { { 40, 6 }, { 33, 20 } },
    { 220, -1 },
    { 17, 26 },
    { 61, 100 },
    "" },
  { "worse-at-home",
    { { 278, 44 }, { 12012, 7430 } },
    { { 40, 6 }, { 33, 20 } },
    { 110, 5883 },
    { 17, 26 },
    { 16, 100 },
    "a:7 rank-inconsistent" },
  { "no-room-below",
    { { 278, 44 }, { 12012, 7430 } },
    { { 40, 6 }, { 33, 20 } },
    { 110, 5883 },
    { 17, 26 },
    { 92, 100 },
    "a:7 rank-inconsistent" },
  { "just-room-below",
    { { 278, 44 }, { 12012, 7430 } },
    { { 40, 6 }, { 33, 20 } },
    { 110, 5883 },
    { 17, 26 },
    { 91, 100 },
    "" },
};

static void
test_profile (gconstpointer data)
{
  const Case *item = data;
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  g_autoptr (AtlasProfile) profile = NULL;
  g_autoptr (GPtrArray) problems = new_problems ();
  g_autofree char *found = NULL;
  AtlasProfileNumbers *numbers = atlas_profile_builder_get_numbers (builder);
  guint kind, i;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      numbers->per_million[kind] = number (item->rates[kind], 5 + kind);
      for (i = 0; i < 2; i++)
        {
          guint32 line = kind * 2 + i + 1;
          AtlasNumber rank = number (i + 1, line);
          AtlasNumber count = number (item->counts[kind][i], line);
          AtlasNumber share = number (item->shares[kind][i], line);

          atlas_profile_builder_add_entry (builder, kind, "X", -1, &rank,
                                           &count, &share, line);
        }
    }
  numbers->national_rank = number (item->national[0], 7);
  numbers->national_clusters = number (item->national[1], 7);
  numbers->rank = number (item->world[0], 8);
  numbers->top = number (item->world[1], 8);
  atlas_profile_builder_set_cluster (builder, "A", -1, 1);
  atlas_profile_builder_set_source (builder, "a");
  profile = atlas_profile_builder_end (builder);

  atlas_consistency_check_profile (profile, problems);
  found = dup_codes (problems);
  g_assert_cmpstr (found, ==, item->expected);
}

static AtlasProfile *
make (const char *source,
      const char *cluster,
      double edition,
      double world,
      double national,
      double clusters)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  AtlasProfileNumbers *numbers = atlas_profile_builder_get_numbers (builder);

  atlas_profile_builder_set_source (builder, source);
  atlas_profile_builder_set_cluster (builder, cluster, -1, 1);
  atlas_profile_builder_set_economy (builder, "China", -1, 2);
  numbers->edition = number (edition, 3);
  numbers->rank = number (world, 4);
  numbers->national_rank = number (national, 5);
  numbers->national_clusters = number (clusters, 6);

  return atlas_profile_builder_end (builder);
}

/* Checks the profiles in both orders: what is found is the same. */
static void
check_folder (AtlasProfile **profiles,
              gsize n,
              const char *expected,
              const char *duplicates)
{
  guint round;

  for (round = 0; round < 2; round++)
    {
      g_autoptr (GPtrArray) problems = new_problems ();
      g_autofree gboolean *flags = g_new0 (gboolean, n);
      g_autofree const AtlasProfile **order = g_new (const AtlasProfile *, n);
      g_autofree char *found = NULL;
      gsize i;

      for (i = 0; i < n; i++)
        order[i] = profiles[round == 0 ? i : n - 1 - i];
      atlas_consistency_check_folder (order, n, flags, problems);
      found = dup_codes (problems);
      g_assert_cmpstr (found, ==, expected);
      for (i = 0; i < n; i++)
        g_assert_cmpint (flags[round == 0 ? i : n - 1 - i], ==,
                         duplicates[i] == 'd');
    }

  while (n > 0)
    atlas_profile_unref (profiles[--n]);
}

static void
test_sound_folder (void)
{
  AtlasProfile *profiles[] = {
    make ("a", "Beijing", 2024, 3, 2, 26),
    make ("b", "Shenyang", 2024, 61, 17, 26),
    make ("c", "Shenyang", 2023, 61, 17, 24),
    make ("d", "Dalian", -1, 61, 17, 20),
  };

  check_folder (profiles, G_N_ELEMENTS (profiles), "", "....");
}

static void
test_duplicates (void)
{
  AtlasProfile *profiles[] = {
    make ("a", "Shanghai-Suzhou", 2024, 5, 3, 26),
    make ("b", "SHANGHAI – Suzhou", 2024, 5, 3, 26),
    make ("c", "Shanghai-Suzhou", 2024, 5, 3, 26),
    make ("d", "Shanghai-Suzhou", 2024, 6, 3, 26),
  };

  /* "b" is spelt otherwise, so it is not equal in every word. */
  check_folder (profiles, G_N_ELEMENTS (profiles),
                "b:1 conflicting-profile, c:1 duplicate-profile, "
                "d:1 conflicting-profile",
                ".ddd");
}

static void
test_ranks (void)
{
  AtlasProfile *profiles[] = {
    make ("a", "Beijing", 2024, 3, 2, 26),
    make ("b", "Shenyang", 2024, 3, 3, 26),
    make ("c", "Dalian", 2024, 65, 2, 25),
  };

  check_folder (profiles, G_N_ELEMENTS (profiles),
                "b:4 folder-inconsistent, c:5 folder-inconsistent, "
                "c:6 folder-inconsistent",
                "...");
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path =
          g_strconcat ("/consistency/profile/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_profile);
    }
  g_test_add_func ("/consistency/folder/sound", test_sound_folder);
  g_test_add_func ("/consistency/folder/duplicates", test_duplicates);
  g_test_add_func ("/consistency/folder/ranks", test_ranks);

  return g_test_run ();
}
