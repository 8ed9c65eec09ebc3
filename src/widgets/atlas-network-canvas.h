/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-chart-network-scene.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_NETWORK_CANVAS (atlas_network_canvas_get_type ())

/**
 * AtlasNetworkCanvas:
 *
 * A network that can be zoomed, moved, pointed at, selected from and arranged
 * by hand, with pointer, touch and keyboard.
 *
 *     network ─► worker: scene, picture larger than the view
 *                                  │
 *     frame: blit the picture, draw what moves above it
 *
 * Signals:
 *  - `selection-changed`: the user selected other places
 *  - `focus-changed`: another place, or none, has the keyboard
 *  - `sentence-changed`: there is something else to say
 *  - `zoom-changed`
 *  - `place-activated` (guint place): double click or Enter on a selected one
 *  - `place-moved` (guint place, double x, double y): dropped at a position
 *  - `link-chosen` (guint link): a line was clicked
 *  - `menu` (double x, double y): a menu is asked for
 */
G_DECLARE_FINAL_TYPE (AtlasNetworkCanvas,
                      atlas_network_canvas,
                      ATLAS,
                      NETWORK_CANVAS,
                      GtkWidget)

GtkWidget *atlas_network_canvas_new (void);

void atlas_network_canvas_set_network (AtlasNetworkCanvas *self,
                                       AtlasNetwork *network,
                                       const AtlasNetworkOptions *options);

AtlasNetwork *atlas_network_canvas_get_network (AtlasNetworkCanvas *self);

/* What was drawn last; NULL before the first picture. */
AtlasNetworkScene *atlas_network_canvas_get_scene (AtlasNetworkCanvas *self);

/* Whether what is drawn is what was asked for. */
gboolean atlas_network_canvas_get_ready (AtlasNetworkCanvas *self);

void atlas_network_canvas_set_show_legend (AtlasNetworkCanvas *self,
                                           gboolean show_legend);

/* Whether there was room for the legend when the map was drawn last. */
gboolean atlas_network_canvas_has_legend (AtlasNetworkCanvas *self);

/* Whether the user is dragging: what is shown is not to be replaced now. */
gboolean atlas_network_canvas_get_busy (AtlasNetworkCanvas *self);

/* Selection, by index of the place. */

gboolean
atlas_network_canvas_is_selected (AtlasNetworkCanvas *self, guint place);

void atlas_network_canvas_select (AtlasNetworkCanvas *self,
                                  const guint *places,
                                  guint n_places);

GArray *atlas_network_canvas_dup_selected (AtlasNetworkCanvas *self);

/* The place that has the keyboard, or -1. */
int atlas_network_canvas_get_focus_place (AtlasNetworkCanvas *self);

void atlas_network_canvas_set_focus_place (AtlasNetworkCanvas *self, int place);

/* A way that is brought out: places in their order. */
void atlas_network_canvas_set_path (AtlasNetworkCanvas *self,
                                    const guint32 *places,
                                    gsize n_places);

/* What is under the pointer or has the keyboard, in sentences. */
const char *atlas_network_canvas_get_sentence (AtlasNetworkCanvas *self);

/* The view. */

double atlas_network_canvas_get_zoom (AtlasNetworkCanvas *self);

void atlas_network_canvas_zoom (AtlasNetworkCanvas *self, double factor);

void atlas_network_canvas_zoom_at (AtlasNetworkCanvas *self,
                                   double factor,
                                   double x,
                                   double y);

void atlas_network_canvas_pan (AtlasNetworkCanvas *self, double dx, double dy);

void atlas_network_canvas_fit (AtlasNetworkCanvas *self);

/* Moves the view until the place can be seen. */
void atlas_network_canvas_reveal (AtlasNetworkCanvas *self, guint place);

/* Where a place is drawn, in the coordinates of the widget. */
gboolean atlas_network_canvas_get_position (AtlasNetworkCanvas *self,
                                            guint place,
                                            double *x,
                                            double *y);

guint atlas_network_canvas_get_n_hidden_labels (AtlasNetworkCanvas *self);

G_END_DECLS
