/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasTreeCell:
 * @first: first of its points, in the order of the tree
 * @end: one after the last
 * @child: index of its first child, 0 for a leaf
 * @n_children: how many, one after the other
 * @x: centre of gravity
 * @y: centre of gravity
 * @mass: sum of the masses
 * @size: the longer side of the box around its points
 * @left: of that box
 * @right: of that box
 * @top: of that box
 * @bottom: of that box
 */
typedef struct
{
  guint32 first;
  guint32 end;
  guint32 child;
  guint32 n_children;
  float x;
  float y;
  float mass;
  float size;
  float left;
  float right;
  float top;
  float bottom;
} AtlasTreeCell;

/**
 * AtlasTree:
 * @n: number of points
 * @order: the points along a Z-curve
 * @x: their positions in that order
 * @y: likewise
 * @mass: their masses in that order
 * @cells: the cells, the root first
 * @n_cells: how many
 * @leaves: indices of the cells that are leaves
 * @n_leaves: how many
 *
 * A quadtree over points: what is far away acts as one point. Made anew for
 * each step, in the same room.
 */
typedef struct
{
  guint32 n;
  guint32 *order;
  float *x;
  float *y;
  float *mass;
  AtlasTreeCell *cells;
  guint32 n_cells;
  guint32 *leaves;
  guint32 n_leaves;

  guint32 *keys;
  guint32 *spare_keys;
  guint32 *spare_order;
} AtlasTree;

/* A leaf holds at most so many points, unless they are on one spot. */
#define ATLAS_TREE_LEAF 32

AtlasTree *atlas_tree_new (guint32 n);

void atlas_tree_free (AtlasTree *self);

void atlas_tree_build (AtlasTree *self,
                       const float *x,
                       const float *y,
                       const float *mass);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTree, atlas_tree_free)

G_END_DECLS
