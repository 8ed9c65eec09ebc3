/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-view-private.h"

#include <glib/gi18n.h>

/* How often progress is looked at, and how long before it is shown, in ms. */
#define PROGRESS_INTERVAL 120

static void
update_filter_button (AtlasNetworkView *self)
{
  guint n_active = atlas_network_filter_box_get_n_active (self->filter_box);
  g_autofree char *label = n_active > 0
                               ? g_strdup_printf (_ ("Filter (%u)"), n_active)
                               : g_strdup (_ ("Filter"));

  gtk_menu_button_set_label (self->filter_button, label);
}

static void
update_whole_button (AtlasNetworkView *self)
{
  g_autofree char *text = NULL;
  const AtlasPlace *places;
  gssize center = -1;
  gboolean is_long;
  gsize n_places;

  if (self->center != NULL && self->whole != NULL)
    center = atlas_network_find (self->whole, self->center);
  gtk_widget_set_visible (self->whole_button, center >= 0);
  if (center < 0)
    return;
  places = atlas_network_get_places (self->whole, &n_places);
  text = g_strdup_printf (self->depth == 1 ? _ ("Around %s")
                                           : _ ("Two links around %s"),
                          places[center].label);
  gtk_label_set_text (self->whole_label, text);
  /* What scrolls need not be cut: only very long names are. */
  is_long = g_utf8_strlen (text, -1)
            > gtk_label_get_max_width_chars (self->whole_label);
  gtk_label_set_ellipsize (self->whole_label, is_long ? PANGO_ELLIPSIZE_END
                                                      : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (
      self->whole_label,
      is_long ? gtk_label_get_max_width_chars (self->whole_label) : -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->whole_label),
                               is_long ? text : NULL);
}

/**
 * atlas_network_view_stop:
 * @self: a view
 *
 * Cancels what is under way.
 */
void
atlas_network_view_stop (AtlasNetworkView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->job, atlas_network_job_unref);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_handle_id (&self->pending_id, g_source_remove);
  g_clear_pointer (&self->pending, atlas_network_unref);
  if (self->progress != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
}

static gboolean
on_progress (gpointer user_data)
{
  AtlasNetworkView *self = ATLAS_NETWORK_VIEW (user_data);

  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  gtk_progress_bar_set_fraction (self->progress,
                                 atlas_network_job_get_progress (self->job));

  return G_SOURCE_CONTINUE;
}

static void
show_network (AtlasNetworkView *self, AtlasNetwork *network)
{
  AtlasNetworkOptions options;

  g_clear_pointer (&self->network, atlas_network_unref);
  self->network = network;
  self->matrix_is_stale = TRUE;
  atlas_network_view_get_options (self, &options);
  self->syncing = TRUE;
  atlas_network_canvas_set_network (self->canvas, network, &options);
  atlas_network_places_set_network (self->places, network);
  atlas_network_details_set_network (self->details, network, self->profiles);
  self->syncing = FALSE;
  atlas_network_view_update_pages (self);
  atlas_network_view_take_selection (self);
}

/* What is being dragged is not taken out of the user's hand. */
static gboolean
on_pending (gpointer user_data)
{
  AtlasNetworkView *self = ATLAS_NETWORK_VIEW (user_data);

  if (atlas_network_canvas_get_busy (self->canvas))
    return G_SOURCE_CONTINUE;
  self->pending_id = 0;
  show_network (self, g_steal_pointer (&self->pending));

  return G_SOURCE_REMOVE;
}

/* Whether more is to come of what is being read. */
static gboolean
is_settling (AtlasNetworkView *self)
{
  return atlas_session_get_loading (self->session)
         || atlas_session_get_network_pending (self->session);
}

static void
on_job_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasNetworkView *self = ATLAS_NETWORK_VIEW (source);
  AtlasNetwork *network = atlas_network_job_finish (result);

  /* Another job follows this one: its network is not wanted any more. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable
      || network == NULL)
    {
      g_clear_pointer (&network, atlas_network_unref);
      return;
    }
  atlas_network_view_stop (self);
  self->fresh = self->fresh && is_settling (self);
  /* Among places that were arranged anew nobody has a home to go back to. */
  g_hash_table_remove_all (self->homes);
  if (!atlas_network_canvas_get_busy (self->canvas))
    {
      show_network (self, network);
      return;
    }
  self->pending = network;
  self->pending_id = g_timeout_add (PROGRESS_INTERVAL, on_pending, self);
}

/* Remembers where a place was before it was pinned. */
static void
keep_home (AtlasNetworkView *self, const AtlasPlace *place)
{
  const double home[2] = { place->x, place->y };

  if (!place->pinned)
    g_hash_table_replace (self->homes, g_strdup (place->id),
                          g_memdup2 (home, sizeof home));
}

static void
add_pins (AtlasNetworkView *self)
{
  const AtlasPlace *places;
  gsize n_places;

  places = atlas_network_get_places (self->whole, &n_places);
  for (gsize i = 0; i < n_places; i++)
    {
      double x;
      double y;
      gssize seen;

      if (!atlas_session_get_position (self->session, places[i].id, &x, &y))
        continue;
      seen = self->network != NULL
                 ? atlas_network_find (self->network, places[i].id)
                 : -1;
      if (seen >= 0)
        keep_home (self, &atlas_network_get_places (self->network, NULL)[seen]);
      atlas_network_job_add_pin (self->job, places[i].id, x, y);
    }
}

/**
 * atlas_network_view_has_center:
 * @self: a view
 *
 * Returns: whether the place whose surroundings are to be shown is there
 */
gboolean
atlas_network_view_has_center (AtlasNetworkView *self)
{
  return self->center != NULL && self->whole != NULL
         && atlas_network_find (self->whole, self->center) >= 0;
}

/**
 * atlas_network_view_update:
 * @self: a view
 *
 * Filters, measures and arranges anew, on a worker; what was under way is
 * cancelled.
 */
void
atlas_network_view_update (AtlasNetworkView *self)
{
  AtlasNetworkFilter filter;

  atlas_network_view_stop (self);
  update_filter_button (self);
  update_whole_button (self);
  if (self->whole == NULL || atlas_network_view_count_places (self->whole) == 0)
    {
      show_network (self, NULL);
      return;
    }

  /* What a folder looks like must not depend on how far it was read when: until
   * all of it is there, places need not stay where they were seen. */
  if (atlas_network_view_count_places (self->network) == 0)
    self->fresh = TRUE;
  atlas_network_filter_box_get_filter (self->filter_box, &filter);
  filter.ego = atlas_network_view_has_center (self) ? self->center : NULL;
  filter.ego_depth = MAX (self->depth, 1);
  self->job = atlas_network_job_new (self->whole, &filter,
                                     self->fresh ? NULL : self->network);
  add_pins (self);
  self->cancellable = g_cancellable_new ();
  self->progress_id = g_timeout_add (PROGRESS_INTERVAL, on_progress, self);
  atlas_network_job_run_async (self->job, G_OBJECT (self), self->cancellable,
                               on_job_done, NULL);
}

/* Releases a place, to where it was before it was pinned. Says whether that is
 * known: then all is as it was, and nothing else has to move. */
static gboolean
send_home (AtlasNetworkView *self, AtlasNetwork *network, guint place)
{
  const char *id = atlas_network_get_places (network, NULL)[place].id;
  const double *home = g_hash_table_lookup (self->homes, id);

  if (home != NULL)
    atlas_network_set_position (network, place, home[0], home[1], FALSE);
  atlas_network_set_pinned (network, place, FALSE);

  return g_hash_table_remove (self->homes, id);
}

/**
 * atlas_network_view_take_positions:
 * @self: a view
 *
 * The user put places elsewhere, or took that back: nothing else moves.
 */
void
atlas_network_view_take_positions (AtlasNetworkView *self)
{
  g_autoptr (AtlasNetwork) network = NULL;
  const AtlasPlace *places;
  gboolean released = FALSE;
  gsize n_places;

  if (self->network == NULL || self->job != NULL || self->pending != NULL)
    {
      atlas_network_view_update (self);
      return;
    }
  network = atlas_network_copy (self->network);
  places = atlas_network_get_places (network, &n_places);
  for (guint i = 0; i < n_places; i++)
    {
      double x;
      double y;

      if (atlas_session_get_position (self->session, places[i].id, &x, &y))
        {
          keep_home (self, &places[i]);
          atlas_network_set_position (network, i, x, y, TRUE);
        }
      else if (places[i].pinned)
        {
          if (!send_home (self, network, i))
            released = TRUE;
        }
    }
  show_network (self, g_steal_pointer (&network));
  if (released)
    atlas_network_view_update (self);
}
