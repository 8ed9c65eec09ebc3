/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-command.h"

#include <stdio.h>
#include <string.h>

#include "atlas-command-private.h"
#include "atlas-command-words.h"

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

/**
 * atlas_command_help:
 * @argc: number of words
 * @argv: (array length=argc): the command line
 *
 * Tells which commands there are.
 *
 * Returns: an #AtlasExit
 */
int
atlas_command_help (int argc, char **argv)
{
  return fputs (_ (help_text), stdout) < 0 || fflush (stdout) != 0
             ? ATLAS_EXIT_NOTHING
             : ATLAS_EXIT_OK;
}

/**
 * atlas_command_version:
 * @argc: number of words
 * @argv: (array length=argc): the command line
 *
 * Tells the version.
 *
 * Returns: an #AtlasExit
 */
int
atlas_command_version (int argc, char **argv)
{
  return puts ("cluster-atlas " ATLAS_VERSION) < 0 || fflush (stdout) != 0
             ? ATLAS_EXIT_NOTHING
             : ATLAS_EXIT_OK;
}

/**
 * atlas_command_run:
 * @commands: (array length=n_commands): what this program can do
 * @n_commands: number of @commands
 * @argc: number of words
 * @argv: (array length=argc): the command line
 * @status: (out): the exit status, an #AtlasExit
 *
 * Does what the command line asks for, if it is one of @commands. Never opens
 * a display, and must run before setlocale(): what is written is the same in
 * every locale.
 *
 * Returns: whether it was one of them; without, @status is not set
 */
gboolean
atlas_command_run (const AtlasCommand *commands,
                   gsize n_commands,
                   int argc,
                   char **argv,
                   int *status)
{
  gsize i;

  g_return_val_if_fail (commands != NULL, FALSE);
  g_return_val_if_fail (status != NULL, FALSE);

  for (i = 0; argc > 1 && i < n_commands; i++)
    if (strcmp (argv[1], commands[i].word) == 0)
      {
        /* Fontconfig reads the environment and not what setlocale() said: in
         * a Chinese one it finds other fonts for Latin letters. */
        g_setenv ("FC_LANG", "en", TRUE);
        *status = commands[i].run (argc - 1, argv + 1);
        return TRUE;
      }

  return FALSE;
}
