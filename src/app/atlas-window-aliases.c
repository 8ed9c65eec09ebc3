/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "atlas-alias-file.h"
#include "atlas-file-picker.h"
#include "atlas-window-private.h"

/* The list of names that mean the same, and that list as a file of its own:
 * what "--aliases" reads. */

/* A list on its way to a file, as it was when that was asked for. The windows
 * may be closed meanwhile. */
typedef struct
{
  GWeakRef window; /* of the names */
  AtlasSaver *saver;
  GFile *file;
  char *text;
} Save;

static void
save_free (Save *save)
{
  g_weak_ref_clear (&save->window);
  atlas_saver_unref (save->saver);
  g_clear_object (&save->file);
  g_free (save->text);
  g_free (save);
}

static void
tell (Save *save, const char *sentence)
{
  g_autoptr (AtlasAliasesWindow) window = g_weak_ref_get (&save->window);

  if (window == NULL)
    return;

  atlas_aliases_window_toast (window, sentence);
  atlas_compat_announce (GTK_WIDGET (window), sentence);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Save *save = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (save->file);
  g_autofree char *sentence = NULL;

  if (atlas_saver_save_finish (result, &error))
    sentence = g_strdup_printf (_ ("Saved “\342\201\250%s\342\201\251”"), name);
  else
    sentence =
        g_strdup_printf (_ ("“\342\201\250%s\342\201\251” was not saved: %s"),
                         name, error->message);
  tell (save, sentence);
  save_free (save);
}

static void
write_async (Save *save)
{
  atlas_saver_save_async (save->saver, save->file,
                          g_steal_pointer (&save->text), on_saved, save);
}

static void
on_picked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Save *save = user_data;
  g_autoptr (GError) error = NULL;

  save->file = atlas_file_picker_run_finish_one (result, &error);
  if (save->file != NULL)
    {
      write_async (save);
      return;
    }

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (save, error->message);
  save_free (save);
}

static Save *
save_new (AtlasWindow *self, AtlasAliasesWindow *window)
{
  AtlasAliases *aliases = atlas_session_get_aliases (self->session);
  Save *save = g_new0 (Save, 1);

  g_weak_ref_init (&save->window, window);
  save->saver = atlas_saver_ref (self->saver);
  save->text = atlas_alias_file_to_json (aliases);

  return save;
}

static void
on_save (AtlasAliasesWindow *window, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);
  const AtlasFileKind kinds[] = {
    { _ ("JSON Files"), "json", "application/json" },
  };
  const AtlasFilePick pick = {
    .action = GTK_FILE_CHOOSER_ACTION_SAVE,
    .title = _ ("Names That Mean the Same"),
    .accept = _ ("_Save"),
    .name = "aliases.json",
    .kinds = kinds,
    .n_kinds = G_N_ELEMENTS (kinds),
  };

  if (atlas_session_get_aliases (self->session) != NULL)
    atlas_file_picker_run_async (GTK_WINDOW (window), &pick, NULL, on_picked,
                                 save_new (self, window));
}

/**
 * atlas_window_save_aliases:
 * @self: a window with names that mean the same
 * @window: where to tell what became of it
 * @file: where to
 *
 * Saves the list of these names as a file of its own.
 */
void
atlas_window_save_aliases (AtlasWindow *self,
                           AtlasAliasesWindow *window,
                           GFile *file)
{
  Save *save = save_new (self, window);

  save->file = g_object_ref (file);
  write_async (save);
}

static void
on_aliases (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);
  GtkWidget *window =
      atlas_aliases_window_new (self->session, GTK_WINDOW (self));

  g_signal_connect_object (window, "save", G_CALLBACK (on_save), self, 0);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * atlas_window_init_aliases:
 * @self: a window that has its session
 *
 * Adds the window of names that mean the same.
 */
void
atlas_window_init_aliases (AtlasWindow *self)
{
  static const GActionEntry entries[] = {
    { "aliases", on_aliases },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
}
