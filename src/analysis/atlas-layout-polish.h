/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-layout-stress.h"

G_BEGIN_DECLS

/**
 * AtlasPolish:
 * @steps: how many
 * @far: a of the attraction (a + b / (1 + d²)) · d
 * @near: b of the attraction
 * @first_move: how much of the force a vertex follows in the first step
 * @last_move: and in the last
 * @cap: the longest move of a step
 * @pull: how much of the stress of far pairs is mixed in at first; it fades as
 *   the moves do
 */
typedef struct
{
  guint steps;
  float far;
  float near;
  float first_move;
  float last_move;
  float cap;
  float pull;
} AtlasPolish;

gboolean atlas_layout_polish (const AtlasGraph *graph,
                              const AtlasHops *hops,
                              const AtlasPolish *polish,
                              const guint8 *fixed,
                              AtlasSketch *sketches,
                              guint n_sketches,
                              AtlasCrew *crew);

float atlas_layout_fit_polish (const AtlasGraph *graph,
                               const AtlasPolish *polish,
                               const float *x,
                               const float *y,
                               AtlasCrew *crew);

G_END_DECLS
