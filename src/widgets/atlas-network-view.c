/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-view-private.h"

#include <glib/gi18n.h>

#include "atlas-access.h"
#include "atlas-chart-network-words.h"

/* Narrower than this the list of places makes room for the picture. */
#define NARROW_WIDTH 640

/* How often progress is looked at, and how long before it is shown, in ms. */
#define PROGRESS_INTERVAL 120

/* How wide the list of places is at first: a part of the page, between two
 * bounds in pixels. */
#define SIDE_PART 0.37
#define SIDE_LEAST 300
#define SIDE_MOST 450

#define ZOOM_STEP 1.25

G_DEFINE_FINAL_TYPE (AtlasNetworkView, atlas_network_view, ADW_TYPE_BIN)

/* --- what is shown ------------------------------------------------------ */

static void
get_options (AtlasNetworkView *self, AtlasNetworkOptions *options)
{
  guint size = gtk_drop_down_get_selected (self->size);
  guint fill = gtk_drop_down_get_selected (self->fill);
  guint order = gtk_drop_down_get_selected (self->order);

  options->size = (AtlasNodeMeasure) MIN (size, ATLAS_N_NODE_MEASURES - 1u);
  options->fill = (AtlasNodeFill) MIN (fill, ATLAS_N_NODE_FILLS - 1u);
  options->matrix_order =
      (AtlasMatrixOrder) MIN (order, ATLAS_N_MATRIX_ORDERS - 1u);
  options->whole = self->whole;
}

static gboolean
is_matrix (AtlasNetworkView *self)
{
  return gtk_toggle_button_get_active (self->matrix_button);
}

static guint
count_places (AtlasNetwork *network)
{
  gsize n_places = 0;

  if (network != NULL)
    atlas_network_get_places (network, &n_places);

  return (guint) n_places;
}

static void
update_matrix (AtlasNetworkView *self)
{
  g_autoptr (AtlasChart) chart = NULL;

  if (!is_matrix (self) || !self->matrix_is_stale || self->network == NULL)
    return;
  self->matrix_is_stale = FALSE;
  chart = atlas_network_view_dup_chart (self);
  atlas_chart_view_set_chart (self->matrix, chart);
}

static void
update_pages (AtlasNetworkView *self)
{
  const char *page = is_matrix (self) ? "matrix" : "graph";

  gtk_stack_set_visible_child_name (
      self->stack, count_places (self->whole) > 0 ? "network" : "empty");
  if (self->network != NULL && count_places (self->network) == 0)
    page = "nothing";
  gtk_stack_set_visible_child_name (self->picture_stack, page);
  gtk_widget_set_visible (self->zoom_box, !is_matrix (self));
  gtk_widget_set_visible (GTK_WIDGET (self->fill), !is_matrix (self));
  gtk_widget_set_visible (GTK_WIDGET (self->order), is_matrix (self));
  update_matrix (self);
}

/**
 * atlas_network_view_update_status:
 * @self: a view
 *
 * Shows what is said of what is pointed at, or else how large the network is,
 * and how many labels are hidden.
 */
void
atlas_network_view_update_status (AtlasNetworkView *self)
{
  const char *sentence = atlas_network_canvas_get_sentence (self->canvas);
  g_autofree char *size = NULL;
  g_autofree char *hidden = NULL;
  AtlasFormat format;

  atlas_format_init_for_locale (&format);
  if (self->network != NULL && !is_matrix (self))
    hidden = atlas_network_dup_hidden (
        atlas_network_canvas_get_n_hidden_labels (self->canvas), &format);
  gtk_label_set_text (self->hidden, hidden != NULL ? hidden : "");
  if (self->note != NULL)
    sentence = self->note;
  else if (sentence == NULL && self->network != NULL)
    sentence = size = atlas_network_dup_subtitle (self->network, &format);
  gtk_label_set_text (self->status, sentence != NULL ? sentence : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->status), sentence);
}

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
}

/* --- the job ------------------------------------------------------------ */

static void
stop_job (AtlasNetworkView *self)
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
  get_options (self, &options);
  self->syncing = TRUE;
  atlas_network_canvas_set_network (self->canvas, network, &options);
  atlas_network_places_set_network (self->places, network);
  atlas_network_details_set_network (self->details, network, self->profiles);
  self->syncing = FALSE;
  update_pages (self);
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
  stop_job (self);
  self->fresh = self->fresh && is_settling (self);
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

/* Whether the place whose surroundings are to be shown is there. */
static gboolean
has_center (AtlasNetworkView *self)
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

  stop_job (self);
  update_filter_button (self);
  update_whole_button (self);
  if (self->whole == NULL || count_places (self->whole) == 0)
    {
      show_network (self, NULL);
      return;
    }

  /* What a folder looks like must not depend on how far it was read when: until
   * all of it is there, places need not stay where they were seen. */
  if (count_places (self->network) == 0)
    self->fresh = TRUE;
  atlas_network_filter_box_get_filter (self->filter_box, &filter);
  filter.ego = has_center (self) ? self->center : NULL;
  filter.ego_depth = MAX (self->depth, 1);
  self->job = atlas_network_job_new (self->whole, &filter,
                                     self->fresh ? NULL : self->network);
  add_pins (self);
  self->cancellable = g_cancellable_new ();
  self->progress_id = g_timeout_add (PROGRESS_INTERVAL, on_progress, self);
  atlas_network_job_run_async (self->job, G_OBJECT (self), self->cancellable,
                               on_job_done, NULL);
}

static void
on_session_network (AtlasNetworkView *self)
{
  AtlasNetwork *network = atlas_session_get_network (self->session);

  if (network == self->whole)
    return;
  if (network != NULL)
    atlas_network_ref (network);
  g_clear_pointer (&self->whole, atlas_network_unref);
  self->whole = network;
  g_clear_pointer (&self->profiles, g_ptr_array_unref);
  self->profiles = atlas_session_snapshot (self->session, ATLAS_SCOPE_VISIBLE);
  if (has_center (self))
    self->center_waits = FALSE;
  else if (!self->center_waits)
    g_clear_pointer (&self->center, g_free);
  atlas_network_filter_box_set_network (self->filter_box, network);
  update_pages (self);
  atlas_network_view_update (self);
}

/* Releases a place, to where it was. */
static void
send_home (AtlasNetworkView *self, AtlasNetwork *network, guint place)
{
  const char *id = atlas_network_get_places (network, NULL)[place].id;
  const double *home = g_hash_table_lookup (self->homes, id);

  if (home != NULL)
    atlas_network_set_position (network, place, home[0], home[1], FALSE);
  atlas_network_set_pinned (network, place, FALSE);
  g_hash_table_remove (self->homes, id);
}

/* The user put places elsewhere, or took that back: nothing else moves. */
static void
on_positions (AtlasNetworkView *self)
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
          send_home (self, network, i);
          released = TRUE;
        }
    }
  show_network (self, g_steal_pointer (&network));
  if (released)
    atlas_network_view_update (self);
}

/* --- handlers of the template ------------------------------------------- */

static void
on_matrix_toggled (AtlasNetworkView *self)
{
  update_pages (self);
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
  get_options (self, &options);
  self->matrix_is_stale = TRUE;
  atlas_network_canvas_set_network (self->canvas, self->network, &options);
  update_matrix (self);
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

static const char *
get_place_id (AtlasNetworkView *self, guint place)
{
  gsize n_places;
  const AtlasPlace *places;

  if (self->network == NULL)
    return NULL;
  places = atlas_network_get_places (self->network, &n_places);

  return place < n_places ? places[place].id : NULL;
}

static void
on_place_activated (AtlasNetworkView *self, guint place)
{
  const char *id = get_place_id (self, place);

  if (id != NULL && g_strcmp0 (id, self->center) == 0)
    atlas_network_view_show_surroundings (self, NULL, 0);
  else if (id != NULL)
    atlas_network_view_show_surroundings (self, id, 1);
}

static void
on_place_moved (AtlasNetworkView *self, guint place, double x, double y)
{
  const char *id = get_place_id (self, place);

  if (id != NULL)
    atlas_session_set_position (self->session, id, x, y);
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

static void
on_place_chosen (AtlasNetworkView *self, guint place)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (chosen, place);
  atlas_network_canvas_set_focus_place (self->canvas, (int) place);
  atlas_network_view_give_selection (self, chosen);
}

/* --- actions ------------------------------------------------------------ */

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
        self, get_place_id (self, (guint) place),
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
    atlas_session_release_places (self->session, NULL);
  else if (place >= 0)
    atlas_session_release_places (self->session,
                                  get_place_id (self, (guint) place));
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

  atlas_network_view_set_show_matrix (self, !is_matrix (self));
}

/* --- type --------------------------------------------------------------- */

static gboolean
apply_narrow (gpointer user_data)
{
  AtlasNetworkView *self = ATLAS_NETWORK_VIEW (user_data);

  self->narrow_id = 0;
  gtk_toggle_button_set_active (self->side_button, !self->narrow);

  return G_SOURCE_REMOVE;
}

/* Sizes are given out by hand: with a layout manager GTK would not call
 * size_allocate, which finds out whether the page is narrow. */
static void
atlas_network_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation,
                      for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
atlas_network_view_size_allocate (GtkWidget *widget,
                                  int width,
                                  int height,
                                  int baseline)
{
  AtlasNetworkView *self = ATLAS_NETWORK_VIEW (widget);
  gboolean narrow = width < NARROW_WIDTH;

  if (!self->has_size && width > 1)
    {
      int side = (int) CLAMP (width * SIDE_PART, SIDE_LEAST, SIDE_MOST);

      gtk_paned_set_position (self->paned, width - side);
      self->has_size = TRUE;
    }
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height,
                       baseline, NULL);
  gtk_popover_present (GTK_POPOVER (self->popover));
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  /* Not while sizes are being given out. */
  if (self->narrow_id == 0)
    self->narrow_id = g_idle_add (apply_narrow, self);
}

static void
atlas_network_view_dispose (GObject *object)
{
  AtlasNetworkView *self = ATLAS_NETWORK_VIEW (object);

  stop_job (self);
  g_clear_handle_id (&self->narrow_id, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->whole, atlas_network_unref);
  g_clear_pointer (&self->network, atlas_network_unref);
  g_clear_pointer (&self->profiles, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_network_view_parent_class)->dispose (object);
}

static void
atlas_network_view_finalize (GObject *object)
{
  AtlasNetworkView *self = ATLAS_NETWORK_VIEW (object);

  g_free (self->center);
  g_hash_table_unref (self->homes);
  g_free (self->note);

  G_OBJECT_CLASS (atlas_network_view_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
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

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, AtlasNetworkView, name)
  BIND (stack);
  BIND (picture_stack);
  BIND (graph_button);
  BIND (matrix_button);
  BIND (search);
  BIND (filter_button);
  BIND (filter_box);
  BIND (whole_button);
  BIND (whole_label);
  BIND (size);
  BIND (fill);
  BIND (order);
  BIND (zoom_box);
  BIND (zoom_label);
  BIND (side_button);
  BIND (paned);
  BIND (canvas);
  BIND (matrix_bin);
  BIND (progress);
  BIND (side);
  BIND (places);
  BIND (details);
  BIND (status);
  BIND (hidden);
  BIND (place_menu);
#undef BIND
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
  CALLBACK (on_place_chosen);
#undef CALLBACK
}

/* What the page is about takes the keyboard: the graph or the matrix. */
static gboolean
atlas_network_view_grab_focus (GtkWidget *widget)
{
  AtlasNetworkView *self = ATLAS_NETWORK_VIEW (widget);
  GtkWidget *picture = gtk_stack_get_visible_child (self->picture_stack);

  return gtk_widget_child_focus (
      GTK_IS_WIDGET (picture) && gtk_widget_get_child_visible (picture)
          ? picture
          : widget,
      GTK_DIR_TAB_FORWARD);
}

static void
atlas_network_view_class_init (AtlasNetworkViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atlas_network_view_dispose;
  object_class->finalize = atlas_network_view_finalize;
  widget_class->measure = atlas_network_view_measure;
  widget_class->size_allocate = atlas_network_view_size_allocate;
  widget_class->grab_focus = atlas_network_view_grab_focus;

  g_type_ensure (ATLAS_TYPE_NETWORK_CANVAS);
  g_type_ensure (ATLAS_TYPE_NETWORK_DETAILS);
  g_type_ensure (ATLAS_TYPE_NETWORK_FILTER_BOX);
  g_type_ensure (ATLAS_TYPE_NETWORK_PLACES);
  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-network-view.ui");
  bind_children (widget_class);
  install_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "network.find", NULL);
}

static void
fill_titles (GtkDropDown *drop_down,
             guint n_titles,
             const char *(*title) (guint))
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_titles; i++)
    gtk_string_list_append (list, title (i));
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
}

static const char *
get_size_title (guint index)
{
  return atlas_node_measure_get_title ((AtlasNodeMeasure) index);
}

static const char *
get_fill_title (guint index)
{
  return atlas_node_fill_get_title ((AtlasNodeFill) index);
}

static const char *
get_order_title (guint index)
{
  return atlas_matrix_order_get_title ((AtlasMatrixOrder) index);
}

static void
on_mark_selected (AtlasNetworkView *self, guint mark, gboolean extend)
{
  AtlasChartLayout *layout = atlas_chart_view_get_layout (self->matrix);
  const AtlasMark *chosen;

  if (layout == NULL || mark >= atlas_chart_layout_get_n_marks (layout))
    return;
  chosen = atlas_chart_layout_get_mark (layout, mark);
  if (chosen->place >= 0)
    on_place_chosen (self, (guint) chosen->place);
}

static void
atlas_network_view_init (AtlasNetworkView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->homes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (widget);
  atlas_access_name_controls (widget);
  gtk_widget_set_layout_manager (widget, NULL);
  fill_titles (self->size, ATLAS_N_NODE_MEASURES, get_size_title);
  fill_titles (self->fill, ATLAS_N_NODE_FILLS, get_fill_title);
  fill_titles (self->order, ATLAS_N_MATRIX_ORDERS, get_order_title);

  self->matrix = ATLAS_CHART_VIEW (atlas_chart_view_new ());
  g_signal_connect_swapped (self->matrix, "mark-selected",
                            G_CALLBACK (on_mark_selected), self);
  {
    GtkWidget *scrolled = gtk_scrolled_window_new ();

    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                   GTK_WIDGET (self->matrix));
    adw_bin_set_child (self->matrix_bin, scrolled);
  }

  self->popover = gtk_popover_menu_new_from_model (self->place_menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, widget);

  gtk_widget_action_set_enabled (widget, "network.path", FALSE);
  gtk_widget_action_set_enabled (widget, "network.whole", FALSE);
  gtk_widget_action_set_enabled (widget, "network.surroundings", FALSE);
}

/* --- public ------------------------------------------------------------- */

/**
 * atlas_network_view_new:
 * @session: what the user is looking at; referenced
 *
 * Returns: the network page
 */
GtkWidget *
atlas_network_view_new (AtlasSession *session)
{
  AtlasNetworkView *self;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);

  self = g_object_new (ATLAS_TYPE_NETWORK_VIEW, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "notify::network",
                            G_CALLBACK (on_session_network), self);
  g_signal_connect_swapped (session, "selection-changed",
                            G_CALLBACK (atlas_network_view_take_selection),
                            self);
  g_signal_connect_swapped (session, "positions-changed",
                            G_CALLBACK (on_positions), self);
  on_session_network (self);

  return GTK_WIDGET (self);
}

/**
 * atlas_network_view_dup_chart:
 * @self: a view
 *
 * Returns: (transfer full) (nullable): graph or matrix, as shown, with title,
 *   legend and source
 */
AtlasChart *
atlas_network_view_dup_chart (AtlasNetworkView *self)
{
  AtlasNetworkOptions options;
  AtlasFormat format;
  AtlasChart *chart;

  g_return_val_if_fail (ATLAS_IS_NETWORK_VIEW (self), NULL);

  if (self->network == NULL || self->profiles == NULL)
    return NULL;
  chart = atlas_chart_new (
      is_matrix (self) ? ATLAS_CHART_MATRIX : ATLAS_CHART_NETWORK,
      (const AtlasProfile *const *) self->profiles->pdata, self->profiles->len,
      atlas_session_get_aliases (self->session), self->network);
  get_options (self, &options);
  atlas_chart_set_network_options (chart, &options);
  atlas_format_init_for_locale (&format);
  atlas_chart_set_format (chart, &format);

  return chart;
}

/**
 * atlas_network_view_get_ready:
 * @self: a view
 *
 * Returns: whether nothing is under way and the picture is sharp
 */
gboolean
atlas_network_view_get_ready (AtlasNetworkView *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_VIEW (self), FALSE);

  return self->job == NULL && self->pending == NULL && self->network != NULL
         && (is_matrix (self) || count_places (self->network) == 0
             || atlas_network_canvas_get_ready (self->canvas));
}

/**
 * atlas_network_view_get_network:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the network shown
 */
AtlasNetwork *
atlas_network_view_get_network (AtlasNetworkView *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_VIEW (self), NULL);

  return self->network;
}

/**
 * atlas_network_view_get_canvas:
 * @self: a view
 *
 * Returns: (transfer none): its graph
 */
AtlasNetworkCanvas *
atlas_network_view_get_canvas (AtlasNetworkView *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_VIEW (self), NULL);

  return self->canvas;
}

/**
 * atlas_network_view_get_show_matrix:
 * @self: a view
 *
 * Returns: whether the matrix is shown instead of the graph
 */
gboolean
atlas_network_view_get_show_matrix (AtlasNetworkView *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_VIEW (self), FALSE);

  return is_matrix (self);
}

/**
 * atlas_network_view_set_show_matrix:
 * @self: a view
 * @show_matrix: whether to show the matrix instead of the graph
 */
void
atlas_network_view_set_show_matrix (AtlasNetworkView *self,
                                    gboolean show_matrix)
{
  g_return_if_fail (ATLAS_IS_NETWORK_VIEW (self));

  gtk_toggle_button_set_active (
      show_matrix ? self->matrix_button : self->graph_button, TRUE);
}

/**
 * atlas_network_view_dup_state:
 * @self: a view
 *
 * Graph or matrix, what sizes, colours and the order stand for, whose
 * surroundings are shown, and what is filtered.
 *
 * Returns: (transfer floating): a variant of type a{sv}
 */
GVariant *
atlas_network_view_dup_state (AtlasNetworkView *self)
{
  AtlasNetworkOptions options;
  GVariantDict state;

  g_return_val_if_fail (ATLAS_IS_NETWORK_VIEW (self), NULL);

  get_options (self, &options);
  g_variant_dict_init (&state, NULL);
  g_variant_dict_insert (&state, "matrix", "b", is_matrix (self));
  g_variant_dict_insert (&state, "size", "u", (guint) options.size);
  g_variant_dict_insert (&state, "fill", "u", (guint) options.fill);
  g_variant_dict_insert (&state, "order", "u", (guint) options.matrix_order);
  if (self->center != NULL)
    {
      g_variant_dict_insert (&state, "center", "s", self->center);
      g_variant_dict_insert (&state, "depth", "u", self->depth);
    }

  g_variant_dict_insert_value (
      &state, "filter", atlas_network_filter_box_dup_state (self->filter_box));

  return g_variant_dict_end (&state);
}

static void
restore_choice (GVariant *state,
                const char *key,
                GtkDropDown *drop_down,
                guint n_choices)
{
  guint choice;

  if (g_variant_lookup (state, key, "u", &choice) && choice < n_choices)
    gtk_drop_down_set_selected (drop_down, choice);
}

/**
 * atlas_network_view_restore_state:
 * @self: a view
 * @state: what atlas_network_view_dup_state() made; what is missing or does
 *   not make sense stays as it is
 */
void
atlas_network_view_restore_state (AtlasNetworkView *self, GVariant *state)
{
  g_autoptr (GVariant) filter =
      g_variant_lookup_value (state, "filter", G_VARIANT_TYPE_VARDICT);
  const char *center = NULL;
  gboolean matrix = FALSE;
  guint depth = 1;

  g_return_if_fail (ATLAS_IS_NETWORK_VIEW (self));
  g_return_if_fail (g_variant_is_of_type (state, G_VARIANT_TYPE_VARDICT));

  restore_choice (state, "size", self->size, ATLAS_N_NODE_MEASURES);
  restore_choice (state, "fill", self->fill, ATLAS_N_NODE_FILLS);
  restore_choice (state, "order", self->order, ATLAS_N_MATRIX_ORDERS);
  if (g_variant_lookup (state, "matrix", "b", &matrix))
    atlas_network_view_set_show_matrix (self, matrix);
  if (filter != NULL)
    atlas_network_filter_box_restore_state (self->filter_box, filter);
  g_variant_lookup (state, "depth", "u", &depth);
  if (g_variant_lookup (state, "center", "&s", &center))
    {
      /* Of a project that is being read the place may not be there yet. */
      atlas_network_view_show_surroundings (self, center, CLAMP (depth, 1, 2));
      self->center_waits = !has_center (self);
    }
}
