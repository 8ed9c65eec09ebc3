/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-layout-hops.h"
#include "atlas-random.h"

G_BEGIN_DECLS

/**
 * AtlasSketch:
 * @x: (array): positions; with room for %ATLAS_LANES more
 * @y: (array): likewise
 * @random: for all that is left to chance in it
 * @hop: how long a hop is in it
 *
 * A picture on its way. Several of one graph are drawn side by side, the same
 * as one after the other: while the next pairs of one wait for those before
 * them, the processor moves pairs of another.
 */
typedef struct
{
  float *x;
  float *y;
  AtlasRandom random;
  float hop;
} AtlasSketch;

/* At most so many of them. */
#define ATLAS_SKETCHES 2

/**
 * AtlasStressRun:
 * @epochs: how often every pair is looked at
 * @first_step: step of the first epoch; 0 for the square of the longest
 *   distance
 * @last_step: step of the last epoch
 */
typedef struct
{
  guint epochs;
  float first_step;
  float last_step;
} AtlasStressRun;

#define ATLAS_STRESS_RUN_INIT         \
  {                                   \
    .epochs = 30, .last_step = 0.01f, \
  }

gboolean atlas_layout_stress (const AtlasHops *hops,
                              const AtlasStressRun *run,
                              const guint8 *fixed,
                              AtlasSketch *sketches,
                              guint n_sketches,
                              AtlasCrew *crew);

/**
 * AtlasPull:
 * @n_diagonals: how many diagonals of pairs
 * @step: pairs are moved by min (1, step / d²) of what is missing
 * @above: pairs of up to so many hops are left alone
 */
typedef struct
{
  guint n_diagonals;
  float step;
  float above;
} AtlasPull;

void atlas_layout_pull (const AtlasHops *hops,
                        const AtlasPull *pull,
                        float *loose,
                        AtlasSketch *sketches,
                        guint n_sketches);

void atlas_layout_measure_hop (const AtlasHops *hops,
                               guint n_diagonals,
                               AtlasSketch *sketch);

void atlas_layout_get_ratios (const AtlasHops *hops,
                              guint32 k,
                              const float *x,
                              const float *y,
                              float *ratios);

float *atlas_layout_make_loose (const guint8 *fixed, guint32 n);

float atlas_layout_get_decay (float first, float last, guint n_steps);

G_END_DECLS
