/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-graph.h"

G_BEGIN_DECLS

guint32 atlas_graph_find_communities (const AtlasGraph *self,
                                      guint64 seed,
                                      guint32 *community);

double
atlas_graph_get_modularity (const AtlasGraph *self, const guint32 *community);

G_END_DECLS
