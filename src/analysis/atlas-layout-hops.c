/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-layout-hops.h"

#include "atlas-layout-vector.h"

/* Targets whose distances are put in place together, to stay in the cache. */
#define TILE 64

/* Searching in step looks at all vertices for each hop of the longest
 * distance: above this one search after the other is faster. */
#define LONG_DISTANCE 64

typedef struct
{
  const AtlasGraph *graph;
  AtlasHops *hops;
  AtlasHopSearch *searches;
  gboolean one_by_one;
  AtlasCrew *crew;
} Job;

/**
 * atlas_hop_search_init:
 * @self: room for searches
 * @n: number of vertices of the graphs to search
 *
 * Makes the room.
 */
void
atlas_hop_search_init (AtlasHopSearch *self, guint32 n)
{
  const gsize room = (gsize) n + ATLAS_LANES;

  self->longest = 0;
  self->seen = g_new (guint64, room);
  self->front = g_new (guint64, room);
  self->next = g_new (guint64, room);
  self->hops = g_new (guint32, room);
  self->rows = g_new0 (guint16, room * ATLAS_HOPS_SOURCES);
}

/**
 * atlas_hop_search_clear:
 * @self: room for searches
 *
 * Frees the room.
 */
void
atlas_hop_search_clear (AtlasHopSearch *self)
{
  g_free (self->seen);
  g_free (self->front);
  g_free (self->next);
  g_free (self->hops);
  g_free (self->rows);
}

static void
note_hops (AtlasHopSearch *self,
           guint64 fresh,
           guint32 n,
           guint32 target,
           guint32 distance)
{
  while (fresh != 0)
    {
      const guint source = (guint) __builtin_ctzll (fresh);

      self->rows[(gsize) source * n + target] = (guint16) distance;
      fresh &= fresh - 1;
    }
}

/* Breadth-first search from up to 64 vertices in step: one bit per source
 * (Then et al. 2014). */
static void
search_together (AtlasHopSearch *self,
                 const AtlasGraph *graph,
                 const guint32 *sources,
                 guint32 n_sources,
                 AtlasCrew *crew)
{
  const guint32 n = graph->n;
  guint32 distance, v, i;
  gboolean more = TRUE;

  for (v = 0; v < n; v++)
    self->seen[v] = self->front[v] = 0;
  for (i = 0; i < n_sources; i++)
    {
      const guint64 bit = G_GUINT64_CONSTANT (1) << i;

      self->seen[sources[i]] |= bit;
      self->front[sources[i]] |= bit;
      self->rows[(gsize) i * n + sources[i]] = 0;
    }

  for (distance = 1; more && !atlas_crew_is_stopped (crew); distance++)
    {
      guint64 *swap = self->front;

      more = FALSE;
      for (v = 0; v < n; v++)
        {
          guint64 reached = 0;

          for (i = graph->offsets[v]; i < graph->offsets[v + 1]; i++)
            reached |= self->front[graph->targets[i]];
          reached &= ~self->seen[v];

          self->next[v] = reached;
          if (reached != 0)
            {
              more = TRUE;
              self->seen[v] |= reached;
              self->longest = MAX (self->longest, distance);
              note_hops (self, reached, n, v, distance);
            }
        }

      self->front = self->next;
      self->next = swap;
    }
}

/* The same, one source after the other. */
static void
search_apart (AtlasHopSearch *self,
              const AtlasGraph *graph,
              const guint32 *sources,
              guint32 n_sources,
              AtlasCrew *crew)
{
  guint32 v, i;

  for (i = 0; i < n_sources && !atlas_crew_is_stopped (crew); i++)
    {
      guint16 *row = self->rows + (gsize) i * graph->n;

      atlas_graph_get_hops (graph, sources[i], self->hops);
      for (v = 0; v < graph->n; v++)
        {
          row[v] = (guint16) MIN (self->hops[v], G_MAXUINT16);
          self->longest = MAX (self->longest, row[v]);
        }
    }
}

/**
 * atlas_hop_search_run:
 * @self: room for searches
 * @graph: a connected graph
 * @sources: (array length=n_sources): different vertices
 * @n_sources: how many, at most %ATLAS_HOPS_SOURCES
 * @one_by_one: what atlas_hop_search_is_long() says of the graph
 * @crew: says whether to stop; the distances are not all there then
 *
 * Finds the distance of every vertex from each source. @self tells the longest
 * distance of all runs.
 */
void
atlas_hop_search_run (AtlasHopSearch *self,
                      const AtlasGraph *graph,
                      const guint32 *sources,
                      guint32 n_sources,
                      gboolean one_by_one,
                      AtlasCrew *crew)
{
  if (one_by_one)
    search_apart (self, graph, sources, n_sources, crew);
  else
    search_together (self, graph, sources, n_sources, crew);
}

/* From rows by source to cells by diagonal; for (source, target) with the
 * source first. */
static void
store_rows (AtlasHops *hops,
            const AtlasHopSearch *search,
            guint32 first,
            guint32 n_sources)
{
  const guint32 n = hops->n;
  guint32 begin, target, i;

  for (begin = first; begin < n; begin += TILE)
    for (i = 0; i < n_sources; i++)
      {
        const guint16 *row = search->rows + (gsize) i * n;
        const guint32 source = first + i;

        for (target = MAX (begin, source + 1); target < MIN (begin + TILE, n);
             target++)
          {
            const gsize cell =
                atlas_hops_get_diagonal (n, target - source) + source;

            if (hops->wide)
              ((guint16 *) hops->cells)[cell] = row[target];
            else
              ((guint8 *) hops->cells)[cell] = (guint8) row[target];
          }
      }
}

static void
search_batch (guint item, guint member, gpointer data)
{
  Job *job = data;
  AtlasHopSearch *search = &job->searches[member];
  const guint32 first = item * ATLAS_HOPS_SOURCES;
  const guint32 n_sources = MIN (ATLAS_HOPS_SOURCES, job->graph->n - first);
  guint32 sources[ATLAS_HOPS_SOURCES] = { 0 };
  guint32 i;

  for (i = 0; i < n_sources; i++)
    sources[i] = first + i;
  atlas_hop_search_run (search, job->graph, sources, n_sources, job->one_by_one,
                        job->crew);
  store_rows (job->hops, search, first, n_sources);
}

/* A bound of the longest distance: twice that from one vertex. */
static guint32
bound_longest (const AtlasGraph *graph)
{
  g_autofree guint32 *hops = g_new (guint32, graph->n);
  guint32 v, longest = 0;

  atlas_graph_get_hops (graph, 0, hops);
  for (v = 0; v < graph->n; v++)
    longest = MAX (longest, hops[v]);

  return 2 * longest;
}

/**
 * atlas_hop_search_is_long:
 * @graph: a connected graph
 *
 * Returns: whether its distances are so long that searching one by one is
 *   faster
 */
gboolean
atlas_hop_search_is_long (const AtlasGraph *graph)
{
  return bound_longest (graph) > LONG_DISTANCE;
}

/**
 * atlas_hops_new:
 * @graph: a connected undirected graph of at least one vertex
 * @crew: who does it
 *
 * Finds the distance of every pair. Takes n²/2 bytes, twice that when the
 * longest distance may be above 255.
 *
 * Returns: (transfer full) (nullable): the distances, NULL when stopped
 */
AtlasHops *
atlas_hops_new (const AtlasGraph *graph, AtlasCrew *crew)
{
  g_autoptr (AtlasHops) hops = g_new0 (AtlasHops, 1);
  const gsize n_cells = (gsize) graph->n * (graph->n - 1) / 2;
  const guint n_searches = atlas_crew_get_size (crew);
  g_autofree AtlasHopSearch *searches = g_new (AtlasHopSearch, n_searches);
  Job job = { graph, hops, searches, FALSE, crew };
  guint32 bound;
  gboolean done;
  guint i;

  hops->n = graph->n;
  bound = bound_longest (graph);
  job.one_by_one = bound > LONG_DISTANCE;
  hops->wide = bound > G_MAXUINT8;
  hops->cells = g_malloc0 ((n_cells + ATLAS_HOPS_SPARE)
                           * (hops->wide ? sizeof (guint16) : 1));

  for (i = 0; i < n_searches; i++)
    atlas_hop_search_init (&searches[i], graph->n);

  done = atlas_crew_run (
      crew, (graph->n + ATLAS_HOPS_SOURCES - 1) / ATLAS_HOPS_SOURCES,
      search_batch, &job);

  for (i = 0; i < n_searches; i++)
    {
      hops->longest = MAX (hops->longest, searches[i].longest);
      atlas_hop_search_clear (&searches[i]);
    }

  return done ? g_steal_pointer (&hops) : NULL;
}

/**
 * atlas_hops_free:
 * @self: (nullable): distances
 *
 * Frees the distances.
 */
void
atlas_hops_free (AtlasHops *self)
{
  if (self == NULL)
    return;

  g_free (self->cells);
  g_free (self);
}
