/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

/**
 * AtlasInterval:
 * @low: lower bound, NaN when nothing can be said
 * @high: upper bound, INFINITY when there is none
 *
 * A closed interval: all that printed, rounded values allow to say.
 */
typedef struct
{
  double low;
  double high;
} AtlasInterval;

#define ATLAS_INTERVAL_NONE ((AtlasInterval){ NAN, NAN })

static inline gboolean
atlas_interval_is_known (AtlasInterval interval)
{
  return !isnan (interval.low);
}

/* In sight of those who call them: estimates are a handful of these for each
 * of many profiles. */

/**
 * atlas_interval_intersect:
 * @a: an interval
 * @b: another
 *
 * What both allow. An unknown interval says nothing, so the other one is
 * returned.
 *
 * Returns: the common part, or %ATLAS_INTERVAL_NONE when the two do not meet
 */
static inline AtlasInterval
atlas_interval_intersect (AtlasInterval a, AtlasInterval b)
{
  AtlasInterval both;

  if (!atlas_interval_is_known (a))
    return b;
  if (!atlas_interval_is_known (b))
    return a;

  both.low = MAX (a.low, b.low);
  both.high = MIN (a.high, b.high);

  return both.low <= both.high ? both : ATLAS_INTERVAL_NONE;
}

/**
 * atlas_interval_scale:
 * @interval: an interval of values that are not negative
 * @low: smallest factor, not negative
 * @high: largest factor
 *
 * Returns: all products of a value in @interval and a factor
 */
static inline AtlasInterval
atlas_interval_scale (AtlasInterval interval, double low, double high)
{
  if (!atlas_interval_is_known (interval) || isnan (low))
    return ATLAS_INTERVAL_NONE;

  return (AtlasInterval){
    interval.low * low,
    isinf (interval.high) ? INFINITY : interval.high * high,
  };
}

/**
 * atlas_interval_divide:
 * @dividend: an interval of values that are not negative
 * @divisor: another
 *
 * Returns: all quotients; without an upper bound where the divisor may be 0
 */
static inline AtlasInterval
atlas_interval_divide (AtlasInterval dividend, AtlasInterval divisor)
{
  if (!atlas_interval_is_known (dividend) || !atlas_interval_is_known (divisor))
    return ATLAS_INTERVAL_NONE;

  return (AtlasInterval){
    isinf (divisor.high) || divisor.high <= 0 ? 0.0
                                              : dividend.low / divisor.high,
    isinf (dividend.high) || divisor.low <= 0 ? INFINITY
                                              : dividend.high / divisor.low,
  };
}

gboolean atlas_interval_overlaps (AtlasInterval a, AtlasInterval b);

AtlasInterval atlas_interval_add (AtlasInterval a, AtlasInterval b);

G_END_DECLS
