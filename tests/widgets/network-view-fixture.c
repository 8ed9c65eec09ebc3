/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "network-view-fixture.h"

#include "atlas-resources.h"
#include "network-fixture.h"

/* Nothing may take longer than this, in seconds. */
#define PATIENCE 300

static gboolean
on_patience (gpointer user_data)
{
  gboolean *over = user_data;

  *over = TRUE;

  return G_SOURCE_CONTINUE;
}

/* Until what is shown is what was asked for. */
void
network_view_wait (Fixture *fixture)
{
  gboolean over = FALSE;
  guint id = g_timeout_add_seconds (PATIENCE, on_patience, &over);

  while (!atlas_network_view_get_ready (fixture->self) && !over)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (id);
  g_assert_false (over);
}

/* A file with one profile; @index is in its name. */
void
network_view_add_file (AtlasSession *session,
                       AtlasProfile *profile,
                       guint index)
{
  g_autoptr (GPtrArray) one =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  g_autofree char *name = g_strdup_printf ("/profiles/%u.txt", index);
  g_autoptr (GFile) file = g_file_new_for_path (name);

  g_ptr_array_add (one, atlas_profile_ref (profile));
  atlas_session_add_file (session, file, one, NULL);
}

/* Profiles that name so many places. */
void
network_view_add (AtlasSession *session, guint n_places)
{
  g_autoptr (GPtrArray) profiles = network_fixture_new_profiles (n_places, 7);

  atlas_session_begin_batch (session);
  for (guint i = 0; i < profiles->len; i++)
    network_view_add_file (session, profiles->pdata[i], i);
  atlas_session_end_batch (session);
}

void
network_view_set_up (Fixture *fixture, gconstpointer data)
{
  guint n_places = GPOINTER_TO_UINT (data);

  fixture->session = atlas_session_new ();
  if (n_places > 0)
    network_view_add (fixture->session, n_places);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  fixture->view = atlas_network_view_new (fixture->session);
  fixture->self = ATLAS_NETWORK_VIEW (fixture->view);
  fixture->canvas = atlas_network_view_get_canvas (fixture->self);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  if (n_places > 0)
    network_view_wait (fixture);
}

void
network_view_tear_down (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_TIME_SPAN_SECOND;
  gpointer view = fixture->view;

  g_object_add_weak_pointer (G_OBJECT (fixture->view), &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  /* A job or a picture that is still under way keeps the view alive for a
   * while. */
  while (view != NULL && g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
  g_assert_null (view);
  g_object_unref (fixture->session);
}

/* The first controller of a type; for gestures, of a button. */
GObject *
network_view_find_controller (GtkWidget *widget, GType type, guint button)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type
          && (!GTK_IS_GESTURE_SINGLE (controller)
              || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller))
                     == button))
        return controller;
    }
  g_assert_not_reached ();
}

/* Drags on the picture with the first button. */
void
network_view_drag (Fixture *fixture, double x, double y, double dx, double dy)
{
  GObject *gesture = network_view_find_controller (
      GTK_WIDGET (fixture->canvas), GTK_TYPE_GESTURE_DRAG, GDK_BUTTON_PRIMARY);

  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update", dx / 2, dy / 2);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_signal_emit_by_name (gesture, "drag-update", dx, dy);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_signal_emit_by_name (gesture, "drag-end", dx, dy);
}

const AtlasPlace *
network_view_get_place (Fixture *fixture, guint index)
{
  gsize n_places;

  return &atlas_network_get_places (
      atlas_network_view_get_network (fixture->self), &n_places)[index];
}

guint
network_view_count_places (Fixture *fixture)
{
  gsize n_places;

  atlas_network_get_places (atlas_network_view_get_network (fixture->self),
                            &n_places);

  return (guint) n_places;
}

/* Runs @tests, each in a window of its own. */
int
network_view_run (int *argc,
                  char ***argv,
                  const NetworkViewTest *tests,
                  guint n_tests)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  atlas_register_resource ();

  for (guint i = 0; i < n_tests; i++)
    g_test_add (tests[i].path, Fixture, GUINT_TO_POINTER (tests[i].n_places),
                network_view_set_up, tests[i].test, network_view_tear_down);

  return g_test_run ();
}
