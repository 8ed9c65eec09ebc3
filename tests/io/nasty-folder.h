/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One sound profile in the text form. */
char *nasty_sample_text (const char *cluster);

/* A folder of its own below the temporary folder. */
char *nasty_folder_new (void);

void nasty_write (const char *folder, const char *name, const char *text);

void nasty_folder_remove (char *folder);

G_END_DECLS
