/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-report.h"

/* Profiles for the tests, made up but of the shape of real ones: each has
 * three applicants, publishers and partners. @name_length is how long the
 * names of organisations are, 0 for usual ones. */
GPtrArray *report_samples_new (guint n, guint name_length);

/* The five real profiles of the samples. */
GPtrArray *report_samples_read (void);

/* Nothing but names: all values are missing. */
/* The same with all that a profile can give, of one edition. */
GPtrArray *report_samples_full (guint n, guint edition);

AtlasProfile *report_samples_empty (void);

AtlasReport *report_samples_report (GPtrArray *profiles,
                                    const AtlasReportSettings *settings);
