/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "atlas-profile-builder.h"

#define N_MANY 200

/* What is told apart by a comparison: every part of a profile once. */
typedef enum
{
  SAME,
  NAME,
  RATE,
  ENTRY_NAME,
  ENTRY_SHARE,
  ENTRY_ONE_MORE,
  FIELD,
  FIELD_SHARE,
  PARTNER,
  PARTNER_GAP,
  NOTE,
  NOTE_ONE_MORE,
  N_CHANGES,
} Change;

static AtlasProfile *
make (Change change)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  AtlasProfileNumbers *numbers = atlas_profile_builder_get_numbers (builder);
  AtlasNumber five = { 5, 1, ATLAS_NUMBER_GIVEN, 0 };
  AtlasNumber six = { 6, 1, ATLAS_NUMBER_GIVEN, 0 };

  atlas_profile_builder_set_source (builder, "x.txt");
  atlas_profile_builder_set_cluster (builder, change == NAME ? "B" : "A", -1,
                                     2);
  numbers->per_million[ATLAS_ARTICLES] = change == RATE ? six : five;
  atlas_profile_builder_add_entry (
      builder, ATLAS_PATENTS, change == ENTRY_NAME ? NULL : "ONE", -1, &five,
      &six, change == ENTRY_SHARE ? &six : &five, 3);
  if (change == ENTRY_ONE_MORE)
    atlas_profile_builder_add_entry (builder, ATLAS_PATENTS, "TWO", -1, &five,
                                     &six, &five, 4);
  atlas_profile_builder_add_field (builder, ATLAS_ARTICLES,
                                   change == FIELD ? "Optics" : "Physics", -1,
                                   change == FIELD_SHARE ? &six : &five, 5);
  if (change == PARTNER_GAP)
    atlas_profile_builder_skip_partner (builder, ATLAS_PATENTS);
  atlas_profile_builder_add_partner (builder, ATLAS_PATENTS,
                                     change == PARTNER ? "C" : "D", -1, 6);
  atlas_profile_builder_add_note (builder, change == NOTE ? "?" : "!", -1, 7);
  if (change == NOTE_ONE_MORE)
    atlas_profile_builder_add_note (builder, "!", -1, 8);

  return atlas_profile_builder_end (builder);
}

static void
test_equal (void)
{
  guint a, b;

  for (a = 0; a < N_CHANGES; a++)
    {
      g_autoptr (AtlasProfile) first = make ((Change) a);

      for (b = 0; b < N_CHANGES; b++)
        {
          g_autoptr (AtlasProfile) second = make ((Change) b);

          g_assert_cmpint (atlas_profile_equal (first, second), ==, a == b);
        }
    }
}

static void
test_partners (void)
{
  g_autoptr (AtlasProfile) profile = make (PARTNER_GAP);

  g_assert_cmpuint (atlas_profile_count_partners (profile, ATLAS_PATENTS), ==,
                    2);
  g_assert_null (atlas_profile_find_partner (profile, ATLAS_PATENTS, 1));
  g_assert_cmpstr (atlas_profile_find_partner (profile, ATLAS_PATENTS, 2)->name,
                   ==, "D");
  g_assert_cmpuint (atlas_profile_count_partners (profile, ATLAS_ARTICLES), ==,
                    0);
}

/* More rows and longer names than a builder has room for at first; what was
 * cleared or is given up leaves nothing behind. */
static void
test_many (void)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  g_autofree char *name = g_strnfill (5000, 'x');
  AtlasNumber none = ATLAS_NUMBER_INIT;
  guint i, round;

  for (round = 0; round < 3; round++)
    {
      g_autoptr (AtlasProfile) profile = NULL;

      atlas_profile_builder_set_cluster (builder, name, -1, 1);
      for (i = 0; i < N_MANY; i++)
        {
          atlas_profile_builder_add_entry (builder, ATLAS_ARTICLES, name,
                                           (gssize) i + 1, &none, &none, &none,
                                           i);
          atlas_profile_builder_add_note (builder, name, 2, i);
        }
      if (round == 1)
        {
          atlas_profile_builder_clear (builder);
          continue;
        }

      profile = atlas_profile_builder_end (builder);
      g_assert_cmpuint (strlen (profile->cluster), ==, 5000);
      g_assert_cmpuint (profile->n_entries[ATLAS_ARTICLES], ==, N_MANY);
      for (i = 0; i < N_MANY; i++)
        g_assert_cmpuint (strlen (profile->entries[ATLAS_ARTICLES][i].name), ==,
                          i + 1);
      g_assert_cmpuint (profile->n_notes, ==, N_MANY);
      g_assert_cmpuint (atlas_profile_get_memory (profile), >, 5000);
    }

  /* Freed while it holds much. */
  atlas_profile_builder_set_cluster (builder, name, -1, 1);
  for (i = 0; i < N_MANY; i++)
    atlas_profile_builder_add_note (builder, name, -1, i);
}

static void
test_boxed (void)
{
  AtlasProfile *profile = make (SAME);
  AtlasProfile *copy = g_boxed_copy (ATLAS_TYPE_PROFILE, profile);

  g_assert_true (copy == profile);
  g_boxed_free (ATLAS_TYPE_PROFILE, profile);
  g_assert_cmpstr (copy->cluster, ==, "A");
  atlas_profile_unref (copy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/profile/equal", test_equal);
  g_test_add_func ("/profile/partners", test_partners);
  g_test_add_func ("/profile/many", test_many);
  g_test_add_func ("/profile/boxed", test_boxed);

  return g_test_run ();
}
