/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-editions.h"

#include <stdlib.h>
#include <string.h>

#include "atlas-fold.h"

/* A profile whose edition is known, with the key of its place. */
typedef struct
{
  AtlasProfile *profile;
  char *key;
  guint year;
  gsize index;
} Item;

struct _AtlasEditions
{
  Item *items;
  gsize n_items;
  AtlasHistory *histories;
  gsize n_histories;
  guint *years;
  gsize n_years;
};

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *x = a;
  const Item *y = b;
  int order = strcmp (x->key, y->key);

  if (order == 0)
    order = (x->year > y->year) - (x->year < y->year);
  if (order == 0)
    order = g_strcmp0 (x->profile->source, y->profile->source);
  if (order == 0)
    order = (x->index > y->index) - (x->index < y->index);

  return order;
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  const guint *x = a;
  const guint *y = b;

  return (*x > *y) - (*x < *y);
}

/* A cluster stands once in each edition: the first source is taken. */
static void
drop_duplicates (AtlasEditions *self)
{
  gsize i, n = 0;

  for (i = 0; i < self->n_items; i++)
    {
      Item *item = &self->items[i];

      if (n > 0 && self->items[n - 1].year == item->year
          && strcmp (self->items[n - 1].key, item->key) == 0)
        {
          atlas_profile_unref (item->profile);
          g_free (item->key);
          continue;
        }
      self->items[n++] = *item;
    }
  self->n_items = n;
}

static void
find_histories (AtlasEditions *self)
{
  gsize i;

  self->histories = g_new0 (AtlasHistory, self->n_items);
  for (i = 0; i < self->n_items; i++)
    {
      AtlasHistory *history;

      if (i == 0 || strcmp (self->items[i - 1].key, self->items[i].key) != 0)
        {
          history = &self->histories[self->n_histories++];
          history->key = self->items[i].key;
          history->first = i;
        }
      self->histories[self->n_histories - 1].n_profiles++;
    }
}

static void
find_years (AtlasEditions *self)
{
  gsize i, n = 0;

  self->years = g_new (guint, self->n_items);
  for (i = 0; i < self->n_items; i++)
    self->years[i] = self->items[i].year;
  if (self->n_items > 1)
    qsort (self->years, self->n_items, sizeof (guint), compare_years);

  for (i = 0; i < self->n_items; i++)
    {
      if (n == 0 || self->years[n - 1] != self->years[i])
        self->years[n++] = self->years[i];
    }
  self->n_years = n;
}

/**
 * atlas_editions_new:
 * @profiles: (array length=n_profiles): profiles
 * @n_profiles: how many
 * @aliases: (nullable): names that mean the same
 *
 * Profiles without an edition or a cluster are left out, and all but the
 * first source of a cluster and edition.
 *
 * Returns: (transfer full): the histories of the clusters
 */
AtlasEditions *
atlas_editions_new (const AtlasProfile *const *profiles,
                    gsize n_profiles,
                    const AtlasAliases *aliases)
{
  AtlasEditions *self = g_new0 (AtlasEditions, 1);
  gsize i;

  self->items = g_new0 (Item, n_profiles);
  for (i = 0; i < n_profiles; i++)
    {
      Item *item = &self->items[self->n_items];

      if (profiles[i]->cluster == NULL
          || !atlas_number_is_given (&profiles[i]->edition))
        continue;

      item->profile = atlas_profile_ref (profiles[i]);
      item->key = atlas_aliases_dup_place_key (aliases, profiles[i]->cluster);
      item->year = (guint) profiles[i]->edition.value;
      item->index = i;
      self->n_items++;
    }

  if (self->n_items > 1)
    qsort (self->items, self->n_items, sizeof (Item), compare_items);
  drop_duplicates (self);
  find_histories (self);
  find_years (self);

  return self;
}

/**
 * atlas_editions_free:
 * @self: (transfer full): editions
 */
void
atlas_editions_free (AtlasEditions *self)
{
  gsize i;

  g_return_if_fail (self != NULL);

  for (i = 0; i < self->n_items; i++)
    {
      atlas_profile_unref (self->items[i].profile);
      g_free (self->items[i].key);
    }
  g_free (self->items);
  g_free (self->histories);
  g_free (self->years);
  g_free (self);
}

/**
 * atlas_editions_get_years:
 * @self: editions
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the years, the oldest first
 */
const guint *
atlas_editions_get_years (const AtlasEditions *self, gsize *n)
{
  *n = self->n_years;

  return self->years;
}

/**
 * atlas_editions_get_histories:
 * @self: editions
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the histories, sorted by key
 */
const AtlasHistory *
atlas_editions_get_histories (const AtlasEditions *self, gsize *n)
{
  *n = self->n_histories;

  return self->histories;
}

/**
 * atlas_editions_get_profile:
 * @self: editions
 * @history: a history of @self
 * @year: an edition
 *
 * Returns: (transfer none) (nullable): the profile of that edition
 */
const AtlasProfile *
atlas_editions_get_profile (const AtlasEditions *self,
                            const AtlasHistory *history,
                            guint year)
{
  gsize i;

  for (i = 0; i < history->n_profiles; i++)
    {
      if (self->items[history->first + i].year == year)
        return self->items[history->first + i].profile;
    }

  return NULL;
}

/**
 * atlas_editions_get_state:
 * @self: editions
 * @history: a history of @self
 * @before: the earlier edition
 * @after: the later one
 * @state: (out): what became of the cluster
 *
 * Returns: %FALSE when it has a profile in neither
 */
gboolean
atlas_editions_get_state (const AtlasEditions *self,
                          const AtlasHistory *history,
                          guint before,
                          guint after,
                          AtlasEditionState *state)
{
  const AtlasProfile *old = atlas_editions_get_profile (self, history, before);
  const AtlasProfile *new = atlas_editions_get_profile (self, history, after);
  g_autofree char *old_name = NULL;
  g_autofree char *new_name = NULL;

  if (old == NULL && new == NULL)
    return FALSE;
  if (old == NULL || new == NULL)
    {
      *state = old == NULL ? ATLAS_EDITION_NEW : ATLAS_EDITION_GONE;
      return TRUE;
    }

  old_name = atlas_fold_place (old->cluster);
  new_name = atlas_fold_place (new->cluster);
  *state = strcmp (old_name, new_name) == 0 ? ATLAS_EDITION_STAYS
                                            : ATLAS_EDITION_RENAMED;

  return TRUE;
}

/**
 * atlas_editions_compare:
 * @before: a quantity in the earlier edition
 * @after: the same in the later one
 *
 * Printed values are rounded: a change is one only where the intervals do not
 * overlap.
 *
 * Returns: what can be said for sure
 */
AtlasChange
atlas_editions_compare (AtlasInterval before, AtlasInterval after)
{
  if (!atlas_interval_is_known (before) || !atlas_interval_is_known (after))
    return ATLAS_CHANGE_UNKNOWN;
  if (atlas_interval_overlaps (before, after))
    return ATLAS_CHANGE_NONE;

  return after.low > before.high ? ATLAS_CHANGE_UP : ATLAS_CHANGE_DOWN;
}
