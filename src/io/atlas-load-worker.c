/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-load-run-private.h"

#include <errno.h>
#include <sys/resource.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "atlas-file-reader.h"

/* What the workers of a load do. */

/* Room for what a map function usually writes for one task. */
#define FIRST_OUTPUT_BYTES (64 * 1024)

/* How far a thread in the background stands back. It still gets a tenth of a
 * processor that somebody else wants for himself. */
#define BACKGROUND_NICE 10

/* The consumer is woken for so many chunks at a time: to go to and fro between
 * it and the workers costs more than what it does with one. */
#define CHUNKS_AT_ONCE 8

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
  g_mutex_clear (&worker->lock);
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

/* Gives the task what the map function writes to. With the lock held. */
static void
add_output (AtlasLoadRun *self, AtlasLoadTask *task)
{
  if (self->map == NULL || task->chunk->output != NULL)
    return;

  task->chunk->output = g_queue_pop_head (&self->spare);
  if (task->chunk->output == NULL)
    task->chunk->output = g_string_sized_new (FIRST_OUTPUT_BYTES);
}

/* How often the thread has slept so far: for a disk or a server, as it waits
 * for nobody else between two files. */
static glong
count_sleeps (void)
{
  struct rusage usage;

  return getrusage (RUSAGE_THREAD, &usage) == 0 ? usage.ru_nvcsw : 0;
}

/* The next task, waited for; %FALSE when there is none any more. */
static gboolean
take_task (AtlasLoadRun *self, AtlasLoadWorker *worker)
{
  g_mutex_lock (&self->lock);
  while (worker->task == NULL && !atlas_load_run_is_cancelled (self))
    {
      if (self->done.length < ATLAS_LOAD_MAX_WAITING)
        worker->task = g_queue_pop_head (&self->tasks);
      if (worker->task != NULL || (self->closed && self->tasks.length == 0))
        break;
      g_cond_wait (&self->work_added, &self->lock);
    }
  if (worker->task != NULL)
    add_output (self, worker->task);
  g_mutex_unlock (&self->lock);

  return worker->task != NULL && !atlas_load_run_is_cancelled (self);
}

/* Reads @item, which work() keeps: when the worker is given up meanwhile, the
 * task is another's. */
static AtlasLoadedFile *
read_item (AtlasFileReader *reader, const AtlasFileItem *item)
{
  if (item->problem != NULL)
    return atlas_loaded_file_new_from_problem (
        item->folder, item->name, atlas_problem_ref (item->problem));

  return atlas_file_reader_read (reader, item->folder, item->name,
                                 atlas_file_item_get_source (item));
}

/* From here on the worker may be given up. */
static void
begin_item (AtlasLoadWorker *worker)
{
  g_mutex_lock (&worker->lock);
  worker->since = g_get_monotonic_time ();
  g_mutex_unlock (&worker->lock);
}

/* From here on no more; @file goes to where the worker's chunk keeps it, by way
 * of the map function. That runs with the lock held and not after the load was
 * cancelled: atlas_load_run_cancel() sees to it that it has ended. %FALSE when
 * the worker was given up. */
static gboolean
end_item (AtlasLoadRun *self, AtlasLoadWorker *worker, AtlasLoadedFile *file)
{
  AtlasLoadTask *task;
  gboolean mine;

  g_mutex_lock (&worker->lock);
  worker->since = 0;
  mine = !worker->given_up;
  if (mine && !atlas_load_run_is_cancelled (self))
    {
      task = worker->task;
      task->chunk->n_profiles += file->n_profiles;
      if (self->map != NULL)
        file = self->map (file, task->chunk->output, self->map_data);
      if (file != NULL)
        g_ptr_array_add (task->chunk->files, g_steal_pointer (&file));
      task->next++;
    }
  g_mutex_unlock (&worker->lock);
  g_clear_pointer (&file, atlas_loaded_file_unref);

  return mine;
}

static void
set_waits (AtlasLoadWorker *worker, guint n_waits)
{
  g_mutex_lock (&worker->lock);
  worker->n_waits = n_waits;
  g_mutex_unlock (&worker->lock);
}

/* Reads the files of the worker's task. %FALSE when somebody else has the task
 * now. */
static gboolean
work (AtlasLoadRun *self, AtlasLoadWorker *worker, AtlasFileReader *reader)
{
  AtlasLoadTask *task = worker->task;
  g_autoptr (GPtrArray) items = g_ptr_array_ref (task->items);
  gboolean counting = self->n_usual < self->n_jobs;
  glong n_sleeps = counting ? count_sleeps () : 0;
  guint n_waits = 0;

  if (counting)
    set_waits (worker, 0);
  while (task->next < items->len && !atlas_load_run_is_cancelled (self))
    {
      AtlasFileItem *item = g_ptr_array_index (items, task->next);

      begin_item (worker);
      if (!end_item (self, worker, read_item (reader, item)))
        return FALSE;
      if (counting)
        {
          glong before = n_sleeps;

          n_sleeps = count_sleeps ();
          if (n_sleeps > before)
            set_waits (worker, ++n_waits);
        }
    }

  return TRUE;
}

static void
finish_task (AtlasLoadRun *self, AtlasLoadWorker *worker)
{
  AtlasLoadTask *task = g_steal_pointer (&worker->task);
  gboolean last;

  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->done, g_steal_pointer (&task->chunk));
  last = self->closed && self->tasks.length == 0;
  if (last || self->done.length >= CHUNKS_AT_ONCE)
    g_cond_signal (&self->work_done);
  g_mutex_unlock (&self->lock);

  atlas_load_task_free (task);
}

/* ThreadSanitizer takes one number in two tables for one descriptor. */
#ifdef __SANITIZE_THREAD__
#define MAY_OWN_DESCRIPTORS FALSE
#else
#define MAY_OWN_DESCRIPTORS TRUE
#endif

/* Gives the calling thread a table of descriptors of its own, with the standard
 * ones only. Threads that open and close files in one table wait for each other
 * at it. Where the kernel does not have it, they do. */
static void
own_descriptors (void)
{
  if (MAY_OWN_DESCRIPTORS
      && close_range (STDERR_FILENO + 1, ~0U, CLOSE_RANGE_UNSHARE) != 0)
    g_debug ("The descriptors stay shared: %s", g_strerror (errno));
}

static gpointer
run_worker (gpointer data)
{
  AtlasLoadWorker *worker = data;
  AtlasLoadRun *self = worker->run;
  g_autoptr (AtlasFileReader) reader = atlas_file_reader_new ();

  if (self->background)
    atlas_load_thread_set_background ();
  if (self->alone)
    own_descriptors ();

  while (take_task (self, worker) && work (self, worker, reader)
         && !atlas_load_run_is_cancelled (self))
    {
      finish_task (self, worker);
      if (self->notify != NULL)
        self->notify (self->notify_data);
    }

  atlas_load_worker_unref (worker);
  atlas_load_run_unref (self);

  return NULL;
}

/* With the lock of the run held. */
void
atlas_load_worker_start (AtlasLoadRun *self, AtlasLoadTask *task)
{
  AtlasLoadWorker *worker = g_new0 (AtlasLoadWorker, 1);

  g_atomic_ref_count_init (&worker->references);
  g_mutex_init (&worker->lock);
  worker->run = atlas_load_run_ref (self);
  worker->task = task;
  g_ptr_array_add (self->workers, worker);
  g_atomic_ref_count_inc (&worker->references);

  /* Never joined: it may hang in the kernel for ever. */
  g_thread_unref (g_thread_new ("atlas-load", run_worker, worker));
}

/* Takes the task of a worker that hangs, says so of the file it hangs on, and
 * has another worker go on behind it. With both locks held. */
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
