/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-column.h"
#include "atlas-filter-set.h"
#include "atlas-row-set.h"
#include "atlas-selection.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_TABLE (atlas_table_get_type ())

/**
 * AtlasTable:
 *
 * The rows of one table as they are shown: searched, filtered, sorted; a
 * GListModel and a GtkSelectionModel for column views. Rows are made when
 * asked for. Small tables follow at once; large ones are sorted and filtered
 * on a worker and follow when it is done, without ever stopping the main loop.
 *
 * Signals: `order-changed` (sort keys), `layout-changed` (columns shown, their
 * order and widths), `refreshed` (rows are up to date again).
 */
G_DECLARE_FINAL_TYPE (AtlasTable, atlas_table, ATLAS, TABLE, GObject)

AtlasTable *atlas_table_new (AtlasTableKind kind,
                             GListModel *source,
                             AtlasRowPeekFunc peek,
                             AtlasSelection *selection);

AtlasTableKind atlas_table_get_kind (AtlasTable *self);

/* Rows. */

guint atlas_table_get_n_rows (AtlasTable *self);

guint atlas_table_get_n_total (AtlasTable *self);

gboolean atlas_table_get_busy (AtlasTable *self);

void atlas_table_get_row (AtlasTable *self, guint position, AtlasRowData *row);

void atlas_table_get_source_row (AtlasTable *self,
                                 guint position,
                                 AtlasRowData *row);

const AtlasRowData *
atlas_table_get_picked (AtlasTable *self, guint *n_rows, guint *lead);

/* What is done with a row; FALSE ends a walk. */
typedef gboolean (*AtlasRowFunc) (AtlasTable *self,
                                  const AtlasRowData *row,
                                  gpointer user_data);

void atlas_table_foreach_selected (AtlasTable *self,
                                   AtlasRowFunc func,
                                   gpointer user_data);

void atlas_table_get_row_of_item (gpointer item, AtlasRowData *row);

gboolean
atlas_table_find (AtlasTable *self, const AtlasRowData *row, guint *position);

void atlas_table_get_value (AtlasTable *self,
                            const AtlasRowData *row,
                            guint column,
                            AtlasValue *value);

/* Columns, by index into atlas_columns_get(). */

guint atlas_table_get_n_columns (AtlasTable *self);

const AtlasColumn *atlas_table_get_column (AtlasTable *self, guint column);

int atlas_table_find_column (AtlasTable *self, const char *id);

const guint *atlas_table_get_column_order (AtlasTable *self);

void atlas_table_move_column (AtlasTable *self, guint column, guint position);

gboolean atlas_table_get_column_visible (AtlasTable *self, guint column);

void atlas_table_set_column_visible (AtlasTable *self,
                                     guint column,
                                     gboolean visible);

int atlas_table_get_column_width (AtlasTable *self, guint column);

void atlas_table_set_column_width (AtlasTable *self, guint column, int width);

void atlas_table_reset_layout (AtlasTable *self);

GVariant *atlas_table_dup_layout (AtlasTable *self);

void atlas_table_restore_layout (AtlasTable *self, GVariant *layout);

/* Order. */

void atlas_table_sort_by (AtlasTable *self, guint column, gboolean descending);

guint atlas_table_get_n_sort_keys (AtlasTable *self);

guint atlas_table_get_sort_key (AtlasTable *self,
                                guint position,
                                gboolean *descending);

char *atlas_table_dup_order_text (AtlasTable *self);

/* What passes; called by the session. */

void atlas_table_set_search (AtlasTable *self, const char *text);

void atlas_table_set_filters (AtlasTable *self, AtlasFilterSet *filters);

void atlas_table_set_hidden (AtlasTable *self, GHashTable *keys);

void atlas_table_set_pinned (AtlasTable *self, GHashTable *keys);

void atlas_table_set_aliases (AtlasTable *self, AtlasAliases *aliases);

void atlas_table_set_severities (AtlasTable *self,
                                 gboolean errors,
                                 gboolean warnings);

void atlas_table_set_filling (AtlasTable *self, gboolean filling);

void atlas_table_refresh (AtlasTable *self);

G_END_DECLS
