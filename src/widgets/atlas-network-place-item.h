/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "atlas-network.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_NETWORK_PLACE_ITEM (atlas_network_place_item_get_type ())

/* A place of a network as a row of a list. */
G_DECLARE_FINAL_TYPE (AtlasNetworkPlaceItem,
                      atlas_network_place_item,
                      ATLAS,
                      NETWORK_PLACE_ITEM,
                      GObject)

AtlasNetworkPlaceItem *
atlas_network_place_item_new (AtlasNetwork *network, guint index);

const AtlasPlace *
atlas_network_place_item_get_place (AtlasNetworkPlaceItem *self);

guint atlas_network_place_item_get_index (AtlasNetworkPlaceItem *self);

/* For sorting names by the rules of the language. */
const char *
atlas_network_place_item_get_collation (AtlasNetworkPlaceItem *self);

G_END_DECLS
