/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "atlas-network-painting.h"
#include "network-fixture.h"

#define WIDTH 900
#define HEIGHT 700

/* How dark a pixel is, 0 for white. */
static int
get_darkness (cairo_surface_t *surface, double x, double y)
{
  const guint8 *pixel = cairo_image_surface_get_data (surface)
                        + (int) y * cairo_image_surface_get_stride (surface)
                        + 4 * (int) x;

  return 255 - (pixel[0] + pixel[1] + pixel[2]) / 3;
}

/* The ground of its name must not cut the ring of a node that is brought
 * out. */
static void
test_whole_ring (void)
{
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  AtlasNetworkOptions options = { .fill = ATLAS_NODE_FILL_ECONOMY };
  AtlasSceneView view = ATLAS_SCENE_VIEW_INIT;
  g_autoptr (AtlasNetwork) network = network_fixture_new (14, 7);
  g_autoptr (AtlasNetworkScene) scene = atlas_network_scene_new (
      network, &options, &theme, WIDTH, HEIGHT, NULL, NULL);
  g_autoptr (AtlasNetworkPainter) painter = atlas_network_painter_new (scene);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  guint n_nodes;

  atlas_network_scene_get_nodes (scene, &n_nodes);
  g_assert_cmpuint (n_nodes, >, 10);
  for (guint i = 0; i < n_nodes; i++)
    {
      double x, y, radius;

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      atlas_network_paint_emphasis (painter, cr, scene, &view, i);
      cairo_surface_flush (surface);
      atlas_network_painter_get_node (painter, &view, i, &x, &y, &radius);
      for (guint angle = 0; angle < 360; angle += 5)
        {
          double turn = angle * G_PI / 180;

          g_assert_cmpint (get_darkness (surface,
                                         x + (radius + 1.5) * cos (turn),
                                         y + (radius + 1.5) * sin (turn)),
                           >, 60);
        }
    }
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A name in bold is wider; it stays inside the map, however narrow that is. */
static void
test_inside (void)
{
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  AtlasNetworkOptions options = { .fill = ATLAS_NODE_FILL_ECONOMY };
  AtlasSceneView view = { 1.0, 100, 0 };
  g_autoptr (AtlasNetwork) network = network_fixture_new (100, 7);
  g_autoptr (AtlasNetworkScene) scene = NULL;
  g_autoptr (AtlasNetworkPainter) painter = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  guint n_nodes;

  theme.text_scale = 1.37;
  scene =
      atlas_network_scene_new (network, &options, &theme, 340, 330, NULL, NULL);
  painter = atlas_network_painter_new (scene);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 540, 330);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  atlas_network_scene_get_nodes (scene, &n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    atlas_network_painter_draw_label (painter, cr, &view, i, TRUE);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < 330; y++)
    for (int x = 0; x < 98; x++)
      {
        g_assert_cmpint (get_darkness (surface, x, y), <, 60);
        g_assert_cmpint (get_darkness (surface, 539 - x, y), <, 60);
      }
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/widgets/network-painting/whole-ring", test_whole_ring);

  g_test_add_func ("/widgets/network-painting/inside", test_inside);

  return g_test_run ();
}
