/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-layout-hops.h"

/* Sources searched at once, one bit each. */
#define N_SOURCES 64

/* Targets whose distances are put in place together, to stay in the cache. */
#define TILE 64

/* What one thread works with. */
typedef struct
{
  guint64 *seen;
  guint64 *front;
  guint64 *next;
  guint16 *rows; /* distance of each target from each of the sources */
  guint32 longest;
} Search;

typedef struct
{
  const AtlasGraph *graph;
  AtlasHops *hops;
  Search *searches;
  gboolean one_by_one;
} Job;

/* Searching in step looks at all vertices for each hop of the longest
 * distance: above this one search after the other is faster. */
#define LONG_DISTANCE 64

static void
note_hops (Search *search, guint64 fresh, guint32 target, guint32 distance)
{
  guint16 *row = search->rows + (gsize) target * N_SOURCES;

  while (fresh != 0)
    {
      row[__builtin_ctzll (fresh)] = (guint16) distance;
      fresh &= fresh - 1;
    }
}

/* Breadth-first search from up to 64 vertices in step: one bit per source
 * (Then et al. 2014). Returns the longest distance. */
static guint32
search_together (const AtlasGraph *graph,
                 Search *search,
                 guint32 first,
                 guint32 n_sources)
{
  const guint32 n = graph->n;
  guint32 distance, v, i;
  gboolean more = TRUE;

  for (v = 0; v < n; v++)
    search->seen[v] = search->front[v] = 0;
  for (i = 0; i < n_sources; i++)
    {
      search->seen[first + i] = search->front[first + i] =
          G_GUINT64_CONSTANT (1) << i;
      search->rows[(gsize) (first + i) * N_SOURCES + i] = 0;
    }

  for (distance = 1; more; distance++)
    {
      guint64 *swap = search->front;

      more = FALSE;
      for (v = 0; v < n; v++)
        {
          guint64 reached = 0;

          for (i = graph->offsets[v]; i < graph->offsets[v + 1]; i++)
            reached |= search->front[graph->targets[i]];
          reached &= ~search->seen[v];

          search->next[v] = reached;
          if (reached != 0)
            {
              more = TRUE;
              search->seen[v] |= reached;
              note_hops (search, reached, v, distance);
            }
        }

      search->front = search->next;
      search->next = swap;
    }

  return distance - 2;
}

/* The same, one source after the other. */
static guint32
search_apart (const AtlasGraph *graph,
              Search *search,
              guint32 first,
              guint32 n_sources)
{
  g_autofree guint32 *hops = g_new (guint32, graph->n);
  guint32 longest = 0;
  guint32 v, i;

  for (i = 0; i < n_sources; i++)
    {
      atlas_graph_get_hops (graph, first + i, hops);
      for (v = 0; v < graph->n; v++)
        {
          search->rows[(gsize) v * N_SOURCES + i] = (guint16) hops[v];
          longest = MAX (longest, hops[v]);
        }
    }

  return longest;
}

/* From rows by target to cells by diagonal; for (source, target) with the
 * source first. */
static void
store_rows (AtlasHops *hops,
            const Search *search,
            guint32 first,
            guint32 n_sources)
{
  const guint32 n = hops->n;
  guint32 begin, target, i;

  for (begin = first; begin < n; begin += TILE)
    for (target = begin; target < MIN (begin + TILE, n); target++)
      {
        const guint16 *row = search->rows + (gsize) target * N_SOURCES;

        for (i = 0; i < n_sources && first + i < target; i++)
          {
            const gsize cell =
                atlas_hops_get_diagonal (n, target - first - i) + first + i;

            if (hops->wide)
              ((guint16 *) hops->cells)[cell] = row[i];
            else
              ((guint8 *) hops->cells)[cell] = (guint8) row[i];
          }
      }
}

static void
search_batch (guint item, guint member, gpointer data)
{
  Job *job = data;
  Search *search = &job->searches[member];
  const guint32 first = item * N_SOURCES;
  const guint32 n_sources = MIN (N_SOURCES, job->graph->n - first);
  guint32 longest;

  if (job->one_by_one)
    longest = search_apart (job->graph, search, first, n_sources);
  else
    longest = search_together (job->graph, search, first, n_sources);

  search->longest = MAX (search->longest, longest);
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

static void
search_init (Search *search, guint32 n)
{
  search->seen = g_new (guint64, n);
  search->front = g_new (guint64, n);
  search->next = g_new (guint64, n);
  search->rows = g_new (guint16, (gsize) n * N_SOURCES);
}

static void
search_clear (Search *search)
{
  g_free (search->seen);
  g_free (search->front);
  g_free (search->next);
  g_free (search->rows);
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
  g_autofree Search *searches = g_new0 (Search, n_searches);
  Job job = { graph, hops, searches, FALSE };
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
    search_init (&searches[i], graph->n);

  done = atlas_crew_run (crew, (graph->n + N_SOURCES - 1) / N_SOURCES,
                         search_batch, &job);

  for (i = 0; i < n_searches; i++)
    {
      hops->longest = MAX (hops->longest, searches[i].longest);
      search_clear (&searches[i]);
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
