/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-table-layout.h"

#include <string.h>

/* A width in pixels; -1 where the column takes its natural one. */
#define NATURAL_WIDTH (-1)
#define MAX_WIDTH 10000

struct _AtlasTableLayout
{
  const AtlasColumn *columns;
  guint n_columns;
  guint *order;
  gboolean *visible;
  int *widths;
};

/**
 * atlas_table_layout_new:
 * @kind: a table
 *
 * Returns: (transfer full): the layout that the table has at first
 */
AtlasTableLayout *
atlas_table_layout_new (AtlasTableKind kind)
{
  AtlasTableLayout *self = g_new0 (AtlasTableLayout, 1);

  self->columns = atlas_columns_get (kind, &self->n_columns);
  self->order = g_new0 (guint, self->n_columns);
  self->visible = g_new0 (gboolean, self->n_columns);
  self->widths = g_new0 (int, self->n_columns);
  atlas_table_layout_reset (self);

  return self;
}

/**
 * atlas_table_layout_free:
 * @self: (transfer full): a layout
 */
void
atlas_table_layout_free (AtlasTableLayout *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->order);
  g_free (self->visible);
  g_free (self->widths);
  g_free (self);
}

/**
 * atlas_table_layout_reset:
 * @self: a layout
 *
 * Makes it what it was at first.
 */
void
atlas_table_layout_reset (AtlasTableLayout *self)
{
  guint i;

  g_return_if_fail (self != NULL);

  for (i = 0; i < self->n_columns; i++)
    {
      self->order[i] = i;
      self->visible[i] = self->columns[i].visible;
      self->widths[i] = NATURAL_WIDTH;
    }
}

/**
 * atlas_table_layout_get_order:
 * @self: a layout
 *
 * Returns: (transfer none): all columns, shown or not, in the order they stand
 */
const guint *
atlas_table_layout_get_order (const AtlasTableLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->order;
}

static guint
find_position (const AtlasTableLayout *self, guint column)
{
  guint i = 0;

  while (self->order[i] != column)
    i++;

  return i;
}

/**
 * atlas_table_layout_move:
 * @self: a layout
 * @column: a column
 * @position: where it is to stand among all columns
 *
 * Returns: whether anything changed
 */
gboolean
atlas_table_layout_move (AtlasTableLayout *self, guint column, guint position)
{
  guint from;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (column < self->n_columns, FALSE);
  g_return_val_if_fail (position < self->n_columns, FALSE);

  from = find_position (self, column);
  if (from == position)
    return FALSE;

  if (from < position)
    memmove (self->order + from, self->order + from + 1,
             (position - from) * sizeof (guint));
  else
    memmove (self->order + position + 1, self->order + position,
             (from - position) * sizeof (guint));
  self->order[position] = column;
  return TRUE;
}

/**
 * atlas_table_layout_get_visible:
 * @self: a layout
 * @column: a column
 *
 * Returns: whether it is shown
 */
gboolean
atlas_table_layout_get_visible (const AtlasTableLayout *self, guint column)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (column < self->n_columns, FALSE);

  return self->visible[column];
}

/**
 * atlas_table_layout_set_visible:
 * @self: a layout
 * @column: a column
 * @visible: whether it is to be shown
 *
 * The last column that is shown stays.
 *
 * Returns: whether anything changed
 */
gboolean
atlas_table_layout_set_visible (AtlasTableLayout *self,
                                guint column,
                                gboolean visible)
{
  guint n_visible = 0;
  guint i;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (column < self->n_columns, FALSE);

  if (self->visible[column] == !!visible)
    return FALSE;

  for (i = 0; i < self->n_columns; i++)
    n_visible += self->visible[i] ? 1 : 0;
  if (!visible && n_visible == 1)
    return FALSE;

  self->visible[column] = !!visible;
  return TRUE;
}

/**
 * atlas_table_layout_get_width:
 * @self: a layout
 * @column: a column
 *
 * Returns: its width in pixels, -1 when the user has not set one
 */
int
atlas_table_layout_get_width (const AtlasTableLayout *self, guint column)
{
  g_return_val_if_fail (self != NULL, NATURAL_WIDTH);
  g_return_val_if_fail (column < self->n_columns, NATURAL_WIDTH);

  return self->widths[column];
}

/**
 * atlas_table_layout_set_width:
 * @self: a layout
 * @column: a column
 * @width: its width in pixels, -1 for the natural one
 *
 * Returns: whether anything changed
 */
gboolean
atlas_table_layout_set_width (AtlasTableLayout *self, guint column, int width)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (column < self->n_columns, FALSE);

  width = CLAMP (width, NATURAL_WIDTH, MAX_WIDTH);
  if (self->widths[column] == width)
    return FALSE;

  self->widths[column] = width;
  return TRUE;
}

/**
 * atlas_table_layout_to_variant:
 * @self: a layout
 *
 * Returns: (transfer floating): the columns in their order as `a(sbi)`: id,
 *   whether shown, width
 */
GVariant *
atlas_table_layout_to_variant (const AtlasTableLayout *self)
{
  GVariantBuilder builder;
  guint i;

  g_return_val_if_fail (self != NULL, NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sbi)"));
  for (i = 0; i < self->n_columns; i++)
    {
      guint column = self->order[i];

      g_variant_builder_add (&builder, "(sbi)", self->columns[column].id,
                             self->visible[column], self->widths[column]);
    }

  return g_variant_builder_end (&builder);
}

/**
 * atlas_table_layout_restore:
 * @self: a layout
 * @variant: what atlas_table_layout_to_variant() made, perhaps by an older or
 *   a newer version with other columns
 *
 * Columns that are not known are passed over; those that are not named keep
 * their place behind the others.
 */
void
atlas_table_layout_restore (AtlasTableLayout *self, GVariant *variant)
{
  GVariantIter iter;
  const char *id;
  gboolean visible;
  int width;
  guint position = 0;
  guint i;

  g_return_if_fail (self != NULL);
  g_return_if_fail (variant != NULL);

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE ("a(sbi)")))
    return;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(&sbi)", &id, &visible, &width))
    for (i = 0; i < self->n_columns; i++)
      {
        if (strcmp (self->columns[i].id, id) != 0
            || find_position (self, i) < position)
          continue;
        atlas_table_layout_move (self, i, position++);
        atlas_table_layout_set_visible (self, i, visible);
        atlas_table_layout_set_width (self, i, width);
      }
}
