/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-aliases.h"
#include "atlas-interval.h"
#include "atlas-profile.h"

G_BEGIN_DECLS

/**
 * AtlasPlace:
 * @id: its key, "shanghai-suzhou"
 * @label: name to show
 * @economy: (nullable): known only of loaded places
 * @loaded: whether its profile is open
 * @named_by: number of loaded clusters that name it: for patents, for articles
 * @named_by_any: the same, for either
 * @of_n: number of other loaded clusters, the n of "named by k of n"
 * @out_links: places it names, for patents, for articles
 * @degree: distinct places it is linked with, either way
 * @component: index of its connected part
 * @community: index of its community
 * @betweenness: undirected betweenness (Brandes 2001), unnormalised
 * @betweenness_directed: the same on directed links
 * @page_rank: PageRank, damping 0.85
 * @borda: Borda points: 3 for a first, 2 for a second, 1 for a third place
 * @reciprocity: links answered, over links whose answer is known; NaN if none
 * @cross_border: links to another economy, over links whose economies are
 *   known; NaN if none
 * @participation: participation coefficient (Guimera and Amaral 2005)
 * @jaccard: likeness of patent and article partners; NaN when not loaded
 * @x: position, 0 to 1 from left to right
 * @y: position, 0 to 1 from top to bottom
 *
 * A cluster as a node of the network.
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *economy;
  gboolean loaded;
  guint named_by[ATLAS_N_KINDS];
  guint named_by_any;
  guint of_n;
  guint out_links[ATLAS_N_KINDS];
  guint degree;
  guint component;
  guint community;
  guint borda;
  double betweenness;
  double betweenness_directed;
  double page_rank;
  double reciprocity;
  double cross_border;
  double participation;
  double jaccard;
  double x;
  double y;
} AtlasPlace;

/**
 * AtlasLinkAnswer:
 * @ATLAS_LINK_UNKNOWN: the target is not loaded: nobody knows
 * @ATLAS_LINK_ONE_WAY: the target is loaded and does not name the source
 * @ATLAS_LINK_MUTUAL: the target names the source, for the same kind
 */
typedef enum
{
  ATLAS_LINK_UNKNOWN,
  ATLAS_LINK_ONE_WAY,
  ATLAS_LINK_MUTUAL,
} AtlasLinkAnswer;

/**
 * AtlasLink:
 * @source: index of the place that names
 * @target: index of the place named
 * @profile: index of the profile that says so
 * @line: line of the source file that says so
 * @edition: year, 0 when not known
 * @kind: patents or articles
 * @order: 1 for the partner named first
 * @answer: whether the target names the source
 *
 * "A names B among its top three". Directed, and without weight.
 */
typedef struct
{
  guint source;
  guint target;
  guint profile;
  guint32 line;
  guint edition;
  AtlasKind kind;
  guint order;
  AtlasLinkAnswer answer;
} AtlasLink;

typedef struct _AtlasNetwork AtlasNetwork;

/* Long work asks this between steps and stops early when it says TRUE. */
typedef gboolean (*AtlasStopFunc) (gpointer user_data);

AtlasNetwork *atlas_network_new (const AtlasProfile *const *profiles,
                                 gsize n_profiles,
                                 const AtlasAliases *aliases);

AtlasNetwork *atlas_network_ref (AtlasNetwork *self);

void atlas_network_unref (AtlasNetwork *self);

const AtlasPlace *
atlas_network_get_places (const AtlasNetwork *self, gsize *n_places);

const AtlasLink *
atlas_network_get_links (const AtlasNetwork *self, gsize *n_links);

/* Index of a place, or -1. */
gssize atlas_network_find (const AtlasNetwork *self, const char *id);

/* Fills in the measures. FALSE when stopped. */
gboolean atlas_network_measure (AtlasNetwork *self,
                                AtlasStopFunc stop,
                                gpointer user_data);

/* Fills in the positions. FALSE when stopped. */
gboolean atlas_network_arrange (AtlasNetwork *self,
                                AtlasStopFunc stop,
                                gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasNetwork, atlas_network_unref)

G_END_DECLS
