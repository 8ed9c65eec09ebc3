/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "window-fixture.h"

/* What is open in a window, and what becomes of it. */

/* The second folder is what is open in the end, and nothing of the first. */
static void
test_second_folder (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = window_fixture_make_folder (400);
  g_autoptr (GFile) first = g_file_new_for_path (path);
  g_autoptr (GFile) second = g_file_new_for_path (g_getenv ("ATLAS_SAMPLES"));

  window_fixture_open (fixture);
  atlas_window_open (fixture->window, &first, 1);
  g_assert_true (atlas_feed_get_loading (fixture->feed));
  g_assert_true (window_fixture_is_enabled (fixture, "cancel"));
  atlas_window_open (fixture->window, &second, 1);

  window_fixture_wait (fixture);
  g_assert_cmpuint (window_fixture_get_n_documents (fixture), ==, 5);
  g_assert_false (window_fixture_is_enabled (fixture, "cancel"));

  window_fixture_close (fixture);
  window_fixture_remove_folder (path);
}

static void
test_cancel (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = window_fixture_make_folder (400);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  window_fixture_open (fixture);
  atlas_window_open (fixture->window, &folder, 1);
  g_assert_true (atlas_feed_get_loading (fixture->feed));

  /* At once: not when some worker gets to it. */
  window_fixture_activate (fixture, "win.cancel");
  g_assert_false (atlas_feed_get_loading (fixture->feed));

  window_fixture_close (fixture);
  window_fixture_remove_folder (path);
}

/* A reload follows the disk and leaves the selection where it was. */
static void
test_reload (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = window_fixture_make_folder (3);
  g_autofree char *gone = g_build_filename (path, "dalian-1.txt", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  window_fixture_open (fixture);
  atlas_window_open (fixture->window, &folder, 1);
  window_fixture_wait (fixture);
  g_assert_cmpuint (window_fixture_get_n_documents (fixture), ==, 3);

  g_assert_cmpint (g_remove (gone), ==, 0);
  window_fixture_activate (fixture, "win.reload");
  window_fixture_wait (fixture);
  g_assert_cmpuint (window_fixture_get_n_documents (fixture), ==, 2);

  window_fixture_close (fixture);
  window_fixture_remove_folder (path);
}

/* A change on the disk is offered, and taken over when the user says so. */
static void
test_watch (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = window_fixture_make_folder (2);
  g_autofree char *more = g_build_filename (path, "more.txt", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  window_fixture_open (fixture);
  atlas_window_open (fixture->window, &folder, 1);
  window_fixture_wait (fixture);
  /* Two files that say the same are pointed out, once. */
  WAIT_UNTIL (atlas_session_get_n_warnings (fixture->session) > 0);
  g_assert_false (atlas_feed_get_stale (fixture->feed));

  g_file_set_contents_full (more, "nothing", -1, G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
  WAIT_UNTIL (atlas_feed_get_stale (fixture->feed));

  window_fixture_activate (fixture, "win.reload");
  g_assert_false (atlas_feed_get_stale (fixture->feed));
  window_fixture_wait (fixture);
  WAIT_UNTIL (atlas_session_get_n_errors (fixture->session) == 1);
  g_assert_cmpuint (window_fixture_get_n_documents (fixture), ==, 2);

  window_fixture_close (fixture);
  window_fixture_remove_folder (path);
}

/* Files added go beside what is open; a second time they change nothing. */
static void
test_drop (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = window_fixture_make_folder (2);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  GListModel *controllers;
  GSList list = { folder, NULL };
  GtkDropTarget *target = NULL;
  gboolean taken = FALSE;
  guint i;
  guint turn;

  window_fixture_open (fixture);
  window_fixture_open_samples (fixture);

  controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));
  for (i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller =
          g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        target = GTK_DROP_TARGET (controller);
    }
  g_object_unref (controllers);
  g_assert_nonnull (target);

  for (turn = 0; turn < 2; turn++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_value_init (&value, GDK_TYPE_FILE_LIST);
      g_value_set_boxed (&value, &list);
      g_signal_emit_by_name (target, "drop", &value, 10.0, 10.0, &taken);
      g_assert_true (taken);
      window_fixture_wait (fixture);
      g_assert_cmpuint (window_fixture_get_n_documents (fixture), ==, 7);
    }

  window_fixture_close (fixture);
  window_fixture_remove_folder (path);
}

/* What was done comes back with the project; and, without one, with the same
 * files. */
static void
test_project (WindowFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_dir_make_tmp ("atlas-project-XXXXXX", NULL);
  g_autofree char *name = g_build_filename (path, "work.clusteratlas", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GFile) samples = g_file_new_for_path (g_getenv ("ATLAS_SAMPLES"));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint turn;

  g_file_set_contents_full (
      name, "{ \"format\": \"cluster-atlas/project\", \"version\": 1 }", -1,
      G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);

  for (turn = 0; turn < 2; turn++)
    {

      window_fixture_open (fixture);
      atlas_window_open (fixture->window, &file, 1);
      WAIT_UNTIL (
          g_strcmp0 (gtk_window_get_title (GTK_WINDOW (fixture->window)),
                     "work")
          == 0);
      if (turn == 0)
        {
          g_autoptr (AtlasDocument) document = NULL;

          atlas_feed_add (fixture->feed, &samples, 1);
          WAIT_UNTIL (window_fixture_get_n_visible (fixture) == 5);
          document = g_list_model_get_item (
              atlas_session_get_visible (fixture->session), 0);
          atlas_session_hide_documents (fixture->session, &document, 1);
        }
      window_fixture_wait (fixture);
      WAIT_UNTIL (window_fixture_get_n_visible (fixture) == 4);
      g_assert_cmpuint (window_fixture_get_n_documents (fixture), ==, 5);

      if (turn == 0)
        window_fixture_activate (fixture, "win.save-project");
      window_fixture_close (fixture);
      WAIT_UNTIL (g_file_get_contents (name, &text, NULL, NULL)
                  && strstr (text, "hidden") != NULL);
      g_clear_pointer (&text, g_free);
    }

  window_fixture_remove_folder (path);
}

#define ADD(name, function)                                   \
  g_test_add ("/app/window-files/" name, WindowFixture, NULL, \
              window_fixture_set_up, function, NULL)

int
main (int argc, char **argv)
{
  g_autoptr (AtlasApplication) application = NULL;

  g_test_init (&argc, &argv, NULL);
  application = window_fixture_start ();

  ADD ("second-folder", test_second_folder);
  ADD ("cancel", test_cancel);
  ADD ("reload", test_reload);
  ADD ("watch", test_watch);
  ADD ("drop", test_drop);
  ADD ("project", test_project);

  return g_test_run ();
}
