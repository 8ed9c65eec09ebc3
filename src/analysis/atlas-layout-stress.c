/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-layout-stress.h"

#include <math.h>
#include <string.h>

#include "atlas-layout-vector.h"

/* Pairs between two questions whether to stop: about a millisecond. */
#define PAIRS_PER_CHECK 500000

/* Keeps two vertices on one spot from dividing by zero. */
#define TINY 1e-12f

/* The state of a run, as the loops want it. */
typedef struct
{
  const AtlasHops *hops;
  float *x;
  float *y;
  float *loose; /* 1, or 0 for a fixed vertex; NULL when none is fixed */
  float step;
  float unit;  /* length of a hop */
  float above; /* pairs of up to so many hops are left alone */
} Run;

/* Moves @lanes pairs (a, b) towards their distances, the first @count of them
 * in earnest: no vertex may be in two of those. (The b are put back last, for
 * an a beyond @count may be one of them.) One division for
 *   min (1, step / d²) · (length - d · unit) / (2 · length).
 * Works on copies: that is what lets the compiler make vectors of it. */
ATLAS_INLINE void
move_pairs (const Run *run,
            guint lanes,
            guint32 a,
            guint32 b,
            guint32 count,
            const float *distance)
{
  const gsize size = lanes * sizeof (float);
  const float step = run->step;
  const float unit = run->unit;
  const float above = run->above;
  float ax[ATLAS_LANES], ay[ATLAS_LANES];
  float bx[ATLAS_LANES], by[ATLAS_LANES];
  float loose_a[ATLAS_LANES] = { 0 }, loose_b[ATLAS_LANES] = { 0 };
  guint i;

  memcpy (ax, run->x + a, size);
  memcpy (ay, run->y + a, size);
  memcpy (bx, run->x + b, size);
  memcpy (by, run->y + b, size);
  if (run->loose != NULL)
    {
      memcpy (loose_a, run->loose + a, size);
      memcpy (loose_b, run->loose + b, size);
    }

  for (i = 0; i < lanes; i++)
    {
      const float d = distance[i];
      const float dx = ax[i] - bx[i];
      const float dy = ay[i] - by[i];
      const float length = sqrtf (dx * dx + dy * dy + TINY);
      const float square = d * d;
      const float reach = square < step ? square : step;
      const float missing = length - d * unit;
      const float share = 0.5f * missing * reach / (square * length);
      const float near = d > above ? share : 0.0f;
      const float move = i < count ? near : 0.0f;
      const float move_a = run->loose != NULL ? move * loose_a[i] : move;
      const float move_b = run->loose != NULL ? move * loose_b[i] : move;

      ax[i] -= move_a * dx;
      ay[i] -= move_a * dy;
      bx[i] += move_b * dx;
      by[i] += move_b * dy;
    }

  memcpy (run->x + a, ax, size);
  memcpy (run->y + a, ay, size);
  memcpy (run->x + b, bx, size);
  memcpy (run->y + b, by, size);
}

/* All pairs of the diagonal @k, in order, @lanes at a time, but never more than
 * @k: so many have no vertex in common. */
ATLAS_INLINE void
move_diagonal (const Run *run, guint32 k, guint lanes, gboolean wide)
{
  const guint32 n_pairs = run->hops->n - k;
  const guint32 stride = MIN (k, lanes);
  const gsize cell = atlas_hops_get_diagonal (run->hops->n, k);
  const guint8 *narrow = (const guint8 *) run->hops->cells + cell;
  const guint16 *broad = (const guint16 *) run->hops->cells + cell;
  guint32 i;
  guint lane;

  for (i = 0; i < n_pairs; i += stride)
    {
      const guint8 *narrow_hops = narrow + i;
      const guint16 *broad_hops = broad + i;
      float distance[ATLAS_LANES];

      for (lane = 0; lane < lanes; lane++)
        distance[lane] =
            (float) (gint) (wide ? broad_hops[lane] : narrow_hops[lane]);

      move_pairs (run, lanes, i, i + k, MIN (stride, n_pairs - i), distance);
    }
}

/* The fewer lanes the sooner they are through, and the first diagonals are a
 * chain, each pair waiting for those before it. */
ATLAS_VECTOR static void
move_narrow (const Run *run, guint32 k)
{
  if (k > 8)
    move_diagonal (run, k, 16, FALSE);
  else if (k > 4)
    move_diagonal (run, k, 8, FALSE);
  else
    move_diagonal (run, k, 1, FALSE);
}

static void
move_wide (const Run *run, guint32 k)
{
  if (k > 8)
    move_diagonal (run, k, 16, TRUE);
  else
    move_diagonal (run, k, 1, TRUE);
}

/**
 * atlas_layout_get_decay:
 * @first: value of the first step
 * @last: value of the last step, above 0
 * @n_steps: how many steps
 *
 * The factor from step to step of a geometric sequence, found by bisection:
 * pow() differs in the last digit between systems.
 *
 * Returns: the factor
 */
float
atlas_layout_get_decay (float first, float last, guint n_steps)
{
  float low = 0.0f, high = 1.0f;
  guint i, k;

  if (n_steps < 2 || first <= last)
    return 1.0f;

  for (i = 0; i < 30; i++)
    {
      const float middle = 0.5f * (low + high);
      float value = first;

      for (k = 1; k < n_steps; k++)
        value *= middle;
      if (value < last)
        low = middle;
      else
        high = middle;
    }

  return high;
}

static void
move_one (const Run *run, guint32 k)
{
  if (run->hops->wide)
    move_wide (run, k);
  else
    move_narrow (run, k);
}

/* One look at every pair, the diagonals in random order. */
static gboolean
run_epoch (const Run *run, const guint32 *order, AtlasCrew *crew)
{
  const guint32 n = run->hops->n;
  guint32 since_check = 0;
  guint32 i;

  for (i = 0; i < n - 1; i++)
    {
      const guint32 k = order[i];

      move_one (run, k);

      since_check += n - k;
      if (since_check > PAIRS_PER_CHECK)
        {
          if (atlas_crew_is_stopped (crew))
            return FALSE;
          since_check = 0;
        }
    }

  return TRUE;
}

/**
 * atlas_layout_make_loose:
 * @fixed: (nullable) (array length=n): vertices that stay where they are
 * @n: number of vertices
 *
 * Turns flags into factors.
 *
 * Returns: (transfer full) (nullable): 0 for a fixed vertex, 1 for the others,
 *   with room for %ATLAS_LANES more; NULL when @fixed is
 */
float *
atlas_layout_make_loose (const guint8 *fixed, guint32 n)
{
  float *loose;
  guint32 i;

  if (fixed == NULL)
    return NULL;

  loose = g_new0 (float, n + ATLAS_LANES);
  for (i = 0; i < n; i++)
    loose[i] = fixed[i] ? 0.0f : 1.0f;

  return loose;
}

/**
 * atlas_layout_stress:
 * @hops: the distances of all pairs
 * @run: how long and how far
 * @fixed: (nullable) (array length=n): vertices that stay where they are
 * @x: (inout) (array): positions, in hops; with room for %ATLAS_LANES more
 * @y: (inout) (array): likewise
 * @crew: says whether to stop
 *
 * Moves the vertices so that their distances on the plane come near those in
 * the graph, by stochastic gradient descent on the stress (Zheng, Pawar and
 * Goodman 2018). A pair is moved towards its distance d by
 * min (1, step / d²) of what is missing; the step falls geometrically. The
 * diagonals are taken in random order, the pairs of one in their own: sixteen
 * neighbouring pairs (i, i + k) with k >= 16 have no vertex in common, so that
 * they can be moved at once with the result of one after the other.
 *
 * Returns: FALSE when stopped
 */
gboolean
atlas_layout_stress (const AtlasHops *hops,
                     const AtlasStressRun *run,
                     const guint8 *fixed,
                     float *x,
                     float *y,
                     AtlasCrew *crew)
{
  const guint32 n = hops->n;
  const float longest = (float) hops->longest;
  const float first = run->first_step > 0 ? run->first_step : longest * longest;
  const float decay =
      atlas_layout_get_decay (first, run->last_step, run->epochs);
  g_autofree float *loose = atlas_layout_make_loose (fixed, n);
  g_autofree guint32 *order = NULL;
  AtlasRandom random = { run->seed };
  Run state = { hops, x, y, loose, first, 1.0f, 0.0f };
  guint epoch;
  guint32 i;

  if (n < 2)
    return TRUE;

  memset (x + n, 0, ATLAS_LANES * sizeof *x);
  memset (y + n, 0, ATLAS_LANES * sizeof *y);

  order = g_new (guint32, n - 1);
  for (i = 0; i < n - 1; i++)
    order[i] = i + 1;

  for (epoch = 0; epoch < run->epochs; epoch++)
    {
      atlas_random_shuffle (&random, order, n - 1);
      if (!run_epoch (&state, order, crew))
        return FALSE;
      state.step *= decay;
    }

  return TRUE;
}

/**
 * atlas_layout_pull:
 * @hops: the distances of all pairs
 * @pull: how much and what
 * @loose: (nullable) (array): 0 for vertices that stay, 1 for others; with
 *   room for %ATLAS_LANES more
 * @random: (inout): picks the pairs
 * @x: (inout) (array): positions; with room for %ATLAS_LANES more
 * @y: (inout) (array): likewise
 *
 * A little of the stress stage for other stages to mix in: moves the pairs of
 * some diagonals picked at random.
 */
void
atlas_layout_pull (const AtlasHops *hops,
                   const AtlasPull *pull,
                   float *loose,
                   AtlasRandom *random,
                   float *x,
                   float *y)
{
  Run state = { hops, x, y, loose, pull->step, pull->unit, pull->above };
  guint i;

  for (i = 0; i < pull->n_diagonals; i++)
    move_one (&state, 1 + atlas_random_below (random, hops->n - 1));
}

/**
 * atlas_layout_measure_hop:
 * @hops: the distances of all pairs
 * @n_diagonals: how many diagonals to look at
 * @random: (inout): picks them
 * @x: (array length=n): positions
 * @y: (array length=n): positions
 *
 * Estimates how long a hop is on the plane: the length that makes the stress
 * of the pairs looked at least.
 *
 * Returns: the length; 1 when all are on one spot
 */
float
atlas_layout_measure_hop (const AtlasHops *hops,
                          guint n_diagonals,
                          AtlasRandom *random,
                          const float *x,
                          const float *y)
{
  double sum = 0.0, squares = 0.0;
  guint i;
  guint32 a;

  for (i = 0; i < n_diagonals; i++)
    {
      const guint32 k = 1 + atlas_random_below (random, hops->n - 1);

      for (a = 0; a + k < hops->n; a++)
        {
          const float dx = x[a] - x[a + k];
          const float dy = y[a] - y[a + k];
          const float d = (float) atlas_hops_get (hops, a, a + k);
          const float ratio = sqrtf (dx * dx + dy * dy) / d;

          sum += (double) ratio;
          squares += (double) (ratio * ratio);
        }
    }

  return sum > 0.0 ? (float) (squares / sum) : 1.0f;
}
