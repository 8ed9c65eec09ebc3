/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-editions.h"
#include "atlas-profile-builder.h"

static AtlasProfile *
make (const char *cluster, double edition, const char *source)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  AtlasProfileNumbers *numbers = atlas_profile_builder_get_numbers (builder);

  atlas_profile_builder_set_cluster (builder, cluster, -1, 1);
  atlas_profile_builder_set_source (builder, source);
  if (edition > 0)
    numbers->edition =
        (AtlasNumber){ .value = edition, .state = ATLAS_NUMBER_GIVEN };

  return atlas_profile_builder_end (builder);
}

static void
assert_state (const AtlasEditions *editions,
              gsize history,
              AtlasEditionState expected)
{
  gsize n;
  const AtlasHistory *histories = atlas_editions_get_histories (editions, &n);
  AtlasEditionState state;

  g_assert_cmpuint (history, <, n);
  g_assert_true (atlas_editions_get_state (editions, &histories[history], 2023,
                                           2024, &state));
  g_assert_cmpint (state, ==, expected);
}

static void
test_histories (void)
{
  AtlasProfile *profiles[] = {
    make ("Gone", 2023, "a"),  make ("New", 2024, "b"),
    make ("Stays", 2024, "d"), make ("STAYS", 2023, "c"),
    make ("Xian", 2023, "e"),  make ("Xi'an", 2024, "f"),
    make ("Stays", 2024, "e"), make ("No edition", 0, "g"),
  };
  g_autoptr (AtlasAliases) aliases = atlas_aliases_new ();
  g_autoptr (AtlasEditions) editions = NULL;
  const AtlasHistory *histories;
  const AtlasProfile *profile;
  const guint *years;
  gsize n, i;

  atlas_aliases_add (aliases, NULL, "Xian", "Xi'an");
  editions = atlas_editions_new ((const AtlasProfile *const *) profiles,
                                 G_N_ELEMENTS (profiles), aliases);

  years = atlas_editions_get_years (editions, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (years[0], ==, 2023);
  g_assert_cmpuint (years[1], ==, 2024);

  histories = atlas_editions_get_histories (editions, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpstr (histories[2].key, ==, "stays");
  g_assert_cmpuint (histories[2].n_profiles, ==, 2);
  profile = atlas_editions_get_profile (editions, &histories[2], 2024);
  g_assert_cmpstr (profile->source, ==, "d");
  g_assert_null (atlas_editions_get_profile (editions, &histories[0], 2024));

  assert_state (editions, 0, ATLAS_EDITION_GONE);
  assert_state (editions, 1, ATLAS_EDITION_NEW);
  assert_state (editions, 2, ATLAS_EDITION_STAYS);
  assert_state (editions, 3, ATLAS_EDITION_RENAMED);

  for (i = 0; i < G_N_ELEMENTS (profiles); i++)
    atlas_profile_unref (profiles[i]);
}

static void
test_changes (void)
{
  AtlasInterval low = { 1, 2 };
  AtlasInterval middle = { 1.5, 3 };
  AtlasInterval high = { 4, INFINITY };

  g_assert_cmpint (atlas_editions_compare (low, middle), ==, ATLAS_CHANGE_NONE);
  g_assert_cmpint (atlas_editions_compare (low, high), ==, ATLAS_CHANGE_UP);
  g_assert_cmpint (atlas_editions_compare (high, low), ==, ATLAS_CHANGE_DOWN);
  g_assert_cmpint (atlas_editions_compare (low, ATLAS_INTERVAL_NONE), ==,
                   ATLAS_CHANGE_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/editions/histories", test_histories);
  g_test_add_func ("/editions/changes", test_changes);

  return g_test_run ();
}
