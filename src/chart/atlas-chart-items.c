/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-private.h"

/* What kinds of charts place: see the declarations for what each adds. */

const char *
atlas_layout_keep (AtlasChartLayout *self, const char *text)
{
  return g_string_chunk_insert_const (self->strings, text);
}

static AtlasItem *
add_item (AtlasChartLayout *self, AtlasItemType type, AtlasBox box)
{
  AtlasItem *item;

  g_array_set_size (self->items, self->items->len + 1);
  item = &g_array_index (self->items, AtlasItem, self->items->len - 1);
  item->type = type;
  item->box = box;
  item->strength = 1.0;

  return item;
}

AtlasItem *
atlas_layout_add_rect (AtlasChartLayout *self, AtlasBox box, AtlasInk fill)
{
  AtlasItem *item = add_item (self, ATLAS_ITEM_RECT, box);

  item->fill = fill;

  return item;
}

AtlasItem *
atlas_layout_add_line (AtlasChartLayout *self,
                       double from_x,
                       double from_y,
                       double to_x,
                       double to_y,
                       AtlasInk stroke,
                       double line_width)
{
  AtlasItem *item =
      add_item (self, ATLAS_ITEM_LINE,
                atlas_box (from_x, from_y, to_x - from_x, to_y - from_y));

  item->stroke = stroke;
  item->line_width = line_width;

  return item;
}

AtlasItem *
atlas_layout_add_shape (AtlasChartLayout *self,
                        AtlasShape shape,
                        double x,
                        double y,
                        double size,
                        AtlasInk fill)
{
  AtlasItem *item =
      add_item (self, ATLAS_ITEM_SHAPE,
                atlas_box (x - size / 2, y - size / 2, size, size));

  item->shape = shape;
  item->fill = fill;

  return item;
}

AtlasItem *
atlas_layout_add_wedge (AtlasChartLayout *self,
                        AtlasBox box,
                        double from,
                        double to,
                        double hole,
                        AtlasInk fill)
{
  AtlasItem *item = add_item (self, ATLAS_ITEM_WEDGE, box);

  item->from = from;
  item->to = to;
  item->hole = hole;
  item->fill = fill;

  return item;
}

AtlasItem *
atlas_layout_add_path (AtlasChartLayout *self,
                       const AtlasPoint *points,
                       guint n_points,
                       gboolean closed,
                       AtlasInk ink,
                       double line_width)
{
  AtlasBox box = { 0, 0, 0, 0 };
  AtlasItem *item;
  AtlasPoint *copy;
  guint i;

  for (i = 0; i < n_points; i++)
    {
      double right = MAX (box.x + box.width, points[i].x);
      double bottom = MAX (box.y + box.height, points[i].y);

      if (i == 0)
        {
          box = atlas_box (points[i].x, points[i].y, 0, 0);
          continue;
        }

      box.x = MIN (box.x, points[i].x);
      box.y = MIN (box.y, points[i].y);
      box.width = right - box.x;
      box.height = bottom - box.y;
    }

  copy = g_memdup2 (points, n_points * sizeof *points);
  g_ptr_array_add (self->blocks, copy);

  item = add_item (self, ATLAS_ITEM_PATH, box);
  item->points = copy;
  item->n_points = n_points;
  item->closed = closed;
  item->line_width = line_width;
  if (closed)
    item->fill = ink;
  else
    item->stroke = ink;

  return item;
}

AtlasItem *
atlas_layout_add_text (AtlasChartLayout *self,
                       const char *text,
                       AtlasTextStyle style,
                       AtlasInk ink,
                       AtlasBox box,
                       AtlasAlign align,
                       double valign,
                       guint max_lines)
{
  AtlasTextSize size =
      atlas_text_measure (self->text, text, style, box.width, max_lines);
  double shift = (double) align / ATLAS_ALIGN_END;
  AtlasBox tight;
  AtlasItem *item;

  tight.width = box.width > 0 ? MIN (size.width, box.width) : size.width;
  tight.height = size.height;
  tight.x = box.x + (box.width - tight.width) * shift;
  tight.y = box.y + (box.height - tight.height) * valign;

  item = add_item (self, ATLAS_ITEM_TEXT, tight);
  item->fill = ink;
  item->text = atlas_layout_keep (self, text);
  item->style = style;
  item->align = align;
  item->max_lines = max_lines;

  return item;
}

typedef struct
{
  gpointer data;
  GDestroyNotify free_data;
} Picture;

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  if (picture->free_data != NULL)
    picture->free_data (picture->data);
  g_free (picture);
}

AtlasItem *
atlas_layout_add_picture (AtlasChartLayout *self,
                          AtlasBox box,
                          AtlasPaintFunc paint,
                          gpointer data,
                          GDestroyNotify free_data)
{
  Picture *picture = g_new (Picture, 1);
  AtlasItem *item = add_item (self, ATLAS_ITEM_PICTURE, box);

  picture->data = data;
  picture->free_data = free_data;
  if (self->pictures == NULL)
    self->pictures = g_ptr_array_new_with_free_func (picture_free);
  g_ptr_array_add (self->pictures, picture);
  item->paint = paint;
  item->data = data;

  return item;
}

AtlasMark *
atlas_layout_add_mark (AtlasChartLayout *self,
                       AtlasBox box,
                       AtlasBox shape,
                       const char *label,
                       const char *spoken)
{
  AtlasMark *mark;

  g_array_set_size (self->marks, self->marks->len + 1);
  mark = &g_array_index (self->marks, AtlasMark, self->marks->len - 1);
  mark->x = box.x;
  mark->y = box.y;
  mark->width = box.width;
  mark->height = box.height;
  mark->shape = shape;
  mark->label = atlas_layout_keep (self, label);
  mark->spoken = atlas_layout_keep (self, spoken);
  mark->profile = -1;
  mark->place = -1;
  mark->value = NAN;

  return mark;
}
