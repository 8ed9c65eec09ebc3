/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-loaded-file.h"

G_BEGIN_DECLS

AtlasLoadedFile *atlas_loaded_file_new (GRefString *folder,
                                        const char *name,
                                        const char *source,
                                        GPtrArray *profiles,
                                        GPtrArray *problems);

void atlas_loaded_file_parse (const char *data,
                              gsize length,
                              const char *source,
                              GPtrArray *profiles,
                              GPtrArray *problems);

G_END_DECLS
