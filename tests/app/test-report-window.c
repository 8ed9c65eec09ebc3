/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "atlas-report-window.h"
#include "atlas-resources.h"
#include "atlas-text-parser.h"
#include "atlas-wait.h"

static const char *const names[] = { "beijing", "chongqing", "dalian",
                                     "shenyang", "zhengzhou" };

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

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  atlas_register_resource ();

  g_test_add_func ("/app/report-window/sections", test_sections);
  g_test_add_func ("/app/report-window/scope", test_scope);
  g_test_add_func ("/app/report-window/save", test_save);

  return g_test_run ();
}
