/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Folders in folders deeper than this are not followed. */
#define ATLAS_MAX_FOLDER_DEPTH 64

/* A name in a folder, and what it is. The names of a folder stand in one block
 * of memory, one behind the other; how a name begins is at hand for sorting. */
typedef struct
{
  guint64 start;
  gsize name;
  unsigned char type;
} AtlasMember;

/* All that is in a folder. */
typedef struct
{
  GArray *members;
  GString *names;
  int incomplete;
} AtlasContents;

void atlas_contents_init (AtlasContents *self);

void atlas_contents_clear (AtlasContents *self);

gboolean atlas_contents_list (AtlasContents *self, const char *path);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlasContents, atlas_contents_clear)

G_END_DECLS
