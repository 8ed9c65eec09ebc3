/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-format-private.h"

#include "atlas-gettext.h"
#include <string.h>

/* How estimates are written: with the digits that their width makes sense of.
 */

/* Estimates of this size and more are whole numbers. */
#define WHOLE_FROM 100.0

/* A difference smaller than this is no difference. */
#define EPSILON 1e-9

/* The unit to which both ends of an interval are rounded: a tenth of its width
 * or somewhat more, so that rounding moves neither end by much. */
static double
get_step (AtlasInterval interval)
{
  double width = interval.high - interval.low;
  double size = MAX (fabs (interval.low), fabs (interval.high));
  double step;

  if (size <= 0)
    return 1.0;

  /* Exact whole numbers stay as they are. */
  if (interval.low == interval.high && floor (interval.low) == interval.low)
    return 1.0;

  /* Without a width to go by: three digits. */
  if (isinf (size) || width <= size * 1e-6)
    size = isinf (size) ? fabs (interval.low) / 100.0 : size / 100.0;
  else
    size = width / 5.0;

  if (size <= 0)
    return 1.0;

  step = pow (10.0, floor (log10 (size) + EPSILON));

  /* What is large, or whole at both ends, counts things: no decimals. */
  if ((!isinf (interval.high)
       && MAX (fabs (interval.low), fabs (interval.high)) >= WHOLE_FROM)
      || (floor (interval.low) == interval.low
          && floor (interval.high) == interval.high))
    return MAX (step, 1.0);

  return MAX (step, pow (10.0, -ATLAS_FORMAT_MAX_DECIMALS));
}

static guint
get_decimals (double step)
{
  double digits = ceil (-log10 (step) - EPSILON);

  return digits > 0 ? (guint) MIN (digits, ATLAS_FORMAT_MAX_DECIMALS) : 0;
}

static double
round_to (double value, double step)
{
  return isinf (value) ? value : round (value / step) * step;
}

/* An interval in words; @percent adds the sign. */
static char *
format_interval (const AtlasFormat *format,
                 AtlasInterval interval,
                 double step,
                 gboolean percent)
{
  double low = round_to (interval.low, step);
  double high = round_to (interval.high, step);
  guint decimals = get_decimals (step);
  g_autofree char *from = atlas_format_value (format, low, decimals);
  g_autofree char *to = atlas_format_value (format, high, decimals);
  AtlasFormatScope scope;
  g_autofree char *text = NULL;
  gboolean same = strcmp (from, to) == 0;

  /* the sign stands once, behind the last number */
  if (percent)
    {
      char **last = same || isinf (high) ? &from : &to;
      g_autofree char *plain = g_steal_pointer (last);

      *last = atlas_format_add_percent (format, plain);
    }

  scope = atlas_format_begin (format);
  if (isinf (high))
    /* Translators: an estimate with a lower bound alone, read aloud. */
    text = format->spoken
               ? g_strdup_printf (_ ("at least %s"), from)
               : g_strdup_printf (C_ ("estimate", "\342\211\245 %s"), from);
  else if (same)
    /* Translators: an estimate, read aloud. */
    text = format->spoken
               ? g_strdup_printf (_ ("about %s"), from)
               : g_strdup_printf (C_ ("estimate", "\342\211\210 %s"), from);
  else
    /* Translators: an estimate from one value to another, read aloud. */
    text =
        format->spoken
            ? g_strdup_printf (_ ("about %1$s to %2$s"), from, to)
            : g_strdup_printf (
                C_ ("estimate", "\342\211\210 %1$s\342\200\223%2$s"), from, to);
  atlas_format_end (scope);

  return g_steal_pointer (&text);
}

static char *
explain_unknown (const AtlasFormat *format)
{
  AtlasFormatScope scope = atlas_format_begin (format);
  char *text;

  /* Translators: short for "not available"; the longer one is read aloud. */
  text =
      g_strdup (format->spoken ? _ ("not available") : C_ ("estimate", "n/a"));
  atlas_format_end (scope);

  return text;
}

/**
 * atlas_format_interval:
 * @format: a format
 * @interval: an estimate
 *
 * Both ends are rounded to the digit that their distance makes sense of.
 *
 * Returns: (transfer full): the estimate, such as "≈ 686–704", "≥ 7" where it
 *   has no upper bound, or "n/a"
 */
char *
atlas_format_interval (const AtlasFormat *format, AtlasInterval interval)
{
  g_return_val_if_fail (format != NULL, NULL);

  if (!atlas_interval_is_known (interval))
    return explain_unknown (format);

  return format_interval (format, interval, get_step (interval), FALSE);
}

/**
 * atlas_format_interval_percent:
 * @format: a format
 * @interval: an estimate in percent
 *
 * Whole percents, as in the source; tenths below one percent.
 *
 * Returns: (transfer full): the estimate, such as "≈ 48–49 %", or "n/a"
 */
char *
atlas_format_interval_percent (const AtlasFormat *format,
                               AtlasInterval interval)
{
  double step;

  g_return_val_if_fail (format != NULL, NULL);

  if (!atlas_interval_is_known (interval))
    return explain_unknown (format);

  step = interval.high < 1.0 && interval.high > 0.0 ? 0.1 : 1.0;

  return format_interval (format, interval, step, TRUE);
}

static char *
format_signed (const AtlasFormat *format, double value, double step)
{
  double rounded = round_to (value, step);
  g_autofree char *text =
      atlas_format_value (format, rounded, get_decimals (step));

  return rounded > 0 ? g_strconcat ("+", text, NULL) : g_steal_pointer (&text);
}

/**
 * atlas_format_difference:
 * @format: a format
 * @difference: what can be said of the difference of two values
 * @percent: whether it counts percentage points
 *
 * Returns: (transfer full): the difference with its sign, such as "+3 to +5",
 *   "no difference can be told" where it may be none, or "n/a"
 */
char *
atlas_format_difference (const AtlasFormat *format,
                         AtlasInterval difference,
                         gboolean percent)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *text = NULL;
  AtlasFormatScope scope;
  double step;

  g_return_val_if_fail (format != NULL, NULL);

  if (!atlas_interval_is_known (difference))
    return explain_unknown (format);

  scope = atlas_format_begin (format);

  if (difference.low <= 0 && difference.high >= 0)
    {
      text = g_strdup (_ ("no difference can be told"));
    }
  else
    {
      step = percent ? 1.0 : get_step (difference);
      /* A difference that is there must not be shown as none. */
      while (step > 1e-3
             && (fabs (difference.low) < step / 2
                 || fabs (difference.high) < step / 2))
        step /= 10.0;

      low = format_signed (format, difference.low, step);
      high = format_signed (format, difference.high, step);

      if (strcmp (low, high) == 0)
        text = percent
                   /* Translators: percentage points */
                   ? g_strdup_printf (_ ("%s points"), low)
                   : g_strdup (low);
      else
        text = percent
                   /* Translators: percentage points */
                   ? g_strdup_printf (_ ("%1$s to %2$s points"), low, high)
                   : g_strdup_printf (_ ("%1$s to %2$s"), low, high);
    }

  atlas_format_end (scope);

  return g_steal_pointer (&text);
}
