/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-load-run-private.h"

#include <sys/resource.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "atlas-file-reader.h"

/* What the workers of a load do. */

/* How far a thread in the background stands back. It still gets a tenth of a
 * processor that somebody else wants for himself. */
#define BACKGROUND_NICE 10

void
atlas_load_task_free (gpointer data)
{
  AtlasLoadTask *task = data;

  g_clear_pointer (&task->items, g_ptr_array_unref);
  g_clear_pointer (&task->chunk, atlas_load_chunk_free);
  g_free (task);
}

void
atlas_load_worker_unref (gpointer data)
{
  AtlasLoadWorker *worker = data;

  if (!g_atomic_ref_count_dec (&worker->references))
    return;

  g_clear_pointer (&worker->task, atlas_load_task_free);
  g_free (worker);
}

/**
 * atlas_load_thread_set_background:
 *
 * Makes the calling thread stand back for the others of the program, above all
 * for the one that draws. Not to be undone: for threads that end soon.
 */
void
atlas_load_thread_set_background (void)
{
  /* On Linux every thread has a priority of its own. Where it may not be
   * changed, it is as it was. */
  setpriority (PRIO_PROCESS, (id_t) gettid (), BACKGROUND_NICE);
}

/* The next task, waited for. With the lock held. */
static gboolean
take_task (AtlasLoadRun *self, AtlasLoadWorker *worker)
{
  while (worker->task == NULL)
    {
      if (atlas_load_run_is_cancelled (self))
        return FALSE;
      if (self->done.length < ATLAS_LOAD_MAX_WAITING)
        worker->task = g_queue_pop_head (&self->tasks);
      if (worker->task == NULL && self->closed && self->tasks.length == 0)
        return FALSE;
      if (worker->task == NULL)
        g_cond_wait (&self->work_added, &self->lock);
    }

  return !atlas_load_run_is_cancelled (self);
}

/* The item after the finished ones. The names are copied: when the worker is
 * given up, the task is another's. */
static AtlasLoadedFile *
read_item (AtlasFileReader *reader, const AtlasFileItem *item)
{
  if (item->problem != NULL)
    return atlas_loaded_file_new_from_problem (
        item->folder, item->name, atlas_problem_ref (item->problem));

  return atlas_file_reader_read (reader, item->folder, item->name,
                                 atlas_file_item_get_source (item));
}

/* Reads the files of the worker's task. With the lock held, and given up while
 * a file is read. %FALSE when somebody else has the task now. */
static gboolean
work (AtlasLoadRun *self, AtlasLoadWorker *worker, AtlasFileReader *reader)
{
  AtlasLoadTask *task = worker->task;
  GPtrArray *items = g_ptr_array_ref (task->items);
  gboolean mine = TRUE;

  while (mine && task->next < items->len && !atlas_load_run_is_cancelled (self))
    {
      AtlasFileItem *item = g_ptr_array_index (items, task->next);
      AtlasLoadedFile *file;

      worker->since = g_get_monotonic_time ();
      g_mutex_unlock (&self->lock);
      file = read_item (reader, item);
      g_mutex_lock (&self->lock);
      worker->since = 0;

      mine = !worker->given_up;
      if (mine && self->map != NULL)
        {
          g_mutex_unlock (&self->lock);
          file = self->map (file, task->chunk->output, self->map_data);
          g_mutex_lock (&self->lock);
        }
      if (mine)
        {
          if (file != NULL)
            g_ptr_array_add (task->chunk->files, g_steal_pointer (&file));
          task->next++;
        }
      g_clear_pointer (&file, atlas_loaded_file_unref);
    }
  g_ptr_array_unref (items);

  return mine;
}

/* With the lock held. */
static void
finish_task (AtlasLoadRun *self, AtlasLoadWorker *worker)
{
  AtlasLoadTask *task = g_steal_pointer (&worker->task);

  g_queue_push_tail (&self->done, g_steal_pointer (&task->chunk));
  atlas_load_task_free (task);
  g_cond_signal (&self->work_done);
}

static gpointer
run_worker (gpointer data)
{
  AtlasLoadWorker *worker = data;
  AtlasLoadRun *self = worker->run;
  g_autoptr (AtlasFileReader) reader = atlas_file_reader_new ();

  if (self->background)
    atlas_load_thread_set_background ();

  g_mutex_lock (&self->lock);
  while (take_task (self, worker) && work (self, worker, reader)
         && !atlas_load_run_is_cancelled (self))
    {
      finish_task (self, worker);
      if (self->notify != NULL)
        {
          g_mutex_unlock (&self->lock);
          self->notify (self->notify_data);
          g_mutex_lock (&self->lock);
        }
    }
  g_mutex_unlock (&self->lock);

  atlas_load_worker_unref (worker);
  atlas_load_run_unref (self);

  return NULL;
}

/* With the lock held. */
void
atlas_load_worker_start (AtlasLoadRun *self, AtlasLoadTask *task)
{
  AtlasLoadWorker *worker = g_new0 (AtlasLoadWorker, 1);

  g_atomic_ref_count_init (&worker->references);
  worker->run = atlas_load_run_ref (self);
  worker->task = task;
  g_ptr_array_add (self->workers, worker);
  g_atomic_ref_count_inc (&worker->references);

  /* Never joined: it may hang in the kernel for ever. */
  g_thread_unref (g_thread_new ("atlas-load", run_worker, worker));
}

/* Takes the task of a worker that hangs, says so of the file it hangs on, and
 * has another worker go on behind it. With the lock held. */
void
atlas_load_worker_give_up (AtlasLoadRun *self, AtlasLoadWorker *worker)
{
  AtlasLoadTask *task = g_steal_pointer (&worker->task);
  AtlasFileItem *item = g_ptr_array_index (task->items, task->next);
  AtlasProblem *problem;

  worker->given_up = TRUE;
  problem = atlas_problem_new (
      ATLAS_PROBLEM_TIMEOUT, atlas_file_item_get_source (item), 0, NULL, 0,
      N_ ("The place where the file is does not answer."), NULL);
  g_ptr_array_add (task->chunk->files, atlas_loaded_file_new_from_problem (
                                           item->folder, item->name, problem));
  task->next++;
  atlas_load_worker_start (self, task);
}
