/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-chart.h"
#include "atlas-network-canvas.h"
#include "atlas-session.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_NETWORK_VIEW (atlas_network_view_get_type ())

/**
 * AtlasNetworkView:
 *
 * The network page: graph or matrix, the list of places and what is known of
 * the one selected.
 *
 *     AtlasSession ─ network ─► job on a worker ─► network shown
 *          ▲                                        │    │    │
 *          └── selection, positions ◄──── canvas ◄──┘  list  details
 *
 * Actions, to be activated on the view or within: network.zoom-in,
 * network.zoom-out, network.fit, network.surroundings (u), network.whole,
 * network.path, network.release, network.release-all, network.find,
 * network.matrix. It activates win.show-source (su) with a source and a line.
 */
G_DECLARE_FINAL_TYPE (AtlasNetworkView,
                      atlas_network_view,
                      ATLAS,
                      NETWORK_VIEW,
                      AdwBin)

GtkWidget *atlas_network_view_new (AtlasSession *session);

/* What is shown now as a chart of its own, for the clipboard, files and the
 * printer. NULL when nothing is shown. */
AtlasChart *atlas_network_view_dup_chart (AtlasNetworkView *self);

/* Whether what is shown follows what was chosen: nothing is under way. */
gboolean atlas_network_view_get_ready (AtlasNetworkView *self);

/* The network shown, filtered and arranged; NULL for none. */
AtlasNetwork *atlas_network_view_get_network (AtlasNetworkView *self);

AtlasNetworkCanvas *atlas_network_view_get_canvas (AtlasNetworkView *self);

gboolean atlas_network_view_get_show_matrix (AtlasNetworkView *self);

void atlas_network_view_set_show_matrix (AtlasNetworkView *self,
                                         gboolean show_matrix);

/* Shows a place and its surroundings of a depth; 0 for the whole network. */
void atlas_network_view_show_surroundings (AtlasNetworkView *self,
                                           const char *place,
                                           guint depth);

/* What was chosen to be shown, for project files: a vardict. */
GVariant *atlas_network_view_dup_state (AtlasNetworkView *self);

void atlas_network_view_restore_state (AtlasNetworkView *self, GVariant *state);

G_END_DECLS
