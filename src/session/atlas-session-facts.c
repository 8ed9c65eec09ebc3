/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-session-private.h"

/* What files say: how it comes into the session and goes out of it. */

GHashTable *
atlas_session_new_files (void)
{
  return g_hash_table_new_full (g_file_hash, (GEqualFunc) g_file_equal,
                                g_object_unref,
                                (GDestroyNotify) g_ptr_array_unref);
}

/**
 * atlas_session_begin_batch:
 * @self: a session
 *
 * Holds back changes until the matching atlas_session_end_batch(), so that all
 * that look at the session hear of them once. Batches may nest.
 */
void
atlas_session_begin_batch (AtlasSession *self)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  self->batch_depth++;
}

static gboolean
is_in_removed_file (AtlasFileProblem *problem, gpointer user_data)
{
  GFile *file = atlas_file_problem_get_file (problem);

  return file != NULL && g_hash_table_contains (user_data, file);
}

/* Counts documents by key; those after the first of a key are repeated. */
static void
count_keys (AtlasSession *self, GPtrArray *documents)
{
  guint i;

  for (i = 0; i < documents->len; i++)
    {
      AtlasDocument *document = g_ptr_array_index (documents, i);
      const char *key = atlas_document_get_key (document);
      gboolean known = g_hash_table_contains (self->counts, key);

      atlas_document_set_repeated (document, known);
      if (!known)
        g_hash_table_add (self->counts, g_strdup (key));
    }
}

static void
recount_keys (AtlasSession *self)
{
  AtlasDocument *const *documents;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  guint n, i;

  documents = atlas_document_store_peek (self->store, &n);
  for (i = 0; i < n; i++)
    g_ptr_array_add (all, documents[i]);

  g_hash_table_remove_all (self->counts);
  count_keys (self, all);
}

static void
remember_selected (AtlasSession *self, AtlasDocument *document)
{
  if (atlas_selection_contains (self->selection, document))
    g_hash_table_add (self->reselected,
                      g_strdup (atlas_document_get_key (document)));
}

/* Drops what is gone from the selection, and selects what came in its place.
 * Runs after the store has changed. */
static void
renew_selection (AtlasSession *self)
{
  g_autoptr (GPtrArray) selected = NULL;
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  AtlasDocument *current = atlas_session_get_current (self);
  g_autofree char *current_key = NULL;
  guint i;

  if (g_hash_table_size (self->removed) == 0)
    return;

  if (current != NULL)
    current_key = g_strdup (atlas_document_get_key (current));

  selected = atlas_selection_dup_documents (self->selection);
  for (i = 0; i < selected->len; i++)
    if (!g_hash_table_contains (self->removed, selected->pdata[i]))
      g_ptr_array_add (documents, selected->pdata[i]);

  for (i = 0; i < self->added->len; i++)
    if (g_hash_table_contains (self->reselected,
                               atlas_document_get_key (self->added->pdata[i])))
      g_ptr_array_add (documents, self->added->pdata[i]);

  /* The current one goes last: that one becomes the current one. */
  for (i = 0; current_key != NULL && i + 1 < documents->len; i++)
    if (g_str_equal (atlas_document_get_key (documents->pdata[i]), current_key))
      {
        g_ptr_array_add (documents, g_ptr_array_remove_index (documents, i));
        break;
      }

  if (documents->len != selected->len || g_hash_table_size (self->reselected))
    atlas_session_select_documents (
        self, (AtlasDocument *const *) documents->pdata, documents->len);
}

static void
apply_batch (AtlasSession *self)
{
  g_autoptr (GPtrArray) added_problems =
      g_steal_pointer (&self->added_problems);
  gboolean removing = g_hash_table_size (self->removed) > 0;

  self->added_problems = g_ptr_array_new_with_free_func (g_object_unref);

  if (g_hash_table_size (self->removed_files) > 0)
    atlas_problem_store_remove_if (self->problems, is_in_removed_file,
                                   self->removed_files);
  atlas_problem_store_append (self->problems,
                              (AtlasFileProblem *const *) added_problems->pdata,
                              added_problems->len);

  if (removing)
    atlas_document_store_remove_all (self->store, self->removed);
  if (!removing)
    count_keys (self, self->added);
  atlas_document_store_append (self->store,
                               (AtlasDocument *const *) self->added->pdata,
                               self->added->len);
  if (removing)
    recount_keys (self);

  renew_selection (self);
}

/**
 * atlas_session_end_batch:
 * @self: a session
 *
 * Brings in what was added since atlas_session_begin_batch(), with one change
 * of the store.
 */
void
atlas_session_end_batch (AtlasSession *self)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (self->batch_depth > 0);

  if (--self->batch_depth > 0)
    return;

  apply_batch (self);

  g_ptr_array_set_size (self->added, 0);
  g_hash_table_remove_all (self->removed);
  g_hash_table_remove_all (self->removed_files);
  g_hash_table_remove_all (self->reselected);
}

/* A document that came and went in one batch is not in the store yet. */
static void
remove_document (AtlasSession *self, AtlasDocument *document)
{
  if (g_ptr_array_remove (self->added, document))
    return;

  remember_selected (self, document);
  g_hash_table_add (self->removed, document);
}

static gboolean
forget_file (AtlasSession *self, GFile *file)
{
  GPtrArray *documents = g_hash_table_lookup (self->files, file);
  guint i;

  if (documents == NULL)
    return FALSE;

  for (i = 0; i < documents->len; i++)
    remove_document (self, g_ptr_array_index (documents, i));
  g_hash_table_add (self->removed_files, g_object_ref (file));
  g_hash_table_remove (self->files, file);

  return TRUE;
}

static void
drop_new_problems (AtlasSession *self, GFile *file)
{
  guint i = 0;

  while (i < self->added_problems->len)
    {
      GFile *other = atlas_file_problem_get_file (
          g_ptr_array_index (self->added_problems, i));

      if (other != NULL && g_file_equal (other, file))
        g_ptr_array_remove_index (self->added_problems, i);
      else
        i++;
    }
}

static guint
count_problems (const AtlasProfile *profile, GPtrArray *problems)
{
  guint n = 0;
  guint i;

  if (problems == NULL)
    return 0;

  for (i = 0; i < problems->len; i++)
    {
      const AtlasProblem *problem = g_ptr_array_index (problems, i);

      /* The only profile of a file has all its problems. */
      if (profile->part == 0
          || (problem->line >= profile->first_line
              && problem->line <= profile->last_line))
        n++;
    }

  return n;
}

/**
 * atlas_session_add_file:
 * @self: a session
 * @file: (nullable): a file that was read; %NULL for problems of no file
 * @profiles: (nullable) (element-type AtlasProfile): what is in it
 * @problems: (nullable) (element-type AtlasProblem): what is wrong with it
 *
 * Adds what was read from a file. What was read from the same file before goes
 * away; what was selected of it stays selected. A file that could not be read
 * has no profiles, and is known by its problems.
 */
void
atlas_session_add_file (AtlasSession *self,
                        GFile *file,
                        GPtrArray *profiles,
                        GPtrArray *problems)
{
  GPtrArray *documents;
  guint i;

  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  atlas_session_begin_batch (self);

  if (file != NULL && forget_file (self, file))
    drop_new_problems (self, file);

  documents = g_ptr_array_new_with_free_func (g_object_unref);
  for (i = 0; profiles != NULL && i < profiles->len; i++)
    {
      const AtlasProfile *profile = g_ptr_array_index (profiles, i);
      AtlasDocument *document = atlas_document_new (
          profile, file, count_problems (profile, problems));

      g_ptr_array_add (documents, document);
      g_ptr_array_add (self->added, g_object_ref (document));
    }
  for (i = 0; problems != NULL && i < problems->len; i++)
    g_ptr_array_add (
        self->added_problems,
        atlas_file_problem_new (g_ptr_array_index (problems, i), file));

  if (file != NULL)
    g_hash_table_insert (self->files, g_object_ref (file), documents);
  else
    g_ptr_array_unref (documents);

  atlas_session_end_batch (self);
}

/**
 * atlas_session_remove_file:
 * @self: a session
 * @file: a file
 *
 * Takes away all that was read from a file that is gone. Not undoable; for
 * what the user does there is atlas_session_remove_documents().
 */
void
atlas_session_remove_file (AtlasSession *self, GFile *file)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  atlas_session_begin_batch (self);
  if (forget_file (self, file))
    drop_new_problems (self, file);
  atlas_session_end_batch (self);
}

static void
forget_thread (GTask *task,
               gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  g_hash_table_remove_all (task_data);
  g_task_return_boolean (task, TRUE);
}

/* The last references to documents are dropped by a worker: to free a hundred
 * thousand would be felt. */
static void
forget_files (AtlasSession *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  GHashTable *files = g_steal_pointer (&self->files);

  self->files = atlas_session_new_files ();
  g_task_set_task_data (task, files, (GDestroyNotify) g_hash_table_unref);
  g_task_run_in_thread (task, forget_thread);
}

/**
 * atlas_session_clear:
 * @self: a session
 *
 * Takes away all profiles and problems, such as before another folder is
 * opened. What the user did (filters, aliases, notes …) stays; changes can no
 * longer be undone.
 */
void
atlas_session_clear (AtlasSession *self)
{
  g_return_if_fail (ATLAS_IS_SESSION (self));

  g_ptr_array_set_size (self->added, 0);
  g_ptr_array_set_size (self->added_problems, 0);
  g_hash_table_remove_all (self->removed);
  g_hash_table_remove_all (self->removed_files);
  g_hash_table_remove_all (self->reselected);
  g_hash_table_remove_all (self->counts);

  atlas_session_unselect_all (self);
  atlas_problem_store_clear (self->problems);
  atlas_undo_stack_clear (self->undo_stack);
  atlas_document_store_clear (self->store);
  forget_files (self);
}

/* For undoing a removal: documents and problems as they were. */
void
atlas_session_put_documents (AtlasSession *self,
                             GPtrArray *documents,
                             GPtrArray *problems)
{
  guint i;

  atlas_session_begin_batch (self);
  for (i = 0; i < documents->len; i++)
    {
      AtlasDocument *document = g_ptr_array_index (documents, i);
      GFile *file = atlas_document_get_file (document);
      GPtrArray *others;

      g_ptr_array_add (self->added, g_object_ref (document));
      if (file == NULL)
        continue;

      others = g_hash_table_lookup (self->files, file);
      if (others == NULL)
        {
          others = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (self->files, g_object_ref (file), others);
        }
      g_ptr_array_add (others, g_object_ref (document));
    }
  for (i = 0; i < problems->len; i++)
    g_ptr_array_add (self->added_problems,
                     g_object_ref (g_ptr_array_index (problems, i)));
  atlas_session_end_batch (self);
}

/* Takes documents away; the problems of a file go with its last document.
 * Gives the problems that went. */
GPtrArray *
atlas_session_take_documents (AtlasSession *self, GPtrArray *documents)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_problems, i;

  atlas_session_begin_batch (self);
  for (i = 0; i < documents->len; i++)
    {
      AtlasDocument *document = g_ptr_array_index (documents, i);
      GFile *file = atlas_document_get_file (document);
      GPtrArray *others =
          file != NULL ? g_hash_table_lookup (self->files, file) : NULL;

      g_hash_table_add (self->removed, document);
      if (others == NULL || !g_ptr_array_remove (others, document)
          || others->len > 0)
        continue;

      g_hash_table_add (self->removed_files, g_object_ref (file));
      g_hash_table_remove (self->files, file);
    }

  n_problems = g_list_model_get_n_items (G_LIST_MODEL (self->problems));
  for (i = 0; i < n_problems; i++)
    {
      AtlasFileProblem *problem = atlas_problem_store_get (self->problems, i);

      if (is_in_removed_file (problem, self->removed_files))
        g_ptr_array_add (problems, g_object_ref (problem));
    }
  atlas_session_end_batch (self);

  return problems;
}
