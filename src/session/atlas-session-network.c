/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-session-private.h"

/* The network of what is shown, built and measured by a worker. */

typedef struct
{
  GPtrArray *profiles;
  AtlasAliases *aliases;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_ptr_array_unref (job->profiles);
  g_clear_pointer (&job->aliases, atlas_aliases_unref);
  g_free (job);
}

static gboolean
is_cancelled (gpointer user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

static void
job_thread (GTask *task,
            gpointer source,
            gpointer task_data,
            GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (AtlasNetwork) network = NULL;

  network =
      atlas_network_new ((const AtlasProfile *const *) job->profiles->pdata,
                         job->profiles->len, job->aliases);
  if (!atlas_network_measure (network, is_cancelled, cancellable))
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  g_task_return_pointer (task, g_steal_pointer (&network),
                         (GDestroyNotify) atlas_network_unref);
}

static void
on_job_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasSession *self = ATLAS_SESSION (source);
  g_autoptr (AtlasNetwork) network = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->network_job)
    return;

  network = g_task_propagate_pointer (G_TASK (result), NULL);
  g_clear_object (&self->network_job);
  if (network == NULL)
    return;

  g_clear_pointer (&self->network, atlas_network_unref);
  self->network = g_steal_pointer (&network);
  if (self->places != NULL)
    atlas_place_list_set_network (self->places, self->network);
  g_object_notify (G_OBJECT (self), "network");
}

void
atlas_session_update_network (AtlasSession *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_cancellable_cancel (self->network_job);
  g_clear_object (&self->network_job);
  self->network_job = g_cancellable_new ();

  job = g_new0 (Job, 1);
  job->profiles = atlas_session_snapshot (self, ATLAS_SCOPE_VISIBLE);
  if (self->aliases != NULL)
    job->aliases = atlas_aliases_copy (self->aliases);

  task = g_task_new (self, self->network_job, on_job_done, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_thread);
}

/**
 * atlas_session_get_network:
 * @self: a session
 *
 * The network of the profiles that are shown, measured but not arranged. From
 * the first call on it follows them; notify::network says when there is
 * another one. It does not change any more, and is not to be changed.
 *
 * Returns: (transfer none) (nullable): the network, %NULL until it is built
 */
AtlasNetwork *
atlas_session_get_network (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), NULL);

  if (!self->network_wanted)
    {
      self->network_wanted = TRUE;
      /* What is visible may be about to change, and then it is built anyway. */
      if (self->visible_changed_id == 0)
        atlas_session_update_network (self);
    }

  return self->network;
}

/**
 * atlas_session_get_network_pending:
 * @self: a session
 *
 * Returns: whether atlas_session_get_network() is about to change
 */
gboolean
atlas_session_get_network_pending (AtlasSession *self)
{
  g_return_val_if_fail (ATLAS_IS_SESSION (self), FALSE);

  return self->network_job != NULL
         || (self->network_wanted && self->visible_changed_id != 0);
}
