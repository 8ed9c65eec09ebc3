/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-problem.h"
#include "atlas-profile.h"

G_BEGIN_DECLS

gboolean atlas_json_is_likely (const char *data, gsize length);

void atlas_json_read (const char *data,
                      gsize length,
                      const char *source,
                      GPtrArray *profiles,
                      GPtrArray *problems);

G_END_DECLS
