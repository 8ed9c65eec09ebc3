/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-text-scale.h"

/* What widths in pixels are meant for. */
#define USUAL_POINTS 11.0
#define USUAL_DPI 96.0
#define POINTS_PER_INCH 72.0

/**
 * atlas_text_scale_get:
 * @widget: a widget
 *
 * Returns: how large its text is, 1 for text of the usual size
 */
double
atlas_text_scale_get (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font =
      pango_context_get_font_description (context);
  double pixels = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    pixels *= pango_cairo_context_get_resolution (context) / POINTS_PER_INCH;

  return pixels > 0 ? pixels / (USUAL_POINTS * USUAL_DPI / POINTS_PER_INCH)
                    : 1.0;
}

/**
 * atlas_text_scale_widen:
 * @window: a window that was not shown yet
 *
 * Gives @window, whose size is meant for text of the usual size, the width
 * that its text takes.
 */
void
atlas_text_scale_widen (GtkWindow *window)
{
  double scale = atlas_text_scale_get (GTK_WIDGET (window));
  int width, height;

  if (scale <= 1.0)
    return;

  gtk_window_get_default_size (window, &width, &height);
  gtk_window_set_default_size (window, (int) (width * scale), height);
}
