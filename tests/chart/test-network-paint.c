/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "atlas-chart-network-paint.h"
#include "network-fixture.h"

#define WIDTH 700
#define HEIGHT 500

typedef struct
{
  AtlasNetwork *network;
  AtlasNetworkScene *scene;
  AtlasNetworkPainter *painter;
  cairo_surface_t *surface;
  cairo_t *cr;
} Fixture;

static AtlasNetworkScene *
make_scene (AtlasNetwork *network, AtlasNodeFill fill)
{
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  AtlasNetworkOptions options = { .fill = fill };

  return atlas_network_scene_new (network, &options, &theme, WIDTH, HEIGHT,
                                  NULL, NULL);
}

static void
clear (Fixture *fixture)
{
  cairo_set_source_rgb (fixture->cr, 1, 1, 1);
  cairo_paint (fixture->cr);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->network = network_fixture_new (GPOINTER_TO_UINT (data), 7);
  atlas_network_set_pinned (fixture->network, 1, TRUE);
  fixture->scene = make_scene (fixture->network, ATLAS_NODE_FILL_ECONOMY);
  fixture->painter = atlas_network_painter_new (fixture->scene);
  fixture->surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  fixture->cr = cairo_create (fixture->surface);
  clear (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (cairo_status (fixture->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (fixture->cr);
  cairo_surface_destroy (fixture->surface);
  atlas_network_painter_free (fixture->painter);
  atlas_network_scene_unref (fixture->scene);
  atlas_network_unref (fixture->network);
}

/* Pixels of a box that are not white. */
static guint
count_ink (Fixture *fixture, double x0, double y0, double x1, double y1)
{
  const guint8 *data;
  int stride;
  guint n = 0;

  cairo_surface_flush (fixture->surface);
  data = cairo_image_surface_get_data (fixture->surface);
  stride = cairo_image_surface_get_stride (fixture->surface);
  for (int y = MAX ((int) y0, 0); y < MIN ((int) y1, HEIGHT); y++)
    for (int x = MAX ((int) x0, 0); x < MIN ((int) x1, WIDTH); x++)
      {
        const guint8 *pixel = data + (gsize) y * (gsize) stride + 4 * x;

        n += pixel[0] < 250 || pixel[1] < 250 || pixel[2] < 250;
      }

  return n;
}

static guint
count_all (Fixture *fixture)
{
  return count_ink (fixture, 0, 0, WIDTH, HEIGHT);
}

static guint
paint (Fixture *fixture, AtlasSceneView view, AtlasPaintLayers layers)
{
  clear (fixture);
  g_assert_true (atlas_network_painter_paint (fixture->painter, fixture->cr,
                                              &view, layers, NULL, NULL));

  return count_all (fixture);
}

static void
test_layers (Fixture *fixture, gconstpointer data)
{
  AtlasSceneView view = ATLAS_SCENE_VIEW_INIT;
  guint edges = paint (fixture, view, ATLAS_PAINT_EDGES);
  guint nodes = paint (fixture, view, ATLAS_PAINT_NODES);
  guint labels = paint (fixture, view, ATLAS_PAINT_LABELS);
  guint all = paint (fixture, view, ATLAS_PAINT_ALL);

  g_assert_cmpuint (edges, >, 0);
  g_assert_cmpuint (nodes, >, 0);
  g_assert_cmpuint (labels, >, 0);
  g_assert_cmpuint (all, >, MAX (edges, MAX (nodes, labels)));
  g_assert_cmpuint (all, <, edges + nodes + labels + 1);
}

/* Below a zoom of 1 all shrinks; what is moved out of sight is not drawn. */
static void
test_views (Fixture *fixture, gconstpointer data)
{
  guint whole =
      paint (fixture, (AtlasSceneView) ATLAS_SCENE_VIEW_INIT, ATLAS_PAINT_ALL);
  guint half = paint (fixture, (AtlasSceneView){ 0.5, 0, 0 }, ATLAS_PAINT_ALL);

  g_assert_cmpuint (half, <, whole);
  g_assert_cmpuint (count_ink (fixture, WIDTH / 2 + 4, 0, WIDTH, HEIGHT), ==,
                    0);
  g_assert_cmpuint (
      paint (fixture, (AtlasSceneView){ 3, -WIDTH, -HEIGHT }, ATLAS_PAINT_ALL),
      >, 0);
  g_assert_cmpuint (
      paint (fixture, (AtlasSceneView){ 1, 9999, 9999 }, ATLAS_PAINT_ALL), ==,
      0);
}

/* A node that is left out takes its lines and its name with it. */
static void
test_omit (Fixture *fixture, gconstpointer data)
{
  AtlasSceneView view = ATLAS_SCENE_VIEW_INIT;
  guint whole = paint (fixture, view, ATLAS_PAINT_ALL);
  double x;
  double y;
  double radius;

  atlas_network_painter_get_node (fixture->painter, &view, 0, &x, &y, &radius);
  atlas_network_painter_omit (fixture->painter, 0);
  g_assert_cmpuint (paint (fixture, view, ATLAS_PAINT_ALL), <, whole);
  atlas_network_painter_omit (fixture->painter, -1);
  g_assert_cmpuint (paint (fixture, view, ATLAS_PAINT_ALL), ==, whole);
}

/* One that is moved is drawn there, with its lines and its name. */
static void
test_move (Fixture *fixture, gconstpointer data)
{
  AtlasSceneView view = ATLAS_SCENE_VIEW_INIT;
  const guint *edges_at;
  AtlasEdgeLine line;
  guint n_edges;
  double x;
  double y;
  double radius;

  atlas_network_painter_move (fixture->painter, 0, 600, 400);
  atlas_network_painter_get_node (fixture->painter, &view, 0, &x, &y, &radius);
  g_assert_cmpfloat (x, ==, 600);
  g_assert_cmpfloat (y, ==, 400);
  clear (fixture);
  atlas_network_painter_draw_node (fixture->painter, fixture->cr, &view, 0,
                                   ATLAS_NODE_SELECTED);
  atlas_network_painter_draw_label (fixture->painter, fixture->cr, &view, 0,
                                    TRUE);
  g_assert_cmpuint (count_ink (fixture, 590, 390, 610, 410), >, 100);

  edges_at = atlas_network_scene_get_edges_at (fixture->scene, 0, &n_edges);
  g_assert_cmpuint (n_edges, >, 0);
  line = atlas_network_painter_get_line (fixture->painter, &view, edges_at[0]);
  g_assert_cmpfloat (MIN (hypot (line.x0 - 600, line.y0 - 400),
                          hypot (line.x1 - 600, line.y1 - 400)),
                     <, radius + 3);
  atlas_network_painter_move (fixture->painter, -1, 0, 0);
}

/* Each state adds to the one before, and a pin can be seen. */
static void
test_states (Fixture *fixture, gconstpointer data)
{
  static const AtlasNodeState states[] = {
    ATLAS_NODE_PLAIN,
    ATLAS_NODE_HOVER,
    ATLAS_NODE_SELECTED,
    ATLAS_NODE_SELECTED | ATLAS_NODE_FOCUS,
  };
  AtlasSceneView view = ATLAS_SCENE_VIEW_INIT;
  guint last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      guint ink;

      clear (fixture);
      atlas_network_painter_draw_node (fixture->painter, fixture->cr, &view, 1,
                                       states[i]);
      ink = count_all (fixture);
      g_assert_cmpuint (ink, >, last);
      last = ink;
    }
}

static void
test_strong (Fixture *fixture, gconstpointer data)
{
  AtlasSceneView view = ATLAS_SCENE_VIEW_INIT;
  guint plain;
  guint strong;

  clear (fixture);
  atlas_network_painter_draw_label (fixture->painter, fixture->cr, &view, 0,
                                    FALSE);
  plain = count_all (fixture);
  clear (fixture);
  atlas_network_painter_draw_label (fixture->painter, fixture->cr, &view, 0,
                                    TRUE);
  strong = count_all (fixture);
  g_assert_cmpuint (plain, >, 0);
  g_assert_cmpuint (strong, >, plain);

  /* The name drawn before does not look out from under it. */
  clear (fixture);
  atlas_network_painter_draw_label (fixture->painter, fixture->cr, &view, 0,
                                    FALSE);
  atlas_network_painter_draw_label (fixture->painter, fixture->cr, &view, 0,
                                    TRUE);
  g_assert_cmpuint (count_all (fixture), ==, strong);
}

/* Sum of the green of all pixels. */
static double
sum_light (Fixture *fixture)
{
  const guint8 *data;
  int stride;
  double sum = 0;

  cairo_surface_flush (fixture->surface);
  data = cairo_image_surface_get_data (fixture->surface);
  stride = cairo_image_surface_get_stride (fixture->surface);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      sum += data[(gsize) y * (gsize) stride + 4 * x + 1];

  return sum;
}

/* A halo makes room between the letters and what is below. */
static void
test_halo (Fixture *fixture, gconstpointer data)
{
  AtlasSceneView view = ATLAS_SCENE_VIEW_INIT;
  double light[3];

  for (guint i = 0; i < 3; i++)
    {
      cairo_set_source_rgb (fixture->cr, 0.3, 0.5, 0.7);
      cairo_paint (fixture->cr);
      atlas_network_painter_set_halo (fixture->painter, i == 2);
      if (i > 0)
        atlas_network_painter_draw_label (fixture->painter, fixture->cr, &view,
                                          0, FALSE);
      light[i] = sum_light (fixture);
    }
  g_assert_cmpfloat (light[1], <, light[0]);
  g_assert_cmpfloat (light[2], >, light[0]);
}

/* A line brought out is wider than it was. */
static void
test_lines (Fixture *fixture, gconstpointer data)
{
  AtlasSceneView view = ATLAS_SCENE_VIEW_INIT;
  guint n_edges;

  atlas_network_scene_get_edges (fixture->scene, &n_edges);
  for (guint i = 0; i < n_edges; i++)
    {
      guint plain;

      clear (fixture);
      atlas_network_painter_draw_edge (fixture->painter, fixture->cr, &view, i,
                                       FALSE);
      plain = count_all (fixture);
      clear (fixture);
      atlas_network_painter_draw_edge (fixture->painter, fixture->cr, &view, i,
                                       TRUE);
      g_assert_cmpuint (count_all (fixture), >=, plain);
    }
}

static void
test_communities (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasNetworkScene) scene =
      make_scene (fixture->network, ATLAS_NODE_FILL_COMMUNITY);
  const AtlasSceneGroup *groups;
  const AtlasSceneNode *nodes;
  guint n_groups;
  guint n_nodes;
  guint n_counted = 0;

  groups = atlas_network_scene_get_groups (scene, &n_groups);
  nodes = atlas_network_scene_get_nodes (scene, &n_nodes);
  g_assert_cmpuint (n_groups, >, 1);
  g_assert_cmpuint (n_groups, <=, ATLAS_SCENE_MAX_GROUPS);
  g_assert_cmpstr (groups[0].mark, ==, "1");
  for (guint i = 0; i < n_groups; i++)
    n_counted += groups[i].n_nodes;
  for (guint i = 0; i < n_nodes; i++)
    g_assert_cmpuint (nodes[i].group, <, n_groups);
  g_assert_cmpuint (n_counted, ==, n_nodes);
}

static gboolean
stop_at_once (gpointer user_data)
{
  return TRUE;
}

static void
test_stop (Fixture *fixture, gconstpointer data)
{
  AtlasSceneView view = ATLAS_SCENE_VIEW_INIT;

  g_assert_false (atlas_network_painter_paint (fixture->painter, fixture->cr,
                                               &view, ATLAS_PAINT_ALL,
                                               stop_at_once, NULL));
  g_assert_false (atlas_network_painter_paint (fixture->painter, fixture->cr,
                                               &view, ATLAS_PAINT_LABELS,
                                               stop_at_once, NULL));
}

/* In a crowd the most important names stand at the end of leaders, until the
 * zoom gives them room beside their discs. */
static void
test_leaders (Fixture *fixture, gconstpointer data)
{
  AtlasSceneView view = ATLAS_SCENE_VIEW_INIT;
  const AtlasSceneNode *nodes;
  guint n_nodes;
  guint n_led = 0;

  nodes = atlas_network_scene_get_nodes (fixture->scene, &n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    {
      const AtlasLabel *label = &nodes[i].label;

      if (!(label->zoom < label->near_zoom))
        continue;
      n_led++;
      g_assert_true (
          atlas_label_is_led (atlas_label_get_slot (label, label->zoom)));
      if (isfinite (label->near_zoom))
        g_assert_false (atlas_label_is_led (
            atlas_label_get_slot (label, label->near_zoom)));
      clear (fixture);
      atlas_network_painter_draw_label (fixture->painter, fixture->cr, &view, i,
                                        FALSE);
      g_assert_cmpuint (count_all (fixture), >, 0);
    }
  g_assert_cmpuint (n_led, >, 0);
  g_assert_cmpuint (n_led, <=, ATLAS_LABEL_N_LED);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    guint n_places;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/chart/network-paint/layers", 14, test_layers },
    { "/chart/network-paint/views", 14, test_views },
    { "/chart/network-paint/omit", 14, test_omit },
    { "/chart/network-paint/move", 14, test_move },
    { "/chart/network-paint/states", 14, test_states },
    { "/chart/network-paint/strong", 14, test_strong },
    { "/chart/network-paint/halo", 14, test_halo },
    { "/chart/network-paint/lines", 14, test_lines },
    { "/chart/network-paint/communities", 100, test_communities },
    { "/chart/network-paint/stop", 100, test_stop },
    { "/chart/network-paint/leaders", 300, test_leaders },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GUINT_TO_POINTER (tests[i].n_places),
                set_up, tests[i].test, tear_down);

  return g_test_run ();
}
