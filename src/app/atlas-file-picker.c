/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-file-picker.h"

#include <glib/gi18n.h>

#include "atlas-compat.h"
#include "atlas-window.h"

/* One chooser at work. The task owns it, it keeps the chooser. */
typedef struct
{
  GtkNativeDialog *dialog;
  char *suffix;
} Picking;

static void
picking_free (gpointer data)
{
  Picking *picking = data;

  gtk_native_dialog_destroy (picking->dialog);
  g_object_unref (picking->dialog);
  g_free (picking->suffix);
  g_free (picking);
}

/* "report" becomes "report.pdf"; "report.2024" too, but never "report.PDF". */
static GFile *
dup_with_suffix (GFile *file, const char *suffix)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autofree char *ending = g_strconcat (".", suffix, NULL);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *whole = NULL;

  if (folder == NULL || g_str_has_suffix (lower, ending))
    return g_object_ref (file);

  whole = g_strconcat (name, ending, NULL);
  return g_file_get_child (folder, whole);
}

/* Which kind the user switched to decides about the ending. */
static const char *
get_chosen_suffix (GtkFileChooser *chooser, const char *otherwise)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  const char *suffix = NULL;

  if (filter != NULL)
    suffix = g_object_get_data (G_OBJECT (filter), "atlas-suffix");

  return suffix != NULL ? suffix : otherwise;
}

/* The main window that @parent belongs to, if any. */
static AtlasWindow *
find_main_window (GtkWindow *parent)
{
  while (parent != NULL && !ATLAS_IS_WINDOW (parent))
    parent = gtk_window_get_transient_for (parent);

  return (AtlasWindow *) parent;
}

/* What was picked is not written over when it is one of the open profiles, nor
 * when it got its ending only here: the chooser has asked about another name.
 */
static gboolean
check_target (GtkNativeDialog *dialog,
              GFile *picked,
              GFile *file,
              GError **error)
{
  AtlasWindow *window =
      find_main_window (gtk_native_dialog_get_transient_for (dialog));
  g_autofree char *name = g_file_get_basename (file);

  if (window != NULL
      && atlas_document_store_has_file (
          atlas_session_get_store (atlas_window_get_session (window)), file))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _ ("“\342\201\250%s\342\201\251” is one of the open files; "
                      "choose another name"),
                   name);
      return FALSE;
    }
  if (!g_file_equal (picked, file) && g_file_query_exists (file, NULL))
    {
      g_set_error (
          error, G_IO_ERROR, G_IO_ERROR_EXISTS,
          _ ("“\342\201\250%s\342\201\251” is there already; to replace "
             "it, choose it by its whole name"),
          name);
      return FALSE;
    }

  return TRUE;
}

static void
on_response (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  Picking *picking = g_task_get_task_data (task);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GListModel) files = NULL;
  g_autoptr (GPtrArray) picked =
      g_ptr_array_new_with_free_func (g_object_unref);
  guint i;

  /* Cancelled after the answer: the answer counts. */
  g_signal_handlers_disconnect_by_func (dialog, on_response, task);

  if (response != GTK_RESPONSE_ACCEPT)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                               "nothing was picked");
      return;
    }

  files = gtk_file_chooser_get_files (chooser);
  for (i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autoptr (GFile) whole = NULL;
      GError *error = NULL;

      if (gtk_file_chooser_get_action (chooser) != GTK_FILE_CHOOSER_ACTION_SAVE)
        {
          g_ptr_array_add (picked, g_steal_pointer (&file));
          continue;
        }

      whole = picking->suffix == NULL
                  ? g_object_ref (file)
                  : dup_with_suffix (
                      file, get_chosen_suffix (chooser, picking->suffix));
      if (!check_target (dialog, file, whole, &error))
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (picked, g_steal_pointer (&whole));
    }

  if (picked->len == 0)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                             "nothing was picked");
  else
    g_task_return_pointer (task, g_steal_pointer (&picked),
                           (GDestroyNotify) g_ptr_array_unref);
}

static void
on_cancelled (GCancellable *cancellable, gpointer user_data)
{
  GtkNativeDialog *dialog = user_data;

  g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_CANCEL);
}

static void
add_kinds (GtkFileChooser *chooser, const AtlasFilePick *pick)
{
  gsize i;

  for (i = 0; i < pick->n_kinds; i++)
    {
      const AtlasFileKind *kind = &pick->kinds[i];
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, kind->name);
      gtk_file_filter_add_suffix (filter, kind->suffix);
      if (kind->mime_type != NULL)
        gtk_file_filter_add_mime_type (filter, kind->mime_type);
      g_object_set_data_full (G_OBJECT (filter), "atlas-suffix",
                              g_strdup (kind->suffix), g_free);
      gtk_file_chooser_add_filter (chooser, filter);
      if (i == 0)
        gtk_file_chooser_set_filter (chooser, filter);
    }

  if (pick->any_kind)
    {
      g_autoptr (GtkFileFilter) any = gtk_file_filter_new ();

      gtk_file_filter_set_name (any, _ ("All Files"));
      gtk_file_filter_add_pattern (any, "*");
      gtk_file_chooser_add_filter (chooser, any);
    }
}

/**
 * atlas_file_picker_run_async:
 * @parent: (nullable): the window to stand before
 * @pick: what is to be picked; not kept
 * @cancellable: (nullable): closes the chooser
 * @callback: called with the answer
 * @user_data: data for @callback
 *
 * Asks the user for files or folders, with the chooser of the desktop or, in a
 * sandbox, of the portal. When saving, an ending that is missing is added, and
 * the files of profiles that are open are refused with %G_IO_ERROR_EXISTS.
 */
void
atlas_file_picker_run_async (GtkWindow *parent,
                             const AtlasFilePick *pick,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GtkFileChooserNative *native;
  Picking *picking;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (pick != NULL);

  native = gtk_file_chooser_native_new (pick->title, parent, pick->action,
                                        pick->accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (native),
                                        pick->several);
  if (pick->folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (native),
                                         pick->folder, NULL);
  if (pick->name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), pick->name);
  add_kinds (GTK_FILE_CHOOSER (native), pick);

  picking = g_new0 (Picking, 1);
  picking->dialog = GTK_NATIVE_DIALOG (native);
  /* The portal grants the very name that was chosen and no other. */
  if (pick->n_kinds > 0 && !atlas_compat_is_sandboxed ())
    picking->suffix = g_strdup (pick->kinds[0].suffix);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_file_picker_run_async);
  g_task_set_task_data (task, picking, picking_free);

  g_signal_connect (native, "response", G_CALLBACK (on_response), task);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled",
                             G_CALLBACK (on_cancelled), native, 0);

  /* Given back in on_response (). */
  g_steal_pointer (&task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/**
 * atlas_file_picker_run_finish:
 * @result: what the callback was given
 * @error: set to %G_IO_ERROR_CANCELLED when the user picked nothing
 *
 * Returns: (transfer full) (element-type GFile) (nullable): what was picked,
 *   at least one file or folder
 */
GPtrArray *
atlas_file_picker_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * atlas_file_picker_run_finish_one:
 * @result: what the callback was given
 * @error: set to %G_IO_ERROR_CANCELLED when the user picked nothing
 *
 * Returns: (transfer full) (nullable): the one file or folder picked
 */
GFile *
atlas_file_picker_run_finish_one (GAsyncResult *result, GError **error)
{
  g_autoptr (GPtrArray) files = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  files = g_task_propagate_pointer (G_TASK (result), error);
  if (files == NULL)
    return NULL;

  return g_object_ref (g_ptr_array_index (files, 0));
}
