/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-layout-nudge.h"

#include <math.h>
#include <string.h>

#include "atlas-layout-score.h"
#include "atlas-layout-vector.h"
#include "atlas-random.h"

/* How often all vertices are gone through, and how many spots are tried. */
#define ROUNDS 8
#define N_TRIES 8

/* How far a vertex goes at most on its way to the middle of its neighbours:
 * beyond it, too. */
#define WAY 1.5f

/* How far to the side of that, in sides of the room that a vertex has. */
#define REACH 0.6f

/* Part of the room of a vertex that its disc takes: nothing is put closer to
 * another, for discs would have to be pushed apart again. */
#define DISC_ROOM 0.064f

/* Gains are whole numbers of this part of a vertex: their sum is the same in
 * any order, and fits for two thousand vertices. */
#define FINE 1048576.0

/* What is known of each vertex: its g neighbours in the graph are held against
 * the g vertices next to it on the plane, those within @limit. */
typedef struct
{
  const AtlasGraph *graph;
  float *x;
  float *y;
  float *limit; /* square of the distance to the g-th vertex on the plane */
  float *after; /* and to the one after it */
  gint32 *enter_friend; /* gain when a neighbour comes within the limit */
  gint32 *enter_other;  /* when another vertex does */
  gint32 *leave_friend; /* gain when a neighbour goes */
  gint32 *leave_other;
  gint32 *worth;
  gint32 *is_friend; /* of the vertex at hand: -1 for its neighbours, else 0 */
  float *old;        /* squared distances of the vertex at hand */
  float *new;
  float *nearest;
  float reach;
  float least_apart; /* a square, too */
} Nudge;

static gint32
get_worth (guint32 common, guint32 degree)
{
  return (gint32) (FINE * (double) common / (double) (2 * degree - common));
}

ATLAS_VECTOR static void
measure_from (const Nudge *self, float x, float y, float *squares)
{
  const guint32 n = self->graph->n;
  guint32 u;

  for (u = 0; u < n; u++)
    {
      const float dx = self->x[u] - x;
      const float dy = self->y[u] - y;

      squares[u] = dx * dx + dy * dy;
    }
}

/* The @wanted least of all squares, in order; they are few, mostly. */
static void
find_nearest (const float *squares, guint32 n, guint32 wanted, float *nearest)
{
  guint32 filled = 0, i, at;

  for (i = 0; i < n; i++)
    {
      const float square = squares[i];

      if (filled == wanted && square >= nearest[wanted - 1])
        continue;
      at = filled < wanted ? filled++ : wanted - 1;
      for (; at > 0 && nearest[at - 1] > square; at--)
        nearest[at] = nearest[at - 1];
      nearest[at] = square;
    }
}

/* Looks at the surroundings of a vertex anew. */
static void
look_around (Nudge *self, guint32 u, float *squares)
{
  const AtlasGraph *graph = self->graph;
  const guint32 degree = atlas_graph_get_degree (graph, u);
  guint32 i, common = 0;
  gboolean limit_is_friend = FALSE, after_is_friend = FALSE;
  gint32 more, less;

  measure_from (self, self->x[u], self->y[u], squares);
  squares[u] = INFINITY;
  find_nearest (squares, graph->n, degree + 1, self->nearest);
  self->limit[u] = self->nearest[degree - 1];
  self->after[u] = self->nearest[degree];

  for (i = graph->offsets[u]; i < graph->offsets[u + 1]; i++)
    {
      const float square = squares[graph->targets[i]];

      common += square <= self->limit[u];
      limit_is_friend = limit_is_friend || square == self->limit[u];
      after_is_friend = after_is_friend || square == self->after[u];
    }
  common = MIN (common, degree);

  self->worth[u] = get_worth (common, degree);
  more = common < degree ? get_worth (common + 1, degree) - self->worth[u] : 0;
  less = common > 0 ? get_worth (common - 1, degree) - self->worth[u] : 0;
  self->enter_friend[u] = limit_is_friend ? 0 : more;
  self->enter_other[u] = limit_is_friend ? less : 0;
  self->leave_friend[u] = after_is_friend ? 0 : less;
  self->leave_other[u] = after_is_friend ? more : 0;
}

/* What all others gain when the distances to the vertex at hand change. */
ATLAS_VECTOR static gint32
sum_gains (const Nudge *self)
{
  const guint32 n = self->graph->n;
  const float *old = self->old, *new = self->new;
  const float *limit = self->limit, *after = self->after;
  gint32 gain = 0;
  guint32 u;

  for (u = 0; u < n; u++)
    {
      const gint32 inside = -(gint32) (old[u] <= limit[u]);
      const gint32 enters = ~inside & -(gint32) (new[u] < limit[u]);
      const gint32 leaves = inside & -(gint32) (new[u] > after[u]);
      const gint32 is_friend = self->is_friend[u];

      gain += enters & is_friend & self->enter_friend[u];
      gain += enters & ~is_friend & self->enter_other[u];
      gain += leaves & is_friend & self->leave_friend[u];
      gain += leaves & ~is_friend & self->leave_other[u];
    }

  return gain;
}

ATLAS_VECTOR static guint32
count_nearer (const float *squares, guint32 n, float square)
{
  guint32 u, count = 0;

  for (u = 0; u < n; u++)
    count += squares[u] < square;

  return count;
}

/* What the surroundings of the vertex at hand would be worth. */
static gint32
get_own_worth (const Nudge *self, guint32 v)
{
  const AtlasGraph *graph = self->graph;
  const guint32 degree = atlas_graph_get_degree (graph, v);

  return get_worth (
      atlas_layout_count_common (self->new, graph->n,
                                 &graph->targets[graph->offsets[v]], degree),
      degree);
}

static void
move (Nudge *self, guint32 v, float x, float y)
{
  const guint32 n = self->graph->n;
  float *squares = self->new;
  guint32 u;

  self->x[v] = x;
  self->y[v] = y;
  measure_from (self, x, y, squares);

  /* Whoever had it near, or has now, looks again. */
  for (u = 0; u < n; u++)
    self->old[u] = MIN (self->old[u], squares[u]);
  for (u = 0; u < n; u++)
    if (u == v || self->old[u] <= self->after[u])
      look_around (self, u, squares);
}

/* Tries some spots for one vertex, and takes the best one. */
static void
try_spots (Nudge *self, AtlasRandom *random, guint32 v)
{
  const AtlasGraph *graph = self->graph;
  const guint32 degree = atlas_graph_get_degree (graph, v);
  float middle_x = 0.0f, middle_y = 0.0f;
  float best_x = 0.0f, best_y = 0.0f;
  gint32 best = 0;
  guint32 i;

  for (i = graph->offsets[v]; i < graph->offsets[v + 1]; i++)
    {
      const guint32 w = graph->targets[i];

      self->is_friend[w] = -1;
      middle_x += self->x[w];
      middle_y += self->y[w];
    }
  middle_x /= (float) degree;
  middle_y /= (float) degree;
  measure_from (self, self->x[v], self->y[v], self->old);
  self->old[v] = INFINITY;

  for (i = 0; i < N_TRIES; i++)
    {
      const float way = WAY * atlas_random_unit (random);
      const float across = 2.0f * atlas_random_unit (random) - 1.0f;
      const float along = 2.0f * atlas_random_unit (random) - 1.0f;
      const float x =
          self->x[v] + way * (middle_x - self->x[v]) + self->reach * across;
      const float y =
          self->y[v] + way * (middle_y - self->y[v]) + self->reach * along;
      gint32 gain;

      measure_from (self, x, y, self->new);
      self->new[v] = INFINITY;
      gain = sum_gains (self) - self->worth[v];
      if (gain + (gint32) FINE <= best
          || count_nearer (self->new, graph->n, self->least_apart) > 0)
        continue;
      gain += get_own_worth (self, v);
      if (gain > best)
        {
          best = gain;
          best_x = x;
          best_y = y;
        }
    }

  if (best > 0)
    move (self, v, best_x, best_y);
  for (i = graph->offsets[v]; i < graph->offsets[v + 1]; i++)
    self->is_friend[graph->targets[i]] = 0;
}

/* Distances are in proportion to the room that each vertex has. */
static void
measure_room (Nudge *self)
{
  float left = INFINITY, right = -INFINITY;
  float top = INFINITY, bottom = -INFINITY;
  float room;
  guint32 v;

  for (v = 0; v < self->graph->n; v++)
    {
      left = MIN (left, self->x[v]);
      right = MAX (right, self->x[v]);
      top = MIN (top, self->y[v]);
      bottom = MAX (bottom, self->y[v]);
    }
  room = (right - left) * (bottom - top) / (float) self->graph->n;

  self->reach = REACH * sqrtf (room);
  self->least_apart = DISC_ROOM * room;
}

/**
 * atlas_layout_nudge:
 * @graph: a connected graph of 3 to 2,000 vertices
 * @seed: for the spots that are tried
 * @x: (inout) (array length=n): positions
 * @y: (inout) (array length=n): positions
 * @crew: asked whether to stop
 *
 * The last of the polish for small graphs: single vertices are put where more
 * neighbours of the graph are neighbours on the plane, their own and those of
 * all others. What is made more is atlas_layout_get_preservation() itself, so
 * a move that makes it less is not made. Each spot that is tried looks at all
 * vertices once.
 *
 * Returns: FALSE when stopped
 */

gboolean
atlas_layout_nudge (const AtlasGraph *graph,
                    guint64 seed,
                    float *x,
                    float *y,
                    AtlasCrew *crew)
{
  const guint32 n = graph->n;
  g_autofree float *floats = g_new (float, 5 * (gsize) n + 1);
  g_autofree gint32 *gains = g_new0 (gint32, 6 * (gsize) n);
  AtlasRandom random = { seed };
  Nudge self = { graph, x, y };
  guint32 v, round;

  self.limit = floats;
  self.after = floats + n;
  self.old = floats + 2 * (gsize) n;
  self.new = floats + 3 * (gsize) n;
  self.nearest = floats + 4 * (gsize) n;
  self.enter_friend = gains;
  self.enter_other = gains + n;
  self.leave_friend = gains + 2 * (gsize) n;
  self.leave_other = gains + 3 * (gsize) n;
  self.worth = gains + 4 * (gsize) n;
  self.is_friend = gains + 5 * (gsize) n;

  measure_room (&self);
  for (v = 0; v < n; v++)
    look_around (&self, v, self.new);
  for (round = 0; round < ROUNDS; round++)
    for (v = 0; v < n; v++)
      {
        if (atlas_crew_is_stopped (crew))
          return FALSE;
        try_spots (&self, &random, v);
      }

  return TRUE;
}
