/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-report-window-private.h"

#include <glib/gi18n.h>

#include "atlas-report-input.h"
#include "atlas-report-session.h"

/*
 *   settings, session ── a worker makes ──► AtlasReport ──► preview
 *                                                │
 *                                     the same pages: save, print
 *
 * A change starts the worker anew, after a pause: typing a title must not make
 * a report for each letter. One that takes long shows that it is at work, and
 * can be stopped.
 */

#define PAUSE_MS 150

/* How often the bar moves while pages are made, and after how many of these
 * it is shown: most reports are there before. */
#define PULSE_MS 100
#define PULSES_UNTIL_SHOWN 5

/* The bar is that of saving, which goes before. */
static gboolean
on_pulse (gpointer user_data)
{
  AtlasReportWindow *self = ATLAS_REPORT_WINDOW (user_data);

  self->n_pulses++;
  if (self->saving != NULL || self->n_pulses < PULSES_UNTIL_SHOWN)
    return G_SOURCE_CONTINUE;

  gtk_progress_bar_set_show_text (self->progress_bar, FALSE);
  gtk_progress_bar_pulse (self->progress_bar);
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);

  return G_SOURCE_CONTINUE;
}

static void
end_pulse (AtlasReportWindow *self)
{
  g_clear_handle_id (&self->pulse, g_source_remove);
  self->n_pulses = 0;
  if (self->saving == NULL && self->progress_revealer != NULL)
    gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
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
  atlas_report_window_update_actions (self);
}

static void
on_made (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasReport) report =
      atlas_report_input_make_finish (result, &error);
  AtlasReportWindow *self;

  /* An older one that was stopped says nothing about the newest; or the window
   * is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = ATLAS_REPORT_WINDOW (user_data);
  g_clear_object (&self->making);
  end_pulse (self);
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
  const AtlasReportSettings *settings =
      atlas_report_settings_of_session (self->session);
  g_autoptr (AtlasReportInput) input =
      atlas_report_input_new (self->session, settings->scope);

  self->pause = 0;
  atlas_report_window_stop_making (self);
  self->making = g_cancellable_new ();
  self->pulse = g_timeout_add (PULSE_MS, on_pulse, self);

  offer_clusters (self, input);
  atlas_report_input_make_async (g_steal_pointer (&input), settings,
                                 self->making, on_made, self);
  atlas_report_window_update_actions (self);

  return G_SOURCE_REMOVE;
}

/**
 * atlas_report_window_schedule:
 * @self: a report window
 *
 * Makes the report anew, after a pause.
 */
void
atlas_report_window_schedule (AtlasReportWindow *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, on_pause_over, self);
}

/**
 * atlas_report_window_stop_making:
 * @self: a report window
 *
 * Stops the report that is being made, if there is one.
 */
void
atlas_report_window_stop_making (AtlasReportWindow *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  end_pulse (self);
}

/**
 * atlas_report_window_cancel_making:
 * @self: a report window
 *
 * Stops it because the user said so. Older pages would not be those of the
 * settings, so none are left to be saved; the next change makes a report.
 */
void
atlas_report_window_cancel_making (AtlasReportWindow *self)
{
  if (self->making == NULL)
    return;

  atlas_report_window_stop_making (self);
  show_report (self, NULL);
  gtk_stack_set_visible_child_name (self->stack, "pages");
}
