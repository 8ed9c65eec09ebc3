/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-crew.h"
#include "atlas-graph.h"

G_BEGIN_DECLS

/**
 * AtlasHops:
 * @n: number of vertices
 * @longest: the longest distance
 * @wide: whether a distance takes two bytes instead of one
 * @cells: the distances, by diagonals: first those of (i, i + 1), then those
 *   of (i, i + 2) …
 *
 * The distance in hops of every pair of vertices of a connected graph. On a
 * diagonal, pairs next to each other have no vertex in common when they are
 * further than the diagonal's number apart: that is what makes the stress
 * stage a vector loop.
 */
typedef struct
{
  guint32 n;
  guint32 longest;
  gboolean wide;
  gpointer cells;
} AtlasHops;

/* Room after the last cell, so that a vector may read beyond it. */
#define ATLAS_HOPS_SPARE 16

/* Sources that are searched from at once, one bit each. */
#define ATLAS_HOPS_SOURCES 64

/**
 * AtlasHopSearch:
 * @rows: the distance of every vertex from each source, one source after the
 *   other; of those that cannot be reached it is not said
 * @longest: the longest distance met
 *
 * Room for searching from up to 64 vertices at once.
 */
typedef struct
{
  guint16 *rows;
  guint32 longest;

  guint64 *seen;
  guint64 *front;
  guint64 *next;
  guint32 *hops;
} AtlasHopSearch;

void atlas_hop_search_init (AtlasHopSearch *self, guint32 n);

void atlas_hop_search_clear (AtlasHopSearch *self);

void atlas_hop_search_run (AtlasHopSearch *self,
                           const AtlasGraph *graph,
                           const guint32 *sources,
                           guint32 n_sources,
                           gboolean one_by_one,
                           AtlasCrew *crew);

gboolean atlas_hop_search_is_long (const AtlasGraph *graph);

AtlasHops *atlas_hops_new (const AtlasGraph *graph, AtlasCrew *crew);

void atlas_hops_free (AtlasHops *self);

/* Index of the first cell of the diagonal (i, i + @k). */
static inline gsize
atlas_hops_get_diagonal (guint32 n, guint32 k)
{
  return (gsize) (k - 1) * n - (gsize) k * (k - 1) / 2;
}

static inline guint32
atlas_hops_get (const AtlasHops *self, guint32 a, guint32 b)
{
  const guint32 first = MIN (a, b);
  const guint32 second = MAX (a, b);
  gsize cell;

  if (first == second)
    return 0;

  cell = atlas_hops_get_diagonal (self->n, second - first) + first;

  return self->wide ? ((const guint16 *) self->cells)[cell]
                    : ((const guint8 *) self->cells)[cell];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasHops, atlas_hops_free)

G_END_DECLS
