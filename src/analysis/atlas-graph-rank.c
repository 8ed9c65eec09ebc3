/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-graph-rank.h"

#include <math.h>

/* The ranks are done when all together change by less than this. */
#define TOLERANCE 1e-13
#define MAX_ROUNDS 500

/* Part of the rank of vertices that link to none; all share it. */
static double
sum_loose (const AtlasGraph *self, const double *rank)
{
  double sum = 0.0;
  guint32 v;

  for (v = 0; v < self->n; v++)
    if (atlas_graph_get_degree (self, v) == 0)
      sum += rank[v];

  return sum;
}

/**
 * atlas_graph_rank:
 * @self: a directed graph
 * @damping: probability of following a link, usually 0.85
 * @rank: (out caller-allocates) (array length=n): the ranks; their sum is 1
 *
 * PageRank (Brin and Page 1998) by power iteration. From a vertex that links
 * to none, all are equally probable next.
 */
void
atlas_graph_rank (const AtlasGraph *self, double damping, double *rank)
{
  const guint32 n = self->n;
  g_autoptr (AtlasGraph) reverse = atlas_graph_reverse (self);
  g_autofree double *share = g_new (double, MAX (n, 1));
  double change = 1.0;
  guint32 v, i;
  guint round;

  for (v = 0; v < n; v++)
    rank[v] = 1.0 / (double) n;

  for (round = 0; round < MAX_ROUNDS && change > TOLERANCE && n > 0; round++)
    {
      const double base =
          (1.0 - damping + damping * sum_loose (self, rank)) / (double) n;

      for (v = 0; v < n; v++)
        share[v] = rank[v] / (double) MAX (atlas_graph_get_degree (self, v), 1);

      change = 0.0;
      for (v = 0; v < n; v++)
        {
          double sum = 0.0, next;

          for (i = reverse->offsets[v]; i < reverse->offsets[v + 1]; i++)
            sum += share[reverse->targets[i]];
          next = base + damping * sum;
          change += fabs (next - rank[v]);
          rank[v] = next;
        }
    }
}
