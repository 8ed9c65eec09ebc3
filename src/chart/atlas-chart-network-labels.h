/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Positions tried around a node. */
#define ATLAS_LABEL_N_SLOTS 18

/* Blank between the rim of a node and its label, in points. */
#define ATLAS_LABEL_GAP 2.0

/* How much of a node's radius grows with the zoom; the rest stays. */
#define ATLAS_LABEL_GROWTH 0.15

/* Labels that would need a larger zoom than this are never shown. */
#define ATLAS_LABEL_MAX_ZOOM 32.0

/**
 * AtlasLabelNode:
 * @x: centre of the node at zoom 1, in points
 * @y: the same, downwards
 * @radius: radius of the node at zoom 1, in points
 * @width: width of its label, 0 when it has none
 * @height: height of its label
 * @importance: the larger, the earlier its label is placed
 * @costs: how much each slot is disliked, 0 for not at all
 *
 * A node as the placing of labels sees it.
 */
typedef struct
{
  double x;
  double y;
  double radius;
  double width;
  double height;
  double importance;
  float costs[ATLAS_LABEL_N_SLOTS];
} AtlasLabelNode;

/**
 * AtlasLabel:
 * @zoom: the zoom from which it is shown, 1 or more; infinite for never
 * @slot: where it stands around its node
 */
typedef struct
{
  double zoom;
  guint slot;
} AtlasLabel;

/* Placing asks this between labels and stops early when it says TRUE. */
typedef gboolean (*AtlasLabelStop) (gpointer user_data);

gboolean atlas_labels_place (const AtlasLabelNode *nodes,
                             gsize n_nodes,
                             double width,
                             double height,
                             AtlasLabel *labels,
                             AtlasLabelStop stop,
                             gpointer user_data);

double atlas_label_radius (double radius, double zoom);

void atlas_label_get_centre (const AtlasLabelNode *node,
                             guint slot,
                             double zoom,
                             double *x,
                             double *y);

G_END_DECLS
