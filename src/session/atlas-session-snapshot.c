/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-session-private.h"

/* The profiles as they are at one moment. */

static void
add_profile (GPtrArray *snapshot, GHashTable *seen, AtlasDocument *document)
{
  if (seen == NULL
      || g_hash_table_add (seen, (gpointer) atlas_document_get_key (document)))
    g_ptr_array_add (snapshot,
                     atlas_profile_ref (atlas_document_get_profile (document)));
}

static void
add_all (AtlasSession *self, GPtrArray *snapshot)
{
  AtlasDocument *const *documents;
  guint n, i;

  documents = atlas_document_store_peek (self->store, &n);
  for (i = 0; i < n; i++)
    if (!atlas_document_get_repeated (documents[i]))
      add_profile (snapshot, NULL, documents[i]);
}

/* In the order of what is shown, of which the first of a key need not be a
 * part. Keys are compared only where one of them is there twice: hundreds of
 * thousands take longer than a frame, and so does to look at each document
 * where the row knows the profile. */
static void
add_visible (AtlasSession *self, GPtrArray *snapshot, gboolean selected)
{
  AtlasTable *table = self->tables[ATLAS_TABLE_PROFILES];
  guint n = atlas_table_get_n_rows (table);
  guint left = selected ? atlas_session_get_n_selected (self) : n;
  g_autoptr (GHashTable) seen = NULL;
  guint i;

  if (g_hash_table_size (self->counts)
      < atlas_document_store_get_n_documents (self->store))
    seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (i = 0; i < n && left > 0; i++)
    {
      AtlasRowData row;

      atlas_table_get_row (table, i, &row);
      if (selected
          && !atlas_selection_contains (self->selection,
                                        (AtlasDocument *) row.owner))
        continue;
      left--;
      if (seen != NULL)
        add_profile (snapshot, seen, (AtlasDocument *) row.owner);
      else
        g_ptr_array_add (snapshot, atlas_profile_ref (row.item));
    }
}

/**
 * atlas_session_snapshot:
 * @self: a session
 * @scope: which profiles
 *
 * The profiles as they are now, for charts, the network and reports; what the
 * user does later does not change it. A cluster and edition that two files
 * tell of is taken once, from the first.
 *
 * Returns: (transfer full) (element-type AtlasProfile): the profiles; its
 *   `pdata` is what functions take as `const AtlasProfile *const *`
 */
GPtrArray *
atlas_session_snapshot (AtlasSession *self, AtlasScope scope)
{
  GPtrArray *snapshot;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  snapshot =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  if (scope == ATLAS_SCOPE_ALL)
    add_all (self, snapshot);
  else
    add_visible (self, snapshot, scope == ATLAS_SCOPE_SELECTED);

  return snapshot;
}
