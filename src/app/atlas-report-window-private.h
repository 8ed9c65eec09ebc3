/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-report-window.h"

G_BEGIN_DECLS

/*
 *   atlas-report-window.c         fields and pages
 *   atlas-report-window-fold.c    beside or below each other
 *   atlas-report-window-making.c  the fields become pages
 *   atlas-report-window-output.c  saving and printing what is shown
 *   atlas-report-session.c        the settings of a session, undone by name
 *   atlas-report-save.c           a report becomes a file
 */

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
  GtkPaned *panes;
  GtkWidget *zoom_out_button;
  GtkWidget *zoom_in_button;

  AtlasSession *session;
  GCancellable *making;
  GCancellable *saving;
  guint pause;
  guint pulse;
  guint n_pulses;
  gboolean filling;
  gboolean narrow;
  int wide_minimum;
  GVariant *shown; /* the settings that the fields show */
};

void atlas_report_window_update_actions (AtlasReportWindow *self);

void atlas_report_window_fold (AtlasReportWindow *self);

void atlas_report_window_schedule (AtlasReportWindow *self);

void atlas_report_window_stop_making (AtlasReportWindow *self);

void atlas_report_window_cancel_making (AtlasReportWindow *self);

/* Its actions. */
void atlas_report_window_save (GtkWidget *widget,
                               const char *action,
                               GVariant *parameter);

void atlas_report_window_cancel (GtkWidget *widget,
                                 const char *action,
                                 GVariant *parameter);

void atlas_report_window_print (GtkWidget *widget,
                                const char *action,
                                GVariant *parameter);

G_END_DECLS
