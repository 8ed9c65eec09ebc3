/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atlas-chart-network-legend.h"

G_BEGIN_DECLS

/* Space around the legend in a window, in points. */
#define ATLAS_PLAN_MARGIN 12.0

/* Where the legend of a map stands. */
typedef enum
{
  ATLAS_LEGEND_NOWHERE,
  ATLAS_LEGEND_BESIDE,
  ATLAS_LEGEND_BELOW,
} AtlasLegendSide;

/**
 * AtlasNetworkPlan:
 * @side: where the legend stands: at the end of the line, or below
 * @map_x: left edge of the map, in points
 * @map_width: width of the map
 * @map_height: its height; it begins at the top
 * @legend_width: width of what the legend takes with its margins
 * @legend_height: height of it
 *
 * How a window is divided between a map and its legend.
 */
typedef struct
{
  AtlasLegendSide side;
  double map_x;
  double map_width;
  double map_height;
  double legend_width;
  double legend_height;
} AtlasNetworkPlan;

AtlasNetworkLegend *atlas_network_plan_make (AtlasNetworkPlan *plan,
                                             AtlasNetwork *network,
                                             const AtlasNetworkOptions *options,
                                             const AtlasTheme *theme,
                                             AtlasText *text,
                                             const AtlasFormat *format,
                                             double width,
                                             double height);

G_END_DECLS
