/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a command ends with. */
typedef enum
{
  ATLAS_EXIT_OK = 0,
  ATLAS_EXIT_SOME_FAILED = 1,
  ATLAS_EXIT_USAGE = 2,
  ATLAS_EXIT_NOTHING = 3,
} AtlasExit;

/**
 * AtlasCommand:
 * @word: the first word of the command line
 * @run: what it does, with that word as its name; an #AtlasExit
 *
 * A word of the command line and what it does.
 */
typedef struct
{
  const char *word;
  int (*run) (int argc, char **argv);
} AtlasCommand;

gboolean atlas_command_run (const AtlasCommand *commands,
                            gsize n_commands,
                            int argc,
                            char **argv,
                            int *status);

int atlas_command_check (int argc, char **argv);

int atlas_command_export (int argc, char **argv);

int atlas_command_chart (int argc, char **argv);

int atlas_command_report (int argc, char **argv);

int atlas_command_help (int argc, char **argv);

int atlas_command_version (int argc, char **argv);

G_END_DECLS
