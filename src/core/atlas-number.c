/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-number.h"

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

  if (!atlas_number_has_value (a) || !atlas_number_has_value (b))
    return !atlas_number_has_value (a) && !atlas_number_has_value (b);

  return a->state == b->state && a->decimals == b->decimals
         && !(a->value < b->value) && !(a->value > b->value);
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

  if (!atlas_number_has_value (number))
    return NULL;

  format[2] = (char) ('0' + MIN (number->decimals, ATLAS_NUMBER_MAX_DECIMALS));
  g_ascii_formatd (buffer, sizeof buffer, format, number->value);

  return number->state == ATLAS_NUMBER_BELOW ? g_strconcat ("<", buffer, NULL)
                                             : g_strdup (buffer);
}
