/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-private.h"

#include <stdlib.h>
#include <string.h>

#include "atlas-gazetteer.h"

/* Orders counted in Borda points: the third gets one. */
#define BORDA_ORDERS 3

static int
compare_editions (const void *a, const void *b)
{
  const guint left = *(const guint *) a;
  const guint right = *(const guint *) b;

  return (left > right) - (left < right);
}

static void
index_editions (AtlasNetwork *self)
{
  gsize i, filled = 0;

  self->editions = g_new (guint, MAX (self->n_loads, 1));
  for (i = 0; i < self->n_loads; i++)
    self->editions[i] = self->loads[i].edition;

  qsort (self->editions, self->n_loads, sizeof *self->editions,
         compare_editions);
  for (i = 0; i < self->n_loads; i++)
    if (i == 0 || self->editions[i] != self->editions[filled - 1])
      self->editions[filled++] = self->editions[i];

  self->n_editions = filled;
}

/* Runs of the links by source, and lists of them by target. */
static void
index_links (AtlasNetwork *self)
{
  const gsize n = self->n_places;
  g_autofree guint32 *fill = NULL;
  gsize i;

  self->out_offsets = g_new0 (guint32, n + 1);
  self->in_offsets = g_new0 (guint32, n + 1);
  self->in_links = g_new (guint32, MAX (self->n_links, 1));

  for (i = 0; i < self->n_links; i++)
    {
      self->out_offsets[self->links[i].source + 1]++;
      self->in_offsets[self->links[i].target + 1]++;
    }
  for (i = 0; i < n; i++)
    {
      self->out_offsets[i + 1] += self->out_offsets[i];
      self->in_offsets[i + 1] += self->in_offsets[i];
    }

  fill = g_memdup2 (self->in_offsets, (n + 1) * sizeof *fill);
  for (i = 0; i < self->n_links; i++)
    self->in_links[fill[self->links[i].target]++] = (guint32) i;
}

/* Adds a link to the line between its two places. */
static void
merge_link (AtlasEdge *edge, const AtlasLink *link)
{
  const int direction = link->source == edge->a ? 0 : 1;
  guint8 *order = &edge->order[link->kind][direction];

  if (*order == 0 || link->order < *order)
    *order = (guint8) MIN (link->order, G_MAXUINT8);
}

static gboolean
edge_names (const AtlasEdge *edge, int direction)
{
  return edge->order[ATLAS_PATENTS][direction] != 0
         || edge->order[ATLAS_ARTICLES][direction] != 0;
}

/* Where the answer is not among the links shown, the links themselves know
 * it; the most telling one counts. */
static void
answer_edge (const AtlasNetwork *self, AtlasEdge *edge)
{
  const gboolean forth = edge_names (edge, 0);
  const gboolean back = edge_names (edge, 1);
  gsize i, n;
  const AtlasLink *links;
  guint target;

  if (forth && back)
    {
      edge->answer = ATLAS_LINK_MUTUAL;
      return;
    }

  edge->answer = ATLAS_LINK_UNKNOWN;
  target = forth ? edge->b : edge->a;
  links = atlas_network_get_out_links (self, forth ? edge->a : edge->b, &n);
  for (i = 0; i < n; i++)
    if (links[i].target == target)
      edge->answer = MAX (edge->answer, links[i].answer);
}

static void
index_edges (AtlasNetwork *self)
{
  const guint32 n = (guint32) self->n_places;
  g_autofree AtlasArc *arcs = g_new (AtlasArc, MAX (self->n_links, 1));
  gsize i, filled = 0;
  guint32 v, k;

  for (i = 0; i < self->n_links; i++)
    arcs[i] = (AtlasArc){ self->links[i].source, self->links[i].target };

  self->graph = atlas_graph_new (n, arcs, self->n_links, FALSE);
  self->directed = atlas_graph_new (n, arcs, self->n_links, TRUE);

  self->n_edges = self->graph->n_arcs / 2;
  self->edges = g_new0 (AtlasEdge, MAX (self->n_edges, 1));
  for (v = 0; v < n; v++)
    for (k = self->graph->offsets[v]; k < self->graph->offsets[v + 1]; k++)
      if (self->graph->targets[k] > v)
        {
          self->edges[filled].a = v;
          self->edges[filled].b = self->graph->targets[k];
          filled++;
        }

  for (i = 0; i < self->n_links; i++)
    merge_link (&self->edges[atlas_network_find_edge (
                    self, self->links[i].source, self->links[i].target)],
                &self->links[i]);
}

/* Makes all that is looked up from the places, links and loads. */
void
atlas_network_index (AtlasNetwork *self)
{
  g_autofree guint32 *component = NULL;
  gsize i;

  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  for (i = 0; i < self->n_places; i++)
    g_hash_table_insert (self->index, (gpointer) self->places[i].id,
                         GSIZE_TO_POINTER (i + 1));

  index_editions (self);
  index_links (self);
  index_edges (self);

  component = g_new (guint32, MAX (self->n_places, 1));
  self->n_components = atlas_graph_find_components (self->graph, component);
  for (i = 0; i < self->n_places; i++)
    {
      AtlasPlace *place = &self->places[i];

      place->component = component[i];
      place->degree = atlas_graph_get_degree (self->graph, (guint32) i);
    }
}

/* Says of each edge whether it is answered; the links must know it. */
void
atlas_network_answer_edges (AtlasNetwork *self)
{
  gsize i;

  for (i = 0; i < self->n_edges; i++)
    answer_edge (self, &self->edges[i]);
}

static gboolean
is_loaded_in (const AtlasNetwork *self, guint place, guint edition)
{
  gsize low = 0, high = self->n_loads;

  while (low < high)
    {
      const gsize middle = low + (high - low) / 2;
      const AtlasLoad *load = &self->loads[middle];

      if (load->place == place && load->edition == edition)
        return TRUE;
      if (load->place < place
          || (load->place == place && load->edition < edition))
        low = middle + 1;
      else
        high = middle;
    }

  return FALSE;
}

static gboolean
is_answered (const AtlasNetwork *self, const AtlasLink *link)
{
  gsize i, n;
  const AtlasLink *answers =
      atlas_network_get_out_links (self, link->target, &n);

  for (i = 0; i < n; i++)
    if (answers[i].target == link->source && answers[i].kind == link->kind
        && answers[i].edition == link->edition)
      return TRUE;

  return FALSE;
}

/* Says of each link whether it is answered. */
void
atlas_network_answer_links (AtlasNetwork *self)
{
  gsize i;

  for (i = 0; i < self->n_links; i++)
    {
      AtlasLink *link = &self->links[i];

      if (!is_loaded_in (self, link->target, link->edition))
        link->answer = ATLAS_LINK_UNKNOWN;
      else if (is_answered (self, link))
        link->answer = ATLAS_LINK_MUTUAL;
      else
        link->answer = ATLAS_LINK_ONE_WAY;
    }
}

/* Who names the place: each loaded cluster counts once. */
static void
count_namers (const AtlasNetwork *self, AtlasPlace *place, guint target)
{
  const guint32 end = self->in_offsets[target + 1];
  guint32 i = self->in_offsets[target];

  place->named_by[ATLAS_PATENTS] = place->named_by[ATLAS_ARTICLES] = 0;
  place->named_by_any = place->borda = 0;

  /* The lists by target keep the order of the links: by source. */
  while (i < end)
    {
      const guint source = self->links[self->in_links[i]].source;
      gboolean named[ATLAS_N_KINDS] = { FALSE, FALSE };

      for (; i < end && self->links[self->in_links[i]].source == source; i++)
        {
          const AtlasLink *link = &self->links[self->in_links[i]];

          named[link->kind] = TRUE;
          if (link->order <= BORDA_ORDERS)
            place->borda += BORDA_ORDERS + 1 - link->order;
        }

      place->named_by[ATLAS_PATENTS] += named[ATLAS_PATENTS];
      place->named_by[ATLAS_ARTICLES] += named[ATLAS_ARTICLES];
      place->named_by_any++;
    }
}

static double
get_ratio (guint part, guint whole)
{
  return whole > 0 ? (double) part / (double) whole : NAN;
}

/* What the place names. */
static void
count_named (const AtlasNetwork *self, AtlasPlace *place, guint source)
{
  guint answered = 0, answers_known = 0, foreign = 0, economies_known = 0;
  guint both = 0;
  guint i, kind;
  guint named[ATLAS_N_KINDS] = { 0, 0 };

  for (i = self->out_offsets[source]; i < self->out_offsets[source + 1]; i++)
    {
      const AtlasLink *link = &self->links[i];
      const char *economy = self->places[link->target].economy;

      answered += link->answer == ATLAS_LINK_MUTUAL;
      answers_known += link->answer != ATLAS_LINK_UNKNOWN;
      if (place->economy != NULL && economy != NULL)
        {
          economies_known++;
          foreign += !atlas_economies_meet (place->economy, economy);
        }
    }

  /* Distinct partners, over all editions. */
  for (i = self->directed->offsets[source];
       i < self->directed->offsets[source + 1]; i++)
    {
      const guint target = self->directed->targets[i];
      const AtlasEdge *edge =
          &self->edges[atlas_network_find_edge (self, source, target)];
      const int direction = source == edge->a ? 0 : 1;

      for (kind = 0; kind < ATLAS_N_KINDS; kind++)
        named[kind] += edge->order[kind][direction] != 0;
      both += edge->order[ATLAS_PATENTS][direction] != 0
              && edge->order[ATLAS_ARTICLES][direction] != 0;
    }

  place->out_links[ATLAS_PATENTS] = named[ATLAS_PATENTS];
  place->out_links[ATLAS_ARTICLES] = named[ATLAS_ARTICLES];
  place->reciprocity = get_ratio (answered, answers_known);
  place->cross_border = get_ratio (foreign, economies_known);
  place->jaccard =
      get_ratio (both, named[ATLAS_PATENTS] + named[ATLAS_ARTICLES] - both);
}

/* Counts what the profiles say of each place. Needs all links: filters by
 * kind or order come after. */
void
atlas_network_count_facts (AtlasNetwork *self)
{
  guint n_loaded = 0;
  guint i;

  for (i = 0; i < self->n_places; i++)
    n_loaded += self->places[i].loaded ? 1 : 0;

  for (i = 0; i < self->n_places; i++)
    {
      AtlasPlace *place = &self->places[i];

      place->of_n = n_loaded - (place->loaded ? 1 : 0);
      count_namers (self, place, i);
      count_named (self, place, i);
    }
}

/**
 * atlas_network_get_graph:
 * @self: a network
 *
 * Returns: (transfer none): the places and edges as an undirected graph
 */
const AtlasGraph *
atlas_network_get_graph (const AtlasNetwork *self)
{
  return self->graph;
}

/**
 * atlas_network_get_neighbours:
 * @self: a network
 * @place: index of a place
 * @n_neighbours: (out): how many
 *
 * Returns: (array length=n_neighbours) (transfer none): the places that it
 *   names or that name it, rising
 */
const guint32 *
atlas_network_get_neighbours (const AtlasNetwork *self,
                              guint place,
                              gsize *n_neighbours)
{
  g_return_val_if_fail (place < self->n_places, NULL);

  *n_neighbours = atlas_graph_get_degree (self->graph, place);

  return self->graph->targets + self->graph->offsets[place];
}

/**
 * atlas_network_get_out_links:
 * @self: a network
 * @place: index of a place
 * @n_links: (out): how many
 *
 * Returns: (array length=n_links) (transfer none): the links from it
 */
const AtlasLink *
atlas_network_get_out_links (const AtlasNetwork *self,
                             guint place,
                             gsize *n_links)
{
  g_return_val_if_fail (place < self->n_places, NULL);

  *n_links = self->out_offsets[place + 1] - self->out_offsets[place];

  return self->links + self->out_offsets[place];
}

/**
 * atlas_network_get_in_links:
 * @self: a network
 * @place: index of a place
 * @n_links: (out): how many
 *
 * Returns: (array length=n_links) (transfer none): the indices of the links to
 *   it, sorted by source
 */
const guint32 *
atlas_network_get_in_links (const AtlasNetwork *self,
                            guint place,
                            gsize *n_links)
{
  g_return_val_if_fail (place < self->n_places, NULL);

  *n_links = self->in_offsets[place + 1] - self->in_offsets[place];

  return self->in_links + self->in_offsets[place];
}

/**
 * atlas_network_find_edge:
 * @self: a network
 * @a: index of a place
 * @b: index of another place
 *
 * Returns: the index of the edge between the two, or -1
 */
gssize
atlas_network_find_edge (const AtlasNetwork *self, guint a, guint b)
{
  const guint first = MIN (a, b);
  const guint second = MAX (a, b);
  gsize low = 0, high = self->n_edges;

  while (low < high)
    {
      const gsize middle = low + (high - low) / 2;
      const AtlasEdge *edge = &self->edges[middle];

      if (edge->a == first && edge->b == second)
        return (gssize) middle;
      if (edge->a < first || (edge->a == first && edge->b < second))
        low = middle + 1;
      else
        high = middle;
    }

  return -1;
}

/**
 * atlas_network_find_path:
 * @self: a network
 * @from: index of a place
 * @to: index of a place
 * @length: (out): number of places on the path; 0 when there is none
 *
 * Finds a shortest path, along links in either direction.
 *
 * Returns: (transfer full) (nullable): the places from @from to @to; free with
 *   g_free()
 */
guint32 *
atlas_network_find_path (const AtlasNetwork *self,
                         guint from,
                         guint to,
                         gsize *length)
{
  g_return_val_if_fail (from < self->n_places, NULL);
  g_return_val_if_fail (to < self->n_places, NULL);

  return atlas_graph_find_path (self->graph, from, to, length);
}

static void
summarise_links (const AtlasNetwork *self, AtlasNetworkSummary *summary)
{
  gsize i;

  for (i = 0; i < self->n_links; i++)
    {
      const AtlasLink *link = &self->links[i];
      const char *from = self->places[link->source].economy;
      const char *to = self->places[link->target].economy;

      summary->n_links[link->kind]++;
      if (from == NULL || to == NULL)
        continue;
      summary->n_with_economies[link->kind]++;
      summary->n_cross_border[link->kind] += !atlas_economies_meet (from, to);
    }
}

static void
summarise_edges (const AtlasNetwork *self, AtlasNetworkSummary *summary)
{
  gsize i;
  int direction;

  for (i = 0; i < self->n_edges; i++)
    for (direction = 0; direction < 2; direction++)
      {
        const AtlasEdge *edge = &self->edges[i];

        if (!edge_names (edge, direction))
          continue;
        summary->n_pairs++;
        summary->n_pairs_both += edge->order[ATLAS_PATENTS][direction] != 0
                                 && edge->order[ATLAS_ARTICLES][direction] != 0;
        summary->n_pairs_answer[edge->answer]++;
      }
}

/**
 * atlas_network_summarise:
 * @self: a network
 * @summary: (out caller-allocates): its figures
 *
 * Counts. Communities and modularity are 0 before atlas_network_measure().
 */
void
atlas_network_summarise (const AtlasNetwork *self, AtlasNetworkSummary *summary)
{
  gsize i;

  memset (summary, 0, sizeof *summary);

  summary->n_places = (guint) self->n_places;
  summary->n_edges = (guint) self->n_edges;
  summary->n_components = self->n_components;
  summary->n_communities = self->n_communities;
  summary->modularity = self->modularity;
  for (i = 0; i < self->n_places; i++)
    summary->n_loaded += self->places[i].loaded ? 1 : 0;

  summarise_links (self, summary);
  summarise_edges (self, summary);
}
