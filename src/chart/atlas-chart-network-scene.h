/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "atlas-chart-network-labels.h"
#include "atlas-chart-network-options.h"
#include "atlas-theme.h"

G_BEGIN_DECLS

/* Groups with a colour of their own; the rest are one more group. */
#define ATLAS_SCENE_MAX_GROUPS 9

/* A node that belongs to no group: its economy is not known. */
#define ATLAS_SCENE_NO_GROUP G_MAXUINT

/**
 * AtlasSceneNode:
 * @group: index of its group, or %ATLAS_SCENE_NO_GROUP
 * @x: centre at zoom 1, in points from the left edge of the map
 * @y: the same, downwards
 * @radius: radius at zoom 1
 * @loaded: whether its profile is open
 * @pinned: whether the user put it there
 * @label: from which zoom on its name is shown, and where
 *
 * The node of a place; it has the index of the place.
 */
typedef struct
{
  guint group;
  double x;
  double y;
  double radius;
  gboolean loaded;
  gboolean pinned;
  AtlasLabel label;
} AtlasSceneNode;

/**
 * AtlasSceneEdge:
 * @link: index of the link
 * @source: index of the node that names
 * @target: index of the node named
 * @lane: how far it bends, and to which side; 0 for straight
 * @order: order of the link
 * @kind: kind of the link
 * @mutual: whether the target names the source, too
 */
typedef struct
{
  guint link;
  guint source;
  guint target;
  float lane;
  guint order;
  AtlasKind kind;
  gboolean mutual;
} AtlasSceneEdge;

/**
 * AtlasSceneGroup:
 * @name: name in the legend
 * @mark: its letter or number
 * @color: colour of its nodes
 * @n_nodes: number of nodes shown
 */
typedef struct
{
  char *name;
  char mark[8];
  AtlasColor color;
  guint n_nodes;
} AtlasSceneGroup;

/**
 * AtlasSceneView:
 * @zoom: 1 for the whole map; below 1 all of it shrinks
 * @x: where the left edge of the map is, in points
 * @y: where its top edge is
 */
typedef struct
{
  double zoom;
  double x;
  double y;
} AtlasSceneView;

#define ATLAS_SCENE_VIEW_INIT \
  {                           \
    1.0, 0.0, 0.0             \
  }

/**
 * AtlasNetworkScene:
 *
 * A network turned into discs, lines and labels for a map of one size: what is
 * drawn, hit and walked through by keyboard. Immutable and counted; made and
 * painted on workers.
 */
typedef struct _AtlasNetworkScene AtlasNetworkScene;

AtlasNetworkScene *atlas_network_scene_new (AtlasNetwork *network,
                                            const AtlasNetworkOptions *options,
                                            const AtlasTheme *theme,
                                            double width,
                                            double height,
                                            AtlasStopFunc stop,
                                            gpointer user_data);

/* Without places of discs and names, to measure a legend with. */
AtlasNetworkScene *
atlas_network_scene_new_sketch (AtlasNetwork *network,
                                const AtlasNetworkOptions *options,
                                const AtlasTheme *theme,
                                double width,
                                double height);

AtlasNetworkScene *atlas_network_scene_ref (AtlasNetworkScene *self);

void atlas_network_scene_unref (AtlasNetworkScene *self);

AtlasNetwork *atlas_network_scene_get_network (const AtlasNetworkScene *self);

const AtlasNetworkOptions *
atlas_network_scene_get_options (const AtlasNetworkScene *self);

const AtlasTheme *atlas_network_scene_get_theme (const AtlasNetworkScene *self);

void atlas_network_scene_get_size (const AtlasNetworkScene *self,
                                   double *width,
                                   double *height);

const AtlasSceneNode *
atlas_network_scene_get_nodes (const AtlasNetworkScene *self, guint *n_nodes);

const AtlasSceneEdge *
atlas_network_scene_get_edges (const AtlasNetworkScene *self, guint *n_edges);

const AtlasSceneGroup *
atlas_network_scene_get_groups (const AtlasNetworkScene *self, guint *n_groups);

/* Indices of the edges at a node, either way. */
const guint *atlas_network_scene_get_edges_at (const AtlasNetworkScene *self,
                                               guint node,
                                               guint *n_edges);

/* The largest value of the measure that sizes stand for, and the radius of a
 * node of a value. */
double atlas_network_scene_get_max_value (const AtlasNetworkScene *self);

double
atlas_network_scene_get_radius_of (const AtlasNetworkScene *self, double value);

/* How much thinner than in the legend's units lines are. */
double atlas_network_scene_get_line_scale (const AtlasNetworkScene *self);

double atlas_network_scene_get_line_alpha (const AtlasNetworkScene *self);

const AtlasLabelNode *
atlas_network_scene_get_label_node (const AtlasNetworkScene *self, guint node);

const char *
atlas_network_scene_get_label (const AtlasNetworkScene *self, guint node);

/* Names not shown at a zoom. */
guint
atlas_network_scene_count_hidden (const AtlasNetworkScene *self, double zoom);

/* How far the middle of a line of @lane lies beside the straight one. */
double atlas_scene_get_bend (double lane, double length, double text_scale);

/* From points of the map at zoom 1 to the 0 to 1 of positions and pins. */
void atlas_network_scene_to_unit (const AtlasNetworkScene *self,
                                  double x,
                                  double y,
                                  double *unit_x,
                                  double *unit_y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasNetworkScene, atlas_network_scene_unref)

G_END_DECLS
