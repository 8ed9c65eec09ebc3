/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-graph.h"

G_BEGIN_DECLS

void atlas_graph_rank (const AtlasGraph *self, double damping, double *rank);

G_END_DECLS
