/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget-fixture.h"

#include "atlas-cell.h"
#include "atlas-text-parser.h"

/* Reads the samples as the application does, without its loader. */
void
add_samples (AtlasSession *session)
{
  const char *folder = g_getenv ("ATLAS_SAMPLES");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  atlas_session_begin_batch (session);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GPtrArray) profiles =
          g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
      g_autoptr (GPtrArray) problems =
          g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_unref);
      g_autofree char *data = NULL;
      gsize length;

      if (!g_str_has_suffix (name, ".txt"))
        continue;

      g_assert_true (g_file_get_contents (path, &data, &length, NULL));
      atlas_text_parse (data, length, name, profiles, problems);
      atlas_session_add_file (session, file, profiles, problems);
    }
  atlas_session_end_batch (session);
}

/* Shows @child in a window of its own. */
GtkWidget *
present (GtkWidget *child)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 760);
  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (child);

  return window;
}

static void
on_timeout (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* Lets the main loop run for a while. */
void
run_for (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add_once (milliseconds, on_timeout, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
on_idle (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until nothing that waits for an idle is left, on a busy machine too. */
void
settle (void)
{
  gboolean done = FALSE;

  g_idle_add_full (G_PRIORITY_LOW, on_idle, &done, NULL);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* --- the clipboard ------------------------------------------------------ */

static void
on_spliced (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GBytes **bytes = user_data;
  g_autoptr (GError) error = NULL;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error);
  g_assert_no_error (error);
  *bytes =
      g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream =
      gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);

  g_assert_no_error (error);
  g_output_stream_splice_async (
      memory, stream,
      G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
      G_PRIORITY_DEFAULT, NULL, on_spliced, user_data);
}

/* Returns: (transfer full): what is offered as @mime_type */
GBytes *
read_clipboard (GdkClipboard *clipboard, const char *mime_type)
{
  const char *types[] = { mime_type, NULL };
  GBytes *bytes = NULL;

  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, on_read,
                            &bytes);
  WAIT_UNTIL (bytes != NULL);

  return bytes;
}

/* --- widgets that show a text ------------------------------------------- */

static gboolean
is_cell (GtkWidget *widget, gconstpointer text)
{
  return ATLAS_IS_CELL (widget)
         && g_strcmp0 (atlas_cell_get_text (ATLAS_CELL (widget)), text) == 0;
}

GtkWidget *
find_cell (GtkWidget *widget, const char *text)
{
  return find_widget (widget, is_cell, text);
}

static gboolean
is_label (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget)
         && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  return find_widget (widget, is_label, text);
}

static gboolean
is_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  return find_widget (widget, is_button, label);
}

static gboolean
is_row (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_ACTION_ROW (widget)
         && g_str_equal (
             adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)),
             title);
}

GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  return find_widget (widget, is_row, title);
}
