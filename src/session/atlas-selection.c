/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-selection.h"

#include <string.h>

struct _AtlasSelection
{
  GObject parent_instance;

  GHashTable *documents;
  GHashTable *places;
  AtlasDocument *current;
  char *current_place;
};

G_DEFINE_FINAL_TYPE (AtlasSelection, atlas_selection, G_TYPE_OBJECT)

static void
atlas_selection_finalize (GObject *object)
{
  AtlasSelection *self = ATLAS_SELECTION (object);

  g_clear_pointer (&self->documents, g_hash_table_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_object (&self->current);
  g_clear_pointer (&self->current_place, g_free);

  G_OBJECT_CLASS (atlas_selection_parent_class)->finalize (object);
}

static void
atlas_selection_class_init (AtlasSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_selection_finalize;

  /**
   * AtlasSelection::changed:
   *
   * Something else is selected, or is the current one.
   */
  g_signal_new ("changed", ATLAS_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_selection_init (AtlasSelection *self)
{
  self->documents = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * atlas_selection_new:
 *
 * Returns: (transfer full): a new selection of nothing
 */
AtlasSelection *
atlas_selection_new (void)
{
  return g_object_new (ATLAS_TYPE_SELECTION, NULL);
}

/**
 * atlas_selection_contains:
 * @self: a selection
 * @document: (nullable): a document
 *
 * Returns: whether it is selected
 */
gboolean
atlas_selection_contains (AtlasSelection *self, AtlasDocument *document)
{
  g_return_val_if_fail (ATLAS_IS_SELECTION (self), FALSE);

  return g_hash_table_contains (self->documents, document);
}

/**
 * atlas_selection_contains_place:
 * @self: a selection
 * @place: key of a place
 *
 * Returns: whether it is selected
 */
gboolean
atlas_selection_contains_place (AtlasSelection *self, const char *place)
{
  g_return_val_if_fail (ATLAS_IS_SELECTION (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  return g_hash_table_contains (self->places, place);
}

/**
 * atlas_selection_get_n_documents:
 * @self: a selection
 *
 * Returns: how many documents are selected
 */
guint
atlas_selection_get_n_documents (AtlasSelection *self)
{
  g_return_val_if_fail (ATLAS_IS_SELECTION (self), 0);

  return g_hash_table_size (self->documents);
}

/**
 * atlas_selection_get_n_places:
 * @self: a selection
 *
 * Returns: how many places are selected
 */
guint
atlas_selection_get_n_places (AtlasSelection *self)
{
  g_return_val_if_fail (ATLAS_IS_SELECTION (self), 0);

  return g_hash_table_size (self->places);
}

/**
 * atlas_selection_dup_documents:
 * @self: a selection
 *
 * Returns: (transfer container) (element-type AtlasDocument): the documents,
 *   in no order
 */
GPtrArray *
atlas_selection_dup_documents (AtlasSelection *self)
{
  GPtrArray *documents;
  GHashTableIter iter;
  gpointer document;

  g_return_val_if_fail (ATLAS_IS_SELECTION (self), NULL);

  documents = g_ptr_array_new_full (g_hash_table_size (self->documents),
                                    g_object_unref);
  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, &document, NULL))
    g_ptr_array_add (documents, g_object_ref (document));

  return documents;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * atlas_selection_dup_places:
 * @self: a selection
 *
 * Returns: (transfer full) (array zero-terminated=1): the keys of the selected
 *   places, sorted
 */
char **
atlas_selection_dup_places (AtlasSelection *self)
{
  GPtrArray *places;
  GHashTableIter iter;
  gpointer place;

  g_return_val_if_fail (ATLAS_IS_SELECTION (self), NULL);

  places = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, &place, NULL))
    g_ptr_array_add (places, g_strdup (place));
  g_ptr_array_sort (places, compare_strings);
  g_ptr_array_add (places, NULL);

  return (char **) g_ptr_array_free (places, FALSE);
}

/**
 * atlas_selection_get_current:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the document that was selected last,
 *   whose details are shown
 */
AtlasDocument *
atlas_selection_get_current (AtlasSelection *self)
{
  g_return_val_if_fail (ATLAS_IS_SELECTION (self), NULL);

  return self->current;
}

/**
 * atlas_selection_get_current_place:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the key of the place that was selected
 *   last
 */
const char *
atlas_selection_get_current_place (AtlasSelection *self)
{
  g_return_val_if_fail (ATLAS_IS_SELECTION (self), NULL);

  return self->current_place;
}

static gboolean
equal_sets (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer key;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (b, key))
      return FALSE;

  return TRUE;
}

/**
 * atlas_selection_set:
 * @self: a selection
 * @documents: (transfer full): the set of documents; owns its keys
 * @places: (transfer full): the set of keys of places; owns its keys
 * @current: (nullable): the document whose details are shown
 * @current_place: (nullable): the key of the place that was selected last
 *
 * Selects these and nothing else.
 */
void
atlas_selection_set (AtlasSelection *self,
                     GHashTable *documents,
                     GHashTable *places,
                     AtlasDocument *current,
                     const char *current_place)
{
  gboolean changed;

  g_return_if_fail (ATLAS_IS_SELECTION (self));
  g_return_if_fail (documents != NULL && places != NULL);

  changed = current != self->current
            || g_strcmp0 (current_place, self->current_place) != 0
            || !equal_sets (documents, self->documents)
            || !equal_sets (places, self->places);

  g_hash_table_unref (self->documents);
  self->documents = documents;
  g_hash_table_unref (self->places);
  self->places = places;
  g_set_object (&self->current, current);
  if (g_strcmp0 (current_place, self->current_place) != 0)
    {
      g_free (self->current_place);
      self->current_place = g_strdup (current_place);
    }

  if (changed)
    g_signal_emit_by_name (self, "changed");
}
