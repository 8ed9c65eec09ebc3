/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-fixture.h"

#include <glib/gstdio.h>

#include "../find-widget.h"

AtlasApplication *
window_fixture_start (void)
{
  g_autoptr (GError) error = NULL;
  AtlasApplication *application = atlas_application_new (
      G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);

  g_application_set_default (G_APPLICATION (application));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  /* It stays when the window of a test is closed. */
  g_application_hold (G_APPLICATION (application));

  return application;
}

void
window_fixture_set_up (WindowFixture *fixture, gconstpointer data)
{
  fixture->application = ATLAS_APPLICATION (g_application_get_default ());
}

/* Menus come after the first frame. */
static gboolean
has_menus (WindowFixture *fixture)
{
  GtkWidget *button =
      find_type_name (GTK_WIDGET (fixture->window), "GtkMenuButton");

  return gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)) != NULL;
}

void
window_fixture_present (WindowFixture *fixture)
{
  fixture->window = atlas_window_new (fixture->application);
  fixture->session = atlas_window_get_session (fixture->window);
  fixture->feed = atlas_window_get_feed (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

void
window_fixture_open (WindowFixture *fixture)
{
  window_fixture_present (fixture);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  WAIT_UNTIL (has_menus (fixture));
}

void
window_fixture_wait (WindowFixture *fixture)
{
  WAIT_UNTIL (!atlas_feed_get_loading (fixture->feed));
}

void
window_fixture_open_path (WindowFixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  atlas_window_open (fixture->window, &file, 1);
  window_fixture_wait (fixture);
}

void
window_fixture_open_samples (WindowFixture *fixture)
{
  window_fixture_activate (fixture, "win.open-samples");
  window_fixture_wait (fixture);
  WAIT_UNTIL (window_fixture_get_n_visible (fixture) == 5);
}

void
window_fixture_close (WindowFixture *fixture)
{
  AtlasWindow *window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_null (
      gtk_application_get_windows (GTK_APPLICATION (fixture->application)));
  WAIT_UNTIL (window == NULL);
  fixture->window = NULL;
  fixture->session = NULL;
  fixture->feed = NULL;
}

void
window_fixture_activate (WindowFixture *fixture, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_action_parse_detailed_name (action, &name, &target, &error);
  g_assert_no_error (error);
  g_assert_true (gtk_widget_activate_action_variant (
      GTK_WIDGET (fixture->window), name, target));
}

gboolean
window_fixture_is_enabled (WindowFixture *fixture, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window),
                                            action);
}

guint
window_fixture_get_n_documents (WindowFixture *fixture)
{
  return atlas_document_store_get_n_documents (
      atlas_session_get_store (fixture->session));
}

guint
window_fixture_get_n_visible (WindowFixture *fixture)
{
  return g_list_model_get_n_items (
      atlas_session_get_visible (fixture->session));
}

GtkWindow *
window_fixture_find (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint i;

  for (i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_strcmp0 (G_OBJECT_TYPE_NAME (window), type) == 0
          && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

char *
window_fixture_make_folder (guint n)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sample =
      g_build_filename (g_getenv ("ATLAS_SAMPLES"), "dalian-2024.txt", NULL);
  g_autofree char *text = NULL;
  char *folder;
  guint i;

  g_file_get_contents (sample, &text, NULL, &error);
  g_assert_no_error (error);
  folder = g_dir_make_tmp ("atlas-window-XXXXXX", &error);
  g_assert_no_error (error);

  for (i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("dalian-%u.txt", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600,
                                &error);
      g_assert_no_error (error);
    }

  return folder;
}

void
window_fixture_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}
