/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "atlas-file-picker.h"
#include "atlas-wait.h"
#include "chooser-leaks.h"

typedef struct
{
  GAsyncResult *result;
} Answer;

static void
on_answer (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answer *answer = user_data;

  answer->result = g_object_ref (result);
}

/* The dialog that GTK shows where there is no portal. */
static GtkDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint i;

  for (i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window)
          && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return GTK_DIALOG (window);
    }

  return NULL;
}

static void
test_save (void)
{
  static const AtlasFileKind kinds[] = { { "PDF", "pdf", NULL } };
  const AtlasFilePick pick = {
    .action = GTK_FILE_CHOOSER_ACTION_SAVE,
    .title = "Save",
    .accept = "_Save",
    .name = "report",
    .kinds = kinds,
    .n_kinds = G_N_ELEMENTS (kinds),
  };
  g_autofree char *folder = g_dir_make_tmp ("atlas-picker-XXXXXX", NULL);
  g_autoptr (GFile) start = g_file_new_for_path (folder);
  g_autoptr (GFile) picked = NULL;
  g_autoptr (GFile) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  AtlasFilePick request = pick;
  Answer answer = { NULL };

  request.folder = start;
  atlas_file_picker_run_async (NULL, &request, NULL, on_answer, &answer);
  WAIT_UNTIL (find_dialog () != NULL);
  /* The chooser fills in its folder when it gets to it. */
  WAIT_UNTIL (
      (picked = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (find_dialog ())))
      != NULL);
  g_clear_object (&picked);
  gtk_dialog_response (find_dialog (), GTK_RESPONSE_ACCEPT);
  WAIT_UNTIL (answer.result != NULL);

  picked = atlas_file_picker_run_finish_one (answer.result, &error);
  g_assert_no_error (error);
  name = g_file_get_basename (picked);
  g_assert_cmpstr (name, ==, "report.pdf");

  g_clear_object (&answer.result);
  WAIT_UNTIL (find_dialog () == NULL);

  /* The chooser asked about "report", not about "report.pdf". */
  g_assert_true (g_file_replace_contents (
      picked, "old", 3, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  atlas_file_picker_run_async (NULL, &request, NULL, on_answer, &answer);
  WAIT_UNTIL (find_dialog () != NULL);
  g_clear_object (&again);
  WAIT_UNTIL (
      (again = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (find_dialog ())))
      != NULL);
  gtk_dialog_response (find_dialog (), GTK_RESPONSE_ACCEPT);
  WAIT_UNTIL (answer.result != NULL);
  g_assert_null (atlas_file_picker_run_finish_one (answer.result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);

  g_clear_object (&answer.result);
  WAIT_UNTIL (find_dialog () == NULL);
  g_assert_true (g_file_delete (picked, NULL, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_cancel (void)
{
  const AtlasFilePick pick = {
    .action = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
    .title = "Open",
    .accept = "_Open",
  };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer = { NULL };
  guint turn;

  for (turn = 0; turn < 2; turn++)
    {
      g_autoptr (GError) error = NULL;

      atlas_file_picker_run_async (NULL, &pick, cancellable, on_answer,
                                   &answer);
      WAIT_UNTIL (find_dialog () != NULL);
      if (turn == 0)
        gtk_dialog_response (find_dialog (), GTK_RESPONSE_CANCEL);
      else
        g_cancellable_cancel (cancellable);
      WAIT_UNTIL (answer.result != NULL);

      g_assert_null (atlas_file_picker_run_finish (answer.result, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_object (&answer.result);
      WAIT_UNTIL (find_dialog () == NULL);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/app/file-picker/save", test_save);
  g_test_add_func ("/app/file-picker/cancel", test_cancel);

  return g_test_run ();
}
