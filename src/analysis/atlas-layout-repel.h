/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-crew.h"

G_BEGIN_DECLS

/**
 * AtlasRepel:
 *
 * The push of all vertices on each other, and the room to find it.
 */
typedef struct _AtlasRepel AtlasRepel;

AtlasRepel *atlas_repel_new (guint32 n, const float *mass, guint n_threads);

void atlas_repel_free (AtlasRepel *self);

gboolean atlas_repel_run (AtlasRepel *self,
                          const float *x,
                          const float *y,
                          float *force_x,
                          float *force_y,
                          AtlasCrew *crew);

G_END_DECLS
