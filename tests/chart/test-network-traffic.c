/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "atlas-chart-network-scene.h"
#include "atlas-chart-network-traffic.h"
#include "network-fixture.h"

#define ASSERT_NEAR(a, b, tolerance) \
  g_assert_cmpfloat_with_epsilon (a, b, tolerance)

static void
add_line (AtlasTraffic *traffic,
          double x0,
          double y0,
          double x1,
          double y1,
          double radius,
          double weight)
{
  const double start[2] = { x0, y0 };
  const double middle[2] = { (x0 + x1) / 2, (y0 + y1) / 2 };
  const double end[2] = { x1, y1 };

  atlas_traffic_add_curve (traffic, start, middle, end, radius, radius, weight);
}

/* Lengths are found again, wherever the box is. */
static void
test_lengths (void)
{
  g_autoptr (AtlasTraffic) traffic = atlas_traffic_new (200, 100);

  add_line (traffic, 10, 50, 190, 50, 0, 1);
  add_line (traffic, 100, 10, 100, 90, 0, 2);
  atlas_traffic_seal (traffic);
  ASSERT_NEAR (atlas_traffic_sum (traffic, 0, 0, 200, 100), 180 + 2 * 80, 0.01);
  ASSERT_NEAR (atlas_traffic_sum (traffic, 20, 40, 60, 60), 40, 5);
  ASSERT_NEAR (atlas_traffic_sum (traffic, 90, 10, 110, 30), 40, 8);
  ASSERT_NEAR (atlas_traffic_sum (traffic, 10, 70, 90, 95), 0, 1e-9);
  /* Beyond the map there is nothing. */
  ASSERT_NEAR (atlas_traffic_sum (traffic, -50, -50, -10, -10), 0, 1e-9);
  ASSERT_NEAR (atlas_traffic_sum (traffic, 300, 0, 400, 100), 0, 1e-9);
}

/* What discs cover is not drawn, what is outside does not count. */
static void
test_ends (void)
{
  g_autoptr (AtlasTraffic) traffic = atlas_traffic_new (200, 100);

  add_line (traffic, 50, 50, 150, 50, 20, 1);
  add_line (traffic, 150, 80, 250, 80, 0, 1);
  add_line (traffic, 30, 30, 30, 30, 0, 1);
  atlas_traffic_seal (traffic);
  ASSERT_NEAR (atlas_traffic_sum (traffic, 0, 40, 200, 60), 60, 5);
  ASSERT_NEAR (atlas_traffic_sum (traffic, 0, 70, 200, 90), 50, 5);
  ASSERT_NEAR (atlas_traffic_sum (traffic, 20, 20, 40, 40), 0, 1e-9);
}

static void
test_bends (void)
{
  g_autoptr (AtlasTraffic) traffic = atlas_traffic_new (200, 100);
  const double start[2] = { 10, 10 };
  const double control[2] = { 100, 170 };
  const double end[2] = { 190, 10 };

  atlas_traffic_add_curve (traffic, start, control, end, 0, 0, 1);
  atlas_traffic_seal (traffic);
  /* Its middle is half way to where it bends to. */
  g_assert_cmpfloat (atlas_traffic_sum (traffic, 90, 80, 110, 98), >, 10);
  ASSERT_NEAR (atlas_traffic_sum (traffic, 60, 0, 140, 40), 0, 1e-9);
}

/* Where there is room, names stand beside lines, not on them: much less is
 * under them than under as many boxes to the right of their discs. */
static void
test_names (void)
{
  static const guint sizes[] = { 14, 40, 100 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (AtlasNetwork) network = network_fixture_new (sizes[i], 7);
      AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
      AtlasNetworkOptions options = { 0 };
      g_autoptr (AtlasNetworkScene) scene = atlas_network_scene_new (
          network, &options, &theme, 1100, 800, NULL, NULL);
      const AtlasSceneNode *nodes;
      double chosen = 0;
      double right = 0;
      guint n_nodes;

      nodes = atlas_network_scene_get_nodes (scene, &n_nodes);
      for (guint j = 0; j < n_nodes; j++)
        {
          const AtlasLabelNode *label =
              atlas_network_scene_get_label_node (scene, j);

          if (nodes[j].label.zoom > 1.0)
            continue;
          chosen += (double) label->costs[nodes[j].label.slot];
          right += (double) label->costs[0];
        }
      g_test_message ("%u places: %.1f lines under names, %.1f to the right",
                      n_nodes, chosen, right);
      g_assert_cmpfloat (chosen, <, right * (sizes[i] < 100 ? 0.6 : 0.8));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/network-traffic/lengths", test_lengths);
  g_test_add_func ("/chart/network-traffic/ends", test_ends);
  g_test_add_func ("/chart/network-traffic/bends", test_bends);
  g_test_add_func ("/chart/network-traffic/names", test_names);

  return g_test_run ();
}
