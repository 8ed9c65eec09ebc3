/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-loaded-file.h"

G_BEGIN_DECLS

/**
 * AtlasFileItem:
 * @folder: (nullable): the folder that @name is relative to: a local path, or
 *   a URI; %NULL when @name is a path or a URI itself
 * @name: bytes of the path below @folder
 * @source: (nullable): what to call it; %NULL when that is @name
 * @problem: (nullable): why there is nothing to read
 *
 * Something found in a folder.
 */
typedef struct
{
  GRefString *folder;
  const char *name;
  char *source;
  AtlasProblem *problem;
} AtlasFileItem;

/* Told of what was found, some hundred at a time; the array is handed over.
 * FALSE ends the listing. */
typedef gboolean (*AtlasFoundFunc) (GPtrArray *items, gpointer user_data);

AtlasFileItem *atlas_file_item_new (GRefString *folder,
                                    const char *parent,
                                    const char *member);

void atlas_file_item_free (AtlasFileItem *item);

const char *atlas_file_item_get_source (const AtlasFileItem *item);

int atlas_file_item_compare (const AtlasFileItem *a, const AtlasFileItem *b);

guint atlas_file_list_walk (GFile *const *roots,
                            gsize n_roots,
                            gboolean recurse,
                            AtlasFoundFunc found,
                            gpointer user_data);

gboolean atlas_file_name_is_left_over (const char *name);

gboolean atlas_file_name_is_profile (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFileItem, atlas_file_item_free)

G_END_DECLS
