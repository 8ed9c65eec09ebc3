/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-private.h"

gboolean
atlas_network_measure (AtlasNetwork *self,
                       AtlasStopFunc stop,
                       gpointer user_data)
{
  AtlasMeasureOptions options = { .stop = stop, .user_data = user_data };

  return atlas_network_measure_full (self, &options);
}

gboolean
atlas_network_measure_full (AtlasNetwork *self,
                            const AtlasMeasureOptions *options)
{
  gsize i;

  for (i = 0; i < self->n_places; i++)
    {
      AtlasPlace *place = &self->places[i];

      place->community = place->component;
      place->page_rank = self->n_places > 0 ? 1.0 / (double) self->n_places : 0;
      place->participation = place->degree > 0 ? 0 : NAN;
    }
  self->n_communities = self->n_components;

  return TRUE;
}
