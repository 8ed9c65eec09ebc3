/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-private.h"

#define ALL_KINDS ((1u << ATLAS_N_KINDS) - 1)

static void
clear_index (AtlasNetwork *self)
{
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->graph, atlas_graph_free);
  g_clear_pointer (&self->directed, atlas_graph_free);
  g_clear_pointer (&self->edges, g_free);
  g_clear_pointer (&self->editions, g_free);
  g_clear_pointer (&self->out_offsets, g_free);
  g_clear_pointer (&self->in_offsets, g_free);
  g_clear_pointer (&self->in_links, g_free);
}

/* The links and loads of one edition, over the same places; what is counted
 * from the profiles is counted anew. */
static AtlasNetwork *
take_edition (AtlasNetwork *self, guint edition)
{
  AtlasNetwork *taken = atlas_network_alloc ();
  gsize i;

  taken->origin =
      atlas_network_ref (self->origin != NULL ? self->origin : self);
  taken->n_places = self->n_places;
  taken->places =
      g_memdup2 (self->places, MAX (self->n_places, 1) * sizeof *taken->places);
  taken->links = g_new (AtlasLink, MAX (self->n_links, 1));
  taken->loads = g_new (AtlasLoad, MAX (self->n_loads, 1));

  for (i = 0; i < self->n_links; i++)
    if (edition == 0 || self->links[i].edition == edition)
      taken->links[taken->n_links++] = self->links[i];
  for (i = 0; i < self->n_loads; i++)
    if (edition == 0 || self->loads[i].edition == edition)
      taken->loads[taken->n_loads++] = self->loads[i];

  if (edition == 0)
    return taken;

  for (i = 0; i < taken->n_places; i++)
    {
      taken->places[i].loaded = FALSE;
      taken->places[i].profile = -1;
    }
  for (i = 0; i < taken->n_loads; i++)
    {
      AtlasPlace *place = &taken->places[taken->loads[i].place];

      place->loaded = TRUE;
      place->profile = taken->loads[i].profile;
    }

  atlas_network_index (taken);
  atlas_network_answer_links (taken);
  atlas_network_count_facts (taken);
  clear_index (taken);

  return taken;
}

static guint
get_named_by (const AtlasPlace *place, guint kinds)
{
  if (kinds == (1u << ATLAS_PATENTS))
    return place->named_by[ATLAS_PATENTS];
  if (kinds == (1u << ATLAS_ARTICLES))
    return place->named_by[ATLAS_ARTICLES];

  return place->named_by_any;
}

static gboolean
keeps_link (const AtlasNetworkFilter *filter, const AtlasLink *link)
{
  const guint kinds = filter->kinds != 0 ? filter->kinds : ALL_KINDS;

  return (kinds & (1u << link->kind)) != 0
         && (filter->max_order == 0 || link->order <= filter->max_order);
}

static gboolean
keeps_place (const AtlasNetworkFilter *filter, const AtlasPlace *place)
{
  const guint kinds = filter->kinds != 0 ? filter->kinds : ALL_KINDS;

  if (filter->loaded_only && !place->loaded)
    return FALSE;
  if (get_named_by (place, kinds) < filter->at_least)
    return FALSE;
  if (filter->economy != NULL
      && g_strcmp0 (filter->economy, place->economy) != 0)
    return FALSE;
  if (filter->community >= 0 && place->community != (guint) filter->community)
    return FALSE;

  return TRUE;
}

/* Drops the links with an end that is not kept, and then the places that are
 * named only and that nothing names any more. */
static void
drop_loose_ends (const AtlasNetwork *self, gboolean *places, gboolean *links)
{
  g_autofree gboolean *linked = g_new0 (gboolean, MAX (self->n_places, 1));
  gsize i;

  for (i = 0; i < self->n_links; i++)
    {
      const AtlasLink *link = &self->links[i];

      links[i] = links[i] && places[link->source] && places[link->target];
      if (links[i])
        linked[link->source] = linked[link->target] = TRUE;
    }

  for (i = 0; i < self->n_places; i++)
    places[i] = places[i] && (linked[i] || self->places[i].loaded);
}

/* Keeps what is within so many steps of one place, along the links kept. */
static void
keep_ego (const AtlasNetwork *self,
          gsize ego,
          guint depth,
          gboolean *places,
          const gboolean *links)
{
  g_autofree AtlasArc *arcs = g_new (AtlasArc, MAX (self->n_links, 1));
  g_autofree guint32 *hops = g_new (guint32, MAX (self->n_places, 1));
  g_autoptr (AtlasGraph) graph = NULL;
  gsize i, n_arcs = 0;

  for (i = 0; i < self->n_links; i++)
    if (links[i])
      arcs[n_arcs++] =
          (AtlasArc){ self->links[i].source, self->links[i].target };

  graph = atlas_graph_new ((guint32) self->n_places, arcs, n_arcs, FALSE);
  atlas_graph_get_hops (graph, (guint32) ego, hops);

  for (i = 0; i < self->n_places; i++)
    places[i] = places[i] && hops[i] <= depth;
}

/* Closes the gaps that are left by what is not kept. */
static void
compact (AtlasNetwork *self, const gboolean *places, const gboolean *links)
{
  g_autofree guint *rank = g_new (guint, MAX (self->n_places, 1));
  gsize n_places = 0, n_links = 0, n_loads = 0;
  gsize i;

  for (i = 0; i < self->n_places; i++)
    if (places[i])
      {
        rank[i] = (guint) n_places;
        self->places[n_places++] = self->places[i];
      }

  for (i = 0; i < self->n_links; i++)
    if (links[i])
      {
        AtlasLink *link = &self->links[n_links++];

        *link = self->links[i];
        link->source = rank[link->source];
        link->target = rank[link->target];
      }

  for (i = 0; i < self->n_loads; i++)
    if (places[self->loads[i].place])
      {
        self->loads[n_loads] = self->loads[i];
        self->loads[n_loads].place = rank[self->loads[i].place];
        n_loads++;
      }

  self->n_places = n_places;
  self->n_links = n_links;
  self->n_loads = n_loads;
}

/**
 * atlas_network_filter:
 * @self: the whole network
 * @filter: what to keep
 *
 * Makes the part of a network that is to be shown. Places keep their position,
 * pin, community and what is counted from the profiles; with an edition given,
 * the counts are those of that edition. Links go first (kinds, order,
 * edition), then places with their links, then all that is far from the ego.
 * Places that are named only go when no link to them is left; loaded places
 * stay. Measure the result anew for what depends on the links shown.
 *
 * Returns: (transfer full): the part, a network of its own
 */
AtlasNetwork *
atlas_network_filter (AtlasNetwork *self, const AtlasNetworkFilter *filter)
{
  AtlasNetwork *part = take_edition (self, filter->edition);
  g_autofree gboolean *places = g_new (gboolean, MAX (part->n_places, 1));
  g_autofree gboolean *links = g_new (gboolean, MAX (part->n_links, 1));
  gssize ego = -1;
  gsize i;

  if (filter->ego != NULL)
    ego = atlas_network_find (self, filter->ego);

  for (i = 0; i < part->n_links; i++)
    links[i] = keeps_link (filter, &part->links[i]);
  for (i = 0; i < part->n_places; i++)
    places[i] = keeps_place (filter, &part->places[i])
                || (ego >= 0 && i == (gsize) ego);

  drop_loose_ends (part, places, links);
  if (ego >= 0)
    {
      keep_ego (part, (gsize) ego, filter->ego_depth, places, links);
      drop_loose_ends (part, places, links);
    }

  compact (part, places, links);
  atlas_network_index (part);
  atlas_network_answer_edges (part);

  return part;
}

/**
 * atlas_network_copy:
 * @self: a network
 *
 * Copies a network with its measures, positions and pins, such as to arrange
 * it on a worker while the first one is on the screen.
 *
 * Returns: (transfer full): the copy
 */
AtlasNetwork *
atlas_network_copy (AtlasNetwork *self)
{
  AtlasNetwork *copy = take_edition (self, 0);

  atlas_network_index (copy);
  atlas_network_answer_edges (copy);
  copy->n_communities = self->n_communities;
  copy->modularity = self->modularity;

  return copy;
}
