/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-block.h"

/* Lists of blocks side by side. */

#define MOST_COLUMNS 6

typedef struct
{
  AtlasBlock parent;
  GPtrArray *columns[MOST_COLUMNS];
  double weights[MOST_COLUMNS];
  guint n_columns;
  double gutter;
} SideBySide;

static double
get_width (const SideBySide *self, guint column, double width)
{
  double sum = 0.0;

  for (guint i = 0; i < self->n_columns; i++)
    sum += self->weights[i];

  return (width - self->gutter * (self->n_columns - 1)) * self->weights[column]
         / sum;
}

static double
columns_measure (AtlasBlock *block, AtlasSheet *sheet, double width)
{
  SideBySide *self = (SideBySide *) block;
  double height = 0.0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      GPtrArray *blocks = self->columns[i];
      double column = get_width (self, i, width);

      for (guint j = 0; j < blocks->len; j++)
        {
          AtlasBlock *inner = g_ptr_array_index (blocks, j);

          inner->most = block->most;
          inner->extra = 0.0;
        }
      height = MAX (height, atlas_blocks_measure (blocks, sheet, column));
    }

  return height + block->extra;
}

/* What the whole is higher goes to those of a column that can use it. */
static void
share_out (GPtrArray *blocks, double extra)
{
  double wanted = 0.0;

  for (guint i = 0; i < blocks->len; i++)
    wanted += ((AtlasBlock *) g_ptr_array_index (blocks, i))->grow;
  for (guint i = 0; wanted > 0.0 && i < blocks->len; i++)
    {
      AtlasBlock *block = g_ptr_array_index (blocks, i);

      block->extra = MIN (extra / wanted, 1.0) * block->grow;
    }
}

static void
columns_place (AtlasBlock *block,
               AtlasSheet *sheet,
               double x,
               double y,
               double width)
{
  SideBySide *self = (SideBySide *) block;

  for (guint i = 0; i < self->n_columns; i++)
    {
      double column = get_width (self, i, width);

      share_out (self->columns[i], block->extra);
      atlas_blocks_place (self->columns[i], sheet, x, y, column);
      x += column + self->gutter;
    }
}

static void
columns_clear (AtlasBlock *block)
{
  SideBySide *self = (SideBySide *) block;

  for (guint i = 0; i < self->n_columns; i++)
    g_ptr_array_unref (self->columns[i]);
}

static const AtlasBlockClass side_by_side_class = {
  .measure = columns_measure,
  .place = columns_place,
  .clear = columns_clear,
};

/**
 * atlas_side_by_side_new:
 * @columns: (transfer full) (array length=n_columns): the blocks of each
 * @weights: (array length=n_columns): how wide each is, against the others
 * @n_columns: how many, 1 to 6
 * @gutter: space between two, in points
 * @space_before: free space above, in points
 *
 * Returns: (transfer full): a block that is never split
 */
AtlasBlock *
atlas_side_by_side_new (GPtrArray *const *columns,
                        const double *weights,
                        guint n_columns,
                        double gutter,
                        double space_before)
{
  SideBySide *self = atlas_block_alloc (sizeof (SideBySide),
                                        &side_by_side_class, space_before);

  g_assert (n_columns > 0 && n_columns <= MOST_COLUMNS);
  self->n_columns = n_columns;
  self->gutter = gutter;
  for (guint i = 0; i < n_columns; i++)
    {
      self->columns[i] = columns[i];
      self->weights[i] = weights[i];
    }

  return &self->parent;
}
