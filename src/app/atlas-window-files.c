/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-window-private.h"

#include <glib/gi18n.h>

#include "atlas-file-picker.h"
#include "atlas-samples.h"

/* What a picked file is for. */
typedef struct
{
  AtlasWindow *window;
  gboolean add;
} Picking;

static void
picking_free (Picking *picking)
{
  g_object_unref (picking->window);
  g_free (picking);
}

/* In place of what is open, whose state is kept. */
static void
open_files (AtlasWindow *self, GFile *const *files, gsize n_files)
{
  atlas_window_keep (self);
  atlas_feed_open (self->feed, files, n_files);
  atlas_window_begin_files (self);
  atlas_window_update (self);
}

static void
open_or_add (AtlasWindow *self,
             GFile *const *files,
             gsize n_files,
             gboolean add)
{
  gsize i;

  if (n_files == 1 && atlas_project_is_project_file (files[0]))
    {
      atlas_window_open_project (self, files[0]);
      return;
    }

  for (i = 0; i < n_files; i++)
    {
      g_autofree char *uri = g_file_get_uri (files[i]);

      atlas_preferences_add_recent (self->preferences, files[i]);
      gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
    }

  if (add && !atlas_window_is_empty (self))
    {
      atlas_feed_add (self->feed, files, n_files);
      atlas_window_update (self);
    }
  else
    open_files (self, files, n_files);
}

static void
on_picked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Picking *picking = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = atlas_file_picker_run_finish (result, &error);

  if (files != NULL)
    open_or_add (picking->window, (GFile *const *) files->pdata, files->len,
                 picking->add);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    atlas_window_toast (picking->window, error->message);

  picking_free (picking);
}

static void
pick (AtlasWindow *self, GtkFileChooserAction action, gboolean add)
{
  const AtlasFileKind kinds[] = {
    { _ ("Profiles and Projects"), "txt", "text/plain" },
    { _ ("Project Files"), "clusteratlas", NULL },
    { _ ("JSON Files"), "json", "application/json" },
  };
  const gboolean folders = action == GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;
  const AtlasFilePick request = {
    .action = action,
    .several = TRUE,
    .title = folders ? _ ("Open Folder") : _ ("Open Files"),
    .accept = add ? _ ("_Add") : _ ("_Open"),
    .kinds = kinds,
    .n_kinds = folders ? 0 : G_N_ELEMENTS (kinds),
    .any_kind = !folders,
  };
  Picking *picking = g_new0 (Picking, 1);

  picking->window = g_object_ref (self);
  picking->add = add;
  atlas_file_picker_run_async (GTK_WINDOW (self), &request, NULL, on_picked,
                               picking);
}

static void
on_open_folder (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pick (user_data, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, FALSE);
}

static void
on_open_files (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pick (user_data, GTK_FILE_CHOOSER_ACTION_OPEN, FALSE);
}

static void
on_add_folder (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pick (user_data, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, TRUE);
}

static void
on_add_files (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  pick (user_data, GTK_FILE_CHOOSER_ACTION_OPEN, TRUE);
}

static void
on_open_samples (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);
  g_autoptr (GFile) folder = atlas_samples_dup_folder ();

  if (folder == NULL)
    {
      atlas_window_toast (self, _ ("The sample profiles are not installed"));
      return;
    }

  /* They are found again by this action, and are nobody's own work. */
  open_files (self, &folder, 1);
}

static void
on_open_recent (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file =
      g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  atlas_window_open (ATLAS_WINDOW (user_data), &file, 1);
}

static void
on_clear_recent (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  atlas_preferences_clear_recent (ATLAS_WINDOW (user_data)->preferences);
}

static void
on_reload (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  atlas_feed_reload (ATLAS_WINDOW (user_data)->feed);
}

static void
on_cancel (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);

  atlas_feed_cancel (self->feed);
  atlas_window_toast (self, _ ("Reading was cancelled"));
}

static void
on_dismiss_banner (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer user_data)
{
  atlas_feed_dismiss (ATLAS_WINDOW (user_data)->feed);
}

static const GActionEntry entries[] = {
  { "open-folder", on_open_folder },
  { "open-files", on_open_files },
  { "add-folder", on_add_folder },
  { "add-files", on_add_files },
  { "open-samples", on_open_samples },
  { "open-recent", on_open_recent, "s" },
  { "clear-recent", on_clear_recent },
  { "reload", on_reload },
  { "cancel", on_cancel },
  { "dismiss-banner", on_dismiss_banner },
};

/* A label shows an underline for "_": names have theirs doubled. */
static char *
dup_menu_label (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

static void
on_recent (AtlasWindow *self)
{
  const char *const *recent = atlas_preferences_get_recent (self->preferences);
  gsize i;

  g_menu_remove_all (self->recent_section);
  for (i = 0; recent[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (recent[i]);
      g_autofree char *label = dup_menu_label (file);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "win.open-recent", "s",
                                         recent[i]);
      g_menu_append_item (self->recent_section, item);
    }
  if (i > 0)
    g_menu_append (self->recent_section, _ ("_Clear List"), "win.clear-recent");
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);
  g_autoptr (GSList) list = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  GSList *l;

  list = gdk_file_list_get_files (g_value_get_boxed (value));
  for (l = list; l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  if (files->len == 0)
    return FALSE;

  /* Beside what is open: a drop is easily made by accident. */
  open_or_add (self, (GFile *const *) files->pdata, files->len, TRUE);

  return TRUE;
}

static void
on_drop_target (AtlasWindow *self, GParamSpec *pspec, GtkDropTarget *target)
{
  atlas_window_reveal (self->drop_revealer,
                       gtk_drop_target_get_current_drop (target) != NULL);
}

/**
 * atlas_window_init_files:
 * @self: a window that has its preferences and its feed
 *
 * Adds what opens files: actions, the list of recent ones, and the target of
 * drops.
 */
void
atlas_window_init_files (AtlasWindow *self)
{
  GtkDropTarget *target;

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  atlas_window_set_enabled (self, "cancel", FALSE);

  g_signal_connect_object (self->preferences, "notify::recent",
                           G_CALLBACK (on_recent), self, G_CONNECT_SWAPPED);
  on_recent (self);

  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  g_signal_connect_object (target, "notify::current-drop",
                           G_CALLBACK (on_drop_target), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * atlas_window_open:
 * @self: the window
 * @files: (array length=n_files): files, folders or a project
 * @n_files: number of @files
 *
 * Opens @files in place of what is open.
 */
void
atlas_window_open (AtlasWindow *self, GFile *const *files, gsize n_files)
{
  g_return_if_fail (ATLAS_IS_WINDOW (self));
  g_return_if_fail (files != NULL || n_files == 0);

  open_or_add (self, files, n_files, FALSE);
}
