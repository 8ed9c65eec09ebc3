/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-aliases.h"

#include "atlas-fold.h"

struct _AtlasAliases
{
  gatomicrefcount ref_count;
};

/**
 * atlas_aliases_new:
 *
 * Returns: (transfer full): an empty list: every name means itself
 */
AtlasAliases *
atlas_aliases_new (void)
{
  AtlasAliases *self = g_new0 (AtlasAliases, 1);

  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

/**
 * atlas_aliases_ref:
 * @self: a list of aliases
 *
 * Returns: (transfer full): @self
 */
AtlasAliases *
atlas_aliases_ref (AtlasAliases *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atlas_aliases_unref:
 * @self: (transfer full): a list of aliases
 */
void
atlas_aliases_unref (AtlasAliases *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/**
 * atlas_aliases_copy:
 * @self: a list of aliases
 *
 * Returns: (transfer full): a list of its own with the same aliases
 */
AtlasAliases *
atlas_aliases_copy (const AtlasAliases *self)
{
  return atlas_aliases_new ();
}

/**
 * atlas_aliases_dup_place_key:
 * @self: (nullable): a list of aliases
 * @name: name of a place, as printed
 *
 * Returns: (transfer full): the key of the place
 */
char *
atlas_aliases_dup_place_key (const AtlasAliases *self, const char *name)
{
  return atlas_fold_place (name);
}

/**
 * atlas_aliases_get_organisation:
 * @self: (nullable): a list of aliases
 * @cluster: key of the cluster that names it
 * @name: name of an organisation, as printed
 *
 * Returns: (transfer none): the name to show
 */
const char *
atlas_aliases_get_organisation (const AtlasAliases *self,
                                const char *cluster,
                                const char *name)
{
  return name;
}
