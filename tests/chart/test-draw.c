/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-private.h"
#include "fixtures.h"

#include <cairo-svg.h>
#include <locale.h>
#include <string.h>

#define WIDTH 480

static AtlasChart *
make_chart (AtlasChartKind kind)
{
  g_autoptr (GPtrArray) profiles = make_set (SET_PLAIN, 4, 2);

  return atlas_chart_new (kind, (const AtlasProfile *const *) profiles->pdata,
                          profiles->len, NULL, NULL);
}

static AtlasChartLayout *
lay_out (AtlasChart *chart, const AtlasTheme *theme)
{
  return atlas_chart_layout (chart, theme, WIDTH,
                             atlas_chart_measure (chart, theme, WIDTH));
}

static cairo_surface_t *
draw_picture (const AtlasChartLayout *layout, double scale)
{
  cairo_surface_t *surface;
  double width, height;
  cairo_t *cr;

  atlas_chart_layout_get_size (layout, &width, &height);
  surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) (width * scale), (int) (height * scale));
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  g_assert_true (atlas_chart_layout_draw (layout, cr, NULL));
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row = cairo_image_surface_get_data (surface)
                      + y * cairo_image_surface_get_stride (surface);
  guint32 pixel;

  memcpy (&pixel, row + 4 * x, sizeof pixel);

  return pixel;
}

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Surfaces are numbered within a process: the numbers go. */
static char *
draw_svg (AtlasChartKind kind)
{
  g_autoptr (AtlasChart) chart = make_chart (kind);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_PRINT);
  g_autoptr (AtlasChartLayout) layout = lay_out (chart, &theme);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GRegex) number = g_regex_new (
      "(surface|clip|mask|source|image|pattern|linear)[0-9]+", 0, 0, NULL);
  cairo_surface_t *surface;
  double height;
  cairo_t *cr;

  atlas_chart_layout_get_size (layout, NULL, &height);
  surface = cairo_svg_surface_create_for_stream (append, bytes, WIDTH, height);
  cr = cairo_create (surface);
  g_assert_true (atlas_chart_layout_draw (layout, cr, NULL));
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  return g_regex_replace (number, (const char *) bytes->data,
                          (gssize) bytes->len, 0, "\\1", 0, NULL);
}

/* The bytes are those of the first run, whatever the locale is. Locales that
 * are not installed are left out. */
static void
test_same_bytes (void)
{
  static const char *const locales[] = { "C",           "C.UTF-8",
                                         "de_DE.UTF-8", "ar_EG.UTF-8",
                                         "fr_FR.UTF-8", "zh_CN.UTF-8",
                                         "ru_RU.UTF-8", "es_ES.UTF-8" };
  guint kind, i;

  for (kind = 0; kind <= ATLAS_CHART_FIELDS; kind++)
    {
      g_autofree char *first = draw_svg ((AtlasChartKind) kind);

      g_assert_cmpuint (strlen (first), >, 1000);
      for (i = 0; i < G_N_ELEMENTS (locales); i++)
        {
          g_autofree char *again = NULL;

          if (setlocale (LC_ALL, locales[i]) == NULL)
            continue;
          again = draw_svg ((AtlasChartKind) kind);
          g_assert_cmpstr (first, ==, again);
        }
      setlocale (LC_ALL, "C");
    }
}

/* Exports in grey hold nothing but greys. */
static void
test_grey (void)
{
  guint kind;
  int x, y;

  for (kind = 0; kind <= ATLAS_CHART_FIELDS; kind++)
    {
      g_autoptr (AtlasChart) chart = make_chart ((AtlasChartKind) kind);
      AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_PRINT);
      g_autoptr (AtlasChartLayout) layout = NULL;
      cairo_surface_t *surface;

      theme.grey = TRUE;
      layout = lay_out (chart, &theme);
      surface = draw_picture (layout, 1);
      for (y = 0; y < cairo_image_surface_get_height (surface); y++)
        for (x = 0; x < cairo_image_surface_get_width (surface); x++)
          {
            guint32 pixel = get_pixel (surface, x, y);
            int red = (pixel >> 16) & 0xff, green = (pixel >> 8) & 0xff;

            g_assert_cmpint (ABS (red - green), <=, 1);
            g_assert_cmpint (ABS (green - (int) (pixel & 0xff)), <=, 1);
          }
      cairo_surface_destroy (surface);
    }
}

/* A leader's bar is of the accent, on the ground of the theme. */
static void
test_colours (void)
{
  guint variant;

  for (variant = 0; variant < ATLAS_N_THEME_VARIANTS; variant++)
    {
      g_autoptr (AtlasChart) chart = make_chart (ATLAS_CHART_APPLICANTS);
      AtlasTheme theme = ATLAS_THEME_INIT ((AtlasThemeVariant) variant);
      g_autoptr (AtlasChartLayout) layout = lay_out (chart, &theme);
      cairo_surface_t *surface = draw_picture (layout, 2);
      const AtlasBox *bar = &atlas_chart_layout_get_mark (layout, 0)->shape;
      AtlasColor accent = atlas_theme_get_color (&theme, ATLAS_INK_ACCENT);
      AtlasColor ground = atlas_theme_get_color (&theme, ATLAS_INK_GROUND);
      guint32 inside = get_pixel (surface, (int) (2 * bar->x + 6),
                                  (int) (2 * bar->y + bar->height));
      guint32 outside = get_pixel (surface, 2, 2);

      g_assert_cmpint (inside & 0xff, ==, (int) (accent.blue * 255 + 0.5));
      g_assert_cmpint (inside >> 24, ==, 0xff);
      g_assert_cmpint (outside & 0xff, ==, (int) (ground.blue * 255 + 0.5));
      cairo_surface_destroy (surface);
    }
}

static void
test_transparent (void)
{
  g_autoptr (AtlasChart) chart = make_chart (ATLAS_CHART_APPLICANTS);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_PRINT);
  g_autoptr (AtlasChartLayout) layout = NULL;
  cairo_surface_t *surface;

  theme.transparent = TRUE;
  layout = lay_out (chart, &theme);
  surface = draw_picture (layout, 1);
  g_assert_cmpint (get_pixel (surface, 1, 1), ==, 0);
  cairo_surface_destroy (surface);
}

/* The margin of the page stays free of ink. */
static void
test_margin (void)
{
  guint kind;
  int i;

  for (kind = 0; kind <= ATLAS_CHART_FIELDS; kind++)
    {
      g_autoptr (AtlasChart) chart = make_chart ((AtlasChartKind) kind);
      AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_PRINT);
      g_autoptr (AtlasChartLayout) layout = lay_out (chart, &theme);
      cairo_surface_t *surface = draw_picture (layout, 1);
      int width = cairo_image_surface_get_width (surface);
      int height = cairo_image_surface_get_height (surface);

      for (i = 0; i < height; i++)
        {
          g_assert_cmphex (get_pixel (surface, 2, i), ==, 0xffffffff);
          g_assert_cmphex (get_pixel (surface, width - 3, i), ==, 0xffffffff);
        }
      for (i = 0; i < width; i++)
        g_assert_cmphex (get_pixel (surface, i, 2), ==, 0xffffffff);
      cairo_surface_destroy (surface);
    }
}

/* The same but for the faintest pixels of letters at the edge of a band, which
 * newer versions of cairo round otherwise or leave out where text is clipped.
 */
static void
assert_alike (cairo_surface_t *a, cairo_surface_t *b)
{
  const guchar *left = cairo_image_surface_get_data (a);
  const guchar *right = cairo_image_surface_get_data (b);
  gsize size = (gsize) cairo_image_surface_get_stride (a)
               * (gsize) cairo_image_surface_get_height (a);
  gsize n_differ = 0;

  for (gsize i = 0; i < size; i++)
    {
      g_assert_cmpint (ABS (left[i] - right[i]), <=, 64);
      n_differ += left[i] != right[i];
    }
  g_assert_cmpuint (n_differ, <=, size / 10000);
}

/* Drawn in bands it is the same as drawn at once. */
static void
test_bands (void)
{
  g_autoptr (AtlasChart) chart = make_chart (ATLAS_CHART_MULTIPLES);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  g_autoptr (AtlasChartLayout) layout = lay_out (chart, &theme);
  cairo_surface_t *whole = draw_picture (layout, 1);
  int width = cairo_image_surface_get_width (whole);
  int height = cairo_image_surface_get_height (whole), y;
  cairo_surface_t *bands =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  for (y = 0; y < height; y += 50)
    {
      cairo_t *cr = cairo_create (bands);

      cairo_rectangle (cr, 0, y, width, 50);
      cairo_clip (cr);
      g_assert_true (atlas_chart_layout_draw (layout, cr, NULL));
      cairo_destroy (cr);
    }
  cairo_surface_flush (bands);
  assert_alike (whole, bands);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (bands);
}

/* A fault of cairo is told, not swallowed. */
static void
test_fault (void)
{
  g_autoptr (AtlasChart) chart = make_chart (ATLAS_CHART_SHARES);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  g_autoptr (AtlasChartLayout) layout = lay_out (chart, &theme);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, -1, -1);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_chart_layout_draw (layout, cr, &error));
  g_assert_error (error, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_CAIRO);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Every state of a mark leaves ink, and each another. */
static void
test_emphasis (void)
{
  static const AtlasMarkState states[] = { 0, ATLAS_MARK_HOVER,
                                           ATLAS_MARK_SELECTED,
                                           ATLAS_MARK_FOCUS };
  g_autoptr (AtlasChart) chart = make_chart (ATLAS_CHART_SHARES);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  g_autoptr (AtlasChartLayout) layout = lay_out (chart, &theme);
  guint sums[G_N_ELEMENTS (states)], i, j;
  int x, y;

  for (i = 0; i < G_N_ELEMENTS (states); i++)
    {
      cairo_surface_t *surface = draw_picture (layout, 1);
      cairo_t *cr = cairo_create (surface);

      atlas_chart_layout_draw_mark (layout, cr, 1, states[i]);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      sums[i] = 0;
      for (y = 0; y < cairo_image_surface_get_height (surface); y++)
        for (x = 0; x < WIDTH; x++)
          sums[i] = sums[i] * 31 + get_pixel (surface, x, y);
      cairo_surface_destroy (surface);
      for (j = 0; j < i; j++)
        g_assert_cmpuint (sums[i], !=, sums[j]);
    }
}

/* Laid out by many threads at once, all are alike. */
static gpointer
lay_out_in_thread (gpointer data)
{
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);

  return lay_out (data, &theme);
}

static void
test_threads (void)
{
  g_autoptr (AtlasChart) chart = make_chart (ATLAS_CHART_MULTIPLES);
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  g_autoptr (AtlasChartLayout) here = lay_out (chart, &theme);
  GThread *threads[4];
  guint i, j;

  for (i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("layout", lay_out_in_thread, chart);
  for (i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (AtlasChartLayout) there = g_thread_join (threads[i]);

      g_assert_cmpuint (there->items->len, ==, here->items->len);
      for (j = 0; j < here->items->len; j++)
        {
          const AtlasItem *a = &g_array_index (here->items, AtlasItem, j);
          const AtlasItem *b = &g_array_index (there->items, AtlasItem, j);

          g_assert_cmpmem (&a->box, sizeof a->box, &b->box, sizeof b->box);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draw/same-bytes", test_same_bytes);
  g_test_add_func ("/draw/grey", test_grey);
  g_test_add_func ("/draw/colours", test_colours);
  g_test_add_func ("/draw/transparent", test_transparent);
  g_test_add_func ("/draw/margin", test_margin);
  g_test_add_func ("/draw/bands", test_bands);
  g_test_add_func ("/draw/fault", test_fault);
  g_test_add_func ("/draw/emphasis", test_emphasis);
  g_test_add_func ("/draw/threads", test_threads);

  return g_test_run ();
}
