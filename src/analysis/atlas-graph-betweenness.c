/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-graph-betweenness.h"

/* The sources are cut in this many shares, each with a sum of its own, and
 * the sums are added in their order: so that the last digit does not depend
 * on which thread was quicker. */
#define N_SHARES 16

/* What one thread works with. The arcs that lead one hop further from the
 * source are noted on the way out, so that the way back looks at no others. */
typedef struct
{
  gint32 *hops;
  double *paths;   /* number of shortest paths from the source */
  double *share;   /* (1 + dependency) / paths */
  guint32 *order;  /* vertices by distance */
  guint32 *starts; /* of the onward arcs of each vertex of @order */
  guint32 *onward; /* targets of those arcs */
} Search;

typedef struct
{
  const AtlasGraph *graph;
  AtlasCrew *crew;
  AtlasProgressFunc progress;
  gpointer user_data;
  GThread *owner;
  Search *searches;
  double *sums[N_SHARES];
  gint n_done;
} Job;

static void
search_init (Search *search, const AtlasGraph *graph)
{
  const gsize room = (gsize) graph->n + 1;
  guint32 v;

  search->hops = g_new (gint32, room);
  search->paths = g_new0 (double, room);
  search->share = g_new (double, room);
  search->order = g_new (guint32, room);
  search->starts = g_new (guint32, room);
  search->onward = g_new (guint32, (gsize) graph->n_arcs + 1);
  for (v = 0; v < graph->n; v++)
    search->hops[v] = -1;
}

static void
search_clear (Search *search)
{
  g_free (search->hops);
  g_free (search->paths);
  g_free (search->share);
  g_free (search->order);
  g_free (search->starts);
  g_free (search->onward);
}

/* Breadth-first search that counts the shortest paths. Returns the number of
 * vertices reached, the source included. The loops have few branches that
 * cannot be foretold: those cost more than all else. */
static guint32
count_paths (const AtlasGraph *graph, Search *search, guint32 source)
{
  gint32 *hops = search->hops;
  double *paths = search->paths;
  guint32 *order = search->order;
  guint32 *onward = search->onward;
  guint32 head = 0, tail = 0, filled = 0;
  guint32 i;

  hops[source] = 0;
  paths[source] = 1.0;
  order[tail++] = source;

  while (head < tail)
    {
      const guint32 v = order[head];
      const gint32 next = hops[v] + 1;
      const guint32 first = filled;

      search->starts[head++] = first;
      for (i = graph->offsets[v]; i < graph->offsets[v + 1]; i++)
        {
          const guint32 w = graph->targets[i];

          if (hops[w] < 0)
            {
              hops[w] = next;
              order[tail++] = w;
            }
          onward[filled] = w;
          filled += hops[w] == next;
        }

      for (i = first; i < filled; i++)
        paths[onward[i]] += paths[v];
    }
  search->starts[head] = filled;

  return tail;
}

/* From the farthest vertex back: which part of the paths leads on through each
 * one. Leaves the search ready for the next source. */
static void
add_dependencies (Search *search, guint32 reached, double *sum)
{
  double *share = search->share;
  guint32 k, i;

  for (k = reached; k > 1; k--)
    {
      const guint32 v = search->order[k - 1];
      double dependency = 0.0;

      for (i = search->starts[k - 1]; i < search->starts[k]; i++)
        dependency += share[search->onward[i]];

      dependency *= search->paths[v];
      share[v] = (1.0 + dependency) / search->paths[v];
      sum[v] += dependency;
    }

  for (k = 0; k < reached; k++)
    {
      search->hops[search->order[k]] = -1;
      search->paths[search->order[k]] = 0.0;
    }
}

static void
search_share (guint item, guint member, gpointer data)
{
  Job *job = data;
  Search *search = &job->searches[member];
  const guint32 n = job->graph->n;
  const guint32 first = (guint32) ((guint64) n * item / N_SHARES);
  const guint32 end = (guint32) ((guint64) n * (item + 1) / N_SHARES);
  guint32 source;

  for (source = first; source < end; source++)
    {
      const guint32 reached = count_paths (job->graph, search, source);

      add_dependencies (search, reached, job->sums[item]);

      g_atomic_int_inc (&job->n_done);
      if (source % 8 != 0)
        continue;
      if (atlas_crew_is_stopped (job->crew))
        return;
      if (job->progress != NULL && g_thread_self () == job->owner)
        job->progress ((double) g_atomic_int_get (&job->n_done) / (double) n,
                       job->user_data);
    }
}

/**
 * atlas_graph_get_betweenness:
 * @self: a graph; an undirected one has every edge twice
 * @crew: who does it
 * @progress: (nullable): told how far it is, on this thread
 * @user_data: for @progress
 * @betweenness: (out caller-allocates) (array length=n): the betweenness
 *
 * For each vertex the sum over all ordered pairs of others of the part of
 * their shortest paths that lead through it (Brandes 2001), not normalised.
 * For an undirected graph every pair is met twice: halve it. The result is the
 * same for every number of threads.
 *
 * Returns: FALSE when stopped
 */
gboolean
atlas_graph_get_betweenness (const AtlasGraph *self,
                             AtlasCrew *crew,
                             AtlasProgressFunc progress,
                             gpointer user_data,
                             double *betweenness)
{
  const guint n_searches = atlas_crew_get_size (crew);
  g_autofree Search *searches = g_new (Search, n_searches);
  Job job = { self, crew, progress, user_data, g_thread_self (), searches };
  gboolean done;
  guint32 v;
  guint i;

  for (i = 0; i < n_searches; i++)
    search_init (&searches[i], self);
  for (i = 0; i < N_SHARES; i++)
    job.sums[i] = g_new0 (double, MAX (self->n, 1));

  done = atlas_crew_run (crew, N_SHARES, search_share, &job);

  for (v = 0; v < self->n; v++)
    {
      betweenness[v] = 0.0;
      for (i = 0; i < N_SHARES; i++)
        betweenness[v] += job.sums[i][v];
    }

  for (i = 0; i < n_searches; i++)
    search_clear (&searches[i]);
  for (i = 0; i < N_SHARES; i++)
    g_free (job.sums[i]);

  return done;
}
