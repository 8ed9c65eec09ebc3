/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-profile.h"

G_BEGIN_DECLS

/**
 * AtlasProfileBuilder:
 *
 * Collects the values of one profile. Strings are copied; passing a length of
 * -1 means nul-terminated. The scalar numbers are set through the public
 * member; lists grow through the functions.
 * atlas_profile_builder_end() makes the immutable profile and clears the
 * builder for the next one.
 */
typedef struct _AtlasProfileBuilder AtlasProfileBuilder;

/* The numbers of a profile that are no lists. */
typedef struct
{
  guint32 part;
  guint32 first_line;
  guint32 last_line;
  AtlasNumber edition;
  AtlasNumber national_rank;
  AtlasNumber national_clusters;
  AtlasNumber top;
  AtlasNumber rank;
  AtlasNumber intensity_rank;
  AtlasNumber per_million[ATLAS_N_KINDS];
  AtlasNumber collaboration[ATLAS_N_KINDS];
} AtlasProfileNumbers;

AtlasProfileBuilder *atlas_profile_builder_new (void);

void atlas_profile_builder_free (AtlasProfileBuilder *self);

AtlasProfileNumbers *
atlas_profile_builder_get_numbers (AtlasProfileBuilder *self);

void atlas_profile_builder_set_source (AtlasProfileBuilder *self,
                                       const char *source);

void atlas_profile_builder_set_cluster (AtlasProfileBuilder *self,
                                        const char *text,
                                        gssize length,
                                        guint32 line);

void atlas_profile_builder_set_economy (AtlasProfileBuilder *self,
                                        const char *text,
                                        gssize length,
                                        guint32 line);

void atlas_profile_builder_set_demonym (AtlasProfileBuilder *self,
                                        const char *text,
                                        gssize length,
                                        guint32 line);

void atlas_profile_builder_add_entry (AtlasProfileBuilder *self,
                                      AtlasKind kind,
                                      const char *name,
                                      gssize length,
                                      const AtlasNumber *rank,
                                      const AtlasNumber *count,
                                      const AtlasNumber *share,
                                      guint32 line);

void atlas_profile_builder_add_field (AtlasProfileBuilder *self,
                                      AtlasKind kind,
                                      const char *name,
                                      gssize length,
                                      const AtlasNumber *share,
                                      guint32 line);

void atlas_profile_builder_add_partner (AtlasProfileBuilder *self,
                                        AtlasKind kind,
                                        const char *name,
                                        gssize length,
                                        guint32 line);

/* A partner that could not be read keeps its place in the order. */
void
atlas_profile_builder_skip_partner (AtlasProfileBuilder *self, AtlasKind kind);

void atlas_profile_builder_add_note (AtlasProfileBuilder *self,
                                     const char *text,
                                     gssize length,
                                     guint32 line);

void atlas_profile_builder_clear (AtlasProfileBuilder *self);

AtlasProfile *atlas_profile_builder_end (AtlasProfileBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasProfileBuilder, atlas_profile_builder_free)

G_END_DECLS
