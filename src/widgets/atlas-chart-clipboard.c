/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-clipboard.h"

#include <cairo-svg.h>

/* Pixels for each point of the copied picture: fit for print. */
#define PICTURE_SCALE 3.0

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
render_svg (const AtlasChartLayout *layout, double width, double height)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_svg_surface_create_for_stream (append_bytes, bytes, width, height);
  cairo_t *cr = cairo_create (surface);

  atlas_chart_layout_draw (layout, cr, NULL);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
render_png (const AtlasChartLayout *layout, double width, double height)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) (width * PICTURE_SCALE),
      (int) (height * PICTURE_SCALE));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, PICTURE_SCALE, PICTURE_SCALE);
  atlas_chart_layout_draw (layout, cr, NULL);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

static GdkContentProvider *
provide_text (const char *mime_type, char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return gdk_content_provider_new_for_bytes (mime_type, bytes);
}

/**
 * atlas_chart_clipboard_new:
 * @chart: what to copy
 * @width: width of the picture in points
 *
 * A copied chart is always light, whatever the screen is.
 *
 * Returns: (transfer full): PNG, SVG, tab-separated text and HTML in one offer
 */
GdkContentProvider *
atlas_chart_clipboard_new (AtlasChart *chart, double width)
{
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_PRINT);
  g_autoptr (AtlasChartLayout) layout = NULL;
  g_autoptr (AtlasChartTable) table = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) svg = NULL;
  GdkContentProvider *offers[5];
  double height;

  g_return_val_if_fail (chart != NULL, NULL);
  g_return_val_if_fail (width > 0, NULL);

  theme.right_to_left = atlas_chart_get_format (chart)->right_to_left;
  height = atlas_chart_measure (chart, &theme, width);
  layout = atlas_chart_layout (chart, &theme, width, height);
  table = atlas_chart_dup_table (chart);
  png = render_png (layout, width, height);
  svg = render_svg (layout, width, height);

  offers[0] = gdk_content_provider_new_for_bytes ("image/png", png);
  offers[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  offers[2] = provide_text ("text/plain;charset=utf-8",
                            atlas_chart_table_to_tsv (table));
  offers[3] = provide_text ("text/tab-separated-values",
                            atlas_chart_table_to_tsv (table));
  offers[4] = provide_text ("text/html", atlas_chart_table_to_html (table));

  return gdk_content_provider_new_union (offers, G_N_ELEMENTS (offers));
}
