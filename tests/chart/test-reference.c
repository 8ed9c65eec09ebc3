/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-private.h"
#include "fixtures.h"

#include <math.h>
#include <pango/pangocairo.h>

/*
 * Reference pictures of the charts, as text that a person can compare: the
 * words, the boxes of the marks as parts of the page, and the picture itself
 * as a coarse grid of ink. Words are exact; boxes and ink have a tolerance,
 * for no two machines have the same fonts.
 *
 * ATLAS_WRITE_REFERENCE=tests/chart/reference writes them anew: look at what
 * changed before it is committed.
 */

#define WIDTH 700.0

/* Parts of the page that a box may be off. */
#define BOX_TOLERANCE 0.06

/* The grid, and how much the ink of a cell may differ, in percent. */
#define COLUMNS 14
#define ROWS 12
#define INK_TOLERANCE 20

static const struct
{
  AtlasChartKind kind;
  guint n;
  guint n_editions;
  AtlasChartForm form;
  const char *name;
} charts[] = {
  { ATLAS_CHART_APPLICANTS, 1, 1, ATLAS_FORM_AUTO, "applicants" },
  { ATLAS_CHART_PUBLISHERS, 1, 1, ATLAS_FORM_AUTO, "publishers" },
  { ATLAS_CHART_SHARES, 1, 1, ATLAS_FORM_AUTO, "shares" },
  { ATLAS_CHART_SHARES, 1, 1, ATLAS_FORM_DONUT, "donut" },
  { ATLAS_CHART_MULTIPLES, 4, 1, ATLAS_FORM_AUTO, "multiples" },
  { ATLAS_CHART_COMPARE, 3, 1, ATLAS_FORM_AUTO, "compare" },
  { ATLAS_CHART_CONCENTRATION, 6, 1, ATLAS_FORM_AUTO, "concentration" },
  { ATLAS_CHART_POSITION, 8, 1, ATLAS_FORM_AUTO, "position" },
  { ATLAS_CHART_EDITIONS, 5, 2, ATLAS_FORM_AUTO, "slopes" },
  { ATLAS_CHART_EDITIONS, 5, 4, ATLAS_FORM_AUTO, "bumps" },
  { ATLAS_CHART_FIELDS, 1, 1, ATLAS_FORM_BARS, "fields" },
  { ATLAS_CHART_FIELDS, 4, 1, ATLAS_FORM_HEAT_MAP, "heat-map" },
};

static void
append_number (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.3f", number);
  g_string_append_c (out, '\t');
  g_string_append (out, isnan (number) ? "none" : text);
}

static void
append_texts (GString *out, const AtlasChartLayout *layout)
{
  guint i;

  for (i = 0; i < layout->items->len; i++)
    {
      const AtlasItem *item = &g_array_index (layout->items, AtlasItem, i);

      if (item->type == ATLAS_ITEM_TEXT)
        g_string_append_printf (out, "text\t%s\n", item->text);
    }
}

static void
append_marks (GString *out, const AtlasChartLayout *layout)
{
  guint i;

  for (i = 0; i < atlas_chart_layout_get_n_marks (layout); i++)
    {
      const AtlasMark *mark = atlas_chart_layout_get_mark (layout, i);

      g_string_append_printf (out, "mark\t%s\t%s", mark->label, mark->spoken);
      append_number (out, mark->value);
      append_number (out, mark->shape.x / layout->width);
      append_number (out, mark->shape.y / layout->height);
      append_number (out, mark->shape.width / layout->width);
      append_number (out, mark->shape.height / layout->height);
      g_string_append_c (out, '\n');
    }
}

/* The ink of one cell of the grid: 0 for the white ground, 100 for black. */
static double
get_ink (cairo_surface_t *surface, int left, int right, int top, int bottom)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  double ink = 0.0;
  int x, y;

  for (y = top; y < bottom; y++)
    for (x = left; x < right; x++)
      {
        const guchar *pixel = data + y * stride + x * 4;

        ink += 1.0 - (pixel[0] + pixel[1] + pixel[2]) / 765.0;
      }

  return 100.0 * ink / MAX ((right - left) * (bottom - top), 1);
}

static void
append_ink (GString *out, const AtlasChartLayout *layout)
{
  int width = (int) ceil (layout->width);
  int height = (int) ceil (layout->height);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;
  int column, row;

  cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  cairo_paint (cr);
  g_assert_true (atlas_chart_layout_draw (layout, cr, &error));
  g_assert_no_error (error);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  for (row = 0; row < ROWS; row++)
    {
      g_string_append (out, "ink");
      for (column = 0; column < COLUMNS; column++)
        g_string_append_printf (
            out, "\t%d",
            (int) lround (get_ink (surface, column * width / COLUMNS,
                                   (column + 1) * width / COLUMNS,
                                   row * height / ROWS,
                                   (row + 1) * height / ROWS)));
      g_string_append_c (out, '\n');
    }
  cairo_surface_destroy (surface);
}

static char *
describe (guint chart)
{
  g_autoptr (GPtrArray) profiles =
      make_set (SET_PLAIN, charts[chart].n, charts[chart].n_editions);
  const AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_PRINT);
  const AtlasChartOptions options = { .form = charts[chart].form };
  g_autoptr (AtlasChart) drawn = atlas_chart_new (
      charts[chart].kind, (const AtlasProfile *const *) profiles->pdata,
      profiles->len, NULL, NULL);
  g_autoptr (AtlasChartLayout) layout = NULL;
  GString *out = g_string_new (NULL);

  atlas_chart_set_options (drawn, &options);
  layout = atlas_chart_layout (drawn, &theme, WIDTH,
                               atlas_chart_measure (drawn, &theme, WIDTH));
  append_texts (out, layout);
  append_marks (out, layout);
  append_ink (out, layout);

  return g_string_free (out, FALSE);
}

/* Fields from @first on are numbers that may differ by @tolerance. */
static void
assert_line (const char *name,
             const char *expected,
             const char *found,
             guint first,
             double tolerance)
{
  g_auto (GStrv) wanted = g_strsplit (expected, "\t", -1);
  g_auto (GStrv) fields = g_strsplit (found, "\t", -1);
  guint i;

  g_test_message ("%s: “%s”, expected “%s”", name, found, expected);
  g_assert_cmpuint (g_strv_length (fields), ==, g_strv_length (wanted));
  for (i = 0; wanted[i] != NULL; i++)
    if (i < first)
      g_assert_cmpstr (fields[i], ==, wanted[i]);
    else
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (fields[i], NULL),
                                      g_ascii_strtod (wanted[i], NULL),
                                      tolerance + 1e-9);
}

static void
test_chart (gconstpointer data)
{
  guint chart = GPOINTER_TO_UINT (data);
  const char *folder = g_getenv ("ATLAS_WRITE_REFERENCE");
  g_autofree char *name = g_strconcat (charts[chart].name, ".txt", NULL);
  g_autofree char *found = describe (chart);
  g_autofree char *expected = NULL;
  g_autofree char *path = NULL;
  g_auto (GStrv) wanted = NULL;
  g_auto (GStrv) lines = NULL;
  guint i;

  if (folder != NULL)
    {
      path = g_build_filename (folder, name, NULL);
      g_assert_true (g_file_set_contents (path, found, -1, NULL));
      return;
    }

  path = g_test_build_filename (G_TEST_DIST, "chart", "reference", name, NULL);
  g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
  wanted = g_strsplit (expected, "\n", -1);
  lines = g_strsplit (found, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (wanted));
  for (i = 0; wanted[i] != NULL; i++)
    if (g_str_has_prefix (wanted[i], "ink"))
      assert_line (name, wanted[i], lines[i], 1, INK_TOLERANCE);
    else if (g_str_has_prefix (wanted[i], "mark"))
      assert_line (name, wanted[i], lines[i], 4, BOX_TOLERANCE);
    else
      g_assert_cmpstr (lines[i], ==, wanted[i]);
}

/* Lines break elsewhere in other fonts: the references are of one. */
static gboolean
has_font_of_references (void)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);
  g_autoptr (PangoFontDescription) sans =
      pango_font_description_from_string ("Sans 9");
  g_autoptr (PangoFont) font = pango_font_map_load_font (map, context, sans);
  g_autoptr (PangoFontDescription) found =
      font != NULL ? pango_font_describe (font) : NULL;

  g_object_unref (context);

  return found != NULL
         && g_strcmp0 (pango_font_description_get_family (found), "DejaVu Sans")
                == 0;
}

int
main (int argc, char **argv)
{
  guint i;

  g_test_init (&argc, &argv, NULL);

  if (!has_font_of_references ())
    {
      g_print ("1..0 # SKIP Sans is not DejaVu Sans here\n");
      return 0;
    }

  for (i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autofree char *path = g_strconcat ("/reference/", charts[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_chart);
    }

  return g_test_run ();
}
