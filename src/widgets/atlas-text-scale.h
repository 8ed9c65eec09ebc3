/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

double atlas_text_scale_get (GtkWidget *widget);
void atlas_text_scale_widen (GtkWindow *window);

G_END_DECLS
