/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-crew.h"
#include "atlas-graph.h"

G_BEGIN_DECLS

/* Told, on the calling thread, how much is done: 0 to 1. */
typedef void (*AtlasProgressFunc) (double fraction, gpointer user_data);

gboolean atlas_graph_get_betweenness (const AtlasGraph *self,
                                      AtlasCrew *crew,
                                      AtlasProgressFunc progress,
                                      gpointer user_data,
                                      double *betweenness);

G_END_DECLS
