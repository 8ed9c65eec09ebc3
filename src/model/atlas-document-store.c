/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-document-store.h"

#include <stdlib.h>

#include <string.h>

/* The one list of all open profiles. Everything that is seen stands above it:
 *
 *   column view, charts, network
 *              |
 *         AtlasTable          filtered and sorted, selection   (session)
 *              |
 *        AtlasRowList         one row per profile, applicant, link … (model)
 *              |
 *     AtlasDocumentStore      in the order of loading          (model)
 */
struct _AtlasDocumentStore
{
  GObject parent_instance;

  GPtrArray *documents;
};

static GType
atlas_document_store_get_item_type (GListModel *model)
{
  return ATLAS_TYPE_DOCUMENT;
}

static guint
atlas_document_store_get_n_items (GListModel *model)
{
  return ATLAS_DOCUMENT_STORE (model)->documents->len;
}

static gpointer
atlas_document_store_get_item (GListModel *model, guint position)
{
  AtlasDocumentStore *self = ATLAS_DOCUMENT_STORE (model);

  if (position >= self->documents->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->documents, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = atlas_document_store_get_item_type;
  iface->get_n_items = atlas_document_store_get_n_items;
  iface->get_item = atlas_document_store_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasDocumentStore,
                               atlas_document_store,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      list_model_iface_init))

static void
atlas_document_store_finalize (GObject *object)
{
  AtlasDocumentStore *self = ATLAS_DOCUMENT_STORE (object);

  g_clear_pointer (&self->documents, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_document_store_parent_class)->finalize (object);
}

static void
atlas_document_store_class_init (AtlasDocumentStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_document_store_finalize;
}

static void
atlas_document_store_init (AtlasDocumentStore *self)
{
  self->documents = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * atlas_document_store_new:
 *
 * Returns: (transfer full): a new, empty store
 */
AtlasDocumentStore *
atlas_document_store_new (void)
{
  return g_object_new (ATLAS_TYPE_DOCUMENT_STORE, NULL);
}

/**
 * atlas_document_store_get_n_documents:
 * @self: a store
 *
 * Returns: how many documents there are
 */
guint
atlas_document_store_get_n_documents (AtlasDocumentStore *self)
{
  g_return_val_if_fail (ATLAS_IS_DOCUMENT_STORE (self), 0);

  return self->documents->len;
}

/**
 * atlas_document_store_get:
 * @self: a store
 * @position: less than the number of documents
 *
 * Returns: (transfer none): the document there
 */
AtlasDocument *
atlas_document_store_get (AtlasDocumentStore *self, guint position)
{
  g_return_val_if_fail (ATLAS_IS_DOCUMENT_STORE (self), NULL);
  g_return_val_if_fail (position < self->documents->len, NULL);

  return g_ptr_array_index (self->documents, position);
}

/**
 * atlas_document_store_peek:
 * @self: a store
 * @n_documents: (out): how many there are
 *
 * All documents at once, for loops that a call for each would slow down.
 *
 * Returns: (transfer none) (array length=n_documents): the documents; valid
 *   until the store changes
 */
AtlasDocument *const *
atlas_document_store_peek (AtlasDocumentStore *self, guint *n_documents)
{
  g_return_val_if_fail (ATLAS_IS_DOCUMENT_STORE (self), NULL);
  g_return_val_if_fail (n_documents != NULL, NULL);

  *n_documents = self->documents->len;
  return (AtlasDocument *const *) self->documents->pdata;
}

/**
 * atlas_document_store_find:
 * @self: a store
 * @document: a document
 * @position: (out) (optional): where it stands
 *
 * Returns: whether it is in the store
 */
gboolean
atlas_document_store_find (AtlasDocumentStore *self,
                           AtlasDocument *document,
                           guint *position)
{
  g_return_val_if_fail (ATLAS_IS_DOCUMENT_STORE (self), FALSE);

  return g_ptr_array_find (self->documents, document, position);
}

/**
 * atlas_document_store_splice:
 * @self: a store
 * @position: where to begin
 * @n_removed: how many to remove there
 * @added: (array length=n_added) (nullable): what to put in their place
 * @n_added: how many
 *
 * Replaces a range, with one #GListModel::items-changed.
 */
void
atlas_document_store_splice (AtlasDocumentStore *self,
                             guint position,
                             guint n_removed,
                             AtlasDocument *const *added,
                             guint n_added)
{
  guint old_len, tail, i;
  gpointer *data;

  g_return_if_fail (ATLAS_IS_DOCUMENT_STORE (self));
  g_return_if_fail (position <= self->documents->len);
  g_return_if_fail (n_removed <= self->documents->len - position);
  g_return_if_fail (n_added == 0 || added != NULL);

  if (n_removed == 0 && n_added == 0)
    return;

  for (i = 0; i < n_added; i++)
    g_object_ref (added[i]);
  for (i = 0; i < n_removed; i++)
    g_object_unref (self->documents->pdata[position + i]);

  old_len = self->documents->len;
  tail = old_len - position - n_removed;

  /* The free function must not see what was moved or dropped above. */
  g_ptr_array_set_free_func (self->documents, NULL);
  if (n_added > n_removed)
    g_ptr_array_set_size (self->documents,
                          (int) (old_len + n_added - n_removed));
  data = self->documents->pdata;
  if (n_added != n_removed && tail > 0)
    memmove (data + position + n_added, data + position + n_removed,
             tail * sizeof (gpointer));
  for (i = 0; i < n_added; i++)
    data[position + i] = added[i];
  if (n_added < n_removed)
    g_ptr_array_set_size (self->documents,
                          (int) (old_len + n_added - n_removed));
  g_ptr_array_set_free_func (self->documents, g_object_unref);

  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed,
                              n_added);
}

/**
 * atlas_document_store_append:
 * @self: a store
 * @documents: (array length=n_documents): what to add
 * @n_documents: how many
 *
 * Adds a batch at the end.
 */
void
atlas_document_store_append (AtlasDocumentStore *self,
                             AtlasDocument *const *documents,
                             guint n_documents)
{
  g_return_if_fail (ATLAS_IS_DOCUMENT_STORE (self));

  atlas_document_store_splice (self, self->documents->len, 0, documents,
                               n_documents);
}

/**
 * atlas_document_store_remove_all:
 * @self: a store
 * @documents: (element-type AtlasDocument): set of what to remove
 *
 * Removes documents wherever they stand; the others keep their order. There is
 * one #GListModel::items-changed, over the range from the first to the last.
 *
 * Returns: how many were removed
 */
guint
atlas_document_store_remove_all (AtlasDocumentStore *self,
                                 GHashTable *documents)
{
  g_autoptr (GPtrArray) kept = NULL;
  guint first = G_MAXUINT;
  guint last = 0;
  guint n_removed = 0;
  guint i;

  g_return_val_if_fail (ATLAS_IS_DOCUMENT_STORE (self), 0);
  g_return_val_if_fail (documents != NULL, 0);

  for (i = 0; i < self->documents->len; i++)
    {
      if (!g_hash_table_contains (documents, self->documents->pdata[i]))
        continue;
      first = MIN (first, i);
      last = i;
      n_removed++;
    }

  if (n_removed == 0)
    return 0;

  kept = g_ptr_array_new ();
  for (i = first; i <= last; i++)
    if (!g_hash_table_contains (documents, self->documents->pdata[i]))
      g_ptr_array_add (kept, self->documents->pdata[i]);

  atlas_document_store_splice (self, first, last - first + 1,
                               (AtlasDocument *const *) kept->pdata, kept->len);
  return n_removed;
}

/**
 * atlas_document_store_clear:
 * @self: a store
 *
 * Removes everything.
 */
void
atlas_document_store_clear (AtlasDocumentStore *self)
{
  g_return_if_fail (ATLAS_IS_DOCUMENT_STORE (self));

  atlas_document_store_splice (self, 0, self->documents->len, NULL, 0);
}

/* Writing a file replaces what its name leads to at last. */
static GFile *
dup_target (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *target = path != NULL ? realpath (path, NULL) : NULL;

  return target != NULL ? g_file_new_for_path (target) : g_object_ref (file);
}

/**
 * atlas_document_store_has_file:
 * @self: a store
 * @file: a file that is to be written
 *
 * Asks the disk only about files of the same name; links are followed.
 *
 * Returns: whether a document was read from @file
 */
gboolean
atlas_document_store_has_file (AtlasDocumentStore *self, GFile *file)
{
  g_autoptr (GFile) target = NULL;
  g_autofree char *name = NULL;
  guint i;

  g_return_val_if_fail (ATLAS_IS_DOCUMENT_STORE (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  target = dup_target (file);
  name = g_file_get_basename (target);
  for (i = 0; i < self->documents->len; i++)
    {
      GFile *other = atlas_document_get_file (self->documents->pdata[i]);
      g_autofree char *other_name =
          other != NULL ? g_file_get_basename (other) : NULL;
      g_autoptr (GFile) other_target = NULL;

      if (g_strcmp0 (name, other_name) != 0)
        continue;
      other_target = dup_target (other);
      if (g_file_equal (target, other_target))
        return TRUE;
    }

  return FALSE;
}
