/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "atlas-resources.h"

/* Icons of the first frame are there as they are drawn and as images, made by
 * resources/render-icons.sh: both must look alike. */

#define ICONS ATLAS_RESOURCE_PREFIX "/icons/"

/* Another version of librsvg may draw an edge otherwise. */
#define MOST 48
#define ON_AVERAGE 2

static GdkPixbuf *
load (const char *path, int size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf =
      gdk_pixbuf_new_from_resource_at_scale (path, size, size, TRUE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, size);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, size);

  return gdk_pixbuf_add_alpha (pixbuf, FALSE, 0, 0, 0);
}

/* What can be seen of a channel. */
static int
get_shade (const guint8 *pixel, guint channel, gboolean symbolic)
{
  if (channel == 3)
    return pixel[3];

  return symbolic ? 0 : pixel[channel] * pixel[3] / 255;
}

static void
compare (GdkPixbuf *image, GdkPixbuf *drawing, gboolean symbolic)
{
  const guint8 *a = gdk_pixbuf_read_pixels (image);
  const guint8 *b = gdk_pixbuf_read_pixels (drawing);
  const int size = gdk_pixbuf_get_width (image);
  guint64 sum = 0;

  for (int y = 0; y < size; y++)
    for (int x = 0; x < size; x++)
      for (guint c = 0; c < 4; c++)
        {
          const guint8 *p = a + y * gdk_pixbuf_get_rowstride (image) + 4 * x;
          const guint8 *q = b + y * gdk_pixbuf_get_rowstride (drawing) + 4 * x;
          int away = get_shade (p, c, symbolic) - get_shade (q, c, symbolic);

          g_assert_cmpint (ABS (away), <=, MOST);
          sum += (guint) ABS (away);

          /* Channels of colour are for success, warning and error; those of
           * faint pixels are rounded. */
          if (symbolic && c < 3)
            g_assert_cmpint (p[c] * p[3] / 255, <=, 1);
        }

  g_assert_cmpuint (sum, <=, (guint64) size * (guint64) size * 4 * ON_AVERAGE);
}

/* FOLDER is as "48x48@2/apps", NAME as "x.png" or "x-symbolic.symbolic.png". */
static void
check_image (const char *folder, const char *name)
{
  const char *context = strchr (folder, '/') + 1;
  const char *at = strchr (folder, '@');
  const int scale = at != NULL ? atoi (at + 1) : 1;
  const int size = atoi (folder) * scale;
  const gboolean symbolic = g_str_has_suffix (name, ".symbolic.png");
  g_autofree char *base = g_strndup (name, strcspn (name, "."));
  g_autofree char *path = g_strconcat (ICONS, folder, "/", name, NULL);
  g_autofree char *source = NULL;
  g_autoptr (GdkPixbuf) image = NULL;
  g_autoptr (GdkPixbuf) drawing = NULL;

  if (!symbolic)
    {
      g_free (base);
      base = g_strndup (name, strlen (name) - strlen (".png"));
    }
  source = g_strconcat (ICONS "scalable/", context, "/", base, ".svg", NULL);

  g_test_message ("%s", path);
  image = gdk_pixbuf_new_from_resource (path, NULL);
  g_assert_nonnull (image);
  g_assert_cmpint (gdk_pixbuf_get_width (image), ==, size);

  drawing = load (source, size);
  compare (image, drawing, symbolic);
}

static void
test_images (void)
{
  g_auto (GStrv) folders = g_resources_enumerate_children (
      ICONS, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint n = 0;

  for (gsize i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (ICONS, folders[i], NULL);
      g_auto (GStrv) contexts = g_resources_enumerate_children (
          path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      for (gsize j = 0; contexts[j] != NULL; j++)
        {
          g_autofree char *inner = g_strconcat (path, contexts[j], NULL);
          g_autofree char *folder = g_strconcat (folders[i], contexts[j], NULL);
          g_auto (GStrv) names = g_resources_enumerate_children (
              inner, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

          /* Without the "/" at their end. */
          folder[strlen (folder) - 1] = '\0';
          for (gsize k = 0; names[k] != NULL; k++)
            if (g_str_has_suffix (names[k], ".png"))
              {
                check_image (folder, names[k]);
                n++;
              }
        }
    }

  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas_register_resource ();

  g_test_add_func ("/app/icon-images/like-drawings", test_images);

  return g_test_run ();
}
