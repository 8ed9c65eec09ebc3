/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-table-private.h"

#include <string.h>

/* The columns of a table and how they are laid out. */

/**
 * atlas_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns there are, shown or not
 */
guint
atlas_table_get_n_columns (AtlasTable *self)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), 0);

  return self->n_columns;
}

/**
 * atlas_table_get_column:
 * @self: a table
 * @column: less than the number of columns
 *
 * Returns: (transfer none): the column
 */
const AtlasColumn *
atlas_table_get_column (AtlasTable *self, guint column)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), NULL);
  g_return_val_if_fail (column < self->n_columns, NULL);

  return &self->columns[column];
}

/**
 * atlas_table_find_column:
 * @self: a table
 * @id: id of a column
 *
 * Returns: its number, -1 when there is none
 */
int
atlas_table_find_column (AtlasTable *self, const char *id)
{
  guint i;

  g_return_val_if_fail (ATLAS_IS_TABLE (self), -1);
  g_return_val_if_fail (id != NULL, -1);

  for (i = 0; i < self->n_columns; i++)
    if (strcmp (self->columns[i].id, id) == 0)
      return (int) i;

  return -1;
}

/**
 * atlas_table_get_column_order:
 * @self: a table
 *
 * Returns: (transfer none): all columns, shown or not, in the order they stand
 */
const guint *
atlas_table_get_column_order (AtlasTable *self)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), NULL);

  return atlas_table_layout_get_order (self->layout);
}

static void
layout_changed (AtlasTable *self, gboolean changed)
{
  if (changed)
    g_signal_emit_by_name (self, "layout-changed");
}

/**
 * atlas_table_move_column:
 * @self: a table
 * @column: a column
 * @position: where it is to stand among all columns
 */
void
atlas_table_move_column (AtlasTable *self, guint column, guint position)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));

  layout_changed (self,
                  atlas_table_layout_move (self->layout, column, position));
}

/**
 * atlas_table_get_column_visible:
 * @self: a table
 * @column: a column
 *
 * Returns: whether it is shown
 */
gboolean
atlas_table_get_column_visible (AtlasTable *self, guint column)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), FALSE);

  return atlas_table_layout_get_visible (self->layout, column);
}

/**
 * atlas_table_set_column_visible:
 * @self: a table
 * @column: a column
 * @visible: whether it is to be shown; the last one stays
 */
void
atlas_table_set_column_visible (AtlasTable *self,
                                guint column,
                                gboolean visible)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));

  layout_changed (
      self, atlas_table_layout_set_visible (self->layout, column, visible));
}

/**
 * atlas_table_get_column_width:
 * @self: a table
 * @column: a column
 *
 * Returns: its width in pixels, -1 when the user has not set one
 */
int
atlas_table_get_column_width (AtlasTable *self, guint column)
{
  g_return_val_if_fail (ATLAS_IS_TABLE (self), -1);

  return atlas_table_layout_get_width (self->layout, column);
}

/**
 * atlas_table_set_column_width:
 * @self: a table
 * @column: a column
 * @width: its width in pixels, -1 for the natural one
 */
void
atlas_table_set_column_width (AtlasTable *self, guint column, int width)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));

  layout_changed (self,
                  atlas_table_layout_set_width (self->layout, column, width));
}

/**
 * atlas_table_reset_layout:
 * @self: a table
 *
 * Columns and order as they were at first.
 */
void
atlas_table_reset_layout (AtlasTable *self)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));

  atlas_table_layout_reset (self->layout);
  layout_changed (self, TRUE);

  atlas_table_reset_order (self);
  g_signal_emit_by_name (self, "order-changed");
  atlas_table_query_changed (self);
}

/**
 * atlas_table_dup_layout:
 * @self: a table
 *
 * Returns: (transfer floating): columns and order, as `(a(sbi)a(sb))`
 */
GVariant *
atlas_table_dup_layout (AtlasTable *self)
{
  GVariantBuilder keys;
  guint i;

  g_return_val_if_fail (ATLAS_IS_TABLE (self), NULL);

  g_variant_builder_init (&keys, G_VARIANT_TYPE ("a(sb)"));
  for (i = 0; i < self->query.n_keys; i++)
    g_variant_builder_add (&keys, "(sb)",
                           self->columns[self->query.keys[i].column].id,
                           self->query.keys[i].descending);

  return g_variant_new ("(@a(sbi)@a(sb))",
                        atlas_table_layout_to_variant (self->layout),
                        g_variant_builder_end (&keys));
}

static void
restore_order (AtlasTable *self, GVariant *keys)
{
  GVariantIter iter;
  const char *id;
  gboolean descending;
  guint n = 0;

  g_variant_iter_init (&iter, keys);
  while (n < ATLAS_MAX_SORT_KEYS
         && g_variant_iter_next (&iter, "(&sb)", &id, &descending))
    {
      int column = atlas_table_find_column (self, id);

      if (column < 0)
        continue;
      self->query.keys[n].column = (guint) column;
      self->query.keys[n++].descending = descending;
    }

  if (n > 0)
    self->query.n_keys = n;
}

/**
 * atlas_table_restore_layout:
 * @self: a table
 * @layout: what atlas_table_dup_layout() made; anything else is passed over
 */
void
atlas_table_restore_layout (AtlasTable *self, GVariant *layout)
{
  g_autoptr (GVariant) columns = NULL;
  g_autoptr (GVariant) keys = NULL;

  g_return_if_fail (ATLAS_IS_TABLE (self));
  g_return_if_fail (layout != NULL);

  if (!g_variant_is_of_type (layout, G_VARIANT_TYPE ("(a(sbi)a(sb))")))
    return;

  g_variant_get (layout, "(@a(sbi)@a(sb))", &columns, &keys);
  atlas_table_layout_restore (self->layout, columns);
  layout_changed (self, TRUE);

  restore_order (self, keys);
  g_signal_emit_by_name (self, "order-changed");
  atlas_table_query_changed (self);
}
