/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-document.h"

G_BEGIN_DECLS

/**
 * AtlasFilterKind:
 * @ATLAS_FILTER_ECONOMY: the economy is one of the words
 * @ATLAS_FILTER_EDITION: the edition is one of the words, or lies between the
 *   numbers
 * @ATLAS_FILTER_RANK: the world rank lies between the numbers
 * @ATLAS_FILTER_APPLICANT_SHARE: the first applicant's share, in percent, lies
 *   between the numbers
 * @ATLAS_FILTER_PUBLISHER_SHARE: the first publisher's share does
 * @ATLAS_FILTER_PROBLEMS: the profile has problems
 * @ATLAS_FILTER_NAMES: an applicant, publisher or partner has one of the words
 *   in its name
 * @ATLAS_FILTER_ORGANISATION: an applicant or publisher is of one of the kinds
 *   named: "university", "company", "institute", "hospital"
 */
typedef enum
{
  ATLAS_FILTER_ECONOMY,
  ATLAS_FILTER_EDITION,
  ATLAS_FILTER_RANK,
  ATLAS_FILTER_APPLICANT_SHARE,
  ATLAS_FILTER_PUBLISHER_SHARE,
  ATLAS_FILTER_PROBLEMS,
  ATLAS_FILTER_NAMES,
  ATLAS_FILTER_ORGANISATION,
  ATLAS_N_FILTER_KINDS,
} AtlasFilterKind;

#define ATLAS_TYPE_FILTER (atlas_filter_get_type ())

/* One chip: a condition on profiles. Immutable; may be asked by workers. */
G_DECLARE_FINAL_TYPE (AtlasFilter, atlas_filter, ATLAS, FILTER, GObject)

AtlasFilter *
atlas_filter_new_words (AtlasFilterKind kind, const char *const *words);

AtlasFilter *
atlas_filter_new_range (AtlasFilterKind kind, double low, double high);

AtlasFilter *atlas_filter_new_problems (void);

AtlasFilterKind atlas_filter_get_kind (AtlasFilter *self);

const char *const *atlas_filter_get_words (AtlasFilter *self);

void atlas_filter_get_range (AtlasFilter *self, double *low, double *high);

char *atlas_filter_dup_label (AtlasFilter *self);

gboolean atlas_filter_matches (AtlasFilter *self, AtlasDocument *document);

gboolean atlas_filter_equal (AtlasFilter *a, AtlasFilter *b);

GVariant *atlas_filter_to_variant (AtlasFilter *self);

AtlasFilter *atlas_filter_new_from_variant (GVariant *variant);

G_END_DECLS
