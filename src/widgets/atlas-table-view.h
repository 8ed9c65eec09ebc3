/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"
#include "atlas-table-text.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_TABLE_VIEW (atlas_table_view_get_type ())

/**
 * AtlasTableView:
 *
 * A table of the session as a column view, with a footer that says how many
 * rows there are, what they are sorted by and what can be said of the selected
 * ones.
 *
 * Signals:
 *  - `show-source` (GFile file, const char *name, guint line): the user wants
 *    to see where a row was read from
 *  - `export` (gboolean all): the user wants the rows in a file;
 *    atlas_table_foreach_row() gives them
 *  - `row-activated` (GObject item): double click or Enter
 */
G_DECLARE_FINAL_TYPE (AtlasTableView,
                      atlas_table_view,
                      ATLAS,
                      TABLE_VIEW,
                      GtkWidget)

GtkWidget *atlas_table_view_new (AtlasSession *session, AtlasTableKind kind);

AtlasTable *atlas_table_view_get_table (AtlasTableView *self);

GtkColumnView *atlas_table_view_get_column_view (AtlasTableView *self);

const char *atlas_table_view_get_statistics_text (AtlasTableView *self);

G_END_DECLS
