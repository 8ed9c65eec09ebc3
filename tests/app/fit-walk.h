/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void fit_walk_settle (GtkWidget *root);

void fit_walk_check_window (GtkWidget *root, const char *where);

void
fit_walk_check_popovers (GtkWidget *root, GtkWidget *widget, const char *where);

G_END_DECLS
