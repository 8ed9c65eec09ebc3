/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-picture.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <string.h>

#include "atlas-cairo-stream.h"
#include "atlas-drawable.h"

#define POINTS_PER_INCH 72.0
#define INCHES_PER_METRE (1000.0 / 25.4)
#define MOST_PIXELS 30000.0

static const struct
{
  const char *extension;
  const char *mime_type;
} formats[] = {
  [ATLAS_PICTURE_SVG] = { ".svg", "image/svg+xml" },
  [ATLAS_PICTURE_PDF] = { ".pdf", "application/pdf" },
  [ATLAS_PICTURE_PNG] = { ".png", "image/png" },
};

/**
 * atlas_picture_format_from_name:
 * @name: a file name
 * @format: (out): the format that its ending says
 *
 * Returns: whether the ending is that of a format
 */
gboolean
atlas_picture_format_from_name (const char *name, AtlasPictureFormat *format)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (folded, formats[i].extension))
      {
        *format = (AtlasPictureFormat) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * atlas_picture_format_get_extension:
 * @format: a format
 *
 * Returns: the ending of its files, with the dot
 */
const char *
atlas_picture_format_get_extension (AtlasPictureFormat format)
{
  return formats[format].extension;
}

/**
 * atlas_picture_format_get_mime_type:
 * @format: a format
 *
 * Returns: its media type
 */
const char *
atlas_picture_format_get_mime_type (AtlasPictureFormat format)
{
  return formats[format].mime_type;
}

/* cairo numbers its surfaces through the life of the process; the ids in an
 * SVG are numbered anew, so that the same picture has the same bytes. */
static void
renumber_ids (GString *svg)
{
  static const char word[] = "surface";
  g_autoptr (GHashTable) numbers =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) made = g_string_sized_new (svg->len);
  const char *at = svg->str;
  const char *found;

  while ((found = strstr (at, word)) != NULL)
    {
      const char *digits = found + strlen (word);
      gsize n_digits = strspn (digits, "0123456789");
      gboolean is_id = found > svg->str
                       && (found[-1] == '"' || found[-1] == '#')
                       && n_digits > 0;

      g_string_append_len (made, at, digits - at);
      at = digits;
      if (is_id)
        {
          char *number = g_strndup (digits, n_digits);
          gpointer known = g_hash_table_lookup (numbers, number);

          if (known == NULL)
            {
              known = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
              g_hash_table_insert (numbers, number, known);
            }
          else
            {
              g_free (number);
            }
          g_string_append_printf (made, "%u", GPOINTER_TO_UINT (known));
          at += n_digits;
        }
    }
  g_string_append (made, at);
  g_string_assign (svg, made->str);
}

/* g_markup_escape_text() lets characters through that no XML may hold; and a
 * line end that is not written as a number becomes another one. */
static char *
dup_xml (const char *text)
{
  g_autofree char *held = NULL;
  g_autoptr (GString) clean = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  for (const char *c = atlas_drawable_text (text, &held); *c != '\0'; c++)
    if ((guchar) *c < 0x20 && strchr ("\t\n\r", *c) == NULL)
      g_string_append (clean, "\357\277\275");
    else
      g_string_append_c (clean, *c);

  escaped = g_markup_escape_text (clean->str, (gssize) clean->len);
  g_string_assign (clean, escaped);
  g_string_replace (clean, "\r", "&#13;", 0);

  return g_string_free (g_steal_pointer (&clean), FALSE);
}

/* Title and description for those who cannot see the picture. */
static void
describe_svg (GString *svg, AtlasChart *chart)
{
  g_autofree char *title = atlas_chart_dup_title (chart);
  g_autofree char *description = atlas_chart_dup_description (chart);
  g_autofree char *xml_title = dup_xml (title);
  g_autofree char *xml_description = dup_xml (description);
  g_autofree char *described =
      g_strdup_printf (" role=\"img\">\n<title>%s</title>\n<desc>%s</desc>",
                       xml_title, xml_description);
  const char *start = strstr (svg->str, "<svg");
  const char *end = start != NULL ? strchr (start, '>') : NULL;
  gssize at;

  if (end == NULL)
    return;
  at = end - svg->str;
  g_string_erase (svg, at, 1);
  g_string_insert (svg, at, described);
}

static GBytes *
finish_svg (GByteArray *held, AtlasChart *chart)
{
  GString *svg =
      g_string_new_len ((const char *) held->data, (gssize) held->len);

  renumber_ids (svg);
  describe_svg (svg, chart);

  return g_string_free_to_bytes (svg);
}

static guint32
get_crc (const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffffu;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (crc & 1u) != 0 ? (crc >> 1) ^ 0xedb88320u : crc >> 1;
    }

  return crc ^ 0xffffffffu;
}

/* Adds the chunk that says how many pixels make an inch; it belongs behind the
 * header, which is of a fixed size. */
static GBytes *
finish_png (GByteArray *held, double dpi)
{
  const gsize header = 33;
  guint32 density = GUINT32_TO_BE ((guint32) (dpi * INCHES_PER_METRE + 0.5));
  guint8 chunk[21] = { 0, 0, 0, 9, 'p', 'H', 'Y', 's' };
  guint32 crc;
  GByteArray *made = g_byte_array_sized_new (held->len + sizeof chunk);

  memcpy (chunk + 8, &density, 4);
  memcpy (chunk + 12, &density, 4);
  chunk[16] = 1;
  crc = GUINT32_TO_BE (get_crc (chunk + 4, 13));
  memcpy (chunk + 17, &crc, 4);

  g_byte_array_append (made, held->data, header);
  g_byte_array_append (made, chunk, sizeof chunk);
  g_byte_array_append (made, held->data + header, held->len - (guint) header);

  return g_byte_array_free_to_bytes (made);
}

static void
describe_pdf (cairo_surface_t *surface, AtlasChart *chart, gint64 time)
{
  g_autofree char *title = atlas_chart_dup_title (chart);
  g_autofree char *subject = atlas_chart_dup_description (chart);
  g_autofree char *held_title = NULL;
  g_autofree char *held_subject = NULL;
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time);
  g_autofree char *created =
      date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  atlas_drawable_text (title, &held_title));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  atlas_drawable_text (subject, &held_subject));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Cluster Atlas " ATLAS_VERSION);
  if (created != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                    created);
}

/* 80 mm at 254 dots per inch are 800 pixels, whatever the last bit of the
 * product says. */
static int
to_pixels (double size)
{
  return (int) MIN (ceil (size - 1e-6), MOST_PIXELS);
}

static cairo_surface_t *
create_surface (AtlasChart *chart,
                const AtlasPictureSettings *settings,
                double height,
                AtlasCairoStream *out)
{
  double scale = settings->dpi / POINTS_PER_INCH;
  cairo_surface_t *surface;

  switch (settings->format)
    {
    case ATLAS_PICTURE_SVG:
      return cairo_svg_surface_create_for_stream (atlas_cairo_stream_write, out,
                                                  settings->width, height);
    case ATLAS_PICTURE_PDF:
      surface = cairo_pdf_surface_create_for_stream (
          atlas_cairo_stream_write, out, settings->width, height);
      describe_pdf (surface, chart, settings->time);
      return surface;
    case ATLAS_PICTURE_PNG:
    default:
      surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                            to_pixels (settings->width * scale),
                                            to_pixels (height * scale));
      cairo_surface_set_device_scale (surface, scale, scale);
      return surface;
    }
}

static gboolean
draw (AtlasChart *chart,
      const AtlasPictureSettings *settings,
      double height,
      cairo_surface_t *surface,
      GError **error)
{
  AtlasChartLayout *layout =
      atlas_chart_layout (chart, &settings->theme, settings->width, height);
  cairo_t *cr = cairo_create (surface);
  gboolean drawn = atlas_chart_layout_draw (layout, cr, error);

  cairo_destroy (cr);
  atlas_chart_layout_unref (layout);

  return drawn;
}

/**
 * atlas_picture_render:
 * @chart: what to draw
 * @settings: as what kind of file
 * @error: return location for an error
 *
 * The same chart and settings give the same bytes.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
atlas_picture_render (AtlasChart *chart,
                      const AtlasPictureSettings *settings,
                      GError **error)
{
  g_autoptr (GOutputStream) nowhere = g_memory_output_stream_new_resizable ();
  g_autoptr (AtlasCairoStream) out = atlas_cairo_stream_new (nowhere, NULL);
  GByteArray *held = atlas_cairo_stream_get_held (out);
  double height = settings->height;
  cairo_surface_t *surface;
  cairo_status_t status;
  gboolean drawn;

  g_return_val_if_fail (settings->width > 0.0, NULL);
  g_return_val_if_fail (settings->dpi >= 36.0 && settings->dpi <= 1200.0, NULL);

  atlas_cairo_stream_hold (out);
  if (height <= 0.0)
    height = atlas_chart_measure (chart, &settings->theme, settings->width);

  surface = create_surface (chart, settings, height, out);
  drawn = draw (chart, settings, height, surface, error);
  if (drawn && settings->format == ATLAS_PICTURE_PNG)
    status = cairo_surface_write_to_png_stream (surface,
                                                atlas_cairo_stream_write, out);
  else
    status = CAIRO_STATUS_SUCCESS;
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (!drawn || !atlas_cairo_stream_finish (out, status, error))
    return NULL;
  if (settings->format == ATLAS_PICTURE_SVG)
    return finish_svg (held, chart);
  if (settings->format == ATLAS_PICTURE_PNG)
    return finish_png (held, settings->dpi);
  return g_bytes_new (held->data, held->len);
}
