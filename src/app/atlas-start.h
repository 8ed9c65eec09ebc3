/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void atlas_start_make_settings (void);
char **atlas_start_hold_icons (void);
void atlas_start_read_icons (const char *const *folders);

G_END_DECLS
