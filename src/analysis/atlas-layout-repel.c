/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-layout-repel.h"

#include <string.h>

#include "atlas-layout-tree.h"
#include "atlas-layout-vector.h"

/* Up to here every pair is looked at; above, far groups act as one. */
#define ALL_PAIRS 2000

/* A cell acts as one point from further away than its size times this. The
 * force falls with the third power, so that what is far matters little. */
#define OPENING 1.2f

/* Leaves of the tree that are one piece of work. */
#define LEAVES_PER_PIECE 16

/* What pushes: points with a mass. */
typedef struct
{
  float *x;
  float *y;
  float *mass;
  guint32 n;
} Sources;

struct _AtlasRepel
{
  guint32 n;
  const float *mass;
  AtlasTree *tree; /* of large graphs */
  guint n_threads;
  Sources *sources; /* of each thread */
  float *force_x;   /* where the forces at hand go */
  float *force_y;
};

/* The push of all sources on sixteen points, lane by lane a plain sum in the
 * order of the sources: mass · d / (1 + d²)². */
ATLAS_VECTOR static void
push_lanes (const float *source_x,
            const float *source_y,
            const float *mass,
            guint32 n,
            const float *x,
            const float *y,
            float *force_x,
            float *force_y)
{
  AtlasFloats px, py, sx = { 0.0f }, sy = { 0.0f };
  guint32 i;

  memcpy (&px, x, sizeof px);
  memcpy (&py, y, sizeof py);

  for (i = 0; i < n; i++)
    {
      const AtlasFloats dx = px - source_x[i];
      const AtlasFloats dy = py - source_y[i];
      const AtlasFloats t = 1.0f + (dx * dx + dy * dy);
      const AtlasFloats force = mass[i] / (t * t);

      sx += dx * force;
      sy += dy * force;
    }

  memcpy (force_x, &sx, sizeof sx);
  memcpy (force_y, &sy, sizeof sy);
}

static void
add_source (Sources *sources, float x, float y, float mass)
{
  sources->x[sources->n] = x;
  sources->y[sources->n] = y;
  sources->mass[sources->n] = mass;
  sources->n++;
}

static float
get_gap (float low, float high, float at)
{
  if (at < low)
    return low - at;

  return at > high ? at - high : 0.0f;
}

/* Whether all of @leaf is so far from @cell that it acts as one point. */
static gboolean
is_far (const AtlasTreeCell *leaf, const AtlasTreeCell *cell)
{
  const float dx = get_gap (leaf->left, leaf->right, cell->x);
  const float dy = get_gap (leaf->top, leaf->bottom, cell->y);
  const float reach = OPENING * cell->size;

  return dx * dx + dy * dy > reach * reach;
}

/* All that pushes the points of a leaf (Barnes and Hut 1986, for a group of
 * points at a time). */
static void
collect_sources (const AtlasTree *tree,
                 const AtlasTreeCell *leaf,
                 guint32 index,
                 Sources *sources)
{
  const AtlasTreeCell *cell = &tree->cells[index];
  guint32 i;

  if (cell != leaf && is_far (leaf, cell))
    add_source (sources, cell->x, cell->y, cell->mass);
  else if (cell->child == 0)
    for (i = cell->first; i < cell->end; i++)
      add_source (sources, tree->x[i], tree->y[i], tree->mass[i]);
  else
    for (i = 0; i < cell->n_children; i++)
      collect_sources (tree, leaf, cell->child + i, sources);
}

static void
push_leaf (AtlasRepel *self, const AtlasTreeCell *leaf, Sources *sources)
{
  const AtlasTree *tree = self->tree;
  guint32 i, lane;

  sources->n = 0;
  collect_sources (tree, leaf, 0, sources);

  for (i = leaf->first; i < leaf->end; i += ATLAS_LANES)
    {
      float fx[ATLAS_LANES], fy[ATLAS_LANES];

      push_lanes (sources->x, sources->y, sources->mass, sources->n,
                  tree->x + i, tree->y + i, fx, fy);
      for (lane = 0; lane < ATLAS_LANES && i + lane < leaf->end; lane++)
        {
          self->force_x[tree->order[i + lane]] = fx[lane];
          self->force_y[tree->order[i + lane]] = fy[lane];
        }
    }
}

static void
push_piece (guint item, guint member, gpointer data)
{
  AtlasRepel *self = data;
  const guint32 first = item * LEAVES_PER_PIECE;
  const guint32 end = MIN (first + LEAVES_PER_PIECE, self->tree->n_leaves);
  guint32 i;

  for (i = first; i < end; i++)
    push_leaf (self, &self->tree->cells[self->tree->leaves[i]],
               &self->sources[member]);
}

/**
 * atlas_repel_run:
 * @self: what pushes
 * @x: (array): positions; with room for %ATLAS_LANES more
 * @y: (array): likewise
 * @force_x: (out caller-allocates) (array): forces; with room for %ATLAS_LANES
 *   more
 * @force_y: (out caller-allocates) (array): likewise
 * @crew: who does it
 *
 * Finds the push on every vertex from all others: the sum of mass · d / (1 +
 * d²)². In large graphs groups that are far act as one point.
 *
 * Returns: FALSE when stopped
 */
gboolean
atlas_repel_run (AtlasRepel *self,
                 const float *x,
                 const float *y,
                 float *force_x,
                 float *force_y,
                 AtlasCrew *crew)
{
  guint32 i;

  if (self->tree != NULL)
    {
      self->force_x = force_x;
      self->force_y = force_y;
      atlas_tree_build (self->tree, x, y, self->mass);
      return atlas_crew_run (crew,
                             (self->tree->n_leaves + LEAVES_PER_PIECE - 1)
                                 / LEAVES_PER_PIECE,
                             push_piece, self);
    }

  for (i = 0; i < self->n; i += ATLAS_LANES)
    push_lanes (x, y, self->mass, self->n, x + i, y + i, force_x + i,
                force_y + i);

  return TRUE;
}

/**
 * atlas_repel_new:
 * @n: number of vertices
 * @mass: (array length=n): how much each pushes; to be kept by the caller
 * @n_threads: of the crew
 *
 * Makes room for the push of all vertices.
 *
 * Returns: (transfer full): the room
 */
AtlasRepel *
atlas_repel_new (guint32 n, const float *mass, guint n_threads)
{
  AtlasRepel *self = g_new0 (AtlasRepel, 1);
  guint i;

  self->n = n;
  self->mass = mass;
  if (n <= ALL_PAIRS)
    return self;

  self->tree = atlas_tree_new (n);
  self->n_threads = n_threads;
  self->sources = g_new0 (Sources, n_threads);
  for (i = 0; i < n_threads; i++)
    {
      self->sources[i].x = g_new (float, n);
      self->sources[i].y = g_new (float, n);
      self->sources[i].mass = g_new (float, n);
    }

  return self;
}

/**
 * atlas_repel_free:
 * @self: what pushes
 *
 * Frees the room.
 */
void
atlas_repel_free (AtlasRepel *self)
{
  guint i;

  for (i = 0; i < self->n_threads; i++)
    {
      g_free (self->sources[i].x);
      g_free (self->sources[i].y);
      g_free (self->sources[i].mass);
    }

  g_free (self->sources);
  atlas_tree_free (self->tree);
  g_free (self);
}
