/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-catalogue.h"
#include "atlas-plural.h"

/* The forms that the numbers from 0 on take, one digit each. */
static void
assert_forms (const char *rule, const char *forms)
{
  for (gulong n = 0; forms[n] != '\0'; n++)
    {
      gulong which = 99;

      g_assert_true (atlas_plural_evaluate (rule, n, &which));
      g_assert_cmpuint (which, ==, (gulong) (forms[n] - '0'));
    }
}

static void
test_rules (void)
{
  assert_forms ("0;\n", "0000");
  assert_forms ("(n != 1);\n", "10111");
  assert_forms ("n > 1", "0011");
  assert_forms ("(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 "
                "&& (n%100<12 || n%100>14) ? 1 : 2);",
                "2011122222222222222220111");
  assert_forms ("(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 "
                ": n%100>=11 ? 4 : 5);",
                "0123333333344");
  assert_forms ("2*(3+n)-6/2", "35");
}

static void
test_broken_rules (void)
{
  static const char *const rules[] = { "",      "n +",   "(n",  "x",
                                       "n ? 1", "n ) 2", "1 2", "n == " };
  g_autofree char *deep = g_strnfill (5000, '(');
  gulong which;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    g_assert_false (atlas_plural_evaluate (rules[i], 1, &which));
  g_assert_false (atlas_plural_evaluate (deep, 1, &which));
  g_assert_true (atlas_plural_evaluate ("n / 0 + n % 0", 1, &which));
}

/* Files that are no catalogue, or one cut anywhere, are refused or read; never
 * read beyond their end. */
static void
test_broken_catalogues (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("ATLAS_LOCALE_DIR"), "de", "LC_MESSAGES",
                        "cluster-atlas.mo", NULL);
  g_autofree char *text = NULL;
  gsize length;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AtlasCatalogue) whole = NULL;

  if (!g_file_get_contents (path, &text, &length, NULL))
    {
      g_test_skip ("no translations were built");
      return;
    }

  bytes = g_bytes_new (text, length);
  whole = atlas_catalogue_new (bytes);
  g_assert_nonnull (whole);
  g_assert_cmpstr (atlas_catalogue_get (whole, "Contents"), ==, "Inhalt");
  g_assert_null (atlas_catalogue_get (whole, "Not a message of ours"));
  g_assert_cmpstr (atlas_catalogue_get_plural (whole, "a %d", "b %d", 2), ==,
                   "b %d");

  for (gsize i = 0; i < length; i += 1 + i / 16)
    {
      g_autoptr (GBytes) cut = g_bytes_new (text, i);
      g_autoptr (AtlasCatalogue) catalogue = atlas_catalogue_new (cut);

      g_assert_null (catalogue);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/plural/rules", test_rules);
  g_test_add_func ("/chart/plural/broken", test_broken_rules);
  g_test_add_func ("/chart/catalogue/broken", test_broken_catalogues);

  return g_test_run ();
}
