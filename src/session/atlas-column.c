/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-column.h"

#include <glib/gi18n.h>

#include "atlas-columns-private.h"

static const struct
{
  const char *nick;
  const char *title;
} kinds[ATLAS_N_TABLES] = {
  [ATLAS_TABLE_PROFILES] = { "profiles", N_ ("Profiles") },
  [ATLAS_TABLE_APPLICANTS] = { "applicants", N_ ("Applicants") },
  [ATLAS_TABLE_PUBLISHERS] = { "publishers", N_ ("Publishers") },
  [ATLAS_TABLE_LINKS] = { "links", N_ ("Links") },
  [ATLAS_TABLE_PLACES] = { "places", N_ ("Places") },
  [ATLAS_TABLE_PROBLEMS] = { "problems", N_ ("Problems") },
};

/**
 * atlas_table_kind_get_nick:
 * @kind: a table
 *
 * Returns: (transfer none): its word on the command line and in settings
 */
const char *
atlas_table_kind_get_nick (AtlasTableKind kind)
{
  g_return_val_if_fail (kind < ATLAS_N_TABLES, NULL);

  return kinds[kind].nick;
}

/**
 * atlas_table_kind_get_title:
 * @kind: a table
 *
 * Returns: (transfer none): its translated title
 */
const char *
atlas_table_kind_get_title (AtlasTableKind kind)
{
  g_return_val_if_fail (kind < ATLAS_N_TABLES, NULL);

  return _ (kinds[kind].title);
}

/**
 * atlas_columns_get:
 * @kind: a table
 * @n_columns: (out): how many columns it has
 *
 * Returns: (transfer none) (array length=n_columns): its columns, in their
 *   first order
 */
const AtlasColumn *
atlas_columns_get (AtlasTableKind kind, guint *n_columns)
{
  g_return_val_if_fail (n_columns != NULL, NULL);

  switch (kind)
    {
    case ATLAS_TABLE_PROFILES:
      return atlas_profile_columns_get (n_columns);
    case ATLAS_TABLE_APPLICANTS:
      return atlas_applicant_columns_get (n_columns);
    case ATLAS_TABLE_PUBLISHERS:
      return atlas_publisher_columns_get (n_columns);
    case ATLAS_TABLE_LINKS:
      return atlas_link_columns_get (n_columns);
    case ATLAS_TABLE_PLACES:
      return atlas_place_columns_get (n_columns);
    case ATLAS_TABLE_PROBLEMS:
      return atlas_problem_columns_get (n_columns);
    case ATLAS_N_TABLES:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * atlas_column_get_title:
 * @column: a column
 *
 * Returns: (transfer none): its translated heading
 */
const char *
atlas_column_get_title (const AtlasColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);

  return _ (column->title);
}

/**
 * atlas_column_get_description:
 * @column: a column
 *
 * Returns: (transfer none): a translated sentence on what its values are
 */
const char *
atlas_column_get_description (const AtlasColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);

  return _ (column->description);
}

/**
 * atlas_column_get_value:
 * @column: a column of the table that @row is of
 * @row: a row
 * @aliases: (nullable): names that mean the same
 * @value: (out caller-allocates): an empty value to fill in
 *
 * May be called by any thread.
 */
void
atlas_column_get_value (const AtlasColumn *column,
                        const AtlasRowData *row,
                        const AtlasAliases *aliases,
                        AtlasValue *value)
{
  const AtlasValue empty = ATLAS_VALUE_INIT;

  g_return_if_fail (column != NULL && row != NULL && value != NULL);

  *value = empty;
  column->get (row, aliases, value);
}

/**
 * atlas_value_clear:
 * @value: a value
 *
 * Frees what the value owns and empties it.
 */
void
atlas_value_clear (AtlasValue *value)
{
  const AtlasValue empty = ATLAS_VALUE_INIT;

  g_return_if_fail (value != NULL);

  g_free (value->owned);
  *value = empty;
}

/**
 * atlas_value_apply_alias:
 * @value: a value with the printed name of an organisation
 * @profile: the profile that names it
 * @aliases: (nullable): names that mean the same
 *
 * Puts the name that the user has chosen in the place of the printed one.
 * Organisations of different clusters are never one, so the cluster counts.
 */
void
atlas_value_apply_alias (AtlasValue *value,
                         const AtlasProfile *profile,
                         const AtlasAliases *aliases)
{
  g_autofree char *place = NULL;

  if (aliases == NULL || value->text == NULL || profile->cluster == NULL)
    return;

  place = atlas_aliases_dup_place_key (aliases, profile->cluster);
  value->text = atlas_aliases_get_organisation (aliases, place, value->text);
}

static gboolean
has_number (const AtlasNumber *number)
{
  return number->state == ATLAS_NUMBER_GIVEN
         || number->state == ATLAS_NUMBER_BELOW;
}

/**
 * atlas_column_is_countable:
 * @column: a column
 *
 * Returns: whether the values of several rows can be counted together
 */
gboolean
atlas_column_is_countable (const AtlasColumn *column)
{
  g_return_val_if_fail (column != NULL, FALSE);

  return column->type != ATLAS_COLUMN_TEXT && column->type != ATLAS_COLUMN_LINE;
}

/**
 * atlas_value_is_missing:
 * @column: the column that @value is of
 * @value: a value
 *
 * Returns: whether the source does not give it
 */
gboolean
atlas_value_is_missing (const AtlasColumn *column, const AtlasValue *value)
{
  g_return_val_if_fail (column != NULL && value != NULL, TRUE);

  switch (column->type)
    {
    case ATLAS_COLUMN_TEXT:
      return value->text == NULL || *value->text == '\0';
    case ATLAS_COLUMN_INTERVAL:
      return !atlas_interval_is_known (value->interval);
    case ATLAS_COLUMN_YEAR:
    case ATLAS_COLUMN_RANK:
    case ATLAS_COLUMN_NUMBER:
    case ATLAS_COLUMN_SHARE:
    case ATLAS_COLUMN_LINE:
    default:
      return !has_number (&value->number);
    }
}

/**
 * atlas_value_get_number:
 * @column: the column that @value is of
 * @value: a value
 *
 * One number to sort and to count by: the middle of an interval, its lower end
 * where it has no upper one, half of what a "<1" is below.
 *
 * Returns: the number, NaN for text and for what is missing
 */
double
atlas_value_get_number (const AtlasColumn *column, const AtlasValue *value)
{
  g_return_val_if_fail (column != NULL && value != NULL, NAN);

  if (column->type == ATLAS_COLUMN_TEXT
      || atlas_value_is_missing (column, value))
    return NAN;

  if (column->type == ATLAS_COLUMN_INTERVAL)
    return isinf (value->interval.high)
               ? value->interval.low
               : (value->interval.low + value->interval.high) / 2.0;

  return value->number.state == ATLAS_NUMBER_BELOW ? value->number.value / 2.0
                                                   : value->number.value;
}

/**
 * atlas_column_get_n_parts:
 * @column: a column
 *
 * Returns: how many columns it takes in a data file: two for an interval and
 *   for "17 of 26", otherwise one
 */
guint
atlas_column_get_n_parts (const AtlasColumn *column)
{
  g_return_val_if_fail (column != NULL, 0);

  return column->type == ATLAS_COLUMN_INTERVAL || column->second != NULL ? 2
                                                                         : 1;
}

/**
 * atlas_column_dup_part_id:
 * @column: a column
 * @part: 0 or 1
 *
 * Returns: (transfer full): its name in a data file
 */
char *
atlas_column_dup_part_id (const AtlasColumn *column, guint part)
{
  g_return_val_if_fail (column != NULL, NULL);

  if (column->type == ATLAS_COLUMN_INTERVAL)
    return g_strconcat (column->id, part == 0 ? ".low" : ".high", NULL);

  return g_strdup (part == 0 ? column->id : column->second);
}

static char *
format_bound (double bound)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (bound))
    return g_strdup ("");

  /* Ten digits: more than any estimate holds. */
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.10g", bound));
}

/**
 * atlas_value_dup_part:
 * @column: the column that @value is of
 * @value: a value
 * @part: 0 or 1
 *
 * The value as in a data file: plain, the same in every language.
 *
 * Returns: (transfer full): the text; empty for what is missing
 */
char *
atlas_value_dup_part (const AtlasColumn *column,
                      const AtlasValue *value,
                      guint part)
{
  char *text;

  g_return_val_if_fail (column != NULL && value != NULL, NULL);

  if (column->type == ATLAS_COLUMN_TEXT && value->word != NULL)
    return g_strdup (value->word);
  if (column->type == ATLAS_COLUMN_TEXT)
    return g_strdup (value->text != NULL ? value->text : "");

  if (column->type == ATLAS_COLUMN_INTERVAL)
    return format_bound (part == 0 ? value->interval.low
                                   : value->interval.high);

  text = atlas_number_to_string (part == 0 ? &value->number : &value->of);
  return text != NULL ? text : g_strdup ("");
}
