/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-draw-program.h"

#include <errno.h>
#include <unistd.h>

#include "atlas-command-private.h"
#include "atlas-command-words.h"

/* What draws charts, reports and windows is a program of its own, which nobody
 * has to call: to load what it needs takes longer than to read a thousand
 * profiles, and `check` and `export` do not need it. */
#define NAME "cluster-atlas-draw"

/**
 * atlas_draw_program_get_places:
 * @folder: (nullable): where the running program stands
 *
 * Tells where the program that draws can be: where the build leaves it, beside
 * this one; as far from @folder as it was installed, wherever both were moved
 * to; and where it was installed.
 *
 * Returns: (transfer full): the paths, the most likely first
 */
GStrv
atlas_draw_program_get_places (const char *folder)
{
  g_autoptr (GStrvBuilder) places = g_strv_builder_new ();
  const char *const ways[] = { ".", ATLAS_LIBEXEC_FROM_BIN };
  gsize i;

  for (i = 0; folder != NULL && i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *way = g_build_filename (folder, ways[i], NAME, NULL);
      g_autofree char *path = g_canonicalize_filename (way, NULL);

      g_strv_builder_add (places, path);
    }
  g_strv_builder_add (places, ATLAS_LIBEXEC_DIR G_DIR_SEPARATOR_S NAME);

  return g_strv_builder_end (places);
}

/**
 * atlas_draw_program_become:
 * @argv: (array zero-terminated=1): the command line, with the name that the
 *   program was called by
 *
 * Makes the program that draws of this process, which keeps its number and its
 * name. Without "/proc" only the installed one is found.
 *
 * Returns: an exit status, only when that failed and was told
 */
int
atlas_draw_program_become (char **argv)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = NULL;
  g_auto (GStrv) places = NULL;
  const char *place = NULL;
  int number = ENOENT;
  gsize i;

  g_return_val_if_fail (argv != NULL, ATLAS_EXIT_USAGE);

  if (program != NULL)
    folder = g_path_get_dirname (program);
  places = atlas_draw_program_get_places (folder);
  for (i = 0; places[i] != NULL; i++)
    {
      execv (places[i], argv);
      /* What is there and cannot be started tells more than what is not. */
      if (place == NULL || number == ENOENT)
        {
          place = places[i];
          number = errno;
        }
    }

  atlas_command_say (_ ("a part of the program cannot be started: %s: %s"),
                     place, g_strerror (number));

  return ATLAS_EXIT_NOTHING;
}
