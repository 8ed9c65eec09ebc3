/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-network-scene.h"

G_BEGIN_DECLS

typedef enum
{
  ATLAS_PAINT_EDGES = 1 << 0,
  ATLAS_PAINT_NODES = 1 << 1,
  ATLAS_PAINT_LABELS = 1 << 2,
} AtlasPaintLayers;

#define ATLAS_PAINT_ALL \
  (ATLAS_PAINT_EDGES | ATLAS_PAINT_NODES | ATLAS_PAINT_LABELS)

typedef enum
{
  ATLAS_NODE_PLAIN = 0,
  ATLAS_NODE_SELECTED = 1 << 0,
  ATLAS_NODE_FOCUS = 1 << 1,
  ATLAS_NODE_HOVER = 1 << 2,
} AtlasNodeState;

/**
 * AtlasEdgeLine:
 * @x0: where the line begins: on the rim of its source
 * @y0: the same, downwards
 * @cx: what a bent line bends towards; half way on a straight one
 * @cy: the same, downwards
 * @x1: the tip of the arrow: on the rim of its target
 * @y1: the same, downwards
 * @bx: where the head of the arrow begins
 * @by: the same, downwards
 * @width: width of the line
 * @visible: whether there is room for a line between the two rims
 *
 * Where an edge is drawn, in points.
 */
typedef struct
{
  double x0, y0;
  double cx, cy;
  double x1, y1;
  double bx, by;
  double width;
  gboolean visible;
} AtlasEdgeLine;

/**
 * AtlasNetworkPainter:
 *
 * Draws a scene. It keeps fonts, so it belongs to the thread that made it.
 */
typedef struct _AtlasNetworkPainter AtlasNetworkPainter;

AtlasNetworkPainter *atlas_network_painter_new (AtlasNetworkScene *scene);

void atlas_network_painter_free (AtlasNetworkPainter *self);

/* Draws one node somewhere else than the scene has it, while it is dragged.
 * -1 for none. */
void atlas_network_painter_move (AtlasNetworkPainter *self,
                                 int node,
                                 double x,
                                 double y);

/* Whether names have a halo; they need none on a veiled ground. */
void atlas_network_painter_set_halo (AtlasNetworkPainter *self, gboolean halo);

/* Leaves out one node with its edges and its label. -1 for none. */
void atlas_network_painter_omit (AtlasNetworkPainter *self, int node);

gboolean atlas_network_painter_paint (AtlasNetworkPainter *self,
                                      cairo_t *cr,
                                      const AtlasSceneView *view,
                                      AtlasPaintLayers layers,
                                      AtlasStopFunc stop,
                                      gpointer user_data);

void atlas_network_painter_draw_edge (AtlasNetworkPainter *self,
                                      cairo_t *cr,
                                      const AtlasSceneView *view,
                                      guint edge,
                                      gboolean strong);

void atlas_network_painter_draw_node (AtlasNetworkPainter *self,
                                      cairo_t *cr,
                                      const AtlasSceneView *view,
                                      guint node,
                                      AtlasNodeState state);

void atlas_network_painter_draw_label (AtlasNetworkPainter *self,
                                       cairo_t *cr,
                                       const AtlasSceneView *view,
                                       guint node,
                                       gboolean strong);

void atlas_network_painter_get_node (const AtlasNetworkPainter *self,
                                     const AtlasSceneView *view,
                                     guint node,
                                     double *x,
                                     double *y,
                                     double *radius);

AtlasEdgeLine atlas_network_painter_get_line (const AtlasNetworkPainter *self,
                                              const AtlasSceneView *view,
                                              guint edge);

/* Samples for a legend. */
void atlas_network_painter_draw_line_sample (AtlasNetworkPainter *self,
                                             cairo_t *cr,
                                             AtlasKind kind,
                                             guint order,
                                             gboolean mutual,
                                             double x0,
                                             double x1,
                                             double y,
                                             double bend);

void atlas_network_painter_draw_node_sample (AtlasNetworkPainter *self,
                                             cairo_t *cr,
                                             guint group,
                                             gboolean loaded,
                                             double x,
                                             double y,
                                             double radius);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasNetworkPainter, atlas_network_painter_free)

G_END_DECLS
