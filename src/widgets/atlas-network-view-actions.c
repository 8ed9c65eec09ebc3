/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-view-private.h"

#define ZOOM_STEP 1.25

static void
action_zoom (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasNetworkView *self = ATLAS_NETWORK_VIEW (widget);

  if (g_str_equal (name, "network.fit"))
    atlas_network_canvas_fit (self->canvas);
  else
    atlas_network_canvas_zoom (
        self->canvas,
        g_str_equal (name, "network.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP);
}

static void
action_surroundings (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasNetworkView *self = ATLAS_NETWORK_VIEW (widget);
  int place = atlas_network_canvas_get_focus_place (self->canvas);

  if (place >= 0)
    atlas_network_view_show_surroundings (
        self, atlas_network_view_get_place_id (self, (guint) place),
        CLAMP (g_variant_get_uint32 (parameter), 1, 2));
}

static void
action_whole (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_network_view_show_surroundings (ATLAS_NETWORK_VIEW (widget), NULL, 0);
}

static void
action_path (GtkWidget *widget, const char *name, GVariant *parameter)
{
  atlas_network_view_show_path (ATLAS_NETWORK_VIEW (widget));
}

static void
action_release (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasNetworkView *self = ATLAS_NETWORK_VIEW (widget);
  int place = atlas_network_canvas_get_focus_place (self->canvas);

  if (g_str_equal (name, "network.release-all"))
    atlas_session_release_places (self->session, NULL, NULL);
  else if (place >= 0)
    {
      const char *id = atlas_network_view_get_place_id (self, (guint) place);

      /* No place would be all of them. */
      g_return_if_fail (id != NULL);
      atlas_session_release_places (
          self->session, id,
          atlas_network_view_get_place_label (self, (guint) place));
    }
}

static void
action_find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (ATLAS_NETWORK_VIEW (widget)->search));
}

static void
action_matrix (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AtlasNetworkView *self = ATLAS_NETWORK_VIEW (widget);

  atlas_network_view_set_show_matrix (
      self, !atlas_network_view_get_show_matrix (self));
}

/**
 * atlas_network_view_install_actions:
 * @widget_class: the class of views
 */
void
atlas_network_view_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "network.zoom-in", NULL, action_zoom },
    { "network.zoom-out", NULL, action_zoom },
    { "network.fit", NULL, action_zoom },
    { "network.surroundings", "u", action_surroundings },
    { "network.whole", NULL, action_whole },
    { "network.path", NULL, action_path },
    { "network.release", NULL, action_release },
    { "network.release-all", NULL, action_release },
    { "network.find", NULL, action_find },
    { "network.matrix", NULL, action_matrix },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name,
                                     actions[i].parameter, actions[i].activate);
}
