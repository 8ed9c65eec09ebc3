/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-saver.h"

#include <errno.h>
#include <string.h>

#include "atlas-output.h"

struct _AtlasSaver
{
  gatomicrefcount references;
  /* One save at a time; what follows is behind it. */
  GMutex lock;
  /* The number of the latest save that was asked for. */
  guint64 n_asked;
  /* By file, the number of the latest save that is on the disk. */
  GHashTable *saved;
};

/* A save under way. */
typedef struct
{
  AtlasSaver *saver;
  GFile *file;
  char *text;
  guint64 number;
} Save;

/**
 * atlas_saver_new:
 *
 * Returns: (transfer full): a saver
 */
AtlasSaver *
atlas_saver_new (void)
{
  AtlasSaver *self = g_new0 (AtlasSaver, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  self->saved = g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal,
                                       g_object_unref, g_free);

  return self;
}

/**
 * atlas_saver_ref:
 * @self: a saver
 *
 * Returns: (transfer full): @self
 */
AtlasSaver *
atlas_saver_ref (AtlasSaver *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * atlas_saver_unref:
 * @self: (transfer full): a saver
 */
void
atlas_saver_unref (AtlasSaver *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_hash_table_unref (self->saved);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static void
save_free (gpointer data)
{
  Save *save = data;

  atlas_saver_unref (save->saver);
  g_object_unref (save->file);
  g_free (save->text);
  g_free (save);
}

/* The folder of states that are kept by themselves may not be there yet. */
static gboolean
make_folder (GFile *file, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (folder == NULL || !g_file_is_native (folder)
      || g_mkdir_with_parents (g_file_peek_path (folder), 0700) == 0)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno),
                       g_strerror (errno));

  return FALSE;
}

static void
run_save (GTask *task, gpointer source, gpointer data, GCancellable *stop)
{
  Save *save = data;
  AtlasSaver *self = save->saver;
  const guint64 *latest;
  GError *error = NULL;
  gboolean saved;

  g_mutex_lock (&self->lock);
  latest = g_hash_table_lookup (self->saved, save->file);
  saved = latest != NULL && *latest > save->number;
  if (!saved)
    {
      saved = make_folder (save->file, &error)
              && atlas_output_save (save->file, save->text, strlen (save->text),
                                    &error);
      if (saved)
        g_hash_table_replace (self->saved, g_object_ref (save->file),
                              g_memdup2 (&save->number, sizeof save->number));
    }
  g_mutex_unlock (&self->lock);

  if (saved)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * atlas_saver_save_async:
 * @self: a saver
 * @file: the file to write; its folder is made where there is none
 * @text: (transfer full): all that it is to hold
 * @callback: called when it is there, or when it failed
 * @user_data: data for @callback
 *
 * Saves a file on a thread.
 */
void
atlas_saver_save_async (AtlasSaver *self,
                        GFile *file,
                        char *text,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Save *save;

  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (text != NULL);

  save = g_new0 (Save, 1);
  save->saver = atlas_saver_ref (self);
  save->file = g_object_ref (file);
  save->text = text;
  save->number = ++self->n_asked;

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, atlas_saver_save_async);
  g_task_set_task_data (task, save, save_free);
  g_task_run_in_thread (task, run_save);
}

/**
 * atlas_saver_save_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether it is there, whole, or something that was asked for later;
 *   if not, what was there is untouched
 */
gboolean
atlas_saver_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
