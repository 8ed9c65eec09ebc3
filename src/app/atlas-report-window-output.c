/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-window-private.h"

#include <glib/gi18n.h>

#include "atlas-file-picker.h"
#include "atlas-print.h"
#include "atlas-report-save.h"

/* What is shown leaves the window: as a file, or on paper. */

static void
show_error (AtlasReportWindow *self, const char *form, const GError *error)
{
  g_autofree char *text = g_strconcat (form, " ", error->message, NULL);
  g_autofree char *plain = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (plain));
}

/* Saving. */

static void
on_progress (guint done, guint total, gpointer user_data)
{
  AtlasReportWindow *self = ATLAS_REPORT_WINDOW (user_data);
  g_autofree char *text = NULL;

  if (self->progress_bar == NULL)
    return;

  text =
      /* Translators: pages done, and how many there are. */
      g_strdup_printf (_ ("Page %d of %d"), (int) done, (int) total);

  gtk_progress_bar_set_fraction (self->progress_bar, (double) done / total);
  gtk_progress_bar_set_text (self->progress_bar, text);
}

static void
on_save_over (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  AtlasReportWindow *self = g_task_get_source_object (task);
  GError *error = NULL;

  /* The window may have been closed meanwhile; the task keeps its object. */
  g_clear_object (&self->saving);
  if (self->progress_revealer != NULL)
    {
      gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
      atlas_report_window_update_actions (self);
    }
  if (atlas_report_save_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
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
  GTask *task;

  g_return_if_fail (ATLAS_IS_REPORT_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  report = atlas_report_preview_get_report (self->preview);
  g_return_if_fail (report != NULL && self->saving == NULL);

  self->saving = g_cancellable_new ();
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, atlas_report_window_save_async);
  gtk_progress_bar_set_show_text (self->progress_bar, TRUE);
  gtk_progress_bar_set_fraction (self->progress_bar, 0.0);
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  atlas_report_window_update_actions (self);
  atlas_report_save_async (report, file, on_progress, self, self->saving,
                           on_save_over, task);
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

/**
 * atlas_report_window_save:
 * @widget: a report window
 * @action: "report.save"
 * @parameter: (nullable): none
 *
 * Asks where to save the report.
 */
void
atlas_report_window_save (GtkWidget *widget,
                          const char *action,
                          GVariant *parameter)
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

/**
 * atlas_report_window_cancel:
 * @widget: a report window
 * @action: "report.cancel"
 * @parameter: (nullable): none
 *
 * Stops saving, an older file stays as it was; or stops making the pages.
 */
void
atlas_report_window_cancel (GtkWidget *widget,
                            const char *action,
                            GVariant *parameter)
{
  AtlasReportWindow *self = ATLAS_REPORT_WINDOW (widget);

  if (self->saving != NULL)
    g_cancellable_cancel (self->saving);
  else
    atlas_report_window_cancel_making (self);
}

/* Printing. */

static void
free_report (gpointer data)
{
  atlas_report_unref (data);
}

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

/**
 * atlas_report_window_print:
 * @widget: a report window
 * @action: "report.print"
 * @parameter: (nullable): none
 *
 * Shows the print dialog, or that of the portal.
 */
void
atlas_report_window_print (GtkWidget *widget,
                           const char *action,
                           GVariant *parameter)
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
