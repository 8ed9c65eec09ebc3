/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-window-private.h"

#include <glib/gi18n.h>

#include "atlas-report-input.h"
#include "atlas-report-session.h"

/*
 * What is looked at, on paper.
 *
 *   session ── a worker makes ──► AtlasReport ──► print dialog
 *
 * Most pages are there at once; where they take longer, a toast says so and
 * offers to stop.
 */

#define SAY_AFTER_MS 400

static void
on_printed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasWindow) self = ATLAS_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (atlas_print_finish (result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  sentence = g_strdup_printf (_ ("Printing failed: %s"), error->message);
  atlas_window_toast (self, sentence);
}

/**
 * atlas_window_print:
 * @self: the window
 * @job: (transfer full): what to print
 *
 * Shows the print dialog, or that of the portal.
 */
void
atlas_window_print (AtlasWindow *self, AtlasPrintJob *job)
{
  atlas_print_async (GTK_WINDOW (self), job, NULL, on_printed,
                     g_object_ref (self));
}

static void
get_page_size (gpointer data, guint n, double *width, double *height)
{
  const AtlasReportPage *page = atlas_report_get_page (data, n);

  *width = page->width;
  *height = page->height;
}

static gboolean
draw_page (gpointer data, guint n, cairo_t *cr, GError **error)
{
  return atlas_report_draw_page (data, n, cr, error);
}

static void
unref_report (gpointer data)
{
  atlas_report_unref (data);
}

static gboolean
on_takes_long (gpointer user_data)
{
  AtlasWindow *self = ATLAS_WINDOW (user_data);
  AdwToast *toast = adw_toast_new (_ ("Making the pages to print…"));

  self->print_source = 0;
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _ ("_Cancel"));
  adw_toast_set_action_name (toast, "win.cancel-print");
  g_set_weak_pointer (&self->print_toast, toast);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
  atlas_compat_announce (GTK_WIDGET (self), adw_toast_get_title (toast));

  return G_SOURCE_REMOVE;
}

static void
end_making (AtlasWindow *self)
{
  AdwToast *toast = self->print_toast;

  g_clear_handle_id (&self->print_source, g_source_remove);
  g_clear_weak_pointer (&self->print_toast);
  if (toast != NULL)
    adw_toast_dismiss (toast);
  g_clear_object (&self->print_making);
}

/**
 * atlas_window_cancel_print:
 * @self: the window
 *
 * Stops making pages to print, if any are being made.
 */
void
atlas_window_cancel_print (AtlasWindow *self)
{
  g_cancellable_cancel (self->print_making);
  end_making (self);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasReport) report =
      atlas_report_input_make_finish (result, &error);
  AtlasPrintJob *job;
  AtlasWindow *self;

  /* Stopped by the user, or by the window's end; or another is being made. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ATLAS_WINDOW (user_data);
  end_making (self);
  if (report == NULL || atlas_report_get_n_pages (report) == 0)
    {
      atlas_window_toast (self, _ ("There is nothing to print"));
      return;
    }

  job = g_new0 (AtlasPrintJob, 1);
  job->name = g_strdup (gtk_window_get_title (GTK_WINDOW (self)));
  job->n_pages = atlas_report_get_n_pages (report);
  job->get_size = get_page_size;
  job->draw = draw_page;
  job->data = g_steal_pointer (&report);
  job->destroy = unref_report;
  atlas_window_print (self, job);
}

/**
 * atlas_window_print_table:
 * @self: the window
 * @table: the table that is looked at
 *
 * Prints the selected profiles in full, or the tables of all that is shown; or
 * the files with their problems.
 */
void
atlas_window_print_table (AtlasWindow *self, AtlasTable *table)
{
  /* The language, the paper and the colours are those of the report. */
  g_autoptr (AtlasReportSettings) settings = atlas_report_settings_copy (
      atlas_report_settings_of_session (self->session));
  AtlasReportSection section = ATLAS_SECTION_APPENDIX;
  AtlasReportScope scope = ATLAS_REPORT_SCOPE_FILTER;

  if (atlas_table_get_kind (table) == ATLAS_TABLE_PROBLEMS)
    {
      section = ATLAS_SECTION_SOURCES;
      scope = ATLAS_REPORT_SCOPE_ALL;
    }
  else if (atlas_session_get_n_selected (self->session) > 0)
    {
      section = ATLAS_SECTION_CLUSTERS;
      scope = ATLAS_REPORT_SCOPE_SELECTION;
    }
  for (guint i = 0; i < ATLAS_N_REPORT_SECTIONS; i++)
    settings->parts[i].shown = settings->parts[i].section == section;

  atlas_window_cancel_print (self);
  self->print_making = g_cancellable_new ();
  self->print_source = g_timeout_add (SAY_AFTER_MS, on_takes_long, self);
  atlas_report_input_make_async (atlas_report_input_new (self->session, scope),
                                 settings, self->print_making, on_made, self);
}
