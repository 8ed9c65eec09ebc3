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

/* Common part; ATLAS_INTERVAL_NONE when there is none. An unknown operand
 * says nothing and gives the other one. */
AtlasInterval atlas_interval_intersect (AtlasInterval a, AtlasInterval b);

gboolean atlas_interval_overlaps (AtlasInterval a, AtlasInterval b);

AtlasInterval
atlas_interval_scale (AtlasInterval interval, double low, double high);

AtlasInterval
atlas_interval_divide (AtlasInterval dividend, AtlasInterval divisor);

AtlasInterval atlas_interval_add (AtlasInterval a, AtlasInterval b);

G_END_DECLS
