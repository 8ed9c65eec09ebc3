/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-report-private.h"

G_BEGIN_DECLS

/* Whom a cluster names, and who names it, as a figure. */
AtlasBlock *
atlas_ego_new (const AtlasSubject *subject, guint number, double space_before);

void atlas_ego_tighten (AtlasBlock *block, guint number);

/* Whether the partner of that order names the cluster too. */
AtlasLinkAnswer atlas_subject_get_answer (const AtlasSubject *subject,
                                          AtlasKind kind,
                                          guint order);

G_END_DECLS
