/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-layout-hops.h"

G_BEGIN_DECLS

/* How good a picture is; each function says what its figure means. */
double
atlas_layout_get_stress (const AtlasHops *hops, const float *x, const float *y);

double
atlas_layout_get_scale (const AtlasHops *hops, const float *x, const float *y);

guint32 atlas_layout_count_common (const float *squares,
                                   guint32 n,
                                   const guint32 *neighbours,
                                   guint32 n_neighbours);

double atlas_layout_get_preservation (const AtlasGraph *graph,
                                      const float *x,
                                      const float *y);

guint64 atlas_layout_count_crossings (const AtlasGraph *graph,
                                      const float *x,
                                      const float *y);

G_END_DECLS
