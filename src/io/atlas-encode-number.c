/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-encode.h"

#include <math.h>
#include <string.h>

#include "atlas-encode-digits.h"

/* Numbers as text, the same in every locale. */

static const guint64 whole_powers[] = {
  G_GUINT64_CONSTANT (1),
  G_GUINT64_CONSTANT (10),
  G_GUINT64_CONSTANT (100),
  G_GUINT64_CONSTANT (1000),
  G_GUINT64_CONSTANT (10000),
  G_GUINT64_CONSTANT (100000),
  G_GUINT64_CONSTANT (1000000),
  G_GUINT64_CONSTANT (10000000),
  G_GUINT64_CONSTANT (100000000),
  G_GUINT64_CONSTANT (1000000000),
  G_GUINT64_CONSTANT (10000000000),
  G_GUINT64_CONSTANT (100000000000),
  G_GUINT64_CONSTANT (1000000000000),
  G_GUINT64_CONSTANT (10000000000000),
  G_GUINT64_CONSTANT (100000000000000),
  G_GUINT64_CONSTANT (1000000000000000),
  G_GUINT64_CONSTANT (10000000000000000),
  G_GUINT64_CONSTANT (100000000000000000),
  G_GUINT64_CONSTANT (1000000000000000000),
  G_GUINT64_CONSTANT (10000000000000000000),
};

/* One digit takes a third of its bits, by a good fraction. */
static inline guint
count_digits (guint64 value)
{
  guint bits = (guint) (64 - __builtin_clzll (value | 1));
  guint n = bits * 1233 >> 12;

  return value >= whole_powers[n] ? n + 1 : MAX (n, 1);
}

/* Writes the last @n digits of @value so that they end at @end. */
static inline guint64
put_last_digits (char *end, guint64 value, guint n)
{
  for (; n >= 2; n -= 2)
    {
      end -= 2;
      memcpy (end, atlas_digits_pairs + value % 100 * 2, 2);
      value /= 100;
    }
  if (n > 0)
    {
      *--end = (char) ('0' + value % 10);
      value /= 10;
    }

  return value;
}

/* Makes room for a number at the end of @out. */
static inline char *
begin_number (GString *out)
{
  gsize length = out->len;

  if (out->allocated_len - length <= ATLAS_DIGITS_BYTES)
    {
      g_string_set_size (out, length + ATLAS_DIGITS_BYTES);
      g_string_truncate (out, length);
    }

  return out->str + length;
}

static inline void
end_number (GString *out, char *end)
{
  *end = '\0';
  out->len = (gsize) (end - out->str);
}

/* Appends @value, the last @decimals digits behind a point, however many there
 * are. */
static void
append_many_digits (GString *out, gboolean minus, guint64 value, guint decimals)
{
  guint n_digits = MAX (count_digits (value), decimals + 1);
  guint n = (minus ? 1 : 0) + n_digits + (decimals > 0 ? 1 : 0);
  gsize at = out->len;
  char *end;

  g_string_set_size (out, at + n);
  end = out->str + out->len;
  if (minus)
    out->str[at] = '-';
  if (decimals > 0)
    {
      value = put_last_digits (end, value, decimals);
      end -= decimals;
      *--end = '.';
    }
  put_last_digits (end, value, n_digits - decimals);
}

static inline void
append_whole (GString *out, gboolean minus, guint64 value)
{
  char *at;

  if (value >= ATLAS_DIGITS_LIMIT)
    {
      append_many_digits (out, minus, value, 0);
      return;
    }

  at = begin_number (out);
  if (minus)
    *at++ = '-';
  end_number (out, atlas_digits_put_whole (at, (guint32) value));
}

/**
 * atlas_encode_integer:
 * @out: where to append
 * @value: a whole number
 *
 * Appends @value in plain digits. Here and below the writers are our own and
 * not those of printf(): those follow the locale, and cost as much as reading
 * the profile did.
 */
void
atlas_encode_integer (GString *out, gint64 value)
{
  append_whole (out, value < 0, value < 0 ? -(guint64) value : (guint64) value);
}

/* What is too large for the digits of a whole number. */
static void
format_large (GString *out, double value, guint decimals, guint least)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE + 400];
  char format[8];

  g_snprintf (format, sizeof format, "%%.%uf", MIN (decimals, 9));
  g_string_append (out, g_ascii_formatd (digits, sizeof digits, format, value));
  while (decimals > least && out->str[out->len - 1] == '0')
    {
      g_string_truncate (out, out->len - 1);
      decimals--;
    }
}

/* As format_decimals(), however many digits there are. */
static void
format_many_digits (GString *out, double value, guint decimals, guint least)
{
  double scaled =
      atlas_digits_round (fabs (value) * atlas_digits_powers[decimals]);
  guint64 rest;

  if (!(scaled < ATLAS_DIGITS_MAX_EXACT))
    {
      format_large (out, value, decimals, least);
      return;
    }

  rest = (guint64) scaled;
  while (decimals > least && rest % 10 == 0)
    {
      rest /= 10;
      decimals--;
    }

  append_many_digits (out, value < 0 && scaled > 0, rest, decimals);
}

/* Appends @value rounded to @decimals, less the zeros at the end but for
 * @least of them. */
static inline void
format_decimals (GString *out, double value, guint decimals, guint least)
{
  char *end = atlas_digits_put (begin_number (out), value, decimals, least);

  if (end != NULL)
    end_number (out, end);
  else
    format_many_digits (out, value, decimals, least);
}

/**
 * atlas_encode_fixed:
 * @out: where to append
 * @value: a finite number
 * @decimals: digits after the point, 0 to 9
 *
 * Appends @value rounded to the nearest number of @decimals digits.
 */
void
atlas_encode_fixed (GString *out, double value, guint decimals)
{
  g_return_if_fail (decimals <= ATLAS_DIGITS_MAX_DECIMALS);
  g_return_if_fail (isfinite (value));

  format_decimals (out, value, decimals, decimals);
}

/**
 * atlas_encode_shortest:
 * @out: where to append
 * @value: a finite number
 * @decimals: digits after the point, 0 to 9
 *
 * As atlas_encode_fixed(), but without zeros at the end, save one: "36960.0".
 */
void
atlas_encode_shortest (GString *out, double value, guint decimals)
{
  g_return_if_fail (decimals <= ATLAS_DIGITS_MAX_DECIMALS);
  g_return_if_fail (isfinite (value));

  format_decimals (out, value, decimals, MIN (decimals, 1));
}

/**
 * atlas_encode_number:
 * @out: where to append
 * @number: a number that is given, or the bound of one printed as "<1%"
 *
 * Appends @number with as many decimals as were printed.
 */
void
atlas_encode_number (GString *out, const AtlasNumber *number)
{
  /* As nearly all are; the others follow the general way. */
  if (number->decimals == 0 && number->value >= 0
      && number->value < ATLAS_DIGITS_MAX_EXACT
      && number->value == (double) (guint64) number->value)
    append_whole (out, FALSE, (guint64) number->value);
  else
    atlas_encode_fixed (out, number->value,
                        MIN (number->decimals, ATLAS_DIGITS_MAX_DECIMALS));
}
