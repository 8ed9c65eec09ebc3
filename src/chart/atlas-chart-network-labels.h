/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Positions tried around a node. */
#define ATLAS_LABEL_N_SLOTS 18

/* Positions further away, at the end of a leader: in so many directions and at
 * so many distances; tried for the most important names only. */
#define ATLAS_LABEL_N_DIRECTIONS 32
#define ATLAS_LABEL_N_DISTANCES 16
#define ATLAS_LABEL_N_LED 12

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
 * @near_zoom: the zoom from which it stands in @slot; the same as @zoom for
 *   all labels but those that are led away before
 * @slot: where it stands around its node
 * @led_slot: where it stands before @near_zoom, at the end of a leader
 */
typedef struct
{
  double zoom;
  double near_zoom;
  guint slot;
  guint led_slot;
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

/* Where a label stands at a zoom. */
guint atlas_label_get_slot (const AtlasLabel *label, double zoom);

/* Whether a slot is at the end of a leader. */
gboolean atlas_label_is_led (guint slot);

void atlas_label_get_centre (const AtlasLabelNode *node,
                             guint slot,
                             double zoom,
                             double *x,
                             double *y);

G_END_DECLS
