/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-table-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-fold.h"

/* What is asked of the rows, and in which order they stand. */

/* What a table is sorted by before the user says anything. */
static const struct
{
  const char *id;
  gboolean descending;
} first_order[ATLAS_N_TABLES][ATLAS_MAX_SORT_KEYS] = {
  [ATLAS_TABLE_PROFILES] = { { "rank", FALSE }, { "edition", TRUE } },
  [ATLAS_TABLE_APPLICANTS] = { { "cluster", FALSE }, { "rank", FALSE } },
  [ATLAS_TABLE_PUBLISHERS] = { { "cluster", FALSE }, { "rank", FALSE } },
  [ATLAS_TABLE_LINKS] = { { "source", FALSE },
                          { "kind", TRUE },
                          { "order", FALSE } },
  [ATLAS_TABLE_PLACES] = { { "named_by", TRUE }, { "label", FALSE } },
  [ATLAS_TABLE_PROBLEMS] = { { "source", FALSE }, { "line", FALSE } },
};

void
atlas_table_reset_order (AtlasTable *self)
{
  guint i;

  self->query.n_keys = 0;
  for (i = 0; i < ATLAS_MAX_SORT_KEYS; i++)
    {
      AtlasSortKey *key = &self->query.keys[self->query.n_keys];

      if (first_order[self->kind][i].id == NULL)
        break;
      key->column =
          (guint) atlas_table_find_column (self, first_order[self->kind][i].id);
      key->descending = first_order[self->kind][i].descending;
      self->query.n_keys++;
    }
}

/**
 * atlas_table_sort_by:
 * @self: a table
 * @column: a column
 * @descending: whether large values come first
 *
 * Sorts by this column; what it was sorted by until now follows as the next
 * keys.
 */
void
atlas_table_sort_by (AtlasTable *self, guint column, gboolean descending)
{
  AtlasSortKey keys[ATLAS_MAX_SORT_KEYS];
  guint n = 1;
  guint i;

  g_return_if_fail (ATLAS_IS_TABLE (self));
  g_return_if_fail (column < self->n_columns);

  keys[0].column = column;
  keys[0].descending = !!descending;
  for (i = 0; i < self->query.n_keys && n < ATLAS_MAX_SORT_KEYS; i++)
    if (self->query.keys[i].column != column)
      keys[n++] = self->query.keys[i];

  if (n == self->query.n_keys && self->query.keys[0].column == keys[0].column
      && self->query.keys[0].descending == keys[0].descending)
    return;

  memcpy (self->query.keys, keys, n * sizeof (AtlasSortKey));
  self->query.n_keys = n;
  g_signal_emit_by_name (self, "order-changed");
  atlas_table_query_changed (self);
}

/**
 * atlas_table_get_n_sort_keys:
 * @self: a table
 *
 * Returns: how many columns it is sorted by
 */
guint
atlas_table_get_n_sort_keys (AtlasTable *self)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), 0);

  return self->query.n_keys;
}

/**
 * atlas_table_get_sort_key:
 * @self: a table
 * @position: less than the number of keys; 0 is the first
 * @descending: (out) (optional): whether large values come first
 *
 * Returns: the column it is sorted by
 */
guint
atlas_table_get_sort_key (AtlasTable *self,
                          guint position,
                          gboolean *descending)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), 0);
  g_return_val_if_fail (position < self->query.n_keys, 0);

  if (descending != NULL)
    *descending = self->query.keys[position].descending;

  return self->query.keys[position].column;
}

static char *
dup_key_text (AtlasTable *self, guint position)
{
  const AtlasSortKey *key = &self->query.keys[position];
  const char *title = atlas_column_get_title (&self->columns[key->column]);

  if (!key->descending)
    return g_strdup (title);

  /* Translators: a column that a table is sorted by, large values first. */
  return g_strdup_printf (_ ("%s (descending)"), title);
}

/**
 * atlas_table_dup_order_text:
 * @self: a table
 *
 * Returns: (transfer full): a sentence that says what it is sorted by
 */
char *
atlas_table_dup_order_text (AtlasTable *self)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  g_return_val_if_fail (ATLAS_IS_TABLE (self), NULL);

  if (self->query.n_keys == 0)
    return g_strdup (_ ("In the order of loading"));

  first = dup_key_text (self, 0);
  if (self->query.n_keys == 1)
    return g_strdup_printf (_ ("Sorted by %s"), first);

  second = dup_key_text (self, 1);
  if (self->query.n_keys == 2)
    return g_strdup_printf (_ ("Sorted by %s, then by %s"), first, second);

  third = dup_key_text (self, 2);
  return g_strdup_printf (_ ("Sorted by %s, then by %s, then by %s"), first,
                          second, third);
}

/**
 * atlas_table_set_search:
 * @self: a table
 * @text: (nullable): what to search for; all words must be in a row
 */
void
atlas_table_set_search (AtlasTable *self, const char *text)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  g_return_if_fail (ATLAS_IS_TABLE (self));

  folded = atlas_fold_search (text != NULL ? text : "");
  if (*folded != '\0')
    words = g_strsplit (folded, " ", -1);

  if (words == NULL
          ? self->query.words == NULL
          : self->query.words != NULL
                && g_strv_equal ((const char *const *) words,
                                 (const char *const *) self->query.words))
    return;

  g_strfreev (self->query.words);
  self->query.words = g_steal_pointer (&words);
  atlas_table_query_changed (self);
}

/**
 * atlas_table_set_filters:
 * @self: a table
 * @filters: (nullable): what the documents of rows have to pass
 *
 * Takes the filters as they are now; call it again when they change.
 */
void
atlas_table_set_filters (AtlasTable *self, AtlasFilterSet *filters)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));
  g_return_if_fail (filters == NULL || ATLAS_IS_FILTER_SET (filters));

  g_clear_object (&self->query.filters);
  if (filters != NULL && atlas_filter_set_get_n_filters (filters) > 0)
    self->query.filters = atlas_filter_set_copy (filters);
  atlas_table_query_changed (self);
}

static void
set_keys (AtlasTable *self, GHashTable **place, GHashTable *keys)
{
  g_clear_pointer (place, g_hash_table_unref);
  if (keys != NULL && g_hash_table_size (keys) > 0)
    *place = g_hash_table_ref (keys);
  atlas_table_query_changed (self);
}

/**
 * atlas_table_set_hidden:
 * @self: a table
 * @keys: (nullable): set of keys of documents that are not shown; must not
 *   change any more
 */
void
atlas_table_set_hidden (AtlasTable *self, GHashTable *keys)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));

  set_keys (self, &self->query.hidden, keys);
}

/**
 * atlas_table_set_pinned:
 * @self: a table
 * @keys: (nullable): set of keys of documents that come first; must not change
 *   any more
 */
void
atlas_table_set_pinned (AtlasTable *self, GHashTable *keys)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));

  set_keys (self, &self->query.pinned, keys);
}

/**
 * atlas_table_set_aliases:
 * @self: a table
 * @aliases: (nullable): names that mean the same
 */
void
atlas_table_set_aliases (AtlasTable *self, AtlasAliases *aliases)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));

  if (self->aliases == aliases)
    return;

  g_clear_pointer (&self->aliases, atlas_aliases_unref);
  if (aliases != NULL)
    self->aliases = atlas_aliases_ref (aliases);
  self->aliases_changed = TRUE;
  atlas_table_query_changed (self);

  /* Rows that stay show other names. */
  if (self->order->len > 0)
    atlas_table_emit_items_changed (self, 0, self->order->len,
                                    self->order->len);
}

/**
 * atlas_table_set_severities:
 * @self: the table of problems
 * @errors: whether errors are shown
 * @warnings: whether warnings are shown
 */
void
atlas_table_set_severities (AtlasTable *self,
                            gboolean errors,
                            gboolean warnings)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));

  if (self->query.errors == !!errors && self->query.warnings == !!warnings)
    return;

  self->query.errors = !!errors;
  self->query.warnings = !!warnings;
  atlas_table_query_changed (self);
}
