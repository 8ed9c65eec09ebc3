/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-report.h"
#include "atlas-session.h"

G_BEGIN_DECLS

/**
 * AtlasReportInput:
 *
 * A snapshot of a session for a report: what the user changes later does not
 * change it. May be read on another thread.
 */
typedef struct _AtlasReportInput AtlasReportInput;

AtlasReportInput *
atlas_report_input_new (AtlasSession *session, AtlasReportScope scope);

void atlas_report_input_free (AtlasReportInput *self);

guint atlas_report_input_get_n_profiles (const AtlasReportInput *self);

/* Makes the report on another thread. */
void atlas_report_input_make_async (AtlasReportInput *self,
                                    const AtlasReportSettings *settings,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);

AtlasReport *
atlas_report_input_make_finish (GAsyncResult *result, GError **error);

void atlas_report_input_get_content (const AtlasReportInput *self,
                                     AtlasReportContent *content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReportInput, atlas_report_input_free)

G_END_DECLS
