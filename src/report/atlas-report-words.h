/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-report-private.h"

G_BEGIN_DECLS

/* A printed value, or NULL where there is none. */
char *
atlas_report_dup_number (const AtlasReport *self, const AtlasNumber *number);

char *
atlas_report_dup_share (const AtlasReport *self, const AtlasNumber *number);

/* The same, never NULL. */
char *
atlas_report_dup_value (const AtlasReport *self, const AtlasNumber *number);

/* "17 of 26". */
char *atlas_report_dup_rank_of (const AtlasReport *self,
                                const AtlasNumber *rank,
                                const AtlasNumber *of);

/* An estimate, or NULL where there is none. */
char *
atlas_report_dup_interval (const AtlasReport *self, AtlasInterval interval);

char *
atlas_report_dup_percent (const AtlasReport *self, AtlasInterval interval);

/* An estimate of inhabitants, in millions. */
char *
atlas_report_dup_millions (const AtlasReport *self, AtlasInterval interval);

/* An index from 0 to 1. */
char *atlas_report_dup_index (const AtlasReport *self, AtlasInterval interval);

/* Never NULL. */
const char *atlas_subject_get_cluster (const AtlasSubject *subject);

const char *atlas_subject_get_economy (const AtlasSubject *subject);

const char *atlas_subject_get_entry_name (const AtlasSubject *subject,
                                          const AtlasEntry *entry);

char *atlas_subject_dup_edition (const AtlasSubject *subject);

G_END_DECLS
