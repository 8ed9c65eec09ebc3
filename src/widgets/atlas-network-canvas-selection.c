/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-canvas-private.h"

#include <string.h>

/**
 * atlas_network_canvas_is_selected:
 * @self: a canvas
 * @place: index of a place
 *
 * Returns: whether it is selected
 */
gboolean
atlas_network_canvas_is_selected (AtlasNetworkCanvas *self, guint place)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), FALSE);

  return place < atlas_network_canvas_count_places (self)
         && self->selected[place];
}

/**
 * atlas_network_canvas_select:
 * @self: a canvas
 * @places: (array length=n_places): indices of places
 * @n_places: how many
 *
 * Selects these places and no others. Emits nothing: this is for whoever
 * keeps the selection.
 */
void
atlas_network_canvas_select (AtlasNetworkCanvas *self,
                             const guint *places,
                             guint n_places)
{
  guint n_all;

  g_return_if_fail (ATLAS_IS_NETWORK_CANVAS (self));

  n_all = atlas_network_canvas_count_places (self);
  if (self->selected == NULL)
    return;
  memset (self->selected, 0, n_all);
  self->n_selected = 0;
  for (guint i = 0; i < n_places; i++)
    if (places[i] < n_all && !self->selected[places[i]])
      {
        self->selected[places[i]] = TRUE;
        self->n_selected++;
      }
  self->selection_is_painted = FALSE;
  atlas_network_canvas_request (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_network_canvas_dup_selected:
 * @self: a canvas
 *
 * Returns: (transfer full) (element-type guint): indices of selected places
 */
GArray *
atlas_network_canvas_dup_selected (AtlasNetworkCanvas *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), places);

  for (guint i = 0; i < atlas_network_canvas_count_places (self); i++)
    if (self->selected[i])
      g_array_append_val (places, i);

  return places;
}

/**
 * atlas_network_canvas_get_focus_place:
 * @self: a canvas
 *
 * Returns: index of the place that has the keyboard, -1 for none
 */
int
atlas_network_canvas_get_focus_place (AtlasNetworkCanvas *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), -1);

  return self->focus;
}

/**
 * atlas_network_canvas_set_focus_place:
 * @self: a canvas
 * @place: index of a place, -1 for none
 *
 * Gives the keyboard to a place, says it and moves it into view.
 */
void
atlas_network_canvas_set_focus_place (AtlasNetworkCanvas *self, int place)
{
  g_return_if_fail (ATLAS_IS_NETWORK_CANVAS (self));
  g_return_if_fail (place < (int) atlas_network_canvas_count_places (self));

  self->focus = MAX (place, -1);
  if (self->focus >= 0)
    atlas_network_canvas_reveal (self, (guint) place);
  atlas_network_canvas_speak (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self,
                         atlas_canvas_signals[ATLAS_CANVAS_FOCUS_CHANGED]);
}

/**
 * atlas_network_canvas_set_path:
 * @self: a canvas
 * @places: (nullable) (array length=n_places): places on a way, in order
 * @n_places: how many; 0 for no way
 *
 * Brings out a way from one place to another.
 */
void
atlas_network_canvas_set_path (AtlasNetworkCanvas *self,
                               const guint32 *places,
                               gsize n_places)
{
  g_return_if_fail (ATLAS_IS_NETWORK_CANVAS (self));

  g_array_set_size (self->path, 0);
  if (n_places > 0)
    g_array_append_vals (self->path, places, (guint) n_places);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
