/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "atlas-cell-pen.h"

#define MARK "\342\200\217"
/* "0th" is no rank. */
#define SENTENCE "\302\2530th\302\273 \331\204\331\212\330\263\330\252 1."
#define NAME "DALIAN UNIVERSITY OF TECH."

static GBytes *
draw (GtkWidget *view, const char *text)
{
  AtlasCellPen *pen = atlas_cell_pen_new (view);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderer *renderer =
      gtk_native_get_renderer (gtk_widget_get_native (view));
  const GdkRectangle box = { 0, 0, 300, 40 };
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  atlas_cell_pen_draw (pen, snapshot, text, FALSE, 1.0, &box);
  atlas_cell_pen_unref (pen);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node,
                                         &GRAPHENE_RECT_INIT (0, 0, 300, 40));

  return gdk_texture_save_to_png_bytes (texture);
}

/* A sentence that begins with a word in other letters looks as if it had a mark
 * of its direction before it; a name keeps its full stop behind it. */
static void
test_direction (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("x");
  g_autoptr (GBytes) left = NULL;
  g_autoptr (GBytes) right = NULL;
  g_autoptr (GBytes) marked = NULL;
  g_autoptr (GBytes) name = NULL;
  g_autoptr (GBytes) same_name = NULL;
  g_autoptr (GBytes) marked_name = NULL;

  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));

  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  left = draw (label, SENTENCE);
  name = draw (label, NAME);
  gtk_widget_set_direction (label, GTK_TEXT_DIR_RTL);
  right = draw (label, SENTENCE);
  marked = draw (label, MARK SENTENCE);
  same_name = draw (label, NAME);
  marked_name = draw (label, MARK NAME);

  g_assert_false (g_bytes_equal (left, right));
  g_assert_true (g_bytes_equal (right, marked));
  g_assert_true (g_bytes_equal (name, same_name));
  g_assert_false (g_bytes_equal (name, marked_name));

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Ever longer texts, more than are kept laid out, and each once more: a layout
 * that is used again says what it is told, with figures or without. */
static void
test_many (void)
{
  const guint n = 5000;
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("x");
  AtlasCellPen *pen;
  guint round, i;

  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_present (GTK_WINDOW (window));
  pen = atlas_cell_pen_new (label);

  for (round = 0; round < 2; round++)
    for (i = 0; i < n; i++)
      {
        g_autofree char *text = g_strdup_printf ("%u%.*s", i, (int) (i % 23),
                                                 "11111111111111111111111");
        const gboolean figures = i % 2 == 0;
        g_autoptr (PangoLayout) layout =
            gtk_widget_create_pango_layout (label, text);
        g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
        int width;

        if (figures)
          {
            pango_attr_list_insert (attributes,
                                    pango_attr_font_features_new ("tnum=1"));
            pango_layout_set_attributes (layout, attributes);
          }
        pango_layout_get_pixel_size (layout, &width, NULL);
        g_assert_cmpint (atlas_cell_pen_measure (pen, text, figures), ==,
                         width);
      }

  atlas_cell_pen_unref (pen);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/widgets/cell-pen/direction", test_direction);
  g_test_add_func ("/widgets/cell-pen/many", test_many);

  return g_test_run ();
}
