/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-session-private.h"

/* How the open profiles stand among each other, worked out by a worker. */

void
atlas_session_renew_standings (AtlasSession *self)
{
  if (self->standings_stale)
    atlas_session_update_standings (self);
}

typedef struct
{
  GPtrArray *profiles;
  AtlasWorldTotals world;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_ptr_array_unref (job->profiles);
  g_free (job);
}

static void
job_thread (GTask *task,
            gpointer source,
            gpointer task_data,
            GCancellable *cancellable)
{
  const Job *job = task_data;

  g_task_return_pointer (
      task,
      atlas_standings_new ((const AtlasProfile *const *) job->profiles->pdata,
                           job->profiles->len, &job->world),
      (GDestroyNotify) atlas_standings_unref);
}

static void
on_job_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasSession *self = ATLAS_SESSION (source);

  g_clear_pointer (&self->standings, atlas_standings_unref);
  self->standings = g_task_propagate_pointer (G_TASK (result), NULL);
  self->standings_running = FALSE;
  atlas_session_renew_standings (self);
  g_object_notify (G_OBJECT (self), "standings");
}

/* One job at a time, and none while a folder is read: each batch would start
 * another. */
void
atlas_session_update_standings (AtlasSession *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (!self->standings_wanted)
    return;

  self->standings_stale = self->standings_running || self->loading;
  if (self->standings_stale)
    return;

  job = g_new0 (Job, 1);
  job->profiles = atlas_session_snapshot (self, ATLAS_SCOPE_ALL);
  job->world = self->world;

  self->standings_running = TRUE;
  task = g_task_new (self, NULL, on_job_done, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_thread);
}

/**
 * atlas_session_get_standings:
 * @self: a session
 *
 * How the open profiles stand among each other, filters aside: the open set is
 * what is open, not what is shown. From the first call on it follows them;
 * notify::standings says when there are others.
 *
 * Returns: (transfer none) (nullable): the standings, %NULL until they are
 *   worked out
 */
AtlasStandings *
atlas_session_get_standings (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  if (!self->standings_wanted)
    {
      self->standings_wanted = TRUE;
      atlas_session_update_standings (self);
    }

  return self->standings;
}
