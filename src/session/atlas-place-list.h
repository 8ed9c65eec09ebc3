/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-network.h"
#include "atlas-row.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PLACE_LIST (atlas_place_list_get_type ())

/* The places of a network: a GListModel of AtlasRow, whose owner is an
 * AtlasPlaceHolder and whose item is an AtlasPlace. */
G_DECLARE_FINAL_TYPE (AtlasPlaceList,
                      atlas_place_list,
                      ATLAS,
                      PLACE_LIST,
                      GObject)

AtlasPlaceList *atlas_place_list_new (void);

void atlas_place_list_set_network (AtlasPlaceList *self, AtlasNetwork *network);

void
atlas_place_list_peek (AtlasPlaceList *self, guint position, AtlasRowData *row);

#define ATLAS_TYPE_PLACE_HOLDER (atlas_place_holder_get_type ())

/* Keeps a network alive for the rows of its places. */
G_DECLARE_FINAL_TYPE (AtlasPlaceHolder,
                      atlas_place_holder,
                      ATLAS,
                      PLACE_HOLDER,
                      GObject)

G_END_DECLS
