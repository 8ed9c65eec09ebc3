/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "atlas-picture.h"
#include "report-samples.h"

static AtlasChart *
make_chart (GPtrArray *profiles)
{
  return atlas_chart_new (ATLAS_CHART_SHARES,
                          (const AtlasProfile *const *) profiles->pdata, 1,
                          NULL, NULL);
}

static void
test_bytes (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_new (1, 0);
  g_autoptr (AtlasChart) chart = make_chart (profiles);
  static const char *const starts[] = { "<?xml", "%PDF-", "\211PNG" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      AtlasPictureSettings settings = ATLAS_PICTURE_SETTINGS_INIT (i);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) a = atlas_picture_render (chart, &settings, &error);
      g_autoptr (GBytes) b = NULL;
      gsize length;
      const char *data;

      g_assert_no_error (error);
      b = atlas_picture_render (chart, &settings, &error);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (a, b));
      data = g_bytes_get_data (a, &length);
      g_assert_cmpmem (data, strlen (starts[i]), starts[i], strlen (starts[i]));
      if (i == ATLAS_PICTURE_SVG)
        g_assert_nonnull (memmem (data, length, "<title>", 7));
      if (i == ATLAS_PICTURE_PNG)
        g_assert_nonnull (memmem (data, length, "pHYs", 4));
    }
}

/* Whatever the length of the title, the file is one element with its role, and
 * the title in it. */
static void
test_long_titles (void)
{
  g_autoptr (GPtrArray) profiles = report_samples_new (1, 0);
  AtlasPictureSettings settings =
      ATLAS_PICTURE_SETTINGS_INIT (ATLAS_PICTURE_SVG);
  const GMarkupParser parser = { .start_element = NULL };

  for (gsize length = 16; length <= 1 << 18; length *= 4)
    {
      g_autoptr (AtlasChart) chart = make_chart (profiles);
      g_autofree char *title = g_strnfill (length, 'x');
      g_autoptr (GMarkupParseContext) context =
          g_markup_parse_context_new (&parser, 0, NULL, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) picture = NULL;
      g_autofree char *element = g_strdup_printf ("<title>%s</title>", title);
      g_autofree char *text = NULL;
      const char *svg;

      atlas_chart_set_title (chart, title);
      picture = atlas_picture_render (chart, &settings, &error);
      g_assert_no_error (error);
      text = g_strndup (g_bytes_get_data (picture, NULL),
                        g_bytes_get_size (picture));
      g_markup_parse_context_parse (context, text, -1, &error);
      g_assert_no_error (error);
      g_markup_parse_context_end_parse (context, &error);
      g_assert_no_error (error);

      g_assert_nonnull (strstr (text, element));
      svg = strstr (text, "<svg ");
      g_assert_nonnull (svg);
      *strchr (svg, '>') = '\0';
      g_assert_true (g_str_has_suffix (svg, " role=\"img\""));
    }
}

static void
test_names (void)
{
  AtlasPictureFormat format;

  g_assert_true (atlas_picture_format_from_name ("a/b.PNG", &format));
  g_assert_cmpint (format, ==, ATLAS_PICTURE_PNG);
  g_assert_true (atlas_picture_format_from_name ("x.svg", &format));
  g_assert_cmpint (format, ==, ATLAS_PICTURE_SVG);
  g_assert_false (atlas_picture_format_from_name ("x.jpg", &format));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/picture/bytes", test_bytes);
  g_test_add_func ("/report/picture/long-titles", test_long_titles);
  g_test_add_func ("/report/picture/names", test_names);

  return g_test_run ();
}
