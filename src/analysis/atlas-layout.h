/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-crew.h"
#include "atlas-graph.h"

G_BEGIN_DECLS

/**
 * AtlasLayoutOptions:
 * @seed: another number gives another picture
 * @neighbourhoods: from 0, the overall shape, to 1, the neighbourhoods
 * @placed: (nullable) (array length=n): vertices that have a position, to begin
 *   there and stay near
 * @pinned: (nullable) (array length=n): vertices that stay exactly where they
 *   are; they must be placed
 *
 * How to lay out. Begin with %ATLAS_LAYOUT_OPTIONS_INIT.
 */
typedef struct
{
  guint64 seed;
  double neighbourhoods;
  const guint8 *placed;
  const guint8 *pinned;
} AtlasLayoutOptions;

#define ATLAS_LAYOUT_OPTIONS_INIT \
  {                               \
    .neighbourhoods = 0.5,        \
  }

/* Positions and radii of the vertices of a graph. */
gboolean atlas_layout_run (const AtlasGraph *graph,
                           const AtlasLayoutOptions *options,
                           double *x,
                           double *y,
                           double *radius,
                           AtlasCrew *crew);

G_END_DECLS
