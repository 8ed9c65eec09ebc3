/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-loaded-file.h"

G_BEGIN_DECLS

/**
 * AtlasFileReader:
 *
 * Reads one file after the other into one buffer. Each worker has its own.
 */
typedef struct _AtlasFileReader AtlasFileReader;

AtlasFileReader *atlas_file_reader_new (void);

void atlas_file_reader_free (AtlasFileReader *self);

AtlasLoadedFile *atlas_file_reader_read (AtlasFileReader *self,
                                         GRefString *folder,
                                         const char *name,
                                         const char *source);

AtlasLoadedFile *atlas_file_reader_read_descriptor (AtlasFileReader *self,
                                                    int descriptor,
                                                    const char *source);

int atlas_open_patiently (const char *path, int flags);

char *atlas_location_build (const char *folder, const char *name);

GFile *atlas_location_to_file (const char *folder, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFileReader, atlas_file_reader_free)

G_END_DECLS
