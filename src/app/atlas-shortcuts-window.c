/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-shortcuts-window.h"

#include <glib/gi18n.h>

#include "atlas-page-window.h"
#include "atlas-shortcuts.h"

/* "Ctrl+Shift+P", in the language of the user. */
static GtkWidget *
key_new (const char *accel)
{
  GtkWidget *label;
  g_autofree char *text = NULL;
  GdkModifierType modifiers;
  guint key;

  gtk_accelerator_parse (accel, &key, &modifiers);
  text = gtk_accelerator_get_label (key, modifiers);
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "atlas-key");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);

  return label;
}

static GtkWidget *
row_new (const AtlasShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  gsize i;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _ (shortcut->title));
  for (i = 0; shortcut->accels[i] != NULL; i++)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               key_new (shortcut->accels[i]));

  return row;
}

/**
 * atlas_shortcuts_window_new:
 *
 * Lists all keys of the program, made of the very table that binds them.
 *
 * Returns: (transfer none): the window, not shown yet
 */
GtkWindow *
atlas_shortcuts_window_new (void)
{
  AtlasPageWindow *window = atlas_page_window_new (_ ("Keyboard Shortcuts"));
  AdwPreferencesGroup *group = NULL;
  const AtlasShortcut *shortcuts;
  gsize n_shortcuts;
  gsize i;

  shortcuts = atlas_shortcuts_get (&n_shortcuts);
  for (i = 0; i < n_shortcuts; i++)
    {
      if (i == 0 || g_strcmp0 (shortcuts[i].group, shortcuts[i - 1].group) != 0)
        group = atlas_page_window_add_group (window, _ (shortcuts[i].group));
      adw_preferences_group_add (group, row_new (&shortcuts[i]));
    }

  return GTK_WINDOW (window);
}
