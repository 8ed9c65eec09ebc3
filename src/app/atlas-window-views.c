/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-window-private.h"

/* The views of a window. Each reads the session and knows nothing of the
 * others. A view is made when its page is first shown: all four together take
 * longer than the rest of the start. */

/**
 * atlas_window_get_profiles_view:
 * @self: a window that has its session
 *
 * Returns: (transfer none): the page of the tables
 */
AtlasProfilesView *
atlas_window_get_profiles_view (AtlasWindow *self)
{
  if (self->profiles_view != NULL)
    return self->profiles_view;

  self->profiles_view =
      ATLAS_PROFILES_VIEW (atlas_profiles_view_new (self->session));
  g_signal_connect_object (self->profiles_view, "export",
                           G_CALLBACK (atlas_window_export_table), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->profiles_view, "notify::kind",
                           G_CALLBACK (atlas_window_update_search), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->profiles_bin, GTK_WIDGET (self->profiles_view));

  return self->profiles_view;
}

/**
 * atlas_window_get_charts_view:
 * @self: a window that has its session
 *
 * Returns: (transfer none): the page of the charts
 */
AtlasChartsView *
atlas_window_get_charts_view (AtlasWindow *self)
{
  if (self->charts_view != NULL)
    return self->charts_view;

  self->charts_view = ATLAS_CHARTS_VIEW (atlas_charts_view_new (self->session));
  if (self->chart_state != NULL)
    atlas_charts_view_restore_state (self->charts_view, self->chart_state);
  g_clear_pointer (&self->chart_state, g_variant_unref);
  g_signal_connect_object (self->charts_view, "notify::has-data",
                           G_CALLBACK (atlas_window_update_output), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->charts_bin, GTK_WIDGET (self->charts_view));

  return self->charts_view;
}

/**
 * atlas_window_get_network_view:
 * @self: a window that has its session
 *
 * Returns: (transfer none): the page of the network
 */
AtlasNetworkView *
atlas_window_get_network_view (AtlasWindow *self)
{
  if (self->network_view != NULL)
    return self->network_view;

  self->network_view =
      ATLAS_NETWORK_VIEW (atlas_network_view_new (self->session));
  if (self->network_state != NULL)
    atlas_network_view_restore_state (self->network_view, self->network_state);
  g_clear_pointer (&self->network_state, g_variant_unref);
  adw_bin_set_child (self->network_bin, GTK_WIDGET (self->network_view));

  return self->network_view;
}

/**
 * atlas_window_get_problems_view:
 * @self: a window that has its session
 *
 * Returns: (transfer none): the page of the problems
 */
AtlasProblemsView *
atlas_window_get_problems_view (AtlasWindow *self)
{
  if (self->problems_view != NULL)
    return self->problems_view;

  self->problems_view =
      ATLAS_PROBLEMS_VIEW (atlas_problems_view_new (self->session));
  g_signal_connect_object (self->problems_view, "export",
                           G_CALLBACK (atlas_window_export_table), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->problems_bin, GTK_WIDGET (self->problems_view));

  return self->problems_view;
}

static void
make_shown_view (AtlasWindow *self)
{
  const char *shown = gtk_stack_get_visible_child_name (self->stack);
  const char *view = adw_view_stack_get_visible_child_name (self->view_stack);

  if (g_strcmp0 (shown, "views") != 0)
    return;

  if (g_strcmp0 (view, "charts") == 0)
    atlas_window_get_charts_view (self);
  else if (g_strcmp0 (view, "network") == 0)
    atlas_window_get_network_view (self);
  else if (g_strcmp0 (view, "problems") == 0)
    atlas_window_get_problems_view (self);
  else
    atlas_window_get_profiles_view (self);
}

/**
 * atlas_window_init_views:
 * @self: a window that has its session
 *
 * From now on a view is there when its page is shown.
 */
void
atlas_window_init_views (AtlasWindow *self)
{
  g_signal_connect_object (self->stack, "notify::visible-child",
                           G_CALLBACK (make_shown_view), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view_stack, "notify::visible-child",
                           G_CALLBACK (make_shown_view), self,
                           G_CONNECT_SWAPPED);
  make_shown_view (self);
}

static gboolean
make_profiles_view (gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);
  AtlasProfilesView *view = atlas_window_get_profiles_view (self);

  self->ready_source = 0;
  /* Its texts are shaped then, its fonts loaded. */
  gtk_widget_measure (GTK_WIDGET (view), GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                      NULL, NULL, NULL);

  return G_SOURCE_REMOVE;
}

static void
on_first_frame (AtlasWindow *self, GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, on_first_frame, self);
  if (self->profiles_view == NULL && self->ready_source == 0)
    self->ready_source =
        g_idle_add_full (G_PRIORITY_LOW, make_profiles_view, self, NULL);
}

/**
 * atlas_window_make_ready:
 * @self: a window that is about to be shown
 *
 * Once its first frame is on the screen and nothing else is to be done, makes
 * the page that the first rows will be on: whoever opens a folder waits less.
 */
void
atlas_window_make_ready (AtlasWindow *self)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)),
                           "after-paint", G_CALLBACK (on_first_frame), self,
                           G_CONNECT_SWAPPED);
}

/**
 * atlas_window_restore_views:
 * @self: a window that has its session
 * @chart: (nullable): what the page of the charts showed
 * @network: (nullable): what the page of the network showed
 *
 * Shows that again; in a view that is not made yet, once it is.
 */
void
atlas_window_restore_views (AtlasWindow *self,
                            GVariant *chart,
                            GVariant *network)
{
  if (chart != NULL && self->charts_view != NULL)
    atlas_charts_view_restore_state (self->charts_view, chart);
  else if (chart != NULL)
    {
      g_clear_pointer (&self->chart_state, g_variant_unref);
      self->chart_state = g_variant_ref (chart);
    }

  if (network != NULL && self->network_view != NULL)
    atlas_network_view_restore_state (self->network_view, network);
  else if (network != NULL)
    {
      g_clear_pointer (&self->network_state, g_variant_unref);
      self->network_state = g_variant_ref (network);
    }
}

/**
 * atlas_window_add_view_states:
 * @self: a window that has its session
 * @state: where to
 *
 * Adds what the pages of charts and network show, as
 * atlas_window_restore_views() takes it.
 */
void
atlas_window_add_view_states (AtlasWindow *self, GVariantDict *state)
{
  g_autoptr (GVariant) chart = NULL;

  if (self->charts_view != NULL)
    {
      chart = atlas_charts_view_dup_state (self->charts_view);
      g_variant_dict_insert_value (state, "chart", chart);
    }
  else if (self->chart_state != NULL)
    g_variant_dict_insert_value (state, "chart", self->chart_state);

  if (self->network_view != NULL)
    g_variant_dict_insert_value (
        state, "network", atlas_network_view_dup_state (self->network_view));
  else if (self->network_state != NULL)
    g_variant_dict_insert_value (state, "network", self->network_state);
}
