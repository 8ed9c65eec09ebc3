/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "atlas-report-window.h"
#include "atlas-resources.h"
#include "atlas-text-parser.h"
#include "atlas-wait.h"

/* A report that takes long, is stopped, or has nowhere to go. */

#define OLD_TEXT "the old report"
#define N_MANY 4000
#define NOBODY 65534

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

static char *
read_sample (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("ATLAS_SAMPLES"), "shenyang-2024.txt", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return text;
}

static char *
replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) pieces = g_strsplit (text, from, -1);

  return g_strjoinv (to, pieces);
}

/* Clusters that differ in their names only. */
static AtlasSession *
open_many (guint n)
{
  AtlasSession *session = atlas_session_new ();
  g_autofree char *sample = read_sample ();

  atlas_session_begin_batch (session);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Place %u", i);
      g_autofree char *path = g_strdup_printf ("/nowhere/%u.txt", i);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *text = replace (sample, "Shenyang", name);
      g_autoptr (GPtrArray) profiles =
          g_ptr_array_new_with_free_func (unref_profile);
      g_autoptr (GPtrArray) problems =
          g_ptr_array_new_with_free_func (unref_problem);

      atlas_text_parse (text, strlen (text), path, profiles, problems);
      atlas_session_add_file (session, file, profiles, problems);
    }
  atlas_session_end_batch (session);

  return session;
}

static gpointer
find_part (AtlasReportWindow *window, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (window),
                                        ATLAS_TYPE_REPORT_WINDOW, name);
}

static AtlasReport *
get_report (AtlasReportWindow *window)
{
  return atlas_report_preview_get_report (
      atlas_report_window_get_preview (window));
}

/* Thousands of pages are not there at once: a bar says that they are being
 * made, and they can be done without. */
static void
test_making (void)
{
  g_autoptr (AtlasSession) session = open_many (N_MANY);
  AtlasReportWindow *window = atlas_report_window_new (session);
  GtkRevealer *bar = find_part (window, "progress_revealer");
  GtkStack *stack = find_part (window, "stack");

  gtk_window_present (GTK_WINDOW (window));
  g_assert_false (gtk_revealer_get_reveal_child (bar));
  WAIT_UNTIL (gtk_revealer_get_reveal_child (bar)
              || !atlas_report_window_is_busy (window));
  g_assert_true (gtk_revealer_get_reveal_child (bar));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "pages");

  gtk_widget_activate_action (GTK_WIDGET (window), "report.cancel", NULL);
  g_assert_false (atlas_report_window_is_busy (window));
  g_assert_false (gtk_revealer_get_reveal_child (bar));
  g_assert_null (get_report (window));

  /* the next change makes pages again */
  atlas_report_settings_of_session (session)->scope =
      ATLAS_REPORT_SCOPE_SELECTION;
  {
    g_autoptr (AtlasDocument) first =
        g_list_model_get_item (atlas_session_get_visible (session), 0);

    atlas_session_select (session, first);
  }
  g_assert_true (atlas_report_window_is_busy (window));
  WAIT_UNTIL (!atlas_report_window_is_busy (window));
  g_assert_nonnull (get_report (window));
  g_assert_false (gtk_revealer_get_reveal_child (bar));
  gtk_window_destroy (GTK_WINDOW (window));
}

typedef struct
{
  gboolean done;
  GError *error;
} Saving;

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;

  atlas_report_window_save_finish (result, &saving->error);
  saving->done = TRUE;
}

/* Saves from the window; gives what it said, NULL for nothing. */
static GError *
save (AtlasReportWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Saving saving = { FALSE, NULL };

  atlas_report_window_save_async (window, file, on_saved, &saving);
  WAIT_UNTIL (saving.done && !atlas_report_window_is_busy (window));

  return saving.error;
}

static AtlasReportWindow *
open_window (AtlasSession *session)
{
  AtlasReportWindow *window = atlas_report_window_new (session);

  gtk_window_present (GTK_WINDOW (window));
  WAIT_UNTIL (!atlas_report_window_is_busy (window));
  g_assert_nonnull (get_report (window));

  return window;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* Nothing is lost and nothing is left behind. */
static void
check_old (const char *folder, const char *path, guint n_files)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, OLD_TEXT);
  g_assert_cmpuint (count_files (folder), ==, n_files);
}

static void
test_device (void)
{
  g_autoptr (AtlasSession) session = open_many (1);
  AtlasReportWindow *window = open_window (session);
  g_autoptr (GError) error = save (window, "/dev/full");

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Who may write everywhere becomes one who may not. */
static void
test_read_only_folder (void)
{
  g_autoptr (AtlasSession) session = open_many (1);
  AtlasReportWindow *window = open_window (session);
  g_autofree char *folder = g_dir_make_tmp ("atlas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autoptr (GError) error = NULL;
  gboolean is_root = geteuid () == 0;

  g_assert_true (g_file_set_contents (path, OLD_TEXT, -1, NULL));
  g_assert_cmpint (g_chmod (path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  if (is_root && seteuid (NOBODY) != 0)
    g_error ("root may not become another: %s", g_strerror (errno));
  error = save (window, path);
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  check_old (folder, path, 1);

  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  g_unlink (path);
  g_rmdir (folder);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
run (const char *command, const char *folder)
{
  g_autofree char *quoted = g_shell_quote (folder);
  g_autofree char *line = g_strdup_printf ("%s %s", command, quoted);
  int status;

  return g_spawn_command_line_sync (line, NULL, NULL, &status, NULL)
         && g_spawn_check_wait_status (status, NULL);
}

/* A disk that has less room than the report needs, then one that may not be
 * written. */
static void
test_full_disk (void)
{
  g_autoptr (AtlasSession) session = NULL;
  AtlasReportWindow *window;
  g_autofree char *folder = g_dir_make_tmp ("atlas-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autoptr (GError) full = NULL;
  g_autoptr (GError) read_only = NULL;

  if (!run ("mount -t tmpfs -o size=64k none", folder))
    {
      g_rmdir (folder);
      g_test_skip ("only root may mount");
      return;
    }

  session = open_many (5);
  window = open_window (session);
  g_assert_true (g_file_set_contents (path, OLD_TEXT, -1, NULL));
  full = save (window, path);
  g_assert_error (full, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  check_old (folder, path, 1);

  g_assert_true (run ("mount -o remount,ro", folder));
  read_only = save (window, path);
  g_assert_error (read_only, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
  check_old (folder, path, 1);

  g_assert_true (run ("umount", folder));
  g_rmdir (folder);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  atlas_register_resource ();

  g_test_add_func ("/app/report-faults/making", test_making);
  g_test_add_func ("/app/report-faults/device", test_device);
  g_test_add_func ("/app/report-faults/read-only-folder",
                   test_read_only_folder);
  g_test_add_func ("/app/report-faults/full-disk", test_full_disk);

  return g_test_run ();
}
