/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-chart-network-paint.h"
#include "atlas-chart-network-plan.h"

G_BEGIN_DECLS

/* How much of the ground lies over the map when something is brought out. */
#define ATLAS_NETWORK_VEIL 0.72

/**
 * AtlasNetworkRequest:
 * @network: what to draw
 * @options: how
 * @theme: how it looks; the font family is static or interned
 * @scene: (nullable): the scene for network, options and theme, when there is
 *   one already
 * @width: width of the view in points
 * @height: height of the view
 * @show_legend: whether part of the room is for a legend
 * @is_fitted: whether the whole map is looked at, wherever it will be
 * @view: which part of the map is looked at when it is not
 * @scale: pixels for a point
 * @margin: how far the picture reaches beyond the view, in points
 * @omit: node that is dragged and so left out, -1 for none
 * @selected: (nullable): for each node whether it is selected
 * @emphasis: node whose neighbours are brought out, -1 for none
 *
 * A picture to be painted. Owns its members.
 */
typedef struct
{
  AtlasNetwork *network;
  AtlasNetworkOptions options;
  AtlasTheme theme;
  AtlasNetworkScene *scene;
  double width;
  double height;
  gboolean show_legend;
  gboolean is_fitted;
  AtlasSceneView view;
  double scale;
  double margin;
  int omit;
  guint8 *selected;
  int emphasis;
} AtlasNetworkRequest;

/**
 * AtlasNetworkPicture:
 * @scene: what was painted
 * @is_new: whether the scene was made for it; @plan and @legend are then
 *   those of the scene
 * @plan: where map and legend stand
 * @legend: (nullable): its legend
 * @surface: the painted surface
 * @view: which part of the map it shows
 * @margin: how far it reaches beyond the view
 *
 * A painted picture, larger than the view.
 */
typedef struct
{
  AtlasNetworkScene *scene;
  gboolean is_new;
  AtlasNetworkPlan plan;
  AtlasNetworkLegend *legend;
  cairo_surface_t *surface;
  AtlasSceneView view;
  double margin;
} AtlasNetworkPicture;

void atlas_network_request_free (AtlasNetworkRequest *self);

void atlas_network_picture_free (AtlasNetworkPicture *self);

/* Paints at once; NULL when stopped. */
AtlasNetworkPicture *
atlas_network_picture_paint (const AtlasNetworkRequest *request,
                             GCancellable *cancellable);

/* Prepares @cr for drawing at a view and returns the view to draw with: below
 * zoom 1 all of it shrinks, letters too. */
AtlasSceneView
atlas_network_enter_view (cairo_t *cr, const AtlasSceneView *view);

/* Draws one node with its lines, neighbours and names above a veiled map. */
void atlas_network_paint_emphasis (AtlasNetworkPainter *painter,
                                   cairo_t *cr,
                                   AtlasNetworkScene *scene,
                                   const AtlasSceneView *view,
                                   guint node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasNetworkRequest, atlas_network_request_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasNetworkPicture, atlas_network_picture_free)

G_END_DECLS
