/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "../app/atlas-resize.h"
#include "network-view-fixture.h"

static void
click (Fixture *fixture, guint place, int n_press)
{
  GObject *gesture = network_view_find_controller (
      GTK_WIDGET (fixture->canvas), GTK_TYPE_GESTURE_CLICK, GDK_BUTTON_PRIMARY);
  double x;
  double y;

  g_assert_true (
      atlas_network_canvas_get_position (fixture->canvas, place, &x, &y));
  g_signal_emit_by_name (gesture, "released", n_press, x, y);
}

static void
press_key (Fixture *fixture, guint key, GdkModifierType state)
{
  GObject *keys = network_view_find_controller (
      GTK_WIDGET (fixture->canvas), GTK_TYPE_EVENT_CONTROLLER_KEY, 0);
  gboolean handled = FALSE;

  g_signal_emit_by_name (keys, "key-pressed", key, 0, state, &handled);
  g_assert_true (handled);
}

/* --- tests -------------------------------------------------------------- */

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  double x;
  double y;
  double new_x;
  double new_y;

  g_assert_true (
      atlas_network_canvas_get_position (fixture->canvas, 3, &x, &y));
  atlas_network_canvas_zoom_at (fixture->canvas, 2.0, x, y);
  g_assert_cmpfloat_with_epsilon (
      atlas_network_canvas_get_zoom (fixture->canvas), 2.0, 1e-9);
  atlas_network_canvas_get_position (fixture->canvas, 3, &new_x, &new_y);
  g_assert_cmpfloat_with_epsilon (new_x, x, 1.0);
  g_assert_cmpfloat_with_epsilon (new_y, y, 1.0);
  gtk_test_widget_wait_for_draw (fixture->window);
  network_view_wait (fixture);

  gtk_widget_activate_action (fixture->view, "network.fit", NULL);
  g_assert_cmpfloat_with_epsilon (
      atlas_network_canvas_get_zoom (fixture->canvas), 1.0, 1e-9);
  press_key (fixture, GDK_KEY_plus, 0);
  g_assert_cmpfloat (atlas_network_canvas_get_zoom (fixture->canvas), >, 1.2);
  press_key (fixture, GDK_KEY_minus, 0);
  press_key (fixture, GDK_KEY_minus, 0);
  g_assert_cmpfloat (atlas_network_canvas_get_zoom (fixture->canvas), <, 1.0);
  gtk_test_widget_wait_for_draw (fixture->window);
  network_view_wait (fixture);
  press_key (fixture, GDK_KEY_0, 0);
  g_assert_cmpfloat_with_epsilon (
      atlas_network_canvas_get_zoom (fixture->canvas), 1.0, 1e-9);

  /* Dragging the ground moves the map. */
  atlas_network_canvas_get_position (fixture->canvas, 3, &x, &y);
  network_view_drag (fixture, 3, 3, 40, 25);
  atlas_network_canvas_get_position (fixture->canvas, 3, &new_x, &new_y);
  g_assert_cmpfloat_with_epsilon (new_x - x, 40, 1.0);
  g_assert_cmpfloat_with_epsilon (new_y - y, 25, 1.0);
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  const char *const two[] = { network_view_get_place (fixture, 1)->id,
                              network_view_get_place (fixture, 4)->id, NULL };
  g_autoptr (GArray) selected = NULL;
  g_autoptr (GArray) rows = NULL;

  /* A click selects in the session, and so in the list. */
  click (fixture, 2, 1);
  g_assert_true (atlas_session_is_place_selected (
      fixture->session, network_view_get_place (fixture, 2)->id));
  rows = atlas_network_places_dup_selected (fixture->self->places);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpuint (g_array_index (rows, guint, 0), ==, 2);

  /* What another view selects is selected here. */
  atlas_session_select_places (fixture->session, two);
  selected = atlas_network_canvas_dup_selected (fixture->canvas);
  g_assert_cmpuint (selected->len, ==, 2);
  g_assert_true (atlas_network_canvas_is_selected (fixture->canvas, 4));

  /* A shortest way between the two. */
  gtk_widget_activate_action (fixture->view, "network.path", NULL);
  g_assert_nonnull (fixture->self->note);
  gtk_test_widget_wait_for_draw (fixture->window);

  /* Escape takes the selection away. */
  press_key (fixture, GDK_KEY_Escape, 0);
  g_assert_false (atlas_session_is_place_selected (
      fixture->session, network_view_get_place (fixture, 4)->id));
}

static void
test_surroundings (Fixture *fixture, gconstpointer data)
{
  guint n_all = network_view_count_places (fixture);
  g_autofree char *id = g_strdup (network_view_get_place (fixture, 5)->id);
  guint n_near;
  guint degree = network_view_get_place (fixture, 5)->degree;

  atlas_network_canvas_set_focus_place (fixture->canvas, 5);
  gtk_widget_activate_action (fixture->view, "network.surroundings", "u", 1);
  network_view_wait (fixture);
  n_near = network_view_count_places (fixture);
  g_assert_cmpuint (n_near, ==, degree + 1);
  g_assert_cmpint (
      atlas_network_find (atlas_network_view_get_network (fixture->self), id),
      >=, 0);
  gtk_test_widget_wait_for_draw (fixture->window);

  atlas_network_view_show_surroundings (fixture->self, id, 2);
  network_view_wait (fixture);
  g_assert_cmpuint (network_view_count_places (fixture), >, n_near);
  gtk_widget_activate_action (fixture->view, "network.whole", NULL);
  network_view_wait (fixture);
  g_assert_cmpuint (network_view_count_places (fixture), ==, n_all);
}

/* However narrow the window, the toolbar scrolls before it cuts what is shown.
 */
static void
test_chip (Fixture *fixture, gconstpointer data)
{
  GtkLabel *label = fixture->self->whole_label;
  guint n_short = 0;

  gtk_widget_set_size_request (fixture->view, 360, -1);
  RESIZE_UNTIL (fixture->window, 360, 700,
                gtk_widget_get_width (fixture->view) <= 600);
  for (gsize i = 0, n = 1; i < n; i++)
    {
      const char *id =
          atlas_network_get_places (fixture->self->whole, &n)[i].id;

      atlas_network_view_show_surroundings (fixture->self, id, 1);
      network_view_wait (fixture);
      gtk_test_widget_wait_for_draw (fixture->window);
      if (strlen (gtk_label_get_text (label)) > 28)
        continue;
      n_short++;
      g_assert_false (
          pango_layout_is_ellipsized (gtk_label_get_layout (label)));
    }
  g_assert_cmpuint (n_short, >, 0);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strdup (network_view_get_place (fixture, 7)->label);
  GtkEditable *entry = GTK_EDITABLE (fixture->self->search);
  const char *sentence;

  gtk_widget_activate_action (fixture->view, "network.find", NULL);
  gtk_editable_set_text (entry, name);
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpint (atlas_network_canvas_get_focus_place (fixture->canvas), ==,
                   7);
  g_assert_true (atlas_session_is_place_selected (
      fixture->session, network_view_get_place (fixture, 7)->id));
  sentence = atlas_network_canvas_get_sentence (fixture->canvas);
  g_assert_nonnull (strstr (sentence, name));

  gtk_editable_set_text (entry, "no such place");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_true (
      gtk_widget_has_css_class (GTK_WIDGET (fixture->self->search), "error"));
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
}

/* Arrows walk from place to place, each is said, Enter selects it. */
static void
test_keyboard (Fixture *fixture, gconstpointer data)
{
  static const guint keys[] = { GDK_KEY_Left, GDK_KEY_Up, GDK_KEY_Right,
                                GDK_KEY_Down };
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  const char *sentence;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  press_key (fixture, GDK_KEY_Home, 0);
  for (guint i = 0; i < 60; i++)
    {
      int from = atlas_network_canvas_get_focus_place (fixture->canvas);
      double x;
      double y;
      double new_x;
      double new_y;
      int to;

      g_assert_cmpint (from, >=, 0);
      g_hash_table_add (seen, GINT_TO_POINTER (from + 1));
      sentence = atlas_network_canvas_get_sentence (fixture->canvas);
      g_assert_nonnull (strstr (
          sentence, network_view_get_place (fixture, (guint) from)->label));
      atlas_network_canvas_get_position (fixture->canvas, (guint) from, &x, &y);
      press_key (fixture, keys[(i / 3 + i / 7) % 4], 0);
      to = atlas_network_canvas_get_focus_place (fixture->canvas);
      atlas_network_canvas_get_position (fixture->canvas, (guint) to, &new_x,
                                         &new_y);
      if (to != from && keys[(i / 3 + i / 7) % 4] == GDK_KEY_Left)
        g_assert_cmpfloat (new_x, <, x);
      if (to != from && keys[(i / 3 + i / 7) % 4] == GDK_KEY_Down)
        g_assert_cmpfloat (new_y, >, y);
    }
  g_assert_cmpuint (g_hash_table_size (seen), >=, 8);
  gtk_test_widget_wait_for_draw (fixture->window);

  press_key (fixture, GDK_KEY_Return, 0);
  g_assert_true (atlas_network_canvas_is_selected (
      fixture->canvas,
      (guint) atlas_network_canvas_get_focus_place (fixture->canvas)));
}

/* What is said of places that are not shown, before what is of labels. */
static void
assert_hidden_told (Fixture *fixture, guint n_all)
{
  const char *told = gtk_label_get_text (fixture->self->hidden);
  guint n_hidden = n_all - network_view_count_places (fixture);
  g_autofree char *expected =
      g_strdup_printf ("%u place%s hidden", n_hidden, n_hidden == 1 ? "" : "s");

  if (n_hidden > 0)
    g_assert_true (g_str_has_prefix (told, expected));
  else
    g_assert_null (strstr (told, "place"));
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  guint n_all = network_view_count_places (fixture);
  GtkWidget *patents = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (fixture->self->filter_box),
                                     ATLAS_TYPE_NETWORK_FILTER_BOX, "patents"));
  GObject *at_least =
      gtk_widget_get_template_child (GTK_WIDGET (fixture->self->filter_box),
                                     ATLAS_TYPE_NETWORK_FILTER_BOX, "at_least");
  const AtlasLink *links;
  gsize n_links;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (patents), FALSE);
  network_view_wait (fixture);
  links = atlas_network_get_links (
      atlas_network_view_get_network (fixture->self), &n_links);
  g_assert_cmpuint (n_links, >, 0);
  for (gsize i = 0; i < n_links; i++)
    g_assert_cmpint (links[i].kind, ==, ATLAS_ARTICLES);
  assert_hidden_told (fixture, n_all);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (at_least), 3);
  network_view_wait (fixture);
  g_assert_cmpuint (network_view_count_places (fixture), <, n_all);
  assert_hidden_told (fixture, n_all);

  /* Nothing passes: the page says so, and offers everything again. */
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (at_least), 5000);
  network_view_wait (fixture);
  g_assert_cmpstr (
      gtk_stack_get_visible_child_name (fixture->self->picture_stack), ==,
      "nothing");
  assert_hidden_told (fixture, n_all);
  atlas_network_filter_box_reset (fixture->self->filter_box);
  network_view_wait (fixture);
  g_assert_cmpstr (
      gtk_stack_get_visible_child_name (fixture->self->picture_stack), ==,
      "graph");
  g_assert_cmpuint (network_view_count_places (fixture), ==, n_all);
  assert_hidden_told (fixture, n_all);
}

static void
test_matrix (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasChart) graph = atlas_network_view_dup_chart (fixture->self);
  g_autoptr (AtlasChart) matrix = NULL;

  g_assert_cmpint (atlas_chart_get_kind (graph), ==, ATLAS_CHART_NETWORK);
  gtk_widget_activate_action (fixture->view, "network.matrix", NULL);
  g_assert_true (atlas_network_view_get_show_matrix (fixture->self));
  gtk_test_widget_wait_for_draw (fixture->window);
  matrix = atlas_network_view_dup_chart (fixture->self);
  g_assert_cmpint (atlas_chart_get_kind (matrix), ==, ATLAS_CHART_MATRIX);
  g_assert_nonnull (atlas_chart_view_get_chart (fixture->self->matrix));
  atlas_network_view_set_show_matrix (fixture->self, FALSE);
  g_assert_false (atlas_network_view_get_show_matrix (fixture->self));
}

/* A project keeps whose surroundings are shown and how. */
static void
test_state (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = g_strdup (network_view_get_place (fixture, 5)->id);
  g_autofree char *economy =
      g_strdup (network_view_get_place (fixture, 5)->economy);
  g_autoptr (GVariant) plain =
      g_variant_ref_sink (atlas_network_view_dup_state (fixture->self));
  g_autoptr (GVariant) state = NULL;
  g_autoptr (GVariant) again = NULL;
  guint n_near, n_all;
  GVariantDict dict;

  gtk_drop_down_set_selected (fixture->self->fill, ATLAS_NODE_FILL_COMMUNITY);
  atlas_network_view_show_surroundings (fixture->self, id, 1);
  network_view_wait (fixture);
  n_near = network_view_count_places (fixture);
  state = g_variant_ref_sink (atlas_network_view_dup_state (fixture->self));

  atlas_network_view_show_surroundings (fixture->self, NULL, 0);
  atlas_network_view_restore_state (fixture->self, plain);
  network_view_wait (fixture);
  g_assert_cmpuint (network_view_count_places (fixture), >, n_near);

  atlas_network_view_restore_state (fixture->self, state);
  network_view_wait (fixture);
  g_assert_cmpuint (network_view_count_places (fixture), ==, n_near);
  again = g_variant_ref_sink (atlas_network_view_dup_state (fixture->self));
  g_assert_true (g_variant_equal (state, again));

  /* What is filtered is kept, too, and waits for its places. */
  atlas_network_view_show_surroundings (fixture->self, NULL, 0);
  atlas_network_view_restore_state (fixture->self, plain);
  network_view_wait (fixture);
  n_all = network_view_count_places (fixture);
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "filter", "@a{sv}",
                         g_variant_new_parsed ("{'kinds': <uint32 1>, "
                                               "'economy': <%s>}",
                                               economy));
  g_clear_pointer (&state, g_variant_unref);
  state = g_variant_ref_sink (g_variant_dict_end (&dict));
  atlas_network_view_restore_state (fixture->self, state);
  network_view_wait (fixture);
  n_near = network_view_count_places (fixture);
  g_assert_cmpuint (n_near, <, n_all);

  atlas_network_view_restore_state (fixture->self, plain);
  network_view_wait (fixture);
  g_assert_cmpuint (network_view_count_places (fixture), ==, n_all);
  atlas_network_filter_box_set_network (fixture->self->filter_box, NULL);
  atlas_network_view_restore_state (fixture->self, state);
  atlas_network_filter_box_set_network (fixture->self->filter_box,
                                        fixture->self->whole);
  atlas_network_view_update (fixture->self);
  network_view_wait (fixture);
  g_assert_cmpuint (network_view_count_places (fixture), ==, n_near);
}

static void
test_hover (Fixture *fixture, gconstpointer data)
{
  GObject *motion = network_view_find_controller (
      GTK_WIDGET (fixture->canvas), GTK_TYPE_EVENT_CONTROLLER_MOTION, 0);
  double x;
  double y;

  atlas_network_canvas_get_position (fixture->canvas, 6, &x, &y);
  g_signal_emit_by_name (motion, "motion", x, y);
  g_assert_nonnull (strstr (atlas_network_canvas_get_sentence (fixture->canvas),
                            network_view_get_place (fixture, 6)->label));
  g_assert_cmpstr (gtk_label_get_text (fixture->self->status), ==,
                   atlas_network_canvas_get_sentence (fixture->canvas));
  gtk_test_widget_wait_for_draw (fixture->window);
  g_signal_emit_by_name (motion, "leave");
  g_assert_null (atlas_network_canvas_get_sentence (fixture->canvas));
}

/* What the canvas is drawn as now: a list of nodes, the lowest first. */
static GskRenderNode *
take_nodes (Fixture *fixture)
{
  GtkWidget *canvas = GTK_WIDGET (fixture->canvas);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (canvas)->snapshot (canvas, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  g_assert_cmpint (gsk_render_node_get_node_type (node), ==,
                   GSK_CONTAINER_NODE);

  return node;
}

/* From one place to the next the picture below is not drawn again, and what is
 * brought out is no larger than it has to be. */
static void
test_hover_frame (Fixture *fixture, gconstpointer data)
{
  GObject *motion = network_view_find_controller (
      GTK_WIDGET (fixture->canvas), GTK_TYPE_EVENT_CONTROLLER_MOTION, 0);
  GskRenderNode *nodes[2];
  double x;
  double y;

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      graphene_rect_t bounds;

      atlas_network_canvas_get_position (fixture->canvas, 6 + i, &x, &y);
      g_signal_emit_by_name (motion, "motion", x, y);
      nodes[i] = take_nodes (fixture);
      g_assert_cmpuint (gsk_container_node_get_n_children (nodes[i]), >, 1);
      gsk_render_node_get_bounds (gsk_container_node_get_child (nodes[i], 1),
                                  &bounds);
      g_assert_cmpfloat (bounds.size.width, <,
                         gtk_widget_get_width (GTK_WIDGET (fixture->canvas)));
    }
  g_assert_true (gsk_container_node_get_child (nodes[0], 0)
                 == gsk_container_node_get_child (nodes[1], 0));
  gsk_render_node_unref (nodes[1]);

  g_signal_emit_by_name (motion, "leave");
  nodes[1] = take_nodes (fixture);
  g_assert_true (gsk_container_node_get_child (nodes[0], 0)
                 != gsk_container_node_get_child (nodes[1], 0));
  gsk_render_node_unref (nodes[0]);
  gsk_render_node_unref (nodes[1]);
}

/* A sentence that begins with a name still runs from right to left. */
static void
test_direction (Fixture *fixture, gconstpointer data)
{
  static const char rlm[] = "\342\200\217";

  atlas_network_canvas_set_focus_place (fixture->canvas, 3);
  g_assert_false (
      g_str_has_prefix (gtk_label_get_text (fixture->self->status), rlm));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  atlas_network_view_update_status (fixture->self);
  g_assert_true (
      g_str_has_prefix (gtk_label_get_text (fixture->self->status), rlm));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->self->stack), ==,
                   "empty");
  g_assert_null (atlas_network_view_dup_chart (fixture->self));

  /* Profiles that come later are shown. */
  network_view_add (fixture->session, 14);
  network_view_wait (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->self->stack), ==,
                   "network");

  /* Where a search leaves none, there is no lack of profiles. */
  atlas_session_set_search (fixture->session, "called by no name");
  while (g_strcmp0 (gtk_stack_get_visible_child_name (fixture->self->stack),
                    "filtered")
         != 0)
    g_main_context_iteration (NULL, TRUE);
  atlas_session_clear (fixture->session);
}

int
main (int argc, char *argv[])
{
  static const NetworkViewTest tests[] = {
    { "/widgets/network/zoom", 40, test_zoom },
    { "/widgets/network/selection", 40, test_selection },
    { "/widgets/network/surroundings", 40, test_surroundings },
    { "/widgets/network/chip", 14, test_chip },
    { "/widgets/network/search", 40, test_search },
    { "/widgets/network/keyboard", 40, test_keyboard },
    { "/widgets/network/filters", 40, test_filters },
    { "/widgets/network/matrix", 14, test_matrix },
    { "/widgets/network/state", 40, test_state },
    { "/widgets/network/hover", 40, test_hover },
    { "/widgets/network/hover-frame", 40, test_hover_frame },
    { "/widgets/network/direction", 40, test_direction },
    { "/widgets/network/empty", 0, test_empty },
  };

  return network_view_run (&argc, &argv, tests, G_N_ELEMENTS (tests));
}
