/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-command.h"

#include <stdio.h>
#include <string.h>

#include "atlas-command-private.h"
#include "atlas-command-words.h"

/* A word of the command line and what it does. */
typedef struct
{
  const char *word;
  int (*run) (int argc, char **argv);
} Command;

static int print_help (int argc, char **argv);
static int print_version (int argc, char **argv);

/* clang-format off */
static const Command commands[] = {
  { "check", atlas_command_check },
  { "export", atlas_command_export },
  { "chart", atlas_command_chart },
  { "report", atlas_command_report },
  { "--help", print_help },
  { "-h", print_help },
  { "help", print_help },
  { "--version", print_version },
};
/* clang-format on */

static const char *const help_text = N_ (
    "Usage:\n"
    "  cluster-atlas [PATH...]                   open the window\n"
    "  cluster-atlas check [OPTIONS] PATH...     name what is wrong\n"
    "  cluster-atlas export [OPTIONS] PATH...    write data\n"
    "  cluster-atlas chart [OPTIONS] PATH...     draw one chart\n"
    "  cluster-atlas report [OPTIONS] PATH...    write the report\n"
    "\n"
    "Reads profiles of science and technology clusters. PATH is a profile\n"
    "file, a folder, a project file, or - for the standard input. The\n"
    "commands need no display; each explains itself with --help.\n"
    "\n"
    "Exit status: 0 all loaded and written, 1 some file could not be loaded,\n"
    "2 wrong usage, 3 nothing could be loaded or written.\n");

static int
print_help (int argc, char **argv)
{
  return fputs (_ (help_text), stdout) < 0 || fflush (stdout) != 0
             ? ATLAS_EXIT_NOTHING
             : ATLAS_EXIT_OK;
}

static int
print_version (int argc, char **argv)
{
  return puts ("cluster-atlas " ATLAS_VERSION) < 0 || fflush (stdout) != 0
             ? ATLAS_EXIT_NOTHING
             : ATLAS_EXIT_OK;
}

static const Command *
find_command (int argc, char **argv)
{
  gsize i;

  if (argc < 2)
    return NULL;

  for (i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].word) == 0)
      return &commands[i];

  return NULL;
}

/**
 * atlas_command_is_command:
 * @argc: number of words
 * @argv: (array length=argc): the command line
 *
 * Returns: whether the command line asks for work without a window
 */
gboolean
atlas_command_is_command (int argc, char **argv)
{
  return find_command (argc, argv) != NULL;
}

/**
 * atlas_command_run:
 * @argc: number of words
 * @argv: (array length=argc): the command line
 *
 * Does what the command line asks for. Never opens a display, and must run
 * before setlocale(): what is written is the same in every locale.
 *
 * Returns: the exit status, an #AtlasExit
 */
int
atlas_command_run (int argc, char **argv)
{
  const Command *command = find_command (argc, argv);

  g_return_val_if_fail (command != NULL, ATLAS_EXIT_USAGE);

  /* Fontconfig reads the environment and not what setlocale() said: in a
   * Chinese one it finds other fonts for Latin letters. */
  g_setenv ("FC_LANG", "en", TRUE);

  return command->run (argc - 1, argv + 1);
}
