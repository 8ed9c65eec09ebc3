/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-private.h"

G_BEGIN_DECLS

/**
 * AtlasHeatMap:
 *
 * The technology fields of one output and of all profiles, as coloured cells.
 * Where there are more clusters than fields, and the names of the fields have
 * room, fields stand across and clusters down; else the other way round, in
 * blocks of as many clusters as have room.
 */
typedef struct _AtlasHeatMap AtlasHeatMap;

AtlasHeatMap *atlas_heat_map_new (const AtlasChart *chart,
                                  AtlasKind kind,
                                  AtlasText *text,
                                  double width,
                                  double unit);

void atlas_heat_map_free (AtlasHeatMap *self);

/* Its height; 0 where no profile has fields. */
double atlas_heat_map_measure (const AtlasHeatMap *self, AtlasText *text);

void atlas_heat_map_layout (const AtlasHeatMap *self,
                            AtlasChartLayout *layout,
                            AtlasBox box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasHeatMap, atlas_heat_map_free)

G_END_DECLS
