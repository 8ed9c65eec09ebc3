/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "atlas-application.h"
#include "atlas-command.h"
#include "atlas-compat.h"

int
main (int argc, char **argv)
{
  g_autoptr (AtlasApplication) application = NULL;
  g_autofree char *locale_folder = NULL;

  /* Commands write the same in every locale, and need no display. */
  if (atlas_command_is_command (argc, argv))
    return atlas_command_run (argc, argv);

  setlocale (LC_ALL, "");
  locale_folder = atlas_compat_dup_locale_folder ();
  bindtextdomain (GETTEXT_PACKAGE, locale_folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = atlas_application_new (G_APPLICATION_HANDLES_OPEN);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
