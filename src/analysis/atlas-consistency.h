/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "atlas-problem.h"
#include "atlas-profile.h"

G_BEGIN_DECLS

/* Appends the problems of one profile: figures that contradict each other. */
void atlas_consistency_check_profile (const AtlasProfile *profile,
                                      GPtrArray *problems);

/* Appends the problems between profiles. @duplicates (nullable) has room for
 * @n_profiles: TRUE for a profile that repeats another one's cluster and
 * edition, and must not be counted. */
void atlas_consistency_check_folder (const AtlasProfile *const *profiles,
                                     gsize n_profiles,
                                     gboolean *duplicates,
                                     GPtrArray *problems);

G_END_DECLS
