/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-report-settings.h"
#include "atlas-session.h"

G_BEGIN_DECLS

/* The settings of the report of a session; they live as long as it does. */
AtlasReportSettings *atlas_report_settings_of_session (AtlasSession *session);

GVariant *atlas_report_session_dup_state (AtlasSession *session);

void atlas_report_session_push (AtlasSession *session,
                                GVariant *before,
                                GVariant *after);

G_END_DECLS
