/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-problem.h"
#include "atlas-profile.h"

G_BEGIN_DECLS

/* A JSON file larger than this is no file of profiles. */
#define ATLAS_JSON_MAX_BYTES (64 * 1024 * 1024)

/**
 * AtlasLoadedFile:
 * @source: what to call the file: its path relative to what the user named,
 *   else its URI; valid UTF-8
 * @profiles: (array length=n_profiles): what was read from it, may be none
 * @n_profiles: number of @profiles
 * @problems: (array length=n_problems): what is wrong with it
 * @n_problems: number of @problems
 * @size: bytes of the file, 0 when it could not be opened
 * @modified: nanoseconds since 1970 of the last change, 0 when not known
 * @device: number of the device it is on, 0 when not known
 * @inode: number of the file on its device, 0 when not known
 * @ended: whether the last line of it has its end
 *
 * A file that was read, or a part of a folder that could not be. Immutable and
 * counted; may be handed to another thread. Read the fields, never write them.
 */
typedef struct _AtlasLoadedFile AtlasLoadedFile;

struct _AtlasLoadedFile
{
  const char *source;
  AtlasProfile **profiles;
  AtlasProblem **problems;
  guint n_profiles;
  guint n_problems;
  guint64 size;
  gint64 modified;
  guint64 device;
  guint64 inode;
  gboolean ended;
};

#define ATLAS_TYPE_LOADED_FILE (atlas_loaded_file_get_type ())

GType atlas_loaded_file_get_type (void) G_GNUC_CONST;

AtlasLoadedFile *atlas_loaded_file_new_from_bytes (const char *data,
                                                   gsize length,
                                                   const char *source);

AtlasLoadedFile *atlas_loaded_file_new_from_problem (GRefString *folder,
                                                     const char *name,
                                                     AtlasProblem *problem);

AtlasLoadedFile *atlas_loaded_file_read (GFile *file, const char *source);

AtlasLoadedFile *atlas_loaded_file_ref (AtlasLoadedFile *self);

void atlas_loaded_file_unref (AtlasLoadedFile *self);

GFile *atlas_loaded_file_dup_file (const AtlasLoadedFile *self);

gboolean atlas_loaded_file_has_failed (const AtlasLoadedFile *self);

gboolean atlas_loaded_file_is_partial (const AtlasLoadedFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLoadedFile, atlas_loaded_file_unref)

G_END_DECLS
