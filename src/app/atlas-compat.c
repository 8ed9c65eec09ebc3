/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-compat.h"

#include <adwaita.h>
#include <cairo.h>
#include <gmodule.h>
#include <pango/pango.h>

/* The only file that asks for versions: the program is built against the
 * oldest libraries it runs with, and finds the newer abilities at run time. */

/* gtk_accessible_announce () of GTK 4.14. */
typedef void (*AnnounceFunc) (GtkAccessible *accessible,
                              const char *message,
                              int priority);

/**
 * atlas_compat_is_sandboxed:
 *
 * Returns: whether the program runs inside Flatpak, where files are reached
 *   through the portal only
 */
gboolean
atlas_compat_is_sandboxed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/**
 * atlas_compat_dup_build_folder:
 *
 * Where the build puts what the program finds in its data folders once it is
 * installed: settings schema and samples.
 *
 * Returns: (transfer full) (nullable): the folder "data" of the build folder
 *   that the running program stands in; %NULL when it is installed
 */
char *
atlas_compat_dup_build_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = NULL;
  g_autofree char *data = NULL;
  g_autofree char *schemas = NULL;

  if (program == NULL)
    return NULL;

  /* build/src/app/cluster-atlas-draw or build/tests/app/test-window, and
   * build/data/gschemas.compiled. */
  folder = g_path_get_dirname (program);
  data = g_build_filename (folder, "..", "..", "data", NULL);
  schemas = g_build_filename (data, "gschemas.compiled", NULL);
  if (!g_file_test (schemas, G_FILE_TEST_EXISTS))
    return NULL;

  return g_canonicalize_filename (data, NULL);
}

/**
 * atlas_compat_dup_locale_folder:
 *
 * Returns: (transfer full): where the translations are: the folder that the
 *   environment names in ATLAS_LOCALE_DIR, so that a translator can try one;
 *   that of the build, for a program that runs from there; or the installed
 */
char *
atlas_compat_dup_locale_folder (void)
{
  const char *named = g_getenv ("ATLAS_LOCALE_DIR");
  g_autofree char *data = NULL;

  if (named != NULL)
    return g_strdup (named);

  data = atlas_compat_dup_build_folder ();
  if (data != NULL)
    return g_build_filename (data, "..", "po", NULL);

  return g_strdup (ATLAS_LOCALE_DIR);
}

/**
 * atlas_compat_announce:
 * @widget: the widget that the news is about
 * @message: a translated sentence
 *
 * Has a screen reader say @message, where GTK can; elsewhere the message must
 * stand in readable text as well.
 */
void
atlas_compat_announce (GtkWidget *widget, const char *message)
{
  static gsize found = 0;
  static AnnounceFunc announce = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_once_init_enter (&found))
    {
      GModule *self = g_module_open (NULL, G_MODULE_BIND_LAZY);
      gpointer symbol = NULL;

      if (self != NULL
          && g_module_symbol (self, "gtk_accessible_announce", &symbol))
        announce = (AnnounceFunc) symbol;
      g_once_init_leave (&found, 1);
    }

  if (announce != NULL)
    announce (GTK_ACCESSIBLE (widget), message, 1);
}

/* NAME="Debian GNU/Linux" and the like, without a shell's quotes. */
static char *
dup_system_name (void)
{
  g_autofree char *name = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);

  return name != NULL ? g_steal_pointer (&name) : g_strdup ("unknown");
}

static const char *
get_backend (void)
{
  GdkDisplay *display = gdk_display_get_default ();

  return display != NULL ? G_OBJECT_TYPE_NAME (display) : "none";
}

/**
 * atlas_compat_dup_debug_info:
 *
 * Returns: (transfer full): what somebody who looks for a fault wants to know
 *   of this machine, in lines, not translated; nothing of the user's data
 */
char *
atlas_compat_dup_debug_info (void)
{
  g_autofree char *system = dup_system_name ();
  const char *desktop = g_getenv ("XDG_CURRENT_DESKTOP");
  const char *renderer = g_getenv ("GSK_RENDERER");
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *theme = NULL;
  int dpi = 0;

  if (settings != NULL)
    g_object_get (settings, "gtk-theme-name", &theme, "gtk-xft-dpi", &dpi,
                  NULL);

  return g_strdup_printf (
      "Cluster Atlas %s\n"
      "System: %s\n"
      "Sandbox: %s\n"
      "GLib: %u.%u.%u (built with %d.%d.%d)\n"
      "GTK: %u.%u.%u (built with %d.%d.%d)\n"
      "libadwaita: %u.%u.%u (built with %d.%d.%d)\n"
      "cairo: %s\n"
      "Pango: %s\n"
      "Display: %s\n"
      "Renderer: %s\n"
      "Desktop: %s\n"
      "Theme: %s\n"
      "Text: %d dpi\n"
      "Locale: %s\n",
      ATLAS_VERSION, system, atlas_compat_is_sandboxed () ? "Flatpak" : "none",
      glib_major_version, glib_minor_version, glib_micro_version,
      GLIB_MAJOR_VERSION, GLIB_MINOR_VERSION, GLIB_MICRO_VERSION,
      gtk_get_major_version (), gtk_get_minor_version (),
      gtk_get_micro_version (), GTK_MAJOR_VERSION, GTK_MINOR_VERSION,
      GTK_MICRO_VERSION, adw_get_major_version (), adw_get_minor_version (),
      adw_get_micro_version (), ADW_MAJOR_VERSION, ADW_MINOR_VERSION,
      ADW_MICRO_VERSION, cairo_version_string (), pango_version_string (),
      get_backend (), renderer != NULL ? renderer : "default",
      desktop != NULL ? desktop : "unknown", theme != NULL ? theme : "unknown",
      dpi > 0 ? dpi / 1024 : 96,
      pango_language_to_string (gtk_get_default_language ()));
}
