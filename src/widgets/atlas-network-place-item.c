/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-place-item.h"

struct _AtlasNetworkPlaceItem
{
  GObject parent_instance;

  AtlasNetwork *network;
  const AtlasPlace *place;
  guint index;
  char *collation;
};

G_DEFINE_FINAL_TYPE (AtlasNetworkPlaceItem,
                     atlas_network_place_item,
                     G_TYPE_OBJECT)

static void
atlas_network_place_item_finalize (GObject *object)
{
  AtlasNetworkPlaceItem *self = ATLAS_NETWORK_PLACE_ITEM (object);

  g_clear_pointer (&self->network, atlas_network_unref);
  g_free (self->collation);

  G_OBJECT_CLASS (atlas_network_place_item_parent_class)->finalize (object);
}

static void
atlas_network_place_item_class_init (AtlasNetworkPlaceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_network_place_item_finalize;
}

static void
atlas_network_place_item_init (AtlasNetworkPlaceItem *self)
{
}

/**
 * atlas_network_place_item_new:
 * @network: a network
 * @index: index of a place
 *
 * Returns: (transfer full): the place as a row
 */
AtlasNetworkPlaceItem *
atlas_network_place_item_new (AtlasNetwork *network, guint index)
{
  AtlasNetworkPlaceItem *self;
  const AtlasPlace *places;
  gsize n_places;

  places = atlas_network_get_places (network, &n_places);
  g_return_val_if_fail (index < n_places, NULL);

  self = g_object_new (ATLAS_TYPE_NETWORK_PLACE_ITEM, NULL);
  self->network = atlas_network_ref (network);
  self->place = &places[index];
  self->index = index;

  return self;
}

/**
 * atlas_network_place_item_get_place:
 * @self: a row
 *
 * Returns: (transfer none): its place
 */
const AtlasPlace *
atlas_network_place_item_get_place (AtlasNetworkPlaceItem *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_PLACE_ITEM (self), NULL);

  return self->place;
}

/**
 * atlas_network_place_item_get_index:
 * @self: a row
 *
 * Returns: index of its place in the network
 */
guint
atlas_network_place_item_get_index (AtlasNetworkPlaceItem *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_PLACE_ITEM (self), 0);

  return self->index;
}

/**
 * atlas_network_place_item_get_collation:
 * @self: a row
 *
 * Returns: (transfer none): its name as a key for sorting, made once
 */
const char *
atlas_network_place_item_get_collation (AtlasNetworkPlaceItem *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_PLACE_ITEM (self), NULL);

  if (self->collation == NULL)
    self->collation = g_utf8_collate_key (self->place->label, -1);

  return self->collation;
}
