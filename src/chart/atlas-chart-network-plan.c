/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-plan.h"

/* Part of the height that a legend below the map may take, and when nothing
 * else fits. */
#define BELOW_PART 0.42
#define BELOW_MOST 0.55

/* Part of the width that is left for a map beside a legend. */
#define BESIDE_LEAST 0.4

/* Networks are round: a map much wider than high, or higher than wide, is no
 * larger for it. */
#define WIDE 1.6
#define HIGH 1.4

/* The usual place is left only for a map that is so much larger; a legend that
 * leaves things out counts as much less. */
#define PREFER_BESIDE 1.25
#define INCOMPLETE 0.7

static double
weigh (const AtlasNetworkLegend *legend, double width, double height)
{
  double useful = MIN (width, height * WIDE) * MIN (height, width * HIGH);

  return atlas_network_legend_is_complete (legend) ? useful
                                                   : useful * INCOMPLETE;
}

/**
 * atlas_network_plan_make:
 * @plan: (out): how the room is divided
 * @network: a network, measured and arranged
 * @options: what of it is shown, and how
 * @theme: how it looks
 * @text: measures the words of the legend
 * @format: how its figures are set
 * @width: width of the room in points
 * @height: its height
 *
 * Finds where the legend leaves most of the room to the map: beside it at the
 * end of the line, or below it. Only where it would take more than half of the
 * room in each place, there is none.
 *
 * Returns: (transfer full) (nullable): the legend
 */
AtlasNetworkLegend *
atlas_network_plan_make (AtlasNetworkPlan *plan,
                         AtlasNetwork *network,
                         const AtlasNetworkOptions *options,
                         const AtlasTheme *theme,
                         AtlasText *text,
                         const AtlasFormat *format,
                         double width,
                         double height)
{
  g_autoptr (AtlasNetworkScene) sketch = NULL;
  g_autoptr (AtlasNetworkLegend) beside = NULL;
  g_autoptr (AtlasNetworkLegend) below = NULL;
  double side_width =
      ATLAS_LEGEND_WIDTH * theme->text_scale + 2 * ATLAS_PLAN_MARGIN;
  double most = height - 2 * ATLAS_PLAN_MARGIN;
  double beside_value = 0;
  double below_value;
  double below_height;

  g_return_val_if_fail (plan != NULL && network != NULL, NULL);

  *plan = (AtlasNetworkPlan){ .map_width = width, .map_height = height };
  sketch = atlas_network_scene_new_sketch (network, options, theme, width,
                                           height * (1 - BELOW_PART / 2));
  if (width - side_width >= width * BESIDE_LEAST)
    {
      beside = atlas_network_legend_new (
          sketch, text, format, side_width - 2 * ATLAS_PLAN_MARGIN, most);
      if (atlas_network_legend_get_height (beside) <= most)
        beside_value =
            weigh (beside, width - side_width, height) * PREFER_BESIDE;
    }
  below = atlas_network_legend_new (
      sketch, text, format, width - 2 * ATLAS_PLAN_MARGIN, height * BELOW_PART);
  below_height =
      atlas_network_legend_get_height (below) + 2 * ATLAS_PLAN_MARGIN;
  below_value = weigh (below, width, height - below_height);

  if (beside_value >= below_value)
    {
      plan->side = ATLAS_LEGEND_BESIDE;
      plan->legend_width = side_width;
      plan->legend_height =
          atlas_network_legend_get_height (beside) + 2 * ATLAS_PLAN_MARGIN;
      plan->map_width = width - side_width;
      plan->map_x = theme->right_to_left ? side_width : 0;
      return g_steal_pointer (&beside);
    }
  if (below_height > height * BELOW_MOST)
    return NULL;

  plan->side = ATLAS_LEGEND_BELOW;
  plan->legend_width = width;
  plan->legend_height = below_height;
  plan->map_height = height - below_height;

  return g_steal_pointer (&below);
}
