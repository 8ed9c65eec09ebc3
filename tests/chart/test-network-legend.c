/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-legend.h"
#include "network-fixture.h"

#define WIDTH 700
#define HEIGHT 1200

typedef struct
{
  AtlasNetwork *network;
  AtlasNetworkScene *scene;
  AtlasText *text;
  AtlasFormat format;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  AtlasNetworkOptions options = { .fill = ATLAS_NODE_FILL_ECONOMY };

  theme.text_scale = GPOINTER_TO_UINT (data);
  fixture->network = network_fixture_new (100, 7);
  fixture->scene = atlas_network_scene_new (fixture->network, &options, &theme,
                                            WIDTH, HEIGHT, NULL, NULL);
  fixture->text = atlas_text_new (&theme);
  fixture->format = (AtlasFormat) ATLAS_FORMAT_INIT;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  atlas_text_free (fixture->text);
  atlas_network_scene_unref (fixture->scene);
  atlas_network_unref (fixture->network);
}

static AtlasNetworkLegend *
make_legend (Fixture *fixture, double width, double max_height)
{
  return atlas_network_legend_new (fixture->scene, fixture->text,
                                   &fixture->format, width, max_height);
}

static double
get_height (Fixture *fixture, double width, double max_height)
{
  g_autoptr (AtlasNetworkLegend) legend =
      make_legend (fixture, width, max_height);

  return atlas_network_legend_get_height (legend);
}

/* It fits where it can, and what it leaves out makes it lower step by step. */
static void
test_fits (Fixture *fixture, gconstpointer data)
{
  double width = ATLAS_LEGEND_WIDTH * GPOINTER_TO_UINT (data);
  double whole = get_height (fixture, width, 1e6);
  double least = get_height (fixture, width, 1);
  double last = whole;
  guint n_steps = 0;

  /* What all lines and colours stand for is said in any case; the sizes, and
   * all economies but two, take more than a third of the whole. */
  g_assert_cmpfloat (least, >, 100);
  g_assert_cmpfloat (least, <, 0.66 * whole);
  for (double room = whole; room >= least; room -= 5)
    {
      double height = get_height (fixture, width, room);

      g_assert_cmpfloat (height, <=, room);
      g_assert_cmpfloat (height, <=, last);
      n_steps += height < last;
      last = height;
    }
  g_assert_cmpuint (n_steps, >, 4);
}

/* What can be said with fewer rows is, before anything is left out. */
static void
test_compact (Fixture *fixture, gconstpointer data)
{
  double width = ATLAS_LEGEND_WIDTH * GPOINTER_TO_UINT (data);
  double whole = get_height (fixture, width, 1e6);
  g_autoptr (AtlasNetworkLegend) lower =
      make_legend (fixture, width, whole - 12);
  g_autoptr (AtlasNetworkLegend) least = make_legend (fixture, width, 1);

  g_assert_cmpfloat (atlas_network_legend_get_height (lower), <, whole - 12);
  g_assert_true (atlas_network_legend_is_complete (lower));
  g_assert_false (atlas_network_legend_is_complete (least));
}

/* Two columns beside each other are lower than one. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  double scale = GPOINTER_TO_UINT (data);
  double one = get_height (fixture, ATLAS_LEGEND_WIDTH * scale, 1e6);
  double more = get_height (fixture, 3 * ATLAS_LEGEND_WIDTH * scale, 1e6);

  g_assert_cmpfloat (more, <, 0.75 * one);
  /* In the width of a telephone, too. */
  g_assert_cmpfloat (get_height (fixture, 236 * scale, 1e6), <, 0.8 * one);
}

static gboolean
row_has_ink (cairo_surface_t *surface, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + y * cairo_image_surface_get_stride (surface);

  for (int x = 0; x < 4 * cairo_image_surface_get_width (surface); x++)
    if (x % 4 != 3 && row[x] < 250)
      return TRUE;

  return FALSE;
}

/* Nothing of it is drawn below the height that it says it has. */
static void
test_draws (Fixture *fixture, gconstpointer data)
{
  double width = ATLAS_LEGEND_WIDTH * GPOINTER_TO_UINT (data);
  g_autoptr (AtlasNetworkLegend) legend = make_legend (fixture, width, 1e6);
  g_autoptr (AtlasNetworkPainter) painter =
      atlas_network_painter_new (fixture->scene);
  int height = (int) atlas_network_legend_get_height (legend);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, height + 60);
  cairo_t *cr = cairo_create (surface);
  int last = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  atlas_network_legend_draw (legend, painter, fixture->text, cr, 0, 0);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height + 60; y++)
    if (row_has_ink (surface, y))
      last = y;
  cairo_surface_destroy (surface);

  g_assert_cmpint (last, <=, height + 2);
  g_assert_cmpint (last, >, height - 30);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "fits", test_fits },
    { "compact", test_compact },
    { "columns", test_columns },
    { "draws", test_draws },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint scale = 1; scale <= 2; scale++)
    for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
      {
        g_autofree char *path = g_strdup_printf ("/chart/network-legend/%s/%u",
                                                 tests[i].path, scale);

        g_test_add (path, Fixture, GUINT_TO_POINTER (scale), set_up,
                    tests[i].test, tear_down);
      }

  return g_test_run ();
}
