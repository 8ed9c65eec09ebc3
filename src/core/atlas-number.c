/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-number.h"

/* Half a unit of the last printed digit, by the number of decimals. */
static const double half_units[] = {
  0.5, 0.05, 0.005, 0.0005, 0.00005, 0.000005, 0.0000005,
};

G_STATIC_ASSERT (G_N_ELEMENTS (half_units) == ATLAS_NUMBER_MAX_DECIMALS + 1);

/**
 * atlas_number_get_half_unit:
 * @number: a number
 *
 * A printed value was rounded: the true one lies at most this far from it,
 * 0.5 for a whole number, 0.05 for one decimal.
 *
 * Returns: half a unit of the last printed digit
 */
double
atlas_number_get_half_unit (const AtlasNumber *number)
{
  g_return_val_if_fail (number != NULL, 0.0);

  return half_units[MIN (number->decimals, ATLAS_NUMBER_MAX_DECIMALS)];
}

/* Whether @number says anything about a value. */
static gboolean
has_value (const AtlasNumber *number)
{
  return number->state == ATLAS_NUMBER_GIVEN
         || number->state == ATLAS_NUMBER_BELOW;
}

/**
 * atlas_number_equal:
 * @a: a number
 * @b: another
 *
 * The line a number stands on does not count. Two numbers that give no value
 * are equal, whether missing or damaged.
 *
 * Returns: whether the two say the same
 */
gboolean
atlas_number_equal (const AtlasNumber *a, const AtlasNumber *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  if (!has_value (a) || !has_value (b))
    return !has_value (a) && !has_value (b);

  return a->state == b->state && a->decimals == b->decimals
         && !(a->value < b->value) && !(a->value > b->value);
}

/**
 * atlas_number_get_bounds:
 * @number: a number
 * @low: (out): smallest value that is printed so, never below 0
 * @high: (out): largest value that is printed so
 *
 * The values that rounding turns into @number; for "<1" all from 0 to 1.
 *
 * Returns: %FALSE, with nothing stored, when @number gives no value
 */
gboolean
atlas_number_get_bounds (const AtlasNumber *number, double *low, double *high)
{
  double half;

  g_return_val_if_fail (number != NULL, FALSE);
  g_return_val_if_fail (low != NULL && high != NULL, FALSE);

  if (!has_value (number))
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

/**
 * atlas_number_to_string:
 * @number: a number
 *
 * The plain form that data files use, in every locale: "5883", "40.5", "<1".
 *
 * Returns: (transfer full) (nullable): the text, %NULL when @number gives no
 *   value
 */
char *
atlas_number_to_string (const AtlasNumber *number)
{
  char format[] = "%.0f";
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (number != NULL, NULL);

  if (!has_value (number))
    return NULL;

  format[2] = (char) ('0' + MIN (number->decimals, ATLAS_NUMBER_MAX_DECIMALS));
  g_ascii_formatd (buffer, sizeof buffer, format, number->value);

  return number->state == ATLAS_NUMBER_BELOW ? g_strconcat ("<", buffer, NULL)
                                             : g_strdup (buffer);
}
