/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-table-view.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PROFILES_VIEW (atlas_profiles_view_get_type ())

/**
 * AtlasProfilesView:
 *
 * The page of the profiles: a chooser for the tables, the filters, the table,
 * and the details of the current profile beside it; in a narrow window one or
 * the other.
 *
 * Signals:
 *  - `export` (AtlasTable table, gboolean all): the user wants rows in a file;
 *    atlas_table_foreach_row() gives them
 */
G_DECLARE_FINAL_TYPE (AtlasProfilesView,
                      atlas_profiles_view,
                      ATLAS,
                      PROFILES_VIEW,
                      GtkWidget)

GtkWidget *atlas_profiles_view_new (AtlasSession *session);

AtlasTableKind atlas_profiles_view_get_kind (AtlasProfilesView *self);

void
atlas_profiles_view_set_kind (AtlasProfilesView *self, AtlasTableKind kind);

AtlasTableView *atlas_profiles_view_get_table_view (AtlasProfilesView *self);

G_END_DECLS
