/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-save.h"

#include "atlas-output.h"

/* How often the progress is told. */
#define PROGRESS_MS 60

typedef struct
{
  AtlasReport *report;
  GFile *file;
  AtlasReportProgressFunc progress;
  gpointer data;
  guint timeout;
  int done;
  int total;
} SaveJob;

static void
free_save_job (gpointer data)
{
  SaveJob *job = data;

  g_clear_handle_id (&job->timeout, g_source_remove);
  atlas_report_unref (job->report);
  g_object_unref (job->file);
  g_free (job);
}

/* On the worker. */
static void
on_progress (guint done, guint total, gpointer user_data)
{
  SaveJob *job = user_data;

  g_atomic_int_set (&job->total, (int) total);
  g_atomic_int_set (&job->done, (int) done);
}

static gboolean
tell_progress (gpointer user_data)
{
  SaveJob *job = user_data;
  guint done = (guint) g_atomic_int_get (&job->done);
  guint total = (guint) MAX (g_atomic_int_get (&job->total), 1);

  job->progress (done, total, job->data);

  return G_SOURCE_CONTINUE;
}

static void
save_report (GTask *task,
             gpointer source,
             gpointer task_data,
             GCancellable *cancellable)
{
  SaveJob *job = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes =
      atlas_report_dup_pdf (job->report, on_progress, job, cancellable, &error);

  /* Only a whole report takes the place of an older one. */
  if (bytes == NULL
      || !atlas_output_save (job->file, g_bytes_get_data (bytes, NULL),
                             g_bytes_get_size (bytes), &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* Nothing is told after the end. */
static void
on_completed (GTask *task, GParamSpec *pspec, gpointer user_data)
{
  SaveJob *job = g_task_get_task_data (task);

  g_clear_handle_id (&job->timeout, g_source_remove);
}

/**
 * atlas_report_save_async:
 * @report: a report
 * @file: where to
 * @progress: told from time to time, on the calling thread, until @callback
 * @progress_data: for @progress
 * @cancellable: (nullable): to stop it
 * @callback: called when it is there, or when it failed
 * @user_data: data for @callback
 *
 * Writes a report as PDF, on a worker.
 */
void
atlas_report_save_async (AtlasReport *report,
                         GFile *file,
                         AtlasReportProgressFunc progress,
                         gpointer progress_data,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  SaveJob *job;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (report != NULL);
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (progress != NULL);

  job = g_new0 (SaveJob, 1);
  job->report = atlas_report_ref (report);
  job->file = g_object_ref (file);
  job->progress = progress;
  job->data = progress_data;
  job->timeout = g_timeout_add (PROGRESS_MS, tell_progress, job);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_report_save_async);
  g_task_set_task_data (task, job, free_save_job);
  g_signal_connect (task, "notify::completed", G_CALLBACK (on_completed), NULL);
  g_task_run_in_thread (task, save_report);
}

/**
 * atlas_report_save_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the file is there, whole; if not, an older one is as it was
 */
gboolean
atlas_report_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (
      g_async_result_is_tagged (result, atlas_report_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
