/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GStrv atlas_draw_program_get_places (const char *folder);

int atlas_draw_program_become (char **argv);

G_END_DECLS
