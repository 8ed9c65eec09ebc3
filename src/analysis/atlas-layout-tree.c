/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-layout-tree.h"

#include <string.h>

#include "atlas-layout-vector.h"

/* Bits of a key for each axis; a key has two of them for each level. */
#define LEVELS 16

/* Spreads the low 16 bits of @value: a bit, a gap, a bit … */
static guint32
spread_bits (guint32 value)
{
  value &= 0xffff;
  value = (value | (value << 8)) & 0x00ff00ff;
  value = (value | (value << 4)) & 0x0f0f0f0f;
  value = (value | (value << 2)) & 0x33333333;
  value = (value | (value << 1)) & 0x55555555;

  return value;
}

/* Places on the Z-curve (Morton 1966), within a square around all points. */
static void
make_keys (AtlasTree *self, const float *x, const float *y)
{
  float left = x[0], right = x[0], top = y[0], bottom = y[0];
  float scale, span;
  guint32 i;

  for (i = 1; i < self->n; i++)
    {
      left = MIN (left, x[i]);
      right = MAX (right, x[i]);
      top = MIN (top, y[i]);
      bottom = MAX (bottom, y[i]);
    }

  span = MAX (right - left, bottom - top);
  scale = span > 0.0f ? 65535.0f / span : 0.0f;

  for (i = 0; i < self->n; i++)
    {
      self->keys[i] = spread_bits ((guint32) ((x[i] - left) * scale))
                      | spread_bits ((guint32) ((y[i] - top) * scale)) << 1;
      self->order[i] = i;
    }
}

/* Sorts keys and order by one byte of the keys, keeping equal ones in turn. */
static void
sort_by_byte (AtlasTree *self, guint shift)
{
  guint32 starts[257] = { 0 };
  guint32 *swap;
  guint32 i;

  for (i = 0; i < self->n; i++)
    starts[((self->keys[i] >> shift) & 0xff) + 1]++;
  for (i = 0; i < 256; i++)
    starts[i + 1] += starts[i];

  for (i = 0; i < self->n; i++)
    {
      const guint32 at = starts[(self->keys[i] >> shift) & 0xff]++;

      self->spare_keys[at] = self->keys[i];
      self->spare_order[at] = self->order[i];
    }

  swap = self->keys;
  self->keys = self->spare_keys;
  self->spare_keys = swap;
  swap = self->order;
  self->order = self->spare_order;
  self->spare_order = swap;
}

/* The centre, mass and box of a leaf from its points. */
static void
sum_points (AtlasTree *self, AtlasTreeCell *cell)
{
  float x = 0.0f, y = 0.0f, mass = 0.0f;
  guint32 i;

  cell->left = cell->right = self->x[cell->first];
  cell->top = cell->bottom = self->y[cell->first];

  for (i = cell->first; i < cell->end; i++)
    {
      x += self->mass[i] * self->x[i];
      y += self->mass[i] * self->y[i];
      mass += self->mass[i];
      cell->left = MIN (cell->left, self->x[i]);
      cell->right = MAX (cell->right, self->x[i]);
      cell->top = MIN (cell->top, self->y[i]);
      cell->bottom = MAX (cell->bottom, self->y[i]);
    }

  cell->x = x / mass;
  cell->y = y / mass;
  cell->mass = mass;
}

/* The same of a cell from its children. */
static void
sum_children (AtlasTree *self, AtlasTreeCell *cell)
{
  const AtlasTreeCell *child = &self->cells[cell->child];
  float x = 0.0f, y = 0.0f, mass = 0.0f;
  guint32 i;

  cell->left = child->left;
  cell->right = child->right;
  cell->top = child->top;
  cell->bottom = child->bottom;

  for (i = 0; i < cell->n_children; i++, child++)
    {
      x += child->mass * child->x;
      y += child->mass * child->y;
      mass += child->mass;
      cell->left = MIN (cell->left, child->left);
      cell->right = MAX (cell->right, child->right);
      cell->top = MIN (cell->top, child->top);
      cell->bottom = MAX (cell->bottom, child->bottom);
    }

  cell->x = x / mass;
  cell->y = y / mass;
  cell->mass = mass;
}

/* Cuts a cell in up to four by the two bits of its level. */
static void
split_cell (AtlasTree *self, guint32 index, guint level)
{
  const guint32 first = self->cells[index].first;
  const guint32 end = self->cells[index].end;
  guint32 begin = first;
  guint32 i;

  if (end - first <= ATLAS_TREE_LEAF || level == LEVELS)
    {
      self->leaves[self->n_leaves++] = index;
      sum_points (self, &self->cells[index]);
    }
  else
    {
      const guint shift = 2 * (LEVELS - 1 - level);
      guint32 child = self->n_cells;
      guint32 n_children = 0;

      for (i = first + 1; i <= end; i++)
        if (i == end || self->keys[i] >> shift != self->keys[begin] >> shift)
          {
            self->cells[self->n_cells].first = begin;
            self->cells[self->n_cells].end = i;
            self->cells[self->n_cells].child = 0;
            self->n_cells++;
            n_children++;
            begin = i;
          }

      self->cells[index].child = child;
      self->cells[index].n_children = n_children;
      for (i = 0; i < n_children; i++)
        split_cell (self, child + i, level + 1);
      sum_children (self, &self->cells[index]);
    }

  self->cells[index].size =
      MAX (self->cells[index].right - self->cells[index].left,
           self->cells[index].bottom - self->cells[index].top);
}

/**
 * atlas_tree_new:
 * @n: number of points, at least 1
 *
 * Makes the room for a tree.
 *
 * Returns: (transfer full): an empty tree
 */
AtlasTree *
atlas_tree_new (guint32 n)
{
  AtlasTree *self = g_new0 (AtlasTree, 1);

  self->n = n;
  self->order = g_new (guint32, n);
  self->x = g_new (float, n + ATLAS_LANES);
  self->y = g_new (float, n + ATLAS_LANES);
  self->mass = g_new (float, n + ATLAS_LANES);
  /* A cell that is split holds more than a leaf's worth of points, and so do
   * at most n / 32 cells of each level; each has at most four children. */
  self->cells =
      g_new (AtlasTreeCell, 1 + 4 * (gsize) (n / ATLAS_TREE_LEAF + 1) * LEVELS);
  self->leaves = g_new (guint32, n);
  self->keys = g_new (guint32, n);
  self->spare_keys = g_new (guint32, n);
  self->spare_order = g_new (guint32, n);

  return self;
}

/**
 * atlas_tree_free:
 * @self: (nullable): a tree
 *
 * Frees the tree.
 */
void
atlas_tree_free (AtlasTree *self)
{
  if (self == NULL)
    return;

  g_free (self->order);
  g_free (self->x);
  g_free (self->y);
  g_free (self->mass);
  g_free (self->cells);
  g_free (self->leaves);
  g_free (self->keys);
  g_free (self->spare_keys);
  g_free (self->spare_order);
  g_free (self);
}

/**
 * atlas_tree_build:
 * @self: a tree
 * @x: (array length=n): positions
 * @y: (array length=n): positions
 * @mass: (array length=n): masses, above 0
 *
 * Builds the tree anew.
 */
void
atlas_tree_build (AtlasTree *self,
                  const float *x,
                  const float *y,
                  const float *mass)
{
  guint shift;
  guint32 i;

  make_keys (self, x, y);
  for (shift = 0; shift < 32; shift += 8)
    sort_by_byte (self, shift);

  for (i = 0; i < self->n; i++)
    {
      self->x[i] = x[self->order[i]];
      self->y[i] = y[self->order[i]];
      self->mass[i] = mass[self->order[i]];
    }

  self->cells[0] = (AtlasTreeCell){ .first = 0, .end = self->n };
  self->n_cells = 1;
  self->n_leaves = 0;
  split_cell (self, 0, 0);
}
