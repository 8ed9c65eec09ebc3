/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-folder-check.h"

#include "atlas-consistency.h"
#include "atlas-load-run.h"

/* The documents of a session, and what is wrong between them. */
typedef struct
{
  GPtrArray *documents;
  GHashTable *files;
  GPtrArray *found;
} Check;

static void
check_free (gpointer data)
{
  Check *check = data;

  g_ptr_array_unref (check->documents);
  g_hash_table_unref (check->files);
  g_ptr_array_unref (check->found);
  g_free (check);
}

static Check *
check_new (AtlasSession *session)
{
  AtlasDocumentStore *store = atlas_session_get_store (session);
  Check *check = g_new0 (Check, 1);
  AtlasDocument *const *documents;
  guint n_documents;
  guint i;

  documents = atlas_document_store_peek (store, &n_documents);
  check->documents = g_ptr_array_new_full (n_documents, g_object_unref);
  check->files =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  check->found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_problem_unref);
  for (i = 0; i < n_documents; i++)
    g_ptr_array_add (check->documents, g_object_ref (documents[i]));

  return check;
}

static gpointer
run_check (gpointer data)
{
  Check *check = data;
  g_autoptr (GPtrArray) profiles =
      g_ptr_array_sized_new (check->documents->len);
  guint i;

  atlas_load_thread_set_background ();
  for (i = 0; i < check->documents->len; i++)
    {
      AtlasDocument *document = g_ptr_array_index (check->documents, i);
      const AtlasProfile *profile = atlas_document_get_profile (document);
      GFile *file = atlas_document_get_file (document);

      g_ptr_array_add (profiles, (gpointer) profile);
      if (file != NULL)
        g_hash_table_insert (check->files, (gpointer) profile->source,
                             g_object_ref (file));
    }
  atlas_consistency_check_folder ((const AtlasProfile *const *) profiles->pdata,
                                  profiles->len, NULL, check->found);

  return NULL;
}

/* The check stands back for those who draw, on a thread of its own: one of the
 * pool would stand back for good. */
static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_thread_join (g_thread_new ("atlas-check", run_check, data));
  g_task_return_boolean (task, TRUE);
}

/**
 * atlas_folder_check_async:
 * @session: the session
 * @cancellable: (nullable): gives up waiting
 * @callback: called when all is checked
 * @user_data: data for @callback
 *
 * Looks for what is wrong between the profiles of @session: repeated ones,
 * ranks that two have, and the like. On a thread, with a snapshot.
 */
void
atlas_folder_check_async (AtlasSession *session,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ATLAS_IS_SESSION (session));

  task = g_task_new (session, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_folder_check_async);
  g_task_set_task_data (task, check_new (session), check_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, run);
}

/**
 * atlas_folder_check_finish:
 * @result: what the callback was given
 * @error: set when it was cancelled
 *
 * Returns: (transfer full) (element-type AtlasFileProblem) (nullable): the
 *   problems, each with the file it names
 */
GPtrArray *
atlas_folder_check_finish (GAsyncResult *result, GError **error)
{
  GPtrArray *problems;
  Check *check;
  guint i;

  g_return_val_if_fail (G_IS_TASK (result), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  check = g_task_get_task_data (G_TASK (result));
  problems = g_ptr_array_new_with_free_func (g_object_unref);
  for (i = 0; i < check->found->len; i++)
    {
      AtlasProblem *problem = g_ptr_array_index (check->found, i);
      GFile *file = problem->source != NULL
                        ? g_hash_table_lookup (check->files, problem->source)
                        : NULL;

      g_ptr_array_add (problems, atlas_file_problem_new (problem, file));
    }

  return problems;
}
