/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-row-list.h"

struct _AtlasRowList
{
  GObject parent_instance;

  AtlasDocumentStore *store;
  AtlasRowListKind kind;

  /* starts[i] is the first row of document i; the last element is the number
   * of all rows. */
  GArray *starts;

  /* One byte for each row from the first on; rows behind have none. */
  GBytes *marks;
};

static guint
get_start (AtlasRowList *self, guint document)
{
  return g_array_index (self->starts, guint, document);
}

static guint
count_rows (AtlasRowListKind kind, const AtlasProfile *profile)
{
  switch (kind)
    {
    case ATLAS_ROW_LIST_APPLICANTS:
      return profile->n_entries[ATLAS_PATENTS];
    case ATLAS_ROW_LIST_PUBLISHERS:
      return profile->n_entries[ATLAS_ARTICLES];
    case ATLAS_ROW_LIST_LINKS:
      return profile->n_partners[ATLAS_PATENTS]
             + profile->n_partners[ATLAS_ARTICLES];
    default:
      g_return_val_if_reached (0);
    }
}

static void
fill_row (AtlasRowListKind kind,
          AtlasDocument *document,
          guint index,
          AtlasRowData *row)
{
  const AtlasProfile *profile = atlas_document_get_profile (document);
  guint n_patents = profile->n_partners[ATLAS_PATENTS];

  row->owner = G_OBJECT (document);
  row->kind = ATLAS_PATENTS;
  if (kind == ATLAS_ROW_LIST_PUBLISHERS
      || (kind == ATLAS_ROW_LIST_LINKS && index >= n_patents))
    row->kind = ATLAS_ARTICLES;
  if (kind == ATLAS_ROW_LIST_LINKS && row->kind == ATLAS_ARTICLES)
    index -= n_patents;

  row->index = index;
  row->mark = 0;
  if (kind == ATLAS_ROW_LIST_LINKS)
    row->item = &profile->partners[row->kind][index];
  else
    row->item = &profile->entries[row->kind][index];
}

static GType
atlas_row_list_get_item_type (GListModel *model)
{
  return ATLAS_TYPE_ROW;
}

static guint
atlas_row_list_get_n_items (GListModel *model)
{
  AtlasRowList *self = ATLAS_ROW_LIST (model);

  return get_start (self, self->starts->len - 1);
}

static gpointer
atlas_row_list_get_item (GListModel *model, guint position)
{
  AtlasRowData row;

  if (position >= atlas_row_list_get_n_items (model))
    return NULL;

  atlas_row_list_peek (ATLAS_ROW_LIST (model), position, &row);
  return atlas_row_new (&row);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = atlas_row_list_get_item_type;
  iface->get_n_items = atlas_row_list_get_n_items;
  iface->get_item = atlas_row_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasRowList,
                               atlas_row_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      list_model_iface_init))

/* Counts the rows of all documents from @first on. */
static void
recount (AtlasRowList *self, guint first)
{
  AtlasDocument *const *documents;
  guint n_documents, start, i;

  documents = atlas_document_store_peek (self->store, &n_documents);
  start = get_start (self, first);
  g_array_set_size (self->starts, n_documents + 1);

  for (i = first; i < n_documents; i++)
    {
      g_array_index (self->starts, guint, i) = start;
      start +=
          count_rows (self->kind, atlas_document_get_profile (documents[i]));
    }
  g_array_index (self->starts, guint, n_documents) = start;
}

/* Rows from @first on are others now. */
static void
drop_marks (AtlasRowList *self, guint first)
{
  GBytes *marks = self->marks;

  if (marks == NULL || g_bytes_get_size (marks) <= first)
    return;

  self->marks = g_bytes_new_from_bytes (marks, 0, first);
  g_bytes_unref (marks);
}

static void
on_items_changed (AtlasRowList *self,
                  guint position,
                  guint n_removed,
                  guint n_added,
                  GListModel *store)
{
  guint start = get_start (self, position);
  guint rows_removed = get_start (self, position + n_removed) - start;
  guint rows_added;

  drop_marks (self, start);
  recount (self, position);
  rows_added = get_start (self, position + n_added) - start;

  if (rows_removed > 0 || rows_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, rows_removed,
                                rows_added);
}

static void
atlas_row_list_finalize (GObject *object)
{
  AtlasRowList *self = ATLAS_ROW_LIST (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->marks, g_bytes_unref);
  g_clear_pointer (&self->starts, g_array_unref);

  G_OBJECT_CLASS (atlas_row_list_parent_class)->finalize (object);
}

static void
atlas_row_list_class_init (AtlasRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_row_list_finalize;
}

static void
atlas_row_list_init (AtlasRowList *self)
{
  const guint none = 0;

  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->starts, none);
}

/**
 * atlas_row_list_new:
 * @store: the documents
 * @kind: which of their rows
 *
 * Costs four bytes for each document until rows are looked at.
 *
 * Returns: (transfer full): a list that follows @store
 */
AtlasRowList *
atlas_row_list_new (AtlasDocumentStore *store, AtlasRowListKind kind)
{
  AtlasRowList *self;

  g_return_val_if_fail (ATLAS_IS_DOCUMENT_STORE (store), NULL);

  self = g_object_new (ATLAS_TYPE_ROW_LIST, NULL);
  self->store = g_object_ref (store);
  self->kind = kind;
  recount (self, 0);
  g_signal_connect_object (store, "items-changed",
                           G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * atlas_row_list_peek:
 * @self: a list
 * @position: less than the number of rows
 * @row: (out caller-allocates): what the row tells, not referenced
 *
 * A row without an object made for it.
 */
void
atlas_row_list_peek (AtlasRowList *self, guint position, AtlasRowData *row)
{
  guint low = 0;
  guint high;

  g_return_if_fail (ATLAS_IS_ROW_LIST (self));
  g_return_if_fail (row != NULL);

  /* The last document that starts at or before the row; documents without
   * rows start where the next one does. */
  high = self->starts->len - 1;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get_start (self, middle) <= position)
        low = middle;
      else
        high = middle;
    }

  fill_row (self->kind, atlas_document_store_get (self->store, low),
            position - get_start (self, low), row);
  if (self->marks != NULL)
    {
      gsize n_marks;
      const guint8 *marks = g_bytes_get_data (self->marks, &n_marks);

      if (position < n_marks)
        row->mark = marks[position];
    }
}

/**
 * atlas_row_list_set_marks:
 * @self: a list
 * @marks: one byte for each row
 *
 * Says something of each row, which it carries as its mark. Marks stay with
 * their rows until documents before them come or go.
 */
void
atlas_row_list_set_marks (AtlasRowList *self, GBytes *marks)
{
  guint n_rows;

  g_return_if_fail (ATLAS_IS_ROW_LIST (self));
  g_return_if_fail (marks != NULL);

  n_rows = atlas_row_list_get_n_items (G_LIST_MODEL (self));
  g_return_if_fail (g_bytes_get_size (marks) == n_rows);

  if (self->marks != NULL && g_bytes_equal (self->marks, marks))
    return;

  g_clear_pointer (&self->marks, g_bytes_unref);
  self->marks = g_bytes_ref (marks);
  if (n_rows > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_rows, n_rows);
}
