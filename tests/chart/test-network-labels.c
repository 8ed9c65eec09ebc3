/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "atlas-chart-network-scene.h"
#include "network-fixture.h"

#define WIDTH 1920.0
#define HEIGHT 1080.0

/* Rounding may make two boxes that touch overlap by this much. */
#define TOUCH 1e-6

typedef struct
{
  double x0, y0, x1, y1;
} Box;

static AtlasNetworkScene *
make_scene (guint n_places, double text_scale)
{
  g_autoptr (AtlasNetwork) network = network_fixture_new (n_places, 7);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  AtlasNetworkOptions options = { 0 };

  theme.text_scale = text_scale;

  return atlas_network_scene_new (network, &options, &theme, WIDTH, HEIGHT,
                                  NULL, NULL);
}

static Box
label_box (const AtlasNetworkScene *scene, guint node, double zoom)
{
  const AtlasLabelNode *label =
      atlas_network_scene_get_label_node (scene, node);
  const AtlasSceneNode *nodes;
  guint n_nodes;
  double x;
  double y;

  nodes = atlas_network_scene_get_nodes (scene, &n_nodes);
  atlas_label_get_centre (
      label, atlas_label_get_slot (&nodes[node].label, zoom), zoom, &x, &y);

  return (Box){ x - label->width / 2, y - label->height / 2,
                x + label->width / 2, y + label->height / 2 };
}

static gboolean
overlap (const Box *a, const Box *b)
{
  return a->x0 < b->x1 - TOUCH && b->x0 < a->x1 - TOUCH && a->y0 < b->y1 - TOUCH
         && b->y0 < a->y1 - TOUCH;
}

static gboolean
covers_disc (const Box *box, double x, double y, double radius)
{
  double dx = x - CLAMP (x, box->x0, box->x1);
  double dy = y - CLAMP (y, box->y0, box->y1);

  return hypot (dx, dy) < radius - TOUCH;
}

static void
check_zoom (const AtlasNetworkScene *scene, double zoom)
{
  const AtlasSceneNode *nodes;
  guint n_nodes;

  nodes = atlas_network_scene_get_nodes (scene, &n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    {
      Box box;

      if (nodes[i].label.zoom > zoom)
        continue;
      box = label_box (scene, i, zoom);
      if (zoom <= 1.0)
        {
          g_assert_cmpfloat (box.x0, >=, -TOUCH);
          g_assert_cmpfloat (box.y0, >=, -TOUCH);
          g_assert_cmpfloat (box.x1, <=, WIDTH + TOUCH);
          g_assert_cmpfloat (box.y1, <=, HEIGHT + TOUCH);
        }
      for (guint j = 0; j < n_nodes; j++)
        {
          Box other;

          if (j == i)
            continue;
          g_assert_false (
              covers_disc (&box, zoom * nodes[j].x, zoom * nodes[j].y,
                           atlas_label_radius (nodes[j].radius, zoom)));
          if (j < i || nodes[j].label.zoom > zoom)
            continue;
          other = label_box (scene, j, zoom);
          g_assert_false (overlap (&box, &other));
        }
    }
}

/* No label over another, nor over a node that it does not name, at any zoom:
 * also just where one appears. */
static void
test_overlap (void)
{
  static const guint sizes[] = { 1, 2, 3, 5, 14, 40, 100, 300, 1000 };
  static const double zooms[] = { 1.0, 1.01, 1.3, 1.9, 2.7, 5.0, 11.0, 31.0 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (AtlasNetworkScene) scene = make_scene (sizes[i], 4.0 / 3.0);
      const AtlasSceneNode *nodes;
      guint n_nodes;

      nodes = atlas_network_scene_get_nodes (scene, &n_nodes);
      for (guint j = 0; j < G_N_ELEMENTS (zooms); j++)
        check_zoom (scene, zooms[j]);
      for (guint j = 0; j < n_nodes; j += MAX (n_nodes / 8, 1))
        if (isfinite (nodes[j].label.zoom))
          check_zoom (scene, nodes[j].label.zoom);
      for (guint j = 0; j < n_nodes; j++)
        if (nodes[j].label.near_zoom > nodes[j].label.zoom
            && isfinite (nodes[j].label.near_zoom))
          {
            check_zoom (scene, nodes[j].label.near_zoom);
            check_zoom (scene, nodes[j].label.near_zoom - 1e-6);
          }
    }
}

static double
get_shown_part (guint n_places)
{
  g_autoptr (AtlasNetworkScene) scene = make_scene (n_places, 4.0 / 3.0);
  guint n_nodes;
  guint n_hidden = atlas_network_scene_count_hidden (scene, 1.0);

  atlas_network_scene_get_nodes (scene, &n_nodes);
  g_test_message ("%u places: %u labels hidden", n_nodes, n_hidden);

  return 1.0 - (double) n_hidden / n_nodes;
}

static void
test_part_shown (void)
{
  g_assert_cmpfloat (get_shown_part (14), >=, 1.0);
  g_assert_cmpfloat (get_shown_part (100), >=, 0.98);
  g_assert_cmpfloat (get_shown_part (300), >=, 0.75);
}

/* The names that matter most are there, however full the map is. */
static void
test_most_important (void)
{
  static const guint sizes[] = { 14, 100, 300, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (AtlasNetworkScene) scene = make_scene (sizes[i], 4.0 / 3.0);
      const AtlasSceneNode *nodes;
      guint n_nodes;
      guint n_larger_hidden = 0;

      nodes = atlas_network_scene_get_nodes (scene, &n_nodes);
      for (guint j = 0; j < n_nodes; j++)
        {
          double importance =
              atlas_network_scene_get_label_node (scene, j)->importance;
          guint n_above = 0;

          for (guint k = 0; k < n_nodes; k++)
            n_above += atlas_network_scene_get_label_node (scene, k)->importance
                       > importance;
          if (n_above < 8 && nodes[j].label.zoom > 1.0)
            n_larger_hidden++;
        }
      g_test_message ("%u places: %u of the eight most important hidden",
                      n_nodes, n_larger_hidden);
      /* In the middle of a thousand there may be no room within reach. */
      g_assert_cmpuint (n_larger_hidden, <=, sizes[i] < 1000 ? 0 : 3);
    }
}

/* What is hidden becomes less and less with the zoom, and important names are
 * there first. */
static void
test_zoom (void)
{
  g_autoptr (AtlasNetworkScene) scene = make_scene (1000, 4.0 / 3.0);
  const AtlasSceneNode *nodes;
  guint n_nodes;
  guint last = G_MAXUINT;
  guint largest = 0;

  nodes = atlas_network_scene_get_nodes (scene, &n_nodes);
  for (double zoom = 1.0; zoom <= 33.0; zoom *= 1.2)
    {
      guint hidden = atlas_network_scene_count_hidden (scene, zoom);

      g_assert_cmpuint (hidden, <=, last);
      last = hidden;
    }
  g_assert_cmpuint (last, <=, n_nodes / 100);
  for (guint i = 0; i < n_nodes; i++)
    if (nodes[i].radius > nodes[largest].radius)
      largest = i;
  g_assert_cmpfloat (nodes[largest].label.zoom, <=, 1.6);
}

/* Two nodes in one place, a node wider than its label, no node at all. */
static void
test_corners (void)
{
  AtlasLabelNode nodes[3] = {
    { .x = 50,
      .y = 50,
      .radius = 4,
      .width = 40,
      .height = 12,
      .importance = 3 },
    { .x = 50,
      .y = 50,
      .radius = 4,
      .width = 40,
      .height = 12,
      .importance = 2 },
    { .x = 150,
      .y = 50,
      .radius = 30,
      .width = 10,
      .height = 12,
      .importance = 1 },
  };
  AtlasLabel labels[3];

  g_assert_true (atlas_labels_place (NULL, 0, 100, 100, NULL, NULL, NULL));
  g_assert_true (atlas_labels_place (nodes, 3, 200, 100, labels, NULL, NULL));
  g_assert_cmpfloat (labels[0].zoom, <=, 1.0);
  g_assert_cmpfloat (labels[1].zoom, <=, 1.0);
  g_assert_cmpuint (labels[0].slot, !=, labels[1].slot);
  g_assert_cmpfloat (labels[2].zoom, <=, 1.0);

  /* No room at all: hidden, not cut. */
  g_assert_true (atlas_labels_place (nodes, 1, 60, 100, labels, NULL, NULL));
  g_assert_cmpfloat (labels[0].zoom, <=, 1.0);
  g_assert_true (atlas_labels_place (nodes, 1, 52, 54, labels, NULL, NULL));
  g_assert_cmpfloat (labels[0].zoom, >=, 1.0);
}

static gboolean
stop_at_once (gpointer user_data)
{
  return TRUE;
}

static void
test_stop (void)
{
  g_autoptr (AtlasNetwork) network = network_fixture_new (40, 1);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  AtlasNetworkOptions options = { 0 };

  g_assert_null (atlas_network_scene_new (network, &options, &theme, WIDTH,
                                          HEIGHT, stop_at_once, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/network-labels/overlap", test_overlap);
  g_test_add_func ("/chart/network-labels/part-shown", test_part_shown);
  g_test_add_func ("/chart/network-labels/zoom", test_zoom);
  g_test_add_func ("/chart/network-labels/corners", test_corners);
  g_test_add_func ("/chart/network-labels/stop", test_stop);

  g_test_add_func ("/chart/network-labels/most-important", test_most_important);

  return g_test_run ();
}
