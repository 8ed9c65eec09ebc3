/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-window-private.h"

#include <glib/gi18n.h>

#include "atlas-file-picker.h"
#include "atlas-output.h"
#include "atlas-project.h"
#include "atlas-report-window.h"

/* How long after a change the state is kept, in seconds. */
#define KEEP_SECONDS 3

static GVariant *
dup_report_state (AtlasWindow *self)
{
  const AtlasReportSettings *settings =
      atlas_report_settings_of_session (self->session);
  const char *const *keys = atlas_report_settings_get_keys ();
  GVariantBuilder builder;
  gsize i;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  for (i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *value =
          atlas_report_settings_dup_value (settings, keys[i]);

      if (value != NULL)
        g_variant_builder_add (&builder, "{ss}", keys[i], value);
    }

  return g_variant_builder_end (&builder);
}

/* A value that this version does not know is left as it is by default. */
static void
restore_report_state (AtlasWindow *self, GVariant *report)
{
  AtlasReportSettings *settings =
      atlas_report_settings_of_session (self->session);
  GVariantIter iter;
  const char *key;
  const char *value;

  g_variant_iter_init (&iter, report);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &value))
    atlas_report_settings_set_value (settings, key, value, NULL);
}

/* What was done in the window, as a project keeps it. */
static GVariant *
dup_state (AtlasWindow *self)
{
  GVariantDict state;
  g_autoptr (GVariant) session =
      g_variant_ref_sink (atlas_session_dup_project (self->session));

  g_variant_dict_init (&state, session);
  atlas_window_add_view_states (self, &state);
  g_variant_dict_insert_value (&state, "report", dup_report_state (self));
  g_variant_dict_insert (
      &state, "view", "s",
      adw_view_stack_get_visible_child_name (self->view_stack));

  return g_variant_dict_end (&state);
}

static void
restore_state (AtlasWindow *self, AtlasProject *project)
{
  GVariant *state = atlas_project_get_state (project);
  g_autoptr (GVariant) chart = NULL;
  g_autoptr (GVariant) network = NULL;
  g_autoptr (GVariant) report = NULL;
  const char *view = NULL;

  atlas_session_restore_project (self->session, state);
  atlas_session_set_aliases (self->session, atlas_project_get_aliases (project),
                             NULL);

  chart = g_variant_lookup_value (state, "chart", G_VARIANT_TYPE_VARDICT);
  network = g_variant_lookup_value (state, "network", G_VARIANT_TYPE_VARDICT);
  atlas_window_restore_views (self, chart, network);
  report = g_variant_lookup_value (state, "report", G_VARIANT_TYPE ("a{ss}"));
  if (report != NULL)
    restore_report_state (self, report);
  if (g_variant_lookup (state, "view", "&s", &view)
      && adw_view_stack_get_child_by_name (self->view_stack, view) != NULL)
    adw_view_stack_set_visible_child_name (self->view_stack, view);

  /* The user has done nothing yet. */
  self->touched = FALSE;
  g_clear_handle_id (&self->keep_source, g_source_remove);
}

static void
save_async (AtlasWindow *self,
            GFile *file,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  GPtrArray *roots = atlas_feed_get_roots (self->feed);
  g_autoptr (AtlasProject) fresh = NULL;
  AtlasProject *project = self->project;

  if (project == NULL)
    project = fresh = atlas_project_new ();
  atlas_project_set_roots (project, (GFile *const *) roots->pdata, roots->len);
  atlas_project_set_state (project, dup_state (self));
  atlas_project_set_aliases (project,
                             atlas_session_get_aliases (self->session));

  atlas_saver_save_async (self->saver, file,
                          atlas_project_to_json (project, file), callback,
                          user_data);
}

/* Where the state of what is open is kept without anybody's doing: in the
 * project, else in a file of our own, named after what is open. */
static GFile *
dup_keeping_place (AtlasWindow *self)
{
  GPtrArray *roots = atlas_feed_get_roots (self->feed);
  g_autoptr (GChecksum) checksum = NULL;
  g_autofree char *name = NULL;
  guint i;

  if (self->project_file != NULL)
    return g_object_ref (self->project_file);
  if (roots->len == 0)
    return NULL;

  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  for (i = 0; i < roots->len; i++)
    {
      g_autofree char *uri = g_file_get_uri (g_ptr_array_index (roots, i));

      g_checksum_update (checksum, (const guchar *) uri, -1);
      g_checksum_update (checksum, (const guchar *) "\n", 1);
    }
  name = g_strconcat (g_checksum_get_string (checksum), ATLAS_PROJECT_ENDING,
                      NULL);

  return g_file_new_build_filename (g_get_user_state_dir (), "cluster-atlas",
                                    "states", name, NULL);
}

/* State that is being kept; the window may be closed meanwhile. */
typedef struct
{
  GApplication *application;
  GWeakRef window;
} Keeping;

/* The window says it, once and not after every change; when it is closed, the
 * desktop does. */
static void
say_not_kept (Keeping *keeping, AtlasWindow *self, const GError *error)
{
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *sentence = g_strdup_printf (
      _ ("What you did here cannot be kept: %s"), error->message);

  if (self == NULL || self->session == NULL)
    {
      g_message ("%s", sentence);
      notification = g_notification_new (sentence);
      g_application_send_notification (keeping->application, "not-kept",
                                       notification);
    }
  else if (!self->keep_failed)
    atlas_window_toast (self, sentence);
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Keeping *keeping = user_data;
  g_autoptr (AtlasWindow) self = g_weak_ref_get (&keeping->window);
  g_autoptr (GError) error = NULL;
  gboolean kept = atlas_saver_save_finish (result, &error);

  if (!kept)
    say_not_kept (keeping, self, error);
  if (self != NULL)
    {
      self->keep_failed = !kept;
      self->touched = self->touched || !kept;
    }

  g_weak_ref_clear (&keeping->window);
  g_application_release (keeping->application);
  g_object_unref (keeping->application);
  g_free (keeping);
}

/**
 * atlas_window_keep:
 * @self: the window
 *
 * Keeps what was done with what is open, so that nothing needs to be asked
 * when the window is closed. The application goes on until it is written.
 */
void
atlas_window_keep (AtlasWindow *self)
{
  g_autoptr (GFile) file = dup_keeping_place (self);
  g_autoptr (GVariant) layout =
      g_variant_ref_sink (atlas_session_dup_layout (self->session));
  Keeping *keeping;

  g_clear_handle_id (&self->keep_source, g_source_remove);
  atlas_preferences_set_layout (self->preferences, layout);
  if (file == NULL || !self->touched)
    return;

  self->touched = FALSE;
  keeping = g_new0 (Keeping, 1);
  keeping->application = g_object_ref (g_application_get_default ());
  g_weak_ref_init (&keeping->window, self);
  g_application_hold (keeping->application);
  save_async (self, file, on_kept, keeping);
}

static gboolean
on_keep (gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);

  self->keep_source = 0;
  atlas_window_keep (self);

  return G_SOURCE_REMOVE;
}

/* The user changed something that is worth keeping. */
static void
on_touched (AtlasWindow *self)
{
  self->touched = TRUE;
  if (self->keep_source == 0)
    self->keep_source = g_timeout_add_seconds (KEEP_SECONDS, on_keep, self);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasWindow) self = ATLAS_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (atlas_saver_save_finish (result, &error))
    atlas_window_toast (self, _ ("Project saved"));
  else
    {
      g_autofree char *sentence = g_strdup_printf (
          _ ("The project could not be saved: %s"), error->message);

      self->touched = TRUE;
      atlas_window_toast (self, sentence);
    }
}

static void
save (AtlasWindow *self)
{
  self->touched = FALSE;
  atlas_preferences_add_recent (self->preferences, self->project_file);
  save_async (self, self->project_file, on_saved, g_object_ref (self));
}

static void
on_save_picked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasWindow) self = ATLAS_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = atlas_file_picker_run_finish_one (result, &error);

  if (file == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        atlas_window_toast (self, error->message);
      return;
    }

  g_set_object (&self->project_file, file);
  atlas_window_update (self);
  save (self);
}

static void
on_save_project_as (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);
  const AtlasFileKind kinds[] = {
    { _ ("Project Files"), "clusteratlas", NULL },
  };
  g_autofree char *name = g_strconcat (gtk_window_get_title (GTK_WINDOW (self)),
                                       ATLAS_PROJECT_ENDING, NULL);
  const AtlasFilePick pick = {
    .action = GTK_FILE_CHOOSER_ACTION_SAVE,
    .title = _ ("Save Project"),
    .accept = _ ("_Save"),
    .name = name,
    .kinds = kinds,
    .n_kinds = G_N_ELEMENTS (kinds),
  };

  atlas_file_picker_run_async (GTK_WINDOW (self), &pick, NULL, on_save_picked,
                               g_object_ref (self));
}

static void
on_save_project (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);

  if (self->project_file != NULL)
    save (self);
  else
    on_save_project_as (action, parameter, user_data);
}

static const GActionEntry entries[] = {
  { "save-project", on_save_project },
  { "save-project-as", on_save_project_as },
};

/* A project that was read on a thread, and the window that waits for it, as
 * long as it is open: a place that does not answer must not keep it. */
typedef struct
{
  GWeakRef window;
  GFile *file;
  gboolean kept;
} Loading;

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_weak_ref_clear (&loading->window);
  g_object_unref (loading->file);
  g_free (loading);
}

static void
run_load (GTask *task, gpointer source, gpointer data, GCancellable *stop)
{
  Loading *loading = data;
  GError *error = NULL;
  AtlasProject *project;

  atlas_output_clear_unfinished (loading->file);
  project = atlas_project_load (loading->file, &error);
  if (project != NULL)
    g_task_return_pointer (task, project, (GDestroyNotify) atlas_project_unref);
  else
    g_task_return_error (task, error);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Loading *loading = g_task_get_task_data (G_TASK (result));
  g_autoptr (AtlasWindow) self = g_weak_ref_get (&loading->window);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasProject) project =
      g_task_propagate_pointer (G_TASK (result), &error);
  GFile *const *roots;
  gsize n_roots;

  /* Closed, or something else was opened meanwhile. */
  if (self == NULL || self->project_loading != G_TASK (result))
    return;
  self->project_loading = NULL;

  if (loading->kept)
    {
      /* There is often none: nothing was done with these files before. */
      if (project != NULL)
        restore_state (self, project);
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        {
          g_autofree char *sentence = g_strdup_printf (
              _ ("What you did with these files before cannot be read: %s"),
              error->message);

          atlas_window_toast (self, sentence);
        }
      return;
    }
  if (project == NULL)
    {
      g_autofree char *sentence = g_strdup_printf (
          _ ("The project could not be opened: %s"), error->message);

      atlas_window_toast (self, sentence);
      return;
    }

  atlas_window_keep (self);
  roots = atlas_project_get_roots (project, &n_roots);
  atlas_feed_open (self->feed, roots, n_roots);
  g_set_object (&self->project_file, loading->file);
  g_clear_pointer (&self->project, atlas_project_unref);
  self->project = g_steal_pointer (&project);
  restore_state (self, self->project);
  self->touched = FALSE;
  atlas_preferences_add_recent (self->preferences, loading->file);
  atlas_window_update (self);
}

static void
load (AtlasWindow *self, GFile *file, gboolean kept)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_loaded, NULL);
  Loading *loading = g_new0 (Loading, 1);

  g_weak_ref_init (&loading->window, self);
  loading->file = g_object_ref (file);
  loading->kept = kept;
  g_task_set_task_data (task, loading, loading_free);
  self->project_loading = task;
  g_task_run_in_thread (task, run_load);
}

/**
 * atlas_window_open_project:
 * @self: the window
 * @file: a project file
 *
 * Opens a project in place of what is open.
 */
void
atlas_window_open_project (AtlasWindow *self, GFile *file)
{
  load (self, file, FALSE);
}

/**
 * atlas_window_begin_files:
 * @self: a window whose feed was told what to open, without a project
 *
 * Starts with nothing done; what was done with the same files earlier comes
 * back when it is found.
 */
void
atlas_window_begin_files (AtlasWindow *self)
{
  g_autoptr (GVariant) nothing = NULL;
  g_autoptr (GFile) file = NULL;

  g_clear_object (&self->project_file);
  g_clear_pointer (&self->project, atlas_project_unref);
  nothing = g_variant_ref_sink (
      g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0));
  atlas_session_restore_project (self->session, nothing);
  atlas_session_set_aliases (self->session, NULL, NULL);
  self->touched = FALSE;

  file = dup_keeping_place (self);
  if (file != NULL)
    load (self, file, TRUE);
}

/**
 * atlas_window_init_project:
 * @self: a window that has its session and its views
 *
 * Adds what keeps the user's work.
 */
void
atlas_window_init_project (AtlasWindow *self)
{
  g_autoptr (GVariant) layout =
      atlas_preferences_dup_layout (self->preferences);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);

  self->saver = atlas_saver_new ();
  atlas_session_restore_layout (self->session, layout);
  g_signal_connect_object (atlas_session_get_undo_stack (self->session),
                           "notify", G_CALLBACK (on_touched), self,
                           G_CONNECT_SWAPPED);
}
