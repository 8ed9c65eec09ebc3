/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-network.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_NETWORK_DETAILS (atlas_network_details_get_type ())

/**
 * AtlasNetworkDetails:
 *
 * What is known of one place or one link, each figure with its line: a click
 * on it activates `win.show-source` with the source and the line, (su).
 *
 * Signal `place-chosen` (guint place): a place that is named was clicked.
 */
G_DECLARE_FINAL_TYPE (AtlasNetworkDetails,
                      atlas_network_details,
                      ATLAS,
                      NETWORK_DETAILS,
                      AdwBin)

GtkWidget *atlas_network_details_new (void);

/* @profiles are those the network was built from; referenced. */
void atlas_network_details_set_network (AtlasNetworkDetails *self,
                                        AtlasNetwork *network,
                                        GPtrArray *profiles);

void atlas_network_details_show_nothing (AtlasNetworkDetails *self,
                                         guint n_selected);

void atlas_network_details_show_place (AtlasNetworkDetails *self, guint place);

void atlas_network_details_show_link (AtlasNetworkDetails *self, guint link);

G_END_DECLS
