/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-network.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_NETWORK_PLACES (atlas_network_places_get_type ())

/**
 * AtlasNetworkPlaces:
 *
 * The places of a network with their measures, in a column view.
 *
 * Signals: `selection-changed` (the user selected other rows),
 * `place-activated` (guint place).
 */
G_DECLARE_FINAL_TYPE (AtlasNetworkPlaces,
                      atlas_network_places,
                      ATLAS,
                      NETWORK_PLACES,
                      AdwBin)

GtkWidget *atlas_network_places_new (void);

void atlas_network_places_set_network (AtlasNetworkPlaces *self,
                                       AtlasNetwork *network);

/* Selects places by index, and shows the first. Emits nothing. */
void atlas_network_places_select (AtlasNetworkPlaces *self,
                                  const guint *places,
                                  guint n_places);

GArray *atlas_network_places_dup_selected (AtlasNetworkPlaces *self);

GtkColumnView *atlas_network_places_get_column_view (AtlasNetworkPlaces *self);

G_END_DECLS
