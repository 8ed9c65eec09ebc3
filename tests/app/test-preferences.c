/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-preferences.h"

static GFile *
file_new (guint n)
{
  g_autofree char *path = g_strdup_printf ("/folder/%u", n);

  return g_file_new_for_path (path);
}

/* A program without its schema must behave as a fresh one with it. */
static void
test_defaults (void)
{
  g_autoptr (AtlasPreferences) preferences = atlas_preferences_new ();
  g_autoptr (GSettings) settings = g_settings_new (ATLAS_APPLICATION_ID);
  g_autofree GParamSpec **specs = NULL;
  guint n_specs;
  guint i;

  g_assert_true (atlas_preferences_get_stored (preferences));

  specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (preferences),
                                          &n_specs);
  g_assert_cmpuint (n_specs, ==, 9);
  for (i = 0; i < n_specs; i++)
    {
      const char *name = g_param_spec_get_name (specs[i]);
      g_autoptr (GVariant) stored =
          g_settings_get_default_value (settings, name);
      const GValue *value = g_param_spec_get_default_value (specs[i]);
      g_autofree char *stored_text = g_variant_print (stored, FALSE);
      g_autofree char *text = NULL;

      if (G_VALUE_HOLDS_BOOLEAN (value))
        text = g_strdup (g_value_get_boolean (value) ? "true" : "false");
      else if (G_VALUE_HOLDS_INT (value))
        text = g_strdup_printf ("%d", g_value_get_int (value));
      else if (G_VALUE_HOLDS_DOUBLE (value))
        text = g_strdup ("0.0");
      else if (G_VALUE_HOLDS_ENUM (value))
        text = g_strdup_printf (
            "'%s'", g_enum_get_value (
                        G_ENUM_CLASS (g_type_class_peek (G_VALUE_TYPE (value))),
                        g_value_get_enum (value))
                        ->value_nick);
      else
        text = g_strdup ("[]");
      g_assert_cmpstr (text, ==, stored_text);
    }
}

static void
test_stored (void)
{
  g_autoptr (AtlasPreferences) preferences = atlas_preferences_new ();
  g_autoptr (AtlasPreferences) later = NULL;

  g_object_set (preferences, "appearance", ATLAS_APPEARANCE_DARK, "watch",
                ATLAS_WATCH_RELOAD, "recurse", FALSE, NULL);
  later = atlas_preferences_new ();

  g_assert_cmpint (atlas_preferences_get_appearance (later), ==,
                   ATLAS_APPEARANCE_DARK);
  g_assert_cmpint (atlas_preferences_get_watch (later), ==, ATLAS_WATCH_RELOAD);
  g_assert_false (atlas_preferences_get_recurse (later));
}

static void
test_layout (void)
{
  g_autoptr (AtlasPreferences) preferences = atlas_preferences_new ();
  g_autoptr (AtlasPreferences) later = NULL;
  g_autoptr (GVariant) layout =
      g_variant_ref_sink (g_variant_new_parsed ("{'links': <('x', 1)>}"));
  g_autoptr (GVariant) first = atlas_preferences_dup_layout (preferences);
  g_autoptr (GVariant) second = NULL;

  g_assert_cmpuint (g_variant_n_children (first), ==, 0);
  atlas_preferences_set_layout (preferences, layout);
  later = atlas_preferences_new ();
  second = atlas_preferences_dup_layout (later);
  g_assert_true (g_variant_equal (second, layout));
}

static void
test_recent (void)
{
  g_autoptr (AtlasPreferences) preferences = atlas_preferences_new ();
  const char *const *recent;
  guint i;

  atlas_preferences_clear_recent (preferences);
  for (i = 0; i < ATLAS_N_RECENT + 3; i++)
    {
      g_autoptr (GFile) file = file_new (i);

      atlas_preferences_add_recent (preferences, file);
    }

  recent = atlas_preferences_get_recent (preferences);
  g_assert_cmpuint (g_strv_length ((char **) recent), ==, ATLAS_N_RECENT);
  g_assert_cmpstr (recent[0], ==, "file:///folder/12");
  g_assert_cmpstr (recent[ATLAS_N_RECENT - 1], ==, "file:///folder/3");

  /* Opened again: first, and listed once. */
  {
    g_autoptr (GFile) again = file_new (7);

    atlas_preferences_add_recent (preferences, again);
    recent = atlas_preferences_get_recent (preferences);
    g_assert_cmpstr (recent[0], ==, "file:///folder/7");
    g_assert_cmpstr (recent[1], ==, "file:///folder/12");
    g_assert_cmpuint (g_strv_length ((char **) recent), ==, ATLAS_N_RECENT);

    atlas_preferences_remove_recent (preferences, again);
    recent = atlas_preferences_get_recent (preferences);
    g_assert_false (g_strv_contains (recent, "file:///folder/7"));
    g_assert_cmpstr (recent[0], ==, "file:///folder/12");
  }

  atlas_preferences_clear_recent (preferences);
  g_assert_null (atlas_preferences_get_recent (preferences)[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/preferences/defaults", test_defaults);
  g_test_add_func ("/app/preferences/stored", test_stored);
  g_test_add_func ("/app/preferences/layout", test_layout);
  g_test_add_func ("/app/preferences/recent", test_recent);

  return g_test_run ();
}
