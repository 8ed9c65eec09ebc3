/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-private.h"

/* Where items and marks end up: mirrored, apart, found again. */

static void
mirror_box (AtlasBox *box, double width)
{
  box->x = width - box->x - box->width;
}

static void
mirror_item (AtlasItem *item, double width)
{
  AtlasPoint *points = (AtlasPoint *) item->points;
  guint i;

  mirror_box (&item->box, width);

  switch (item->type)
    {
    case ATLAS_ITEM_LINE:
      /* the line still goes from the corner named to the one across */
      item->box.x += item->box.width;
      item->box.width = -item->box.width;
      break;
    case ATLAS_ITEM_TEXT:
      item->align = (AtlasAlign) (ATLAS_ALIGN_END - item->align);
      break;
    case ATLAS_ITEM_WEDGE:
      {
        double from = item->from;

        item->from = -item->to;
        item->to = -from;
      }
      break;
    case ATLAS_ITEM_PATH:
      for (i = 0; i < item->n_points; i++)
        points[i].x = width - points[i].x;
      break;
    case ATLAS_ITEM_RECT:
    case ATLAS_ITEM_SHAPE:
    case ATLAS_ITEM_PICTURE:
    default:
      break;
    }
}

/* Turns what was placed since @first_item and @first_mark around. */
static void
mirror (AtlasChartLayout *self, guint first_item, guint first_mark)
{
  guint i;

  for (i = first_item; i < self->items->len; i++)
    mirror_item (&g_array_index (self->items, AtlasItem, i), self->width);

  for (i = first_mark; i < self->marks->len; i++)
    {
      AtlasMark *mark = &g_array_index (self->marks, AtlasMark, i);

      mark->x = self->width - mark->x - mark->width;
      mirror_box (&mark->shape, self->width);
    }
}

/* Text lines keep the direction of the interface: where the sides are fixed,
 * only the frame is turned around. */
void
atlas_layout_mirror (AtlasChartLayout *self, guint n_frame_items)
{
  guint i;

  if (!self->theme.right_to_left)
    return;

  if (!self->chart->klass->fixed_sides)
    {
      mirror (self, 0, 0);
      return;
    }

  for (i = 0; i < n_frame_items; i++)
    mirror_item (&g_array_index (self->items, AtlasItem, i), self->width);
}

void
atlas_layout_scale_marks (AtlasChartLayout *self, double factor)
{
  guint i;

  for (i = 0; i < self->marks->len; i++)
    {
      AtlasMark *mark = &g_array_index (self->marks, AtlasMark, i);

      mark->x *= factor;
      mark->y *= factor;
      mark->width *= factor;
      mark->height *= factor;
      mark->shape.x *= factor;
      mark->shape.y *= factor;
      mark->shape.width *= factor;
      mark->shape.height *= factor;
    }
}

static int
compare_centres (gconstpointer a, gconstpointer b, gpointer data)
{
  const AtlasMark *marks = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  const AtlasMark *one = &marks[first], *other = &marks[second];
  double across = one->x + one->width / 2 - other->x - other->width / 2;
  double down = one->y + one->height / 2 - other->y - other->height / 2;

  if (across != 0)
    return across < 0 ? -1 : 1;
  if (down != 0)
    return down < 0 ? -1 : 1;

  return first < second ? -1 : first > second;
}

static gboolean
share_centre (const AtlasMark *one, const AtlasMark *other)
{
  return one->x + one->width / 2 == other->x + other->width / 2
         && one->y + one->height / 2 == other->y + other->height / 2;
}

/* Marks at one place share the room that answers: each has a slice of it, so
 * that every one can be reached. What is drawn stays where it is. */
void
atlas_layout_separate_marks (AtlasChartLayout *self)
{
  AtlasMark *marks = (AtlasMark *) self->marks->data;
  guint n = self->marks->len, i, j, k;
  g_autofree guint *order = g_new (guint, MAX (n, 1));

  for (i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_centres, marks);

  for (i = 0; i < n; i = j)
    {
      double x = marks[order[i]].x, width = marks[order[i]].width;

      for (j = i + 1;
           j < n && share_centre (&marks[order[i]], &marks[order[j]]); j++)
        ;
      for (k = i; j - i > 1 && k < j; k++)
        {
          marks[order[k]].x = x + width * (k - i) / (j - i);
          marks[order[k]].width = width / (j - i);
        }
    }
}

/* Whether a wedge of a ring holds a point. */
static gboolean
wedge_holds (const AtlasItem *item, double x, double y)
{
  double radius = item->box.width / 2;
  double dx = x - item->box.x - radius;
  double dy = y - item->box.y - radius;
  double distance = sqrt (dx * dx + dy * dy);
  double angle = atan2 (dx, -dy);

  if (distance > radius || distance < radius * item->hole)
    return FALSE;

  /* angles of a mirrored ring are negative, others are not */
  angle -= 2 * G_PI * floor ((angle - item->from) / (2 * G_PI));

  return angle <= item->to;
}

static int
hit_wedges (const AtlasChartLayout *self, double x, double y)
{
  guint i;

  for (i = 0; i < self->items->len; i++)
    {
      const AtlasItem *item = &g_array_index (self->items, AtlasItem, i);

      if (item->type == ATLAS_ITEM_WEDGE && item->mark > 0
          && wedge_holds (item, x / self->shrink, y / self->shrink))
        return (int) item->mark - 1;
    }

  return -1;
}

/**
 * atlas_chart_layout_hit:
 * @self: a layout
 * @x: a point, in points from the left edge
 * @y: the same from the top edge
 *
 * Where boxes lie over each other, the one with the nearest centre answers.
 *
 * Returns: index of the mark at the point, or -1
 */
int
atlas_chart_layout_hit (const AtlasChartLayout *self, double x, double y)
{
  double nearest = INFINITY;
  int hit = -1;
  guint i;

  g_return_val_if_fail (self != NULL, -1);

  for (i = 0; i < self->marks->len; i++)
    {
      const AtlasMark *mark = &g_array_index (self->marks, AtlasMark, i);
      double dx, dy, distance;

      if (x < mark->x || x > mark->x + mark->width || y < mark->y
          || y > mark->y + mark->height)
        continue;

      dx = x - (mark->x + mark->width / 2);
      dy = y - (mark->y + mark->height / 2);
      distance = dx * dx + dy * dy;
      if (distance < nearest)
        {
          nearest = distance;
          hit = (int) i;
        }
    }

  return hit >= 0 ? hit : hit_wedges (self, x, y);
}
