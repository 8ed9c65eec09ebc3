/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-interval.h"

/**
 * atlas_interval_overlaps:
 * @a: an interval
 * @b: another
 *
 * Returns: whether some value lies in both; %FALSE when one is unknown
 */
gboolean
atlas_interval_overlaps (AtlasInterval a, AtlasInterval b)
{
  if (!atlas_interval_is_known (a) || !atlas_interval_is_known (b))
    return FALSE;

  return a.low <= b.high && b.low <= a.high;
}

/**
 * atlas_interval_add:
 * @a: an interval
 * @b: another
 *
 * Returns: all sums; unknown when one of the two is
 */
AtlasInterval
atlas_interval_add (AtlasInterval a, AtlasInterval b)
{
  if (!atlas_interval_is_known (a) || !atlas_interval_is_known (b))
    return ATLAS_INTERVAL_NONE;

  return (AtlasInterval){ a.low + b.low, a.high + b.high };
}
