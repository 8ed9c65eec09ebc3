/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean atlas_columns_are_mirrored (void);
guint atlas_columns_get_position (guint number, guint n_columns);
void atlas_columns_prepare (GtkColumnView *view);
void atlas_columns_append (GtkColumnView *view, GtkColumnViewColumn *column);
void atlas_columns_fill_view (GtkColumnView *view);
int atlas_columns_fit_heading (GtkWidget *view, const char *heading, int width);
void atlas_columns_set_text (GtkInscription *inscription, const char *text);

G_END_DECLS
