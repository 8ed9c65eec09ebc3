/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-problem.h"
#include "atlas-profile.h"

G_BEGIN_DECLS

/* A profile text larger than this is no profile. */
#define ATLAS_TEXT_MAX_BYTES (1024 * 1024)

/* The problems of one profile file, and its profiles. Both arrays own what is
 * in them. */
void atlas_text_parse (const char *data,
                       gsize length,
                       const char *source,
                       GPtrArray *profiles,
                       GPtrArray *problems);

G_END_DECLS
