/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-cell-text.h"

#include <glib/gi18n.h>

static char *
rank_to_text (const AtlasFormat *format, const AtlasValue *value)
{
  g_autofree char *rank = atlas_format_number (format, &value->number);
  g_autofree char *of = NULL;

  if (!atlas_number_is_given (&value->of)
      || !atlas_number_is_given (&value->number))
    return g_steal_pointer (&rank);

  of = atlas_format_number (format, &value->of);
  /* Translators: a rank among a number of places, as in "17 of 26". */
  return g_strdup_printf (C_ ("rank", "%s of %s"), rank, of);
}

/**
 * atlas_cell_text_format:
 * @format: the language of the user
 * @column: the column that @value is of
 * @value: a value
 *
 * Puts a value as it stands in a cell: numbers by the rules of the language,
 * "n/a" for what the source does not give, estimates as intervals.
 *
 * Returns: (transfer full): the text, which may be empty for text columns
 */
char *
atlas_cell_text_format (const AtlasFormat *format,
                        const AtlasColumn *column,
                        const AtlasValue *value)
{
  g_return_val_if_fail (format != NULL, NULL);
  g_return_val_if_fail (column != NULL && value != NULL, NULL);

  if (column->type == ATLAS_COLUMN_TEXT)
    return g_strdup (value->text != NULL ? value->text : "");

  /* No line is the whole file. */
  if (atlas_value_is_missing (column, value))
    return g_strdup (column->type == ATLAS_COLUMN_LINE
                         ? ""
                         /* Translators: short for "not available". */
                         : C_ ("figure", "n/a"));

  switch (column->type)
    {
    case ATLAS_COLUMN_LINE:
    case ATLAS_COLUMN_YEAR:
      return atlas_format_edition (format, &value->number);
    case ATLAS_COLUMN_RANK:
      return rank_to_text (format, value);
    case ATLAS_COLUMN_NUMBER:
      return atlas_format_number (format, &value->number);
    case ATLAS_COLUMN_SHARE:
      return atlas_format_share (format, &value->number);
    case ATLAS_COLUMN_INTERVAL:
      return g_str_has_suffix (column->id, "_cr3")
                 ? atlas_format_interval_percent (format, value->interval)
                 : atlas_format_interval (format, value->interval);
    case ATLAS_COLUMN_TEXT:
    default:
      g_return_val_if_reached (NULL);
    }
}
