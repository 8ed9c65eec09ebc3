/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-sheet.h"

#include <gio/gio.h>

struct _AtlasSheet
{
  AtlasTypesetter *typesetter;
  GArray *items;
  double width;
  double height;
  gboolean grey;
  gboolean dry;
  gboolean mirrored;
};

static void
clear_item (gpointer data)
{
  AtlasItem *item = data;

  g_clear_object (&item->text);
  g_clear_pointer (&item->chart, atlas_chart_layout_unref);
  g_clear_pointer (&item->attributes, g_free);
  g_clear_pointer (&item->alt, g_free);
}

/**
 * atlas_sheet_new:
 * @typesetter: what makes its texts; must outlive it
 * @width: width of the sheet, in points
 * @height: height of the sheet, in points
 * @grey: whether to print it without colours
 * @dry: whether nothing is to be placed on it
 *
 * Where texts run from right to left, all that is placed is mirrored: blocks
 * need not know.
 *
 * Returns: (transfer full): an empty sheet
 */
AtlasSheet *
atlas_sheet_new (AtlasTypesetter *typesetter,
                 double width,
                 double height,
                 gboolean grey,
                 gboolean dry)
{
  AtlasSheet *self = g_new0 (AtlasSheet, 1);

  self->typesetter = typesetter;
  self->items =
      g_array_sized_new (FALSE, TRUE, sizeof (AtlasItem), dry ? 1 : 256);
  g_array_set_clear_func (self->items, clear_item);
  self->width = width;
  self->height = height;
  self->grey = grey;
  self->dry = dry;
  self->mirrored = atlas_typesetter_is_right_to_left (typesetter);

  return self;
}

/**
 * atlas_sheet_is_dry:
 * @self: a sheet
 *
 * Returns: whether blocks are only measured for it
 */
gboolean
atlas_sheet_is_dry (const AtlasSheet *self)
{
  return self->dry;
}

/**
 * atlas_sheet_get_height:
 * @self: a sheet
 *
 * Returns: the height of the page, in points
 */
double
atlas_sheet_get_height (const AtlasSheet *self)
{
  return self->height;
}

/**
 * atlas_sheet_free:
 * @self: (transfer full): a sheet
 */
void
atlas_sheet_free (AtlasSheet *self)
{
  g_array_unref (self->items);
  g_free (self);
}

/**
 * atlas_sheet_get_typesetter:
 * @self: a sheet
 *
 * Returns: (transfer none): what makes its texts
 */
AtlasTypesetter *
atlas_sheet_get_typesetter (AtlasSheet *self)
{
  return self->typesetter;
}

/**
 * atlas_sheet_is_grey:
 * @self: a sheet
 *
 * Returns: whether it is printed without colours
 */
gboolean
atlas_sheet_is_grey (const AtlasSheet *self)
{
  return self->grey;
}

/* The left edge of what would stand at @x. */
static double
get_left (const AtlasSheet *self, double x, double width)
{
  return self->mirrored ? self->width - x - width : x;
}

/* The item is valid until the next one is added. */
static AtlasItem *
add_item (AtlasSheet *self, AtlasItemKind kind, double x, double y)
{
  AtlasItem *item;

  g_array_set_size (self->items, self->items->len + 1);
  item = &g_array_index (self->items, AtlasItem, self->items->len - 1);
  item->kind = kind;
  item->x = x;
  item->y = y;

  return item;
}

/**
 * atlas_sheet_get_last:
 * @self: a sheet with an item
 *
 * Returns: (transfer none): the item added last, to refine it; valid until the
 *   next is added
 */
AtlasItem *
atlas_sheet_get_last (AtlasSheet *self)
{
  return &g_array_index (self->items, AtlasItem, self->items->len - 1);
}

/**
 * atlas_sheet_take_layout:
 * @self: a sheet
 * @x: left edge of the text's box
 * @y: top edge
 * @style: the style it was made in
 * @layout: (transfer full): the text
 */
void
atlas_sheet_take_layout (AtlasSheet *self,
                         double x,
                         double y,
                         AtlasStyle style,
                         PangoLayout *layout)
{
  PangoRectangle extents;
  AtlasItem *item;
  int box = pango_layout_get_width (layout);

  pango_layout_get_extents (layout, NULL, &extents);
  box = box < 0 ? extents.width : box;
  item = add_item (self, ATLAS_ITEM_TEXT,
                   get_left (self, x, (double) box / PANGO_SCALE), y);
  item->text = layout;
  item->press = atlas_style_get_ink (style);
  item->x += (double) extents.x / PANGO_SCALE;
  item->width = (double) extents.width / PANGO_SCALE;
  item->height = (double) extents.height / PANGO_SCALE;
}

/**
 * atlas_sheet_add_text:
 * @self: a sheet
 * @x: left edge
 * @y: top edge
 * @style: how it looks
 * @text: what it says
 * @width: where lines break, negative for nowhere
 * @align: where short lines stand
 *
 * Returns: the height it takes, in points
 */
double
atlas_sheet_add_text (AtlasSheet *self,
                      double x,
                      double y,
                      AtlasStyle style,
                      const char *text,
                      double width,
                      PangoAlignment align)
{
  PangoLayout *layout =
      atlas_typesetter_set (self->typesetter, style, text, width, align);

  atlas_sheet_take_layout (self, x, y, style, layout);
  return atlas_sheet_get_last (self)->height;
}

/**
 * atlas_sheet_add_box:
 * @self: a sheet
 * @x: left edge
 * @y: top edge
 * @width: width
 * @height: height
 * @ink: what to fill it with
 */
void
atlas_sheet_add_box (AtlasSheet *self,
                     double x,
                     double y,
                     double width,
                     double height,
                     AtlasPress ink)
{
  AtlasItem *item =
      add_item (self, ATLAS_ITEM_BOX, get_left (self, x, width), y);

  item->width = width;
  item->height = height;
  item->press = ink;
}

/**
 * atlas_sheet_add_line:
 * @self: a sheet
 * @x: start
 * @y: start
 * @dx: how far to the right
 * @dy: how far down
 * @thickness: in points
 * @ink: what to draw it with
 */
void
atlas_sheet_add_line (AtlasSheet *self,
                      double x,
                      double y,
                      double dx,
                      double dy,
                      double thickness,
                      AtlasPress ink)
{
  AtlasItem *item =
      add_item (self, ATLAS_ITEM_LINE, self->mirrored ? self->width - x : x, y);

  item->width = self->mirrored ? -dx : dx;
  item->height = dy;
  item->thickness = thickness;
  item->press = ink;
}

/**
 * atlas_sheet_add_dot:
 * @self: a sheet
 * @x: its centre
 * @y: its centre
 * @radius: in points
 * @hollow: whether only its edge is drawn
 * @press: what to draw it with
 */
void
atlas_sheet_add_dot (AtlasSheet *self,
                     double x,
                     double y,
                     double radius,
                     gboolean hollow,
                     AtlasPress press)
{
  AtlasItem *item = add_item (self, ATLAS_ITEM_DOT,
                              get_left (self, x, 0.0) - radius, y - radius);

  item->width = 2.0 * radius;
  item->height = 2.0 * radius;
  item->thickness = 1.0;
  item->hollow = hollow;
  item->press = press;
}

/**
 * atlas_sheet_take_chart:
 * @self: a sheet
 * @x: left edge
 * @y: top edge
 * @chart: (transfer full): a chart, laid out
 */
void
atlas_sheet_take_chart (AtlasSheet *self,
                        double x,
                        double y,
                        AtlasChartLayout *chart)
{
  AtlasItem *item;
  double width;
  double height;

  atlas_chart_layout_get_size (chart, &width, &height);
  item = add_item (self, ATLAS_ITEM_CHART, get_left (self, x, width), y);
  item->chart = chart;
  item->width = width;
  item->height = height;
}

/**
 * atlas_sheet_open:
 * @self: a sheet
 * @tag: a structure type of PDF, such as "P"
 *
 * What is added until atlas_sheet_close() belongs to this element.
 */
void
atlas_sheet_open (AtlasSheet *self, const char *tag)
{
  add_item (self, ATLAS_ITEM_OPEN, 0.0, 0.0)->tag = tag;
}

/**
 * atlas_sheet_open_figure:
 * @self: a sheet
 * @alt: the alternative text: what there is to see
 */
void
atlas_sheet_open_figure (AtlasSheet *self, const char *alt)
{
  AtlasItem *item = add_item (self, ATLAS_ITEM_OPEN, 0.0, 0.0);

  item->tag = "Figure";
  item->alt = g_strdup (alt);
}

/**
 * atlas_sheet_open_link:
 * @self: a sheet
 * @page: the page that a click goes to, counted from 0; the document has to
 *   name it by %ATLAS_SHEET_PAGE_NAME: cairo knows no page yet to come by its
 *   number
 */
void
atlas_sheet_open_link (AtlasSheet *self, guint page)
{
  AtlasItem *item = add_item (self, ATLAS_ITEM_OPEN, 0.0, 0.0);

  item->tag = CAIRO_TAG_LINK;
  item->attributes =
      g_strdup_printf ("dest='" ATLAS_SHEET_PAGE_NAME "'", page + 1);
}

/**
 * atlas_sheet_close:
 * @self: a sheet
 * @tag: the tag opened last
 */
void
atlas_sheet_close (AtlasSheet *self, const char *tag)
{
  add_item (self, ATLAS_ITEM_CLOSE, 0.0, 0.0)->tag = tag;
}

/**
 * atlas_sheet_get_items:
 * @self: a sheet
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): all that is on it, in the order
 *   of reading
 */
const AtlasItem *
atlas_sheet_get_items (const AtlasSheet *self, guint *n)
{
  *n = self->items->len;
  return (const AtlasItem *) (gconstpointer) self->items->data;
}

static void
set_ink (const AtlasSheet *self, cairo_t *cr, const AtlasItem *item)
{
  double r;
  double g;
  double b;

  if (item->colored)
    {
      r = item->color.red;
      g = item->color.green;
      b = item->color.blue;
      if (self->grey)
        r = g = b = 0.2126 * r + 0.7152 * g + 0.0722 * b;
    }
  else
    {
      atlas_press_get_rgb (item->press, self->grey, &r, &g, &b);
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
  const AtlasItem *items =
      (const AtlasItem *) (gconstpointer) self->items->data;
  const AtlasItem *end = items + self->items->len;

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
