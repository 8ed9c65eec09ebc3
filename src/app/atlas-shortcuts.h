/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AtlasShortcut:
 * @group: untranslated heading it is listed under
 * @title: untranslated words for what it does
 * @action: (nullable): detailed action it stands for; %NULL for keys that the
 *   widgets know by themselves
 * @accels: accelerators, as gtk_accelerator_parse() reads them
 *
 * A key of the program. The one table of them is what the application binds
 * and what the shortcuts window lists.
 */
typedef struct
{
  const char *group;
  const char *title;
  const char *action;
  const char *accels[3];
} AtlasShortcut;

const AtlasShortcut *atlas_shortcuts_get (gsize *n_shortcuts);

void atlas_shortcuts_bind (GtkApplication *application);

G_END_DECLS
