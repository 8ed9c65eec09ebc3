/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_COLUMN_SORTER (atlas_column_sorter_get_type ())

/* Lets the heading of a column be clicked. The rows are sorted by their table,
 * so this sorter compares nothing; it serves to find out what was clicked. */
G_DECLARE_FINAL_TYPE (AtlasColumnSorter,
                      atlas_column_sorter,
                      ATLAS,
                      COLUMN_SORTER,
                      GtkSorter)

GtkSorter *atlas_column_sorter_new (guint column);

gboolean atlas_column_sorter_find_first (GtkSorter *view_sorter,
                                         guint *column,
                                         gboolean *descending);

G_END_DECLS
