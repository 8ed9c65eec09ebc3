/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-plan.h"
#include "network-fixture.h"

/* Text scale of a window, and of one whose text is twice as large. */
#define USUAL 1.37
#define LARGE 2.74

static const struct
{
  double width;
  double height;
  double scale;
  AtlasLegendSide side;
} rooms[] = {
  /* a usual window with and without its list of places */
  { 732, 635, USUAL, ATLAS_LEGEND_BESIDE },
  { 1170, 635, USUAL, ATLAS_LEGEND_BESIDE },
  { 1060, 760, USUAL, ATLAS_LEGEND_BESIDE },
  /* narrow ones */
  { 454, 590, USUAL, ATLAS_LEGEND_BELOW },
  { 350, 590, USUAL, ATLAS_LEGEND_BELOW },
  /* large text */
  { 1000, 736, LARGE, ATLAS_LEGEND_BESIDE },
  { 1170, 546, LARGE, ATLAS_LEGEND_BESIDE },
  { 790, 546, LARGE, ATLAS_LEGEND_BESIDE },
  { 350, 546, LARGE, ATLAS_LEGEND_BELOW },
  /* no room for anything */
  { 120, 120, LARGE, ATLAS_LEGEND_NOWHERE },
};

/* In every window that can be used there is a legend, whole and inside, which
 * leaves the larger part to the map. */
static void
check_plan (guint n_places, gboolean right_to_left)
{
  g_autoptr (AtlasNetwork) network = network_fixture_new (n_places, 7);
  AtlasNetworkOptions options = { .fill = ATLAS_NODE_FILL_ECONOMY };
  AtlasFormat format = ATLAS_FORMAT_INIT;

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
      g_autoptr (AtlasText) text = NULL;
      g_autoptr (AtlasNetworkLegend) legend = NULL;
      AtlasNetworkPlan plan;

      theme.text_scale = rooms[i].scale;
      theme.right_to_left = right_to_left;
      text = atlas_text_new (&theme);
      legend =
          atlas_network_plan_make (&plan, network, &options, &theme, text,
                                   &format, rooms[i].width, rooms[i].height);
      g_test_message ("%g x %g at %g: %u, %g x %g", rooms[i].width,
                      rooms[i].height, rooms[i].scale, plan.side,
                      plan.legend_width, plan.legend_height);
      if (n_places < 20)
        g_assert_cmpint (plan.side, ==, rooms[i].side);
      g_assert_cmpint (legend == NULL, ==, plan.side == ATLAS_LEGEND_NOWHERE);
      g_assert_cmpint (legend == NULL, ==,
                       rooms[i].side == ATLAS_LEGEND_NOWHERE);
      if (legend == NULL)
        continue;
      g_assert_cmpfloat (atlas_network_legend_get_height (legend)
                             + 2 * ATLAS_PLAN_MARGIN,
                         <=, plan.legend_height + 1e-6);
      if (plan.side == ATLAS_LEGEND_BESIDE)
        {
          g_assert_cmpfloat (plan.map_width + plan.legend_width, <=,
                             rooms[i].width + 1e-6);
          g_assert_cmpfloat (plan.legend_height, <=, rooms[i].height + 1e-6);
          g_assert_cmpfloat (plan.map_width, >=, rooms[i].width * 0.4);
          g_assert_cmpfloat (plan.map_x, ==,
                             right_to_left ? plan.legend_width : 0);
        }
      else
        {
          g_assert_cmpfloat (plan.map_height + plan.legend_height, <=,
                             rooms[i].height + 1e-6);
          g_assert_cmpfloat (plan.map_height, >=, rooms[i].height * 0.45);
          g_assert_cmpfloat (plan.map_x, ==, 0);
        }
    }
}

static void
test_plan (void)
{
  check_plan (14, FALSE);
  check_plan (14, TRUE);
}

static void
test_plan_many (void)
{
  check_plan (100, FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/network-plan/few", test_plan);
  g_test_add_func ("/chart/network-plan/many", test_plan_many);

  return g_test_run ();
}
