/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void atlas_source_window_present (GtkWindow *parent,
                                  GFile *file,
                                  const char *name,
                                  guint line);

G_END_DECLS
