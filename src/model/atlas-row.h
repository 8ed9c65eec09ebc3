/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-document.h"

G_BEGIN_DECLS

/**
 * AtlasRowData:
 * @owner: the object that keeps @item alive: an #AtlasDocument for rows of
 *   profiles
 * @item: what the row tells: an #AtlasProfile, #AtlasEntry, #AtlasPartner …
 * @index: its place in the list it is from, from 0
 * @kind: an #AtlasKind, where there is one list for each
 * @mark: what the list was told of the row, 0 for nothing
 *
 * A row of a table before anyone looks at it. Tables of hundreds of thousands
 * of rows are arrays of these.
 */
typedef struct
{
  GObject *owner;
  gconstpointer item;
  guint32 index;
  guint8 kind;
  guint8 mark;
} AtlasRowData;

#define ATLAS_TYPE_ROW (atlas_row_get_type ())

/* A row that is looked at, as an item of lists. */
G_DECLARE_FINAL_TYPE (AtlasRow, atlas_row, ATLAS, ROW, GObject)

AtlasRow *atlas_row_new (const AtlasRowData *data);

const AtlasRowData *atlas_row_get_data (AtlasRow *self);

/* The document of a row, or NULL when it is not from one. */
AtlasDocument *atlas_row_data_get_document (const AtlasRowData *data);

G_END_DECLS
