/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-print.h"

#include <glib/gi18n.h>

/* Settings of the last print from a window: printer, copies, and so on. */
#define SETTINGS_KEY "atlas-print-settings"

static AtlasPrintJob *
get_job (GTask *task)
{
  return g_task_get_task_data (task);
}

/* A page of exactly the size that was laid out, whatever the dialog says. */
static GtkPageSetup *
page_setup_new (AtlasPrintJob *job, guint page)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = NULL;
  double width = 0;
  double height = 0;
  gboolean landscape;

  job->get_size (job->data, page, &width, &height);
  landscape = width > height;
  /* The name of a known size, where it is one, so that a printer finds its
   * tray. */
  paper = gtk_paper_size_new_from_ipp ("atlas", landscape ? height : width,
                                       landscape ? width : height);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_page_setup_set_orientation (setup, landscape
                                             ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                             : GTK_PAGE_ORIENTATION_PORTRAIT);

  return setup;
}

static void
on_request_page_setup (GtkPrintOperation *operation,
                       GtkPrintContext *context,
                       int page,
                       GtkPageSetup *setup,
                       gpointer user_data)
{
  g_autoptr (GtkPageSetup) wanted =
      page_setup_new (get_job (user_data), (guint) page);

  gtk_page_setup_set_paper_size (setup, gtk_page_setup_get_paper_size (wanted));
  gtk_page_setup_set_orientation (setup,
                                  gtk_page_setup_get_orientation (wanted));
}

static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              gpointer user_data)
{
  GTask *task = G_TASK (user_data);
  AtlasPrintJob *job = get_job (task);
  g_autoptr (GError) error = NULL;

  if (!job->draw (job->data, (guint) page,
                  gtk_print_context_get_cairo_context (context), &error))
    {
      g_warning ("Page %d cannot be drawn: %s", page + 1, error->message);
      gtk_print_operation_cancel (operation);
    }
}

static void
on_done (GtkPrintOperation *operation,
         GtkPrintOperationResult result,
         gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GtkWindow *parent = g_task_get_source_object (task);
  GError *error = NULL;

  switch (result)
    {
    case GTK_PRINT_OPERATION_RESULT_APPLY:
      g_object_set_data_full (
          G_OBJECT (parent), SETTINGS_KEY,
          g_object_ref (gtk_print_operation_get_print_settings (operation)),
          g_object_unref);
      g_task_return_boolean (task, TRUE);
      break;
    case GTK_PRINT_OPERATION_RESULT_ERROR:
      gtk_print_operation_get_error (operation, &error);
      g_task_return_error (task, error);
      break;
    case GTK_PRINT_OPERATION_RESULT_CANCEL:
    case GTK_PRINT_OPERATION_RESULT_IN_PROGRESS:
    default:
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                               "printing was cancelled");
      break;
    }

  g_signal_handlers_disconnect_by_data (operation, task);
}

/**
 * atlas_print_job_free:
 * @job: (transfer full): a job
 *
 * Frees a job with all it holds.
 */
void
atlas_print_job_free (AtlasPrintJob *job)
{
  if (job->destroy != NULL)
    job->destroy (job->data);
  g_free (job->name);
  g_free (job);
}

/**
 * atlas_print_async:
 * @parent: the window to stand before
 * @job: (transfer full): what to print, at least one page
 * @cancellable: (nullable): ends the printing
 * @callback: called when the pages are with the printer
 * @user_data: data for @callback
 *
 * Shows the print dialog, or that of the portal, and prints; page ranges and
 * the current page are the dialog's.
 */
void
atlas_print_async (GtkWindow *parent,
                   AtlasPrintJob *job,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = NULL;
  GTask *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (job != NULL && job->n_pages > 0);

  task = g_task_new (parent, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_print_async);
  g_task_set_task_data (task, job, (GDestroyNotify) atlas_print_job_free);

  setup = page_setup_new (job, 0);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_print_settings (
      operation, g_object_get_data (G_OBJECT (parent), SETTINGS_KEY));
  gtk_print_operation_set_job_name (operation, job->name);
  gtk_print_operation_set_n_pages (operation, (int) job->n_pages);
  gtk_print_operation_set_current_page (operation, (int) job->current);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);

  g_signal_connect (operation, "request-page-setup",
                    G_CALLBACK (on_request_page_setup), task);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), task);
  g_signal_connect (operation, "done", G_CALLBACK (on_done), task);
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled",
                             G_CALLBACK (gtk_print_operation_cancel), operation,
                             G_CONNECT_SWAPPED);

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           parent, NULL);
}

/**
 * atlas_print_finish:
 * @result: what the callback was given
 * @error: set to %G_IO_ERROR_CANCELLED when the user changed their mind
 *
 * Returns: whether the pages are with the printer
 */
gboolean
atlas_print_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
