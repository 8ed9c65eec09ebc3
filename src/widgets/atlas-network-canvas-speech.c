/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-canvas-private.h"

#include <glib/gi18n.h>

#include "atlas-chart-network-words.h"

/**
 * atlas_network_canvas_get_sentence:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): what is said of the place or link that
 *   is under the pointer or has the keyboard
 */
const char *
atlas_network_canvas_get_sentence (AtlasNetworkCanvas *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), NULL);

  return self->sentence;
}

/**
 * atlas_network_canvas_speak:
 * @self: a canvas
 *
 * Says what is under the pointer or has the keyboard, where that changed: to
 * those who see, by tooltip and status, and to a screen reader, by the name of
 * the picture.
 */
void
atlas_network_canvas_speak (AtlasNetworkCanvas *self)
{
  g_autofree char *sentence = NULL;
  g_autofree char *label = NULL;
  AtlasFormat format;
  guint n_edges;

  atlas_format_init_for_locale (&format);
  if (self->hover >= 0)
    sentence = atlas_network_dup_place_sentence (self->network,
                                                 (guint) self->hover, &format);
  else if (self->hover_edge >= 0 && atlas_network_canvas_has_scene (self))
    sentence = atlas_network_dup_link_sentence (
        self->network,
        atlas_network_scene_get_edges (self->scene, &n_edges)[self->hover_edge]
            .link,
        &format);
  else if (self->focus >= 0)
    sentence = atlas_network_dup_place_sentence (self->network,
                                                 (guint) self->focus, &format);

  if (self->focus >= 0 && self->selected[self->focus])
    /* Translators: a place, described in sentences, is selected. */
    label = g_strdup_printf (_ ("Selected: %s"), sentence);
  else if (sentence != NULL)
    label = g_strdup (sentence);
  else if (atlas_network_canvas_count_places (self) > 0)
    label = atlas_network_dup_description (self->network, &format);
  else
    label = g_strdup (_ ("Network"));
  if (g_strcmp0 (label, self->status) != 0)
    {
      g_free (self->status);
      self->status = g_steal_pointer (&label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->status, -1);
    }
  if (g_strcmp0 (sentence, self->sentence) == 0)
    return;
  g_free (self->sentence);
  self->sentence = g_steal_pointer (&sentence);
  g_signal_emit_by_name (self,
                         atlas_canvas_signals[ATLAS_CANVAS_SENTENCE_CHANGED]);
}

/**
 * atlas_network_canvas_set_hover:
 * @self: a canvas
 * @node: node under the pointer, -1 for none
 * @edge: edge under the pointer, -1 for none
 */
void
atlas_network_canvas_set_hover (AtlasNetworkCanvas *self, int node, int edge)
{
  if (self->hover == node && self->hover_edge == edge)
    return;
  self->hover = node;
  self->hover_edge = edge;
  atlas_network_canvas_request_emphasis (self);
  atlas_network_canvas_speak (self);
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
