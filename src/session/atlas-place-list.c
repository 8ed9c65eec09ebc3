/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-place-list.h"

struct _AtlasPlaceHolder
{
  GObject parent_instance;

  AtlasNetwork *network;
};

G_DEFINE_FINAL_TYPE (AtlasPlaceHolder, atlas_place_holder, G_TYPE_OBJECT)

static void
atlas_place_holder_finalize (GObject *object)
{
  AtlasPlaceHolder *self = ATLAS_PLACE_HOLDER (object);

  g_clear_pointer (&self->network, atlas_network_unref);

  G_OBJECT_CLASS (atlas_place_holder_parent_class)->finalize (object);
}

static void
atlas_place_holder_class_init (AtlasPlaceHolderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_place_holder_finalize;
}

static void
atlas_place_holder_init (AtlasPlaceHolder *self)
{
}

struct _AtlasPlaceList
{
  GObject parent_instance;

  AtlasPlaceHolder *holder;
  const AtlasPlace *places;
  gsize n_places;
};

static GType
atlas_place_list_get_item_type (GListModel *model)
{
  return ATLAS_TYPE_ROW;
}

static guint
atlas_place_list_get_n_items (GListModel *model)
{
  return (guint) ATLAS_PLACE_LIST (model)->n_places;
}

static gpointer
atlas_place_list_get_item (GListModel *model, guint position)
{
  AtlasPlaceList *self = ATLAS_PLACE_LIST (model);
  AtlasRowData row;

  if (position >= self->n_places)
    return NULL;

  atlas_place_list_peek (self, position, &row);
  return atlas_row_new (&row);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = atlas_place_list_get_item_type;
  iface->get_n_items = atlas_place_list_get_n_items;
  iface->get_item = atlas_place_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasPlaceList,
                               atlas_place_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      list_model_iface_init))

static void
atlas_place_list_finalize (GObject *object)
{
  AtlasPlaceList *self = ATLAS_PLACE_LIST (object);

  g_clear_object (&self->holder);

  G_OBJECT_CLASS (atlas_place_list_parent_class)->finalize (object);
}

static void
atlas_place_list_class_init (AtlasPlaceListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_place_list_finalize;
}

static void
atlas_place_list_init (AtlasPlaceList *self)
{
}

/**
 * atlas_place_list_new:
 *
 * Returns: (transfer full): a new, empty list
 */
AtlasPlaceList *
atlas_place_list_new (void)
{
  return g_object_new (ATLAS_TYPE_PLACE_LIST, NULL);
}

/**
 * atlas_place_list_set_network:
 * @self: a list
 * @network: (nullable): a network, which does not change any more
 *
 * Shows the places of this network.
 */
void
atlas_place_list_set_network (AtlasPlaceList *self, AtlasNetwork *network)
{
  g_autoptr (AtlasPlaceHolder) old = NULL;
  gsize n_old;

  g_return_if_fail (ATLAS_IS_PLACE_LIST (self));

  old = g_steal_pointer (&self->holder);
  n_old = self->n_places;
  self->places = NULL;
  self->n_places = 0;

  if (network != NULL)
    {
      self->holder = g_object_new (ATLAS_TYPE_PLACE_HOLDER, NULL);
      self->holder->network = atlas_network_ref (network);
      self->places = atlas_network_get_places (network, &self->n_places);
    }

  if (n_old > 0 || self->n_places > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, (guint) n_old,
                                (guint) self->n_places);
}

/**
 * atlas_place_list_peek:
 * @self: a list
 * @position: less than the number of places
 * @row: (out caller-allocates): what the row tells, not referenced
 *
 * A row without an object made for it.
 */
void
atlas_place_list_peek (AtlasPlaceList *self, guint position, AtlasRowData *row)
{
  g_return_if_fail (ATLAS_IS_PLACE_LIST (self));
  g_return_if_fail (position < self->n_places);

  row->owner = G_OBJECT (self->holder);
  row->item = &self->places[position];
  row->index = position;
  row->mark = 0;
  row->kind = ATLAS_PATENTS;
}
