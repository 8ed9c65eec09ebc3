/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-input.h"

struct _AtlasReportInput
{
  GPtrArray *profiles;
  GPtrArray *others;
  GPtrArray *problems;
  GPtrArray *notes;
  AtlasAliases *aliases;
  guint n_files;
};

static void
unref_problem (gpointer data)
{
  atlas_problem_unref (data);
}

static AtlasScope
get_session_scope (AtlasReportScope scope)
{
  switch (scope)
    {
    case ATLAS_REPORT_SCOPE_FILTER:
      return ATLAS_SCOPE_VISIBLE;
    case ATLAS_REPORT_SCOPE_SELECTION:
      return ATLAS_SCOPE_SELECTED;
    case ATLAS_REPORT_SCOPE_ALL:
    default:
      return ATLAS_SCOPE_ALL;
    }
}

/* Files that were read: those with profiles, and those with nothing but
 * problems. */
static guint
count_files (AtlasReportInput *self)
{
  g_autoptr (GHashTable) files = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->others->len; i++)
    {
      const AtlasProfile *profile = g_ptr_array_index (self->others, i);

      if (profile->source != NULL)
        g_hash_table_add (files, (gpointer) profile->source);
    }
  for (guint i = 0; i < self->problems->len; i++)
    {
      const AtlasProblem *problem = g_ptr_array_index (self->problems, i);

      if (problem->source != NULL)
        g_hash_table_add (files, (gpointer) problem->source);
    }

  return g_hash_table_size (files);
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  return atlas_problem_compare (*(AtlasProblem *const *) a,
                                *(AtlasProblem *const *) b);
}

/* Workers deliver files in any order; all that is open is reported on in the
 * order of the index, as by the command line, so that both make the same file.
 * What is filtered or selected stands as the user sorted it on the screen. */
static void
put_in_order (AtlasReportInput *self, AtlasReportScope scope)
{
  if (scope == ATLAS_REPORT_SCOPE_ALL)
    atlas_report_sort_profiles (self->profiles);
  atlas_report_sort_profiles (self->others);
  g_ptr_array_sort (self->problems, compare_problems);
}

/**
 * atlas_report_input_new:
 * @session: what the user is looking at
 * @scope: which of its profiles are reported on
 *
 * Returns: (transfer full): a snapshot
 */
AtlasReportInput *
atlas_report_input_new (AtlasSession *session, AtlasReportScope scope)
{
  AtlasReportInput *self = g_new0 (AtlasReportInput, 1);
  GListModel *problems = G_LIST_MODEL (atlas_session_get_problems (session));
  AtlasAliases *aliases = atlas_session_get_aliases (session);

  self->profiles = atlas_session_snapshot (session, get_session_scope (scope));
  self->others = atlas_session_snapshot (session, ATLAS_SCOPE_ALL);
  self->problems = g_ptr_array_new_with_free_func (unref_problem);
  for (guint i = 0; i < g_list_model_get_n_items (problems); i++)
    {
      g_autoptr (AtlasFileProblem) item = g_list_model_get_item (problems, i);
      const AtlasProblem *problem = atlas_file_problem_get_problem (item);

      g_ptr_array_add (self->problems,
                       atlas_problem_ref ((AtlasProblem *) problem));
    }
  put_in_order (self, scope);
  if (aliases != NULL)
    self->aliases = atlas_aliases_copy (aliases);

  self->notes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->profiles->len; i++)
    {
      AtlasDocument *document = atlas_session_find_document (
          session, g_ptr_array_index (self->profiles, i));
      const char *note =
          document != NULL ? atlas_session_get_note (session, document) : NULL;

      g_ptr_array_add (self->notes, g_strdup (note));
    }
  self->n_files = count_files (self);

  return self;
}

/**
 * atlas_report_input_free:
 * @self: (transfer full): a snapshot
 */
void
atlas_report_input_free (AtlasReportInput *self)
{
  g_ptr_array_unref (self->profiles);
  g_ptr_array_unref (self->others);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->notes);
  g_clear_pointer (&self->aliases, atlas_aliases_unref);
  g_free (self);
}

/**
 * atlas_report_input_get_n_profiles:
 * @self: a snapshot
 *
 * Returns: how many profiles are reported on
 */
guint
atlas_report_input_get_n_profiles (const AtlasReportInput *self)
{
  return self->profiles->len;
}

/**
 * atlas_report_input_get_content:
 * @self: a snapshot
 * @content: (out caller-allocates): filled in; points into @self
 */
void
atlas_report_input_get_content (const AtlasReportInput *self,
                                AtlasReportContent *content)
{
  *content = (AtlasReportContent){
    .profiles = (const AtlasProfile *const *) self->profiles->pdata,
    .n_profiles = self->profiles->len,
    .others = (const AtlasProfile *const *) self->others->pdata,
    .n_others = self->others->len,
    .problems = (AtlasProblem *const *) self->problems->pdata,
    .n_problems = self->problems->len,
    .n_files = self->n_files,
    .aliases = self->aliases,
    .notes = (const char *const *) self->notes->pdata,
    .time = atlas_report_get_default_time (),
  };
}

typedef struct
{
  AtlasReportInput *input;
  AtlasReportSettings *settings;
} MakeJob;

static void
free_make_job (gpointer data)
{
  MakeJob *job = data;

  atlas_report_input_free (job->input);
  atlas_report_settings_free (job->settings);
  g_free (job);
}

static void
free_report (gpointer data)
{
  atlas_report_unref (data);
}

static void
make_report (GTask *task,
             gpointer source,
             gpointer task_data,
             GCancellable *cancellable)
{
  MakeJob *job = task_data;
  AtlasReportContent content;
  GError *error = NULL;
  AtlasReport *report;

  atlas_report_input_get_content (job->input, &content);
  report = atlas_report_new (&content, job->settings, cancellable, &error);
  if (report != NULL)
    g_task_return_pointer (task, report, free_report);
  else
    g_task_return_error (task, error);
}

/**
 * atlas_report_input_make_async:
 * @self: (transfer full): a snapshot
 * @settings: how the report looks
 * @cancellable: (nullable): to stop it
 * @callback: called when the report is there
 * @user_data: data for @callback; not kept alive: what it points to is to
 *   cancel @cancellable before it goes, and is not to be touched when the error
 *   is %G_IO_ERROR_CANCELLED
 *
 * Makes a report of @self on another thread: of thousands of profiles that
 * takes seconds.
 */
void
atlas_report_input_make_async (AtlasReportInput *self,
                               const AtlasReportSettings *settings,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  MakeJob *job = g_new0 (MakeJob, 1);
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  job->input = self;
  job->settings = atlas_report_settings_copy (settings);
  g_task_set_source_tag (task, atlas_report_input_make_async);
  g_task_set_task_data (task, job, free_make_job);
  g_task_run_in_thread (task, make_report);
}

/**
 * atlas_report_input_make_finish:
 * @result: what the callback was given
 * @error: set to %G_IO_ERROR_CANCELLED when it was stopped
 *
 * Returns: (transfer full) (nullable): the report
 */
AtlasReport *
atlas_report_input_make_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (
      g_async_result_is_tagged (result, atlas_report_input_make_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
