/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <sys/prctl.h>

#include "atlas-application.h"
#include "atlas-command.h"
#include "atlas-compat.h"

static const AtlasCommand commands[] = {
  { "chart", atlas_command_chart },
  { "report", atlas_command_report },
};

int
main (int argc, char **argv)
{
  g_autoptr (AtlasApplication) application = NULL;
  g_autofree char *locale_folder = NULL;
  int status = ATLAS_EXIT_OK;

  /* The kernel shows it by the name that it was called by, too. */
  prctl (PR_SET_NAME, "cluster-atlas");

  if (atlas_command_run (commands, G_N_ELEMENTS (commands), argc, argv,
                         &status))
    return status;

  setlocale (LC_ALL, "");
  locale_folder = atlas_compat_dup_locale_folder ();
  bindtextdomain (GETTEXT_PACKAGE, locale_folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = atlas_application_new (G_APPLICATION_HANDLES_OPEN);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
