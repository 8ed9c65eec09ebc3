/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "atlas-profile.h"

G_BEGIN_DECLS

/**
 * AtlasAliases:
 *
 * The user's list of names that mean the same. An alias holds for places, or
 * for the organisations of one cluster; names of different clusters are never
 * one. Counted; changed only by its owner, copied for workers.
 */
typedef struct _AtlasAliases AtlasAliases;

AtlasAliases *atlas_aliases_new (void);

AtlasAliases *atlas_aliases_ref (AtlasAliases *self);

void atlas_aliases_unref (AtlasAliases *self);

AtlasAliases *atlas_aliases_copy (const AtlasAliases *self);

/* The key that a place of this printed @name has, after folding and aliases.
 * @self may be NULL: folding alone. */
char *atlas_aliases_dup_place_key (const AtlasAliases *self, const char *name);

/* The name to show for an organisation of the cluster with key @cluster. */
const char *atlas_aliases_get_organisation (const AtlasAliases *self,
                                            const char *cluster,
                                            const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasAliases, atlas_aliases_unref)

G_END_DECLS
