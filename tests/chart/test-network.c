/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "atlas-chart-network-paint.h"
#include "atlas-chart-network-words.h"
#include "atlas-chart.h"
#include "atlas-profile-builder.h"
#include "network-fixture.h"

#define WIDTH 1200.0
#define HEIGHT 800.0

static AtlasNetworkScene *
make_scene (guint n_places)
{
  g_autoptr (AtlasNetwork) network = network_fixture_new (n_places, 3);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  AtlasNetworkOptions options = { 0 };

  return atlas_network_scene_new (network, &options, &theme, WIDTH, HEIGHT,
                                  NULL, NULL);
}

/* Discs lie inside the map and beside each other; a node named more often is
 * never smaller. */
static void
test_discs (void)
{
  static const guint sizes[] = { 1, 2, 14, 100, 300, 1000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (AtlasNetworkScene) scene = make_scene (sizes[i]);
      const AtlasSceneNode *nodes;
      const AtlasPlace *places;
      gsize n_places;
      guint n_nodes;

      nodes = atlas_network_scene_get_nodes (scene, &n_nodes);
      places = atlas_network_get_places (
          atlas_network_scene_get_network (scene), &n_places);
      g_assert_cmpuint (n_nodes, ==, n_places);
      for (guint a = 0; a < n_nodes; a++)
        {
          g_assert_cmpfloat (nodes[a].x, >=, nodes[a].radius - 0.1);
          g_assert_cmpfloat (nodes[a].x, <=, WIDTH - nodes[a].radius + 0.1);
          g_assert_cmpfloat (nodes[a].y, >=, nodes[a].radius - 0.1);
          g_assert_cmpfloat (nodes[a].y, <=, HEIGHT - nodes[a].radius + 0.1);
          for (guint b = a + 1; b < n_nodes; b++)
            {
              double distance =
                  hypot (nodes[a].x - nodes[b].x, nodes[a].y - nodes[b].y);

              g_assert_cmpfloat (distance, >=,
                                 nodes[a].radius + nodes[b].radius - 0.01);
              if (places[a].named_by_any > places[b].named_by_any)
                g_assert_cmpfloat (nodes[a].radius, >, nodes[b].radius);
            }
        }
    }
}

/* Lines begin and end at the rims, whatever the zoom, and bend to different
 * sides where several join two places. */
static void
test_lines (void)
{
  static const double zooms[] = { 1.0, 2.5, 9.0 };
  g_autoptr (AtlasNetworkScene) scene = make_scene (100);
  g_autoptr (AtlasNetworkPainter) painter = atlas_network_painter_new (scene);
  const AtlasSceneEdge *edges;
  guint n_bent = 0;
  guint n_edges;

  edges = atlas_network_scene_get_edges (scene, &n_edges);
  g_assert_cmpuint (n_edges, >, 300);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    for (guint j = 0; j < n_edges; j++)
      {
        AtlasSceneView view = { zooms[i], -20, 30 };
        AtlasEdgeLine line = atlas_network_painter_get_line (painter, &view, j);
        double x;
        double y;
        double radius;

        if (!line.visible)
          continue;
        atlas_network_painter_get_node (painter, &view, edges[j].target, &x, &y,
                                        &radius);
        g_assert_cmpfloat_with_epsilon (hypot (line.x1 - x, line.y1 - y),
                                        radius + 0.9, 0.2);
        atlas_network_painter_get_node (painter, &view, edges[j].source, &x, &y,
                                        &radius);
        g_assert_cmpfloat_with_epsilon (hypot (line.x0 - x, line.y0 - y),
                                        radius + 0.9, 0.2);
        n_bent += edges[j].lane > 0 || edges[j].lane < 0;
      }
  g_assert_cmpuint (n_bent, >, 0);

  for (guint i = 0; i < n_edges; i++)
    for (guint j = i + 1; j < n_edges; j++)
      {
        gboolean same = edges[i].source == edges[j].source
                        && edges[i].target == edges[j].target;
        gboolean back = edges[i].source == edges[j].target
                        && edges[i].target == edges[j].source;

        if (same)
          g_assert_cmpfloat (edges[i].lane, !=, edges[j].lane);
        if (back)
          g_assert_cmpfloat (edges[i].lane, !=, -edges[j].lane);
      }
}

static AtlasChart *
make_chart (AtlasChartKind kind, guint n_places)
{
  g_autoptr (GPtrArray) profiles = network_fixture_new_profiles (n_places, 3);
  g_autoptr (AtlasNetwork) network = network_fixture_new (n_places, 3);

  return atlas_chart_new (kind, (const AtlasProfile *const *) profiles->pdata,
                          profiles->len, NULL, network);
}

static void
draw (AtlasChart *chart, const AtlasTheme *theme, double width, double height)
{
  g_autoptr (AtlasChartLayout) layout =
      atlas_chart_layout (chart, theme, width, height);
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cairo_t *cr = cairo_create (surface);
  const guint32 *pixels;
  gsize n_pixels = (gsize) width * (gsize) height;
  guint n_inked = 0;

  g_assert_true (atlas_chart_layout_draw (layout, cr, &error));
  g_assert_no_error (error);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  for (gsize i = 0; i < n_pixels; i++)
    n_inked += pixels[i] != pixels[0];
  /* There is a picture, and it is no blot. */
  g_assert_cmpuint (n_inked, >, n_pixels / 200);
  g_assert_cmpuint (n_inked, <, n_pixels * 3 / 4);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Every size, theme and direction gives a picture. */
static void
test_pictures (void)
{
  static const AtlasChartKind kinds[] = { ATLAS_CHART_NETWORK,
                                          ATLAS_CHART_MATRIX };
  static const guint sizes[] = { 2, 14, 100, 700 };
  static const double widths[] = { 320, 700, 1500 };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      {
        g_autoptr (AtlasChart) chart = make_chart (kinds[i], sizes[j]);

        for (guint k = 0; k < G_N_ELEMENTS (widths); k++)
          {
            AtlasTheme theme = ATLAS_THEME_INIT ((AtlasThemeVariant) (k % 3));

            theme.right_to_left = k == 1;
            theme.grey = k == 2;
            draw (chart, &theme, widths[k], 700);
            g_assert_cmpfloat (atlas_chart_measure (chart, &theme, widths[k]),
                               >, 100);
          }
      }
}

/* The centre of each node and of each cell answers with its own mark. */
static void
test_hits (void)
{
  static const AtlasChartKind kinds[] = { ATLAS_CHART_NETWORK,
                                          ATLAS_CHART_MATRIX };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (AtlasChart) chart = make_chart (kinds[i], 100);
      AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_PRINT);
      g_autoptr (AtlasChartLayout) layout =
          atlas_chart_layout (chart, &theme, 1100, 1100);
      guint n_marks = atlas_chart_layout_get_n_marks (layout);

      g_assert_cmpuint (n_marks, >=, 99);
      for (guint j = 0; j < n_marks; j++)
        {
          const AtlasMark *mark = atlas_chart_layout_get_mark (layout, j);

          g_assert_cmpint (atlas_chart_layout_hit (layout,
                                                   mark->x + mark->width / 2,
                                                   mark->y + mark->height / 2),
                           ==, (int) j);
          g_assert_cmpint (mark->place, >=, 0);
          g_assert_nonnull (strstr (mark->spoken, mark->label));
        }
      g_assert_cmpint (atlas_chart_layout_hit (layout, 1, 1), ==, -1);
    }
}

/* From right to left a matrix is its own image in a mirror: it stands under its
 * title, and its columns run the way one reads. */
static void
test_mirrored (void)
{
  static const double widths[] = { 1200, 700 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
      g_autoptr (AtlasChart) chart = make_chart (ATLAS_CHART_MATRIX, 14);
      g_autoptr (AtlasChartLayout) plain =
          atlas_chart_layout (chart, &theme, widths[i], 800);
      g_autoptr (AtlasChartLayout) mirrored = NULL;
      guint n_marks = atlas_chart_layout_get_n_marks (plain);

      theme.right_to_left = TRUE;
      mirrored = atlas_chart_layout (chart, &theme, widths[i], 800);
      g_assert_cmpuint (n_marks, >, 20);
      g_assert_cmpuint (atlas_chart_layout_get_n_marks (mirrored), ==, n_marks);
      for (guint j = 0; j < n_marks; j++)
        {
          const AtlasMark *one = atlas_chart_layout_get_mark (plain, j);
          const AtlasMark *other = atlas_chart_layout_get_mark (mirrored, j);

          g_assert_cmpstr (one->spoken, ==, other->spoken);
          g_assert_cmpfloat_with_epsilon (other->x,
                                          widths[i] - one->x - one->width, 0.5);
          g_assert_cmpfloat_with_epsilon (other->y, one->y, 0.5);
        }
    }
}

static void
test_table (void)
{
  g_autoptr (AtlasChart) network = make_chart (ATLAS_CHART_NETWORK, 14);
  g_autoptr (AtlasChart) matrix = make_chart (ATLAS_CHART_MATRIX, 14);
  g_autoptr (AtlasChartTable) places = atlas_chart_dup_table (network);
  g_autoptr (AtlasChartTable) names = atlas_chart_dup_table (matrix);
  g_autofree char *said = atlas_chart_dup_description (network);

  g_assert_cmpuint (atlas_chart_table_get_n_rows (places), ==, 13);
  g_assert_cmpuint (atlas_chart_table_get_n_columns (names), ==, 7);
  g_assert_cmpuint (atlas_chart_table_get_n_rows (names), ==, 12);
  g_assert_nonnull (strstr (said, "13 places"));
}

/* A filtered network keeps the colours of the whole one. */
static void
test_colors (void)
{
  g_autoptr (AtlasNetwork) whole = network_fixture_new (100, 3);
  AtlasNetworkFilter filter = ATLAS_NETWORK_FILTER_INIT;
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  AtlasNetworkOptions options = { .whole = whole };
  g_autoptr (AtlasNetwork) part = NULL;
  g_autoptr (AtlasNetworkScene) scene = NULL;
  g_autoptr (AtlasNetworkScene) small = NULL;
  const AtlasSceneGroup *groups;
  const AtlasSceneGroup *fewer;
  guint n_groups;
  guint n_fewer;

  filter.economy = "Germany";
  part = atlas_network_filter (whole, &filter);
  scene = atlas_network_scene_new (whole, &options, &theme, WIDTH, HEIGHT, NULL,
                                   NULL);
  small = atlas_network_scene_new (part, &options, &theme, WIDTH, HEIGHT, NULL,
                                   NULL);
  groups = atlas_network_scene_get_groups (scene, &n_groups);
  fewer = atlas_network_scene_get_groups (small, &n_fewer);
  g_assert_cmpuint (n_groups, ==, n_fewer);
  for (guint i = 0; i < n_groups; i++)
    {
      g_assert_cmpstr (groups[i].name, ==, fewer[i].name);
      g_assert_cmpstr (groups[i].mark, ==, fewer[i].mark);
      g_assert_cmpuint (fewer[i].n_nodes > 0, ==,
                        g_str_equal (fewer[i].name, "Germany"));
    }
}

static void
test_words (void)
{
  g_autoptr (AtlasNetwork) network = network_fixture_new (14, 3);
  AtlasFormat format = ATLAS_FORMAT_INIT;
  const AtlasLink *links;
  gsize n_links;

  links = atlas_network_get_links (network, &n_links);
  for (guint i = 0; i < n_links; i++)
    {
      g_autofree char *said =
          atlas_network_dup_link_sentence (network, i, &format);

      g_assert_cmpint (strstr (said, "not known") != NULL, ==,
                       links[i].answer == ATLAS_LINK_UNKNOWN);
      g_assert_cmpint (strstr (said, "does not name") != NULL, ==,
                       links[i].answer == ATLAS_LINK_ONE_WAY);
      g_assert_nonnull (strstr (
          said, links[i].kind == ATLAS_PATENTS ? "patents" : "articles"));
    }
  g_assert_null (atlas_network_dup_hidden (0, &format));
}

/* A place that is named more often than others is news; many that are named
 * once are not. */
static void
test_titles (void)
{
  static const struct
  {
    const char *partners[4];
    const char *title;
  } cases[] = {
    { { "B" }, "B is named most: by 1 of 1 loaded cluster" },
    { { "B", "C" }, "B and C are named most: by 1 of 1 loaded cluster" },
    { { "B", "C", "D" }, "Who names whom as a collaboration partner" },
  };
  AtlasFormat format = ATLAS_FORMAT_INIT;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasProfileBuilder) builder = atlas_profile_builder_new ();
      g_autoptr (AtlasProfile) profile = NULL;
      const AtlasProfile *profiles[1];
      g_autoptr (AtlasNetwork) network = NULL;
      g_autofree char *title = NULL;

      atlas_profile_builder_set_source (builder, "a.txt");
      atlas_profile_builder_set_cluster (builder, "A", -1, 8);
      for (guint k = 0; cases[i].partners[k] != NULL; k++)
        atlas_profile_builder_add_partner (builder, ATLAS_PATENTS,
                                           cases[i].partners[k], -1, 44);
      profiles[0] = profile = atlas_profile_builder_end (builder);
      network = atlas_network_new (profiles, 1, NULL);
      g_assert_true (atlas_network_measure (network, NULL, NULL));
      title = atlas_network_dup_title (network, &format);
      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/network/discs", test_discs);
  g_test_add_func ("/chart/network/lines", test_lines);
  g_test_add_func ("/chart/network/pictures", test_pictures);
  g_test_add_func ("/chart/network/hits", test_hits);
  g_test_add_func ("/chart/network/mirrored", test_mirrored);
  g_test_add_func ("/chart/network/table", test_table);
  g_test_add_func ("/chart/network/colors", test_colors);
  g_test_add_func ("/chart/network/words", test_words);
  g_test_add_func ("/chart/network/titles", test_titles);

  return g_test_run ();
}
