/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <float.h>
#include <math.h>
#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

/* Digits of numbers, in sight of those who put them down by the million. */

/* Above this a double holds no fractions, and a scaled value no longer all
 * whole numbers. */
#define ATLAS_DIGITS_MAX_EXACT 9007199254740992.0

/* Added to a smaller number and taken away again, this rounds to whole ones,
 * halves to the even one, as rint() does with a call. */
#define ATLAS_DIGITS_ROUNDER 6755399441055744.0
#define ATLAS_DIGITS_MAX_ROUNDED 1125899906842624.0

/* Below this a number is put down by the functions here. */
#define ATLAS_DIGITS_LIMIT 100000000

/* Room for any number of eight digits, a point and eight more, and a sign; each
 * eight are stored at once. */
#define ATLAS_DIGITS_BYTES 24

#define ATLAS_DIGITS_MAX_DECIMALS 9

/* Sums have the bits of a double, no more: the first one rounds. */
G_STATIC_ASSERT (FLT_EVAL_METHOD == 0);

static const double atlas_digits_powers[] = { 1e0, 1e1, 1e2, 1e3, 1e4,
                                              1e5, 1e6, 1e7, 1e8, 1e9 };

static const guint32 atlas_digits_whole_powers[] = {
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000
};

static const char atlas_digits_pairs[] = "00010203040506070809"
                                         "10111213141516171819"
                                         "20212223242526272829"
                                         "30313233343536373839"
                                         "40414243444546474849"
                                         "50515253545556575859"
                                         "60616263646566676869"
                                         "70717273747576777879"
                                         "80818283848586878889"
                                         "90919293949596979899";

static inline double
atlas_digits_round (double value)
{
  return value < ATLAS_DIGITS_MAX_ROUNDED
             ? (value + ATLAS_DIGITS_ROUNDER) - ATLAS_DIGITS_ROUNDER
             : rint (value);
}

/* Eight digits of a number: the first in the lowest byte, each 0 to 9. */
typedef guint64 AtlasEight;

/* The digits of @value, all at once: first two halves of four, then four
 * quarters of two, then eight. The quotients are products with a fraction a
 * little above 1/100 and 1/10, exact for so few digits. Loops that end after
 * each number's own count of digits are mispredicted most of the time, which
 * costs more than all of this. */
static inline AtlasEight
atlas_digits_split (guint32 value)
{
  guint64 halves = value / 10000 | (guint64) (value % 10000) << 32;
  guint64 hundreds = halves * 10486 >> 20 & G_GUINT64_CONSTANT (0x7f0000007f);
  guint64 quarters = hundreds | (halves - hundreds * 100) << 16;
  guint64 tens = quarters * 103 >> 10 & G_GUINT64_CONSTANT (0xf000f000f000f);

  return tens | (quarters - tens * 10) << 8;
}

/* Puts the first @n of @digits at @at, which has room for all eight. */
static inline char *
atlas_digits_put_eight (char *at, AtlasEight digits, guint n)
{
  guint64 bytes =
      GUINT64_TO_LE (digits + G_GUINT64_CONSTANT (0x3030303030303030));

  memcpy (at, &bytes, sizeof bytes);

  return at + n;
}

/* Puts a whole number below ATLAS_DIGITS_LIMIT. */
static inline char *
atlas_digits_put_whole (char *at, guint32 value)
{
  AtlasEight digits;
  guint n_zeros;

  /* Ranks and percentages: their columns have no others. */
  if (value < 100)
    {
      memcpy (at, atlas_digits_pairs + value * 2 + (value < 10 ? 1 : 0), 2);
      return at + (value < 10 ? 1 : 2);
    }

  /* All but the last digit may be left out. */
  digits = atlas_digits_split (value);
  n_zeros = (guint) __builtin_ctzll (digits | G_GUINT64_CONSTANT (1) << 56) / 8;

  return atlas_digits_put_eight (at, digits >> n_zeros * 8, 8 - n_zeros);
}

/* Puts a point and @fraction, which has @decimals digits, one to eight, less
 * the zeros at the end but for @least digits. */
static inline char *
atlas_digits_put_fraction (char *at,
                           guint32 fraction,
                           guint decimals,
                           guint least)
{
  AtlasEight digits =
      atlas_digits_split (fraction * atlas_digits_whole_powers[8 - decimals]);
  guint n = 8 - (guint) __builtin_clzll (digits | 1) / 8;

  if (digits == 0)
    n = 0;
  n = MAX (n, least);
  if (n == 0)
    return at;

  *at = '.';

  return atlas_digits_put_eight (at + 1, digits, n);
}

/* Puts @value rounded to @decimals, less the zeros at the end but for @least of
 * them, at @at, which has room for ATLAS_DIGITS_BYTES. Returns the end, or
 * %NULL when it has more digits than are put down here, or is not finite. */
static inline char *
atlas_digits_put (char *at, double value, guint decimals, guint least)
{
  double size = fabs (value);
  double scaled;
  guint32 whole;
  guint32 fraction;

  if (decimals >= 8 || !(size < ATLAS_DIGITS_LIMIT - 1))
    return NULL;

  scaled = atlas_digits_round (size * atlas_digits_powers[decimals]);
  if (value < 0 && scaled > 0)
    *at++ = '-';
  if (decimals == 0)
    return atlas_digits_put_whole (at, (guint32) scaled);

  /* What was rounded is never below the whole part, and may be the next one:
   * no division is needed. */
  whole = (guint32) size;
  fraction =
      (guint32) ((guint64) scaled
                 - (guint64) whole * atlas_digits_whole_powers[decimals]);
  if (fraction == atlas_digits_whole_powers[decimals])
    {
      whole++;
      fraction = 0;
    }
  at = atlas_digits_put_whole (at, whole);

  return atlas_digits_put_fraction (at, fraction, decimals, least);
}

G_END_DECLS
