/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean atlas_panes_move_focus (GtkWindow *window,
                                 GtkWidget *const *areas,
                                 gsize n_areas,
                                 gboolean forward);

G_END_DECLS
