/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "atlas-profile.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_REPORT_COMPARE (atlas_report_compare_get_type ())

/* The row where the clusters that a report compares are chosen. Emits
 * "changed" when the user chose others. */
G_DECLARE_FINAL_TYPE (AtlasReportCompare,
                      atlas_report_compare,
                      ATLAS,
                      REPORT_COMPARE,
                      AdwActionRow)

void atlas_report_compare_set_profiles (AtlasReportCompare *self,
                                        const AtlasProfile *const *profiles,
                                        gsize n_profiles);

void atlas_report_compare_set_chosen (AtlasReportCompare *self,
                                      const char *const *names);

char **atlas_report_compare_dup_chosen (AtlasReportCompare *self);

/* As if the user had chosen it, or no more. */
void atlas_report_compare_choose (AtlasReportCompare *self,
                                  const char *name,
                                  gboolean chosen);

G_END_DECLS
