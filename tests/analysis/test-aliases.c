/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-alias-suggestions.h"
#include "atlas-profile-builder.h"

/* Names that mean the same: by the user's word alone. */

static void
assert_place (const AtlasAliases *aliases, const char *name, const char *key)
{
  g_autofree char *found = atlas_aliases_dup_place_key (aliases, name);

  g_assert_cmpstr (found, ==, key);
}

static void
test_places (void)
{
  g_autoptr (AtlasAliases) aliases = atlas_aliases_new ();
  g_autoptr (AtlasAliases) copy = NULL;

  assert_place (NULL, "Shanghai – Suzhou", "shanghai-suzhou");
  assert_place (aliases, "San Diego, CA", "san diego, ca");

  g_assert_true (
      atlas_aliases_add (aliases, NULL, "San Diego, CA", "San Diego"));
  g_assert_false (
      atlas_aliases_add (aliases, NULL, "San Diego, CA", "San Diego"));
  assert_place (aliases, "SAN DIEGO, CA", "san diego");

  /* A chain is followed; a circle is refused. */
  g_assert_true (atlas_aliases_add (aliases, NULL, "San Diego", "Tijuana"));
  assert_place (aliases, "San Diego, CA", "tijuana");
  g_assert_false (
      atlas_aliases_add (aliases, NULL, "Tijuana", "San Diego, CA"));
  g_assert_false (atlas_aliases_add (aliases, NULL, "Tijuana", "TIJUANA"));

  copy = atlas_aliases_copy (aliases);
  g_assert_true (atlas_aliases_equal (aliases, copy));
  g_assert_true (atlas_aliases_remove (aliases, NULL, "san diego"));
  g_assert_false (atlas_aliases_remove (aliases, NULL, "san diego"));
  g_assert_false (atlas_aliases_equal (aliases, copy));
  assert_place (aliases, "San Diego, CA", "san diego");
  assert_place (copy, "San Diego, CA", "tijuana");
  g_assert_cmpuint (atlas_aliases_get_n_aliases (aliases), ==, 1);
}

/* Two Northeastern Universities stay two. */
static void
test_organisations (void)
{
  g_autoptr (AtlasAliases) aliases = atlas_aliases_new ();

  g_assert_true (atlas_aliases_add (aliases, "dalian", "DLUT",
                                    "DALIAN UNIVERSITY OF TECHNOLOGY"));
  g_assert_cmpstr (atlas_aliases_get_organisation (aliases, "dalian", "dlut"),
                   ==, "DALIAN UNIVERSITY OF TECHNOLOGY");
  g_assert_cmpstr (atlas_aliases_get_organisation (aliases, "boston", "DLUT"),
                   ==, "DLUT");
  g_assert_cmpstr (atlas_aliases_get_organisation (NULL, "dalian", "DLUT"), ==,
                   "DLUT");
  g_assert_null (atlas_aliases_get_organisation (aliases, "dalian", NULL));
  assert_place (aliases, "DLUT", "dlut");
}

static void
collect (const AtlasAlias *alias, gpointer user_data)
{
  GString *text = user_data;

  g_string_append_printf (text, "%s:%s=%s ",
                          alias->cluster != NULL ? alias->cluster : "",
                          alias->name, alias->target);
}

static void
test_order (void)
{
  g_autoptr (AtlasAliases) aliases = atlas_aliases_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) nevers = g_string_new (NULL);

  atlas_aliases_add (aliases, "b", "X", "Y");
  atlas_aliases_add (aliases, "a", "X", "Z");
  atlas_aliases_add (aliases, NULL, "Q", "P");
  atlas_aliases_add (aliases, NULL, "B", "A");
  atlas_aliases_foreach (aliases, collect, text);
  g_assert_cmpstr (text->str, ==, ":B=A :Q=P a:X=Z b:X=Y ");

  g_assert_true (atlas_aliases_add_never (aliases, NULL, "M", "N"));
  g_assert_false (atlas_aliases_add_never (aliases, NULL, "n", "m"));
  g_assert_true (atlas_aliases_is_never (aliases, NULL, "N", "M"));
  g_assert_false (atlas_aliases_is_never (aliases, "a", "N", "M"));
  atlas_aliases_foreach_never (aliases, collect, nevers);
  g_assert_cmpstr (nevers->str, ==, ":M=N ");
  g_assert_true (atlas_aliases_remove_never (aliases, NULL, "N", "M"));
  g_assert_false (atlas_aliases_is_never (aliases, NULL, "N", "M"));
}

static void
add_entry (AtlasProfileBuilder *builder, AtlasKind kind, const char *name)
{
  AtlasNumber none = ATLAS_NUMBER_INIT;

  atlas_profile_builder_add_entry (builder, kind, name, -1, &none, &none, &none,
                                   1);
}

static char *
dup_suggestions (const AtlasProfile *profile, const AtlasAliases *aliases)
{
  g_autoptr (GPtrArray) list = atlas_alias_suggest (&profile, 1, aliases);
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < list->len; i++)
    {
      const AtlasAliasSuggestion *suggestion = list->pdata[i];

      g_string_append_printf (text, "%s=%s/%d; ", suggestion->name,
                              suggestion->target, (int) suggestion->reason);
    }

  return g_string_free (text, FALSE);
}

static void
test_suggestions (void)
{
  g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
  g_autoptr (AtlasAliases) aliases = atlas_aliases_new ();
  g_autoptr (AtlasProfile) profile = NULL;
  g_autofree char *all = NULL;
  g_autofree char *less = NULL;

  atlas_profile_builder_set_cluster (builder, "Dalian", -1, 1);
  add_entry (builder, ATLAS_PATENTS, "DALIAN UNIVERSITY OF TECH.");
  add_entry (builder, ATLAS_ARTICLES, "DALIAN UNIVERSITY OF TECHNOLOGY");
  add_entry (builder, ATLAS_PATENTS, "DUT");
  add_entry (builder, ATLAS_PATENTS, "CRRC CO., LTD.");
  add_entry (builder, ATLAS_ARTICLES, "DALIAN MARITIME UNIVERSITY");
  atlas_profile_builder_add_partner (builder, ATLAS_PATENTS, "San José", -1, 1);
  atlas_profile_builder_add_partner (builder, ATLAS_ARTICLES, "San Jose", -1,
                                     1);
  atlas_profile_builder_add_partner (builder, ATLAS_PATENTS, "San Diego", -1,
                                     1);
  atlas_profile_builder_add_partner (builder, ATLAS_ARTICLES, "San Diego, CA",
                                     -1, 1);
  profile = atlas_profile_builder_end (builder);

  all = dup_suggestions (profile, aliases);
  g_assert_cmpstr (all, ==,
                   "San Jose=San José/0; "
                   "San Diego=San Diego, CA/1; "
                   "DALIAN UNIVERSITY OF TECH.=DALIAN UNIVERSITY OF "
                   "TECHNOLOGY/2; "
                   "DUT=DALIAN UNIVERSITY OF TECHNOLOGY/3; ");

  /* What is said already is not said again. */
  atlas_aliases_add (aliases, NULL, "San Jose", "San José");
  atlas_aliases_add_never (aliases, NULL, "San Diego", "San Diego, CA");
  atlas_aliases_add (aliases, "dalian", "DUT",
                     "DALIAN UNIVERSITY OF TECHNOLOGY");
  less = dup_suggestions (profile, aliases);
  g_assert_cmpstr (less, ==,
                   "DALIAN UNIVERSITY OF TECH.=DALIAN UNIVERSITY OF "
                   "TECHNOLOGY/2; ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/aliases/places", test_places);
  g_test_add_func ("/aliases/organisations", test_organisations);
  g_test_add_func ("/aliases/order", test_order);
  g_test_add_func ("/aliases/suggestions", test_suggestions);

  return g_test_run ();
}
