/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-crew.h"
#include "atlas-graph.h"

G_BEGIN_DECLS

gboolean atlas_layout_nudge (const AtlasGraph *graph,
                             guint64 seed,
                             float *x,
                             float *y,
                             AtlasCrew *crew);

G_END_DECLS
