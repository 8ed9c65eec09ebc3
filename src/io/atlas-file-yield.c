/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-file-yield.h"

static guint
count_numbers (const AtlasNumber *numbers, guint n)
{
  guint n_given = 0;
  guint i;

  for (i = 0; i < n; i++)
    n_given += atlas_number_is_given (&numbers[i]);

  return n_given;
}

static guint
count_lists (const AtlasProfile *profile, AtlasKind kind)
{
  guint n = 0;
  guint i;

  for (i = 0; i < profile->n_entries[kind]; i++)
    {
      const AtlasEntry *entry = &profile->entries[kind][i];

      n += entry->name != NULL;
      n += count_numbers (&entry->rank, 1);
      n += count_numbers (&entry->count, 1);
      n += count_numbers (&entry->share, 1);
    }
  for (i = 0; i < profile->n_fields[kind]; i++)
    {
      n += profile->fields[kind][i].name != NULL;
      n += count_numbers (&profile->fields[kind][i].share, 1);
    }
  for (i = 0; i < profile->n_partners[kind]; i++)
    n += profile->partners[kind][i].name != NULL;

  return n;
}

static guint
count_values (const AtlasProfile *profile)
{
  guint n = 0;
  guint kind;

  n += profile->cluster != NULL;
  n += profile->economy != NULL;
  n += profile->demonym != NULL;
  n += count_numbers (&profile->edition, 1);
  n += count_numbers (&profile->national_rank, 1);
  n += count_numbers (&profile->national_clusters, 1);
  n += count_numbers (&profile->top, 1);
  n += count_numbers (&profile->rank, 1);
  n += count_numbers (&profile->intensity_rank, 1);
  n += count_numbers (profile->per_million, ATLAS_N_KINDS);
  n += count_numbers (profile->collaboration, ATLAS_N_KINDS);
  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    n += count_lists (profile, kind);

  return n;
}

/**
 * atlas_file_yield_init:
 * @yield: (out caller-allocates): how much @file gave
 * @file: a file that was read
 */
void
atlas_file_yield_init (AtlasFileYield *yield, const AtlasLoadedFile *file)
{
  guint i;

  g_return_if_fail (yield != NULL);
  g_return_if_fail (file != NULL);

  *yield = (AtlasFileYield){
    .n_problems = file->n_problems,
    .size = file->size,
    .ended = file->ended,
  };
  for (i = 0; i < file->n_profiles; i++)
    yield->n_values += count_values (file->profiles[i]);
}

/**
 * atlas_file_yield_is_less:
 * @now: how much a file gives
 * @before: how much it gave the last time
 *
 * A file that somebody is still writing, or was kept from writing to its end,
 * has fewer values, or something is wrong with it, or it says as much but
 * became shorter or lost the end of its last line. So may a file be that
 * somebody changed on purpose: the user decides.
 *
 * Returns: whether @now may be a part of what there is to read
 */
gboolean
atlas_file_yield_is_less (const AtlasFileYield *now,
                          const AtlasFileYield *before)
{
  g_return_val_if_fail (now != NULL && before != NULL, FALSE);

  if (now->n_problems > before->n_problems)
    return TRUE;
  if (now->n_values != before->n_values)
    return now->n_values < before->n_values;

  return !now->ended && (before->ended || now->size < before->size);
}
