/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-private.h"

#include "atlas-crew.h"
#include "atlas-graph-betweenness.h"
#include "atlas-graph-communities.h"
#include "atlas-graph-rank.h"

/* Probability of following a link, as Brin and Page chose it. */
#define DAMPING 0.85

/* The same communities every time. */
#define COMMUNITY_SEED 1

/* The participation coefficient of a place (Guimera and Amaral 2005):
 *   1 - sum over communities s of (k_s / k)²
 * with k its links and k_s those of them into s; 0 when all of its links stay
 * in one community, near 1 when they are spread over many. @counts is all 0
 * before and after. */
static double
get_participation (const AtlasGraph *graph,
                   const guint32 *community,
                   guint32 v,
                   guint32 *counts)
{
  const double degree = (double) atlas_graph_get_degree (graph, v);
  double sum = 0.0;
  guint32 i;

  if (degree == 0.0)
    return NAN;

  for (i = graph->offsets[v]; i < graph->offsets[v + 1]; i++)
    counts[community[graph->targets[i]]]++;

  for (i = graph->offsets[v]; i < graph->offsets[v + 1]; i++)
    {
      guint32 *count = &counts[community[graph->targets[i]]];

      sum += (double) *count / degree * ((double) *count / degree);
      *count = 0;
    }

  return 1.0 - sum;
}

/* All that takes no more than milliseconds. */
static void
measure_quickly (AtlasNetwork *self)
{
  const gsize room = MAX (self->n_places, 1);
  g_autofree guint32 *community = g_new (guint32, room);
  g_autofree guint32 *counts = g_new0 (guint32, room);
  g_autofree double *rank = g_new (double, room);
  guint32 i;

  self->n_communities =
      atlas_graph_find_communities (self->graph, COMMUNITY_SEED, community);
  self->modularity = atlas_graph_get_modularity (self->graph, community);
  atlas_graph_rank (self->directed, DAMPING, rank);

  for (i = 0; i < self->n_places; i++)
    {
      AtlasPlace *place = &self->places[i];

      place->community = community[i];
      place->page_rank = rank[i];
      place->participation =
          get_participation (self->graph, community, i, counts);
      place->betweenness = place->betweenness_directed = NAN;
    }
}

/* Two searches, one after the other; each is half of the progress. */
typedef struct
{
  const AtlasMeasureOptions *options;
  double begin;
} Progress;

static void
pass_progress (double fraction, gpointer user_data)
{
  const Progress *progress = user_data;

  progress->options->progress (progress->begin + 0.5 * fraction,
                               progress->options->user_data);
}

static gboolean
measure_betweenness (AtlasNetwork *self, const AtlasMeasureOptions *options)
{
  const gsize room = MAX (self->n_places, 1);
  g_autofree double *undirected = g_new (double, room);
  g_autofree double *directed = g_new (double, room);
  g_autoptr (AtlasCrew) crew =
      atlas_crew_new (options->n_threads, options->stop, options->user_data);
  AtlasProgressFunc pass = options->progress != NULL ? pass_progress : NULL;
  Progress progress = { options, 0.0 };
  gboolean both = !options->without_directed;
  gsize i;

  if (!atlas_graph_get_betweenness (self->graph, crew, pass, &progress,
                                    undirected))
    return FALSE;
  progress.begin = 0.5;
  if (both
      && !atlas_graph_get_betweenness (self->directed, crew, pass, &progress,
                                       directed))
    return FALSE;

  for (i = 0; i < self->n_places; i++)
    {
      self->places[i].betweenness = 0.5 * undirected[i];
      if (both)
        self->places[i].betweenness_directed = directed[i];
    }
  if (options->progress != NULL)
    options->progress (1.0, options->user_data);

  return TRUE;
}

/**
 * atlas_network_measure:
 * @self: a network
 * @stop: (nullable): asked from time to time, on this thread
 * @user_data: for @stop
 *
 * Fills in all measures.
 *
 * Returns: FALSE when stopped
 */
gboolean
atlas_network_measure (AtlasNetwork *self,
                       AtlasStopFunc stop,
                       gpointer user_data)
{
  const AtlasMeasureOptions options = { .stop = stop, .user_data = user_data };

  return atlas_network_measure_full (self, &options);
}

/**
 * atlas_network_measure_full:
 * @self: a network
 * @options: how
 *
 * Fills in the communities, PageRank and participation of every place, and
 * the betweenness unless it is left out. What the network is counts only what
 * is loaded: a place that is named only has no links of its own, so that
 * betweenness and PageRank are those of what is known, not of the world; say
 * so where they are shown. May be called on any thread.
 *
 * Returns: FALSE when stopped; the betweenness is NaN then
 */
gboolean
atlas_network_measure_full (AtlasNetwork *self,
                            const AtlasMeasureOptions *options)
{
  measure_quickly (self);

  return options->without_betweenness || measure_betweenness (self, options);
}
