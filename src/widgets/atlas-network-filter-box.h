/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-network.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_NETWORK_FILTER_BOX (atlas_network_filter_box_get_type ())

/**
 * AtlasNetworkFilterBox:
 *
 * What of the network is shown: kinds, order, edition, economy, community,
 * loaded places, a least number. Signal `changed`.
 */
G_DECLARE_FINAL_TYPE (AtlasNetworkFilterBox,
                      atlas_network_filter_box,
                      ATLAS,
                      NETWORK_FILTER_BOX,
                      AdwBin)

/* Offers the editions, economies and communities of a network. */
void atlas_network_filter_box_set_network (AtlasNetworkFilterBox *self,
                                           AtlasNetwork *network);

/* Strings of @filter live until the box changes. */
void atlas_network_filter_box_get_filter (AtlasNetworkFilterBox *self,
                                          AtlasNetworkFilter *filter);

/* How many filters are on. */
guint atlas_network_filter_box_get_n_active (AtlasNetworkFilterBox *self);

void atlas_network_filter_box_reset (AtlasNetworkFilterBox *self);

/* What is chosen, for project files: a vardict. */
GVariant *atlas_network_filter_box_dup_state (AtlasNetworkFilterBox *self);

void atlas_network_filter_box_restore_state (AtlasNetworkFilterBox *self,
                                             GVariant *state);

G_END_DECLS
