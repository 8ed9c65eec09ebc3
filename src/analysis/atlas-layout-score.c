/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-layout-score.h"

#include <math.h>

#include "atlas-layout-stress.h"
#include "atlas-layout-vector.h"

/* Sums over all pairs of r and of r², where r is the distance on the plane
 * over that in the graph. Lanes are summed apart, and at the end in order. */
static void
sum_ratios (const AtlasHops *hops,
            const float *x,
            const float *y,
            double *sum,
            double *sum_of_squares)
{
  double lane_sum[ATLAS_LANES] = { 0.0 };
  double lane_squares[ATLAS_LANES] = { 0.0 };
  g_autofree float *ratios = g_new0 (float, hops->n + ATLAS_LANES);
  guint32 k, i, lane;

  for (k = 1; k < hops->n; k++)
    {
      const guint32 n_pairs = hops->n - k;

      atlas_layout_get_ratios (hops, k, x, y, ratios);
      ratios[n_pairs] = 0.0f;
      for (i = 0; i < n_pairs; i += ATLAS_LANES)
        for (lane = 0; lane < ATLAS_LANES; lane++)
          {
            const float ratio = ratios[i + lane];

            lane_sum[lane] += (double) ratio;
            lane_squares[lane] += (double) (ratio * ratio);
          }
    }

  *sum = *sum_of_squares = 0.0;
  for (lane = 0; lane < ATLAS_LANES; lane++)
    {
      *sum += lane_sum[lane];
      *sum_of_squares += lane_squares[lane];
    }
}

/**
 * atlas_layout_get_scale:
 * @hops: the distances of all pairs
 * @x: (array length=n): positions
 * @y: (array length=n): positions
 *
 * Returns: the factor on the positions that makes the stress least; 1 when all
 *   are on one spot
 */
double
atlas_layout_get_scale (const AtlasHops *hops, const float *x, const float *y)
{
  double sum, squares;

  sum_ratios (hops, x, y, &sum, &squares);

  return squares > 0.0 ? sum / squares : 1.0;
}

/**
 * atlas_layout_get_stress:
 * @hops: the distances of all pairs
 * @x: (array length=n): positions
 * @y: (array length=n): positions
 *
 * The normalised stress: the mean over all pairs of (s·p - d)² / d², where p
 * is the distance on the plane, d that in the graph and s the scale that makes
 * it least (Gansner, Koren and North 2004). 0 is a perfect picture, 1 that of
 * all on one spot.
 *
 * Returns: the stress
 */
double
atlas_layout_get_stress (const AtlasHops *hops, const float *x, const float *y)
{
  const double n_pairs = 0.5 * (double) hops->n * ((double) hops->n - 1.0);
  double sum, squares;

  if (hops->n < 2)
    return 0.0;

  sum_ratios (hops, x, y, &sum, &squares);
  if (!(squares > 0.0))
    return 1.0;

  return MAX (1.0 - sum * sum / (squares * n_pairs), 0.0);
}

/**
 * atlas_layout_count_common:
 * @squares: (array length=n): squared distances on the plane from one vertex,
 *   infinite to itself
 * @n: the number of vertices
 * @neighbours: (array length=n_neighbours): its neighbours in the graph
 * @n_neighbours: how many there are, g
 *
 * A neighbour is within the g nearest when fewer than g are nearer than it:
 * to count them, vectors at a time, is faster than to find the g-th.
 *
 * Returns: how many neighbours are among the g vertices next on the plane
 */
ATLAS_VECTOR guint32
atlas_layout_count_common (const float *squares,
                           guint32 n,
                           const guint32 *neighbours,
                           guint32 n_neighbours)
{
  guint32 common = 0;
  guint32 i, u;

  for (i = 0; i < n_neighbours; i++)
    {
      const float square = squares[neighbours[i]];
      guint32 nearer = 0;

      for (u = 0; u < n; u++)
        nearer += squares[u] < square;
      common += nearer < n_neighbours;
    }

  return common;
}

/**
 * atlas_layout_get_preservation:
 * @graph: the graph
 * @x: (array length=n): positions
 * @y: (array length=n): positions
 *
 * Neighbourhood preservation (Kruiger et al. 2017, with neighbours of one
 * hop): the mean over all vertices with neighbours of the Jaccard index of its
 * g neighbours in the graph and the g vertices next to it on the plane. 1 is
 * perfect.
 *
 * Returns: the preservation, 0 for a graph without edges
 */
double
atlas_layout_get_preservation (const AtlasGraph *graph,
                               const float *x,
                               const float *y)
{
  const guint32 n = graph->n;
  g_autofree float *squares = g_new (float, MAX (n, 1));
  double sum = 0.0;
  guint32 counted = 0;
  guint32 v, w;

  for (v = 0; v < n; v++)
    {
      const guint32 degree = atlas_graph_get_degree (graph, v);
      guint32 common;

      if (degree == 0)
        continue;

      for (w = 0; w < n; w++)
        {
          const float dx = x[w] - x[v];
          const float dy = y[w] - y[v];

          squares[w] = dx * dx + dy * dy;
        }
      squares[v] = INFINITY;

      common = atlas_layout_count_common (
          squares, n, &graph->targets[graph->offsets[v]], degree);
      common = MIN (common, degree);
      sum += (double) common / (double) (2 * degree - common);
      counted++;
    }

  return counted > 0 ? sum / (double) counted : 0.0;
}

typedef struct
{
  float x;
  float y;
} Point;

/* Twice the area of a triangle, its sign by which way it turns. */
ATLAS_INLINE float
get_turn (Point a, Point b, Point c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* The edges as arrays of coordinates, so that one can be held against many. */
typedef struct
{
  guint32 n;
  guint32 *a;
  guint32 *b;
  float *ax;
  float *ay;
  float *bx;
  float *by;
} Segments;

static void
segments_init (Segments *self,
               const AtlasGraph *graph,
               const float *x,
               const float *y)
{
  const gsize size = MAX (graph->n_arcs / 2, 1);
  guint32 v, i;

  self->n = 0;
  self->a = g_new (guint32, size);
  self->b = g_new (guint32, size);
  self->ax = g_new (float, size);
  self->ay = g_new (float, size);
  self->bx = g_new (float, size);
  self->by = g_new (float, size);

  for (v = 0; v < graph->n; v++)
    for (i = graph->offsets[v]; i < graph->offsets[v + 1]; i++)
      {
        const guint32 w = graph->targets[i];

        if (w < v)
          continue;
        self->a[self->n] = v;
        self->b[self->n] = w;
        self->ax[self->n] = x[v];
        self->ay[self->n] = y[v];
        self->bx[self->n] = x[w];
        self->by[self->n] = y[w];
        self->n++;
      }
}

static void
segments_clear (Segments *self)
{
  g_free (self->a);
  g_free (self->b);
  g_free (self->ax);
  g_free (self->ay);
  g_free (self->bx);
  g_free (self->by);
}

/* How many of the segments after @one cross it. Segments with a common end do
 * not: one of the turns is 0 then. */
ATLAS_VECTOR static guint32
count_crossing (const Segments *self, guint32 one)
{
  const Point a = { self->ax[one], self->ay[one] };
  const Point b = { self->bx[one], self->by[one] };
  guint32 count = 0;
  guint32 i;

  for (i = one + 1; i < self->n; i++)
    {
      const Point c = { self->ax[i], self->ay[i] };
      const Point d = { self->bx[i], self->by[i] };
      const int apart = get_turn (a, b, c) * get_turn (a, b, d) < 0.0f;
      const int across = get_turn (c, d, a) * get_turn (c, d, b) < 0.0f;
      const int foreign =
          (self->a[i] != self->a[one]) & (self->a[i] != self->b[one])
          & (self->b[i] != self->a[one]) & (self->b[i] != self->b[one]);

      count += (guint32) (apart & across & foreign);
    }

  return count;
}

/**
 * atlas_layout_count_crossings:
 * @graph: the graph
 * @x: (array length=n): positions
 * @y: (array length=n): positions
 *
 * Counts the pairs of edges that cross between their ends. Looks at all pairs
 * of edges.
 *
 * Returns: the number of crossings
 */
guint64
atlas_layout_count_crossings (const AtlasGraph *graph,
                              const float *x,
                              const float *y)
{
  Segments segments;
  guint64 count = 0;
  guint32 i;

  segments_init (&segments, graph, x, y);
  for (i = 0; i < segments.n; i++)
    count += count_crossing (&segments, i);
  segments_clear (&segments);

  return count;
}
