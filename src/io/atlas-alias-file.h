/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "atlas-aliases.h"
#include "atlas-json.h"

G_BEGIN_DECLS

#define ATLAS_ALIAS_FORMAT "cluster-atlas/aliases"

AtlasAliases *atlas_alias_file_load (GFile *file, GError **error);

AtlasAliases *
atlas_alias_file_from_json (const AtlasJson *root, GError **error);

AtlasAliases *
atlas_alias_file_parse (const char *data, gsize length, GError **error);

char *atlas_alias_file_to_json (const AtlasAliases *aliases);

gboolean atlas_alias_file_save (const AtlasAliases *aliases,
                                GFile *file,
                                GError **error);

G_END_DECLS
