/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-loaded-file.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_LOADER (atlas_loader_get_type ())

G_DECLARE_FINAL_TYPE (AtlasLoader, atlas_loader, ATLAS, LOADER, GObject)

AtlasLoader *atlas_loader_new (void);

void atlas_loader_start (AtlasLoader *self,
                         GFile *const *roots,
                         gsize n_roots,
                         gboolean recurse,
                         guint n_jobs);

void atlas_loader_cancel (AtlasLoader *self);

gboolean atlas_loader_get_loading (AtlasLoader *self);

guint atlas_loader_get_n_found (AtlasLoader *self);

guint atlas_loader_get_n_done (AtlasLoader *self);

gboolean atlas_loader_get_total_known (AtlasLoader *self);

guint atlas_loader_get_n_skipped (AtlasLoader *self);

void atlas_loader_set_patience (AtlasLoader *self, guint milliseconds);

G_END_DECLS
