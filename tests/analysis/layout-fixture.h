/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>
#include <string.h>

#include "atlas-layout.h"
#include "atlas-random.h"

/* Graphs that layouts are tested with, and what is asked of every layout. */

static inline AtlasGraph *
fixture_chain (guint32 n)
{
  g_autofree AtlasArc *arcs = g_new (AtlasArc, n + 1);
  guint32 v;

  for (v = 1; v < n; v++)
    arcs[v - 1] = (AtlasArc){ v - 1, v };

  return atlas_graph_new (n, arcs, n > 0 ? n - 1 : 0, FALSE);
}

static inline AtlasGraph *
fixture_star (guint32 n)
{
  g_autofree AtlasArc *arcs = g_new (AtlasArc, n + 1);
  guint32 v;

  for (v = 1; v < n; v++)
    arcs[v - 1] = (AtlasArc){ 0, v };

  return atlas_graph_new (n, arcs, n > 0 ? n - 1 : 0, FALSE);
}

static inline AtlasGraph *
fixture_clique (guint32 n)
{
  g_autofree AtlasArc *arcs = g_new (AtlasArc, (gsize) n * n);
  guint32 v, w;
  gsize filled = 0;

  for (v = 0; v < n; v++)
    for (w = v + 1; w < n; w++)
      arcs[filled++] = (AtlasArc){ v, w };

  return atlas_graph_new (n, arcs, filled, FALSE);
}

static inline AtlasGraph *
fixture_grid (guint32 side)
{
  g_autofree AtlasArc *arcs = g_new (AtlasArc, 2 * (gsize) side * side);
  guint32 r, c;
  gsize filled = 0;

  for (r = 0; r < side; r++)
    for (c = 0; c < side; c++)
      {
        if (c + 1 < side)
          arcs[filled++] = (AtlasArc){ r * side + c, r * side + c + 1 };
        if (r + 1 < side)
          arcs[filled++] = (AtlasArc){ r * side + c, (r + 1) * side + c };
      }

  return atlas_graph_new (side * side, arcs, filled, FALSE);
}

/* Pairs, triples and single vertices by the hundred. */
static inline AtlasGraph *
fixture_crumbs (guint32 n)
{
  g_autofree AtlasArc *arcs = g_new (AtlasArc, n);
  guint32 v;
  gsize filled = 0;

  for (v = 0; v + 3 < n; v += 3 + v % 4)
    {
      arcs[filled++] = (AtlasArc){ v, v + 1 };
      if (v % 2 == 0)
        arcs[filled++] = (AtlasArc){ v + 1, v + 2 };
    }

  return atlas_graph_new (n, arcs, filled, FALSE);
}

/* Picks by popularity 1 / rank: the sum of the popularities of the places
 * up to each is in @sums. */
static inline guint32
fixture_pick (AtlasRandom *random, const double *sums, guint32 n)
{
  const double at = (double) atlas_random_unit (random) * sums[n - 1];
  guint32 low = 0, high = n - 1;

  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;

      if (sums[middle] > at)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/* A network as the profiles would give it: places in economies of very
 * unequal size, each of which names three partners for patents and three for
 * articles, four of five at home, the well-known ones most often; half of the
 * partners for patents are partners for articles too. */
static inline AtlasGraph *
fixture_places (guint32 n, guint64 seed)
{
  AtlasRandom random = { seed };
  const guint32 n_economies = MAX (3, (guint32) (1.2 * sqrt ((double) n)));
  g_autofree double *economy_sums = g_new (double, n_economies);
  g_autofree guint32 *economy = g_new (guint32, n);
  g_autofree guint32 *starts = g_new0 (guint32, n_economies + 1);
  g_autofree guint32 *members = g_new (guint32, n);
  g_autofree guint32 *rank = g_new (guint32, n);
  g_autofree double *home_sums = g_new (double, n);
  g_autofree double *sums = g_new (double, n);
  g_autofree AtlasArc *arcs = g_new (AtlasArc, 6 * (gsize) n);
  guint32 v, e, i, k;
  gsize filled = 0;

  for (e = 0; e < n_economies; e++)
    economy_sums[e] = (e > 0 ? economy_sums[e - 1] : 0.0) + 1.0 / (e + 1);
  for (v = 0; v < n; v++)
    {
      rank[v] = v;
      economy[v] = fixture_pick (&random, economy_sums, n_economies);
      starts[economy[v]]++;
    }
  atlas_random_shuffle (&random, rank, n);
  for (e = 1; e <= n_economies; e++)
    starts[e] += starts[e - 1];
  for (v = n; v > 0; v--)
    members[--starts[economy[v - 1]]] = v - 1;

  for (e = 0; e < n_economies; e++)
    for (i = starts[e]; i < starts[e + 1]; i++)
      home_sums[i] = (i > starts[e] ? home_sums[i - 1] : 0.0)
                     + 1.0 / (rank[members[i]] + 1);
  for (v = 0; v < n; v++)
    sums[v] = (v > 0 ? sums[v - 1] : 0.0) + 1.0 / (rank[v] + 1);

  for (v = 0; v < n; v++)
    {
      const guint32 first = starts[economy[v]];
      const guint32 n_home = starts[economy[v] + 1] - first;
      guint32 named[6];

      for (i = 0; i < 6; i++)
        {
          guint32 tries;

          for (tries = 0; tries < 50; tries++)
            {
              const gboolean home = atlas_random_unit (&random) < 0.8f;

              if (i >= 3 && tries == 0 && atlas_random_unit (&random) < 0.5f)
                named[i] = named[i - 3];
              else if (home && n_home > 1)
                named[i] = members[first
                                   + fixture_pick (&random, home_sums + first,
                                                   n_home)];
              else
                named[i] = fixture_pick (&random, sums, n);

              for (k = i >= 3 ? 3 : 0; k < i; k++)
                if (named[k] == named[i])
                  break;
              if (k == i && named[i] != v)
                break;
            }
          arcs[filled++] = (AtlasArc){ v, named[i] };
        }
    }

  return atlas_graph_new (n, arcs, filled, FALSE);
}

/* A layout with all it needs. */
typedef struct
{
  guint32 n;
  double *x;
  double *y;
  double *radius;
} Picture;

static inline void
picture_clear (Picture *self)
{
  g_free (self->x);
  g_free (self->y);
  g_free (self->radius);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, picture_clear)

static inline void
picture_init (Picture *self, const AtlasGraph *graph)
{
  guint32 v;

  self->n = graph->n;
  self->x = g_new0 (double, graph->n + 1);
  self->y = g_new0 (double, graph->n + 1);
  self->radius = g_new0 (double, graph->n + 1);
  for (v = 0; v < graph->n; v++)
    self->radius[v] = 1.0
                      + 2.0
                            * sqrt ((double) atlas_graph_get_degree (graph, v)
                                    / (double) MAX (graph->n, 1));
}

static inline gboolean
picture_draw (Picture *self,
              const AtlasGraph *graph,
              const AtlasLayoutOptions *options,
              guint n_threads)
{
  g_autoptr (AtlasCrew) crew = atlas_crew_new (n_threads, NULL, NULL);

  return atlas_layout_run (graph, options, self->x, self->y, self->radius,
                           crew);
}

/* FNV-1a over the bytes of all figures. */
static inline guint64
picture_hash (const Picture *self)
{
  const double *figures[] = { self->x, self->y, self->radius };
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  guint i;
  gsize k;

  for (i = 0; i < G_N_ELEMENTS (figures); i++)
    for (k = 0; k < self->n * sizeof (double); k++)
      {
        hash ^= ((const guint8 *) figures[i])[k];
        hash *= G_GUINT64_CONSTANT (0x100000001b3);
      }

  return hash;
}
