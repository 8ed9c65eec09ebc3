/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-row-query.h"
#include "atlas-table-layout.h"
#include "atlas-table.h"

G_BEGIN_DECLS

/* The table is one type in several files: its rows (atlas-table.c), how they
 * follow what changes (atlas-table-follow.c), which of them are selected
 * (atlas-table-selection.c), its columns (atlas-table-columns.c), and what is
 * asked of the rows and in which order they stand (atlas-table-query.c). */

struct _AtlasTable
{
  GObject parent_instance;

  AtlasTableKind kind;
  const AtlasColumn *columns;
  guint n_columns;
  GListModel *source;
  AtlasRowPeekFunc peek;
  AtlasSelection *selection;
  AtlasAliases *aliases;
  AtlasTableLayout *layout;
  AtlasRowQuery query;

  /* What is shown: indices into the rows, in order. */
  AtlasRowSet *rows;
  GArray *order;

  /* How many rows at the start of the source are as in the rows, and whether
   * the order fits the query. */
  guint n_same;
  gboolean source_changed;
  gboolean query_changed;
  gboolean aliases_changed;

  gboolean running;
  gint64 started;
  gint64 took; /* how long the last time took, in microseconds */
  guint rest_id;
  gboolean filling; /* more rows are about to come */

  /* Rows that the user picked here, until something else is selected
   * elsewhere: their items, and the rows themselves. */
  GHashTable *picked;
  GArray *picked_rows;
  guint lead;
  gboolean picking;

  /* Whoever hears that rows changed may select something before all others
   * have heard of the rows; those would be told of rows they do not know. */
  guint n_emitting;
  gboolean selection_waits;
};

static inline const AtlasRowData *
atlas_table_peek_row (AtlasTable *self, guint position)
{
  return atlas_row_set_get_row (self->rows,
                                g_array_index (self->order, guint32, position));
}

/* atlas-table-follow.c */

void atlas_table_emit_items_changed (AtlasTable *self,
                                     guint position,
                                     guint n_removed,
                                     guint n_added);

void atlas_table_source_changed (AtlasTable *self,
                                 guint position,
                                 guint n_removed,
                                 guint n_added,
                                 GListModel *source);

void atlas_table_query_changed (AtlasTable *self);

/* atlas-table-selection.c */

void atlas_table_selection_iface_init (GtkSelectionModelInterface *iface);

void atlas_table_selection_changed (AtlasTable *self);

void atlas_table_emit_selection_changed (AtlasTable *self);

void atlas_table_forget_picked (AtlasTable *self);

/* atlas-table-query.c */

void atlas_table_reset_order (AtlasTable *self);

G_END_DECLS
