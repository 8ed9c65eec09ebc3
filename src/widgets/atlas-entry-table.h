/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "atlas-session.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_ENTRY_TABLE (atlas_entry_table_get_type ())

/* The applicants or publishers of one profile as a small column view. The
 * signal `line-activated` (guint line) asks for the line of a row. */
G_DECLARE_FINAL_TYPE (AtlasEntryTable,
                      atlas_entry_table,
                      ATLAS,
                      ENTRY_TABLE,
                      GtkWidget)

GtkWidget *atlas_entry_table_new (AtlasSession *session,
                                  AtlasDocument *document,
                                  AtlasKind kind);

G_END_DECLS
