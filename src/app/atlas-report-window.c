/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-window.h"

#include <glib/gi18n.h>

#include "atlas-access.h"
#include "atlas-file-picker.h"
#include "atlas-language.h"
#include "atlas-output.h"
#include "atlas-print.h"
#include "atlas-report-input.h"

/*
 *   settings, session ── a worker makes ──► AtlasReport ──► preview
 *                                                │
 *                                     the same pages: save, print
 *
 * A change starts the worker anew, after a pause: typing a title must not make
 * a report for each letter.
 */

#define PAUSE_MS 150
#define PROGRESS_MS 60
#define SETTINGS_KEY "atlas-report-settings"

struct _AtlasReportWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  AdwComboRow *scope_row;
  AdwEntryRow *title_row;
  AdwEntryRow *author_row;
  AdwEntryRow *footer_row;
  AtlasReportSections *sections;
  AdwComboRow *paper_row;
  AdwComboRow *language_row;
  AtlasReportCompare *compare;
  GtkSpinButton *margin_spin;
  GtkSwitch *grey_switch;
  GtkStack *stack;
  AtlasReportPreview *preview;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress_bar;

  AtlasSession *session;
  GCancellable *making;
  GCancellable *saving;
  guint pause;
  gboolean filling;
  GVariant *shown; /* the settings that the fields show */
};

G_DEFINE_FINAL_TYPE (AtlasReportWindow, atlas_report_window, ADW_TYPE_WINDOW)

static void
free_settings (gpointer data)
{
  atlas_report_settings_free (data);
}

/**
 * atlas_report_settings_of_session:
 * @session: a session
 *
 * Returns: (transfer none): the settings of its report, to be read or changed
 */
AtlasReportSettings *
atlas_report_settings_of_session (AtlasSession *session)
{
  AtlasReportSettings *settings =
      g_object_get_data (G_OBJECT (session), SETTINGS_KEY);

  if (settings == NULL)
    {
      settings = atlas_report_settings_new ();
      settings->language = g_strdup (atlas_language_get_default ());
      g_object_set_data_full (G_OBJECT (session), SETTINGS_KEY, settings,
                              free_settings);
    }

  return settings;
}

/* The settings as text, for the undo stack. */
static GVariant *
settings_to_variant (const AtlasReportSettings *settings)
{
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

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static void
apply_settings (gpointer owner, gpointer state)
{
  AtlasReportSettings *settings = atlas_report_settings_new ();
  GVariantIter iter;
  const char *key;
  const char *value;

  g_variant_iter_init (&iter, state);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &value))
    atlas_report_settings_set_value (settings, key, value, NULL);
  g_object_set_data_full (G_OBJECT (owner), SETTINGS_KEY, settings,
                          free_settings);
}

/* What is typed into one field is undone together. */
static const char *
find_merge_key (GVariant *before, GVariant *after)
{
  static const struct
  {
    const char *key;
    const char *merge_key;
  } typed[] = {
    { "title", "report title" },
    { "author", "report author" },
    { "footer", "report footer" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      const char *old = NULL;
      const char *new = NULL;

      g_variant_lookup (before, typed[i].key, "&s", &old);
      g_variant_lookup (after, typed[i].key, "&s", &new);
      if (g_strcmp0 (old, new) != 0)
        return typed[i].merge_key;
    }

  return NULL;
}

static void
show_error (AtlasReportWindow *self, const char *form, const GError *error)
{
  g_autofree char *text = g_strconcat (form, " ", error->message, NULL);
  g_autofree char *plain = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (plain));
}

static void
update_actions (AtlasReportWindow *self)
{
  gboolean has_pages = atlas_report_preview_get_report (self->preview) != NULL;
  gboolean idle = self->saving == NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save",
                                 has_pages && idle);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.print", has_pages);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.cancel", !idle);
}

/* Making. */

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

static void
show_report (AtlasReportWindow *self, AtlasReport *report)
{
  g_autofree char *pages = NULL;
  guint n = report != NULL ? atlas_report_get_n_pages (report) : 0;

  atlas_report_preview_set_report (self->preview, report);
  gtk_stack_set_visible_child_name (self->stack,
                                    report != NULL ? "pages" : "empty");
  pages = n > 0 ? g_strdup_printf (ngettext ("%u page", "%u pages", n), n)
                : g_strdup ("");
  adw_window_title_set_subtitle (self->title, pages);
  update_actions (self);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasReportWindow *self = ATLAS_REPORT_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasReport) report =
      g_task_propagate_pointer (G_TASK (result), &error);

  /* An older one that was stopped says nothing about the newest. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->making);
  show_report (self, report);
}

/* Only what is in the report can be compared in it. */
static void
offer_clusters (AtlasReportWindow *self, const AtlasReportInput *input)
{
  AtlasReportContent content;

  atlas_report_input_get_content (input, &content);
  atlas_report_compare_set_profiles (self->compare, content.profiles,
                                     content.n_profiles);
}

static gboolean
on_pause_over (gpointer user_data)
{
  AtlasReportWindow *self = ATLAS_REPORT_WINDOW (user_data);
  MakeJob *job = g_new0 (MakeJob, 1);
  g_autoptr (GTask) task = NULL;

  self->pause = 0;
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  self->making = g_cancellable_new ();

  job->settings = atlas_report_settings_copy (
      atlas_report_settings_of_session (self->session));
  job->input = atlas_report_input_new (self->session, job->settings->scope);
  offer_clusters (self, job->input);

  task = g_task_new (self, self->making, on_made, NULL);
  g_task_set_source_tag (task, on_pause_over);
  g_task_set_task_data (task, job, free_make_job);
  g_task_run_in_thread (task, make_report);

  return G_SOURCE_REMOVE;
}

static void
schedule (AtlasReportWindow *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, on_pause_over, self);
}

/* Settings. */

static void
set_entry (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static void
fill_languages (AdwComboRow *row)
{
  const char *const *codes = atlas_language_get_codes ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    gtk_string_list_append (names, atlas_language_get_name (codes[i]));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

static guint
find_language (const char *code)
{
  const char *const *codes = atlas_language_get_codes ();

  for (guint i = 0; codes[i] != NULL; i++)
    if (g_strcmp0 (codes[i], code) == 0)
      return i;

  return 0;
}

static void
take_language (AtlasReportSettings *settings, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected != GTK_INVALID_LIST_POSITION)
    atlas_report_settings_set_value (
        settings, "language", atlas_language_get_codes ()[selected], NULL);
}

static void
fill (AtlasReportWindow *self)
{
  const AtlasReportSettings *settings =
      atlas_report_settings_of_session (self->session);

  self->filling = TRUE;
  adw_combo_row_set_selected (self->scope_row, settings->scope);
  set_entry (self->title_row, settings->title);
  set_entry (self->author_row, settings->author);
  set_entry (self->footer_row, settings->footer);
  atlas_report_sections_set_parts (self->sections, settings->parts);
  adw_combo_row_set_selected (self->paper_row, settings->paper);
  adw_combo_row_set_selected (self->language_row,
                              find_language (settings->language));
  atlas_report_compare_set_chosen (self->compare,
                                   (const char *const *) settings->compare);
  gtk_spin_button_set_value (self->margin_spin, settings->margin);
  gtk_switch_set_active (self->grey_switch, settings->grey);
  self->filling = FALSE;

  g_clear_pointer (&self->shown, g_variant_unref);
  self->shown = settings_to_variant (settings);
}

/* Undo and redo may have brought other settings. */
static void
on_undo_stack (AtlasReportWindow *self)
{
  g_autoptr (GVariant) now = NULL;

  if (self->session == NULL || self->shown == NULL || self->filling)
    return;

  now = settings_to_variant (atlas_report_settings_of_session (self->session));
  if (g_variant_equal (now, self->shown))
    return;

  fill (self);
  schedule (self);
}

static gboolean
on_undo_key (GtkWidget *widget, GVariant *redo, gpointer user_data)
{
  AtlasReportWindow *self = ATLAS_REPORT_WINDOW (widget);
  AtlasUndoStack *stack = atlas_session_get_undo_stack (self->session);

  return g_variant_get_boolean (redo) ? atlas_undo_stack_redo (stack)
                                      : atlas_undo_stack_undo (stack);
}

static void
take_entry (AtlasReportSettings *settings, const char *key, AdwEntryRow *row)
{
  atlas_report_settings_set_value (
      settings, key, gtk_editable_get_text (GTK_EDITABLE (row)), NULL);
}

static void
on_changed (AtlasReportWindow *self)
{
  g_autoptr (GVariant) before = NULL;
  g_autoptr (GVariant) after = NULL;
  AtlasReportSettings *settings;

  if (self->filling || self->session == NULL)
    return;

  settings = atlas_report_settings_of_session (self->session);
  before = settings_to_variant (settings);
  settings->scope =
      (AtlasReportScope) adw_combo_row_get_selected (self->scope_row);
  take_entry (settings, "title", self->title_row);
  take_entry (settings, "author", self->author_row);
  take_entry (settings, "footer", self->footer_row);
  atlas_report_sections_get_parts (self->sections, settings->parts);
  settings->paper = (AtlasPaper) adw_combo_row_get_selected (self->paper_row);
  take_language (settings, self->language_row);
  g_strfreev (settings->compare);
  settings->compare = atlas_report_compare_dup_chosen (self->compare);
  settings->margin = gtk_spin_button_get_value (self->margin_spin);
  settings->grey = gtk_switch_get_active (self->grey_switch);
  schedule (self);

  after = settings_to_variant (settings);
  if (g_variant_equal (before, after))
    return;

  g_clear_pointer (&self->shown, g_variant_unref);
  self->shown = g_variant_ref (after);
  atlas_undo_stack_push (atlas_session_get_undo_stack (self->session),
                         _ ("Change Report Settings"),
                         find_merge_key (before, after), apply_settings,
                         self->session, before, after);
}

/* Saving. */

typedef struct
{
  AtlasReport *report;
  GFile *file;
  GtkProgressBar *bar;
  AtlasReportWindow *window;
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
  g_object_unref (job->bar);
  g_free (job);
}

static void
on_progress (guint done, guint total, gpointer user_data)
{
  SaveJob *job = user_data;

  g_atomic_int_set (&job->total, (int) total);
  g_atomic_int_set (&job->done, (int) done);
}

static gboolean
show_progress (gpointer user_data)
{
  SaveJob *job = user_data;
  int done = g_atomic_int_get (&job->done);
  int total = MAX (g_atomic_int_get (&job->total), 1);
  g_autofree char *text =
      /* Translators: pages done, and how many there are. */
      g_strdup_printf (_ ("Page %d of %d"), done, total);

  gtk_progress_bar_set_fraction (job->bar, (double) done / total);
  gtk_progress_bar_set_text (job->bar, text);

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

static void
on_saving_over (GTask *task, GParamSpec *pspec, gpointer user_data)
{
  AtlasReportWindow *self = g_task_get_source_object (task);
  SaveJob *job = g_task_get_task_data (task);

  g_clear_handle_id (&job->timeout, g_source_remove);
  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
  g_clear_object (&self->saving);
  update_actions (self);
}

/**
 * atlas_report_window_save_async:
 * @self: a report window that shows a report and is not saving
 * @file: where to
 * @callback: called when it is there, or when it failed
 * @user_data: data for @callback
 */
void
atlas_report_window_save_async (AtlasReportWindow *self,
                                GFile *file,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  AtlasReport *report;
  SaveJob *job;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ATLAS_IS_REPORT_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  report = atlas_report_preview_get_report (self->preview);
  g_return_if_fail (report != NULL && self->saving == NULL);

  self->saving = g_cancellable_new ();
  job = g_new0 (SaveJob, 1);
  job->report = atlas_report_ref (report);
  job->file = g_object_ref (file);
  job->bar = g_object_ref (self->progress_bar);
  job->timeout = g_timeout_add (PROGRESS_MS, show_progress, job);

  task = g_task_new (self, self->saving, callback, user_data);
  g_task_set_source_tag (task, atlas_report_window_save_async);
  g_task_set_task_data (task, job, free_save_job);
  g_signal_connect (task, "notify::completed", G_CALLBACK (on_saving_over),
                    NULL);
  gtk_progress_bar_set_fraction (self->progress_bar, 0.0);
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  update_actions (self);
  g_task_run_in_thread (task, save_report);
}

/**
 * atlas_report_window_save_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the file is there, whole; if not, an older one is as it was
 */
gboolean
atlas_report_window_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (
      g_async_result_is_tagged (result, atlas_report_window_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasReportWindow *self = ATLAS_REPORT_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (atlas_report_window_save_finish (result, &error))
    adw_toast_overlay_add_toast (self->toasts,
                                 adw_toast_new (_ ("The report is saved")));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    adw_toast_overlay_add_toast (self->toasts,
                                 adw_toast_new (_ ("The report is not saved")));
  else
    show_error (self, _ ("The report could not be saved."), error);
}

static void
on_file_picked (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasReportWindow) self = ATLAS_REPORT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = atlas_file_picker_run_finish_one (result, &error);

  if (file == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_error (self, _ ("No file could be chosen."), error);
      return;
    }
  if (atlas_report_preview_get_report (self->preview) != NULL
      && self->saving == NULL)
    atlas_report_window_save_async (self, file, on_saved, NULL);
}

/* The title as a name for a file. */
static char *
dup_file_name (AtlasReportWindow *self)
{
  AtlasReport *report = atlas_report_preview_get_report (self->preview);
  char *name = g_strconcat (atlas_report_get_title (report), ".pdf", NULL);

  return g_strdelimit (name, "/\\:\n\t", '-');
}

static void
on_save (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasReportWindow *self = ATLAS_REPORT_WINDOW (widget);
  const AtlasFileKind kinds[] = {
    { _ ("PDF Document"), "pdf", "application/pdf" },
  };
  g_autofree char *name = dup_file_name (self);
  AtlasFilePick pick = {
    .action = GTK_FILE_CHOOSER_ACTION_SAVE,
    .title = _ ("Save Report"),
    .accept = _ ("_Save"),
    .name = name,
    .kinds = kinds,
    .n_kinds = G_N_ELEMENTS (kinds),
  };

  atlas_file_picker_run_async (GTK_WINDOW (self), &pick, NULL, on_file_picked,
                               g_object_ref (self));
}

static void
on_cancel (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_cancellable_cancel (ATLAS_REPORT_WINDOW (widget)->saving);
}

/* Printing. */

static void
get_print_size (gpointer data, guint page, double *width, double *height)
{
  const AtlasReportPage *entry = atlas_report_get_page (data, page);

  *width = entry->width;
  *height = entry->height;
}

static gboolean
draw_print_page (gpointer data, guint page, cairo_t *cr, GError **error)
{
  return atlas_report_draw_page (data, page, cr, error);
}

static void
on_printed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasReportWindow *self = ATLAS_REPORT_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (!atlas_print_finish (result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_error (self, _ ("The report could not be printed."), error);
}

static void
on_print (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasReportWindow *self = ATLAS_REPORT_WINDOW (widget);
  AtlasReport *report = atlas_report_preview_get_report (self->preview);
  AtlasPrintJob *job = g_new0 (AtlasPrintJob, 1);

  job->name = g_strdup (atlas_report_get_title (report));
  job->n_pages = atlas_report_get_n_pages (report);
  job->current = atlas_report_preview_get_current_page (self->preview);
  job->get_size = get_print_size;
  job->draw = draw_print_page;
  job->data = atlas_report_ref (report);
  job->destroy = free_report;
  atlas_print_async (GTK_WINDOW (self), job, NULL, on_printed, NULL);
}

static void
on_zoom_in (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasReportPreview *preview = ATLAS_REPORT_WINDOW (widget)->preview;

  atlas_report_preview_set_zoom (preview,
                                 atlas_report_preview_get_zoom (preview) * 1.2);
}

static void
on_zoom_out (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasReportPreview *preview = ATLAS_REPORT_WINDOW (widget)->preview;

  atlas_report_preview_set_zoom (preview,
                                 atlas_report_preview_get_zoom (preview) / 1.2);
}

/* The window. */

static void
atlas_report_window_dispose (GObject *object)
{
  AtlasReportWindow *self = ATLAS_REPORT_WINDOW (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_cancellable_cancel (self->saving);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_variant_unref);

  G_OBJECT_CLASS (atlas_report_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint key;
  } actions[] = {
    { "report.save", on_save, GDK_KEY_s },
    { "report.print", on_print, GDK_KEY_p },
    { "report.zoom-in", on_zoom_in, GDK_KEY_plus },
    { "report.zoom-out", on_zoom_out, GDK_KEY_minus },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL,
                                       actions[i].activate);
      gtk_widget_class_add_binding_action (widget_class, actions[i].key,
                                           GDK_CONTROL_MASK, actions[i].name,
                                           NULL);
    }
  gtk_widget_class_install_action (widget_class, "report.cancel", NULL,
                                   on_cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w,
                                       GDK_CONTROL_MASK, "window.close", NULL);
}

static void
atlas_report_window_class_init (AtlasReportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_report_window_dispose;

  g_type_ensure (ATLAS_TYPE_REPORT_COMPARE);
  g_type_ensure (ATLAS_TYPE_REPORT_PREVIEW);
  g_type_ensure (ATLAS_TYPE_REPORT_SECTIONS);
  gtk_widget_class_set_template_from_resource (
      widget_class, ATLAS_RESOURCE_PREFIX "/ui/atlas-report-window.ui");

#define BIND(name) \
  gtk_widget_class_bind_template_child (widget_class, AtlasReportWindow, name)
  BIND (toasts);
  BIND (title);
  BIND (scope_row);
  BIND (title_row);
  BIND (author_row);
  BIND (footer_row);
  BIND (sections);
  BIND (paper_row);
  BIND (language_row);
  BIND (compare);
  BIND (margin_spin);
  BIND (grey_switch);
  BIND (stack);
  BIND (preview);
  BIND (progress_revealer);
  BIND (progress_bar);
#undef BIND

  install_actions (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                on_undo_key, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z,
                                GDK_CONTROL_MASK | GDK_SHIFT_MASK, on_undo_key,
                                "b", TRUE);
}

static void
atlas_report_window_init (AtlasReportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atlas_access_name_controls (GTK_WIDGET (self));
  g_signal_connect_swapped (self->scope_row, "notify::selected",
                            G_CALLBACK (on_changed), self);
  fill_languages (self->language_row);
  g_signal_connect_swapped (self->paper_row, "notify::selected",
                            G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->language_row, "notify::selected",
                            G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->compare, "changed", G_CALLBACK (on_changed),
                            self);
  g_signal_connect_swapped (self->title_row, "changed", G_CALLBACK (on_changed),
                            self);
  g_signal_connect_swapped (self->author_row, "changed",
                            G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->footer_row, "changed",
                            G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->sections, "changed", G_CALLBACK (on_changed),
                            self);
  g_signal_connect_swapped (self->margin_spin, "value-changed",
                            G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->grey_switch, "notify::active",
                            G_CALLBACK (on_changed), self);
  update_actions (self);
}

/**
 * atlas_report_window_new:
 * @session: what to report on
 *
 * Returns: (transfer none): a window; GTK owns it
 */
AtlasReportWindow *
atlas_report_window_new (AtlasSession *session)
{
  AtlasReportWindow *self;

  g_return_val_if_fail (ATLAS_IS_SESSION (session), NULL);

  self = g_object_new (ATLAS_TYPE_REPORT_WINDOW, NULL);
  self->session = g_object_ref (session);
  fill (self);
  g_signal_connect_object (atlas_session_get_undo_stack (session), "notify",
                           G_CALLBACK (on_undo_stack), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (session, "visible-changed", G_CALLBACK (schedule),
                            self);
  g_signal_connect_swapped (session, "selection-changed", G_CALLBACK (schedule),
                            self);
  g_signal_connect_swapped (session, "notify::aliases", G_CALLBACK (schedule),
                            self);
  schedule (self);

  return self;
}

/**
 * atlas_report_window_get_preview:
 * @self: a report window
 *
 * Returns: (transfer none): its preview
 */
AtlasReportPreview *
atlas_report_window_get_preview (AtlasReportWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT_WINDOW (self), NULL);

  return self->preview;
}

/**
 * atlas_report_window_get_sections:
 * @self: a report window
 *
 * Returns: (transfer none): its list of sections
 */
AtlasReportSections *
atlas_report_window_get_sections (AtlasReportWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT_WINDOW (self), NULL);

  return self->sections;
}

/**
 * atlas_report_window_get_compare:
 * @self: a report window
 *
 * Returns: (transfer none): where the clusters compared are chosen
 */
AtlasReportCompare *
atlas_report_window_get_compare (AtlasReportWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT_WINDOW (self), NULL);

  return self->compare;
}

/**
 * atlas_report_window_is_busy:
 * @self: a report window
 *
 * Returns: whether a report is being made or saved
 */
gboolean
atlas_report_window_is_busy (AtlasReportWindow *self)
{
  g_return_val_if_fail (ATLAS_IS_REPORT_WINDOW (self), FALSE);

  return self->pause != 0 || self->making != NULL || self->saving != NULL;
}
