/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-fold.h"
#include "atlas-span.h"

static void
test_phrases (void)
{
  static const struct
  {
    const char *text;
    const char *phrase;
    const char *rest;
  } cases[] = {
    { "In the end", "in the ", "end" },
    { "in  **the** end", "in the ", "end" },
    { "in\xc2\xa0the end", "in the ", "end" },
    { "inthe end", "in the ", NULL },
    { "co-op!", "co-op", "!" },
    { "co \xe2\x80\x93 op!", "co-op", "!" },
    { "co op!", "co-op", "!" },
    { "coop!", "co-op", NULL },
    { "it's", "it's", "" },
    { "it\xe2\x80\x99s", "it's", "" },
    { "its", "it's", NULL },
    { "it", "it's", NULL },
    { "R&D", "r&d", "" },
    { "R&amp;D", "r&d", "" },
    { "R+D", "r&d", NULL },
    { "R", "r&d", NULL },
    { "(x", "(x", "" },
    { "", "a", NULL },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasSpan span = atlas_span_from_string (cases[i].text);
      gboolean skipped = atlas_span_skip (&span, cases[i].phrase);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (skipped, ==, cases[i].rest != NULL);
      g_assert_cmpstr (span.start, ==, skipped ? cases[i].rest : cases[i].text);
    }
}

/* Names made of all that is folded or not: the quick way of comparing agrees
 * with the keys. */
static void
test_equal_place (void)
{
  static const char *const pieces[] = {
    "a",
    "A",
    "b",
    " ",
    "  ",
    "-",
    "–",
    " - ",
    ".",
    ",",
    "é",
    "É",
    "e\xcc\x81",
    "\xcc\x81",
    "ß",
    "ss",
    "\t",
    "\xc2\xa0",
    "1",
    "@",
    "\xef\xbc\x8d",
    "\xe2\x80\x8b",
    "İ",
    "i",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint i, k, n_equal = 0;

  for (i = 0; i < 200000; i++)
    {
      GString *names[2] = { g_string_new (NULL), g_string_new (NULL) };
      g_autofree char *a = NULL;
      g_autofree char *b = NULL;
      gboolean equal;

      for (k = 0; k < 2; k++)
        {
          gint n = g_rand_int_range (rand, 1, 5);

          /* Half of them begin alike. */
          if (k == 1 && g_rand_boolean (rand))
            g_string_append (names[1], names[0]->str);
          while (n-- > 0)
            g_string_append (
                names[k],
                pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
        }
      a = atlas_fold_place (names[0]->str);
      b = atlas_fold_place (names[1]->str);
      equal = atlas_span_equal_place (atlas_span_from_string (names[0]->str),
                                      atlas_span_from_string (names[1]->str));
      if (equal != g_str_equal (a, b))
        g_test_message ("“%s” and “%s”", names[0]->str, names[1]->str);
      g_assert_cmpint (equal, ==, g_str_equal (a, b));
      n_equal += (guint) equal;
      g_string_free (names[0], TRUE);
      g_string_free (names[1], TRUE);
    }
  g_assert_cmpuint (n_equal, >, 100);

  g_assert_true (atlas_span_equal_place (ATLAS_SPAN_EMPTY, ATLAS_SPAN_EMPTY));
  g_assert_false (
      atlas_span_equal_place (ATLAS_SPAN_EMPTY, atlas_span_from_string ("a")));
}

static void
test_words (void)
{
  AtlasSpan text = atlas_span_from_string (" **one**\xe3\x80\x80t\xc3\xa9 ");
  AtlasSpan word = atlas_span_take_word (&text);

  g_assert_true (atlas_span_is (word, "one"));
  word = atlas_span_take_word (&text);
  g_assert_cmpuint (atlas_span_length (word), ==, 3);
  word = atlas_span_take_word (&text);
  g_assert_true (atlas_span_is_empty (word));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/span/phrases", test_phrases);
  g_test_add_func ("/span/equal-place", test_equal_place);
  g_test_add_func ("/span/words", test_words);

  return g_test_run ();
}
