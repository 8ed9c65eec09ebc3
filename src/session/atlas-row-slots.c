/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-row-slots.h"

/* Rows that come at once, and from how many on the rest comes at once: a list
 * view makes widgets for no more than these. */
#define ROWS_PER_STEP 16
#define ROWS_WITH_WIDGETS 256

struct _AtlasRowSlot
{
  GObject parent_instance;

  guint position;
};

G_DEFINE_FINAL_TYPE (AtlasRowSlot, atlas_row_slot, G_TYPE_OBJECT)

static void
atlas_row_slot_class_init (AtlasRowSlotClass *klass)
{
}

static void
atlas_row_slot_init (AtlasRowSlot *self)
{
}

/**
 * atlas_row_slot_get_position:
 * @self: a place
 *
 * Returns: where it is in the table
 */
guint
atlas_row_slot_get_position (AtlasRowSlot *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW_SLOT (self), 0);

  return self->position;
}

struct _AtlasRowSlots
{
  GObject parent_instance;

  AtlasTable *table;
  guint n_items;
  guint grow_id;
};

static void list_model_iface_init (GListModelInterface *iface);
static void selection_model_iface_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
    AtlasRowSlots,
    atlas_row_slots,
    G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
        G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                               selection_model_iface_init))

static GType
atlas_row_slots_get_item_type (GListModel *model)
{
  return ATLAS_TYPE_ROW_SLOT;
}

static guint
atlas_row_slots_get_n_items (GListModel *model)
{
  return ATLAS_ROW_SLOTS (model)->n_items;
}

static gpointer
atlas_row_slots_get_item (GListModel *model, guint position)
{
  AtlasRowSlot *slot;

  if (position >= ATLAS_ROW_SLOTS (model)->n_items)
    return NULL;

  slot = g_object_new (ATLAS_TYPE_ROW_SLOT, NULL);
  slot->position = position;
  return slot;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = atlas_row_slots_get_item_type;
  iface->get_n_items = atlas_row_slots_get_n_items;
  iface->get_item = atlas_row_slots_get_item;
}

static gboolean
atlas_row_slots_is_selected (GtkSelectionModel *model, guint position)
{
  AtlasRowSlots *self = ATLAS_ROW_SLOTS (model);

  return gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->table),
                                          position);
}

static GtkBitset *
atlas_row_slots_get_selection_in_range (GtkSelectionModel *model,
                                        guint position,
                                        guint n_items)
{
  AtlasRowSlots *self = ATLAS_ROW_SLOTS (model);

  return gtk_selection_model_get_selection_in_range (
      GTK_SELECTION_MODEL (self->table), position, n_items);
}

static gboolean
atlas_row_slots_set_selection (GtkSelectionModel *model,
                               GtkBitset *selected,
                               GtkBitset *mask)
{
  AtlasRowSlots *self = ATLAS_ROW_SLOTS (model);

  return gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->table),
                                            selected, mask);
}

/* Those that are still to come, too. */
static gboolean
atlas_row_slots_select_all (GtkSelectionModel *model)
{
  AtlasRowSlots *self = ATLAS_ROW_SLOTS (model);

  return gtk_selection_model_select_all (GTK_SELECTION_MODEL (self->table));
}

static gboolean
atlas_row_slots_unselect_all (GtkSelectionModel *model)
{
  AtlasRowSlots *self = ATLAS_ROW_SLOTS (model);

  return gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->table));
}

static void
selection_model_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = atlas_row_slots_is_selected;
  iface->get_selection_in_range = atlas_row_slots_get_selection_in_range;
  iface->set_selection = atlas_row_slots_set_selection;
  iface->select_all = atlas_row_slots_select_all;
  iface->unselect_all = atlas_row_slots_unselect_all;
}

static void
set_n_items (AtlasRowSlots *self, guint n_items)
{
  guint before = self->n_items;

  self->n_items = n_items;
  if (n_items > before)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0,
                                n_items - before);
  else if (n_items < before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_items, before - n_items,
                                0);
}

static gboolean grow (gpointer user_data);

/* Towards as many places as the table has rows. */
static void
follow (AtlasRowSlots *self)
{
  guint n_rows = atlas_table_get_n_rows (self->table);

  if (n_rows > self->n_items && self->n_items < ROWS_WITH_WIDGETS
      && n_rows - self->n_items > ROWS_PER_STEP)
    {
      set_n_items (self, self->n_items + ROWS_PER_STEP);
      if (self->grow_id == 0)
        self->grow_id = g_idle_add (grow, self);
      return;
    }

  g_clear_handle_id (&self->grow_id, g_source_remove);
  set_n_items (self, n_rows);
}

static gboolean
grow (gpointer user_data)
{
  AtlasRowSlots *self = ATLAS_ROW_SLOTS (user_data);

  self->grow_id = 0;
  follow (self);
  return G_SOURCE_REMOVE;
}

static void
on_items_changed (AtlasRowSlots *self,
                  guint position,
                  guint n_removed,
                  guint n_added)
{
  guint before = self->n_items;
  guint end;

  if (self->grow_id == 0 || atlas_table_get_n_rows (self->table) < before)
    follow (self);

  /* What comes after an insertion moves, too. */
  end = n_removed == n_added ? position + n_added
                             : atlas_table_get_n_rows (self->table);
  end = MIN (end, MIN (before, self->n_items));
  if (end <= position)
    return;

  g_signal_emit_by_name (self, "rows-changed", position, end - position);
  /* To a list view the places are the same items as before: it asks for no
   * other highlight by itself. */
  gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position,
                                         end - position);
}

static void
on_selection_changed (AtlasRowSlots *self)
{
  if (self->n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0,
                                           self->n_items);
}

static void
atlas_row_slots_dispose (GObject *object)
{
  AtlasRowSlots *self = ATLAS_ROW_SLOTS (object);

  g_clear_handle_id (&self->grow_id, g_source_remove);

  G_OBJECT_CLASS (atlas_row_slots_parent_class)->dispose (object);
}

static void
atlas_row_slots_finalize (GObject *object)
{
  g_clear_object (&ATLAS_ROW_SLOTS (object)->table);

  G_OBJECT_CLASS (atlas_row_slots_parent_class)->finalize (object);
}

static void
atlas_row_slots_class_init (AtlasRowSlotsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atlas_row_slots_dispose;
  object_class->finalize = atlas_row_slots_finalize;

  /**
   * AtlasRowSlots::rows-changed:
   * @self: the places
   * @position: the first place where another row stands
   * @n: how many such places there are
   */
  g_signal_new ("rows-changed", ATLAS_TYPE_ROW_SLOTS, G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
atlas_row_slots_init (AtlasRowSlots *self)
{
}

/**
 * atlas_row_slots_new:
 * @table: a table
 *
 * Returns: (transfer full): the places of its rows
 */
AtlasRowSlots *
atlas_row_slots_new (AtlasTable *table)
{
  AtlasRowSlots *self;

  g_return_val_if_fail (ATLAS_IS_TABLE (table), NULL);

  self = g_object_new (ATLAS_TYPE_ROW_SLOTS, NULL);
  self->table = g_object_ref (table);
  g_signal_connect_object (table, "items-changed",
                           G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "selection-changed",
                           G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  follow (self);

  return self;
}

/**
 * atlas_row_slots_get_table:
 * @self: places
 *
 * Returns: (transfer none): the table that they are of
 */
AtlasTable *
atlas_row_slots_get_table (AtlasRowSlots *self)
{
  g_return_val_if_fail (ATLAS_IS_ROW_SLOTS (self), NULL);

  return self->table;
}
