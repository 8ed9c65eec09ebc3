/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-table-private.h"

/* How a table follows what changes: its source, the query, aliases. */

/* Tables up to this size follow at once; sorting that many rows takes less
 * than a millisecond or two, which is less than a detour over a worker. */
#define MAX_ROWS_AT_ONCE 3000

/* While profiles are being loaded, a large table spends at most a fifth of
 * the time on following. */
#define REST_FACTOR 4
#define MIN_REST_MS 60

/* What a worker does and gives back. */
typedef struct
{
  AtlasRowSet *rows;
  AtlasRowQuery query;
  GArray *before;
  guint n_same;
  GArray *order;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->rows, atlas_row_set_unref);
  g_clear_pointer (&job->before, g_array_unref);
  g_clear_pointer (&job->order, g_array_unref);
  atlas_row_query_clear (&job->query);
  g_free (job);
}

void
atlas_table_emit_items_changed (AtlasTable *self,
                                guint position,
                                guint n_removed,
                                guint n_added)
{
  self->n_emitting++;
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed,
                              n_added);
  self->n_emitting--;

  if (self->n_emitting == 0 && self->selection_waits)
    {
      self->selection_waits = FALSE;
      atlas_table_emit_selection_changed (self);
    }
}

static gboolean
is_same (AtlasRowSet *old_rows,
         GArray *old,
         guint old_position,
         AtlasRowSet *rows,
         GArray *order,
         guint position)
{
  const AtlasRowData *before = atlas_row_set_get_row (
      old_rows, g_array_index (old, guint32, old_position));
  const AtlasRowData *after =
      atlas_row_set_get_row (rows, g_array_index (order, guint32, position));

  return before->item == after->item && before->mark == after->mark;
}

static void
drop_thread (GTask *task,
             gpointer source,
             gpointer task_data,
             GCancellable *cancellable)
{
  atlas_row_set_unref (task_data);
  g_task_return_boolean (task, TRUE);
}

/* Large sets are freed by a worker, which is felt otherwise. */
static void
drop_rows (AtlasRowSet *rows)
{
  g_autoptr (GTask) task = NULL;

  if (atlas_row_set_get_n_rows (rows) <= MAX_ROWS_AT_ONCE)
    {
      atlas_row_set_unref (rows);
      return;
    }

  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, rows, NULL);
  g_task_run_in_thread (task, drop_thread);
}

/* Shows the result of a job. What is the same at both ends stays. */
static void
take_result (AtlasTable *self, Job *job)
{
  AtlasRowSet *old_rows = g_steal_pointer (&self->rows);
  g_autoptr (GArray) old = g_steal_pointer (&self->order);
  guint head = 0;
  guint tail = 0;
  guint n_common;

  self->rows = g_steal_pointer (&job->rows);
  self->order = g_steal_pointer (&job->order);

  n_common = MIN (old->len, self->order->len);
  while (head < n_common
         && is_same (old_rows, old, head, self->rows, self->order, head))
    head++;
  while (tail < n_common - head
         && is_same (old_rows, old, old->len - 1 - tail, self->rows,
                     self->order, self->order->len - 1 - tail))
    tail++;

  if (old->len != head + tail || self->order->len != head + tail)
    atlas_table_emit_items_changed (self, head, old->len - head - tail,
                                    self->order->len - head - tail);
  drop_rows (old_rows);

  g_signal_emit_by_name (self, "refreshed");
}

static void
run_job (Job *job)
{
  job->order =
      atlas_row_query_run (&job->query, job->rows, job->before, job->n_same);
}

static void
job_thread (GTask *task,
            gpointer source,
            gpointer task_data,
            GCancellable *cancellable)
{
  run_job (task_data);
  g_task_return_boolean (task, TRUE);
}

static gboolean
on_rested (gpointer user_data)
{
  AtlasTable *self = ATLAS_TABLE (user_data);

  self->rest_id = 0;
  atlas_table_refresh (self);
  return G_SOURCE_REMOVE;
}

/* Follows later what changes until then. */
static void
rest (AtlasTable *self)
{
  gint64 pause = self->took * REST_FACTOR / 1000;

  if (self->rest_id == 0)
    self->rest_id =
        g_timeout_add ((guint) MAX (pause, MIN_REST_MS), on_rested, self);
}

static void
on_job_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasTable *self = ATLAS_TABLE (source);
  Job *job = g_task_get_task_data (G_TASK (result));

  self->running = FALSE;
  take_result (self, job);
  self->took = g_get_monotonic_time () - self->started;

  if (self->query_changed)
    atlas_table_refresh (self);
  else if (self->source_changed)
    rest (self);

  g_object_notify (G_OBJECT (self), "busy");
}

/* What there is to do now, and nothing is left to do then. */
static Job *
make_job (AtlasTable *self)
{
  Job *job = g_new0 (Job, 1);
  guint n_before = atlas_row_set_get_n_rows (self->rows);

  /* Rows that were only added to are sorted in. */
  if (!self->query_changed && self->n_same == n_before)
    {
      job->before = g_array_ref (self->order);
      job->n_same = n_before;
    }

  if (self->source_changed || self->aliases_changed)
    job->rows = atlas_row_set_new (
        self->kind, self->source, self->peek, self->aliases,
        self->aliases_changed ? NULL : self->rows, self->n_same);
  else
    job->rows = atlas_row_set_ref (self->rows);

  atlas_row_query_copy (&self->query, &job->query);
  self->n_same = atlas_row_set_get_n_rows (job->rows);
  self->source_changed = FALSE;
  self->query_changed = FALSE;
  self->aliases_changed = FALSE;

  return job;
}

/**
 * atlas_table_refresh:
 * @self: a table
 *
 * Makes the table follow what has changed: at once when it is small, else
 * soon. Everything that changes the table calls this itself.
 */
void
atlas_table_refresh (AtlasTable *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (ATLAS_IS_TABLE (self));

  if (self->running || (!self->source_changed && !self->query_changed))
    return;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->started = g_get_monotonic_time ();
  job = make_job (self);

  if (atlas_row_set_get_n_rows (job->rows) <= MAX_ROWS_AT_ONCE)
    {
      run_job (job);
      take_result (self, job);
      self->took = g_get_monotonic_time () - self->started;
      job_free (job);
      return;
    }

  self->running = TRUE;
  task = g_task_new (self, NULL, on_job_done, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_thread);
  g_object_notify (G_OBJECT (self), "busy");
}

void
atlas_table_source_changed (AtlasTable *self,
                            guint position,
                            guint n_removed,
                            guint n_added,
                            GListModel *source)
{
  self->n_same = MIN (self->n_same, position);
  self->source_changed = TRUE;
  if (self->rest_id != 0)
    return;

  /* The first rows are shown at once. */
  if (self->filling && self->order->len > 0 && !self->running)
    rest (self);
  else
    atlas_table_refresh (self);
}

void
atlas_table_query_changed (AtlasTable *self)
{
  self->query_changed = TRUE;
  atlas_table_refresh (self);
}

/**
 * atlas_table_set_filling:
 * @self: a table
 * @filling: whether more rows are about to come
 *
 * A table that is being filled shows the first rows at once and the others
 * now and then, so that whoever draws it has time to.
 */
void
atlas_table_set_filling (AtlasTable *self, gboolean filling)
{
  g_return_if_fail (ATLAS_IS_TABLE (self));

  if (self->filling == !!filling)
    return;

  self->filling = !!filling;
  if (!self->filling && self->rest_id != 0)
    {
      g_clear_handle_id (&self->rest_id, g_source_remove);
      atlas_table_refresh (self);
      g_object_notify (G_OBJECT (self), "busy");
    }
}
