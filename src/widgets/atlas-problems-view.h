/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-table-view.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PROBLEMS_VIEW (atlas_problems_view_get_type ())

/**
 * AtlasProblemsView:
 *
 * The page of the problems: errors and warnings as a table, and below it the
 * file with the line of the selected one marked.
 *
 * Signals:
 *  - `export` (AtlasTable table, gboolean all): the user wants rows in a file
 */
G_DECLARE_FINAL_TYPE (AtlasProblemsView,
                      atlas_problems_view,
                      ATLAS,
                      PROBLEMS_VIEW,
                      GtkWidget)

GtkWidget *atlas_problems_view_new (AtlasSession *session);

AtlasTableView *atlas_problems_view_get_table_view (AtlasProblemsView *self);

G_END_DECLS
