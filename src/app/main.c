/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-command.h"
#include "atlas-draw-program.h"

/* What needs no libraries to draw with; see draw-main.c for the rest. */
/* clang-format off */
static const AtlasCommand commands[] = {
  { "check", atlas_command_check },
  { "export", atlas_command_export },
  { "--help", atlas_command_help },
  { "-h", atlas_command_help },
  { "help", atlas_command_help },
  { "--version", atlas_command_version },
};
/* clang-format on */

int
main (int argc, char **argv)
{
  int status = ATLAS_EXIT_OK;

  if (atlas_command_run (commands, G_N_ELEMENTS (commands), argc, argv,
                         &status))
    return status;

  return atlas_draw_program_become (argv);
}
