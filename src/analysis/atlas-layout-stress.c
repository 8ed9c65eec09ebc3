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

/* What all pairs of a run have in common. */
typedef struct
{
  const AtlasHops *hops;
  float *loose; /* 1, or 0 for a fixed vertex; NULL when none is fixed */
  float step;
  float above; /* pairs of up to so many hops are left alone */
} Run;

/* A sketch, and how far along its diagonals it is. */
typedef struct
{
  float *x;
  float *y;
  float hop;           /* length of a hop */
  const guint32 *next; /* the diagonals to come */
  const guint32 *end;
  guint32 k;       /* the diagonal at hand */
  guint32 stride;  /* so many pairs of it at once */
  guint32 pair;    /* the next of its pairs */
  guint32 n_pairs; /* how many it has */
  gsize cell;      /* where their distances are */
} Walk;

/* Moves @lanes pairs (a, b) towards their distances, the first @count of them
 * in earnest: no vertex may be in two of those. (The b are put back last, for
 * an a beyond @count may be one of them.) One division for
 *   min (1, step / d²) · (length - d · hop) / (2 · length).
 * Works on copies: that is what lets the compiler make vectors of it. */
ATLAS_INLINE void
move_pairs (const Run *run,
            const Walk *walk,
            guint lanes,
            guint32 count,
            const float *distance)
{
  const guint32 a = walk->pair;
  const guint32 b = walk->pair + walk->k;
  const gsize size = lanes * sizeof (float);
  const float step = run->step;
  const float hop = walk->hop;
  const float above = run->above;
  float ax[ATLAS_LANES], ay[ATLAS_LANES];
  float bx[ATLAS_LANES], by[ATLAS_LANES];
  float loose_a[ATLAS_LANES] = { 0 }, loose_b[ATLAS_LANES] = { 0 };
  guint i;

  memcpy (ax, walk->x + a, size);
  memcpy (ay, walk->y + a, size);
  memcpy (bx, walk->x + b, size);
  memcpy (by, walk->y + b, size);
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
      const float missing = length - d * hop;
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

  memcpy (walk->x + a, ax, size);
  memcpy (walk->y + a, ay, size);
  memcpy (walk->x + b, bx, size);
  memcpy (walk->y + b, by, size);
}

/* The next pairs of the diagonal at hand, @lanes at a time. */
ATLAS_INLINE void
move_stride (const Run *run, Walk *walk, guint lanes, gboolean wide)
{
  const gsize cell = walk->cell + walk->pair;
  const guint32 count = MIN (walk->stride, walk->n_pairs - walk->pair);
  guint8 narrow[ATLAS_LANES];
  guint16 broad[ATLAS_LANES];
  float distance[ATLAS_LANES];
  guint lane;

  if (wide)
    memcpy (broad, (const guint16 *) run->hops->cells + cell,
            lanes * sizeof *broad);
  else
    memcpy (narrow, (const guint8 *) run->hops->cells + cell, lanes);
  for (lane = 0; lane < lanes; lane++)
    distance[lane] = (float) (gint) (wide ? broad[lane] : narrow[lane]);

  move_pairs (run, walk, lanes, count, distance);
  walk->pair += walk->stride;
}

/* The same for a walk alone, to the end of the diagonal. */
ATLAS_INLINE void
move_strides (const Run *run,
              Walk *walk,
              gboolean alone,
              guint lanes,
              gboolean wide)
{
  do
    move_stride (run, walk, lanes, wide);
  while (alone && walk->pair < walk->n_pairs);
}

/* Goes on to the next diagonal where one is through. Returns whether there are
 * pairs left. Of the diagonal k, k pairs in a row have no vertex in common. The
 * fewer lanes the sooner they are through, and the first diagonals are a chain,
 * each pair waiting for those before it: one lane is best for them. */
static inline gboolean
walk_on (Walk *walk, guint32 n)
{
  if (walk->pair < walk->n_pairs)
    return TRUE;
  if (walk->next == walk->end)
    return FALSE;

  walk->k = *walk->next++;
  walk->stride = walk->k > 4 ? MIN (walk->k, ATLAS_LANES) : 1;
  walk->pair = 0;
  walk->n_pairs = n - walk->k;
  walk->cell = atlas_hops_get_diagonal (n, walk->k);

  return TRUE;
}

/* Moves all pairs of some diagonals, those of each walk in order; the walks by
 * turns, so that none waits. */
ATLAS_INLINE void
move_walks (const Run *run, Walk *walks, guint n_walks, gboolean wide)
{
  const guint32 n = run->hops->n;
  gboolean more = TRUE;
  guint i;

  while (more)
    {
      more = FALSE;
      for (i = 0; i < n_walks; i++)
        {
          Walk *walk = &walks[i];

          if (!walk_on (walk, n))
            continue;
          more = TRUE;
          if (walk->stride > 8)
            move_strides (run, walk, n_walks == 1, 16, wide);
          else if (walk->stride > 1)
            move_strides (run, walk, n_walks == 1, 8, wide);
          else
            move_strides (run, walk, n_walks == 1, 1, wide);
        }
    }
}

ATLAS_VECTOR static void
move_narrow (const Run *run, Walk *walks, guint n_walks)
{
  move_walks (run, walks, n_walks, FALSE);
}

static void
move_all (const Run *run, Walk *walks, guint n_walks)
{
  if (run->hops->wide)
    move_walks (run, walks, n_walks, TRUE);
  else
    move_narrow (run, walks, n_walks);
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

/* One look at every pair; each walk has its own order of the diagonals, those
 * of the next one after it. */
static gboolean
run_epoch (const Run *run,
           const guint32 *orders,
           Walk *walks,
           guint n_walks,
           AtlasCrew *crew)
{
  const guint32 n_diagonals = run->hops->n - 1;
  guint32 begin, end = 0;
  guint i;

  for (begin = 0; begin < n_diagonals; begin = end)
    {
      guint32 n_pairs = 0;

      while (end < n_diagonals && n_pairs <= PAIRS_PER_CHECK)
        n_pairs += run->hops->n - orders[end++];

      for (i = 0; i < n_walks; i++)
        {
          walks[i].next = orders + (gsize) i * n_diagonals + begin;
          walks[i].end = orders + (gsize) i * n_diagonals + end;
        }
      move_all (run, walks, n_walks);
      if (n_pairs > PAIRS_PER_CHECK && atlas_crew_is_stopped (crew))
        return FALSE;
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

/* Sets out with each sketch; its hops are as long as it says. */
static Walk *
make_walks (AtlasSketch *sketches, guint n_sketches)
{
  Walk *walks = g_new0 (Walk, n_sketches);
  guint i;

  for (i = 0; i < n_sketches; i++)
    {
      walks[i].x = sketches[i].x;
      walks[i].y = sketches[i].y;
      walks[i].hop = sketches[i].hop;
    }

  return walks;
}

/**
 * atlas_layout_stress:
 * @hops: the distances of all pairs
 * @run: how long and how far
 * @fixed: (nullable) (array length=n): vertices that stay where they are
 * @sketches: (inout) (array length=n_sketches): what to move; a hop will be 1
 * @n_sketches: how many, 1 to %ATLAS_SKETCHES
 * @crew: says whether to stop
 *
 * Moves the vertices so that their distances on the plane come near those in
 * the graph, by stochastic gradient descent on the stress (Zheng, Pawar and
 * Goodman 2018). A pair is moved towards its distance d by
 * min (1, step / d²) of what is missing; the step falls geometrically. The
 * diagonals are taken in random order, the pairs of one in their own: k
 * neighbouring pairs (i, i + k) have no vertex in common, so that they can be
 * moved at once with the result of one after the other.
 *
 * Returns: FALSE when stopped
 */
gboolean
atlas_layout_stress (const AtlasHops *hops,
                     const AtlasStressRun *run,
                     const guint8 *fixed,
                     AtlasSketch *sketches,
                     guint n_sketches,
                     AtlasCrew *crew)
{
  const guint32 n = hops->n;
  const float longest = (float) hops->longest;
  const float first = run->first_step > 0 ? run->first_step : longest * longest;
  const float decay =
      atlas_layout_get_decay (first, run->last_step, run->epochs);
  g_autofree float *loose = atlas_layout_make_loose (fixed, n);
  g_autofree guint32 *orders = g_new (guint32, n_sketches * (gsize) n);
  g_autofree Walk *walks = NULL;
  Run state = { hops, loose, first, 0.0f };
  guint epoch, i;
  guint32 k;

  if (n < 2)
    return TRUE;

  for (i = 0; i < n_sketches; i++)
    {
      sketches[i].hop = 1.0f;
      memset (sketches[i].x + n, 0, ATLAS_LANES * sizeof (float));
      memset (sketches[i].y + n, 0, ATLAS_LANES * sizeof (float));
      for (k = 1; k < n; k++)
        orders[(gsize) i * (n - 1) + k - 1] = k;
    }
  walks = make_walks (sketches, n_sketches);

  for (epoch = 0; epoch < run->epochs; epoch++)
    {
      for (i = 0; i < n_sketches; i++)
        atlas_random_shuffle (&sketches[i].random, orders + (gsize) i * (n - 1),
                              n - 1);
      if (!run_epoch (&state, orders, walks, n_sketches, crew))
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
 * @sketches: (inout) (array length=n_sketches): what to move
 * @n_sketches: how many
 *
 * A little of the stress stage for other stages to mix in: moves the pairs of
 * some diagonals picked at random.
 */
void
atlas_layout_pull (const AtlasHops *hops,
                   const AtlasPull *pull,
                   float *loose,
                   AtlasSketch *sketches,
                   guint n_sketches)
{
  const Run run = { hops, loose, pull->step, pull->above };
  const gsize size = pull->n_diagonals;
  g_autofree guint32 *picked = g_new (guint32, n_sketches * size);
  g_autofree Walk *walks = make_walks (sketches, n_sketches);
  guint i, k;

  /* Nothing is allocated for no diagonals. */
  if (size == 0)
    return;

  for (i = 0; i < n_sketches; i++)
    {
      walks[i].next = picked + i * size;
      walks[i].end = picked + (i + 1) * size;
      for (k = 0; k < size; k++)
        picked[i * size + k] =
            1 + atlas_random_below (&sketches[i].random, hops->n - 1);
    }

  move_all (&run, walks, n_sketches);
}

ATLAS_INLINE float
get_ratio (float dx, float dy, float hops)
{
  return sqrtf (dx * dx + dy * dy) / hops;
}

/**
 * atlas_layout_get_ratios:
 * @hops: the distances of all pairs
 * @k: which diagonal
 * @x: (array length=n): positions
 * @y: (array length=n): positions
 * @ratios: (out caller-allocates) (array): of the n - k pairs of the diagonal,
 *   in order
 *
 * Finds the distance on the plane over that in the graph of the pairs of a
 * diagonal.
 */
ATLAS_VECTOR void
atlas_layout_get_ratios (const AtlasHops *hops,
                         guint32 k,
                         const float *restrict x,
                         const float *restrict y,
                         float *restrict ratios)
{
  const guint32 n_pairs = hops->n - k;
  const gsize cell = atlas_hops_get_diagonal (hops->n, k);
  const guint8 *narrow = (const guint8 *) hops->cells + cell;
  const guint16 *broad = (const guint16 *) hops->cells + cell;
  const float *to_x = x + k, *to_y = y + k;
  guint32 i;

  if (hops->wide)
    for (i = 0; i < n_pairs; i++)
      ratios[i] = get_ratio (x[i] - to_x[i], y[i] - to_y[i], (float) broad[i]);
  else
    for (i = 0; i < n_pairs; i++)
      ratios[i] = get_ratio (x[i] - to_x[i], y[i] - to_y[i], (float) narrow[i]);
}

/**
 * atlas_layout_measure_hop:
 * @hops: the distances of all pairs
 * @n_diagonals: how many diagonals to look at
 * @sketch: a sketch
 *
 * Estimates how long a hop is in the sketch, and notes it: the length that
 * makes the stress of the pairs looked at least; 1 when all are on one spot.
 */
void
atlas_layout_measure_hop (const AtlasHops *hops,
                          guint n_diagonals,
                          AtlasSketch *sketch)
{
  g_autofree float *ratios = g_new (float, hops->n);
  double sum = 0.0, squares = 0.0;
  guint i;
  guint32 a;

  for (i = 0; i < n_diagonals; i++)
    {
      const guint32 k = 1 + atlas_random_below (&sketch->random, hops->n - 1);

      atlas_layout_get_ratios (hops, k, sketch->x, sketch->y, ratios);
      for (a = 0; a < hops->n - k; a++)
        {
          sum += (double) ratios[a];
          squares += (double) (ratios[a] * ratios[a]);
        }
    }

  sketch->hop = sum > 0.0 ? (float) (squares / sum) : 1.0f;
}
