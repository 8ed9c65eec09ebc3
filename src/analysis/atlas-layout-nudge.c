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
 * the g vertices next to it on the plane, those within @limit. The arrays have
 * @room, whole vectors; beyond the vertices there is nothing near. */
typedef struct
{
  const AtlasGraph *graph;
  guint32 room;
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
  gint32 *enter;     /* gain when the vertex at hand comes within the limit */
  gint32 *leave;     /* gain when it goes */
  float *old;        /* squared distances of the vertex at hand */
  float *new;        /* and from each spot that is tried for it */
  float reach;
  float least_apart; /* a square, too */
} Nudge;

/* The spots that are tried for a vertex, and what the others gain by each. */
typedef struct
{
  float x[N_TRIES];
  float y[N_TRIES];
  gint32 gain[N_TRIES];
  gint32 n_touched[N_TRIES]; /* discs in the way */
} Spots;

static gint32
get_worth (guint32 common, guint32 degree)
{
  return (gint32) (FINE * (double) common / (double) (2 * degree - common));
}

ATLAS_VECTOR static void
measure_from (const Nudge *self, float x, float y, float *squares)
{
  guint32 u;

  for (u = 0; u < self->room; u++)
    {
      const float dx = self->x[u] - x;
      const float dy = self->y[u] - y;

      squares[u] = dx * dx + dy * dy;
    }
}

/* The order of floats that are not negative is that of their bits, and of
 * whole numbers the compiler finds the least of a vector at a time. */
ATLAS_INLINE gint32
get_bits (float number)
{
  gint32 bits;

  memcpy (&bits, &number, sizeof bits);

  return bits;
}

/* When @limit is the @wanted-th of all squares in order, finds the one @after
 * it. Otherwise it goes one step that way, to the next value below or above it.
 * Returns whether it was there. */
ATLAS_VECTOR static gboolean
approach (const float *squares,
          guint32 room,
          gint32 wanted,
          float *limit,
          float *after)
{
  const gint32 at = get_bits (*limit);
  gint32 before = 0, next = G_MAXINT32;
  gint32 n_below = 0, n_within = 0;
  guint32 u;

  for (u = 0; u < room; u++)
    {
      const gint32 square = get_bits (squares[u]);
      const gint32 below = -(gint32) (square < at);
      const gint32 within = -(gint32) (square <= at);

      n_below -= below;
      n_within -= within;
      before = MAX (before, square & below);
      next = MIN (next, square | (within & G_MAXINT32));
    }

  if (n_within < wanted || n_below >= wanted)
    {
      memcpy (limit, n_within < wanted ? &next : &before, sizeof *limit);
      return FALSE;
    }

  if (n_within > wanted)
    next = at;
  memcpy (after, &next, sizeof *after);

  return TRUE;
}

/* Looks at the surroundings of a vertex anew. Mostly they are nearly what they
 * were: the limit is found from where it was, not by sorting. */
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
  for (i = 0; i < graph->n; i++)
    if (approach (squares, self->room, (gint32) degree, &self->limit[u],
                  &self->after[u]))
      break;

  for (i = graph->offsets[u]; i < graph->offsets[u + 1]; i++)
    {
      const float square = squares[graph->targets[i]];

      common += square <= self->limit[u];
      limit_is_friend |= square == self->limit[u];
      after_is_friend |= square == self->after[u];
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

/* What each of the others gains when the vertex at hand comes or goes. */
ATLAS_VECTOR static void
weigh_others (const Nudge *self, gint32 *restrict enter, gint32 *restrict leave)
{
  const guint32 room = self->room;
  guint32 u;

  for (u = 0; u < room; u++)
    {
      const gint32 inside = -(gint32) (self->old[u] <= self->limit[u]);
      const gint32 is_friend = self->is_friend[u];
      const gint32 enter_friend = is_friend & self->enter_friend[u];
      const gint32 enter_other = ~is_friend & self->enter_other[u];
      const gint32 leave_friend = is_friend & self->leave_friend[u];
      const gint32 leave_other = ~is_friend & self->leave_other[u];

      enter[u] = ~inside & (enter_friend | enter_other);
      leave[u] = inside & (leave_friend | leave_other);
    }
}

/* What all others gain when the vertex at hand is on each of the spots. */
ATLAS_VECTOR static void
weigh_spots (const Nudge *self, Spots *spots)
{
  const guint32 room = self->room;
  const float least_apart = self->least_apart;
  const float *limit = self->limit, *after = self->after;
  const gint32 *enter = self->enter, *leave = self->leave;
  guint32 i, u;

  for (i = 0; i < N_TRIES; i++)
    {
      const float x = spots->x[i], y = spots->y[i];
      float *squares = &self->new[i * (gsize) room];
      gint32 gain = 0, n_touched = 0;

      for (u = 0; u < room; u++)
        {
          const float dx = self->x[u] - x;
          const float dy = self->y[u] - y;
          const float square = dx * dx + dy * dy;

          gain += -(gint32) (square < limit[u]) & enter[u];
          gain += -(gint32) (square > after[u]) & leave[u];
          n_touched += square < least_apart;
          squares[u] = square;
        }
      spots->gain[i] = gain;
      spots->n_touched[i] = n_touched;
    }
}

/* What the surroundings of the vertex at hand would be worth. */
static gint32
get_own_worth (const Nudge *self, guint32 v, const float *squares)
{
  const AtlasGraph *graph = self->graph;
  const guint32 degree = atlas_graph_get_degree (graph, v);

  return get_worth (
      atlas_layout_count_common (squares, self->room,
                                 &graph->targets[graph->offsets[v]], degree),
      degree);
}

static void
move (Nudge *self, guint32 v, float x, float y, const float *squares)
{
  const guint32 n = self->graph->n;
  guint32 u;

  self->x[v] = x;
  self->y[v] = y;

  /* Whoever had it near, or has now, looks again. */
  for (u = 0; u < n; u++)
    self->old[u] = MIN (self->old[u], squares[u]);
  for (u = 0; u < n; u++)
    if (u == v || self->old[u] <= self->after[u])
      look_around (self, u, self->new);
}

/* Picks spots from where the vertex is to beyond the middle of its
 * neighbours. */
static void
pick_spots (const Nudge *self, AtlasRandom *random, guint32 v, Spots *spots)
{
  const AtlasGraph *graph = self->graph;
  const guint32 degree = atlas_graph_get_degree (graph, v);
  float middle_x = 0.0f, middle_y = 0.0f;
  guint32 i;

  for (i = graph->offsets[v]; i < graph->offsets[v + 1]; i++)
    {
      middle_x += self->x[graph->targets[i]];
      middle_y += self->y[graph->targets[i]];
    }
  middle_x /= (float) degree;
  middle_y /= (float) degree;

  for (i = 0; i < N_TRIES; i++)
    {
      const float way = WAY * atlas_random_unit (random);
      const float across = 2.0f * atlas_random_unit (random) - 1.0f;
      const float along = 2.0f * atlas_random_unit (random) - 1.0f;

      spots->x[i] =
          self->x[v] + way * (middle_x - self->x[v]) + self->reach * across;
      spots->y[i] =
          self->y[v] + way * (middle_y - self->y[v]) + self->reach * along;
    }
}

/* Tries some spots for one vertex, and takes the best one. */
static void
try_spots (Nudge *self, AtlasRandom *random, guint32 v)
{
  const AtlasGraph *graph = self->graph;
  const float x = self->x[v];
  guint32 i, best_at = N_TRIES;
  gint32 best = 0;
  Spots spots;

  pick_spots (self, random, v, &spots);
  for (i = graph->offsets[v]; i < graph->offsets[v + 1]; i++)
    self->is_friend[graph->targets[i]] = -1;

  /* Far from itself. */
  self->x[v] = INFINITY;
  measure_from (self, x, self->y[v], self->old);
  weigh_others (self, self->enter, self->leave);
  weigh_spots (self, &spots);
  self->x[v] = x;

  for (i = graph->offsets[v]; i < graph->offsets[v + 1]; i++)
    self->is_friend[graph->targets[i]] = 0;

  for (i = 0; i < N_TRIES; i++)
    {
      gint32 gain = spots.gain[i] - self->worth[v];

      if (gain + (gint32) FINE <= best || spots.n_touched[i] > 0)
        continue;
      gain += get_own_worth (self, v, &self->new[i * (gsize) self->room]);
      if (gain > best)
        {
          best = gain;
          best_at = i;
        }
    }

  if (best_at < N_TRIES)
    move (self, v, spots.x[best_at], spots.y[best_at],
          &self->new[best_at * (gsize) self->room]);
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
 * @x: (inout) (array): positions; with room for %ATLAS_LANES more
 * @y: (inout) (array): likewise
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
  const gsize room = (n + ATLAS_LANES - 1) / ATLAS_LANES * ATLAS_LANES;
  g_autofree float *floats = g_new0 (float, (3 + N_TRIES) * room);
  g_autofree gint32 *gains = g_new0 (gint32, 8 * room);
  AtlasRandom random = { seed };
  Nudge self = { graph, (guint32) room, x, y };
  guint32 v, round;

  self.limit = floats;
  self.after = floats + room;
  self.old = floats + 2 * room;
  self.new = floats + 3 * room;
  self.enter_friend = gains;
  self.enter_other = gains + room;
  self.leave_friend = gains + 2 * room;
  self.leave_other = gains + 3 * room;
  self.worth = gains + 4 * room;
  self.is_friend = gains + 5 * room;
  self.enter = gains + 6 * room;
  self.leave = gains + 7 * room;
  for (v = n; v < room; v++)
    x[v] = y[v] = INFINITY;

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
