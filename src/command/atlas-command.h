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

gboolean atlas_command_is_command (int argc, char **argv);

int atlas_command_run (int argc, char **argv);

G_END_DECLS
