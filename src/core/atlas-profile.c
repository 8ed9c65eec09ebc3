/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-profile.h"

#include <string.h>

#include "atlas-profile-private.h"

static gpointer
copy_boxed (gpointer boxed)
{
  return atlas_profile_ref (boxed);
}

static void
free_boxed (gpointer boxed)
{
  atlas_profile_unref (boxed);
}

G_DEFINE_BOXED_TYPE (AtlasProfile, atlas_profile, copy_boxed, free_boxed)

/**
 * atlas_profile_ref:
 * @profile: a profile
 *
 * May be called from any thread.
 *
 * Returns: (transfer full): the same profile, with one reference more
 */
AtlasProfile *
atlas_profile_ref (const AtlasProfile *profile)
{
  g_return_val_if_fail (profile != NULL, NULL);

  g_atomic_ref_count_inc (&atlas_profile_get_block (profile)->references);

  return (AtlasProfile *) profile;
}

/**
 * atlas_profile_unref:
 * @profile: (transfer full): a profile
 *
 * May be called from any thread. The last reference frees the profile.
 */
void
atlas_profile_unref (AtlasProfile *profile)
{
  AtlasProfileBlock *block;

  g_return_if_fail (profile != NULL);

  block = atlas_profile_get_block (profile);
  if (g_atomic_ref_count_dec (&block->references))
    g_free (block);
}

/**
 * atlas_profile_get_memory:
 * @profile: a profile
 *
 * Returns: how many bytes of memory the whole profile takes
 */
gsize
atlas_profile_get_memory (const AtlasProfile *profile)
{
  g_return_val_if_fail (profile != NULL, 0);

  return atlas_profile_get_block (profile)->size;
}

static gboolean
lists_equal (const AtlasProfile *a, const AtlasProfile *b, AtlasKind kind)
{
  guint32 i;

  if (a->n_entries[kind] != b->n_entries[kind]
      || a->n_fields[kind] != b->n_fields[kind]
      || a->n_partners[kind] != b->n_partners[kind])
    return FALSE;

  for (i = 0; i < a->n_entries[kind]; i++)
    {
      const AtlasEntry *x = &a->entries[kind][i];
      const AtlasEntry *y = &b->entries[kind][i];

      if (g_strcmp0 (x->name, y->name) != 0
          || !atlas_number_equal (&x->rank, &y->rank)
          || !atlas_number_equal (&x->count, &y->count)
          || !atlas_number_equal (&x->share, &y->share))
        return FALSE;
    }

  for (i = 0; i < a->n_fields[kind]; i++)
    {
      const AtlasField *x = &a->fields[kind][i];
      const AtlasField *y = &b->fields[kind][i];

      if (g_strcmp0 (x->name, y->name) != 0
          || !atlas_number_equal (&x->share, &y->share))
        return FALSE;
    }

  for (i = 0; i < a->n_partners[kind]; i++)
    {
      const AtlasPartner *x = &a->partners[kind][i];
      const AtlasPartner *y = &b->partners[kind][i];

      if (strcmp (x->name, y->name) != 0 || x->order != y->order)
        return FALSE;
    }

  return atlas_number_equal (&a->per_million[kind], &b->per_million[kind])
         && atlas_number_equal (&a->collaboration[kind],
                                &b->collaboration[kind]);
}

/**
 * atlas_profile_equal:
 * @a: a profile
 * @b: another
 *
 * Compares every name and value, and the lines that were not understood.
 * Where the two were read from (source, part, lines) does not count.
 *
 * Returns: whether the two say the same
 */
gboolean
atlas_profile_equal (const AtlasProfile *a, const AtlasProfile *b)
{
  guint32 i;

  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  if (g_strcmp0 (a->cluster, b->cluster) != 0
      || g_strcmp0 (a->economy, b->economy) != 0
      || g_strcmp0 (a->demonym, b->demonym) != 0
      || !atlas_number_equal (&a->edition, &b->edition)
      || !atlas_number_equal (&a->national_rank, &b->national_rank)
      || !atlas_number_equal (&a->national_clusters, &b->national_clusters)
      || !atlas_number_equal (&a->top, &b->top)
      || !atlas_number_equal (&a->rank, &b->rank)
      || !atlas_number_equal (&a->intensity_rank, &b->intensity_rank)
      || a->n_notes != b->n_notes)
    return FALSE;

  for (i = 0; i < a->n_notes; i++)
    {
      if (g_strcmp0 (a->notes[i].text, b->notes[i].text) != 0)
        return FALSE;
    }

  return lists_equal (a, b, ATLAS_PATENTS)
         && lists_equal (a, b, ATLAS_ARTICLES);
}

/**
 * atlas_profile_count_partners:
 * @profile: a profile
 * @kind: patents or articles
 *
 * Returns: how many partners the text names, up to the last one that could be
 *   read and with those before it that could not
 */
guint
atlas_profile_count_partners (const AtlasProfile *profile, AtlasKind kind)
{
  guint32 n;

  g_return_val_if_fail (profile != NULL, 0);

  n = profile->n_partners[kind];

  return n > 0 ? profile->partners[kind][n - 1].order : 0;
}

/**
 * atlas_profile_find_partner:
 * @profile: a profile
 * @kind: patents or articles
 * @order: place in the text, from 1
 *
 * Returns: (nullable): the partner named at that place; %NULL where there is
 *   none or it could not be read
 */
const AtlasPartner *
atlas_profile_find_partner (const AtlasProfile *profile,
                            AtlasKind kind,
                            guint order)
{
  guint i;

  g_return_val_if_fail (profile != NULL, NULL);

  for (i = 0; i < profile->n_partners[kind]; i++)
    if (profile->partners[kind][i].order == order)
      return &profile->partners[kind][i];

  return NULL;
}
