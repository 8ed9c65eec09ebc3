/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-line-numbers.h"

#define MARGIN 9

struct _AtlasLineNumbers
{
  GtkWidget parent_instance;

  GtkTextView *text_view; /* whose gutter this is in */
};

G_DEFINE_FINAL_TYPE (AtlasLineNumbers, atlas_line_numbers, GTK_TYPE_WIDGET)

static PangoLayout *
make_layout (AtlasLineNumbers *self, int line)
{
  g_autofree char *text = g_strdup_printf ("%d", line);

  return gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
}

static void
atlas_line_numbers_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  AtlasLineNumbers *self = ATLAS_LINE_NUMBERS (widget);
  g_autoptr (PangoLayout) layout = NULL;
  int width = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->text_view != NULL)
    {
      layout =
          make_layout (self, gtk_text_buffer_get_line_count (
                                 gtk_text_view_get_buffer (self->text_view)));
      pango_layout_get_pixel_size (layout, &width, NULL);
      width += 2 * MARGIN;
    }

  *minimum = *natural = width;
}

static void
atlas_line_numbers_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasLineNumbers *self = ATLAS_LINE_NUMBERS (widget);
  GdkRectangle shown;
  GtkTextIter iter;
  GdkRGBA color;
  int y, height;

  if (self->text_view == NULL)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= 0.55f;

  gtk_text_view_get_visible_rect (self->text_view, &shown);
  gtk_text_view_get_line_at_y (self->text_view, &iter, shown.y, NULL);
  do
    {
      g_autoptr (PangoLayout) layout =
          make_layout (self, gtk_text_iter_get_line (&iter) + 1);
      int width, window_y;

      gtk_text_view_get_line_yrange (self->text_view, &iter, &y, &height);
      if (y > shown.y + shown.height)
        break;

      gtk_text_view_buffer_to_window_coords (
          self->text_view, GTK_TEXT_WINDOW_LEFT, 0, y, NULL, &window_y);
      pango_layout_get_pixel_size (layout, &width, NULL);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (
          snapshot, &GRAPHENE_POINT_INIT ((float) (gtk_widget_get_width (widget)
                                                   - MARGIN - width),
                                          (float) window_y));
      gtk_snapshot_append_layout (snapshot, layout, &color);
      gtk_snapshot_restore (snapshot);
    }
  while (gtk_text_iter_forward_line (&iter));
}

static void
atlas_line_numbers_dispose (GObject *object)
{
  g_clear_weak_pointer (&ATLAS_LINE_NUMBERS (object)->text_view);

  G_OBJECT_CLASS (atlas_line_numbers_parent_class)->dispose (object);
}

static void
atlas_line_numbers_class_init (AtlasLineNumbersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_line_numbers_dispose;
  widget_class->measure = atlas_line_numbers_measure;
  widget_class->snapshot = atlas_line_numbers_snapshot;
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atlas_line_numbers_init (AtlasLineNumbers *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "monospace");
}

static void
on_adjustment_set (AtlasLineNumbers *self)
{
  GtkAdjustment *adjustment =
      gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->text_view));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed",
                             G_CALLBACK (gtk_widget_queue_draw), self,
                             G_CONNECT_SWAPPED);
}

/**
 * atlas_line_numbers_new:
 * @text_view: (transfer none): the text view that it stands beside, and that
 *   outlives it
 *
 * Returns: (transfer floating): a widget for gtk_text_view_set_gutter()
 */
GtkWidget *
atlas_line_numbers_new (GtkTextView *text_view)
{
  AtlasLineNumbers *self = g_object_new (ATLAS_TYPE_LINE_NUMBERS, NULL);

  g_set_weak_pointer (&self->text_view, text_view);
  g_signal_connect_object (text_view, "notify::vadjustment",
                           G_CALLBACK (on_adjustment_set), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (text_view), "changed",
                           G_CALLBACK (gtk_widget_queue_resize), self,
                           G_CONNECT_SWAPPED);
  on_adjustment_set (self);

  return GTK_WIDGET (self);
}
