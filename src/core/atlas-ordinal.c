/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-ordinal.h"

#include <string.h>

#include "atlas-number-reader.h"

/* The last word of an ordinal below one hundred. */
static const char *const ordinals[] = {
  NULL,        "first",     "second",      "third",      "fourth",
  "fifth",     "sixth",     "seventh",     "eighth",     "ninth",
  "tenth",     "eleventh",  "twelfth",     "thirteenth", "fourteenth",
  "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
};

static const char *const cardinals[] = {
  NULL,  "one",   "two",   "three", "four", "five",
  "six", "seven", "eight", "nine",  "ten",
};

/* Tens: alone as an ordinal, and before a unit. */
static const struct
{
  const char *ordinal;
  const char *cardinal;
} tens[] = {
  { NULL, NULL },
  { NULL, NULL },
  { "twentieth", "twenty" },
  { "thirtieth", "thirty" },
  { "fortieth", "forty" },
  { "fiftieth", "fifty" },
  { "sixtieth", "sixty" },
  { "seventieth", "seventy" },
  { "eightieth", "eighty" },
  { "ninetieth", "ninety" },
};

/* Other words for a hundredth and for a first. */
static const struct
{
  const char *phrase;
  guint value;
} others[] = {
  { "top", 1 },
  { "hundredth", 100 },
  { "one-hundredth", 100 },
  { "a-hundredth", 100 },
};

/* The ordinal that is exactly @text, between 1 and 19, or 0. */
static guint
find_unit (AtlasSpan text)
{
  guint i;

  for (i = 1; i < G_N_ELEMENTS (ordinals); i++)
    {
      if (atlas_span_is (text, ordinals[i]))
        return i;
    }

  return 0;
}

static guint
read_words (AtlasSpan text)
{
  guint i, unit;

  unit = find_unit (text);
  if (unit != 0)
    return unit;

  for (i = 2; i < G_N_ELEMENTS (tens); i++)
    {
      AtlasSpan rest = text;

      if (atlas_span_is (text, tens[i].ordinal))
        return i * 10;
      if (atlas_span_skip (&rest, tens[i].cardinal)
          && atlas_span_skip (&rest, "-"))
        {
          unit = find_unit (rest);
          return unit > 0 && unit < 10 ? i * 10 + unit : 0;
        }
    }

  for (i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (atlas_span_is (text, others[i].phrase))
        return others[i].value;
    }

  return 0;
}

static AtlasOrdinalResult
read_digits (AtlasSpan text, guint *value)
{
  AtlasSpan digits = text;
  AtlasNumber number;

  while (digits.end > digits.start && g_ascii_isalpha (digits.end[-1]))
    digits.end--;
  text.start = digits.end;
  digits = atlas_span_trim_marks (digits);

  if (atlas_number_read (digits, ATLAS_FORM_RANK, &number) != ATLAS_NUMBER_READ)
    return ATLAS_ORDINAL_BAD_NUMBER;

  *value = (guint) number.value;
  if (atlas_span_is (text, atlas_ordinal_get_ending (*value)))
    return ATLAS_ORDINAL_OK;
  if (atlas_span_is_empty (text) || atlas_span_is (text, "st")
      || atlas_span_is (text, "nd") || atlas_span_is (text, "rd")
      || atlas_span_is (text, "th"))
    return ATLAS_ORDINAL_BAD_ENDING;

  return ATLAS_ORDINAL_BAD_NUMBER;
}

/**
 * atlas_ordinal_read:
 * @text: "first" to "one hundredth", "top", or digits with an ending
 * @value: (out): the number; stored when it could be read
 *
 * A value of 0 ("0th") is read too: whether it makes sense is for the caller
 * to say.
 *
 * Returns: what came of it
 */
AtlasOrdinalResult
atlas_ordinal_read (AtlasSpan text, guint *value)
{
  guint word;

  text = atlas_span_trim_marks (text);
  if (!atlas_span_is_empty (text)
      && (g_ascii_isdigit (*text.start) || *text.start == '-'
          || *text.start == '+'))
    return read_digits (text, value);

  word = read_words (text);
  if (word == 0)
    return ATLAS_ORDINAL_UNKNOWN;
  *value = word;

  return ATLAS_ORDINAL_OK;
}

/**
 * atlas_ordinal_get_ending:
 * @value: a number
 *
 * Returns: "st", "nd", "rd" or "th"
 */
const char *
atlas_ordinal_get_ending (guint value)
{
  static const char *const endings[] = { "th", "st", "nd", "rd" };

  if (value % 100 >= 11 && value % 100 <= 13)
    return "th";

  return value % 10 < G_N_ELEMENTS (endings) ? endings[value % 10] : "th";
}

/**
 * atlas_ordinal_to_words:
 * @value: a number above 0
 *
 * Returns: (transfer full): the ordinal in words up to one hundred, in digits
 *   beyond
 */
char *
atlas_ordinal_to_words (guint value)
{
  if (value > 0 && value < G_N_ELEMENTS (ordinals))
    return g_strdup (ordinals[value]);
  if (value == 100)
    return g_strdup ("one hundredth");
  if (value == 0 || value > 100)
    return g_strdup_printf ("%u%s", value, atlas_ordinal_get_ending (value));
  if (value % 10 == 0)
    return g_strdup (tens[value / 10].ordinal);

  return g_strconcat (tens[value / 10].cardinal, "-", ordinals[value % 10],
                      NULL);
}

/**
 * atlas_cardinal_read:
 * @text: "one" to "ten", or digits
 * @value: (out): the number; stored when it could be read
 *
 * Returns: whether it could
 */
gboolean
atlas_cardinal_read (AtlasSpan text, guint *value)
{
  AtlasNumber number;
  guint i;

  text = atlas_span_trim_marks (text);
  for (i = 1; i < G_N_ELEMENTS (cardinals); i++)
    {
      if (atlas_span_is (text, cardinals[i]))
        {
          *value = i;
          return TRUE;
        }
    }

  if (atlas_number_read (text, ATLAS_FORM_RANK, &number) != ATLAS_NUMBER_READ)
    return FALSE;
  *value = (guint) number.value;

  return TRUE;
}

/**
 * atlas_cardinal_get_word:
 * @value: a number
 *
 * Returns: (nullable): "one" to "ten", %NULL beyond
 */
const char *
atlas_cardinal_get_word (guint value)
{
  return value < G_N_ELEMENTS (cardinals) ? cardinals[value] : NULL;
}
