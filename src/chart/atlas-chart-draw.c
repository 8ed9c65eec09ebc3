/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-private.h"

/* Hatching: distance and width of the lines, in points. */
#define HATCH_STEP 3.6
#define HATCH_WIDTH 0.8

typedef struct
{
  cairo_t *cr;
  const AtlasTheme *theme;
  AtlasText *text;
} Pen;

typedef void (*DrawFunc) (const Pen *pen, const AtlasItem *item);

static void
set_color (const Pen *pen, AtlasInk ink, double strength)
{
  AtlasColor color = atlas_theme_get_color (pen->theme, ink);

  if (strength < 1.0)
    color = atlas_color_mix (
        atlas_theme_get_color (pen->theme, ATLAS_INK_GROUND), color, strength);

  cairo_set_source_rgba (pen->cr, color.red, color.green, color.blue,
                         color.alpha);
}

/* Lines from the lower left to the upper right over the box, within the
 * current path. They begin at the corner of the page, so that hatched areas
 * side by side fit together.
 *
 * They are the dashes of one leaning line as wide as the box is high: a few
 * numbers in a file, where each line by itself takes four. */
static void
hatch (const Pen *pen, const AtlasItem *item)
{
  double dash = HATCH_WIDTH * G_SQRT2;
  double dashes[] = { dash, HATCH_STEP - dash };
  double half = item->box.height / 2;
  double middle = item->box.y + half;
  double left = item->box.x - half;
  double first = floor ((left + middle) / HATCH_STEP) * HATCH_STEP - middle;
  cairo_matrix_t lean;

  cairo_save (pen->cr);
  cairo_clip_preserve (pen->cr);
  cairo_new_path (pen->cr);
  cairo_matrix_init (&lean, 1.0, 0.0, -1.0, 1.0, middle, 0.0);
  cairo_transform (pen->cr, &lean);
  cairo_move_to (pen->cr, first - dash / 2, middle);
  cairo_line_to (pen->cr, left + item->box.width + item->box.height, middle);
  set_color (pen, item->fill, item->strength);
  cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cairo_set_line_width (pen->cr, item->box.height);
  cairo_stroke (pen->cr);
  cairo_restore (pen->cr);
}

/* A line along the inner side of the outline of the current path. */
static void
draw_rim (const Pen *pen, const AtlasItem *item)
{
  cairo_path_t *path = cairo_copy_path (pen->cr);

  cairo_save (pen->cr);
  cairo_clip_preserve (pen->cr);
  set_color (pen, item->rim, 1.0);
  cairo_set_line_width (pen->cr, item->line_width * 2);
  cairo_stroke (pen->cr);
  cairo_restore (pen->cr);
  cairo_append_path (pen->cr, path);
  cairo_path_destroy (path);
}

/* Fills and outlines the current path, and takes it away. */
static void
finish_area (const Pen *pen, const AtlasItem *item)
{
  if (item->fill != ATLAS_INK_NONE && item->pattern == ATLAS_FILL_SOLID)
    {
      set_color (pen, item->fill, item->strength);
      cairo_fill_preserve (pen->cr);
    }
  else if (item->fill != ATLAS_INK_NONE)
    {
      cairo_path_t *path = cairo_copy_path (pen->cr);

      set_color (pen, ATLAS_INK_BAND, 1.0);
      cairo_fill_preserve (pen->cr);
      hatch (pen, item);
      cairo_new_path (pen->cr);
      cairo_append_path (pen->cr, path);
      cairo_path_destroy (path);
    }

  if (item->rim != ATLAS_INK_NONE)
    draw_rim (pen, item);
  if (item->stroke != ATLAS_INK_NONE)
    {
      set_color (pen, item->stroke, 1.0);
      cairo_set_line_width (pen->cr, item->line_width);
      cairo_stroke_preserve (pen->cr);
    }

  cairo_new_path (pen->cr);
}

void
atlas_draw_add_rounded (cairo_t *cr, AtlasBox box, double radius)
{
  double right = box.x + box.width, bottom = box.y + box.height;

  radius = MIN (radius, MIN (box.width, box.height) / 2);
  if (radius <= 0)
    {
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      return;
    }

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, box.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box.x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box.x + radius, box.y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_rect (const Pen *pen, const AtlasItem *item)
{
  atlas_draw_add_rounded (pen->cr, item->box, item->radius);
  finish_area (pen, item);
}

static void
set_dash (const Pen *pen, const AtlasItem *item)
{
  double dashed[] = { 4.0, 3.0 };
  double dotted[] = { 0.01, item->line_width * 2.2 };

  switch (item->dash)
    {
    case ATLAS_DASH_DASHED:
      cairo_set_dash (pen->cr, dashed, G_N_ELEMENTS (dashed), 0);
      break;
    case ATLAS_DASH_DOTTED:
      cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (pen->cr, dotted, G_N_ELEMENTS (dotted), 0);
      break;
    case ATLAS_DASH_NONE:
    default:
      break;
    }
}

/* Strokes the current path as a line. */
static void
finish_line (const Pen *pen, const AtlasItem *item)
{
  cairo_save (pen->cr);
  set_color (pen, item->stroke, item->strength);
  cairo_set_line_width (pen->cr, item->line_width);
  set_dash (pen, item);
  cairo_stroke (pen->cr);
  cairo_restore (pen->cr);
}

/* Corners on a circle; every second one drawn in by @inset. */
static void
add_polygon (cairo_t *cr,
             double x,
             double y,
             double radius,
             guint n_corners,
             double turn,
             double inset)
{
  guint i;

  for (i = 0; i < n_corners; i++)
    {
      double angle = turn - G_PI_2 + 2 * G_PI * i / n_corners;
      double distance = i % 2 == 1 ? radius * inset : radius;

      cairo_line_to (cr, x + distance * cos (angle),
                     y + distance * sin (angle));
    }
  cairo_close_path (cr);
}

static void
add_cross (cairo_t *cr, double x, double y, double radius)
{
  double arm = radius * 0.36;

  cairo_move_to (cr, x - arm, y - radius);
  cairo_line_to (cr, x + arm, y - radius);
  cairo_line_to (cr, x + arm, y - arm);
  cairo_line_to (cr, x + radius, y - arm);
  cairo_line_to (cr, x + radius, y + arm);
  cairo_line_to (cr, x + arm, y + arm);
  cairo_line_to (cr, x + arm, y + radius);
  cairo_line_to (cr, x - arm, y + radius);
  cairo_line_to (cr, x - arm, y + arm);
  cairo_line_to (cr, x - radius, y + arm);
  cairo_line_to (cr, x - radius, y - arm);
  cairo_line_to (cr, x - arm, y - arm);
  cairo_close_path (cr);
}

/* Shapes of one size look equally large: their areas are near each other. */
static void
draw_shape (const Pen *pen, const AtlasItem *item)
{
  double radius = item->box.width / 2;
  double x = item->box.x + radius, y = item->box.y + item->box.height / 2;

  switch (item->shape)
    {
    case ATLAS_SHAPE_SQUARE:
      cairo_rectangle (pen->cr, x - radius * 0.88, y - radius * 0.88,
                       radius * 1.76, radius * 1.76);
      break;
    case ATLAS_SHAPE_TRIANGLE:
      add_polygon (pen->cr, x, y + radius * 0.15, radius * 1.2, 3, 0, 1.0);
      break;
    case ATLAS_SHAPE_DIAMOND:
      add_polygon (pen->cr, x, y, radius * 1.2, 4, 0, 1.0);
      break;
    case ATLAS_SHAPE_TRIANGLE_DOWN:
      add_polygon (pen->cr, x, y - radius * 0.15, radius * 1.2, 3, G_PI, 1.0);
      break;
    case ATLAS_SHAPE_CROSS:
      add_cross (pen->cr, x, y, radius * 1.05);
      break;
    case ATLAS_SHAPE_PENTAGON:
      add_polygon (pen->cr, x, y, radius * 1.1, 5, 0, 1.0);
      break;
    case ATLAS_SHAPE_STAR:
      add_polygon (pen->cr, x, y, radius * 1.3, 10, 0, 0.45);
      break;
    case ATLAS_SHAPE_CIRCLE:
    default:
      cairo_new_sub_path (pen->cr);
      cairo_arc (pen->cr, x, y, radius, 0, 2 * G_PI);
      break;
    }

  finish_area (pen, item);
}

static void
draw_wedge (const Pen *pen, const AtlasItem *item)
{
  double radius = item->box.width / 2;
  double x = item->box.x + radius, y = item->box.y + item->box.height / 2;
  double from = item->from - G_PI_2, to = item->to - G_PI_2;

  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, x, y, radius, from, to);
  cairo_arc_negative (pen->cr, x, y, radius * item->hole, to, from);
  cairo_close_path (pen->cr);
  finish_area (pen, item);
}

static void
draw_path (const Pen *pen, const AtlasItem *item)
{
  const AtlasPoint *points = item->points;
  guint i;

  if (item->n_points < 2)
    return;

  cairo_move_to (pen->cr, points[0].x, points[0].y);
  if (item->curved)
    for (i = 1; i + 2 < item->n_points; i += 3)
      cairo_curve_to (pen->cr, points[i].x, points[i].y, points[i + 1].x,
                      points[i + 1].y, points[i + 2].x, points[i + 2].y);
  else
    for (i = 1; i < item->n_points; i++)
      cairo_line_to (pen->cr, points[i].x, points[i].y);

  if (item->closed)
    {
      cairo_close_path (pen->cr);
      finish_area (pen, item);
    }
  else
    {
      finish_line (pen, item);
    }
}

static void
draw_text (const Pen *pen, const AtlasItem *item)
{
  set_color (pen, item->fill, item->strength);
  atlas_text_draw (pen->text, pen->cr, item->text, item->style, item->align,
                   item->box.x, item->box.y, item->box.width, item->max_lines);
}

static void
draw_picture (const Pen *pen, const AtlasItem *item)
{
  cairo_save (pen->cr);
  item->paint (item->data, pen->cr, pen->text, &item->box);
  cairo_restore (pen->cr);
}

static const DrawFunc draw_functions[] = {
  [ATLAS_ITEM_RECT] = draw_rect,   [ATLAS_ITEM_SHAPE] = draw_shape,
  [ATLAS_ITEM_WEDGE] = draw_wedge, [ATLAS_ITEM_PATH] = draw_path,
  [ATLAS_ITEM_TEXT] = draw_text,   [ATLAS_ITEM_PICTURE] = draw_picture,
};

/* Whether an item may leave ink within the clip. */
static gboolean
is_within (const AtlasItem *item, const AtlasBox *clip)
{
  double left = MIN (item->box.x, item->box.x + item->box.width);
  double top = MIN (item->box.y, item->box.y + item->box.height);
  double reach = 4.0 + item->line_width;

  return left - reach < clip->x + clip->width
         && left + fabs (item->box.width) + reach > clip->x
         && top - reach < clip->y + clip->height
         && top + fabs (item->box.height) + reach > clip->y;
}

static gboolean
is_straight (const AtlasItem *item)
{
  return item->box.width == 0.0 || item->box.height == 0.0;
}

/* Whether two lines may be one path. Those of a scale are; leaning ones cost
 * more to paint together than one by one. */
static gboolean
is_same_line (const AtlasItem *one, const AtlasItem *other)
{
  return other->type == ATLAS_ITEM_LINE && one->stroke == other->stroke
         && one->strength == other->strength
         && one->line_width == other->line_width && one->dash == other->dash
         && is_straight (one) && is_straight (other);
}

/* Draws the line at @first and those of the same look that follow it at once:
 * a file tells their colour and width once. The last one's index in return. */
static guint
draw_lines (const AtlasChartLayout *self,
            const Pen *pen,
            const AtlasBox *clip,
            guint first)
{
  const AtlasItem *items = (const AtlasItem *) (gpointer) self->items->data;
  guint i = first;

  do
    if (is_within (&items[i], clip))
      {
        const AtlasBox *box = &items[i].box;

        cairo_move_to (pen->cr, box->x, box->y);
        cairo_line_to (pen->cr, box->x + box->width, box->y + box->height);
      }
  while (++i < self->items->len && is_same_line (&items[first], &items[i]));
  finish_line (pen, &items[first]);

  return i - 1;
}

static void
draw_items (const AtlasChartLayout *self, const Pen *pen)
{
  double x1, y1, x2, y2;
  AtlasBox clip;
  guint i;

  cairo_clip_extents (pen->cr, &x1, &y1, &x2, &y2);
  clip = atlas_box (x1, y1, x2 - x1, y2 - y1);

  for (i = 0; i < self->items->len; i++)
    {
      const AtlasItem *item = &g_array_index (self->items, AtlasItem, i);

      if (item->type == ATLAS_ITEM_LINE)
        i = draw_lines (self, pen, &clip, i);
      else if (is_within (item, &clip))
        draw_functions[item->type](pen, item);
    }
}

/**
 * atlas_chart_layout_draw:
 * @self: a layout
 * @cr: where to draw, in points
 * @error: return location for an error
 *
 * Draws the chart with its top left corner at the origin of @cr. The same call
 * serves the screen, the printer and every kind of picture. What lies outside
 * the clip is left out.
 *
 * Returns: %FALSE with %ATLAS_CHART_ERROR_CAIRO when cairo reports a fault
 */
gboolean
atlas_chart_layout_draw (const AtlasChartLayout *self,
                         cairo_t *cr,
                         GError **error)
{
  g_autoptr (AtlasText) text = NULL;
  cairo_status_t status;
  Pen pen;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (cr != NULL, FALSE);

  text = atlas_text_new (&self->theme);
  pen = (Pen){ cr, &self->theme, text };

  cairo_save (cr);
  if (!self->theme.transparent)
    {
      /* a rectangle: a paint within a tagged figure breaks a PDF */
      set_color (&pen, ATLAS_INK_GROUND, 1.0);
      cairo_rectangle (cr, 0, 0, self->width, self->height);
      cairo_fill (cr);
    }
  cairo_scale (cr, self->shrink, self->shrink);
  draw_items (self, &pen);
  cairo_restore (cr);

  status = cairo_status (cr);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, ATLAS_CHART_ERROR, ATLAS_CHART_ERROR_CAIRO,
                           cairo_status_to_string (status));
      return FALSE;
    }

  return TRUE;
}
