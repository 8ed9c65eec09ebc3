/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-number-reader.h"

#include <string.h>

#include "atlas-unicode.h"

typedef struct
{
  double least;
  double most;
  guint8 max_decimals;
  gboolean percent;
  gboolean grouped;
} FormInfo;

/* A count above 10^12 is no count of patents or articles; all values stay
 * exact in a double. Three decimals of a rate would be mistaken for
 * thousands, so they are not read. */
static const FormInfo forms[] = {
  [ATLAS_FORM_COUNT] = { 0, 1e12, 0, FALSE, TRUE },
  [ATLAS_FORM_RATE] = { 0, 1e6, 2, FALSE, TRUE },
  [ATLAS_FORM_SHARE] = { 0, 100, ATLAS_NUMBER_MAX_DECIMALS, TRUE, FALSE },
  [ATLAS_FORM_RANK] = { 0, 1e6, 0, FALSE, TRUE },
  [ATLAS_FORM_YEAR] = { 1900, 2199, 0, FALSE, FALSE },
};

/* More digits than these overflow every form. */
#define MAX_DIGITS 15

static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6 };

/* Takes the percent sign, or the words for it, from the end of @text. */
static gboolean
take_percent (AtlasSpan *text)
{
  static const char *const words[] = { "%", "percent", "per cent",
                                       "\xef\xbc\x85" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if (atlas_span_length (*text) > n
          && g_ascii_strncasecmp (text->end - n, words[i], n) == 0)
        {
          text->end -= n;
          *text = atlas_span_trim_marks (*text);
          return TRUE;
        }
    }

  return FALSE;
}

/* Takes "<", "&lt;" or "less than" from the start of @text. */
static gboolean
take_below (AtlasSpan *text)
{
  static const char *const words[] = { "<", "&lt;", "less than ", "below ",
                                       "under " };
  guint i;

  /* As nearly all do. */
  if (!atlas_span_is_empty (*text) && g_ascii_isdigit (*text->start))
    return FALSE;

  for (i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (atlas_span_skip (text, words[i]))
        {
          *text = atlas_span_trim_marks (*text);
          return TRUE;
        }
    }

  return FALSE;
}

/* Length of the separator of thousands at @at, 0 when there is none. */
static gsize
separator_at (const char *at, const char *end)
{
  gunichar c;

  if (at == end)
    return 0;
  if ((guchar) *at < 0x80)
    return *at == ',' || *at == ' ' || *at == '\'' ? 1 : 0;

  c = g_utf8_get_char (at);
  if (c == 0x00a0 || c == 0x2009 || c == 0x202f || c == 0x2019)
    return (gsize) (g_utf8_next_char (at) - at);

  return 0;
}

/* Reads the digits before the point, with or without thousands. */
static const char *
read_whole (AtlasSpan text, gboolean grouped, double *value)
{
  const char *at = text.start;
  const char *separator = NULL;
  gsize separator_length = 0;
  guint n_digits = 0;
  guint in_group = 0;
  guint64 sum = 0;

  for (;;)
    {
      gsize n;

      if (at < text.end && g_ascii_isdigit (*at))
        {
          sum = sum * 10 + (guint64) (*at - '0');
          n_digits++;
          in_group++;
          at++;
          if (n_digits > MAX_DIGITS)
            return NULL;
          continue;
        }

      n = grouped ? separator_at (at, text.end) : 0;
      if (n == 0)
        break;
      if (separator == NULL ? in_group < 1 || in_group > 3 : in_group != 3)
        return NULL;
      if (separator != NULL
          && (n != separator_length || memcmp (separator, at, n) != 0))
        return NULL;
      separator = at;
      separator_length = n;
      in_group = 0;
      at += n;
    }

  if (n_digits == 0 || (separator != NULL && in_group != 3)
      || (n_digits > 1 && *text.start == '0'))
    return NULL;
  *value = (double) sum;

  return at;
}

/* Reads a point and the digits behind it, if there are any. */
static const char *
read_decimals (const char *at,
               const char *end,
               const FormInfo *form,
               AtlasNumber *number)
{
  guint n = 0;
  double sum = 0;

  if (at == end || *at != '.')
    return at;

  for (at++; at < end && g_ascii_isdigit (*at); at++)
    {
      if (++n > form->max_decimals)
        return NULL;
      sum = sum * 10 + (*at - '0');
    }
  if (n == 0)
    return NULL;

  /* One division of two exact numbers: the double nearest to what is
   * printed. */
  number->value = (number->value * powers[n] + sum) / powers[n];
  number->decimals = (guint8) n;

  return at;
}

/* Whether all that is wrong with @text is that it has too many digits. */
static gboolean
is_overflow (AtlasSpan text)
{
  const char *at;

  if (atlas_span_length (text) <= MAX_DIGITS)
    return FALSE;

  for (at = text.start; at < text.end; at++)
    {
      if (!g_ascii_isdigit (*at) && *at != ',')
        return FALSE;
    }

  return TRUE;
}

/* Reads @text into @number, whose state is left alone. */
static AtlasNumberResult
read_value (AtlasSpan text, AtlasNumberForm form, AtlasNumber *number)
{
  const FormInfo *info = &forms[form];
  const char *at;

  at = read_whole (text, info->grouped, &number->value);
  if (at == NULL)
    return is_overflow (text) ? ATLAS_NUMBER_OUT_OF_RANGE
                              : ATLAS_NUMBER_MALFORMED;

  at = read_decimals (at, text.end, info, number);
  if (at != text.end
      || (form == ATLAS_FORM_YEAR && atlas_span_length (text) != 4))
    return ATLAS_NUMBER_MALFORMED;

  if (number->value > info->most && info->percent)
    return ATLAS_NUMBER_ABOVE_100;
  if (number->value < info->least || number->value > info->most)
    return ATLAS_NUMBER_OUT_OF_RANGE;

  return ATLAS_NUMBER_READ;
}

/* Reads digits, with or without commas, and the sign of a share: as nearly all
 * numbers stand. Says nothing about any other. */
static gboolean
read_usual (AtlasSpan text, AtlasNumberForm form, AtlasNumber *number)
{
  const FormInfo *info = &forms[form];
  const char *at;
  guint64 value;

  at = atlas_number_scan (text.start, text.end, info->grouped, &value);
  if (at == NULL || (info->percent && (at == text.end || *at++ != '%'))
      || at != text.end
      || (form == ATLAS_FORM_YEAR && atlas_span_length (text) != 4)
      || (double) value < info->least || (double) value > info->most)
    return FALSE;

  *number =
      (AtlasNumber){ .value = (double) value, .state = ATLAS_NUMBER_GIVEN };

  return TRUE;
}

/**
 * atlas_number_is_not_available:
 * @text: where a value is expected
 *
 * Returns: see atlas_number_says_not_available()
 */
gboolean
atlas_number_is_not_available (AtlasSpan text)
{
  text = atlas_span_trim_marks (text);

  return atlas_span_is (text, "n/a") || atlas_span_is (text, "n.a.")
         || atlas_span_is (text, "n.a");
}

/**
 * atlas_number_read:
 * @text: a number as printed, with nothing before or behind it but blanks and
 *   emphasis marks
 * @form: what is expected
 * @number: (out): the number; its line is 0. When nothing could be read it
 *   is damaged, or missing for "n/a"
 *
 * Thousands may be separated by commas, blanks or apostrophes, all the same
 * and every three digits. Signs, leading zeros, exponents and digits of other
 * scripts are refused: what is not clearly a number is never guessed at.
 *
 * Returns: what came of it
 */
AtlasNumberResult
atlas_number_read (AtlasSpan text, AtlasNumberForm form, AtlasNumber *number)
{
  static const AtlasNumber damaged = { .state = ATLAS_NUMBER_DAMAGED };
  AtlasNumberResult result;
  gboolean below = FALSE;

  if (read_usual (text, form, number))
    return ATLAS_NUMBER_READ;

  *number = damaged;

  text = atlas_span_trim_marks (text);
  if (atlas_number_says_not_available (text))
    {
      number->state = ATLAS_NUMBER_MISSING;
      return ATLAS_NUMBER_NOT_AVAILABLE;
    }

  if (forms[form].percent)
    {
      if (!take_percent (&text))
        return ATLAS_NUMBER_MALFORMED;
      below = take_below (&text);
    }

  result = read_value (text, form, number);
  if (result == ATLAS_NUMBER_READ && below && number->value <= 0)
    result = ATLAS_NUMBER_MALFORMED;

  if (result != ATLAS_NUMBER_READ)
    *number = damaged;
  else
    number->state = below ? ATLAS_NUMBER_BELOW : ATLAS_NUMBER_GIVEN;

  return result;
}
