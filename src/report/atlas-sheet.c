/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-sheet.h"

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
