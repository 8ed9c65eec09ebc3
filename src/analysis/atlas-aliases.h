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
 * one. Beside it stands the list of pairs that are never to be suggested.
 * Counted; changed only by its owner, copied for workers.
 */
typedef struct _AtlasAliases AtlasAliases;

/**
 * AtlasAlias:
 * @cluster: (nullable): key of the cluster whose organisation this is; %NULL
 *   for a place
 * @name: the name as it was given
 * @target: the name it means
 *
 * One line of the list.
 */
typedef struct
{
  const char *cluster;
  const char *name;
  const char *target;
} AtlasAlias;

typedef void (*AtlasAliasFunc) (const AtlasAlias *alias, gpointer user_data);

AtlasAliases *atlas_aliases_new (void);

AtlasAliases *atlas_aliases_ref (AtlasAliases *self);

void atlas_aliases_unref (AtlasAliases *self);

AtlasAliases *atlas_aliases_copy (const AtlasAliases *self);

gboolean atlas_aliases_equal (const AtlasAliases *a, const AtlasAliases *b);

/* The key that a place of this printed @name has, after folding and aliases.
 * @self may be NULL: folding alone. */
char *atlas_aliases_dup_place_key (const AtlasAliases *self, const char *name);

/* The name to show for an organisation of the cluster with key @cluster. */
const char *atlas_aliases_get_organisation (const AtlasAliases *self,
                                            const char *cluster,
                                            const char *name);

/* @cluster is the key of a cluster, or NULL for places. Both return whether
 * anything changed. */
gboolean atlas_aliases_add (AtlasAliases *self,
                            const char *cluster,
                            const char *name,
                            const char *target);

gboolean atlas_aliases_remove (AtlasAliases *self,
                               const char *cluster,
                               const char *name);

guint atlas_aliases_get_n_aliases (const AtlasAliases *self);

/* In the same order for the same list, however it came about. */
void atlas_aliases_foreach (const AtlasAliases *self,
                            AtlasAliasFunc func,
                            gpointer user_data);

/* Pairs that are not the same, whatever they look like. */
gboolean atlas_aliases_add_never (AtlasAliases *self,
                                  const char *cluster,
                                  const char *name,
                                  const char *other);

gboolean atlas_aliases_remove_never (AtlasAliases *self,
                                     const char *cluster,
                                     const char *name,
                                     const char *other);

gboolean atlas_aliases_is_never (const AtlasAliases *self,
                                 const char *cluster,
                                 const char *name,
                                 const char *other);

void atlas_aliases_foreach_never (const AtlasAliases *self,
                                  AtlasAliasFunc func,
                                  gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasAliases, atlas_aliases_unref)

G_END_DECLS
