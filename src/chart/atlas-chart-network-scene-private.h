/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-network-scene.h"

G_BEGIN_DECLS

/* A scene is made in this order: discs, groups, lines, labels. */

struct _AtlasNetworkScene
{
  gatomicrefcount ref_count;
  AtlasNetwork *network;
  AtlasNetworkOptions options;
  AtlasTheme theme;
  char *font_family;
  double width;
  double height;
  double left;
  double top;
  double scale_x;
  double scale_y;
  double largest;
  double max_value;
  AtlasSceneNode *nodes;
  AtlasLabelNode *label_nodes;
  AtlasLabel *labels;
  guint n_nodes;
  AtlasSceneEdge *edges;
  guint n_edges;
  guint *edge_starts;
  guint *edges_at;
  GArray *groups;
};

/* Which economies or communities have a colour of their own. */
void atlas_network_scene_make_groups (AtlasNetworkScene *self,
                                      const AtlasPlace *places);

/* Lines, and which are at a node. */
void atlas_network_scene_make_edges (AtlasNetworkScene *self,
                                     const AtlasLink *links,
                                     gsize n_links);

/* How lines bend. */
void atlas_network_scene_bend_edges (AtlasNetworkScene *self);

/* FALSE when stopped. */
gboolean atlas_network_scene_make_labels (AtlasNetworkScene *self,
                                          const AtlasPlace *places,
                                          AtlasStopFunc stop,
                                          gpointer user_data);

G_END_DECLS
