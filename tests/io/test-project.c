/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>
#include <sys/stat.h>

#include "atlas-project.h"
#include "nasty-folder.h"

static GVariant *
make_state (void)
{
  GVariantBuilder filters;
  GVariantDict state;

  g_variant_builder_init (&filters, G_VARIANT_TYPE ("a(sddas)"));
  g_variant_builder_add_parsed (&filters, "('rank', 1.0, %d, ['a', 'b'])",
                                INFINITY);
  g_variant_builder_add_parsed (&filters, "('economy', 0.1, 2.5, @as [])");

  g_variant_dict_init (&state, NULL);
  g_variant_dict_insert_value (&state, "filters",
                               g_variant_builder_end (&filters));
  g_variant_dict_insert (&state, "search", "s", "Zürich \"\n");
  g_variant_dict_insert (&state, "zoom", "d", 1.0 / 3.0);
  g_variant_dict_insert (&state, "big", "t", G_MAXUINT64);
  g_variant_dict_insert (&state, "small", "x", G_MININT64);
  g_variant_dict_insert (&state, "hidden", "b", TRUE);
  g_variant_dict_insert_value (
      &state, "notes", g_variant_new_parsed ("{'b': 'second', 'a': 'first'}"));
  g_variant_dict_insert_value (
      &state, "layout",
      g_variant_new_parsed ("(@a(sbi) [('x', true, -3)], @mi nothing, "
                            "@ms 'x', [<(1, 2)>])"));

  return g_variant_dict_end (&state);
}

static void
assert_same_state (GVariant *a, GVariant *b)
{
  GVariantIter iter;
  const char *key;
  GVariant *value;

  g_assert_cmpuint (g_variant_n_children (a), ==, g_variant_n_children (b));
  g_variant_iter_init (&iter, a);
  while (g_variant_iter_next (&iter, "{&sv}", &key, &value))
    {
      g_autoptr (GVariant) other = g_variant_lookup_value (b, key, NULL);
      g_autoptr (GVariant) own = value;

      g_test_message ("%s", key);
      g_assert_nonnull (other);
      g_assert_cmpstr (g_variant_get_type_string (own), ==,
                       g_variant_get_type_string (other));
      if (!g_variant_is_of_type (own, G_VARIANT_TYPE ("a{ss}")))
        g_assert_true (g_variant_equal (own, other));
      else
        g_assert_cmpuint (g_variant_n_children (own), ==,
                          g_variant_n_children (other));
    }
}

static void
test_round_trip (void)
{
  g_autofree char *folder_path = nasty_folder_new ();
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);
  g_autoptr (GFile) file = g_file_get_child (folder, "x.clusteratlas");
  g_autoptr (GFile) inside = g_file_get_child (folder, "profiles/a");
  g_autoptr (GFile) outside = g_file_new_for_path ("/srv/profiles");
  g_autoptr (GFile) odd = g_file_new_for_path ("/srv/\xff");
  GFile *const roots[] = { inside, outside, odd, folder };
  g_autoptr (AtlasProject) project = atlas_project_new ();
  g_autoptr (AtlasProject) again = NULL;
  g_autoptr (AtlasAliases) aliases = atlas_aliases_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  GFile *const *read;
  gsize i, n_roots;

  atlas_project_set_roots (project, roots, G_N_ELEMENTS (roots));
  atlas_project_set_state (project, make_state ());
  atlas_aliases_add (aliases, NULL, "A \"x", "B");
  atlas_project_set_aliases (project, aliases);
  atlas_project_save (project, file, &error);
  g_assert_no_error (error);

  again = atlas_project_load (file, &error);
  g_assert_no_error (error);
  read = atlas_project_get_roots (again, &n_roots);
  g_assert_cmpuint (n_roots, ==, G_N_ELEMENTS (roots));
  for (i = 0; i < n_roots; i++)
    g_assert_true (g_file_equal (read[i], roots[i]));
  assert_same_state (atlas_project_get_state (project),
                     atlas_project_get_state (again));

  g_assert_true (
      atlas_aliases_equal (aliases, atlas_project_get_aliases (again)));

  first = atlas_project_to_json (project, file);
  second = atlas_project_to_json (again, file);
  g_assert_cmpstr (first, ==, second);
  g_assert_nonnull (strstr (first, "\n    \"profiles/a\""));
  g_assert_null (strstr (first, folder_path));

  nasty_folder_remove (g_steal_pointer (&folder_path));
}

/* What a newer version wrote outlives a save by this one. */
static void
test_unknown (void)
{
  static const char text[] =
      "{\"format\": \"cluster-atlas/project\", \"version\": 1,\n"
      "\"future\": {\"a\": [1, 2.50, null], \"b\": \"x\"},\n"
      "\"state\": {\"new\": {\"type\": \"i\", \"value\": 5}}}";
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasProject) project =
      atlas_project_parse (text, strlen (text), NULL, &error);
  g_autofree char *json = NULL;

  g_assert_no_error (error);
  atlas_project_set_state (project, make_state ());
  json = atlas_project_to_json (project, NULL);
  g_assert_nonnull (strstr (json, "\"future\": {"));
  g_assert_nonnull (strstr (json, "2.50"));
  g_assert_nonnull (strstr (json, "\"new\": {\"type\": \"i\", \"value\": 5}"));
}

static void
test_damage (void)
{
  static const struct
  {
    const char *text;
    AtlasProjectError code;
  } cases[] = {
    { "", ATLAS_PROJECT_ERROR_DAMAGED },
    { "{", ATLAS_PROJECT_ERROR_DAMAGED },
    { "[]", ATLAS_PROJECT_ERROR_NOT_A_PROJECT },
    { "{\"format\": \"cluster-atlas/profiles\"}",
      ATLAS_PROJECT_ERROR_NOT_A_PROJECT },
    { "{\"format\": \"cluster-atlas/project\"}", ATLAS_PROJECT_ERROR_DAMAGED },
    { "{\"format\": \"cluster-atlas/project\", \"version\": 2}",
      ATLAS_PROJECT_ERROR_NEWER },
    { "{\"format\": \"cluster-atlas/project\", \"version\": 1, \"paths\": 1}",
      ATLAS_PROJECT_ERROR_DAMAGED },
    { "{\"format\": \"cluster-atlas/project\", \"version\": 1, \"paths\": [1]}",
      ATLAS_PROJECT_ERROR_DAMAGED },
    { "{\"format\": \"cluster-atlas/project\", \"version\": 1, \"paths\": [],"
      "\"paths\": []}",
      ATLAS_PROJECT_ERROR_DAMAGED },
    { "{\"format\": \"cluster-atlas/project\", \"version\": 1, \"state\":"
      "{\"x\": {\"type\": \"i\", \"value\": \"x\"}}}",
      ATLAS_PROJECT_ERROR_DAMAGED },
    { "{\"format\": \"cluster-atlas/project\", \"version\": 1, \"state\":"
      "{\"x\": {\"type\": \"(((\", \"value\": 1}}}",
      ATLAS_PROJECT_ERROR_DAMAGED },
    { "{\"format\": \"cluster-atlas/project\", \"version\": 1, \"state\":"
      "{\"x\": {\"type\": \"a*\", \"value\": []}}}",
      ATLAS_PROJECT_ERROR_DAMAGED },
    { "{\"format\": \"cluster-atlas/project\", \"version\": 1, \"state\":"
      "{\"x\": {\"type\": \"(ii)\", \"value\": [1]}}}",
      ATLAS_PROJECT_ERROR_DAMAGED },
    { "{\"format\": \"cluster-atlas/project\", \"version\": 1, \"state\":"
      "{\"x\": {\"type\": \"(ii)\", \"value\": [1, 2, 3]}}}",
      ATLAS_PROJECT_ERROR_DAMAGED },
    { "{\"format\": \"cluster-atlas/project\", \"version\": \"1\"}",
      ATLAS_PROJECT_ERROR_DAMAGED },
    { "{\"format\": \"cluster-atlas/project\", \"version\": 1, \"paths\":"
      "[\"\"]}",
      ATLAS_PROJECT_ERROR_DAMAGED },
    { "{\"format\": \"cluster-atlas/project\", \"version\": 1, \"state\": []}",
      ATLAS_PROJECT_ERROR_DAMAGED },
    { "{\"format\": \"cluster-atlas/project\", \"version\": 1, \"aliases\":"
      "{}}",
      ATLAS_PROJECT_ERROR_DAMAGED },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_null (atlas_project_parse (cases[i].text, strlen (cases[i].text),
                                          NULL, &error));
      g_assert_error (error, ATLAS_PROJECT_ERROR, (gint) cases[i].code);
    }
}

/* A path that looks like a URI, and one beside the project or without any. */
static void
test_odd_roots (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/srv/x.clusteratlas");
  g_autoptr (GFile) odd = g_file_new_for_path ("/srv/a:/\xC3\xA9//b");
  g_autoptr (GFile) uri = g_file_new_for_path ("/srv/far:");
  g_autoptr (GFile) below = g_file_resolve_relative_path (uri, "b/c");
  GFile *const roots[] = { odd, uri, below };
  g_autoptr (AtlasProject) project = atlas_project_new ();
  g_autoptr (AtlasProject) same = atlas_project_ref (project);
  g_autoptr (AtlasProject) again = NULL;
  g_autoptr (AtlasAliases) aliases = atlas_aliases_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  g_autofree char *alone = NULL;
  GFile *const *read;
  gsize i, n_roots;

  atlas_project_set_aliases (project, aliases);
  atlas_project_set_aliases (project, NULL);
  g_assert_null (atlas_project_get_aliases (same));
  atlas_project_set_roots (project, roots, G_N_ELEMENTS (roots));
  json = atlas_project_to_json (project, file);
  again = atlas_project_parse (json, strlen (json), file, &error);
  g_assert_no_error (error);
  read = atlas_project_get_roots (again, &n_roots);
  g_assert_cmpuint (n_roots, ==, G_N_ELEMENTS (roots));
  for (i = 0; i < n_roots; i++)
    g_assert_true (g_file_equal (read[i], roots[i]));

  /* Without a place of its own it names whole URIs. */
  alone = atlas_project_to_json (project, NULL);
  g_assert_nonnull (strstr (alone, "\"file:///srv/far"));
}

static void
test_no_file (void)
{
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent.clusteratlas");
  g_autoptr (GFile) zero = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_project_load (missing, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (atlas_project_load (zero, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_assert_true (atlas_project_is_project_file (missing));
  g_assert_false (atlas_project_is_project_file (zero));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/round-trip", test_round_trip);
  g_test_add_func ("/project/unknown", test_unknown);
  g_test_add_func ("/project/damage", test_damage);
  g_test_add_func ("/project/odd-roots", test_odd_roots);
  g_test_add_func ("/project/no-file", test_no_file);

  return g_test_run ();
}
