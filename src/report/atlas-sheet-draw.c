/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-sheet.h"

#include <gio/gio.h>

/* How a sheet is drawn. */

static void
set_ink (const AtlasSheet *self, cairo_t *cr, const AtlasItem *item)
{
  gboolean grey = atlas_sheet_is_grey (self);
  double r;
  double g;
  double b;

  if (item->colored)
    {
      r = item->color.red;
      g = item->color.green;
      b = item->color.blue;
      if (grey)
        r = g = b = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    }
  else
    {
      atlas_press_get_rgb (item->press, grey, &r, &g, &b);
    }

  cairo_set_source_rgb (cr, r, g, b);
}

static void
draw_text (const AtlasItem *item, cairo_t *cr)
{
  PangoRectangle extents;

  /* The layout of an aligned text starts left of its letters. */
  pango_layout_get_extents (item->text, NULL, &extents);
  cairo_move_to (cr, item->x - (double) extents.x / PANGO_SCALE, item->y);
  pango_cairo_show_layout (cr, item->text);
}

/* Whether the next item is drawn with the same pen, so that both may be one
 * path: a file tells its colour and width once. */
static gboolean
is_alike (const AtlasItem *one, const AtlasItem *other)
{
  return one->kind == other->kind && one->press == other->press && !one->colored
         && !other->colored && !one->hollow && !other->hollow
         && one->thickness == other->thickness && one->dash == other->dash;
}

/* Lines that follow each other and look alike; the last one in return. */
static const AtlasItem *
draw_lines (const AtlasItem *item, const AtlasItem *end, cairo_t *cr)
{
  const AtlasItem *first = item;

  cairo_set_line_width (cr, first->thickness);
  cairo_set_dash (cr, &first->dash, first->dash > 0.0 ? 1 : 0, 0.0);
  do
    {
      cairo_move_to (cr, item->x, item->y);
      cairo_rel_line_to (cr, item->width, item->height);
    }
  while (++item < end && is_alike (first, item));
  cairo_stroke (cr);

  return item - 1;
}

static void
add_circle (const AtlasItem *item, double inset, cairo_t *cr)
{
  double radius = item->width / 2.0;

  cairo_new_sub_path (cr);
  cairo_arc (cr, item->x + radius, item->y + radius, radius - inset, 0.0,
             2.0 * G_PI);
}

/* The same of dots, of which hollow ones stand alone. */
static const AtlasItem *
draw_dots (const AtlasSheet *self,
           const AtlasItem *item,
           const AtlasItem *end,
           cairo_t *cr)
{
  const AtlasItem *first = item;

  if (first->hollow)
    cairo_set_source_rgb (cr, 1.0, 1.0, 1.0);
  do
    add_circle (item, 0.0, cr);
  while (++item < end && is_alike (first, item));
  cairo_fill (cr);

  if (first->hollow)
    {
      add_circle (first, first->thickness / 2.0, cr);
      set_ink (self, cr, first);
      cairo_set_line_width (cr, first->thickness);
      cairo_set_dash (cr, NULL, 0, 0.0);
      cairo_stroke (cr);
    }

  return item - 1;
}

static gboolean
draw_chart (const AtlasItem *item, cairo_t *cr, GError **error)
{
  gboolean drawn;

  cairo_save (cr);
  cairo_translate (cr, item->x, item->y);
  drawn = atlas_chart_layout_draw (item->chart, cr, error);
  cairo_restore (cr);

  return drawn;
}

/**
 * atlas_sheet_draw:
 * @self: a sheet
 * @cr: where to draw, in points, origin at the top left of the sheet
 * @tagged: whether to tell a PDF surface the structure of the page
 * @error: return location for an error
 *
 * The ground is left as it is: filling it inside a tag breaks a PDF.
 *
 * Returns: whether cairo reported no fault
 */
gboolean
atlas_sheet_draw (const AtlasSheet *self,
                  cairo_t *cr,
                  gboolean tagged,
                  GError **error)
{
  guint n;
  const AtlasItem *items = atlas_sheet_get_items (self, &n);
  const AtlasItem *end = items + n;

  for (const AtlasItem *item = items; item < end; item++)
    {
      switch (item->kind)
        {
        case ATLAS_ITEM_TEXT:
          set_ink (self, cr, item);
          draw_text (item, cr);
          break;
        case ATLAS_ITEM_BOX:
          set_ink (self, cr, item);
          cairo_rectangle (cr, item->x, item->y, item->width, item->height);
          cairo_fill (cr);
          break;
        case ATLAS_ITEM_LINE:
          set_ink (self, cr, item);
          item = draw_lines (item, end, cr);
          break;
        case ATLAS_ITEM_DOT:
          set_ink (self, cr, item);
          item = draw_dots (self, item, end, cr);
          break;
        case ATLAS_ITEM_CHART:
          if (!draw_chart (item, cr, error))
            return FALSE;
          break;
        case ATLAS_ITEM_OPEN:
          if (tagged)
            cairo_tag_begin (cr, item->tag, item->attributes);
          break;
        case ATLAS_ITEM_CLOSE:
          if (tagged)
            cairo_tag_end (cr, item->tag);
          break;
        default:
          g_assert_not_reached ();
        }
    }

  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           cairo_status_to_string (cairo_status (cr)));
      return FALSE;
    }

  return TRUE;
}
