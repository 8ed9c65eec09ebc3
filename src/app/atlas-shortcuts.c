/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-shortcuts.h"

#include <glib/gi18n.h>

/* clang-format off */
static const AtlasShortcut shortcuts[] = {
  { N_("Profiles and Projects"), N_("Open a folder"),
    "win.open-folder", { "<Control>o" } },
  { N_("Profiles and Projects"), N_("Open files"),
    "win.open-files", { "<Shift><Control>o" } },
  { N_("Profiles and Projects"), N_("Read the open files again"),
    "win.reload", { "F5", "<Control>r" } },
  { N_("Profiles and Projects"), N_("Save the project"),
    "win.save-project", { "<Control>s" } },
  { N_("Profiles and Projects"), N_("Save the project under another name"),
    "win.save-project-as", { "<Shift><Control>s" } },
  { N_("Profiles and Projects"), N_("New window"),
    "app.new-window", { "<Control>n" } },

  { N_("Looking"), N_("Search"),
    "win.find", { "<Control>f" } },
  { N_("Looking"), N_("Show the profiles"),
    "win.view::profiles", { "<Alt>1" } },
  { N_("Looking"), N_("Show the charts"),
    "win.view::charts", { "<Alt>2" } },
  { N_("Looking"), N_("Show the network"),
    "win.view::network", { "<Alt>3" } },
  { N_("Looking"), N_("Show the problems"),
    "win.view::problems", { "<Alt>4" } },
  { N_("Looking"), N_("Next pane"),
    "win.next-pane", { "F6" } },
  { N_("Looking"), N_("Previous pane"),
    "win.previous-pane", { "<Shift>F6" } },
  { N_("Looking"), N_("Full screen"),
    "win.fullscreen", { "F11" } },

  { N_("Editing"), N_("Undo"),
    "win.undo", { "<Control>z" } },
  { N_("Editing"), N_("Redo"),
    "win.redo", { "<Shift><Control>z", "<Control>y" } },


  { N_("Printing and Exporting"), N_("Print what is shown"),
    "win.print", { "<Control>p" } },
  { N_("Printing and Exporting"), N_("Report"),
    "win.report", { "<Shift><Control>p" } },
  { N_("Printing and Exporting"), N_("Export what is shown"),
    "win.export", { "<Control>e" } },

  { N_("General"), N_("Menu"),
    NULL, { "F10" } },
  { N_("General"), N_("Preferences"),
    "app.preferences", { "<Control>comma" } },
  { N_("General"), N_("Keyboard shortcuts"),
    "app.shortcuts", { "<Control>question" } },
  { N_("General"), N_("Help"),
    "app.help", { "F1" } },
  { N_("General"), N_("Close the window"),
    "window.close", { "<Control>w" } },
  { N_("General"), N_("Quit"),
    "app.quit", { "<Control>q" } },
};
/* clang-format on */

/**
 * atlas_shortcuts_get:
 * @n_shortcuts: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_shortcuts): all keys, those of one
 *   group together
 */
const AtlasShortcut *
atlas_shortcuts_get (gsize *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);

  return shortcuts;
}

/**
 * atlas_shortcuts_bind:
 * @application: the application
 *
 * Makes the keys work in all windows of @application.
 */
void
atlas_shortcuts_bind (GtkApplication *application)
{
  gsize i;

  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL)
      gtk_application_set_accels_for_action (application, shortcuts[i].action,
                                             shortcuts[i].accels);
}
