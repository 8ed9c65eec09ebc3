/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-aliases.h"
#include "atlas-interval.h"
#include "atlas-profile.h"

G_BEGIN_DECLS

/**
 * AtlasHistory:
 * @key: key of the place
 * @first: index into the sorted profiles of its first one
 * @n_profiles: its profiles, one for each edition, the oldest first
 *
 * One cluster through the editions that are open.
 */
typedef struct
{
  char *key;
  gsize first;
  gsize n_profiles;
} AtlasHistory;

/**
 * AtlasEditions:
 *
 * The profiles of a folder as histories of clusters. Immutable.
 */
typedef struct _AtlasEditions AtlasEditions;

/**
 * AtlasEditionState:
 * @ATLAS_EDITION_STAYS: has a profile in both editions, under one name
 * @ATLAS_EDITION_NEW: has none in the edition before
 * @ATLAS_EDITION_GONE: has none in the later one
 * @ATLAS_EDITION_RENAMED: has one in both, under names that an alias joins
 *
 * What became of a cluster between two editions, as far as its profiles are
 * open: one that is not open may still be ranked.
 */
typedef enum
{
  ATLAS_EDITION_STAYS,
  ATLAS_EDITION_NEW,
  ATLAS_EDITION_GONE,
  ATLAS_EDITION_RENAMED,
} AtlasEditionState;

/**
 * AtlasChange:
 * @ATLAS_CHANGE_UNKNOWN: one of the two is not known
 * @ATLAS_CHANGE_NONE: the intervals overlap: nothing can be said
 * @ATLAS_CHANGE_UP: surely larger
 * @ATLAS_CHANGE_DOWN: surely smaller
 */
typedef enum
{
  ATLAS_CHANGE_UNKNOWN,
  ATLAS_CHANGE_NONE,
  ATLAS_CHANGE_UP,
  ATLAS_CHANGE_DOWN,
} AtlasChange;

AtlasEditions *atlas_editions_new (const AtlasProfile *const *profiles,
                                   gsize n_profiles,
                                   const AtlasAliases *aliases);

void atlas_editions_free (AtlasEditions *self);

const guint *atlas_editions_get_years (const AtlasEditions *self, gsize *n);

const AtlasHistory *
atlas_editions_get_histories (const AtlasEditions *self, gsize *n);

const AtlasProfile *atlas_editions_get_profile (const AtlasEditions *self,
                                                const AtlasHistory *history,
                                                guint year);

gboolean atlas_editions_get_state (const AtlasEditions *self,
                                   const AtlasHistory *history,
                                   guint before,
                                   guint after,
                                   AtlasEditionState *state);

AtlasChange atlas_editions_compare (AtlasInterval before, AtlasInterval after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasEditions, atlas_editions_free)

G_END_DECLS
