/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-layout-levels.h"

#include <math.h>
#include <string.h>

#include "atlas-layout-stress.h"
#include "atlas-layout-vector.h"
#include "atlas-random.h"

/* Graphs of up to so many vertices are laid out with all distances. */
#define COARSEST 2000

/* A level that keeps more than this of the vertices is the last. */
#define LEAST_SHRINK 0.85
#define MAX_LEVELS 24

/* Vertices that become one of the next level. */
#define GROUP 4

/* Vertices to which the distance of every other is known. */
#define N_PIVOTS 64

/* Looks at every pair of vertex and pivot, and every link, at a level. */
#define EPOCHS 12
#define FIRST_STEP 1.0f
#define LAST_STEP 0.02f

#define VERTICES_PER_CHECK 4096
#define TINY 1e-12f

/* Vertices with few links first: hubs are swallowed last. */
static guint32 *
order_by_degree (const AtlasGraph *graph, AtlasRandom *random)
{
  const guint32 n = graph->n;
  guint32 *order = g_new (guint32, n);
  g_autofree guint32 *shuffled = g_new (guint32, n);
  g_autofree guint32 *starts = g_new0 (guint32, (gsize) n + 1);
  guint32 v;

  for (v = 0; v < n; v++)
    {
      shuffled[v] = v;
      starts[atlas_graph_get_degree (graph, v) + 1]++;
    }
  for (v = 0; v < n; v++)
    starts[v + 1] += starts[v];

  atlas_random_shuffle (random, shuffled, n);
  for (v = 0; v < n; v++)
    order[starts[atlas_graph_get_degree (graph, shuffled[v])]++] = shuffled[v];

  return order;
}

/* The neighbour of the fewest links that is in no group yet, or in one that
 * has room. */
static guint32
find_partner (const AtlasGraph *graph,
              guint32 v,
              const guint32 *group,
              const guint32 *size,
              gboolean grouped)
{
  guint32 best = G_MAXUINT32;
  guint32 i;

  for (i = graph->offsets[v]; i < graph->offsets[v + 1]; i++)
    {
      const guint32 w = graph->targets[i];

      if (grouped ? group[w] == G_MAXUINT32 || size[group[w]] >= GROUP
                  : group[w] != G_MAXUINT32)
        continue;
      if (best == G_MAXUINT32
          || atlas_graph_get_degree (graph, w)
                 < atlas_graph_get_degree (graph, best))
        best = w;
    }

  return best;
}

/* Joins vertices into groups of neighbours; returns the number of groups. */
static guint32
group_vertices (const AtlasGraph *graph, AtlasRandom *random, guint32 *group)
{
  const guint32 n = graph->n;
  g_autofree guint32 *order = order_by_degree (graph, random);
  g_autofree guint32 *size = g_new0 (guint32, n);
  guint32 n_groups = 0;
  guint32 i, partner;

  for (i = 0; i < n; i++)
    group[i] = G_MAXUINT32;

  for (i = 0; i < n; i++)
    {
      const guint32 v = order[i];

      if (group[v] != G_MAXUINT32)
        continue;

      partner = find_partner (graph, v, group, size, FALSE);
      if (partner != G_MAXUINT32)
        {
          group[v] = group[partner] = n_groups;
          size[n_groups++] = 2;
          continue;
        }

      partner = find_partner (graph, v, group, size, TRUE);
      if (partner != G_MAXUINT32)
        group[v] = group[partner];
      else
        group[v] = n_groups++;
      size[group[v]]++;
    }

  return n_groups;
}

static AtlasGraph *
make_coarser (const AtlasGraph *graph, const guint32 *group, guint32 n_groups)
{
  g_autofree AtlasArc *arcs = g_new (AtlasArc, MAX (graph->n_arcs, 1));
  guint32 v, i;
  gsize filled = 0;

  for (v = 0; v < graph->n; v++)
    for (i = graph->offsets[v]; i < graph->offsets[v + 1]; i++)
      if (graph->targets[i] > v)
        arcs[filled++] = (AtlasArc){ group[v], group[graph->targets[i]] };

  return atlas_graph_new (n_groups, arcs, filled, FALSE);
}

/* What is known of a level while its stress is lowered. */
typedef struct
{
  const AtlasGraph *graph;
  guint32 n_pivots;
  guint32 pivots[N_PIVOTS];
  guint16 *hops;  /* of each vertex to each pivot */
  float *weights; /* by pivot and distance */
  guint32 longest;
} Sparse;

static void
find_pivot_hops (Sparse *self)
{
  const guint32 n = self->graph->n;
  g_autofree guint32 *hops = g_new (guint32, n);
  guint32 p, v;

  for (p = 0; p < self->n_pivots; p++)
    {
      atlas_graph_get_hops (self->graph, self->pivots[p], hops);
      for (v = 0; v < n; v++)
        {
          self->hops[(gsize) v * N_PIVOTS + p] =
              (guint16) MIN (hops[v], G_MAXUINT16);
          self->longest = MAX (self->longest, MIN (hops[v], G_MAXUINT16));
        }
    }
}

/* A pivot speaks for the vertices that are nearer to it than to any other. To
 * a vertex at distance d it speaks for those of them within d / 2 (Ortmann,
 * Klimenta and Brandes 2017). */
static void
weigh_pivots (Sparse *self)
{
  const guint32 width = self->longest + 1;
  guint32 v, p, d;

  self->weights = g_new0 (float, (gsize) N_PIVOTS *width);

  for (v = 0; v < self->graph->n; v++)
    {
      const guint16 *hops = self->hops + (gsize) v * N_PIVOTS;
      guint32 nearest = 0;

      for (p = 1; p < self->n_pivots; p++)
        if (hops[p] < hops[nearest])
          nearest = p;

      d = 2 * hops[nearest];
      if (d <= self->longest)
        self->weights[nearest * width + d] += 1.0f;
    }

  for (p = 0; p < self->n_pivots; p++)
    for (d = 1; d <= self->longest; d++)
      self->weights[p * width + d] += self->weights[p * width + d - 1];
  for (p = 0; p < self->n_pivots; p++)
    for (d = 1; d <= self->longest; d++)
      self->weights[p * width + d] =
          MAX (self->weights[p * width + d], 1.0f) / (float) (d * d);
}

static void
sparse_init (Sparse *self, const AtlasGraph *graph, AtlasRandom *random)
{
  guint32 p, i;

  memset (self, 0, sizeof *self);
  self->graph = graph;
  self->hops = g_new (guint16, (gsize) graph->n * N_PIVOTS);

  for (p = 0; p < N_PIVOTS; p++)
    {
      const guint32 v = atlas_random_below (random, graph->n);

      for (i = 0; i < self->n_pivots; i++)
        if (self->pivots[i] == v)
          break;
      if (i == self->n_pivots)
        self->pivots[self->n_pivots++] = v;
    }

  find_pivot_hops (self);
  weigh_pivots (self);
}

static void
sparse_clear (Sparse *self)
{
  g_free (self->hops);
  g_free (self->weights);
}

/* Moves a towards its distance from b by a share of what is missing. */
ATLAS_INLINE void
approach (float *x, float *y, guint32 a, guint32 b, float d, float share)
{
  const float dx = x[a] - x[b];
  const float dy = y[a] - y[b];
  const float length = sqrtf (dx * dx + dy * dy + TINY);
  const float move = share * (length - d) / length;

  x[a] -= move * dx;
  y[a] -= move * dy;
}

/* One vertex: its pivots in turn, its links in turn. */
static void
move_vertex (const Sparse *self, guint32 v, float step, float *x, float *y)
{
  const AtlasGraph *graph = self->graph;
  const guint16 *hops = self->hops + (gsize) v * N_PIVOTS;
  const guint32 width = self->longest + 1;
  guint32 p, i;

  for (p = 0; p < self->n_pivots; p++)
    {
      const float share = step * self->weights[p * width + hops[p]];

      if (hops[p] != 0)
        approach (x, y, v, self->pivots[p], (float) hops[p],
                  0.5f * MIN (share, 1.0f));
    }

  for (i = graph->offsets[v]; i < graph->offsets[v + 1]; i++)
    approach (x, y, v, graph->targets[i], 1.0f, 0.5f * MIN (step, 1.0f));
}

/* The length of a hop, from the pivots. */
static float
measure_hop (const Sparse *self, const float *x, const float *y)
{
  double sum = 0.0, squares = 0.0;
  guint32 v, p;

  for (v = 0; v < self->graph->n; v++)
    for (p = 0; p < self->n_pivots; p++)
      {
        const guint32 w = self->pivots[p];
        const float dx = x[v] - x[w], dy = y[v] - y[w];
        const guint32 d = self->hops[(gsize) v * N_PIVOTS + p];

        if (d > 0)
          {
            const float ratio = sqrtf (dx * dx + dy * dy) / (float) d;

            sum += (double) ratio;
            squares += (double) (ratio * ratio);
          }
      }

  return sum > 0.0 ? (float) (squares / sum) : 1.0f;
}

/* Lowers the stress of a level: the distances to the pivots, and those along
 * the links, stand for all. */
static gboolean
lower_stress (const AtlasGraph *graph,
              AtlasRandom *random,
              float *x,
              float *y,
              AtlasCrew *crew)
{
  const guint32 n = graph->n;
  const float decay = atlas_layout_get_decay (FIRST_STEP, LAST_STEP, EPOCHS);
  g_autofree guint32 *order = g_new (guint32, n);
  float step = FIRST_STEP;
  gboolean done = TRUE;
  Sparse sparse;
  guint epoch;
  guint32 i;
  float hop;

  sparse_init (&sparse, graph, random);

  hop = measure_hop (&sparse, x, y);
  for (i = 0; i < n; i++)
    {
      order[i] = i;
      x[i] /= hop;
      y[i] /= hop;
    }

  for (epoch = 0; epoch < EPOCHS && done; epoch++)
    {
      atlas_random_shuffle (random, order, n);
      for (i = 0; i < n && done; i++)
        {
          move_vertex (&sparse, order[i], step, x, y);
          if (i % VERTICES_PER_CHECK == 0)
            done = !atlas_crew_is_stopped (crew);
        }
      step *= decay;
    }

  sparse_clear (&sparse);

  return done;
}

static gboolean
draw_coarsest (const AtlasGraph *graph,
               AtlasRandom *random,
               float *x,
               float *y,
               AtlasCrew *crew)
{
  AtlasStressRun run = ATLAS_STRESS_RUN_INIT;
  g_autoptr (AtlasHops) hops = NULL;
  guint32 v;

  for (v = 0; v < graph->n; v++)
    {
      x[v] = atlas_random_unit (random);
      y[v] = atlas_random_unit (random);
    }

  if (graph->n > COARSEST)
    return lower_stress (graph, random, x, y, crew);

  run.seed = atlas_random_next (random);
  hops = atlas_hops_new (graph, crew);

  return hops != NULL && atlas_layout_stress (hops, &run, NULL, x, y, crew);
}

/* From the groups to their vertices, each a little off its group. */
static void
spread_groups (guint32 n,
               const guint32 *group,
               AtlasRandom *random,
               const float *from_x,
               const float *from_y,
               float *x,
               float *y)
{
  guint32 v;

  for (v = 0; v < n; v++)
    {
      x[v] = from_x[group[v]] + 0.3f * (atlas_random_unit (random) - 0.5f);
      y[v] = from_y[group[v]] + 0.3f * (atlas_random_unit (random) - 0.5f);
    }
}

typedef struct
{
  const AtlasGraph *graphs[MAX_LEVELS + 1];
  guint32 *groups[MAX_LEVELS];
  guint n_levels;
} Levels;

static gboolean
make_levels (Levels *self,
             const AtlasGraph *graph,
             AtlasRandom *random,
             AtlasCrew *crew)
{
  self->graphs[0] = graph;
  self->n_levels = 0;

  while (graph->n > COARSEST && self->n_levels < MAX_LEVELS
         && !atlas_crew_is_stopped (crew))
    {
      guint32 *group = g_new (guint32, graph->n);
      const guint32 n_groups = group_vertices (graph, random, group);

      if (n_groups > LEAST_SHRINK * graph->n)
        {
          g_free (group);
          break;
        }
      self->groups[self->n_levels] = group;
      self->n_levels++;
      graph = make_coarser (graph, group, n_groups);
      self->graphs[self->n_levels] = graph;
    }

  return !atlas_crew_is_stopped (crew);
}

static void
levels_clear (Levels *self)
{
  guint i;

  for (i = 0; i < self->n_levels; i++)
    {
      g_free (self->groups[i]);
      atlas_graph_free ((AtlasGraph *) self->graphs[i + 1]);
    }
}

/**
 * atlas_layout_by_levels:
 * @graph: a connected graph
 * @seed: for all that is left to chance
 * @x: (out caller-allocates) (array): positions, in hops; with room for
 *   %ATLAS_LANES more
 * @y: (out caller-allocates) (array): likewise
 * @crew: says whether to stop
 *
 * The stress stage for graphs of which the distances of all pairs would take
 * too much room: neighbours are joined until the graph is small, the small one
 * is laid out, and its picture is refined level by level (Walshaw 2003) by
 * sparse stress: the distances to 64 pivots, weighted by how many vertices
 * each stands for, and those along the links.
 *
 * Returns: FALSE when stopped
 */
gboolean
atlas_layout_by_levels (const AtlasGraph *graph,
                        guint64 seed,
                        float *x,
                        float *y,
                        AtlasCrew *crew)
{
  const gsize room = (gsize) graph->n + ATLAS_LANES;
  g_autofree float *from_x = g_new (float, room);
  g_autofree float *from_y = g_new (float, room);
  AtlasRandom random = { seed };
  Levels levels = { 0 };
  gboolean done;
  guint level;

  done = make_levels (&levels, graph, &random, crew);
  level = levels.n_levels;
  done = done && draw_coarsest (levels.graphs[level], &random, x, y, crew);

  while (done && level > 0)
    {
      const guint32 n = levels.graphs[level - 1]->n;

      memcpy (from_x, x, levels.graphs[level]->n * sizeof *x);
      memcpy (from_y, y, levels.graphs[level]->n * sizeof *y);
      spread_groups (n, levels.groups[level - 1], &random, from_x, from_y, x,
                     y);
      level--;
      done = lower_stress (levels.graphs[level], &random, x, y, crew);
    }

  levels_clear (&levels);

  return done;
}
