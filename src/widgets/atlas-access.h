/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void atlas_access_name_controls (GtkWidget *widget);
void atlas_access_name_table (GtkColumnView *view, const char *name);
char *atlas_access_dup_directed (const char *sentence);
void atlas_access_name_row (GtkWidget *cell, const char *name);
void atlas_access_name_cells (GtkWidget *cell);
void atlas_access_set_tip (GtkWidget *widget, const char *text);

G_END_DECLS
