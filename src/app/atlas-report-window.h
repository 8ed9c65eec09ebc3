/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-report-compare.h"
#include "atlas-report-preview.h"
#include "atlas-report-sections.h"
#include "atlas-report-session.h"
#include "atlas-session.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_REPORT_WINDOW (atlas_report_window_get_type ())

/* Where a report is put together, looked at, saved and printed. */
G_DECLARE_FINAL_TYPE (AtlasReportWindow,
                      atlas_report_window,
                      ATLAS,
                      REPORT_WINDOW,
                      AdwWindow)

AtlasReportWindow *atlas_report_window_new (AtlasSession *session);

AtlasReportPreview *atlas_report_window_get_preview (AtlasReportWindow *self);

AtlasReportSections *atlas_report_window_get_sections (AtlasReportWindow *self);

/* Whether a report is being made or saved. */
gboolean atlas_report_window_is_busy (AtlasReportWindow *self);

/* Writes the report that is shown, on a worker, with progress. */
void atlas_report_window_save_async (AtlasReportWindow *self,
                                     GFile *file,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

gboolean atlas_report_window_save_finish (GAsyncResult *result, GError **error);

/* Where the clusters compared are chosen. */
AtlasReportCompare *atlas_report_window_get_compare (AtlasReportWindow *self);

G_END_DECLS
