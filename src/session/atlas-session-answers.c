/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-session-private.h"

/* Whether the links of the links table are answered: a worker looks that up
 * among all open profiles, for a filter hides a profile and not what it says.
 * Rows carry the answer, so that sorting needs no more than the row. */

/* Profiles come in batches; the answers follow when no more come. */
#define REST_MS 150

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

/* Where the rows of each profile start, and how many there are in all. */
static guint *
find_starts (const GPtrArray *profiles)
{
  guint *starts = g_new (guint, profiles->len + 1);
  guint i;

  starts[0] = 0;
  for (i = 0; i < profiles->len; i++)
    {
      const AtlasProfile *profile = g_ptr_array_index (profiles, i);

      starts[i + 1] = starts[i] + profile->n_partners[ATLAS_PATENTS]
                      + profile->n_partners[ATLAS_ARTICLES];
    }

  return starts;
}

/* One mark for each row: 1 + its AtlasLinkAnswer, 0 for rows that are no link
 * of the network, such as those of a file that is there twice. */
static GBytes *
find_marks (const GPtrArray *profiles, const AtlasNetwork *network)
{
  g_autofree guint *starts = find_starts (profiles);
  guint n_marks = starts[profiles->len];
  guint8 *marks = g_new0 (guint8, n_marks);
  const AtlasLink *links;
  gsize i, n_links;
  guint j;

  links = atlas_network_get_links (network, &n_links);
  for (i = 0; i < n_links; i++)
    {
      const AtlasProfile *profile =
          g_ptr_array_index (profiles, links[i].profile);
      guint start = starts[links[i].profile];

      if (links[i].kind == ATLAS_ARTICLES)
        start += profile->n_partners[ATLAS_PATENTS];
      for (j = 0; j < profile->n_partners[links[i].kind]; j++)
        if (profile->partners[links[i].kind][j].order == links[i].order)
          marks[start + j] = (guint8) (1 + links[i].answer);
    }

  return g_bytes_new_take (marks, n_marks);
}

static void
job_thread (GTask *task,
            gpointer source,
            gpointer task_data,
            GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (AtlasNetwork) network =
      atlas_network_new ((const AtlasProfile *const *) job->profiles->pdata,
                         job->profiles->len, job->aliases);

  g_task_return_pointer (task, find_marks (job->profiles, network),
                         (GDestroyNotify) g_bytes_unref);
}

static void
on_job_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasSession *self = ATLAS_SESSION (source);
  g_autoptr (GBytes) marks = NULL;

  marks = g_task_propagate_pointer (G_TASK (result), NULL);
  if (g_task_get_cancellable (G_TASK (result)) != self->answers_job)
    return;

  g_clear_object (&self->answers_job);
  atlas_row_list_set_marks (self->links, marks);
}

static gboolean
on_rested (gpointer user_data)
{
  AtlasSession *self = ATLAS_SESSION (user_data);
  g_autoptr (GTask) task = NULL;
  AtlasDocument *const *documents;
  guint i, n;
  Job *job;

  self->answers_id = 0;
  g_clear_object (&self->answers_job);
  self->answers_job = g_cancellable_new ();

  job = g_new0 (Job, 1);
  job->profiles =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_profile_unref);
  documents = atlas_document_store_peek (self->store, &n);
  for (i = 0; i < n; i++)
    g_ptr_array_add (
        job->profiles,
        atlas_profile_ref (atlas_document_get_profile (documents[i])));
  if (self->aliases != NULL)
    job->aliases = atlas_aliases_copy (self->aliases);

  task = g_task_new (self, self->answers_job, on_job_done, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_thread);

  return G_SOURCE_REMOVE;
}

/* The answers may be others now: profiles came or went, or places have other
 * names. */
void
atlas_session_queue_answers (AtlasSession *self)
{
  if (self->links == NULL)
    return;

  g_clear_object (&self->answers_job);
  g_clear_handle_id (&self->answers_id, g_source_remove);
  self->answers_id = g_timeout_add (REST_MS, on_rested, self);
}

/* Begins to say of each row of @links whether it is answered. */
void
atlas_session_follow_answers (AtlasSession *self, AtlasRowList *links)
{
  self->links = g_object_ref (links);
  g_signal_connect_object (self->store, "items-changed",
                           G_CALLBACK (atlas_session_queue_answers), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::aliases",
                    G_CALLBACK (atlas_session_queue_answers), NULL);
  atlas_session_queue_answers (self);
}

/* To be called when the session goes away. */
void
atlas_session_forget_answers (AtlasSession *self)
{
  g_clear_handle_id (&self->answers_id, g_source_remove);
  g_clear_object (&self->answers_job);
  g_clear_object (&self->links);
}
