/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-start.h"

#include "atlas-blank-style.h"

/* What GTK would read for nothing while the program starts: together a sixth
 * of the time to the first frame (tests/bench/README.md). */

/**
 * atlas_start_make_settings:
 *
 * Makes GTK's settings without its style. They read it as soon as they are
 * there, and libadwaita throws it away for its own; so it is blank meanwhile.
 * With GTK_THEME libadwaita leaves the style to GTK.
 */
void
atlas_start_make_settings (void)
{
  static const char style[] = "/org/gtk/libgtk/theme/Default/gtk.css";

  if (g_getenv ("GTK_THEME") != NULL
      || !g_resources_get_info (style, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL,
                                NULL))
    return;

  /* What is registered last is found first; GTK's resources, as has just been
   * seen, are registered. */
  atlas_blank_style_register_resource ();
  gtk_settings_get_default ();
  atlas_blank_style_unregister_resource ();
}

/**
 * atlas_start_hold_icons:
 *
 * Lets GTK find no icons, until atlas_start_read_icons(). It starts to read
 * all themes in a thread at once, but each folder that GtkApplication and
 * libadwaita add waits for that and makes it void; in the end the first icon
 * waits for all of them once more.
 *
 * Returns: (transfer full) (nullable): the folders where icons are
 */
char **
atlas_start_hold_icons (void)
{
  static const char *const none[] = { NULL };
  GdkDisplay *display = gdk_display_get_default ();
  GtkIconTheme *icons;
  char **folders;

  if (display == NULL)
    return NULL;

  icons = gtk_icon_theme_get_for_display (display);
  folders = gtk_icon_theme_get_search_path (icons);
  gtk_icon_theme_set_search_path (icons, none);

  return folders;
}

/**
 * atlas_start_read_icons:
 * @folders: (nullable): what atlas_start_hold_icons() returned
 *
 * Lets GTK find icons again, and start to read them in its thread: it does so
 * when it hears of the theme.
 */
void
atlas_start_read_icons (const char *const *folders)
{
  GdkDisplay *display = gdk_display_get_default ();

  if (folders == NULL)
    return;

  gtk_icon_theme_set_search_path (gtk_icon_theme_get_for_display (display),
                                  folders);
  g_object_notify (G_OBJECT (gtk_settings_get_for_display (display)),
                   "gtk-icon-theme-name");
}
