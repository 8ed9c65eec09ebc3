/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-document-store.h"
#include "atlas-row.h"

G_BEGIN_DECLS

/**
 * AtlasRowListKind:
 * @ATLAS_ROW_LIST_APPLICANTS: the rows of the patent tables
 * @ATLAS_ROW_LIST_PUBLISHERS: the rows of the article tables
 * @ATLAS_ROW_LIST_LINKS: the partners named, for patents and for articles
 */
typedef enum
{
  ATLAS_ROW_LIST_APPLICANTS,
  ATLAS_ROW_LIST_PUBLISHERS,
  ATLAS_ROW_LIST_LINKS,
} AtlasRowListKind;

#define ATLAS_TYPE_ROW_LIST (atlas_row_list_get_type ())

/* The rows of all profiles of a store, one after the other: a GListModel of
 * AtlasRow, which are made when asked for. */
G_DECLARE_FINAL_TYPE (AtlasRowList, atlas_row_list, ATLAS, ROW_LIST, GObject)

AtlasRowList *
atlas_row_list_new (AtlasDocumentStore *store, AtlasRowListKind kind);

void
atlas_row_list_peek (AtlasRowList *self, guint position, AtlasRowData *row);

void atlas_row_list_set_marks (AtlasRowList *self, GBytes *marks);

G_END_DECLS
