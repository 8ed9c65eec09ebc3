/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-encode.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Numbers as text, the same in every locale. */

/* Above this a double holds no fractions, and the scaled value no longer all
 * whole numbers. */
#define MAX_EXACT 9007199254740992.0

/* Added to a smaller number and taken away again, this rounds to whole ones,
 * halves to the even one, as rint() does with a call. */
#define ROUNDER 6755399441055744.0
#define MAX_ROUNDED 1125899906842624.0

static const double powers_of_ten[] = { 1e0, 1e1, 1e2, 1e3, 1e4,
                                        1e5, 1e6, 1e7, 1e8, 1e9 };

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

static const char pairs[] = "00010203040506070809"
                            "10111213141516171819"
                            "20212223242526272829"
                            "30313233343536373839"
                            "40414243444546474849"
                            "50515253545556575859"
                            "60616263646566676869"
                            "70717273747576777879"
                            "80818283848586878889"
                            "90919293949596979899";

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
      memcpy (end, pairs + value % 100 * 2, 2);
      value /= 100;
    }
  if (n > 0)
    {
      *--end = (char) ('0' + value % 10);
      value /= 10;
    }

  return value;
}

/* Eight digits of a number: the first in the lowest byte, each 0 to 9. */
typedef guint64 Eight;

#define EIGHT_DIGITS 100000000
#define EIGHT_ZEROS G_GUINT64_CONSTANT (0x3030303030303030)

/* Room for any number of eight digits, a point and eight more, and a sign; each
 * eight are stored at once. */
#define NUMBER_BYTES 24

/* The digits of @value, all at once: first two halves of four, then four
 * quarters of two, then eight. The quotients are products with a fraction a
 * little above 1/100 and 1/10, exact for so few digits. Loops that end after
 * each number's own count of digits are mispredicted most of the time, which
 * costs more than all of this. */
static inline Eight
split_digits (guint32 value)
{
  guint64 halves = value / 10000 | (guint64) (value % 10000) << 32;
  guint64 hundreds = halves * 10486 >> 20 & G_GUINT64_CONSTANT (0x7f0000007f);
  guint64 quarters = hundreds | (halves - hundreds * 100) << 16;
  guint64 tens = quarters * 103 >> 10 & G_GUINT64_CONSTANT (0xf000f000f000f);

  return tens | (quarters - tens * 10) << 8;
}

/* Puts the first @n of @digits at @at, which has room for all eight. */
static inline char *
put_digits (char *at, Eight digits, guint n)
{
  guint64 bytes = GUINT64_TO_LE (digits + EIGHT_ZEROS);

  memcpy (at, &bytes, sizeof bytes);

  return at + n;
}

/* Puts a whole number below EIGHT_DIGITS. */
static inline char *
put_whole (char *at, guint32 value)
{
  Eight digits = split_digits (value);
  /* All but the last digit may be left out. */
  guint n_zeros =
      (guint) __builtin_ctzll (digits | G_GUINT64_CONSTANT (1) << 56) / 8;

  return put_digits (at, digits >> n_zeros * 8, 8 - n_zeros);
}

/* Puts a point and @fraction, which has @decimals digits, one to eight, less
 * the zeros at the end but for @least digits. */
static inline char *
put_fraction (char *at, guint32 fraction, guint decimals, guint least)
{
  Eight digits = split_digits (fraction * (guint32) whole_powers[8 - decimals]);
  guint n = 8 - (guint) __builtin_clzll (digits | 1) / 8;

  if (digits == 0)
    n = 0;
  n = MAX (n, least);
  if (n == 0)
    return at;

  *at = '.';

  return put_digits (at + 1, digits, n);
}

/* Makes room for a number at the end of @out. */
static inline char *
begin_number (GString *out)
{
  gsize length = out->len;

  if (out->allocated_len - length <= NUMBER_BYTES)
    {
      g_string_set_size (out, length + NUMBER_BYTES);
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

  if (value >= EIGHT_DIGITS)
    {
      append_many_digits (out, minus, value, 0);
      return;
    }

  at = begin_number (out);
  if (minus)
    *at++ = '-';
  end_number (out, put_whole (at, (guint32) value));
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

/* Sums have the bits of a double, no more: the first one rounds. */
G_STATIC_ASSERT (FLT_EVAL_METHOD == 0);

static inline double
round_even (double value)
{
  return value < MAX_ROUNDED ? (value + ROUNDER) - ROUNDER : rint (value);
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
  double scaled = round_even (fabs (value) * powers_of_ten[decimals]);
  guint64 rest;

  if (!(scaled < MAX_EXACT))
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
  double scaled = round_even (fabs (value) * powers_of_ten[decimals]);
  guint64 power = whole_powers[decimals];
  guint64 rest;
  char *at;

  if (decimals >= 8 || !(scaled < EIGHT_DIGITS * powers_of_ten[decimals]))
    {
      format_many_digits (out, value, decimals, least);
      return;
    }

  rest = (guint64) scaled;
  at = begin_number (out);
  if (value < 0 && rest > 0)
    *at++ = '-';
  at = put_whole (at, (guint32) (rest / power));
  if (decimals > 0)
    at = put_fraction (at, (guint32) (rest % power), decimals, least);
  end_number (out, at);
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
  g_return_if_fail (decimals < G_N_ELEMENTS (powers_of_ten));
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
  g_return_if_fail (decimals < G_N_ELEMENTS (powers_of_ten));
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
  if (number->decimals == 0 && number->value >= 0 && number->value < MAX_EXACT
      && number->value == (double) (guint64) number->value)
    append_whole (out, FALSE, (guint64) number->value);
  else
    atlas_encode_fixed (
        out, number->value,
        MIN (number->decimals, G_N_ELEMENTS (powers_of_ten) - 1));
}
