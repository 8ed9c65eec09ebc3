/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-estimates.h"

/* Rates are printed for each million inhabitants. */
#define PER_MILLION 1e6

/* How many holders the CR3 takes. */
#define N_LEADERS 3

/* The counts of one table, as far as they are known. */
typedef struct
{
  double sum;
  double sum_of_squares;
  double leaders;
  double first;
  double second;
  double smallest;
  guint n;
  gboolean complete;
} Counts;

static Counts
count_entries (const AtlasProfile *profile, AtlasKind kind)
{
  Counts counts = { .complete = profile->n_entries[kind] > 0 };
  guint i;

  for (i = 0; i < profile->n_entries[kind]; i++)
    {
      const AtlasNumber *count = &profile->entries[kind][i].count;

      if (!atlas_number_is_given (count))
        {
          counts.complete = FALSE;
          continue;
        }

      if (i == 0)
        counts.first = count->value;
      if (i == 1)
        counts.second = count->value;
      if (i < N_LEADERS)
        counts.leaders += count->value;
      if (counts.n == 0 || count->value < counts.smallest)
        counts.smallest = count->value;

      counts.sum += count->value;
      counts.sum_of_squares += count->value * count->value;
      counts.n++;
    }

  return counts;
}

/**
 * atlas_estimate_total_from_entry:
 * @entry: a row of a table
 *
 * A share of p percent, rounded to a half unit of h, and a count of c bound
 * the total: 100 c / (p + h) … 100 c / (p - h), without an upper bound where
 * p <= h.
 *
 * Returns: the total as far as this one row tells it
 */
AtlasInterval
atlas_estimate_total_from_entry (const AtlasEntry *entry)
{
  AtlasInterval total;
  double low, high;

  if (!atlas_number_is_given (&entry->count)
      || !atlas_number_get_bounds (&entry->share, &low, &high) || high <= 0)
    return ATLAS_INTERVAL_NONE;

  total.low = 100.0 * entry->count.value / high;
  total.high = low > 0 ? 100.0 * entry->count.value / low : INFINITY;

  return total;
}

/* The rows together; unknown when they contradict each other. */
static AtlasInterval
estimate_total (const AtlasProfile *profile, AtlasKind kind)
{
  AtlasInterval total = ATLAS_INTERVAL_NONE;
  guint i;

  for (i = 0; i < profile->n_entries[kind]; i++)
    {
      AtlasInterval row =
          atlas_estimate_total_from_entry (&profile->entries[kind][i]);
      gboolean known = atlas_interval_is_known (total);

      if (!atlas_interval_is_known (row))
        continue;

      total = atlas_interval_intersect (total, row);
      if (known && !atlas_interval_is_known (total))
        return ATLAS_INTERVAL_NONE;
    }

  return total;
}

static AtlasInterval
number_to_interval (const AtlasNumber *number)
{
  AtlasInterval interval;

  if (!atlas_number_get_bounds (number, &interval.low, &interval.high))
    return ATLAS_INTERVAL_NONE;

  interval.low = MAX (interval.low, 0.0);

  return interval;
}

/* total = inhabitants × rate / 1,000,000, solved for the inhabitants */
static AtlasInterval
estimate_population (AtlasInterval total, AtlasInterval rate)
{
  AtlasInterval population = atlas_interval_divide (total, rate);

  return atlas_interval_scale (population, PER_MILLION, PER_MILLION);
}

/**
 * atlas_estimate_population_from:
 * @profile: a profile
 * @kind: patents or articles
 *
 * The same as atlas_estimates_compute() gives, without all the rest.
 *
 * Returns: the inhabitants as far as the figures of @kind tell them
 */
AtlasInterval
atlas_estimate_population_from (const AtlasProfile *profile, AtlasKind kind)
{
  g_return_val_if_fail (profile != NULL, ATLAS_INTERVAL_NONE);

  return estimate_population (estimate_total (profile, kind),
                              number_to_interval (&profile->per_million[kind]));
}

static AtlasInterval
estimate_joint_total (AtlasInterval total,
                      AtlasInterval population,
                      AtlasInterval rate)
{
  AtlasInterval from_population, joint;

  if (!atlas_interval_is_known (total) || !atlas_interval_is_known (rate))
    return total;

  from_population = atlas_interval_scale (population, rate.low / PER_MILLION,
                                          rate.high / PER_MILLION);
  joint = atlas_interval_intersect (total, from_population);

  return atlas_interval_is_known (joint) ? joint : total;
}

/* Percent that @count is of @total, not above 100. */
static AtlasInterval
percent_of (double count, AtlasInterval total)
{
  AtlasInterval percent;

  if (!atlas_interval_is_known (total))
    return ATLAS_INTERVAL_NONE;

  percent.low = isinf (total.high) ? 0.0 : 100.0 * count / total.high;
  percent.high = total.low > 0 ? 100.0 * count / total.low : 100.0;
  percent.low = MIN (percent.low, 100.0);
  percent.high = MIN (percent.high, 100.0);

  return percent;
}

/* Sum of squares when @rest is packed into holders of at most @size. */
static double
pack_rest (double rest, double size)
{
  double full, left;

  if (rest <= 0 || size <= 0)
    return 0.0;

  full = floor (rest / size);
  left = rest - full * size;

  return full * size * size + left * left;
}

/* Herfindahl-Hirschman index. At least: the rest are holders of one each. At
 * most: the rest are holders of the size of the smallest one named. Both fall
 * as the total grows, so the whole numbers at the ends of the total bound
 * them. */
static AtlasInterval
estimate_hhi (const Counts *counts, AtlasInterval total)
{
  double least = ceil (total.low), most = floor (total.high);
  AtlasInterval hhi;

  if (least > most)
    {
      least = total.low;
      most = total.high;
    }

  least = MAX (least, counts->sum);
  most = MAX (most, counts->sum);
  if (least <= 0)
    return ATLAS_INTERVAL_NONE;

  hhi.high = (counts->sum_of_squares
              + pack_rest (least - counts->sum, counts->smallest))
             / (least * least);
  hhi.low = isinf (most) ? 0.0
                         : (counts->sum_of_squares + (most - counts->sum))
                               / (most * most);
  hhi.high = MIN (hhi.high, 1.0);
  hhi.low = MIN (hhi.low, hhi.high);

  return hhi;
}

static void
estimate_concentration (const AtlasProfile *profile,
                        AtlasKind kind,
                        AtlasEstimates *estimates)
{
  Counts counts = count_entries (profile, kind);
  AtlasInterval total = estimates->total_joint[kind];
  AtlasInterval named;

  if (!counts.complete || !atlas_interval_is_known (total))
    return;

  named = percent_of (counts.sum, total);
  estimates->others[kind] =
      (AtlasInterval){ 100.0 - named.high, 100.0 - named.low };
  estimates->cr1[kind] = percent_of (counts.first, total);
  if (counts.n >= N_LEADERS)
    estimates->cr3[kind] = percent_of (counts.leaders, total);
  if (counts.n >= 2 && counts.second > 0)
    estimates->leader_ratio[kind] =
        (AtlasInterval){ counts.first / counts.second,
                         counts.first / counts.second };
  if (counts.sum > 0)
    {
      estimates->hhi[kind] = estimate_hhi (&counts, total);
      estimates->effective_number[kind] = atlas_interval_divide (
          (AtlasInterval){ 1.0, 1.0 }, estimates->hhi[kind]);
    }
}

static void
forget_all (AtlasEstimates *estimates)
{
  AtlasInterval *intervals = (AtlasInterval *) estimates;
  gsize i;

  for (i = 0; i < sizeof *estimates / sizeof *intervals; i++)
    intervals[i] = ATLAS_INTERVAL_NONE;
}

/**
 * atlas_estimates_compute:
 * @profile: a profile
 * @estimates: (out caller-allocates): where to put the figures
 *
 * Derives all that the printed, rounded values of @profile bound. Totals come
 * from counts and shares; inhabitants from totals and rates, once by patents
 * and once by articles, and from both together; the totals are then tightened
 * once by the inhabitants. Whatever lacks a value it needs, and whatever rests
 * on values that contradict each other, is unknown.
 */
void
atlas_estimates_compute (const AtlasProfile *profile, AtlasEstimates *estimates)
{
  AtlasInterval rate[ATLAS_N_KINDS], by_totals, by_rates;
  guint kind;

  g_return_if_fail (profile != NULL);
  g_return_if_fail (estimates != NULL);

  forget_all (estimates);

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      rate[kind] = number_to_interval (&profile->per_million[kind]);
      estimates->total[kind] = estimate_total (profile, kind);
      estimates->population_from[kind] =
          estimate_population (estimates->total[kind], rate[kind]);
    }

  estimates->population =
      atlas_interval_intersect (estimates->population_from[ATLAS_PATENTS],
                                estimates->population_from[ATLAS_ARTICLES]);

  for (kind = 0; kind < ATLAS_N_KINDS; kind++)
    {
      AtlasInterval share = number_to_interval (&profile->collaboration[kind]);

      estimates->total_joint[kind] = estimate_joint_total (
          estimates->total[kind], estimates->population, rate[kind]);
      estimates->collaborations[kind] = atlas_interval_scale (
          estimates->total_joint[kind], share.low / 100.0, share.high / 100.0);
      estimate_concentration (profile, kind, estimates);
    }

  by_totals = atlas_interval_divide (estimates->total_joint[ATLAS_PATENTS],
                                     estimates->total_joint[ATLAS_ARTICLES]);
  by_rates = atlas_interval_divide (rate[ATLAS_PATENTS], rate[ATLAS_ARTICLES]);
  estimates->patents_per_1000_articles = atlas_interval_scale (
      atlas_interval_intersect (by_totals, by_rates), 1000.0, 1000.0);
}
