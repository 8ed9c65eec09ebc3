/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-report.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_REPORT_PREVIEW (atlas_report_preview_get_type ())

/* The pages of a report below each other, drawn by what prints them. Only
 * those that can be seen are drawn. */
G_DECLARE_FINAL_TYPE (AtlasReportPreview,
                      atlas_report_preview,
                      ATLAS,
                      REPORT_PREVIEW,
                      AdwBin)

GtkWidget *atlas_report_preview_new (void);

/* @report may be NULL. */
void
atlas_report_preview_set_report (AtlasReportPreview *self, AtlasReport *report);

AtlasReport *atlas_report_preview_get_report (AtlasReportPreview *self);

/* 1.0 shows pages at their size. */
void atlas_report_preview_set_zoom (AtlasReportPreview *self, double zoom);

double atlas_report_preview_get_zoom (AtlasReportPreview *self);

/* The page in the middle of what is seen, from 0. */
guint atlas_report_preview_get_current_page (AtlasReportPreview *self);

G_END_DECLS
