/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-crew.h"
#include "atlas-graph.h"
#include "atlas-layout-polish.h"

G_BEGIN_DECLS

/* The layout of one connected graph. Positions are in units of the polish: a
 * vertex keeps about one unit to its neighbours. */
gboolean atlas_layout_draw_part (const AtlasGraph *graph,
                                 double neighbourhoods,
                                 guint64 seed,
                                 double *x,
                                 double *y,
                                 AtlasCrew *crew);

double atlas_layout_redraw_part (const AtlasGraph *graph,
                                 double neighbourhoods,
                                 const guint8 *placed,
                                 const guint8 *pinned,
                                 double *x,
                                 double *y,
                                 AtlasCrew *crew);

/* What drawing and redrawing have in common. */
AtlasPolish atlas_layout_get_polish (double neighbourhoods, guint32 n);

gboolean atlas_layout_is_too_large (const AtlasGraph *graph);

double atlas_layout_get_link_length (const AtlasGraph *graph,
                                     const guint8 *placed,
                                     const double *x,
                                     const double *y);

G_END_DECLS
