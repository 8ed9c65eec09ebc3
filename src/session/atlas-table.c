/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-table-private.h"

#include <string.h>

#include "atlas-file-problem.h"

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
    AtlasTable,
    atlas_table,
    G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
        G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                               atlas_table_selection_iface_init))

static GType
atlas_table_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
atlas_table_get_n_items (GListModel *model)
{
  return ATLAS_TABLE (model)->order->len;
}

static gpointer
atlas_table_get_item (GListModel *model, guint position)
{
  AtlasTable *self = ATLAS_TABLE (model);
  const AtlasRowData *row;

  if (position >= self->order->len)
    return NULL;

  row = atlas_table_peek_row (self, position);
  if (self->kind == ATLAS_TABLE_PROFILES || self->kind == ATLAS_TABLE_PROBLEMS)
    return g_object_ref (row->owner);

  return atlas_row_new (row);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = atlas_table_get_item_type;
  iface->get_n_items = atlas_table_get_n_items;
  iface->get_item = atlas_table_get_item;
}

static void
atlas_table_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  AtlasTable *self = ATLAS_TABLE (object);

  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, atlas_table_get_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_table_dispose (GObject *object)
{
  AtlasTable *self = ATLAS_TABLE (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->picked_rows != NULL)
    atlas_table_forget_picked (self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->source != NULL)
    g_signal_handlers_disconnect_by_data (self->source, self);
  g_clear_object (&self->source);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (atlas_table_parent_class)->dispose (object);
}

static void
atlas_table_finalize (GObject *object)
{
  AtlasTable *self = ATLAS_TABLE (object);

  g_clear_pointer (&self->aliases, atlas_aliases_unref);
  g_clear_pointer (&self->layout, atlas_table_layout_free);
  g_clear_pointer (&self->rows, atlas_row_set_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->picked_rows, g_array_unref);
  atlas_row_query_clear (&self->query);

  G_OBJECT_CLASS (atlas_table_parent_class)->finalize (object);
}

static void
atlas_table_class_init (AtlasTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags =
      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  static const char *const signals[] = { "order-changed", "layout-changed",
                                         "refreshed", "picked" };
  guint i;

  object_class->get_property = atlas_table_get_property;
  object_class->dispose = atlas_table_dispose;
  object_class->finalize = atlas_table_finalize;

  /**
   * AtlasTable:busy:
   *
   * Whether a worker is sorting or filtering.
   */
  g_object_class_install_property (
      object_class, PROP_BUSY,
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags));

  /* order-changed: it is sorted by something else;
   * layout-changed: other columns are shown, or in another way;
   * refreshed: the rows are those that were asked for;
   * picked: the user selected rows here, atlas_table_get_picked(). */
  for (i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_new (signals[i], ATLAS_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
atlas_table_init (AtlasTable *self)
{
  self->order = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->picked_rows = g_array_new (FALSE, FALSE, sizeof (AtlasRowData));
  self->query.errors = TRUE;
  self->query.warnings = TRUE;
}

/**
 * atlas_table_new:
 * @kind: which table
 * @source: the list of its rows
 * @peek: fills in a row of @source
 * @selection: what is selected in all views
 *
 * Returns: (transfer full): a table that follows @source
 */
AtlasTable *
atlas_table_new (AtlasTableKind kind,
                 GListModel *source,
                 AtlasRowPeekFunc peek,
                 AtlasSelection *selection)
{
  AtlasTable *self;

  g_return_val_if_fail (kind < ATLAS_N_TABLES, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (source), NULL);
  g_return_val_if_fail (peek != NULL, NULL);
  g_return_val_if_fail (ATLAS_IS_SELECTION (selection), NULL);

  self = g_object_new (ATLAS_TYPE_TABLE, NULL);
  self->kind = kind;
  self->columns = atlas_columns_get (kind, &self->n_columns);
  self->source = g_object_ref (source);
  self->peek = peek;
  self->selection = g_object_ref (selection);
  self->layout = atlas_table_layout_new (kind);
  atlas_table_reset_order (self);

  g_signal_connect_swapped (source, "items-changed",
                            G_CALLBACK (atlas_table_source_changed), self);
  g_signal_connect_swapped (selection, "changed",
                            G_CALLBACK (atlas_table_selection_changed), self);

  self->rows = atlas_row_set_new (kind, source, peek, NULL, NULL, 0);
  self->n_same = atlas_row_set_get_n_rows (self->rows);
  atlas_table_query_changed (self);

  return self;
}

/**
 * atlas_table_get_kind:
 * @self: a table
 *
 * Returns: which table it is
 */
AtlasTableKind
atlas_table_get_kind (AtlasTable *self)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), 0);

  return self->kind;
}

/**
 * atlas_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows are shown
 */
guint
atlas_table_get_n_rows (AtlasTable *self)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), 0);

  return self->order->len;
}

/**
 * atlas_table_get_n_total:
 * @self: a table
 *
 * Returns: how many rows there are, shown or not
 */
guint
atlas_table_get_n_total (AtlasTable *self)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), 0);

  return g_list_model_get_n_items (self->source);
}

/**
 * atlas_table_get_busy:
 * @self: a table
 *
 * Returns: whether a worker is sorting or filtering, so that the rows are not
 *   up to date yet
 */
gboolean
atlas_table_get_busy (AtlasTable *self)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), FALSE);

  return self->running || self->rest_id != 0;
}

/**
 * atlas_table_get_row:
 * @self: a table
 * @position: less than the number of rows shown
 * @row: (out caller-allocates): the row, not referenced
 */
void
atlas_table_get_row (AtlasTable *self, guint position, AtlasRowData *row)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));
  g_return_if_fail (position < self->order->len);
  g_return_if_fail (row != NULL);

  *row = *atlas_table_peek_row (self, position);
}

/**
 * atlas_table_get_source_row:
 * @self: a table
 * @position: less than the number of all rows
 * @row: (out caller-allocates): the row, not referenced
 *
 * A row of all there are, in the order they were loaded: for exporting all.
 */
void
atlas_table_get_source_row (AtlasTable *self, guint position, AtlasRowData *row)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));
  g_return_if_fail (position < g_list_model_get_n_items (self->source));
  g_return_if_fail (row != NULL);

  self->peek (self->source, position, row);
}

/**
 * atlas_table_get_row_of_item:
 * @item: (type GObject): an item of a table
 * @row: (out caller-allocates): its row, not referenced
 */
void
atlas_table_get_row_of_item (gpointer item, AtlasRowData *row)
{
  g_return_if_fail (G_IS_OBJECT (item));
  g_return_if_fail (row != NULL);

  memset (row, 0, sizeof *row);
  if (ATLAS_IS_ROW (item))
    {
      *row = *atlas_row_get_data (item);
      return;
    }

  row->owner = item;
  if (ATLAS_IS_DOCUMENT (item))
    row->item = atlas_document_get_profile (item);
  else
    row->item = atlas_file_problem_get_problem (item);
}

/**
 * atlas_table_find:
 * @self: a table
 * @row: a row
 * @position: (out) (optional): where it is shown
 *
 * Returns: whether it is shown
 */
gboolean
atlas_table_find (AtlasTable *self, const AtlasRowData *row, guint *position)
{
  guint i;

  g_return_val_if_fail (ATLAS_IS_TABLE (self), FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  for (i = 0; i < self->order->len; i++)
    {
      if (atlas_table_peek_row (self, i)->item != row->item)
        continue;
      if (position != NULL)
        *position = i;
      return TRUE;
    }

  return FALSE;
}

/**
 * atlas_table_get_value:
 * @self: a table
 * @row: a row of it
 * @column: a column
 * @value: (out caller-allocates): the value; atlas_value_clear()
 */
void
atlas_table_get_value (AtlasTable *self,
                       const AtlasRowData *row,
                       guint column,
                       AtlasValue *value)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));
  g_return_if_fail (column < self->n_columns);

  atlas_column_get_value (&self->columns[column], row, self->aliases, value);
}
