/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasNumberState:
 * @ATLAS_NUMBER_MISSING: the file does not give the value
 * @ATLAS_NUMBER_DAMAGED: the file gives something that cannot be read; a
 *   problem says what
 * @ATLAS_NUMBER_GIVEN: the value as printed
 * @ATLAS_NUMBER_BELOW: printed as "<1%": between 0 and the value
 */
typedef enum
{
  ATLAS_NUMBER_MISSING,
  ATLAS_NUMBER_DAMAGED,
  ATLAS_NUMBER_GIVEN,
  ATLAS_NUMBER_BELOW,
} AtlasNumberState;

/**
 * AtlasNumber:
 * @value: the printed value; meaningful in the states GIVEN and BELOW only
 * @line: 1-based line of the source file it stands on, 0 when not known
 * @state: an #AtlasNumberState
 * @decimals: digits printed after the decimal point; the value was rounded to
 *   half a unit of the last of them
 *
 * A printed number and where it was printed. Percentages are kept in percent.
 */
typedef struct
{
  double value;
  guint32 line;
  guint8 state;
  guint8 decimals;
} AtlasNumber;

#define ATLAS_NUMBER_INIT           \
  {                                 \
    0.0, 0, ATLAS_NUMBER_MISSING, 0 \
  }

/* More digits than these after the point are not read. */
#define ATLAS_NUMBER_MAX_DECIMALS 6

/* Whether @number is one exact printed value. */
static inline gboolean
atlas_number_is_given (const AtlasNumber *number)
{
  return number->state == ATLAS_NUMBER_GIVEN;
}

/* Whether @number says anything about a value. */
static inline gboolean
atlas_number_has_value (const AtlasNumber *number)
{
  return number->state == ATLAS_NUMBER_GIVEN
         || number->state == ATLAS_NUMBER_BELOW;
}

/**
 * atlas_number_get_half_unit:
 * @number: a number
 *
 * A printed value was rounded: the true one lies at most this far from it,
 * 0.5 for a whole number, 0.05 for one decimal.
 *
 * Returns: half a unit of the last printed digit
 */
static inline double
atlas_number_get_half_unit (const AtlasNumber *number)
{
  static const double half_units[ATLAS_NUMBER_MAX_DECIMALS + 1] = {
    0.5, 0.05, 0.005, 0.0005, 0.00005, 0.000005, 0.0000005,
  };

  return half_units[MIN (number->decimals, ATLAS_NUMBER_MAX_DECIMALS)];
}

/**
 * atlas_number_get_bounds:
 * @number: a number
 * @low: (out): smallest value that is printed so, never below 0
 * @high: (out): largest value that is printed so
 *
 * The values that rounding turns into @number; for "<1" all from 0 to 1. Of all
 * functions here this and what it needs are called the most by far: several
 * times for each figure of a profile.
 *
 * Returns: %FALSE, with nothing stored, when @number gives no value
 */
static inline gboolean
atlas_number_get_bounds (const AtlasNumber *number, double *low, double *high)
{
  double half;

  if (!atlas_number_has_value (number))
    return FALSE;

  if (number->state == ATLAS_NUMBER_BELOW)
    {
      *low = 0.0;
      *high = number->value;
      return TRUE;
    }

  half = atlas_number_get_half_unit (number);
  *low = MAX (number->value - half, 0.0);
  *high = number->value + half;

  return TRUE;
}

gboolean atlas_number_equal (const AtlasNumber *a, const AtlasNumber *b);

/* NULL when there is no value. */
char *atlas_number_to_string (const AtlasNumber *number);

G_END_DECLS
