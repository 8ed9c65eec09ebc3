/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_SOURCE_VIEW (atlas_source_view_get_type ())

/* The text of a file with its line numbers and one line marked. Read-only. */
G_DECLARE_FINAL_TYPE (AtlasSourceView,
                      atlas_source_view,
                      ATLAS,
                      SOURCE_VIEW,
                      GtkWidget)

GtkWidget *atlas_source_view_new (void);

void atlas_source_view_show (AtlasSourceView *self, GFile *file, guint line);

guint atlas_source_view_get_line (AtlasSourceView *self);

char *atlas_source_view_dup_marked_text (AtlasSourceView *self);

G_END_DECLS
