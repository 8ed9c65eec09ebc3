/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-report-settings.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_REPORT_SECTIONS (atlas_report_sections_get_type ())

/* Which sections a report has, in which order, and which lie on the long side.
 * The signal `changed` is emitted after each change by the user. */
G_DECLARE_FINAL_TYPE (AtlasReportSections,
                      atlas_report_sections,
                      ATLAS,
                      REPORT_SECTIONS,
                      AdwBin)

void atlas_report_sections_set_parts (AtlasReportSections *self,
                                      const AtlasReportPart *parts);

/* Fills in all of them. */
void atlas_report_sections_get_parts (AtlasReportSections *self,
                                      AtlasReportPart *parts);

/* The switch of the row at @position, for tests. */
GtkCheckButton *
atlas_report_sections_get_check (AtlasReportSections *self, guint position);

void
atlas_report_sections_move (AtlasReportSections *self, guint position, int by);

G_END_DECLS
