/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-scale.h"

#include <math.h>

#define EPSILON 1e-9

/* Round steps within one power of ten. */
static const double steps[] = { 1.0, 2.0, 2.5, 5.0, 10.0 };

/* Ticks within one power of ten of a logarithmic scale, from few to many. */
static const struct
{
  guint n;
  double ticks[5];
} log_ticks[] = {
  { 1, { 1.0 } },
  { 2, { 1.0, 3.0 } },
  { 3, { 1.0, 2.0, 5.0 } },
  { 5, { 1.0, 2.0, 3.0, 5.0, 7.0 } },
};

static double
find_step (double range, guint n_ticks)
{
  double rough = range / MAX (n_ticks, 1);
  double power = pow (10.0, floor (log10 (rough) + EPSILON));
  guint i;

  for (i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i] * power >= rough * (1.0 - EPSILON))
        return steps[i] * power;
    }

  return 10.0 * power;
}

static guint
count_decimals (double step)
{
  guint decimals = 0;

  while (decimals < 6 && fabs (step - round (step)) > EPSILON * MAX (1.0, step))
    {
      step *= 10.0;
      decimals++;
    }

  return decimals;
}

static void
fill_linear (AtlasScale *scale, double step)
{
  guint i;

  scale->logarithmic = FALSE;
  scale->decimals = count_decimals (step);
  scale->n_ticks = 0;
  for (i = 0; i < ATLAS_SCALE_MAX_TICKS; i++)
    {
      double tick = scale->low + step * i;

      if (tick > scale->high + step * EPSILON)
        break;
      scale->ticks[scale->n_ticks++] = tick;
    }
}

/**
 * atlas_scale_init_from_zero:
 * @scale: (out caller-allocates): a scale to fill in
 * @highest: the highest value, 0 or more
 * @n_ticks: about how many steps
 *
 * Makes a scale from zero to the first round value at or above @highest.
 */
void
atlas_scale_init_from_zero (AtlasScale *scale, double highest, guint n_ticks)
{
  double step;

  g_return_if_fail (scale != NULL);

  if (!isfinite (highest) || highest <= 0)
    highest = 1.0;

  step = find_step (highest, n_ticks);
  scale->low = 0.0;
  scale->high = ceil (highest / step - EPSILON) * step;
  fill_linear (scale, step);
}

/**
 * atlas_scale_init_linear:
 * @scale: (out caller-allocates): a scale to fill in
 * @lowest: the lowest value
 * @highest: the highest value
 * @n_ticks: about how many steps
 *
 * Makes a scale between the round values around the two; it need not hold
 * zero.
 */
void
atlas_scale_init_linear (AtlasScale *scale,
                         double lowest,
                         double highest,
                         guint n_ticks)
{
  double step;

  g_return_if_fail (scale != NULL);

  if (!isfinite (lowest) || !isfinite (highest))
    lowest = highest = 0.0;
  if (highest - lowest <= fabs (highest) * EPSILON)
    {
      double margin = MAX (fabs (highest) * 0.1, 1.0);

      lowest -= margin;
      highest += margin;
    }

  step = find_step (highest - lowest, n_ticks);
  scale->low = floor (lowest / step + EPSILON) * step;
  scale->high = ceil (highest / step - EPSILON) * step;
  fill_linear (scale, step);
}

static guint
collect_log_ticks (AtlasScale *scale, guint density)
{
  int power, first = (int) floor (log10 (scale->low) + EPSILON);
  int last = (int) ceil (log10 (scale->high) - EPSILON);
  guint i, n = 0;

  for (power = first; power <= last; power++)
    {
      for (i = 0; i < log_ticks[density].n; i++)
        {
          double tick = log_ticks[density].ticks[i] * pow (10.0, power);

          if (tick < scale->low * (1 - EPSILON)
              || tick > scale->high * (1 + EPSILON))
            continue;
          if (n == ATLAS_SCALE_MAX_TICKS)
            return n;
          scale->ticks[n++] = tick;
        }
    }

  return n;
}

/* The round value at or beyond @value, among 1, 1.5, 2, 3, 5 and 7. */
static double
round_out (double value, gboolean up)
{
  static const double rounds[] = { 1.0, 1.5, 2.0, 3.0, 5.0, 7.0, 10.0 };
  double power = pow (10.0, floor (log10 (value) + EPSILON));
  guint i, n = G_N_ELEMENTS (rounds);

  for (i = 0; i < n; i++)
    {
      double above = rounds[i] * power;
      double below = rounds[n - 1 - i] * power;

      if (up && above >= value * (1 - EPSILON))
        return above;
      if (!up && below <= value * (1 + EPSILON))
        return below;
    }

  return value;
}

/**
 * atlas_scale_init_log:
 * @scale: (out caller-allocates): a scale to fill in
 * @lowest: the lowest value, above zero
 * @highest: the highest value
 *
 * Makes a logarithmic scale between the round values around the two.
 */
void
atlas_scale_init_log (AtlasScale *scale, double lowest, double highest)
{
  guint density = 0;

  g_return_if_fail (scale != NULL);

  if (!isfinite (lowest) || lowest <= 0)
    lowest = 1.0;
  if (!isfinite (highest) || highest < lowest)
    highest = lowest;

  scale->logarithmic = TRUE;
  scale->low = round_out (lowest, FALSE);
  scale->high = round_out (highest, TRUE);
  if (scale->high <= scale->low * (1 + EPSILON))
    {
      scale->low /= 2;
      scale->high *= 2;
    }

  do
    scale->n_ticks = collect_log_ticks (scale, density);
  while (scale->n_ticks < 4 && ++density < G_N_ELEMENTS (log_ticks));

  scale->decimals = scale->n_ticks > 0 ? count_decimals (scale->ticks[0]) : 0;
}

/**
 * atlas_scale_map:
 * @scale: a scale
 * @value: a value
 *
 * Returns: where it lies: 0 for the start of the scale, 1 for its end
 */
double
atlas_scale_map (const AtlasScale *scale, double value)
{
  g_return_val_if_fail (scale != NULL, 0.0);

  if (scale->logarithmic)
    return value > 0 ? log (value / scale->low) / log (scale->high / scale->low)
                     : 0.0;

  return (value - scale->low) / (scale->high - scale->low);
}
