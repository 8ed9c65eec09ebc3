/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-layout-part.h"

#include <math.h>
#include <string.h>

#include "atlas-layout-align.h"
#include "atlas-layout-levels.h"
#include "atlas-layout-nudge.h"
#include "atlas-layout-polish.h"
#include "atlas-layout-score.h"
#include "atlas-layout-stress.h"
#include "atlas-layout-vector.h"
#include "atlas-random.h"

/* Up to here the distances of all pairs are held; above, levels. */
#define ALL_DISTANCES 10000

/* The same where a distance takes two bytes: long chains. */
#define ALL_WIDE_DISTANCES 5000

/* Links are at least so long on average, in units of the polish. */
#define LEAST_LINK 1.5

/* Up to here the best of several pictures is taken: two that are polished, and
 * one that is not, which is the best one of chains, rings and trees. */
#define SEVERAL 300
#define N_POLISHED ATLAS_SKETCHES
#define N_PICTURES (N_POLISHED + 1)

/* Larger graphs of fewer links for each vertex than this are trees, more or
 * less, and are not polished. */
#define TREE_LINKS 1.2f

/* Looks at every pair: half of what the stress alone would get, for the polish
 * does the rest. */
#define EPOCHS 15

/* The polish in the middle of the dial; found by searching for the best
 * preservation of neighbourhoods at the stress and the crossings of other
 * programs, see tests/bench/README.md. */
#define POLISH_STEPS 100
#define POLISH_FAR 0.1f
#define POLISH_NEAR 20.0f
#define POLISH_PULL 0.18f
#define POLISH_FIRST 0.7f
#define POLISH_LAST 0.01f
#define POLISH_CAP 1.0f

/* From hops to the units of the polish. */
#define POLISH_SCALE 4.0f

/* Above this the far pull is less: it holds the shape of a large graph as well
 * as that of a small one, and costs neighbourhoods. */
#define PULL_FULL 1000.0f

/**
 * atlas_layout_get_polish:
 * @neighbourhoods: the dial, 0 to 1
 * @n: number of vertices
 *
 * Returns: the polish for a graph of this size
 */
AtlasPolish
atlas_layout_get_polish (double neighbourhoods, guint32 n)
{
  const float dial = (float) CLAMP (neighbourhoods, 0.0, 1.0);
  const float near = 0.5f + dial;
  const float size = PULL_FULL / (float) MAX (n, 1);
  const AtlasPolish polish = {
    .steps = POLISH_STEPS,
    .far = POLISH_FAR,
    .near = POLISH_NEAR * near * near * near,
    .first_move = POLISH_FIRST,
    .last_move = POLISH_LAST,
    .cap = POLISH_CAP,
    .pull = POLISH_PULL * 2.0f * (1.0f - dial) * MIN (sqrtf (size), 1.0f),
  };

  return polish;
}

/* Several pictures of one graph, drawn side by side: a thread draws so many of
 * them together. */
typedef struct
{
  const AtlasGraph *graph;
  const AtlasHops *hops;
  double neighbourhoods;
  guint64 seed;
  AtlasCrew *crew;
  guint together;
  AtlasSketch sketches[N_PICTURES];
  double stress[N_PICTURES];
  double preservation[N_PICTURES];
  guint64 crossings[N_PICTURES];
} Pictures;

static void
scatter (AtlasRandom *random, guint32 n, float *x, float *y)
{
  guint32 v;

  for (v = 0; v < n; v++)
    {
      x[v] = atlas_random_unit (random);
      y[v] = atlas_random_unit (random);
    }
}

static void
centre_and_scale (guint32 n, float scale, float *x, float *y)
{
  double cx = 0.0, cy = 0.0;
  guint32 v;

  for (v = 0; v < n; v++)
    {
      cx += (double) x[v];
      cy += (double) y[v];
    }
  for (v = 0; v < n; v++)
    {
      x[v] = scale * (x[v] - (float) (cx / n));
      y[v] = scale * (y[v] - (float) (cy / n));
    }
}

static gboolean
is_tree (const AtlasGraph *graph)
{
  return 0.5f * (float) graph->n_arcs < TREE_LINKS * (float) graph->n;
}

/* Some pictures, from nothing. */
static gboolean
draw_some (Pictures *self, guint first, guint count)
{
  const guint32 n = self->graph->n;
  AtlasStressRun run = ATLAS_STRESS_RUN_INIT;
  const AtlasPolish polish = atlas_layout_get_polish (self->neighbourhoods, n);
  AtlasSketch *sketches = &self->sketches[first];
  AtlasSketch *plain = &self->sketches[N_POLISHED];
  guint64 seeds[N_POLISHED] = { 0 };
  guint i;

  run.epochs = EPOCHS;
  for (i = 0; i < count; i++)
    {
      AtlasRandom random = { self->seed + first + i };

      scatter (&random, n, sketches[i].x, sketches[i].y);
      sketches[i].random.state = atlas_random_next (&random);
      seeds[i] = atlas_random_next (&random);
    }

  if (!atlas_layout_stress (self->hops, &run, NULL, sketches, count,
                            self->crew))
    return FALSE;

  for (i = 0; i < count; i++)
    {
      centre_and_scale (n, POLISH_SCALE, sketches[i].x, sketches[i].y);
      sketches[i].random.state = seeds[i];
    }
  if (n > SEVERAL && is_tree (self->graph))
    return TRUE;

  /* The first one is kept as it is now, too. */
  if (first == 0 && n <= SEVERAL)
    {
      memcpy (plain->x, sketches[0].x, n * sizeof (float));
      memcpy (plain->y, sketches[0].y, n * sizeof (float));
    }

  return atlas_layout_polish (self->graph, self->hops, &polish, NULL, sketches,
                              count, self->crew);
}

static void
score_one (Pictures *self, guint number)
{
  const float *x = self->sketches[number].x;
  const float *y = self->sketches[number].y;

  self->stress[number] = atlas_layout_get_stress (self->hops, x, y);
  self->preservation[number] =
      atlas_layout_get_preservation (self->graph, x, y);
  self->crossings[number] = atlas_layout_count_crossings (self->graph, x, y);
}

static void
draw_and_score (guint item, guint member, gpointer data)
{
  Pictures *self = data;
  const guint first = item * self->together;
  guint i;

  if (!draw_some (self, first, self->together))
    return;

  for (i = 0; i < self->together; i++)
    score_one (self, first + i);
  if (first == 0)
    score_one (self, N_POLISHED);
}

/* The best picture: each figure held against the best of its kind, the
 * neighbourhoods counting most, as what the eye looks for first. */
static guint
choose_picture (const Pictures *self, guint n_pictures)
{
  double least_stress = INFINITY, most_preservation = 0.0;
  double best = INFINITY;
  guint64 fewest = G_MAXUINT64;
  guint best_at = 0;
  guint i;

  for (i = 0; i < n_pictures; i++)
    {
      least_stress = MIN (least_stress, self->stress[i]);
      most_preservation = MAX (most_preservation, self->preservation[i]);
      fewest = MIN (fewest, self->crossings[i]);
    }

  for (i = 0; i < n_pictures; i++)
    {
      const double stress = (self->stress[i] + 0.01) / (least_stress + 0.01);
      const double crossings =
          (double) (self->crossings[i] + 1) / (double) (fewest + 1);
      const double preservation =
          (self->preservation[i] + 0.01) / (most_preservation + 0.01);
      const double score = 0.5 * stress + crossings - 3.0 * preservation;

      if (score < best)
        {
          best = score;
          best_at = i;
        }
    }

  return best_at;
}

static void
take_picture (guint32 n,
              const float *from_x,
              const float *from_y,
              double *x,
              double *y)
{
  guint32 v;

  for (v = 0; v < n; v++)
    {
      x[v] = (double) from_x[v];
      y[v] = (double) from_y[v];
    }
}

static gboolean
draw_with_distances (const AtlasGraph *graph,
                     const AtlasHops *hops,
                     double neighbourhoods,
                     guint64 seed,
                     double *x,
                     double *y,
                     AtlasCrew *crew)
{
  const guint32 n = graph->n;
  const guint n_pictures = n <= SEVERAL ? N_PICTURES : 1;
  const gboolean alone = atlas_crew_get_size (crew) < N_POLISHED;
  Pictures pictures = { graph, hops, neighbourhoods, seed, crew };
  gboolean done;
  guint i, best = 0;

  pictures.together = alone ? N_POLISHED : 1;
  for (i = 0; i < n_pictures; i++)
    {
      pictures.sketches[i].x = g_new (float, n + ATLAS_LANES);
      pictures.sketches[i].y = g_new (float, n + ATLAS_LANES);
    }

  if (n_pictures == 1)
    done = draw_some (&pictures, 0, 1);
  else
    done = atlas_crew_run (crew, N_POLISHED / pictures.together, draw_and_score,
                           &pictures);

  if (done && n_pictures > 1)
    best = choose_picture (&pictures, n_pictures);
  if (done && n_pictures > 1 && best != N_POLISHED)
    done = atlas_layout_nudge (graph, seed, pictures.sketches[best].x,
                               pictures.sketches[best].y, crew);
  if (done)
    take_picture (n, pictures.sketches[best].x, pictures.sketches[best].y, x,
                  y);

  for (i = 0; i < n_pictures; i++)
    {
      g_free (pictures.sketches[i].x);
      g_free (pictures.sketches[i].y);
    }

  return done;
}

/**
 * atlas_layout_is_too_large:
 * @graph: a connected graph
 *
 * Each distance is at most twice the longest one from any vertex.
 *
 * Returns: whether the distances of all pairs take too much room
 */
gboolean
atlas_layout_is_too_large (const AtlasGraph *graph)
{
  g_autofree guint32 *hops = NULL;
  guint32 v, longest = 0;

  if (graph->n <= ALL_WIDE_DISTANCES)
    return FALSE;
  if (graph->n > ALL_DISTANCES)
    return TRUE;

  hops = g_new (guint32, graph->n);
  atlas_graph_get_hops (graph, 0, hops);
  for (v = 0; v < graph->n; v++)
    longest = MAX (longest, hops[v]);

  return 2 * longest > G_MAXUINT8;
}

/* Stages 2 and 3 for a graph of which not all distances are known. */
static gboolean
draw_by_levels (const AtlasGraph *graph,
                double neighbourhoods,
                guint64 seed,
                double *x,
                double *y,
                AtlasCrew *crew)
{
  const guint32 n = graph->n;
  g_autofree float *px = g_new (float, n + ATLAS_LANES);
  g_autofree float *py = g_new (float, n + ATLAS_LANES);
  const AtlasPolish polish = atlas_layout_get_polish (neighbourhoods, n);
  AtlasSketch sketch = { px, py, { seed }, 1.0f };

  if (!atlas_layout_by_levels (graph, seed, px, py, crew))
    return FALSE;

  centre_and_scale (n, POLISH_SCALE, px, py);
  if (!atlas_layout_polish (graph, NULL, &polish, NULL, &sketch, 1, crew))
    return FALSE;

  take_picture (n, px, py, x, y);

  return TRUE;
}

/**
 * atlas_layout_get_link_length:
 * @graph: a graph
 * @placed: (nullable) (array length=n): the vertices that count; NULL for all
 * @x: (array length=n): positions
 * @y: (array length=n): positions
 *
 * Returns: the mean length of the links between vertices that count; 1 when
 *   there are none, or all are on one spot
 */
double
atlas_layout_get_link_length (const AtlasGraph *graph,
                              const guint8 *placed,
                              const double *x,
                              const double *y)
{
  double sum = 0.0;
  guint32 v, i, counted = 0;

  for (v = 0; v < graph->n; v++)
    for (i = graph->offsets[v]; i < graph->offsets[v + 1]; i++)
      {
        const guint32 w = graph->targets[i];

        if (placed != NULL && (!placed[v] || !placed[w]))
          continue;
        sum += sqrt ((x[v] - x[w]) * (x[v] - x[w])
                     + (y[v] - y[w]) * (y[v] - y[w]));
        counted++;
      }

  return sum > 0.0 ? sum / counted : 1.0;
}

/* A few vertices with nothing around them are drawn into a point by the
 * polish: makes room for their discs. */
static void
give_room (const AtlasGraph *graph, double *x, double *y)
{
  const double length = atlas_layout_get_link_length (graph, NULL, x, y);
  guint32 v;

  if (length >= LEAST_LINK)
    return;

  for (v = 0; v < graph->n; v++)
    {
      x[v] *= LEAST_LINK / length;
      y[v] *= LEAST_LINK / length;
    }
}

/**
 * atlas_layout_draw_part:
 * @graph: a connected graph
 * @neighbourhoods: the dial, 0 to 1
 * @seed: for all that is left to chance
 * @x: (out caller-allocates) (array length=n): positions
 * @y: (out caller-allocates) (array length=n): positions
 * @crew: who does it
 *
 * Lays out a connected graph from nothing: stress, then polish; of small
 * graphs several times, to take the best, the vertices of which are nudged. The
 * picture is oriented.
 *
 * Returns: FALSE when stopped
 */
gboolean
atlas_layout_draw_part (const AtlasGraph *graph,
                        double neighbourhoods,
                        guint64 seed,
                        double *x,
                        double *y,
                        AtlasCrew *crew)
{
  g_autoptr (AtlasHops) hops = NULL;
  gboolean done;

  if (graph->n <= 2)
    {
      memset (x, 0, graph->n * sizeof *x);
      memset (y, 0, graph->n * sizeof *y);
      x[graph->n - 1] = graph->n - 1;
      return TRUE;
    }

  if (atlas_layout_is_too_large (graph))
    {
      done = draw_by_levels (graph, neighbourhoods, seed, x, y, crew);
    }
  else
    {
      hops = atlas_hops_new (graph, crew);
      done = hops != NULL
             && draw_with_distances (graph, hops, neighbourhoods, seed, x, y,
                                     crew);
    }

  if (done)
    {
      atlas_layout_orient (graph->n, x, y);
      give_room (graph, x, y);
    }

  return done;
}
