/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-row-set.h"

#include <string.h>

#include "atlas-fold.h"

/* The keys of one column: numbers, NaN where missing; or collation keys, NULL
 * where missing. Equal texts share one key. */
typedef struct
{
  double *numbers;
  const char **texts;
  GStringChunk *chunk;
  GHashTable *known;
  guint n_filled;
} Keys;

struct _AtlasRowSet
{
  gatomicrefcount ref_count;
  AtlasTableKind kind;
  const AtlasColumn *columns;
  guint n_columns;
  AtlasAliases *aliases;

  AtlasRowData *rows;
  guint n_rows;

  Keys *keys;

  /* Folded text of all rows, each ended by NUL, and where each starts. */
  GString *search;
  gsize *starts;
  guint n_searchable;
};

static void
keys_clear (Keys *keys)
{
  g_clear_pointer (&keys->numbers, g_free);
  g_clear_pointer (&keys->texts, g_free);
  g_clear_pointer (&keys->known, g_hash_table_unref);
  g_clear_pointer (&keys->chunk, g_string_chunk_free);
  keys->n_filled = 0;
}

/* Rows that are in both sets keep their keys; they move to the later set. */
static void
take_keys (AtlasRowSet *self, AtlasRowSet *before, guint n_same)
{
  guint i;

  for (i = 0; i < self->n_columns; i++)
    {
      if (before->keys[i].n_filled > n_same)
        {
          keys_clear (&before->keys[i]);
          continue;
        }
      self->keys[i] = before->keys[i];
      memset (&before->keys[i], 0, sizeof (Keys));
    }

  if (before->n_searchable > n_same)
    return;

  self->search = g_steal_pointer (&before->search);
  self->starts = g_steal_pointer (&before->starts);
  self->n_searchable = before->n_searchable;
  before->n_searchable = 0;
}

/**
 * atlas_row_set_new:
 * @kind: the table
 * @source: the list of its rows
 * @peek: fills in a row of @source
 * @aliases: (nullable): names that mean the same
 * @before: (nullable): the set before this one, with the same aliases, which
 *   no query uses any more; its keys move to the new one
 * @n_same: how many rows at the start of @before are in @source unchanged
 *
 * Takes the rows of a list as they are now.
 *
 * Returns: (transfer full): a new set
 */
AtlasRowSet *
atlas_row_set_new (AtlasTableKind kind,
                   GListModel *source,
                   AtlasRowPeekFunc peek,
                   const AtlasAliases *aliases,
                   AtlasRowSet *before,
                   guint n_same)
{
  AtlasRowSet *self;
  guint i;

  g_return_val_if_fail (G_IS_LIST_MODEL (source), NULL);
  g_return_val_if_fail (peek != NULL, NULL);

  self = g_new0 (AtlasRowSet, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->columns = atlas_columns_get (kind, &self->n_columns);
  self->keys = g_new0 (Keys, self->n_columns);
  if (aliases != NULL)
    self->aliases = atlas_aliases_copy (aliases);

  self->n_rows = g_list_model_get_n_items (source);
  self->rows = g_new (AtlasRowData, self->n_rows);
  for (i = 0; i < self->n_rows; i++)
    {
      peek (source, i, &self->rows[i]);
      g_object_ref (self->rows[i].owner);
    }

  if (before != NULL)
    take_keys (self, before, n_same);

  return self;
}

/**
 * atlas_row_set_ref:
 * @self: a set
 *
 * Returns: (transfer full): @self
 */
AtlasRowSet *
atlas_row_set_ref (AtlasRowSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_row_set_unref:
 * @self: (transfer full): a set
 */
void
atlas_row_set_unref (AtlasRowSet *self)
{
  guint i;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (i = 0; i < self->n_rows; i++)
    g_object_unref (self->rows[i].owner);
  for (i = 0; i < self->n_columns; i++)
    keys_clear (&self->keys[i]);
  if (self->search != NULL)
    g_string_free (self->search, TRUE);
  g_clear_pointer (&self->aliases, atlas_aliases_unref);
  g_free (self->starts);
  g_free (self->keys);
  g_free (self->rows);
  g_free (self);
}

/**
 * atlas_row_set_get_n_rows:
 * @self: a set
 *
 * Returns: how many rows there are
 */
guint
atlas_row_set_get_n_rows (const AtlasRowSet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows;
}

/**
 * atlas_row_set_get_row:
 * @self: a set
 * @row: less than the number of rows
 *
 * Returns: (transfer none): the row
 */
const AtlasRowData *
atlas_row_set_get_row (const AtlasRowSet *self, guint row)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < self->n_rows, NULL);

  return &self->rows[row];
}

/* Collating is the expensive part, so each text is collated once. */
static const char *
make_text_key (Keys *keys, const char *text)
{
  g_autofree char *collated = NULL;
  const char *known;
  const char *key;

  if (text == NULL || *text == '\0')
    return NULL;

  known = g_hash_table_lookup (keys->known, text);
  if (known != NULL)
    return known;

  collated = g_utf8_collate_key (text, -1);
  key = g_string_chunk_insert (keys->chunk, collated);
  g_hash_table_insert (keys->known, g_string_chunk_insert (keys->chunk, text),
                       (gpointer) key);
  return key;
}

/**
 * atlas_row_set_prepare_column:
 * @self: a set
 * @column: a column
 *
 * Makes the keys that atlas_row_set_compare() compares, as far as they are not
 * made yet.
 */
void
atlas_row_set_prepare_column (AtlasRowSet *self, guint column)
{
  const AtlasColumn *info;
  Keys *keys;
  guint i;

  g_return_if_fail (self != NULL);
  g_return_if_fail (column < self->n_columns);

  info = &self->columns[column];
  keys = &self->keys[column];
  if (keys->n_filled == self->n_rows)
    return;

  if (info->type == ATLAS_COLUMN_TEXT)
    {
      keys->texts = g_renew (const char *, keys->texts, self->n_rows);
      if (keys->chunk == NULL)
        {
          keys->chunk = g_string_chunk_new (16384);
          keys->known = g_hash_table_new (g_str_hash, g_str_equal);
        }
    }
  else
    keys->numbers = g_renew (double, keys->numbers, self->n_rows);

  for (i = keys->n_filled; i < self->n_rows; i++)
    {
      g_auto (AtlasValue) value = ATLAS_VALUE_INIT;

      atlas_column_get_value (info, &self->rows[i], self->aliases, &value);
      if (info->type == ATLAS_COLUMN_TEXT)
        keys->texts[i] = make_text_key (keys, value.text);
      else
        keys->numbers[i] = atlas_value_get_number (info, &value);
    }
  keys->n_filled = self->n_rows;
}

static int
compare_texts (const char *a, const char *b, gboolean descending)
{
  int order;

  if (a == b)
    return 0;
  if (a == NULL || b == NULL)
    return a == NULL ? 1 : -1;

  order = strcmp (a, b);
  return descending ? -order : order;
}

static int
compare_numbers (double a, double b, gboolean descending)
{
  if (isnan (a) || isnan (b))
    return (isnan (a) ? 1 : 0) - (isnan (b) ? 1 : 0);
  if (descending)
    return (a < b) - (a > b);

  return (a > b) - (a < b);
}

/**
 * atlas_row_set_compare:
 * @self: a set
 * @column: a column that was prepared
 * @descending: whether large values come first
 * @a: a row
 * @b: another row
 *
 * What is missing comes last in both directions.
 *
 * Returns: less than, equal to or greater than 0
 */
int
atlas_row_set_compare (const AtlasRowSet *self,
                       guint column,
                       gboolean descending,
                       guint a,
                       guint b)
{
  const Keys *keys = &self->keys[column];

  if (keys->texts != NULL)
    return compare_texts (keys->texts[a], keys->texts[b], descending);

  return compare_numbers (keys->numbers[a], keys->numbers[b], descending);
}

/* Most names are plain ASCII, for which folding is simple. As
 * atlas_fold_search() does it. */
static gboolean
append_ascii (GString *search, const char *text)
{
  gsize start = search->len;
  gboolean blank = FALSE;
  const char *at;

  for (at = text; *at != '\0'; at++)
    {
      if (!g_ascii_isprint (*at) || *at == '`')
        {
          g_string_truncate (search, start);
          return FALSE;
        }
      if (*at == '\'')
        continue;
      if (!g_ascii_isalnum (*at))
        {
          blank = TRUE;
          continue;
        }
      if (blank && search->len > start)
        g_string_append_c (search, ' ');
      blank = FALSE;
      g_string_append_c (search, g_ascii_tolower (*at));
    }

  g_string_append_c (search, ' ');
  return TRUE;
}

static void
append_folded (GString *search, const char *text)
{
  g_autofree char *folded = NULL;

  if (text == NULL || append_ascii (search, text))
    return;

  folded = atlas_fold_search (text);
  g_string_append (search, folded);
  g_string_append_c (search, ' ');
}

/* A profile is found by the names in it, too. */
static void
append_names (GString *search, const AtlasProfile *profile)
{
  guint kind, i;

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      for (i = 0; i < profile->n_entries[kind]; i++)
        append_folded (search, profile->entries[kind][i].name);
      for (i = 0; i < profile->n_partners[kind]; i++)
        append_folded (search, profile->partners[kind][i].name);
    }
}

static void
append_row (AtlasRowSet *self, guint row)
{
  guint i;

  for (i = 0; i < self->n_columns; i++)
    {
      const AtlasColumn *column = &self->columns[i];
      g_auto (AtlasValue) value = ATLAS_VALUE_INIT;

      if (column->type != ATLAS_COLUMN_TEXT
          && column->type != ATLAS_COLUMN_YEAR)
        continue;

      atlas_column_get_value (column, &self->rows[row], self->aliases, &value);
      if (column->type == ATLAS_COLUMN_TEXT)
        append_folded (self->search, value.text);
      else if (atlas_number_is_given (&value.number))
        g_string_append_printf (self->search, "%d ", (int) value.number.value);
    }

  if (self->kind == ATLAS_TABLE_PROFILES)
    append_names (self->search, self->rows[row].item);
}

/**
 * atlas_row_set_prepare_search:
 * @self: a set
 *
 * Makes the texts that atlas_row_set_matches() looks at, as far as they are
 * not made yet: the texts and years of all columns, shown or not.
 */
void
atlas_row_set_prepare_search (AtlasRowSet *self)
{
  guint i;

  g_return_if_fail (self != NULL);

  if (self->n_searchable == self->n_rows)
    return;

  if (self->search == NULL)
    self->search = g_string_new (NULL);
  self->starts = g_renew (gsize, self->starts, self->n_rows);

  for (i = self->n_searchable; i < self->n_rows; i++)
    {
      self->starts[i] = self->search->len;
      append_row (self, i);
      g_string_append_c (self->search, '\0');
    }
  self->n_searchable = self->n_rows;
}

/**
 * atlas_row_set_matches:
 * @self: a set that was prepared for searching
 * @row: a row
 * @words: (array zero-terminated=1): folded words
 *
 * Returns: whether the row has all the words, each anywhere in it
 */
gboolean
atlas_row_set_matches (const AtlasRowSet *self,
                       guint row,
                       const char *const *words)
{
  const char *text = self->search->str + self->starts[row];
  guint i;

  for (i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      return FALSE;

  return TRUE;
}
