/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-load-run-private.h"

#include "atlas-loaded-file.h"

/* A reader that is at one file for so long, or has slept at so many files of a
 * chunk, waits for a disk or a server, and takes no processor. */
#define SLOW_FILE (200 * G_TIME_SPAN_MILLISECOND)
#define MANY_WAITS 4

static void
free_output (gpointer data)
{
  g_string_free (data, TRUE);
}

/**
 * atlas_load_chunk_free:
 * @chunk: (transfer full): a chunk
 */
void
atlas_load_chunk_free (AtlasLoadChunk *chunk)
{
  g_return_if_fail (chunk != NULL);

  g_ptr_array_unref (chunk->files);
  g_clear_pointer (&chunk->output, free_output);
  g_free (chunk);
}

/**
 * atlas_load_run_new:
 * @n_jobs: most workers at once, 0 for one per processor
 * @patience: milliseconds one file may take, 0 for %ATLAS_PATIENCE
 *
 * Returns: (transfer full): a load without files; its workers start with the
 *   first ones
 */
AtlasLoadRun *
atlas_load_run_new (guint n_jobs, guint patience)
{
  AtlasLoadRun *self = g_new0 (AtlasLoadRun, 1);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  g_cond_init (&self->work_added);
  g_cond_init (&self->work_done);
  g_queue_init (&self->tasks);
  g_queue_init (&self->done);
  g_queue_init (&self->spare);
  self->workers = g_ptr_array_new_with_free_func (atlas_load_worker_unref);
  self->n_jobs = n_jobs > 0 ? n_jobs : g_get_num_processors ();
  self->n_usual = self->n_jobs;
  self->patience = (gint64) (patience > 0 ? patience : ATLAS_PATIENCE)
                   * G_TIME_SPAN_MILLISECOND;

  return self;
}

/**
 * atlas_load_run_ref:
 * @self: a load
 *
 * Returns: (transfer full): @self
 */
AtlasLoadRun *
atlas_load_run_ref (AtlasLoadRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

/**
 * atlas_load_run_unref:
 * @self: (transfer full): a load
 */
void
atlas_load_run_unref (AtlasLoadRun *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;

  g_queue_clear_full (&self->tasks, atlas_load_task_free);
  g_queue_clear_full (&self->done, (GDestroyNotify) atlas_load_chunk_free);
  g_queue_clear_full (&self->spare, free_output);
  g_ptr_array_unref (self->workers);
  if (self->notify_destroy != NULL)
    self->notify_destroy (self->notify_data);
  g_cond_clear (&self->work_added);
  g_cond_clear (&self->work_done);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * atlas_load_run_set_background:
 * @self: a load that has not started
 *
 * Has the workers stand back for other threads, and leaves one processor to
 * those: to show what was read takes longer than to read it. Where files have
 * to be waited for there are as many workers as without this.
 */
void
atlas_load_run_set_background (AtlasLoadRun *self)
{
  g_return_if_fail (self != NULL);

  self->background = TRUE;
  self->n_usual = MAX (self->n_jobs, 2) - 1;
}

/**
 * atlas_load_run_set_alone:
 * @self: a load that has not started
 *
 * Says that the workers touch no descriptor of another thread, and no other
 * thread one of theirs: they get tables of their own then. Not for files behind
 * GIO, whose connections are shared, and not together with
 * atlas_load_run_set_notify(), as to wake another thread goes through
 * a descriptor.
 */
void
atlas_load_run_set_alone (AtlasLoadRun *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->notify == NULL);

  self->alone = TRUE;
}

/**
 * atlas_load_run_set_map:
 * @self: a load that has not started
 * @map: (nullable): what a worker does with each file
 * @user_data: data for @map; must outlive the load
 */
void
atlas_load_run_set_map (AtlasLoadRun *self,
                        AtlasLoadMapFunc map,
                        gpointer user_data)
{
  g_return_if_fail (self != NULL);

  self->map = map;
  self->map_data = user_data;
}

/**
 * atlas_load_run_set_notify:
 * @self: a load that has not started
 * @notify: called on a worker when there is something to pop
 * @user_data: data for @notify
 * @destroy: frees @user_data once no worker can call any more
 */
void
atlas_load_run_set_notify (AtlasLoadRun *self,
                           AtlasLoadNotifyFunc notify,
                           gpointer user_data,
                           GDestroyNotify destroy)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (!self->alone);

  self->notify = notify;
  self->notify_data = user_data;
  self->notify_destroy = destroy;
}

static void
push_task (AtlasLoadRun *self, GPtrArray *items)
{
  AtlasLoadTask *task = g_new0 (AtlasLoadTask, 1);

  task->items = items;
  task->chunk = g_new0 (AtlasLoadChunk, 1);
  task->chunk->index = self->n_chunks++;
  task->chunk->n_items = items->len;
  self->n_items += items->len;
  task->chunk->files = g_ptr_array_new_full (
      items->len, (GDestroyNotify) atlas_loaded_file_unref);
  g_queue_push_tail (&self->tasks, task);
}

/**
 * atlas_load_run_add:
 * @self: a load
 * @items: (transfer full) (element-type AtlasFileItem): what to read
 *
 * Hands files to the workers, in chunks of %ATLAS_CHUNK_SIZE.
 *
 * Returns: whether more is wanted; %FALSE after it was cancelled
 */
gboolean
atlas_load_run_add (AtlasLoadRun *self, GPtrArray *items)
{
  guint i;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (items != NULL, FALSE);

  g_mutex_lock (&self->lock);
  if (items->len <= ATLAS_CHUNK_SIZE)
    push_task (self, items);
  else
    {
      for (i = 0; i < items->len; i += ATLAS_CHUNK_SIZE)
        {
          guint n = MIN (ATLAS_CHUNK_SIZE, items->len - i);
          GPtrArray *part =
              g_ptr_array_new_full (n, (GDestroyNotify) atlas_file_item_free);
          guint j;

          for (j = i; j < i + n; j++)
            g_ptr_array_add (part,
                             g_steal_pointer (&g_ptr_array_index (items, j)));
          push_task (self, part);
        }
      g_ptr_array_set_free_func (items, NULL);
      g_ptr_array_unref (items);
    }

  while (self->workers->len < self->n_usual
         && self->workers->len < self->n_chunks)
    atlas_load_worker_start (self, NULL);
  g_cond_broadcast (&self->work_added);
  g_mutex_unlock (&self->lock);

  return !atlas_load_run_is_cancelled (self);
}

/**
 * atlas_load_run_close:
 * @self: a load
 *
 * Says that no files will be added any more.
 */
void
atlas_load_run_close (AtlasLoadRun *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  g_cond_broadcast (&self->work_added);
  g_cond_broadcast (&self->work_done);
  g_mutex_unlock (&self->lock);

  if (self->notify != NULL)
    self->notify (self->notify_data);
}

/* Workers map with their lock held, and look first whether they still may. */
static void
wait_for_map (gpointer data, gpointer user_data)
{
  AtlasLoadWorker *worker = data;

  g_mutex_lock (&worker->lock);
  g_mutex_unlock (&worker->lock);
}

/**
 * atlas_load_run_cancel:
 * @self: a load
 *
 * Asks the workers to stop. A worker ends after the file it is at; one that
 * hangs is left to itself. Without a map function this returns at once, with
 * one when it runs no more.
 */
void
atlas_load_run_cancel (AtlasLoadRun *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_int_set (&self->cancelled, TRUE);
  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  g_cond_broadcast (&self->work_added);
  g_cond_broadcast (&self->work_done);
  if (self->map != NULL)
    g_ptr_array_foreach (self->workers, wait_for_map, NULL);
  g_mutex_unlock (&self->lock);
}

/**
 * atlas_load_run_is_cancelled:
 * @self: a load
 *
 * Returns: whether it was cancelled
 */
gboolean
atlas_load_run_is_cancelled (AtlasLoadRun *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return g_atomic_int_get (&self->cancelled);
}

/**
 * atlas_load_run_get_n_items:
 * @self: a load
 *
 * Returns: how many files were added
 */
guint
atlas_load_run_get_n_items (AtlasLoadRun *self)
{
  guint n_items;

  g_return_val_if_fail (self != NULL, 0);

  g_mutex_lock (&self->lock);
  n_items = self->n_items;
  g_mutex_unlock (&self->lock);

  return n_items;
}

/* With the lock held. */
static gboolean
is_finished (AtlasLoadRun *self)
{
  return self->closed && self->n_popped == self->n_chunks;
}

/**
 * atlas_load_run_is_finished:
 * @self: a load
 *
 * Returns: whether all was read and popped, and nothing more will be added
 */
gboolean
atlas_load_run_is_finished (AtlasLoadRun *self)
{
  gboolean finished;

  g_return_val_if_fail (self != NULL, TRUE);

  g_mutex_lock (&self->lock);
  finished = is_finished (self);
  g_mutex_unlock (&self->lock);

  return finished;
}

/**
 * atlas_load_run_pop:
 * @self: a load
 * @deadline: monotonic time until which to wait, 0 for not at all
 *
 * Chunks come in the order in which they are finished. Who waits is woken when
 * some have gathered, or there are no more.
 *
 * Returns: (transfer full) (nullable): the next chunk, or %NULL when there is
 *   none yet, or none any more
 */
AtlasLoadChunk *
atlas_load_run_pop (AtlasLoadRun *self, gint64 deadline)
{
  AtlasLoadChunk *chunk;

  g_return_val_if_fail (self != NULL, NULL);

  g_mutex_lock (&self->lock);
  chunk = g_queue_pop_head (&self->done);
  while (chunk == NULL && deadline != 0 && !is_finished (self)
         && !self->cancelled
         && g_cond_wait_until (&self->work_done, &self->lock, deadline))
    chunk = g_queue_pop_head (&self->done);
  if (chunk != NULL)
    {
      self->n_popped++;
      if (self->done.length == ATLAS_LOAD_MAX_WAITING - 1)
        g_cond_broadcast (&self->work_added);
    }
  g_mutex_unlock (&self->lock);

  return chunk;
}

/**
 * atlas_load_run_recycle:
 * @self: a load
 * @chunk: (transfer full): a chunk that came from atlas_load_run_pop()
 *
 * Frees @chunk, but for what was written for it: the heap would give those
 * pages back to the kernel and have them made and cleared anew for the next
 * chunk.
 */
void
atlas_load_run_recycle (AtlasLoadRun *self, AtlasLoadChunk *chunk)
{
  GString *output;

  g_return_if_fail (self != NULL);
  g_return_if_fail (chunk != NULL);

  output = g_steal_pointer (&chunk->output);
  atlas_load_chunk_free (chunk);
  if (output == NULL)
    return;

  g_string_truncate (output, 0);
  g_mutex_lock (&self->lock);
  g_queue_push_head (&self->spare, output);
  g_mutex_unlock (&self->lock);
}

/**
 * atlas_load_run_check_patience:
 * @self: a load
 *
 * Gives up each file that takes longer than allowed, with a problem, and has
 * more workers where files have to be waited for. To be called some times a
 * second while waiting.
 */
void
atlas_load_run_check_patience (AtlasLoadRun *self)
{
  gint64 now = g_get_monotonic_time ();
  gboolean slow = FALSE;
  guint i;

  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  for (i = self->workers->len; i > 0; i--)
    {
      AtlasLoadWorker *worker = g_ptr_array_index (self->workers, i - 1);
      gboolean hangs;

      g_mutex_lock (&worker->lock);
      slow = slow || worker->n_waits >= MANY_WAITS
             || (worker->since != 0 && now - worker->since > SLOW_FILE);
      hangs = worker->since != 0 && now - worker->since > self->patience;
      if (hangs)
        atlas_load_worker_give_up (self, worker);
      g_mutex_unlock (&worker->lock);
      if (hangs)
        g_ptr_array_remove_index_fast (self->workers, i - 1);
    }
  if (slow && self->workers->len < self->n_jobs && self->tasks.length > 0)
    atlas_load_worker_start (self, NULL);
  g_mutex_unlock (&self->lock);
}
