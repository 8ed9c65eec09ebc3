/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-session-private.h"

/* What is selected: documents and places are two sides of one thing. */

static char *
dup_place (AtlasSession *self, AtlasDocument *document)
{
  const AtlasProfile *profile = atlas_document_get_profile (document);

  if (self->aliases == NULL || profile->cluster == NULL)
    return g_strdup (atlas_document_get_place (document));

  return atlas_aliases_dup_place_key (self->aliases, profile->cluster);
}

/* Without aliases there is nothing to make for each of 100,000 documents. */
static gboolean
is_of_place (AtlasSession *self, AtlasDocument *document, const char *place)
{
  g_autofree char *key = NULL;

  if (self->aliases == NULL)
    return g_str_equal (atlas_document_get_place (document), place);

  key = dup_place (self, document);
  return g_str_equal (key, place);
}

/**
 * atlas_session_dup_document_place:
 * @self: a session
 * @document: a document
 *
 * Returns: (transfer full): the key of the place that the document tells of,
 *   after aliases; as in the network
 */
char *
atlas_session_dup_document_place (AtlasSession *self, AtlasDocument *document)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);
  g_return_val_if_fail (ATLAS_IS_DOCUMENT (document), NULL);

  return dup_place (self, document);
}

/**
 * atlas_session_dup_place_documents:
 * @self: a session
 * @place: key of a place
 *
 * Returns: (transfer container) (element-type AtlasDocument): the documents of
 *   the place in all editions, in the order of loading; empty when it is only
 *   named
 */
GPtrArray *
atlas_session_dup_place_documents (AtlasSession *self, const char *place)
{
  AtlasDocument *const *documents;
  GPtrArray *found;
  guint n, i;

  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  found = g_ptr_array_new_with_free_func (g_object_unref);
  documents = atlas_document_store_peek (self->store, &n);
  for (i = 0; i < n; i++)
    if (is_of_place (self, documents[i], place))
      g_ptr_array_add (found, g_object_ref (documents[i]));

  return found;
}

/**
 * atlas_session_get_current:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the document that was selected last,
 *   whose details are shown
 */
AtlasDocument *
atlas_session_get_current (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return self->selection != NULL ? atlas_selection_get_current (self->selection)
                                 : NULL;
}

/**
 * atlas_session_get_current_place:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the key of the place that was selected
 *   last
 */
const char *
atlas_session_get_current_place (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return atlas_selection_get_current_place (self->selection);
}

/**
 * atlas_session_select:
 * @self: a session
 * @document: (nullable): a document
 *
 * Selects this one alone.
 */
void
atlas_session_select (AtlasSession *self, AtlasDocument *document)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  atlas_session_select_documents (self, &document, document != NULL ? 1 : 0);
}

/**
 * atlas_session_select_documents:
 * @self: a session
 * @documents: (array length=n_documents): documents; the last one becomes the
 *   current one
 * @n_documents: how many
 *
 * Selects these and nothing else.
 */
void
atlas_session_select_documents (AtlasSession *self,
                                AtlasDocument *const *documents,
                                guint n_documents)
{
  GHashTable *chosen;
  GHashTable *places;
  g_autofree char *current_place = NULL;
  guint i;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (n_documents == 0 || documents != NULL);

  chosen = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (i = 0; i < n_documents; i++)
    {
      g_hash_table_add (chosen, g_object_ref (documents[i]));
      g_hash_table_add (places, dup_place (self, documents[i]));
    }

  if (n_documents > 0)
    current_place = dup_place (self, documents[n_documents - 1]);
  atlas_selection_set (self->selection, chosen, places,
                       n_documents > 0 ? documents[n_documents - 1] : NULL,
                       current_place);
}

/**
 * atlas_session_set_selected:
 * @self: a session
 * @document: a document
 * @selected: whether it is to be selected
 *
 * Adds to the selection, or takes away from it.
 */
void
atlas_session_set_selected (AtlasSession *self,
                            AtlasDocument *document,
                            gboolean selected)
{
  g_autoptr (GPtrArray) documents = NULL;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (ATLAS_IS_DOCUMENT (document));

  if (atlas_session_is_selected (self, document) == !!selected)
    return;

  documents = atlas_selection_dup_documents (self->selection);
  if (selected)
    g_ptr_array_add (documents, g_object_ref (document));
  else
    g_ptr_array_remove (documents, document);

  atlas_session_select_documents (
      self, (AtlasDocument *const *) documents->pdata, documents->len);
}

/**
 * atlas_session_is_selected:
 * @self: a session
 * @document: (nullable): a document
 *
 * Returns: whether it is selected
 */
gboolean
atlas_session_is_selected (AtlasSession *self, AtlasDocument *document)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);

  return atlas_selection_contains (self->selection, document);
}

/**
 * atlas_session_get_n_selected:
 * @self: a session
 *
 * Returns: how many documents are selected
 */
guint
atlas_session_get_n_selected (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), 0);

  return atlas_selection_get_n_documents (self->selection);
}

/**
 * atlas_session_select_places:
 * @self: a session
 * @places: (array zero-terminated=1): keys of places; the last one becomes the
 *   current one
 *
 * Selects these places, and the documents that tell of them.
 */
void
atlas_session_select_places (AtlasSession *self, const char *const *places)
{
  AtlasDocument *const *documents;
  AtlasDocument *current = NULL;
  const char *current_place = NULL;
  GHashTable *chosen;
  GHashTable *keys;
  guint n, i;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (places != NULL);

  chosen = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (i = 0; places[i] != NULL; i++)
    {
      g_hash_table_add (keys, g_strdup (places[i]));
      current_place = places[i];
    }

  documents = atlas_document_store_peek (self->store, &n);
  for (i = 0; current_place != NULL && i < n; i++)
    {
      g_autofree char *key = dup_place (self, documents[i]);

      if (!g_hash_table_contains (keys, key))
        continue;
      g_hash_table_add (chosen, g_object_ref (documents[i]));
      if (g_str_equal (key, current_place))
        current = documents[i];
    }

  atlas_selection_set (self->selection, chosen, keys, current, current_place);
}

/**
 * atlas_session_is_place_selected:
 * @self: a session
 * @place: key of a place
 *
 * Returns: whether it is selected
 */
gboolean
atlas_session_is_place_selected (AtlasSession *self, const char *place)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);

  return atlas_selection_contains_place (self->selection, place);
}

/**
 * atlas_session_dup_selected_places:
 * @self: a session
 *
 * Returns: (transfer full) (array zero-terminated=1): keys of the selected
 *   places, sorted
 */
char **
atlas_session_dup_selected_places (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  return atlas_selection_dup_places (self->selection);
}

/**
 * atlas_session_unselect_all:
 * @self: a session
 */
void
atlas_session_unselect_all (AtlasSession *self)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  atlas_session_select_documents (self, NULL, 0);
}

static void
select_picked_places (AtlasSession *self,
                      const AtlasRowData *rows,
                      guint n_rows,
                      guint lead)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  guint i;

  for (i = 0; i < n_rows; i++)
    if (i != lead)
      g_ptr_array_add (places,
                       (char *) ((const AtlasPlace *) rows[i].item)->id);
  if (lead < n_rows)
    g_ptr_array_add (places,
                     (char *) ((const AtlasPlace *) rows[lead].item)->id);
  g_ptr_array_add (places, NULL);

  atlas_session_select_places (self, (const char *const *) places->pdata);
}

/* The user selected rows of a table: what they are about is selected. */
void
atlas_session_on_picked (AtlasSession *self, AtlasTable *table)
{
  g_autoptr (GPtrArray) documents = NULL;
  const AtlasRowData *rows;
  guint n_rows, lead, i;

  rows = atlas_table_get_picked (table, &n_rows, &lead);
  if (atlas_table_get_kind (table) == ATLAS_TABLE_PROBLEMS)
    return;
  if (atlas_table_get_kind (table) == ATLAS_TABLE_PLACES)
    {
      select_picked_places (self, rows, n_rows, lead);
      return;
    }

  documents = g_ptr_array_new ();
  for (i = 0; i < n_rows; i++)
    if (i != lead)
      g_ptr_array_add (documents, rows[i].owner);
  if (lead < n_rows)
    g_ptr_array_add (documents, rows[lead].owner);

  atlas_session_select_documents (
      self, (AtlasDocument *const *) documents->pdata, documents->len);
}
