/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-layout-levels.h"

#include <math.h>
#include <string.h>

#include "atlas-layout-hops.h"
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

/* Looks at every vertex and 64 others, at each level. */
#define EPOCHS 40
#define FIRST_STEP 1.0f
#define LAST_STEP 0.1f

/* Vertices moved between two questions whether to stop. */
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

/* Moves sixteen vertices towards their distance from each pivot in turn, by
 * min (1, step / d²) of what is missing. */
ATLAS_VECTOR static void
approach_pivots (const guint16 *rows,
                 guint32 n,
                 const guint32 *pivots,
                 guint32 n_pivots,
                 guint32 first,
                 float step,
                 float *x,
                 float *y)
{
  float px[ATLAS_LANES], py[ATLAS_LANES];
  guint32 p, lane;

  memcpy (px, x + first, sizeof px);
  memcpy (py, y + first, sizeof py);

  for (p = 0; p < n_pivots; p++)
    {
      const guint16 *row = rows + (gsize) p * n + first;
      const float qx = x[pivots[p]];
      const float qy = y[pivots[p]];

      for (lane = 0; lane < ATLAS_LANES; lane++)
        {
          const float d = (float) row[lane];
          const float dx = px[lane] - qx;
          const float dy = py[lane] - qy;
          const float length = sqrtf (dx * dx + dy * dy + TINY);
          const float square = d * d;
          const float reach = square < step ? square : step;
          const float share = (length - d) * reach / (square * length);
          const float move = d > 0.0f ? share : 0.0f;

          px[lane] -= move * dx;
          py[lane] -= move * dy;
        }
    }

  memcpy (x + first, px, sizeof px);
  memcpy (y + first, py, sizeof py);
}

/* Different vertices, picked at random. */
static guint32
pick_pivots (AtlasRandom *random, guint32 n, guint32 *pivots)
{
  guint32 filled = 0, p, i;

  for (p = 0; p < ATLAS_HOPS_SOURCES; p++)
    {
      const guint32 v = atlas_random_below (random, n);

      for (i = 0; i < filled; i++)
        if (pivots[i] == v)
          break;
      if (i == filled)
        pivots[filled++] = v;
    }

  return filled;
}

/* Scales a level so that its hops are about as long as they should be, by the
 * distances from some pivots. */
static void
scale_level (const AtlasHopSearch *search,
             guint32 n,
             const guint32 *pivots,
             guint32 n_pivots,
             float *x,
             float *y)
{
  double sum = 0.0, squares = 0.0;
  guint32 v, p;
  float hop;

  for (p = 0; p < n_pivots; p++)
    for (v = 0; v < n; v++)
      {
        const float dx = x[v] - x[pivots[p]];
        const float dy = y[v] - y[pivots[p]];
        const guint32 d = search->rows[(gsize) p * n + v];

        if (d > 0)
          {
            const float ratio = sqrtf (dx * dx + dy * dy) / (float) d;

            sum += (double) ratio;
            squares += (double) (ratio * ratio);
          }
      }

  hop = sum > 0.0 ? (float) (squares / sum) : 1.0f;
  for (v = 0; v < n; v++)
    {
      x[v] /= hop;
      y[v] /= hop;
    }
}

/* Lowers the stress of a level by gradient descent, as for small graphs, but
 * on a sample: in each epoch all vertices move towards their distances from
 * other 64 of them. */
static gboolean
lower_stress (const AtlasGraph *graph,
              AtlasRandom *random,
              float *x,
              float *y,
              AtlasCrew *crew)
{
  const guint32 n = graph->n;
  const float decay = atlas_layout_get_decay (FIRST_STEP, LAST_STEP, EPOCHS);
  const gboolean one_by_one = atlas_hop_search_is_long (graph);
  guint32 pivots[ATLAS_HOPS_SOURCES];
  AtlasHopSearch search;
  float step = FIRST_STEP;
  guint32 v, n_pivots;
  guint epoch;

  memset (x + n, 0, ATLAS_LANES * sizeof *x);
  memset (y + n, 0, ATLAS_LANES * sizeof *y);
  atlas_hop_search_init (&search, n);

  for (epoch = 0; epoch < EPOCHS && !atlas_crew_is_stopped (crew); epoch++)
    {
      n_pivots = pick_pivots (random, n, pivots);
      atlas_hop_search_run (&search, graph, pivots, n_pivots, one_by_one, crew);
      if (epoch == 0)
        scale_level (&search, n, pivots, n_pivots, x, y);

      for (v = 0; v < n; v += ATLAS_LANES)
        {
          approach_pivots (search.rows, n, pivots, n_pivots, v, step, x, y);
          if (v % VERTICES_PER_CHECK == 0 && atlas_crew_is_stopped (crew))
            break;
        }
      step *= decay;
    }

  atlas_hop_search_clear (&search);

  return !atlas_crew_is_stopped (crew);
}

static gboolean
draw_coarsest (const AtlasGraph *graph,
               AtlasRandom *random,
               float *x,
               float *y,
               AtlasCrew *crew)
{
  const AtlasStressRun run = ATLAS_STRESS_RUN_INIT;
  g_autoptr (AtlasHops) hops = NULL;
  AtlasSketch sketch = { x, y };
  guint32 v;

  for (v = 0; v < graph->n; v++)
    {
      x[v] = atlas_random_unit (random);
      y[v] = atlas_random_unit (random);
    }

  if (graph->n > COARSEST)
    return lower_stress (graph, random, x, y, crew);

  sketch.random.state = atlas_random_next (random);
  hops = atlas_hops_new (graph, crew);

  return hops != NULL
         && atlas_layout_stress (hops, &run, NULL, &sketch, 1, crew);
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
 * gradient descent on samples of the stress.
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
