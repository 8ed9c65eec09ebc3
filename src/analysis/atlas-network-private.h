/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-network.h"

G_BEGIN_DECLS

/* A place with an open profile, in one edition. */
typedef struct
{
  guint place;
  guint edition;
  guint profile;
} AtlasLoad;

/*
 *   profiles ─► places (sorted by id) ─┬─► edges (pairs, undirected) ─► graph
 *        │                             │
 *        └────► links (sorted by source, edition, kind, order)
 *        └────► loads (which place is open in which edition)
 */
struct _AtlasNetwork
{
  gatomicrefcount ref_count;

  /* Strings of the places live here; a filtered network uses those of the
   * network it was made from. */
  AtlasNetwork *origin;
  GStringChunk *strings;

  AtlasPlace *places;
  AtlasLink *links;
  AtlasLoad *loads;
  AtlasEdge *edges;
  guint *editions;
  gsize n_places;
  gsize n_links;
  gsize n_loads;
  gsize n_edges;
  gsize n_editions;

  /* Links by source are a run of @links, links by target a list of indices. */
  guint32 *out_offsets;
  guint32 *in_offsets;
  guint32 *in_links;

  AtlasGraph *graph;
  AtlasGraph *directed;

  GHashTable *index;
  guint n_components;
  guint n_communities;
  double modularity;
};

AtlasNetwork *atlas_network_alloc (void);

void atlas_network_index (AtlasNetwork *self);

void atlas_network_answer_links (AtlasNetwork *self);

void atlas_network_answer_edges (AtlasNetwork *self);

void atlas_network_count_facts (AtlasNetwork *self);

G_END_DECLS
