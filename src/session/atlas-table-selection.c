/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network.h"
#include "atlas-table-private.h"

/* Which rows are selected: those of what is selected in all views, or those
 * that the user picked here. */

static gboolean
is_row_selected (AtlasTable *self, const AtlasRowData *row)
{
  if (self->picked != NULL)
    return g_hash_table_contains (self->picked, row->item);
  if (self->kind == ATLAS_TABLE_PLACES)
    return atlas_selection_contains_place (
        self->selection, ((const AtlasPlace *) row->item)->id);
  if (self->kind == ATLAS_TABLE_PROBLEMS)
    return FALSE;

  return atlas_selection_contains (self->selection,
                                   (AtlasDocument *) row->owner);
}

/* How many rows can be selected at most; 0 spares asking each of them. */
static guint
count_candidates (AtlasTable *self)
{
  if (self->picked != NULL)
    return g_hash_table_size (self->picked);
  if (self->kind == ATLAS_TABLE_PROBLEMS)
    return 0;
  if (self->kind == ATLAS_TABLE_PLACES)
    return atlas_selection_get_n_places (self->selection);
  /* A document has many rows in other tables. */
  if (self->kind != ATLAS_TABLE_PROFILES
      && atlas_selection_get_n_documents (self->selection) > 0)
    return G_MAXUINT;

  return atlas_selection_get_n_documents (self->selection);
}

static gboolean
atlas_table_is_selected (GtkSelectionModel *model, guint position)
{
  AtlasTable *self = ATLAS_TABLE (model);

  return position < self->order->len
         && is_row_selected (self, atlas_table_peek_row (self, position));
}

static GtkBitset *
atlas_table_get_selection_in_range (GtkSelectionModel *model,
                                    guint position,
                                    guint n_items)
{
  AtlasTable *self = ATLAS_TABLE (model);
  GtkBitset *bitset = gtk_bitset_new_empty ();
  guint n_left = count_candidates (self);
  guint i;

  for (i = position;
       i - position < n_items && i < self->order->len && n_left > 0; i++)
    if (is_row_selected (self, atlas_table_peek_row (self, i)))
      {
        gtk_bitset_add (bitset, i);
        n_left--;
      }

  return bitset;
}

void
atlas_table_forget_picked (AtlasTable *self)
{
  guint i;

  for (i = 0; i < self->picked_rows->len; i++)
    g_object_unref (g_array_index (self->picked_rows, AtlasRowData, i).owner);
  g_array_set_size (self->picked_rows, 0);
  g_clear_pointer (&self->picked, g_hash_table_unref);
}

/* Picks the rows that @selected says where @mask asks, and those that are
 * selected elsewhere. The last one that was not selected before leads. */
static void
pick (AtlasTable *self, GtkBitset *selected, GtkBitset *mask)
{
  g_autoptr (GHashTable) picked = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) rows = NULL;
  guint lead = G_MAXUINT;
  guint i;

  rows = g_array_new (FALSE, FALSE, sizeof (AtlasRowData));
  for (i = 0; i < self->order->len; i++)
    {
      const AtlasRowData *row = atlas_table_peek_row (self, i);
      gboolean masked = gtk_bitset_contains (mask, i);

      if (masked ? !gtk_bitset_contains (selected, i)
                 : !is_row_selected (self, row))
        continue;

      if (masked && (lead == G_MAXUINT || !is_row_selected (self, row)))
        lead = rows->len;
      g_hash_table_add (picked, (gpointer) row->item);
      g_array_append_val (rows, *row);
      g_object_ref (row->owner);
    }

  atlas_table_forget_picked (self);
  self->picked = g_steal_pointer (&picked);
  g_array_unref (self->picked_rows);
  self->picked_rows = g_steal_pointer (&rows);
  self->lead = lead != G_MAXUINT ? lead : 0;
}

void
atlas_table_emit_selection_changed (AtlasTable *self)
{
  if (self->n_emitting > 0)
    self->selection_waits = TRUE;
  else if (self->order->len > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0,
                                           self->order->len);
}

static gboolean
atlas_table_set_selection (GtkSelectionModel *model,
                           GtkBitset *selected,
                           GtkBitset *mask)
{
  AtlasTable *self = ATLAS_TABLE (model);

  pick (self, selected, mask);

  self->picking = TRUE;
  g_signal_emit_by_name (self, "picked");
  self->picking = FALSE;

  atlas_table_emit_selection_changed (self);
  return TRUE;
}

void
atlas_table_selection_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = atlas_table_is_selected;
  iface->get_selection_in_range = atlas_table_get_selection_in_range;
  iface->set_selection = atlas_table_set_selection;
}

void
atlas_table_selection_changed (AtlasTable *self)
{
  if (self->picking || self->kind == ATLAS_TABLE_PROBLEMS)
    return;

  atlas_table_forget_picked (self);
  atlas_table_emit_selection_changed (self);
}

/**
 * atlas_table_get_picked:
 * @self: a table
 * @n_rows: (out): how many rows the user picked
 * @lead: (out): index of the row that was picked last
 *
 * Returns: (transfer none) (array length=n_rows): the rows, in the order they
 *   are shown; empty when the selection was made elsewhere
 */
const AtlasRowData *
atlas_table_get_picked (AtlasTable *self, guint *n_rows, guint *lead)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), NULL);
  g_return_val_if_fail (n_rows != NULL && lead != NULL, NULL);

  *n_rows = self->picked_rows->len;
  *lead = self->lead;
  return (const AtlasRowData *) self->picked_rows->data;
}

/**
 * atlas_table_foreach_selected:
 * @self: a table
 * @func: called for each row that is shown and selected, in order, until it
 *   returns %FALSE
 * @user_data: for @func
 */
void
atlas_table_foreach_selected (AtlasTable *self,
                              AtlasRowFunc func,
                              gpointer user_data)
{
  guint n_left, i;

  g_return_if_fail (ATLAS_IS_TABLE (self));
  g_return_if_fail (func != NULL);

  n_left = count_candidates (self);
  for (i = 0; i < self->order->len && n_left > 0; i++)
    {
      const AtlasRowData *row = atlas_table_peek_row (self, i);

      if (!is_row_selected (self, row))
        continue;
      if (!func (self, row, user_data))
        break;
      n_left--;
    }
}
