/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-private.h"
#include "atlas-chart-scale.h"

G_BEGIN_DECLS

/* Names the ticks of a scale of percents from @x over @width, with their tops
 * at @y. Ticks for which there is no room stay without a name. */
void atlas_axis_add_percent_ticks (AtlasChartLayout *layout,
                                   const AtlasChart *chart,
                                   const AtlasScale *scale,
                                   double x,
                                   double y,
                                   double width);

G_END_DECLS
