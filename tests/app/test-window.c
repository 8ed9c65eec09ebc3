/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "../find-widget.h"
#include "atlas-charts-view.h"
#include "atlas-export-window.h"
#include "atlas-profiles-view.h"
#include "atlas-wait.h"
#include "atlas-window.h"

typedef struct
{
  AtlasApplication *application;
  AtlasWindow *window;
  AtlasSession *session;
} Fixture;

static guint
get_n_documents (Fixture *fixture)
{
  return atlas_document_store_get_n_documents (
      atlas_session_get_store (fixture->session));
}

static guint
get_n_visible (Fixture *fixture)
{
  return g_list_model_get_n_items (
      atlas_session_get_visible (fixture->session));
}

static void
activate (Fixture *fixture, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_action_parse_detailed_name (action, &name, &target, &error);
  g_assert_no_error (error);
  g_assert_true (gtk_widget_activate_action_variant (
      GTK_WIDGET (fixture->window), name, target));
}

static gboolean
is_enabled (Fixture *fixture, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window),
                                            action);
}

static gboolean
shows_text (GtkWidget *widget, const char *text)
{
  GtkWidget *child;

  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget)
      && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return TRUE;
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;

  return FALSE;
}

/* Menus come after the first frame. */
static gboolean
has_menus (Fixture *fixture)
{
  GtkWidget *button =
      find_type_name (GTK_WIDGET (fixture->window), "GtkMenuButton");

  return gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)) != NULL;
}

static void
open_window (Fixture *fixture)
{
  fixture->window = atlas_window_new (fixture->application);
  fixture->session = atlas_window_get_session (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  WAIT_UNTIL (has_menus (fixture));
}

static void
open_samples (Fixture *fixture)
{
  activate (fixture, "win.open-samples");
  WAIT_UNTIL (
      !atlas_feed_get_loading (atlas_window_get_feed (fixture->window)));
  WAIT_UNTIL (get_n_visible (fixture) == 5);
}

static void
close_window (Fixture *fixture)
{
  AtlasWindow *window = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  /* Nothing holds on to a closed window. */
  WAIT_UNTIL (window == NULL);
  fixture->window = NULL;
}

static void
test_samples (Fixture *fixture, gconstpointer data)
{
  open_window (fixture);
  g_assert_true (atlas_window_is_empty (fixture->window));

  open_samples (fixture);
  g_assert_false (atlas_window_is_empty (fixture->window));
  g_assert_cmpuint (get_n_documents (fixture), ==, 5);
  g_assert_cmpuint (atlas_session_get_n_errors (fixture->session), ==, 0);
  g_assert_cmpuint (atlas_session_get_n_warnings (fixture->session), ==, 0);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==,
                   "samples");

  /* The figures of the first one are shown at once. */
  WAIT_UNTIL (atlas_session_get_n_selected (fixture->session) == 1);
  g_assert_cmpstr (
      atlas_document_get_profile (atlas_session_get_current (fixture->session))
          ->cluster,
      ==, "Beijing");

  close_window (fixture);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;
  GtkWidget *bar;

  open_window (fixture);
  open_samples (fixture);

  activate (fixture, "win.find");
  bar = find_type_name (GTK_WIDGET (fixture->window), "GtkSearchBar");
  entry = find_type_name (bar, "GtkSearchEntry");
  g_assert_true (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (bar)));

  gtk_editable_set_text (GTK_EDITABLE (entry), "ZHENGZHOU");
  WAIT_UNTIL (
      g_strcmp0 (atlas_session_get_search (fixture->session), "ZHENGZHOU")
      == 0);
  WAIT_UNTIL (get_n_visible (fixture) == 1);
  WAIT_UNTIL (shows_text (bar, "1 hit"));

  /* The count is that of the table that is shown. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "dalian");
  WAIT_UNTIL (shows_text (bar, "1 hit"));
  atlas_profiles_view_set_kind (
      ATLAS_PROFILES_VIEW (
          find_type_name (GTK_WIDGET (fixture->window), "AtlasProfilesView")),
      ATLAS_TABLE_APPLICANTS);
  WAIT_UNTIL (shows_text (bar, "3 hits"));
  activate (fixture, "win.view::charts");
  WAIT_UNTIL (shows_text (bar, "1 hit"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "called by no name");
  WAIT_UNTIL (shows_text (bar, "No Results"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  WAIT_UNTIL (get_n_visible (fixture) == 5);
  g_assert_false (shows_text (bar, "No Results"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "dalian");
  WAIT_UNTIL (shows_text (bar, "1 hit"));

  /* A search that nobody sees leaves no row out. */
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (bar), FALSE);
  WAIT_UNTIL (get_n_visible (fixture) == 5);

  close_window (fixture);
}

/* Charts and network have no footer of rows, and still say what they leave out,
 * with the filters that do so. */
static void
test_hidden (Fixture *fixture, gconstpointer data)
{
  const char *const words[] = { "Dalian", NULL };
  g_autoptr (AtlasFilter) filter =
      atlas_filter_new_words (ATLAS_FILTER_NAMES, words);
  GtkWidget *window, *bar, *chip;

  open_window (fixture);
  open_samples (fixture);
  window = GTK_WIDGET (fixture->window);
  activate (fixture, "win.view::charts");
  bar = find_type_name (window, "AtlasHiddenBar");
  g_assert_nonnull (bar);
  g_assert_false (gtk_widget_get_mapped (bar));

  atlas_session_add_filter (fixture->session, filter);
  WAIT_UNTIL (gtk_widget_get_mapped (bar));
  g_assert_true (shows_text (bar, "4 of 5 profiles hidden"));
  activate (fixture, "win.view::network");
  g_assert_true (gtk_widget_get_mapped (bar));
  activate (fixture, "win.view::profiles");
  g_assert_false (gtk_widget_get_mapped (bar));
  activate (fixture, "win.view::charts");

  /* A search hides as well, one on top of the other. */
  atlas_session_set_search (fixture->session, "called by no name");
  WAIT_UNTIL (shows_text (bar, "5 of 5 profiles hidden"));
  atlas_session_set_search (fixture->session, "");
  WAIT_UNTIL (shows_text (bar, "4 of 5 profiles hidden"));

  chip = find_type_name (find_type_name (bar, "AtlasFilterBar"), "GtkButton");
  g_assert_nonnull (chip);
  g_signal_emit_by_name (chip, "clicked");
  WAIT_UNTIL (!gtk_widget_get_mapped (bar));
  g_assert_cmpuint (get_n_visible (fixture), ==, 5);

  close_window (fixture);
}

static void
test_views (Fixture *fixture, gconstpointer data)
{
  static const char *const views[] = { "charts", "network", "problems",
                                       "profiles" };
  AdwViewStack *stack;
  gsize i;

  open_window (fixture);
  open_samples (fixture);

  stack = ADW_VIEW_STACK (
      find_type_name (GTK_WIDGET (fixture->window), "AdwViewStack"));
  for (i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.view::%s", views[i]);

      activate (fixture, action);
      g_assert_cmpstr (adw_view_stack_get_visible_child_name (stack), ==,
                       views[i]);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
      g_assert_true (
          gtk_widget_get_mapped (adw_view_stack_get_visible_child (stack)));
    }

  close_window (fixture);
}

static void
test_select (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDocument) document = NULL;

  open_window (fixture);
  open_samples (fixture);

  document =
      g_list_model_get_item (atlas_session_get_visible (fixture->session), 2);
  atlas_session_select (fixture->session, document);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_true (atlas_session_get_current (fixture->session) == document);

  close_window (fixture);
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDocument) document = NULL;

  open_window (fixture);
  open_samples (fixture);
  g_assert_false (is_enabled (fixture, "undo"));
  g_assert_false (is_enabled (fixture, "redo"));

  document =
      g_list_model_get_item (atlas_session_get_visible (fixture->session), 0);
  atlas_session_hide_documents (fixture->session, &document, 1);
  WAIT_UNTIL (get_n_visible (fixture) == 4);
  g_assert_true (is_enabled (fixture, "undo"));

  activate (fixture, "win.undo");
  WAIT_UNTIL (get_n_visible (fixture) == 5);
  g_assert_false (is_enabled (fixture, "undo"));
  g_assert_true (is_enabled (fixture, "redo"));

  activate (fixture, "win.redo");
  WAIT_UNTIL (get_n_visible (fixture) == 4);
  activate (fixture, "win.undo");
  WAIT_UNTIL (get_n_visible (fixture) == 5);

  close_window (fixture);
}

/* A folder of @n profiles that differ in their file name only. */
static char *
folder_new (guint n)
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

static void
folder_remove (const char *folder)
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

/* The second folder is what is open in the end, and nothing of the first. */
static void
test_second_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = folder_new (400);
  g_autoptr (GFile) first = g_file_new_for_path (path);
  g_autoptr (GFile) second = g_file_new_for_path (g_getenv ("ATLAS_SAMPLES"));

  open_window (fixture);
  atlas_window_open (fixture->window, &first, 1);
  g_assert_true (
      atlas_feed_get_loading (atlas_window_get_feed (fixture->window)));
  g_assert_true (is_enabled (fixture, "cancel"));
  atlas_window_open (fixture->window, &second, 1);

  WAIT_UNTIL (
      !atlas_feed_get_loading (atlas_window_get_feed (fixture->window)));
  g_assert_cmpuint (get_n_documents (fixture), ==, 5);
  g_assert_false (is_enabled (fixture, "cancel"));

  close_window (fixture);
  folder_remove (path);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = folder_new (400);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  open_window (fixture);
  atlas_window_open (fixture->window, &folder, 1);
  g_assert_true (
      atlas_feed_get_loading (atlas_window_get_feed (fixture->window)));

  /* At once: not when some worker gets to it. */
  activate (fixture, "win.cancel");
  g_assert_false (
      atlas_feed_get_loading (atlas_window_get_feed (fixture->window)));

  close_window (fixture);
  folder_remove (path);
}

/* A reload follows the disk and leaves the selection where it was. */
static void
test_reload (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = folder_new (3);
  g_autofree char *gone = g_build_filename (path, "dalian-1.txt", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  AtlasFeed *feed;

  open_window (fixture);
  feed = atlas_window_get_feed (fixture->window);
  atlas_window_open (fixture->window, &folder, 1);
  WAIT_UNTIL (!atlas_feed_get_loading (feed));
  g_assert_cmpuint (get_n_documents (fixture), ==, 3);

  g_assert_cmpint (g_remove (gone), ==, 0);
  activate (fixture, "win.reload");
  WAIT_UNTIL (!atlas_feed_get_loading (feed));
  g_assert_cmpuint (get_n_documents (fixture), ==, 2);

  close_window (fixture);
  folder_remove (path);
}

/* A change on the disk is offered, and taken over when the user says so. */
static void
test_watch (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = folder_new (2);
  g_autofree char *more = g_build_filename (path, "more.txt", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  AtlasFeed *feed;

  open_window (fixture);
  feed = atlas_window_get_feed (fixture->window);
  atlas_window_open (fixture->window, &folder, 1);
  WAIT_UNTIL (!atlas_feed_get_loading (feed));
  /* Two files that say the same are pointed out, once. */
  WAIT_UNTIL (atlas_session_get_n_warnings (fixture->session) > 0);
  g_assert_false (atlas_feed_get_stale (feed));

  g_file_set_contents_full (more, "nothing", -1, G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
  WAIT_UNTIL (atlas_feed_get_stale (feed));

  activate (fixture, "win.reload");
  g_assert_false (atlas_feed_get_stale (feed));
  WAIT_UNTIL (!atlas_feed_get_loading (feed));
  WAIT_UNTIL (atlas_session_get_n_errors (fixture->session) == 1);
  g_assert_cmpuint (get_n_documents (fixture), ==, 2);

  close_window (fixture);
  folder_remove (path);
}

/* Files added go beside what is open; a second time they change nothing. */
static void
test_drop (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = folder_new (2);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  GListModel *controllers;
  GSList list = { folder, NULL };
  GtkDropTarget *target = NULL;
  gboolean taken = FALSE;
  guint i;
  guint turn;

  open_window (fixture);
  open_samples (fixture);

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
      WAIT_UNTIL (
          !atlas_feed_get_loading (atlas_window_get_feed (fixture->window)));
      g_assert_cmpuint (get_n_documents (fixture), ==, 7);
    }

  close_window (fixture);
  folder_remove (path);
}

/* What was done comes back with the project; and, without one, with the same
 * files. */
static void
test_project (Fixture *fixture, gconstpointer data)
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
      AtlasFeed *feed;

      open_window (fixture);
      feed = atlas_window_get_feed (fixture->window);
      atlas_window_open (fixture->window, &file, 1);
      WAIT_UNTIL (
          g_strcmp0 (gtk_window_get_title (GTK_WINDOW (fixture->window)),
                     "work")
          == 0);
      if (turn == 0)
        {
          g_autoptr (AtlasDocument) document = NULL;

          atlas_feed_add (feed, &samples, 1);
          WAIT_UNTIL (get_n_visible (fixture) == 5);
          document = g_list_model_get_item (
              atlas_session_get_visible (fixture->session), 0);
          atlas_session_hide_documents (fixture->session, &document, 1);
        }
      WAIT_UNTIL (!atlas_feed_get_loading (feed));
      WAIT_UNTIL (get_n_visible (fixture) == 4);
      g_assert_cmpuint (get_n_documents (fixture), ==, 5);

      if (turn == 0)
        activate (fixture, "win.save-project");
      close_window (fixture);
      WAIT_UNTIL (g_file_get_contents (name, &text, NULL, NULL)
                  && strstr (text, "hidden") != NULL);
      g_clear_pointer (&text, g_free);
    }

  folder_remove (path);
}

static GtkWindow *
find_window (const char *type)
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

static gpointer
get_part (GtkWindow *window, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (window),
                                        ATLAS_TYPE_EXPORT_WINDOW, name);
}

/* Shows a chart, whatever an earlier window has left there. */
static AtlasChartsView *
show_charts (Fixture *fixture)
{
  AtlasChartsView *charts;

  activate (fixture, "win.view::charts");
  charts = ATLAS_CHARTS_VIEW (
      find_type_name (GTK_WIDGET (fixture->window), "AtlasChartsView"));
  atlas_charts_view_set_kind (charts, ATLAS_CHART_SHARES);
  WAIT_UNTIL (atlas_charts_view_get_has_data (charts));

  return charts;
}

/* Each page has its way to paper and to a file. */
static void
test_output (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_dir_make_tmp ("atlas-output-XXXXXX", NULL);
  g_autofree char *name = g_build_filename (path, "chart.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autofree char *text = NULL;
  GtkWindow *window;

  open_window (fixture);
  open_samples (fixture);

  show_charts (fixture);
  activate (fixture, "win.export");
  WAIT_UNTIL (find_window ("AtlasExportWindow") != NULL);
  window = find_window ("AtlasExportWindow");
  adw_combo_row_set_selected (get_part (window, "format_row"),
                              ATLAS_PICTURE_SVG);
  atlas_export_window_save (ATLAS_EXPORT_WINDOW (window), file);
  WAIT_UNTIL (find_window ("AtlasExportWindow") == NULL);
  g_assert_true (g_file_get_contents (name, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "<svg"));

  activate (fixture, "win.print");
  WAIT_UNTIL (find_window ("GtkPrintUnixDialog") != NULL);
  gtk_dialog_response (GTK_DIALOG (find_window ("GtkPrintUnixDialog")),
                       GTK_RESPONSE_CANCEL);
  WAIT_UNTIL (find_window ("GtkPrintUnixDialog") == NULL);

  /* Pages are made on another thread; stopped, they ask for no paper. */
  activate (fixture, "win.view::profiles");
  activate (fixture, "win.print");
  g_assert_null (find_window ("GtkPrintUnixDialog"));
  activate (fixture, "win.cancel-print");
  activate (fixture, "win.print");
  WAIT_UNTIL (find_window ("GtkPrintUnixDialog") != NULL);
  gtk_dialog_response (GTK_DIALOG (find_window ("GtkPrintUnixDialog")),
                       GTK_RESPONSE_CANCEL);
  WAIT_UNTIL (find_window ("GtkPrintUnixDialog") == NULL);

  activate (fixture, "win.report");
  WAIT_UNTIL (find_window ("AtlasReportWindow") != NULL);
  gtk_window_close (find_window ("AtlasReportWindow"));
  WAIT_UNTIL (find_window ("AtlasReportWindow") == NULL);

  close_window (fixture);
  folder_remove (path);
}

static void
assert_output (Fixture *fixture, gboolean enabled)
{
  g_assert_true (is_enabled (fixture, "export") == enabled);
  g_assert_true (is_enabled (fixture, "export-chart") == enabled);
  g_assert_true (is_enabled (fixture, "print") == enabled);
  g_assert_true (is_enabled (fixture, "print-chart") == enabled);
}

/* What shows no chart exports and prints none, and says why. */
static void
test_no_output (Fixture *fixture, gconstpointer data)
{
  static const char *const buttons[] = { "title_button", "copy_button",
                                         "export_button", "print_button" };
  AtlasChartsView *charts;
  GtkWidget *button;
  guint i;

  open_window (fixture);
  open_samples (fixture);

  charts = show_charts (fixture);
  assert_output (fixture, TRUE);

  /* there is one edition only */
  atlas_charts_view_set_kind (charts, ATLAS_CHART_EDITIONS);
  assert_output (fixture, FALSE);
  for (i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      g_autofree char *reason =
          atlas_chart_dup_title (atlas_charts_view_get_chart (charts));

      button = (GtkWidget *) gtk_widget_get_template_child (
          GTK_WIDGET (charts), ATLAS_TYPE_CHARTS_VIEW, buttons[i]);
      g_assert_false (gtk_widget_is_sensitive (button));
      g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, reason);
    }

  /* the table of another page can be written */
  activate (fixture, "win.view::profiles");
  assert_output (fixture, TRUE);
  activate (fixture, "win.view::charts");
  assert_output (fixture, FALSE);

  atlas_charts_view_set_kind (charts, ATLAS_CHART_POSITION);
  assert_output (fixture, TRUE);
  button = (GtkWidget *) gtk_widget_get_template_child (
      GTK_WIDGET (charts), ATLAS_TYPE_CHARTS_VIEW, "export_button");
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, "Export Chart…");

  /* all are filtered away */
  atlas_session_set_search (fixture->session, "nothing has this name");
  WAIT_UNTIL (get_n_visible (fixture) == 0);
  WAIT_UNTIL (!is_enabled (fixture, "export"));
  assert_output (fixture, FALSE);

  close_window (fixture);
}

static GtkWindow *
open_export (Fixture *fixture)
{
  activate (fixture, "win.export");
  WAIT_UNTIL (find_window ("AtlasExportWindow") != NULL);

  return find_window ("AtlasExportWindow");
}

static GdkTexture *
save_picture (GtkWindow *window, GFile *file)
{
  g_autoptr (GError) error = NULL;
  GdkTexture *texture;

  atlas_export_window_save (ATLAS_EXPORT_WINDOW (window), file);
  WAIT_UNTIL (find_window ("AtlasExportWindow") == NULL);
  texture = gdk_texture_new_from_file (file, &error);
  g_assert_no_error (error);

  return texture;
}

/* A picture is as large as was asked for, in pixels or in millimetres at a
 * resolution; the next window has the same settings. */
static void
test_export_size (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_dir_make_tmp ("atlas-size-XXXXXX", NULL);
  g_autofree char *name = g_build_filename (path, "chart.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autoptr (GdkTexture) pixels = NULL;
  g_autoptr (GdkTexture) paper = NULL;
  GtkWindow *window;
  g_autofree guchar *bytes = g_malloc (4 * 800 * 600);

  open_window (fixture);
  open_samples (fixture);
  show_charts (fixture);

  window = open_export (fixture);
  adw_combo_row_set_selected (get_part (window, "format_row"),
                              ATLAS_PICTURE_PNG);
  adw_combo_row_set_selected (get_part (window, "unit_row"), 1);
  gtk_spin_button_set_value (get_part (window, "width_spin"), 800);
  gtk_spin_button_set_value (get_part (window, "height_spin"), 600);
  gtk_switch_set_active (get_part (window, "transparent_switch"), TRUE);
  pixels = save_picture (window, file);
  g_assert_cmpint (gdk_texture_get_width (pixels), ==, 800);
  g_assert_cmpint (gdk_texture_get_height (pixels), ==, 600);
  gdk_texture_download (pixels, bytes, 4 * 800);
  g_assert_cmphex (*(const guint32 *) bytes, ==, 0);

  window = open_export (fixture);
  g_assert_cmpuint (
      adw_combo_row_get_selected (get_part (window, "format_row")), ==,
      ATLAS_PICTURE_PNG);
  g_assert_cmpfloat (
      gtk_spin_button_get_value (get_part (window, "width_spin")), ==, 800);
  g_assert_true (
      gtk_switch_get_active (get_part (window, "transparent_switch")));
  adw_combo_row_set_selected (get_part (window, "unit_row"), 0);
  gtk_spin_button_set_value (get_part (window, "width_spin"), 100);
  gtk_spin_button_set_value (get_part (window, "height_spin"), 80);
  gtk_spin_button_set_value (get_part (window, "dpi_spin"), 254);
  paper = save_picture (window, file);
  g_assert_cmpint (gdk_texture_get_width (paper), ==, 1000);
  g_assert_cmpint (gdk_texture_get_height (paper), ==, 800);

  close_window (fixture);
  folder_remove (path);
}

/* The same as the command line writes. */
static void
test_export_data (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *start;
    const char *part;
  } files[] = {
    { "all.json", "{", "\"cluster\": \"Shenyang\"" },
    { "all.graphml", "<?xml", "<graphml" },
    { "all.gexf", "<?xml", "<gexf" },
    { "all.net", "*Vertices 14", "Shenyang" },
  };
  g_autofree char *folder = g_dir_make_tmp ("atlas-data-XXXXXX", NULL);
  gsize i;

  open_window (fixture);
  open_samples (fixture);
  for (i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *text = NULL;

      atlas_window_export_data (fixture->window, file);
      WAIT_UNTIL (g_file_query_exists (file, NULL));
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_true (g_str_has_prefix (text, files[i].start));
      g_assert_nonnull (strstr (text, files[i].part));
      g_unlink (path);
    }
  g_rmdir (folder);

  close_window (fixture);
}

/* F6 goes round all panes and comes back. */
static void
test_panes (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first;
  GtkWidget *focus;
  guint n = 0;

  open_window (fixture);
  open_samples (fixture);

  activate (fixture, "win.next-pane");
  first = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (first);
  do
    {
      activate (fixture, "win.next-pane");
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_nonnull (focus);
      n++;
    }
  while (focus != first && n < 20);
  g_assert_cmpuint (n, >=, 2);
  g_assert_cmpuint (n, <, 20);

  close_window (fixture);
}

static int
get_minimum_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);

  return minimum;
}

/* Nothing in the window needs more than a narrow screen has. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  static const char *const views[] = { "profiles", "charts", "network",
                                       "problems" };
  GtkWidget *window;
  gsize i;

  open_window (fixture);
  window = GTK_WIDGET (fixture->window);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  WAIT_UNTIL (gtk_widget_get_width (window) < 400);

  open_samples (fixture);
  for (i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.view::%s", views[i]);

      activate (fixture, action);
      /* Without a compositor the edges take ten pixels more. */
      WAIT_UNTIL (get_minimum_width (window) <= 370);
    }

  /* And back again. */
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 640);
  WAIT_UNTIL (gtk_widget_get_width (window) > 1000);
  g_assert_false (adw_view_switcher_bar_get_reveal (
      ADW_VIEW_SWITCHER_BAR (find_type_name (window, "AdwViewSwitcherBar"))));

  close_window (fixture);
}

/* The size comes back with the next window. */
static void
test_size (Fixture *fixture, gconstpointer data)
{
  int width;
  int height;

  open_window (fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 500);
  close_window (fixture);

  open_window (fixture);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  g_assert_cmpint (width, ==, 800);
  g_assert_cmpint (height, ==, 500);
  close_window (fixture);
}

/* So do the order and the columns of the tables. */
static void
test_layout_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *order = NULL;
  AtlasTable *table;
  guint economy;

  open_window (fixture);
  open_samples (fixture);
  table = atlas_session_get_table (fixture->session, ATLAS_TABLE_PROFILES);
  economy = (guint) atlas_table_find_column (table, "economy");
  atlas_table_sort_by (
      table, (guint) atlas_table_find_column (table, "cluster"), TRUE);
  atlas_table_set_column_visible (table, economy, FALSE);
  close_window (fixture);

  open_window (fixture);
  table = atlas_session_get_table (fixture->session, ATLAS_TABLE_PROFILES);
  order = atlas_table_dup_order_text (table);
  g_assert_true (
      g_str_has_prefix (order, "Sorted by Cluster (descending), then by "));
  g_assert_false (atlas_table_get_column_visible (table, economy));
  atlas_table_reset_layout (table);
  close_window (fixture);
}

/* Each of the many actions of menus and keys is there. */
static void
test_actions (Fixture *fixture, gconstpointer data)
{
  static const char *const menus[] = { "GtkMenuButton", "AdwSplitButton" };
  gsize i;

  open_window (fixture);
  open_samples (fixture);

  for (i = 0; i < G_N_ELEMENTS (menus); i++)
    {
      GtkWidget *button =
          find_type_name (GTK_WIDGET (fixture->window), menus[i]);
      GMenuModel *model = NULL;
      int section;
      int item;

      g_object_get (button, "menu-model", &model, NULL);
      g_assert_nonnull (model);
      for (section = 0; section < g_menu_model_get_n_items (model); section++)
        {
          g_autoptr (GMenuModel) items =
              g_menu_model_get_item_link (model, section, G_MENU_LINK_SECTION);

          for (item = 0; item < g_menu_model_get_n_items (items); item++)
            {
              g_autofree char *action = NULL;

              g_assert_true (g_menu_model_get_item_attribute (
                  items, item, G_MENU_ATTRIBUTE_ACTION, "s", &action));
              if (g_str_has_prefix (action, "win."))
                g_assert_true (g_action_group_has_action (
                    G_ACTION_GROUP (fixture->window), action + 4));
              else
                g_assert_true (g_action_group_has_action (
                    G_ACTION_GROUP (fixture->application), action + 4));
            }
        }
      g_object_unref (model);
    }

  close_window (fixture);
}

/* Windows come one after the other, in one application. */
static void
setup (Fixture *fixture, gconstpointer data)
{
  fixture->application = ATLAS_APPLICATION (g_application_get_default ());
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/app/window/samples", test_samples },
    { "/app/window/search", test_search },
    { "/app/window/hidden", test_hidden },
    { "/app/window/views", test_views },
    { "/app/window/select", test_select },
    { "/app/window/undo", test_undo },
    { "/app/window/second-folder", test_second_folder },
    { "/app/window/cancel", test_cancel },
    { "/app/window/reload", test_reload },
    { "/app/window/watch", test_watch },
    { "/app/window/drop", test_drop },
    { "/app/window/project", test_project },
    { "/app/window/output", test_output },
    { "/app/window/no-output", test_no_output },
    { "/app/window/export-size", test_export_size },
    { "/app/window/export-data", test_export_data },
    { "/app/window/panes", test_panes },
    { "/app/window/narrow", test_narrow },
    { "/app/window/size", test_size },
    { "/app/window/layout-kept", test_layout_kept },
    { "/app/window/actions", test_actions },
  };
  g_autoptr (AtlasApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  gsize i;
  int status;

  g_test_init (&argc, &argv, NULL);

  application = atlas_application_new (G_APPLICATION_HANDLES_OPEN
                                       | G_APPLICATION_NON_UNIQUE);
  g_application_set_default (G_APPLICATION (application));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  for (i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, setup, tests[i].test, NULL);
  status = g_test_run ();

  return status;
}
