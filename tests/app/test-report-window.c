/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <gtk/gtkunixprint.h>
#include <glib/gstdio.h>
#include <string.h>

#include "../find-widget.h"
#include "atlas-report-window-private.h"
#include "atlas-resize.h"
#include "atlas-resources.h"
#include "atlas-text-parser.h"

/* In no order: workers read them as they come. */
static const char *const names[] = { "zhengzhou", "beijing", "shenyang",
                                     "dalian", "chongqing" };

static void
unref_profile (gpointer data)
{
  atlas_profile_unref (data);
}

static void
unref_problem (gpointer data)
{
  atlas_problem_unref (data);
}

static AtlasSession *
open_samples (void)
{
  AtlasSession *session = atlas_session_new ();

  atlas_session_begin_batch (session);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-2024.txt", names[i]);
      g_autofree char *path =
          g_build_filename (g_getenv ("ATLAS_SAMPLES"), name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GPtrArray) profiles =
          g_ptr_array_new_with_free_func (unref_profile);
      g_autoptr (GPtrArray) problems =
          g_ptr_array_new_with_free_func (unref_problem);
      g_autofree char *text = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      atlas_text_parse (text, length, name, profiles, problems);
      atlas_session_add_file (session, file, profiles, problems);
    }
  atlas_session_end_batch (session);

  return session;
}

static AtlasReportWindow *
open_window (AtlasSession *session)
{
  AtlasReportWindow *window = atlas_report_window_new (session);

  gtk_window_present (GTK_WINDOW (window));
  WAIT_UNTIL (!atlas_report_window_is_busy (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  return window;
}

static guint
get_n_pages (AtlasReportWindow *window)
{
  AtlasReport *report = atlas_report_preview_get_report (
      atlas_report_window_get_preview (window));

  return report != NULL ? atlas_report_get_n_pages (report) : 0;
}

static void
switch_section (AtlasReportWindow *window, guint position, gboolean shown)
{
  gtk_check_button_set_active (
      atlas_report_sections_get_check (
          atlas_report_window_get_sections (window), position),
      shown);
  g_assert_true (atlas_report_window_is_busy (window));
  WAIT_UNTIL (!atlas_report_window_is_busy (window));
}

/* The pages follow the sections, and the settings follow too. */
static void
test_sections (void)
{
  g_autoptr (AtlasSession) session = open_samples ();
  AtlasReportWindow *window = open_window (session);
  guint all = get_n_pages (window);
  AtlasReportPreview *preview = atlas_report_window_get_preview (window);

  g_assert_cmpuint (all, >, 12);
  switch_section (window, ATLAS_SECTION_CLUSTERS, FALSE);
  g_assert_cmpuint (get_n_pages (window), ==, all - 5);
  g_assert_false (atlas_report_settings_of_session (session)
                      ->parts[ATLAS_SECTION_CLUSTERS]
                      .shown);
  switch_section (window, ATLAS_SECTION_CLUSTERS, TRUE);
  g_assert_cmpuint (get_n_pages (window), ==, all);

  /* the cover moves behind the contents */
  atlas_report_sections_move (atlas_report_window_get_sections (window), 0, 1);
  WAIT_UNTIL (!atlas_report_window_is_busy (window));
  g_assert_cmpint (
      atlas_report_get_page (atlas_report_preview_get_report (preview), 0)
          ->section,
      ==, ATLAS_SECTION_CONTENTS);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Settings are undone by name, and the fields follow. */
static void
test_undo (void)
{
  g_autoptr (AtlasSession) session = open_samples ();
  AtlasReportWindow *window = open_window (session);
  AtlasUndoStack *undo = atlas_session_get_undo_stack (session);
  guint all = get_n_pages (window);

  switch_section (window, ATLAS_SECTION_CLUSTERS, FALSE);
  g_assert_cmpstr (atlas_undo_stack_get_undo_name (undo), ==,
                   "Change Report Settings");

  g_assert_true (atlas_undo_stack_undo (undo));
  g_assert_true (atlas_report_settings_of_session (session)
                     ->parts[ATLAS_SECTION_CLUSTERS]
                     .shown);
  g_assert_true (gtk_check_button_get_active (atlas_report_sections_get_check (
      atlas_report_window_get_sections (window), ATLAS_SECTION_CLUSTERS)));
  WAIT_UNTIL (!atlas_report_window_is_busy (window));
  g_assert_cmpuint (get_n_pages (window), ==, all);

  g_assert_true (atlas_undo_stack_redo (undo));
  WAIT_UNTIL (!atlas_report_window_is_busy (window));
  g_assert_cmpuint (get_n_pages (window), ==, all - 5);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (atlas_undo_stack_undo (undo));
}

/* Pages follow the width of the window until the user zooms. */
static void
test_zoom (void)
{
  g_autoptr (AtlasSession) session = open_samples ();
  AtlasReportWindow *window = open_window (session);
  AtlasReportPreview *preview = atlas_report_window_get_preview (window);
  double width;

  WAIT_UNTIL (gtk_widget_get_width (GTK_WIDGET (preview)) > 0
              && (width = atlas_report_preview_get_zoom (preview) * 595.0)
                     <= gtk_widget_get_width (GTK_WIDGET (preview)));
  RESIZE_UNTIL (window, 700, 500,
                gtk_widget_get_width (GTK_WIDGET (preview)) < 500
                    && atlas_report_preview_get_zoom (preview) * 595.0
                           <= gtk_widget_get_width (GTK_WIDGET (preview)));

  gtk_widget_activate_action (GTK_WIDGET (window), "report.zoom-in", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "report.zoom-in", NULL);
  width = atlas_report_preview_get_zoom (preview);
  RESIZE_UNTIL (window, 900, 500,
                gtk_widget_get_width (GTK_WIDGET (preview)) > 500);
  g_assert_cmpfloat (atlas_report_preview_get_zoom (preview), ==, width);
  gtk_widget_activate_action (GTK_WIDGET (window), "report.zoom-out", NULL);
  g_assert_cmpfloat (atlas_report_preview_get_zoom (preview), <, width);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkOrientation
get_orientation (AtlasReportWindow *window)
{
  GtkWidget *panes = gtk_widget_get_ancestor (
      GTK_WIDGET (atlas_report_window_get_preview (window)), GTK_TYPE_PANED);

  return gtk_orientable_get_orientation (GTK_ORIENTABLE (panes));
}

/* With letters twice as large a window of 700 pixels has no room for pages
 * beside the settings; it has below them. */
static void
test_fold (void)
{
  g_autoptr (AtlasSession) session = open_samples ();
  GtkSettings *settings = gtk_settings_get_default ();
  AtlasReportWindow *window;
  int dpi;
  int least;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * (dpi > 0 ? dpi : 96 * 1024), NULL);
  window = atlas_report_window_new (session);
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 700);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_UNTIL (!atlas_report_window_is_busy (window));
  WAIT_UNTIL (get_orientation (window) == GTK_ORIENTATION_VERTICAL);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1,
                      &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 700);

  RESIZE_UNTIL (window, 1200, 700,
                get_orientation (window) == GTK_ORIENTATION_HORIZONTAL);
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* Only what is selected, once that is asked for. */
static void
test_scope (void)
{
  g_autoptr (AtlasSession) session = open_samples ();
  g_autoptr (AtlasDocument) first = NULL;
  AtlasReportWindow *window;

  atlas_report_settings_of_session (session)->scope =
      ATLAS_REPORT_SCOPE_SELECTION;
  window = open_window (session);
  g_assert_cmpuint (get_n_pages (window), ==, 0);

  first = g_list_model_get_item (atlas_session_get_visible (session), 0);
  atlas_session_select (session, first);
  g_assert_true (atlas_report_window_is_busy (window));
  WAIT_UNTIL (!atlas_report_window_is_busy (window));
  g_assert_cmpuint (get_n_pages (window), >, 5);
  gtk_window_destroy (GTK_WINDOW (window));
}

typedef struct
{
  gboolean done;
  gboolean saved;
  GError *error;
} Saving;

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;

  saving->saved = atlas_report_window_save_finish (result, &saving->error);
  saving->done = TRUE;
}

static void
test_save (void)
{
  g_autoptr (AtlasSession) session = open_samples ();
  AtlasReportWindow *window = open_window (session);
  g_autofree char *folder = g_dir_make_tmp ("atlas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "r.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) missing = g_file_new_for_path (nowhere);
  g_autofree char *text = NULL;
  Saving saving = { FALSE, FALSE, NULL };
  gsize length;

  atlas_report_window_save_async (window, file, on_saved, &saving);
  WAIT_UNTIL (saving.done);
  g_assert_no_error (saving.error);
  g_assert_true (saving.saved);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_true (g_str_has_prefix (text, "%PDF-"));
  g_assert_cmpuint (length, >, 50000);

  saving.done = FALSE;
  WAIT_UNTIL (!atlas_report_window_is_busy (window));
  atlas_report_window_save_async (window, missing, on_saved, &saving);
  WAIT_UNTIL (saving.done);
  g_assert_nonnull (saving.error);
  g_assert_false (saving.saved);
  g_clear_error (&saving.error);
  WAIT_UNTIL (!atlas_report_window_is_busy (window));

  g_unlink (path);
  g_rmdir (folder);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A save that is cancelled leaves the old file as it was; a window closed
 * meanwhile is saved all the same. */
static void
test_save_stopped (void)
{
  static const char old[] = "the old report";
  g_autofree char *folder = g_dir_make_tmp ("atlas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AtlasSession) session = open_samples ();
      AtlasReportWindow *window = open_window (session);
      g_autofree char *text = NULL;
      Saving saving = { FALSE, FALSE, NULL };

      g_assert_true (g_file_set_contents (path, old, -1, NULL));
      atlas_report_window_save_async (window, file, on_saved, &saving);
      if (i == 0)
        gtk_widget_activate_action (GTK_WIDGET (window), "report.cancel", NULL);
      else
        gtk_window_destroy (GTK_WINDOW (window));
      WAIT_UNTIL (saving.done);
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      if (i == 1)
        {
          g_assert_no_error (saving.error);
          g_assert_true (g_str_has_prefix (text, "%PDF-"));
          continue;
        }
      g_assert_error (saving.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&saving.error);
      g_assert_cmpstr (text, ==, old);
      gtk_window_destroy (GTK_WINDOW (window));
    }

  g_unlink (path);
  g_rmdir (folder);
}

/* Saves from the window and gives what was written. */
static GBytes *
save (AtlasReportWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  gsize length;
  Saving saving = { FALSE, FALSE, NULL };

  atlas_report_window_save_async (window, file, on_saved, &saving);
  WAIT_UNTIL (saving.done);
  g_assert_no_error (saving.error);
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  WAIT_UNTIL (!atlas_report_window_is_busy (window));

  return g_bytes_new_take (g_steal_pointer (&text), length);
}

/* What the program writes, given the same settings as options. */
static GBytes *
run_program (const char *path, const AtlasReportSettings *settings)
{
  static const char *const keys[] = { "title",  "author",   "footer",
                                      "paper",  "sections", "landscape",
                                      "margin", "colour",   "language" };
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;
  int status;

  g_ptr_array_add (words, g_strdup (g_getenv ("ATLAS_PROGRAM")));
  g_ptr_array_add (words, g_strdup ("report"));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *value =
          atlas_report_settings_dup_value (settings, keys[i]);

      g_ptr_array_add (words, g_strdup_printf ("--%s=%s", keys[i], value));
    }
  for (guint i = 0; settings->compare[i] != NULL; i++)
    g_ptr_array_add (words,
                     g_strdup_printf ("--compare=%s", settings->compare[i]));
  g_ptr_array_add (words, g_strdup_printf ("--output=%s", path));
  g_ptr_array_add (words, g_strdup (g_getenv ("ATLAS_SAMPLES")));
  g_ptr_array_add (words, NULL);

  g_spawn_sync (NULL, (char **) words->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));

  return g_bytes_new_take (g_steal_pointer (&text), length);
}

/* The window and the command line make one file, byte for byte, in every
 * language. */
static void
test_same_as_command (void)
{
  static const char *const values[][2] = {
    { "title", "Five clusters" },
    { "author", "A. Nalyst" },
    { "footer", "For the meeting" },
    { "paper", "letter" },
    { "landscape", "network,rankings" },
    { "margin", "20.0" },
    { "colour", "grey" },
    { "compare", "Dalian\nShenyang" },
    { "sections", "summary,clusters,comparison,network,rankings,sources" },
  };
  static const char *const languages[] = { "en", "de", "ar" };
  g_autofree char *folder = g_dir_make_tmp ("atlas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autoptr (GBytes) last = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (AtlasSession) session = open_samples ();
      AtlasReportSettings *settings =
          atlas_report_settings_of_session (session);
      AtlasReportWindow *window;
      g_autoptr (GBytes) a = NULL;
      g_autoptr (GBytes) b = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        g_assert_true (atlas_report_settings_set_value (settings, values[j][0],
                                                        values[j][1], NULL));
      g_assert_true (atlas_report_settings_set_value (settings, "language",
                                                      languages[i], NULL));
      window = open_window (session);
      a = save (window, path);
      b = run_program (path, atlas_report_settings_of_session (session));
      g_assert_true (g_bytes_equal (a, b));
      g_assert_true (last == NULL || !g_bytes_equal (a, last));
      g_clear_pointer (&last, g_bytes_unref);
      last = g_bytes_ref (a);
      gtk_window_destroy (GTK_WINDOW (window));
    }

  g_unlink (path);
  g_rmdir (folder);
}

/* The clusters compared are those chosen in the row, no more than six. */
static void
test_compare (void)
{
  g_autoptr (AtlasSession) session = open_samples ();
  AtlasReportWindow *window = open_window (session);
  AtlasReportCompare *row = atlas_report_window_get_compare (window);
  const AtlasReportSettings *settings =
      atlas_report_settings_of_session (session);

  g_assert_null (settings->compare);
  atlas_report_compare_choose (row, "Dalian", TRUE);
  atlas_report_compare_choose (row, "Beijing", TRUE);
  g_assert_true (atlas_report_window_is_busy (window));
  g_assert_cmpuint (g_strv_length (settings->compare), ==, 2);
  g_assert_cmpstr (settings->compare[0], ==, "Dalian");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Dalian · Beijing");
  WAIT_UNTIL (!atlas_report_window_is_busy (window));

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *name = g_strdup_printf ("Place %u", i);

      atlas_report_compare_choose (row, name, TRUE);
    }
  g_assert_cmpuint (g_strv_length (settings->compare), ==, 6);
  gtk_widget_activate_action (GTK_WIDGET (row), "compare.clear", NULL);
  g_assert_null (settings->compare);
  WAIT_UNTIL (!atlas_report_window_is_busy (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Escape closes the list of clusters also from its search entry, which keeps
 * that key for itself. */
static void
test_compare_escape (void)
{
  g_autoptr (AtlasSession) session = open_samples ();
  AtlasReportWindow *window = open_window (session);
  GtkWidget *row = GTK_WIDGET (atlas_report_window_get_compare (window));
  GtkMenuButton *button =
      GTK_MENU_BUTTON (find_type (row, GTK_TYPE_MENU_BUTTON));
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (button));

  gtk_menu_button_popup (button);
  WAIT_UNTIL (gtk_widget_get_mapped (popover));
  g_signal_emit_by_name (find_type (popover, GTK_TYPE_SEARCH_ENTRY),
                         "stop-search");
  WAIT_UNTIL (!gtk_widget_get_mapped (popover));
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkPrintUnixDialog *
find_print_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_PRINT_UNIX_DIALOG (window))
        return GTK_PRINT_UNIX_DIALOG (window);
    }

  return NULL;
}

/* The list of printers of the dialog, once it is there. */
static GtkSingleSelection *
find_printers (GtkWidget *widget)
{
  GtkSingleSelection *found = NULL;

  if (GTK_IS_COLUMN_VIEW (widget))
    {
      GtkSelectionModel *model =
          gtk_column_view_get_model (GTK_COLUMN_VIEW (widget));

      if (GTK_IS_SINGLE_SELECTION (model)
          && g_list_model_get_n_items (G_LIST_MODEL (model)) > 0)
        return GTK_SINGLE_SELECTION (model);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_printers (child);

  return found;
}

static gboolean
is_whole (const char *path)
{
  g_autofree char *text = NULL;
  gsize length;

  return g_file_get_contents (path, &text, &length, NULL) && length > 6
         && memmem (text + length - 6, 6, "%%EOF", 5) != NULL;
}

/* How many pages a file has, as pdfinfo counts. */
static guint
count_pages (const char *path)
{
  const char *const command[] = { "pdfinfo", path, NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  const char *line;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  line = strstr (output, "Pages:");
  g_assert_nonnull (line);

  return (guint) g_ascii_strtoull (line + strlen ("Pages:"), NULL, 10);
}

/* Prints to a file through the dialog. @pages is what the user enters there,
 * NULL for all, "" for the current page. */
static guint
print (AtlasReportWindow *window, const char *path, const char *pages)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GtkPrintSettings) settings = NULL;
  GtkPrintUnixDialog *dialog;
  GtkSingleSelection *printers;

  gtk_widget_activate_action (GTK_WIDGET (window), "report.print", NULL);
  WAIT_UNTIL ((dialog = find_print_dialog ()) != NULL
              && gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  settings = gtk_print_unix_dialog_get_settings (dialog);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT,
                          "pdf");
  if (pages != NULL && *pages == '\0')
    {
      gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_CURRENT);
    }
  else if (pages != NULL)
    {
      gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
      gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_PAGE_RANGES, pages);
    }
  gtk_print_unix_dialog_set_settings (dialog, settings);
  WAIT_UNTIL ((printers = find_printers (GTK_WIDGET (dialog))) != NULL);
  gtk_single_selection_set_selected (printers, 0);
  WAIT_UNTIL (gtk_print_unix_dialog_get_selected_printer (dialog) != NULL);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  WAIT_UNTIL (is_whole (path));

  return count_pages (path);
}

/* The dialog's page ranges and current page are honoured. */
static void
test_print (void)
{
  g_autoptr (AtlasSession) session = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *tool = g_find_program_in_path ("pdfinfo");
  static const struct
  {
    const char *name;
    const char *pages;
    guint n;
  } cases[] = {
    { "all.pdf", NULL, 0 },
    { "some.pdf", "1-2,4", 3 },
    { "one.pdf", "", 1 },
  };

  if (tool == NULL)
    {
      g_test_skip ("pdfinfo is not installed");
      return;
    }

  session = open_samples ();
  folder = g_dir_make_tmp ("atlas-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasReportWindow *window = open_window (session);
      g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);

      g_assert_cmpuint (print (window, path, cases[i].pages), ==,
                        cases[i].n > 0 ? cases[i].n : get_n_pages (window));
      WAIT_UNTIL (find_print_dialog () == NULL);
      g_unlink (path);
      gtk_window_destroy (GTK_WINDOW (window));
    }

  g_rmdir (folder);
}

/* The window is closed while its report is made: that does not keep it. */
static void
test_closed (void)
{
  g_autoptr (AtlasSession) session = open_samples ();
  AtlasReportWindow *window = atlas_report_window_new (session);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_UNTIL (window->making != NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (window);
}

int
main (int argc, char **argv)
{
  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  /* Printing to a file needs no printer, and asks none. */
  g_object_set (gtk_settings_get_default (), "gtk-print-backends", "file",
                NULL);
  atlas_register_resource ();

  g_test_add_func ("/app/report-window/sections", test_sections);
  g_test_add_func ("/app/report-window/undo", test_undo);
  g_test_add_func ("/app/report-window/scope", test_scope);
  g_test_add_func ("/app/report-window/save", test_save);
  g_test_add_func ("/app/report-window/save-stopped", test_save_stopped);
  g_test_add_func ("/app/report-window/zoom", test_zoom);
  g_test_add_func ("/app/report-window/fold", test_fold);
  g_test_add_func ("/app/report-window/same-as-command", test_same_as_command);
  g_test_add_func ("/app/report-window/compare", test_compare);
  g_test_add_func ("/app/report-window/compare-escape", test_compare_escape);
  g_test_add_func ("/app/report-window/print", test_print);
  g_test_add_func ("/app/report-window/closed", test_closed);

  return g_test_run ();
}
