/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-filter-set.h"
#include "atlas-row-set.h"

G_BEGIN_DECLS

/* More keys than anyone can follow. */
#define ATLAS_MAX_SORT_KEYS 4

typedef struct
{
  guint column;
  gboolean descending;
} AtlasSortKey;

/**
 * AtlasRowQuery:
 * @keys: what to sort by, the first key first
 * @n_keys: how many keys
 * @words: (nullable): folded words to search for
 * @filters: (nullable): what documents have to pass
 * @hidden: (nullable): set of keys of documents that are not shown
 * @pinned: (nullable): set of keys of documents that come first
 * @errors: whether errors are shown
 * @warnings: whether warnings are shown
 *
 * Which rows are wanted, in which order. Plain data: copied for a worker,
 * compared to see whether anything is to be done.
 */
typedef struct
{
  AtlasSortKey keys[ATLAS_MAX_SORT_KEYS];
  guint n_keys;
  char **words;
  AtlasFilterSet *filters;
  GHashTable *hidden;
  GHashTable *pinned;
  gboolean errors;
  gboolean warnings;
} AtlasRowQuery;

void atlas_row_query_copy (const AtlasRowQuery *self, AtlasRowQuery *copy);

void atlas_row_query_clear (AtlasRowQuery *self);

GArray *atlas_row_query_run (const AtlasRowQuery *self,
                             AtlasRowSet *rows,
                             GArray *before,
                             guint n_same);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasRowQuery, atlas_row_query_clear)

G_END_DECLS
