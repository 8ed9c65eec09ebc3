/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-column.h"

G_BEGIN_DECLS

/* Fills in a row of a list that a table shows. */
typedef void (*AtlasRowPeekFunc) (GListModel *source,
                                  guint position,
                                  AtlasRowData *row);

/**
 * AtlasRowSet:
 *
 * All rows of a table at one moment, with what sorting and searching them
 * needs: a stored key for each row and column that was sorted by, and the
 * folded text of each row once something was searched. Counted. Its rows never
 * change; its keys and texts are made by whoever runs the one query of the
 * moment.
 */
typedef struct _AtlasRowSet AtlasRowSet;

AtlasRowSet *atlas_row_set_new (AtlasTableKind kind,
                                GListModel *source,
                                AtlasRowPeekFunc peek,
                                const AtlasAliases *aliases,
                                AtlasRowSet *before,
                                guint n_same);

AtlasRowSet *atlas_row_set_ref (AtlasRowSet *self);

void atlas_row_set_unref (AtlasRowSet *self);

guint atlas_row_set_get_n_rows (const AtlasRowSet *self);

const AtlasRowData *atlas_row_set_get_row (const AtlasRowSet *self, guint row);

void atlas_row_set_prepare_column (AtlasRowSet *self, guint column);

int atlas_row_set_compare (const AtlasRowSet *self,
                           guint column,
                           gboolean descending,
                           guint a,
                           guint b);

void atlas_row_set_prepare_search (AtlasRowSet *self);

gboolean atlas_row_set_matches (const AtlasRowSet *self,
                                guint row,
                                const char *const *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRowSet, atlas_row_set_unref)

G_END_DECLS
