/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean atlas_compat_is_sandboxed (void);

char *atlas_compat_dup_build_folder (void);

char *atlas_compat_dup_locale_folder (void);

char *atlas_compat_dup_debug_info (void);

void atlas_compat_announce (GtkWidget *widget, const char *message);

G_END_DECLS
