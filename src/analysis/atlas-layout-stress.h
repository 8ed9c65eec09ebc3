/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-layout-hops.h"
#include "atlas-random.h"

G_BEGIN_DECLS

/**
 * AtlasStressRun:
 * @epochs: how often every pair is looked at
 * @first_step: step of the first epoch; 0 for the square of the longest
 *   distance
 * @last_step: step of the last epoch
 * @seed: for the order of the pairs
 */
typedef struct
{
  guint epochs;
  float first_step;
  float last_step;
  guint64 seed;
} AtlasStressRun;

#define ATLAS_STRESS_RUN_INIT         \
  {                                   \
    .epochs = 30, .last_step = 0.01f, \
  }

gboolean atlas_layout_stress (const AtlasHops *hops,
                              const AtlasStressRun *run,
                              const guint8 *fixed,
                              float *x,
                              float *y,
                              AtlasCrew *crew);

/**
 * AtlasPull:
 * @n_diagonals: how many diagonals of pairs
 * @step: pairs are moved by min (1, step / d²) of what is missing
 * @unit: length of a hop
 * @above: pairs of up to so many hops are left alone
 */
typedef struct
{
  guint n_diagonals;
  float step;
  float unit;
  float above;
} AtlasPull;

void atlas_layout_pull (const AtlasHops *hops,
                        const AtlasPull *pull,
                        float *loose,
                        AtlasRandom *random,
                        float *x,
                        float *y);

float atlas_layout_measure_hop (const AtlasHops *hops,
                                guint n_diagonals,
                                AtlasRandom *random,
                                const float *x,
                                const float *y);

float *atlas_layout_make_loose (const guint8 *fixed, guint32 n);

float atlas_layout_get_decay (float first, float last, guint n_steps);

G_END_DECLS
