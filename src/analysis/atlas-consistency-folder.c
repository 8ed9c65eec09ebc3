/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-consistency.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "atlas-fold.h"

/* Whether the profiles of a folder can be true together. Profiles are sorted
 * so that those to be compared are neighbours: the time grows with n log n. */

typedef struct
{
  const AtlasProfile *profile;
  gsize index;
  char *cluster;
  char *economy;
  int edition;
  gboolean duplicate;
} Item;

/* The rank of a profile that two clusters cannot share. */
typedef struct
{
  gsize offset;
  const char *sentence;
} RankInfo;

static const RankInfo ranks[] = {
  { G_STRUCT_OFFSET (AtlasProfile, rank),
    N_ ("“{0}” and “{1}” ({2}) have the same rank {3} in the world.") },
  { G_STRUCT_OFFSET (AtlasProfile, intensity_rank),
    N_ ("“{0}” and “{1}” ({2}) have the same rank {3} by intensity.") },
};

static const AtlasNumber *
get_number (const AtlasProfile *profile, gsize offset)
{
  return (const AtlasNumber *) ((const char *) profile + offset);
}

static int
compare_numbers (const AtlasNumber *a, const AtlasNumber *b)
{
  double x = atlas_number_is_given (a) ? a->value : -1;
  double y = atlas_number_is_given (b) ? b->value : -1;

  return (x > y) - (x < y);
}

/* The order of sources, which does not depend on the order of reading. */
static int
compare_sources (const Item *a, const Item *b)
{
  int order = g_strcmp0 (a->profile->source, b->profile->source);

  if (order == 0)
    order = (a->profile->part > b->profile->part)
            - (a->profile->part < b->profile->part);
  if (order == 0)
    order = (a->index > b->index) - (a->index < b->index);

  return order;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  const Item *x = *(const Item *const *) a;
  const Item *y = *(const Item *const *) b;
  int order = (x->edition > y->edition) - (x->edition < y->edition);

  if (order == 0)
    order = g_strcmp0 (x->cluster, y->cluster);

  return order != 0 ? order : compare_sources (x, y);
}

static int
compare_world (gconstpointer a, gconstpointer b)
{
  const Item *x = *(const Item *const *) a;
  const Item *y = *(const Item *const *) b;
  int order = (x->edition > y->edition) - (x->edition < y->edition);

  if (order == 0)
    order = compare_numbers (&x->profile->rank, &y->profile->rank);

  return order != 0 ? order : compare_sources (x, y);
}

static int
compare_intensity (gconstpointer a, gconstpointer b)
{
  const Item *x = *(const Item *const *) a;
  const Item *y = *(const Item *const *) b;
  int order = (x->edition > y->edition) - (x->edition < y->edition);

  if (order == 0)
    order = compare_numbers (&x->profile->intensity_rank,
                             &y->profile->intensity_rank);

  return order != 0 ? order : compare_sources (x, y);
}

static int
compare_economies (gconstpointer a, gconstpointer b)
{
  const Item *x = *(const Item *const *) a;
  const Item *y = *(const Item *const *) b;
  int order = (x->edition > y->edition) - (x->edition < y->edition);

  if (order == 0)
    order = g_strcmp0 (x->economy, y->economy);

  return order != 0 ? order : compare_world (a, b);
}

static void
sort (Item **items, gsize n, int (*compare) (gconstpointer, gconstpointer))
{
  if (n > 1)
    qsort (items, n, sizeof (Item *), compare);
}

static void
report (const Item *item,
        AtlasProblemCode code,
        guint32 line,
        const char *sentence,
        const char *first,
        const char *second,
        const char *third,
        const char *fourth,
        GPtrArray *problems)
{
  g_ptr_array_add (problems,
                   atlas_problem_new (code, item->profile->source, line,
                                      item->profile->cluster, -1, sentence,
                                      first, second, third, fourth, NULL));
}

/* The same cluster and edition again. */
static void
check_pair (Item *item, const Item *first, GPtrArray *problems)
{
  g_autofree char *edition = g_strdup_printf ("%d", item->edition);
  const char *source =
      first->profile->source != NULL ? first->profile->source : "";

  item->duplicate = TRUE;
  if (atlas_profile_equal (item->profile, first->profile))
    report (item, ATLAS_PROBLEM_DUPLICATE_PROFILE, item->profile->cluster_line,
            N_ ("“{0}”, edition {1}, is also in {2}, with the same figures; "
                "it is not counted twice."),
            item->profile->cluster, edition, source, NULL, problems);
  else
    report (item, ATLAS_PROBLEM_CONFLICTING_PROFILE,
            item->profile->cluster_line,
            N_ ("“{0}”, edition {1}, is also in {2}, with other figures; "
                "both are kept and only the other one is counted."),
            item->profile->cluster, edition, source, NULL, problems);
}

static void
check_keys (Item **items, gsize n, GPtrArray *problems)
{
  gsize first = 0;
  gsize i;

  sort (items, n, compare_keys);
  for (i = 1; i < n; i++)
    {
      if (items[i]->edition != 0 && items[i]->cluster != NULL
          && items[i]->edition == items[first]->edition
          && g_strcmp0 (items[i]->cluster, items[first]->cluster) == 0)
        check_pair (items[i], items[first], problems);
      else
        first = i;
    }
}

/* Neighbours of the same rank. */
static void
check_rank (Item **items, gsize n, const RankInfo *info, GPtrArray *problems)
{
  const Item *first = NULL;
  gsize i;

  for (i = 0; i < n; i++)
    {
      const AtlasNumber *rank = get_number (items[i]->profile, info->offset);
      g_autofree char *text = NULL;

      if (items[i]->duplicate || items[i]->edition == 0
          || !atlas_number_is_given (rank))
        continue;

      if (first == NULL || first->edition != items[i]->edition
          || !atlas_number_equal (get_number (first->profile, info->offset),
                                  rank))
        {
          first = items[i];
          continue;
        }

      text = atlas_number_to_string (rank);
      report (items[i], ATLAS_PROBLEM_FOLDER_INCONSISTENT, rank->line,
              info->sentence, items[i]->profile->cluster,
              first->profile->cluster, first->profile->source, text, problems);
    }
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const double *x = a;
  const double *y = b;

  return (*x > *y) - (*x < *y);
}

/* "Out of N" that most profiles of one economy give; the smaller one of two
 * that are as many. */
static double
find_usual_clusters (Item **items, gsize n)
{
  g_autofree double *values = g_new (double, n);
  double usual = 0;
  gsize n_values = 0;
  gsize best = 0;
  gsize i, run;

  for (i = 0; i < n; i++)
    {
      const AtlasNumber *clusters = &items[i]->profile->national_clusters;

      if (!items[i]->duplicate && atlas_number_is_given (clusters))
        values[n_values++] = clusters->value;
    }
  if (n_values > 1)
    qsort (values, n_values, sizeof (double), compare_values);

  for (i = 0; i < n_values; i += run)
    {
      for (run = 1; i + run < n_values && !(values[i + run] > values[i]); run++)
        ;
      if (run > best)
        {
          best = run;
          usual = values[i];
        }
    }

  return usual;
}

/* The profiles of one economy in one edition, by rank in the world. */
static void
check_economy (Item **items, gsize n, GPtrArray *problems)
{
  double usual = find_usual_clusters (items, n);
  const Item *before = NULL;
  gsize i;

  for (i = 0; i < n; i++)
    {
      const AtlasProfile *profile = items[i]->profile;
      const AtlasNumber *clusters = &profile->national_clusters;
      const AtlasNumber *national = &profile->national_rank;

      if (items[i]->duplicate)
        continue;

      if (atlas_number_is_given (clusters)
          && (clusters->value > usual || clusters->value < usual))
        {
          g_autofree char *found = atlas_number_to_string (clusters);
          g_autofree char *wanted = g_strdup_printf ("%u", (guint) usual);

          report (items[i], ATLAS_PROBLEM_FOLDER_INCONSISTENT, clusters->line,
                  N_ ("“{0}” is one out of {1} clusters of {2}, where the "
                      "other profiles say {3}."),
                  profile->cluster, found, profile->economy, wanted, problems);
        }

      if (!atlas_number_is_given (national)
          || !atlas_number_is_given (&profile->rank))
        continue;

      if (before != NULL
          && national->value <= before->profile->national_rank.value
          && profile->rank.value > before->profile->rank.value)
        report (items[i], ATLAS_PROBLEM_FOLDER_INCONSISTENT, national->line,
                N_ ("“{0}” is behind “{1}” ({2}) in the world, but not "
                    "within {3}."),
                profile->cluster, before->profile->cluster,
                before->profile->source, profile->economy, problems);
      before = items[i];
    }
}

static void
check_economies (Item **items, gsize n, GPtrArray *problems)
{
  gsize first = 0;
  gsize i;

  sort (items, n, compare_economies);
  for (i = 1; i <= n; i++)
    {
      if (i < n && items[i]->edition == items[first]->edition
          && g_strcmp0 (items[i]->economy, items[first]->economy) == 0)
        continue;
      if (items[first]->edition != 0 && items[first]->economy != NULL)
        check_economy (items + first, i - first, problems);
      first = i;
    }
}

static void
fill_item (Item *item, const AtlasProfile *profile, gsize index)
{
  item->profile = profile;
  item->index = index;
  item->cluster =
      profile->cluster != NULL ? atlas_fold_place (profile->cluster) : NULL;
  item->economy =
      profile->economy != NULL ? atlas_fold_place (profile->economy) : NULL;
  item->edition = atlas_number_is_given (&profile->edition)
                      ? (int) profile->edition.value
                      : 0;
  item->duplicate = FALSE;
}

static int
compare_problems (gconstpointer a, gconstpointer b)
{
  return atlas_problem_compare (*(AtlasProblem *const *) a,
                                *(AtlasProblem *const *) b);
}

/**
 * atlas_consistency_check_folder:
 * @profiles: (array length=n_profiles): profiles, in any order
 * @n_profiles: how many
 * @duplicates: (out caller-allocates) (array length=n_profiles) (nullable):
 *   %TRUE for each profile whose cluster and edition another one has already,
 *   in the order of their sources; what is counted leaves it out
 * @problems: (element-type AtlasProblem): array that owns its elements
 *
 * Appends what cannot be true among @profiles: the same cluster and edition
 * twice, two clusters with one rank, a number of clusters that differs within
 * an economy, ranks within an economy in another order than in the world.
 * Profiles of different editions are never compared, nor one whose edition is
 * not known. The problems are the same whatever the order of @profiles.
 */
void
atlas_consistency_check_folder (const AtlasProfile *const *profiles,
                                gsize n_profiles,
                                gboolean *duplicates,
                                GPtrArray *problems)
{
  g_autofree Item *all = g_new (Item, n_profiles);
  g_autofree Item **items = g_new (Item *, n_profiles);
  guint first = problems->len;
  gsize i;

  for (i = 0; i < n_profiles; i++)
    {
      fill_item (&all[i], profiles[i], i);
      items[i] = &all[i];
    }

  check_keys (items, n_profiles, problems);
  sort (items, n_profiles, compare_world);
  check_rank (items, n_profiles, &ranks[0], problems);
  sort (items, n_profiles, compare_intensity);
  check_rank (items, n_profiles, &ranks[1], problems);
  if (n_profiles > 0)
    check_economies (items, n_profiles, problems);

  if (problems->len > first + 1)
    qsort (problems->pdata + first, problems->len - first, sizeof (gpointer),
           compare_problems);

  for (i = 0; i < n_profiles; i++)
    {
      if (duplicates != NULL)
        duplicates[i] = all[i].duplicate;
      g_free (all[i].cluster);
      g_free (all[i].economy);
    }
}
