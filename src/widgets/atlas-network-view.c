/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-view-private.h"

#include <glib/gi18n.h>

#include "atlas-access.h"
#include "atlas-chart-network-words.h"
#include "atlas-text-scale.h"

/* Narrower than this the list of places makes room for the picture. */
#define NARROW_WIDTH 640

/* How far above its least width a wide page becomes narrow. */
#define NARROW_MARGIN 24

/* How wide the list of places is at first: a part of the page, between two
 * bounds in pixels. */
#define SIDE_PART 0.37
#define SIDE_LEAST 300
#define SIDE_MOST 450

G_DEFINE_FINAL_TYPE (AtlasNetworkView, atlas_network_view, ADW_TYPE_BIN)

/* --- what is shown ------------------------------------------------------ */

/**
 * atlas_network_view_count_places:
 * @network: (nullable): a network
 *
 * Returns: number of its places
 */
guint
atlas_network_view_count_places (AtlasNetwork *network)
{
  gsize n_places = 0;

  if (network != NULL)
    atlas_network_get_places (network, &n_places);

  return (guint) n_places;
}

/**
 * atlas_network_view_update_matrix:
 * @self: a view
 *
 * Makes the matrix anew, when it is shown and something changed.
 */
void
atlas_network_view_update_matrix (AtlasNetworkView *self)
{
  g_autoptr (AtlasChart) chart = NULL;

  if (!atlas_network_view_get_show_matrix (self) || !self->matrix_is_stale
      || self->network == NULL)
    return;
  self->matrix_is_stale = FALSE;
  chart = atlas_network_view_dup_chart (self);
  atlas_chart_view_set_chart (self->matrix, chart);
}

/* Where nothing is drawn, search and filters may be the reason. */
static const char *
get_page (AtlasNetworkView *self)
{
  if (atlas_network_view_count_places (self->whole) > 0)
    return "network";

  return self->session != NULL && atlas_session_get_n_hidden (self->session) > 0
             ? "filtered"
             : "empty";
}

/**
 * atlas_network_view_update_pages:
 * @self: a view
 *
 * Shows the page that there is something for.
 */
void
atlas_network_view_update_pages (AtlasNetworkView *self)
{
  const char *page =
      atlas_network_view_get_show_matrix (self) ? "matrix" : "graph";

  gtk_stack_set_visible_child_name (self->stack, get_page (self));
  if (self->network != NULL
      && atlas_network_view_count_places (self->network) == 0)
    page = "nothing";
  gtk_stack_set_visible_child_name (self->picture_stack, page);
  gtk_widget_set_visible (self->zoom_box,
                          !atlas_network_view_get_show_matrix (self));
  gtk_widget_set_visible (GTK_WIDGET (self->fill),
                          !atlas_network_view_get_show_matrix (self));
  gtk_widget_set_visible (GTK_WIDGET (self->order),
                          atlas_network_view_get_show_matrix (self));
  atlas_network_view_update_matrix (self);
}

/* How many places the filters and surroundings leave out, and how many labels
 * have no room. */
static char *
dup_hidden (AtlasNetworkView *self, const AtlasFormat *format)
{
  GString *text = g_string_new (NULL);
  g_autofree char *labels = NULL;
  guint n_whole = atlas_network_view_count_places (self->whole);
  guint n_shown = atlas_network_view_count_places (self->network);

  if (self->network != NULL && n_whole > n_shown)
    {
      g_autofree char *number =
          atlas_format_value (format, n_whole - n_shown, 0);

      /* Translators: places of the network that a filter leaves out. */
      g_string_printf (
          text,
          ngettext ("%s place hidden", "%s places hidden", n_whole - n_shown),
          number);
    }
  if (self->network != NULL && !atlas_network_view_get_show_matrix (self))
    labels = atlas_network_dup_hidden (
        atlas_network_canvas_get_n_hidden_labels (self->canvas), format);
  if (labels != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", labels);
  if (!atlas_network_view_get_show_matrix (self)
      && atlas_network_canvas_get_ready (self->canvas)
      && !atlas_network_canvas_has_legend (self->canvas))
    /* Translators: the window is too small for the legend of the network. */
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                            _ ("No room for the legend"));

  return g_string_free (text, FALSE);
}

/**
 * atlas_network_view_update_status:
 * @self: a view
 *
 * Shows what is said of what is pointed at, or else how large the network is,
 * and how many places and labels are hidden.
 */
void
atlas_network_view_update_status (AtlasNetworkView *self)
{
  const char *sentence = atlas_network_canvas_get_sentence (self->canvas);
  g_autofree char *size = NULL;
  g_autofree char *hidden = NULL;
  g_autofree char *directed = NULL;
  AtlasFormat format;

  atlas_format_init_for_locale (&format);
  hidden = dup_hidden (self, &format);
  gtk_label_set_text (self->hidden, hidden);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->hidden),
                               *hidden != '\0' ? hidden : NULL);
  if (self->note != NULL)
    sentence = self->note;
  else if (sentence == NULL && self->network != NULL)
    sentence = size = atlas_network_dup_subtitle (self->network, &format);
  directed = atlas_access_dup_directed (sentence);
  gtk_label_set_text (self->status, directed != NULL ? directed : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->status), sentence);
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
  if (atlas_network_view_has_center (self))
    self->center_waits = FALSE;
  else if (!self->center_waits)
    g_clear_pointer (&self->center, g_free);
  atlas_network_filter_box_set_network (self->filter_box, network);
  atlas_network_view_update_pages (self);
  atlas_network_view_update (self);
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
  double usual = NARROW_WIDTH * atlas_text_scale_get (widget);
  gboolean narrow;

  /* In languages with long words both panes take more than that. */
  if (!self->narrow)
    gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)),
                        GTK_ORIENTATION_HORIZONTAL, -1, &self->wide_minimum,
                        NULL, NULL, NULL);
  narrow = width < MAX (usual, self->wide_minimum + NARROW_MARGIN);

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

  atlas_network_view_stop (self);
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
  atlas_network_view_bind_handlers (widget_class);
  atlas_network_view_install_actions (widget_class);
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
    atlas_network_view_choose (self, (guint) chosen->place);
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
                            G_CALLBACK (atlas_network_view_take_positions),
                            self);
  on_session_network (self);

  return GTK_WIDGET (self);
}

/**
 * atlas_network_view_get_ready:
 * @self: a view
 *
 * Returns: whether nothing is under way, here or with the session, and the
 *   picture is sharp
 */
gboolean
atlas_network_view_get_ready (AtlasNetworkView *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_VIEW (self), FALSE);

  return self->job == NULL && self->pending == NULL && self->network != NULL
         && !atlas_session_get_network_pending (self->session)
         && (atlas_network_view_get_show_matrix (self)
             || atlas_network_view_count_places (self->network) == 0
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

  return gtk_toggle_button_get_active (self->matrix_button);
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
