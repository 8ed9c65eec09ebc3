/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "atlas-alias-file.h"
#include "nasty-folder.h"

static void
test_round_trip (void)
{
  g_autofree char *folder = nasty_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AtlasAliases) aliases = atlas_aliases_new ();
  g_autoptr (AtlasAliases) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;

  g_assert_true (
      atlas_aliases_add (aliases, NULL, "Shanghai", "Shanghai-Suzhou"));
  g_assert_true (
      atlas_aliases_add (aliases, "dalian", "DICP, \"CAS\"", "DICP"));
  g_assert_true (atlas_aliases_add_never (aliases, NULL, "Boston", "Houston"));
  g_assert_true (atlas_alias_file_save (aliases, file, &error));
  g_assert_no_error (error);

  again = atlas_alias_file_load (file, &error);
  g_assert_no_error (error);
  g_assert_true (atlas_aliases_equal (aliases, again));
  key = atlas_aliases_dup_place_key (again, "SHANGHAI");
  g_assert_cmpstr (key, ==, "shanghai-suzhou");
  nasty_folder_remove (g_steal_pointer (&folder));
}

static void
test_damage (void)
{
  static const char *const texts[] = {
    "",
    "{}",
    "{\"format\": \"cluster-atlas/aliases\", \"version\": 2}",
    "{\"format\": \"cluster-atlas/aliases\", \"version\": 1, \"aliases\": 1}",
    "{\"format\": \"cluster-atlas/aliases\", \"version\": 1, \"aliases\": [1]}",
    "{\"format\": \"cluster-atlas/aliases\", \"version\": 1, \"aliases\": "
    "[{\"name\": \"x\"}]}",
    "{\"format\": \"cluster-atlas/aliases\", \"version\": 1, \"aliases\": "
    "[{\"name\": \"x\", \"target\": \"\"}]}",
    "{\"format\": \"cluster-atlas/aliases\", \"version\": \"1\"}",
    "{\"format\": \"cluster-atlas/aliases\"}",
    "{\"format\": \"cluster-atlas/aliases\", \"version\": 1, \"aliases\": "
    "[{\"name\": \"\", \"target\": \"x\"}]}",
    "{\"format\": \"cluster-atlas/aliases\", \"version\": 1, \"aliases\": "
    "[{\"target\": \"x\"}]}",
    "{\"format\": \"cluster-atlas/aliases\", \"version\": 1, \"aliases\": [], "
    "\"aliases\": []}",
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
          atlas_alias_file_parse (texts[i], strlen (texts[i]), &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

/* A list that says nothing, and one that is not there. */
static void
test_nothing (void)
{
  static const char text[] =
      "{\"format\": \"cluster-atlas/aliases\", \"version\": 1}";
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasAliases) none =
      atlas_alias_file_parse (text, strlen (text), &error);
  g_autoptr (AtlasAliases) empty = atlas_aliases_new ();
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent.json");

  g_assert_no_error (error);
  g_assert_true (atlas_aliases_equal (none, empty));
  g_assert_null (atlas_alias_file_load (missing, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/alias-file/round-trip", test_round_trip);
  g_test_add_func ("/alias-file/damage", test_damage);
  g_test_add_func ("/alias-file/nothing", test_nothing);

  return g_test_run ();
}
