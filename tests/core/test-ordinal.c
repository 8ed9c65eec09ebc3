/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-ordinal.h"

static void
test_words (void)
{
  guint i;

  /* Whatever is written can be read again, and with other dashes. */
  for (i = 1; i <= 250; i++)
    {
      g_autofree char *words = atlas_ordinal_to_words (i);
      g_auto (GStrv) pieces = g_strsplit (words, "-", -1);
      g_autofree char *blanks = g_strjoinv (" ", pieces);
      guint value = 0;

      g_assert_cmpint (
          atlas_ordinal_read (atlas_span_from_string (words), &value), ==,
          ATLAS_ORDINAL_OK);
      g_assert_cmpuint (value, ==, i);
      value = 0;
      g_assert_cmpint (
          atlas_ordinal_read (atlas_span_from_string (blanks), &value), ==,
          ATLAS_ORDINAL_OK);
      g_assert_cmpuint (value, ==, i);
    }
}

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    AtlasOrdinalResult result;
    guint value;
  } cases[] = {
    { "Top", ATLAS_ORDINAL_OK, 1 },
    { "a hundredth", ATLAS_ORDINAL_OK, 100 },
    { "ONE HUNDREDTH", ATLAS_ORDINAL_OK, 100 },
    { "hundredth", ATLAS_ORDINAL_OK, 100 },
    { "**Ninetieth**", ATLAS_ORDINAL_OK, 90 },
    { "1,021st", ATLAS_ORDINAL_OK, 1021 },
    { "112th", ATLAS_ORDINAL_OK, 112 },
    { "0th", ATLAS_ORDINAL_OK, 0 },
    { "3 rd", ATLAS_ORDINAL_OK, 3 },
    { "3th", ATLAS_ORDINAL_BAD_ENDING, 3 },
    { "11st", ATLAS_ORDINAL_BAD_ENDING, 11 },
    { "22", ATLAS_ORDINAL_BAD_ENDING, 22 },
    { "22x", ATLAS_ORDINAL_BAD_NUMBER, 0 },
    { "-3rd", ATLAS_ORDINAL_BAD_NUMBER, 0 },
    { "+3rd", ATLAS_ORDINAL_BAD_NUMBER, 0 },
    { "1e3rd", ATLAS_ORDINAL_BAD_NUMBER, 0 },
    { "99999999999999999999th", ATLAS_ORDINAL_BAD_NUMBER, 0 },
    { "twenty-tenth", ATLAS_ORDINAL_UNKNOWN, 0 },
    { "twenty", ATLAS_ORDINAL_UNKNOWN, 0 },
    { "firstly", ATLAS_ORDINAL_UNKNOWN, 0 },
    { "", ATLAS_ORDINAL_UNKNOWN, 0 },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint value = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (
          atlas_ordinal_read (atlas_span_from_string (cases[i].text), &value),
          ==, cases[i].result);
      if (cases[i].value != 0)
        g_assert_cmpuint (value, ==, cases[i].value);
    }
}

static void
test_endings (void)
{
  static const struct
  {
    guint value;
    const char *ending;
  } cases[] = {
    { 1, "st" },   { 2, "nd" },   { 3, "rd" },   { 4, "th" },
    { 11, "th" },  { 12, "th" },  { 13, "th" },  { 21, "st" },
    { 100, "th" }, { 101, "st" }, { 111, "th" }, { 1002, "nd" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (atlas_ordinal_get_ending (cases[i].value), ==,
                     cases[i].ending);
}

static void
test_cardinals (void)
{
  guint i, value;

  for (i = 1; i <= 10; i++)
    {
      const char *word = atlas_cardinal_get_word (i);

      g_assert_true (
          atlas_cardinal_read (atlas_span_from_string (word), &value));
      g_assert_cmpuint (value, ==, i);
    }
  g_assert_null (atlas_cardinal_get_word (11));

  g_assert_true (atlas_cardinal_read (atlas_span_from_string (" 12 "), &value));
  g_assert_cmpuint (value, ==, 12);
  g_assert_false (atlas_cardinal_read (atlas_span_from_string ("few"), &value));
  g_assert_false (atlas_cardinal_read (atlas_span_from_string (""), &value));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ordinal/words", test_words);
  g_test_add_func ("/ordinal/read", test_read);
  g_test_add_func ("/ordinal/endings", test_endings);
  g_test_add_func ("/ordinal/cardinals", test_cardinals);

  return g_test_run ();
}
