/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-report.h"

G_BEGIN_DECLS

/* Writes a report as PDF, whole or not at all. */
void atlas_report_save_async (AtlasReport *report,
                              GFile *file,
                              AtlasReportProgressFunc progress,
                              gpointer progress_data,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

gboolean atlas_report_save_finish (GAsyncResult *result, GError **error);

G_END_DECLS
