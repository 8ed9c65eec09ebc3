/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-view-private.h"

static void
on_matrix_toggled (AtlasNetworkView *self)
{
  atlas_network_view_update_pages (self);
  atlas_network_view_update_status (self);
}

static void
on_filter_changed (AtlasNetworkView *self)
{
  if (self->whole != NULL)
    atlas_network_view_update (self);
}

static void
on_options_changed (AtlasNetworkView *self)
{
  AtlasNetworkOptions options;

  if (self->network == NULL)
    return;
  atlas_network_view_get_options (self, &options);
  self->matrix_is_stale = TRUE;
  atlas_network_canvas_set_network (self->canvas, self->network, &options);
  atlas_network_view_update_matrix (self);
}

static void
on_show_everything (AtlasNetworkView *self)
{
  g_clear_pointer (&self->center, g_free);
  self->depth = 0;
  atlas_network_filter_box_reset (self->filter_box);
}

static void
on_side_toggled (AtlasNetworkView *self)
{
  gtk_widget_set_visible (self->side,
                          gtk_toggle_button_get_active (self->side_button));
}

static void
on_search_changed (AtlasNetworkView *self)
{
  atlas_network_view_find (self, FALSE);
}

static void
on_search_activate (AtlasNetworkView *self)
{
  atlas_network_view_find (self, TRUE);
}

static void
on_search_stop (AtlasNetworkView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
on_canvas_selection (AtlasNetworkView *self)
{
  g_autoptr (GArray) selected =
      atlas_network_canvas_dup_selected (self->canvas);

  atlas_network_view_give_selection (self, selected);
}

static void
on_canvas_focus (AtlasNetworkView *self)
{
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "network.surroundings",
      atlas_network_canvas_get_focus_place (self->canvas) >= 0);
}

static void
on_canvas_sentence (AtlasNetworkView *self)
{
  g_clear_pointer (&self->note, g_free);
  atlas_network_view_update_status (self);
}

static void
on_canvas_zoom (AtlasNetworkView *self)
{
  g_autofree char *text = NULL;
  AtlasFormat format;

  atlas_format_init_for_locale (&format);
  text = atlas_format_percent (
      &format, atlas_network_canvas_get_zoom (self->canvas) * 100, 0);
  gtk_label_set_text (self->zoom_label, text);
  atlas_network_view_update_status (self);
}

/* Returns: (nullable): the place of this index of the network shown */
static const AtlasPlace *
get_place (AtlasNetworkView *self, guint place)
{
  gsize n_places;
  const AtlasPlace *places;

  if (self->network == NULL)
    return NULL;
  places = atlas_network_get_places (self->network, &n_places);

  return place < n_places ? &places[place] : NULL;
}

/**
 * atlas_network_view_get_place_id:
 * @self: a view
 * @place: index of a place of the network shown
 *
 * Returns: (transfer none) (nullable): its key
 */
const char *
atlas_network_view_get_place_id (AtlasNetworkView *self, guint place)
{
  const AtlasPlace *found = get_place (self, place);

  return found != NULL ? found->id : NULL;
}

/**
 * atlas_network_view_get_place_label:
 * @self: a view
 * @place: index of a place of the network shown
 *
 * Returns: (transfer none) (nullable): its name as printed
 */
const char *
atlas_network_view_get_place_label (AtlasNetworkView *self, guint place)
{
  const AtlasPlace *found = get_place (self, place);

  return found != NULL ? found->label : NULL;
}

static void
on_place_activated (AtlasNetworkView *self, guint place)
{
  const char *id = atlas_network_view_get_place_id (self, place);

  if (id != NULL && g_strcmp0 (id, self->center) == 0)
    atlas_network_view_show_surroundings (self, NULL, 0);
  else if (id != NULL)
    atlas_network_view_show_surroundings (self, id, 1);
}

static void
on_place_moved (AtlasNetworkView *self, guint place, double x, double y)
{
  const char *id = atlas_network_view_get_place_id (self, place);

  if (id != NULL)
    atlas_session_set_position (
        self->session, id, atlas_network_view_get_place_label (self, place), x,
        y);
}

static void
on_link_chosen (AtlasNetworkView *self, guint link)
{
  if (self->network != NULL)
    atlas_network_details_show_link (self->details, link);
}

static void
on_menu (AtlasNetworkView *self, double x, double y)
{
  graphene_point_t point;

  if (!gtk_widget_compute_point (GTK_WIDGET (self->canvas), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y),
                                 &point))
    return;
  gtk_popover_set_pointing_to (
      GTK_POPOVER (self->popover),
      &(GdkRectangle){ (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_list_selection (AtlasNetworkView *self)
{
  g_autoptr (GArray) selected =
      atlas_network_places_dup_selected (self->places);

  if (self->syncing)
    return;
  /* The list has it already; selecting it again would scroll. */
  self->syncing = TRUE;
  atlas_network_view_give_selection (self, selected);
  self->syncing = FALSE;
  atlas_network_canvas_select (
      self->canvas, (const guint *) (gpointer) selected->data, selected->len);
  atlas_network_canvas_set_path (self->canvas, NULL, 0);
  if (selected->len == 1)
    {
      atlas_network_canvas_set_focus_place (
          self->canvas, (int) g_array_index (selected, guint, 0));
      atlas_network_details_show_place (self->details,
                                        g_array_index (selected, guint, 0));
    }
  else
    {
      atlas_network_details_show_nothing (self->details, selected->len);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "network.path",
                                 selected->len == 2);
}

static void
on_list_activated (AtlasNetworkView *self, guint place)
{
  on_place_activated (self, place);
}

/**
 * atlas_network_view_choose:
 * @self: a view
 * @place: index of a place of the network shown
 *
 * Gives the keyboard to a place and selects it.
 */
void
atlas_network_view_choose (AtlasNetworkView *self, guint place)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (chosen, place);
  atlas_network_canvas_set_focus_place (self->canvas, (int) place);
  atlas_network_view_give_selection (self, chosen);
}

/**
 * atlas_network_view_bind_handlers:
 * @widget_class: the class of views
 *
 * Makes the handlers known to the template.
 */
void
atlas_network_view_bind_handlers (GtkWidgetClass *widget_class)
{
#define CALLBACK(name) \
  gtk_widget_class_bind_template_callback (widget_class, name)
  CALLBACK (on_matrix_toggled);
  CALLBACK (on_filter_changed);
  CALLBACK (on_options_changed);
  CALLBACK (on_show_everything);
  CALLBACK (on_side_toggled);
  CALLBACK (on_search_changed);
  CALLBACK (on_search_activate);
  CALLBACK (on_search_stop);
  CALLBACK (on_canvas_selection);
  CALLBACK (on_canvas_focus);
  CALLBACK (on_canvas_sentence);
  CALLBACK (on_canvas_zoom);
  CALLBACK (on_place_activated);
  CALLBACK (on_place_moved);
  CALLBACK (on_link_chosen);
  CALLBACK (on_menu);
  CALLBACK (on_list_selection);
  CALLBACK (on_list_activated);
  gtk_widget_class_bind_template_callback_full (
      widget_class, "on_place_chosen", G_CALLBACK (atlas_network_view_choose));
#undef CALLBACK
}
