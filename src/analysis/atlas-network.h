/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-aliases.h"
#include "atlas-graph-betweenness.h"
#include "atlas-graph.h"
#include "atlas-interval.h"
#include "atlas-profile.h"

G_BEGIN_DECLS

/**
 * AtlasNetwork:
 *
 * Who names whom. Counted. Building, filtering and measuring can be done on a
 * worker; only one thread at a time may measure, arrange or move a network,
 * and nobody may read it meanwhile: hand it over, or work on a copy.
 */
typedef struct _AtlasNetwork AtlasNetwork;

/**
 * AtlasPlace:
 * @id: its key, "shanghai-suzhou"
 * @label: name to show
 * @economy: (nullable): as its profile prints it; of a place that is named
 *   only, as the list of known places has it
 * @economy_printed: whether a loaded profile prints @economy
 * @loaded: whether its profile is open
 * @profile: index of its first profile, -1 when not loaded
 * @named_by: number of loaded clusters that name it: for patents, for articles
 * @named_by_any: the same, for either
 * @of_n: number of other loaded clusters, the n of "named by k of n"
 * @out_links: places it names, for patents, for articles
 * @degree: distinct places it is linked with, either way
 * @component: index of its connected part, from the largest to the smallest
 * @community: index of its community, from the largest to the smallest
 * @betweenness: undirected betweenness (Brandes 2001), unnormalised
 * @betweenness_directed: the same on directed links
 * @page_rank: PageRank, damping 0.85
 * @borda: Borda points: 3 for a first, 2 for a second, 1 for a third place
 * @reciprocity: links answered, over links whose answer is known; NaN if none
 * @cross_border: links to another economy, over links whose economies are
 *   known; NaN if none
 * @participation: participation coefficient (Guimera and Amaral 2005); NaN
 *   for a place without links
 * @jaccard: likeness of patent and article partners; NaN when not loaded
 * @x: position, 0 to 1 from left to right
 * @y: position, 0 to 1 from top to bottom
 * @radius: of its disc, in the units of @x and @y; discs of these sizes do
 *   not overlap
 * @pinned: whether the user fixed its position
 *
 * A cluster as a node of the network. What is counted from the profiles
 * (@named_by to @out_links, @borda, @reciprocity, @cross_border, @jaccard)
 * stays when links are filtered by kind or order; what is a property of the
 * graph (@degree to @community, betweenness, @page_rank, @participation) is
 * that of the links shown.
 */
typedef struct
{
  const char *id;
  const char *label;
  const char *economy;
  gboolean economy_printed;
  gboolean loaded;
  gssize profile;
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
  double radius;
  gboolean pinned;
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

/**
 * AtlasEdge:
 * @a: index of a place
 * @b: index of another place, greater than @a
 * @order: order[kind][0] of "@a names @b", order[kind][1] of "@b names @a"; 0
 *   where there is no such link; the best one when editions differ
 * @answer: mutual when both name each other, for whatever kind; one-way when
 *   the one that does not name the other is loaded; unknown otherwise
 *
 * All links between two places, as one line of a drawing.
 */
typedef struct
{
  guint a;
  guint b;
  guint8 order[ATLAS_N_KINDS][2];
  AtlasLinkAnswer answer;
} AtlasEdge;

/**
 * AtlasNetworkSummary:
 * @n_places: places
 * @n_loaded: places whose profile is open
 * @n_links: links of each kind
 * @n_cross_border: links of each kind to another economy
 * @n_with_economies: links of each kind whose two economies are known
 * @n_pairs: pairs (A, B) where A names B
 * @n_pairs_both: pairs that are named for patents and for articles
 * @n_pairs_answer: pairs by #AtlasLinkAnswer, for whatever kind; the two
 *   directions of a mutual pair are counted once each
 * @n_edges: pairs of places that are linked, either way
 * @n_components: connected parts
 * @n_communities: communities
 * @modularity: of the communities (Newman and Girvan 2004); 0 without links
 *
 * A network in figures.
 */
typedef struct
{
  guint n_places;
  guint n_loaded;
  guint n_links[ATLAS_N_KINDS];
  guint n_cross_border[ATLAS_N_KINDS];
  guint n_with_economies[ATLAS_N_KINDS];
  guint n_pairs;
  guint n_pairs_both;
  guint n_pairs_answer[3];
  guint n_edges;
  guint n_components;
  guint n_communities;
  double modularity;
} AtlasNetworkSummary;

/**
 * AtlasNetworkFilter:
 * @kinds: bits (1 << kind) of the kinds to keep; 0 for all
 * @max_order: keep the links of order 1 to this; 0 for all
 * @edition: keep what this edition says; 0 for all
 * @loaded_only: keep loaded places only
 * @at_least: keep places that at least so many loaded clusters name, for the
 *   kinds kept; loaded places that they name less are dropped too
 * @economy: (nullable): keep places of this economy
 * @community: keep places of this community; -1 for all
 * @ego: (nullable): id of a place; keep it and what is near it
 * @ego_depth: how near: 1 for those linked with it, 2 for theirs as well
 *
 * What to show of a network. Begin with %ATLAS_NETWORK_FILTER_INIT.
 */
typedef struct
{
  guint kinds;
  guint max_order;
  guint edition;
  gboolean loaded_only;
  guint at_least;
  const char *economy;
  gint community;
  const char *ego;
  guint ego_depth;
} AtlasNetworkFilter;

#define ATLAS_NETWORK_FILTER_INIT   \
  {                                 \
    .community = -1, .ego_depth = 1 \
  }

/**
 * AtlasMeasureOptions:
 * @n_threads: how many threads to use at most; 0 for one per processor
 * @without_betweenness: leave the betweenness out (NaN): all else takes
 *   milliseconds
 * @without_directed: leave the directed betweenness out (NaN), which takes as
 *   long as the undirected
 * @stop: (nullable): asked from time to time on the calling thread
 * @progress: (nullable): told how far the betweenness is
 * @user_data: for @stop and @progress
 */
typedef struct
{
  guint n_threads;
  gboolean without_betweenness;
  gboolean without_directed;
  AtlasStopFunc stop;
  AtlasProgressFunc progress;
  gpointer user_data;
} AtlasMeasureOptions;

/**
 * AtlasArrangeOptions:
 * @n_threads: how many threads to use at most; 0 for one per processor; the
 *   result is the same
 * @previous: (nullable): network that is on the screen: places that it has
 *   begin there and stay near, and its pins hold
 * @neighbourhoods: the dial from 0, the overall shape, to 1, the
 *   neighbourhoods; %ATLAS_ARRANGE_NEIGHBOURHOODS is the usual
 * @seed: another number gives another picture
 * @stop: (nullable): asked from time to time on the calling thread
 * @user_data: for @stop
 *
 * Begin with %ATLAS_ARRANGE_OPTIONS_INIT.
 */
typedef struct
{
  guint n_threads;
  const AtlasNetwork *previous;
  double neighbourhoods;
  guint64 seed;
  AtlasStopFunc stop;
  gpointer user_data;
} AtlasArrangeOptions;

#define ATLAS_ARRANGE_NEIGHBOURHOODS 0.5

#define ATLAS_ARRANGE_OPTIONS_INIT                  \
  {                                                 \
    .neighbourhoods = ATLAS_ARRANGE_NEIGHBOURHOODS, \
  }

AtlasNetwork *atlas_network_new (const AtlasProfile *const *profiles,
                                 gsize n_profiles,
                                 const AtlasAliases *aliases);

AtlasNetwork *
atlas_network_filter (AtlasNetwork *self, const AtlasNetworkFilter *filter);

AtlasNetwork *atlas_network_copy (AtlasNetwork *self);

AtlasNetwork *atlas_network_ref (AtlasNetwork *self);

void atlas_network_unref (AtlasNetwork *self);

const AtlasPlace *
atlas_network_get_places (const AtlasNetwork *self, gsize *n_places);

const AtlasLink *
atlas_network_get_links (const AtlasNetwork *self, gsize *n_links);

const AtlasEdge *
atlas_network_get_edges (const AtlasNetwork *self, gsize *n_edges);

const guint *
atlas_network_get_editions (const AtlasNetwork *self, gsize *n_editions);

const AtlasGraph *atlas_network_get_graph (const AtlasNetwork *self);

const guint32 *atlas_network_get_neighbours (const AtlasNetwork *self,
                                             guint place,
                                             gsize *n_neighbours);

const AtlasLink *atlas_network_get_out_links (const AtlasNetwork *self,
                                              guint place,
                                              gsize *n_links);

const guint32 *atlas_network_get_in_links (const AtlasNetwork *self,
                                           guint place,
                                           gsize *n_links);

gssize atlas_network_find_edge (const AtlasNetwork *self, guint a, guint b);

guint32 *atlas_network_find_path (const AtlasNetwork *self,
                                  guint from,
                                  guint to,
                                  gsize *length);

void atlas_network_summarise (const AtlasNetwork *self,
                              AtlasNetworkSummary *summary);

/* Index of a place, or -1. */
gssize atlas_network_find (const AtlasNetwork *self, const char *id);

/* Fills in the measures. FALSE when stopped. */
gboolean atlas_network_measure (AtlasNetwork *self,
                                AtlasStopFunc stop,
                                gpointer user_data);

gboolean atlas_network_measure_full (AtlasNetwork *self,
                                     const AtlasMeasureOptions *options);

/* Fills in the positions. FALSE when stopped. */
gboolean atlas_network_arrange (AtlasNetwork *self,
                                AtlasStopFunc stop,
                                gpointer user_data);

gboolean atlas_network_arrange_full (AtlasNetwork *self,
                                     const AtlasArrangeOptions *options);

void atlas_network_set_position (AtlasNetwork *self,
                                 guint place,
                                 double x,
                                 double y,
                                 gboolean pinned);

void
atlas_network_set_pinned (AtlasNetwork *self, guint place, gboolean pinned);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasNetwork, atlas_network_unref)

G_END_DECLS
