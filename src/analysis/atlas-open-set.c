/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-open-set.h"

/**
 * atlas_score_size:
 * @estimates: the figures of a profile
 * @world: the totals of the world
 *
 * The figure that the source ranks clusters by: share of the world's patents
 * plus share of the world's articles (Global Innovation Index, appendix on
 * cluster methodology). Derived from estimates, so only an interval.
 *
 * Returns: the sum of the two shares, 0 to 2; unknown when one is
 */
AtlasInterval
atlas_score_size (const AtlasEstimates *estimates,
                  const AtlasWorldTotals *world)
{
  AtlasInterval share[ATLAS_N_KINDS];
  guint kind;

  g_return_val_if_fail (estimates != NULL, ATLAS_INTERVAL_NONE);
  g_return_val_if_fail (world != NULL, ATLAS_INTERVAL_NONE);

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      double total = world->total[kind];

      if (!(total > 0))
        return ATLAS_INTERVAL_NONE;

      share[kind] = atlas_interval_scale (estimates->total_joint[kind],
                                          1.0 / total, 1.0 / total);
    }

  return atlas_interval_add (share[ATLAS_PATENTS], share[ATLAS_ARTICLES]);
}

/**
 * atlas_score_intensity:
 * @estimates: the figures of a profile
 * @world: the totals of the world
 *
 * The same figure for each inhabitant.
 *
 * Returns: the size score over the population; unknown when one is
 */
AtlasInterval
atlas_score_intensity (const AtlasEstimates *estimates,
                       const AtlasWorldTotals *world)
{
  g_return_val_if_fail (estimates != NULL, ATLAS_INTERVAL_NONE);

  return atlas_interval_divide (atlas_score_size (estimates, world),
                                estimates->population);
}

typedef struct
{
  double value;
  gsize index;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *left = a, *right = b;

  if (left->value != right->value)
    return left->value < right->value ? -1 : 1;

  return left->index < right->index ? -1 : left->index > right->index;
}

/* Number of values in the sorted @values that are below @value. */
static guint
count_below (const double *values, guint n_values, double value)
{
  guint low = 0, high = n_values;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (values[middle] < value)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static const AtlasNumber *
get_rank (const AtlasProfile *profile, gsize offset)
{
  return &G_STRUCT_MEMBER (AtlasNumber, profile, offset);
}

/* Whether the profile takes part: it has a score and a printed rank. */
static gboolean
is_ranked (const AtlasProfile *profile,
           gsize offset,
           const AtlasRankCheck *check)
{
  return atlas_interval_is_known (check->score)
         && atlas_number_is_given (get_rank (profile, offset));
}

/* Positions by score and by printed rank among the profiles of one edition,
 * whose indices are @members. */
static void
check_edition (const AtlasProfile *const *profiles,
               gsize offset,
               const Ranked *members,
               guint n_members,
               AtlasRankCheck *checks)
{
  g_autofree double *lows = g_new (double, n_members);
  g_autofree double *highs = g_new (double, n_members);
  g_autofree double *ranks = g_new (double, n_members);
  guint i;

  for (i = 0; i < n_members; i++)
    {
      gsize index = members[i].index;

      lows[i] = checks[index].score.low;
      highs[i] = checks[index].score.high;
      ranks[i] = get_rank (profiles[index], offset)->value;
    }

  qsort (lows, n_members, sizeof *lows, compare_doubles);
  qsort (highs, n_members, sizeof *highs, compare_doubles);
  qsort (ranks, n_members, sizeof *ranks, compare_doubles);

  for (i = 0; i < n_members; i++)
    {
      AtlasRankCheck *check = &checks[members[i].index];
      double rank = get_rank (profiles[members[i].index], offset)->value;
      double above = nextafter (check->score.high, INFINITY);

      /* Certainly better: those whose least is above our most. */
      check->best = 1 + n_members - count_below (lows, n_members, above);
      /* Certainly worse: those whose most is below our least. */
      check->worst =
          n_members - count_below (highs, n_members, check->score.low);
      check->printed = 1 + count_below (ranks, n_members, rank);
      check->verdict =
          check->printed >= check->best && check->printed <= check->worst
              ? ATLAS_RANK_AGREES
              : ATLAS_RANK_CONTRADICTS;
    }
}

static void
check_ranks (const AtlasProfile *const *profiles,
             gsize n_profiles,
             gsize offset,
             AtlasRankCheck *checks)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (Ranked));
  const Ranked *ranked;
  gsize i;
  guint first, last;

  for (i = 0; i < n_profiles; i++)
    if (is_ranked (profiles[i], offset, &checks[i]))
      {
        Ranked member = { profiles[i]->edition.value, i };

        if (atlas_number_is_given (&profiles[i]->edition))
          g_array_append_val (members, member);
      }

  g_array_sort (members, compare_ranked);
  ranked = (const Ranked *) members->data;

  for (first = 0; first < members->len; first = last)
    {
      for (last = first; last < members->len; last++)
        if (ranked[last].value > ranked[first].value)
          break;

      check_edition (profiles, offset, ranked + first, last - first, checks);
    }
}

/**
 * atlas_rank_check_size:
 * @profiles: (array length=n_profiles): profiles
 * @estimates: (array length=n_profiles): the figures of each
 * @n_profiles: how many
 * @world: the totals of the world
 * @checks: (out caller-allocates) (array length=n_profiles): the results
 *
 * Derives the order by size within each edition and compares it with the
 * printed world ranks. A check on the source, not a rank of its own.
 */
void
atlas_rank_check_size (const AtlasProfile *const *profiles,
                       const AtlasEstimates *estimates,
                       gsize n_profiles,
                       const AtlasWorldTotals *world,
                       AtlasRankCheck *checks)
{
  gsize i;

  for (i = 0; i < n_profiles; i++)
    checks[i] =
        (AtlasRankCheck){ .score = atlas_score_size (&estimates[i], world) };

  check_ranks (profiles, n_profiles, G_STRUCT_OFFSET (AtlasProfile, rank),
               checks);
}

/**
 * atlas_rank_check_intensity:
 * @profiles: (array length=n_profiles): profiles
 * @estimates: (array length=n_profiles): the figures of each
 * @n_profiles: how many
 * @world: the totals of the world
 * @checks: (out caller-allocates) (array length=n_profiles): the results
 *
 * The same as atlas_rank_check_size() for each inhabitant, compared with the
 * printed ranks by intensity.
 */
void
atlas_rank_check_intensity (const AtlasProfile *const *profiles,
                            const AtlasEstimates *estimates,
                            gsize n_profiles,
                            const AtlasWorldTotals *world,
                            AtlasRankCheck *checks)
{
  gsize i;

  for (i = 0; i < n_profiles; i++)
    checks[i] = (AtlasRankCheck){ .score = atlas_score_intensity (&estimates[i],
                                                                  world) };

  check_ranks (profiles, n_profiles,
               G_STRUCT_OFFSET (AtlasProfile, intensity_rank), checks);
}

/**
 * atlas_open_set_add_up:
 * @estimates: (array length=n_profiles): the figures of each profile
 * @n_profiles: how many; of one edition, without duplicates
 * @set: (out caller-allocates): the sums
 *
 * Adds up what is known. A profile whose total is unknown is left out of the
 * sum, and @set says how many are in it. The ratio is taken over the profiles
 * that know both.
 */
void
atlas_open_set_add_up (const AtlasEstimates *estimates,
                       gsize n_profiles,
                       AtlasOpenSet *set)
{
  AtlasInterval both[ATLAS_N_KINDS] = { { 0, 0 }, { 0, 0 } };
  gboolean any = FALSE;
  gsize i;
  guint kind;

  g_return_if_fail (estimates != NULL || n_profiles == 0);
  g_return_if_fail (set != NULL);

  *set = (AtlasOpenSet){ .n_profiles = (guint) n_profiles };

  for (i = 0; i < n_profiles; i++)
    {
      gboolean complete = TRUE;

      for (kind = 0; kind < ATLAS_N_KINDS; kind++)
        if (atlas_interval_is_known (estimates[i].total_joint[kind]))
          {
            set->total[kind] = atlas_interval_add (
                set->total[kind], estimates[i].total_joint[kind]);
            set->n_known[kind]++;
          }
        else
          complete = FALSE;

      for (kind = 0; complete && kind < ATLAS_N_KINDS; kind++)
        both[kind] =
            atlas_interval_add (both[kind], estimates[i].total_joint[kind]);
      any = any || complete;
    }

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    if (set->n_known[kind] == 0)
      set->total[kind] = ATLAS_INTERVAL_NONE;

  set->patents_per_1000_articles =
      any ? atlas_interval_scale (
          atlas_interval_divide (both[ATLAS_PATENTS], both[ATLAS_ARTICLES]),
          1000.0, 1000.0)
          : ATLAS_INTERVAL_NONE;
}

/**
 * atlas_open_set_specialisation:
 * @set: the open set
 * @estimates: the figures of one profile in it
 *
 * Patents per article of the cluster, over patents per article of the open
 * set (Balassa 1965, revealed advantage): above 1 it leans to patents, below 1
 * to articles, more than the set does.
 *
 * Returns: the ratio; unknown when one of the two is
 */
AtlasInterval
atlas_open_set_specialisation (const AtlasOpenSet *set,
                               const AtlasEstimates *estimates)
{
  g_return_val_if_fail (set != NULL, ATLAS_INTERVAL_NONE);
  g_return_val_if_fail (estimates != NULL, ATLAS_INTERVAL_NONE);

  return atlas_interval_divide (estimates->patents_per_1000_articles,
                                set->patents_per_1000_articles);
}
