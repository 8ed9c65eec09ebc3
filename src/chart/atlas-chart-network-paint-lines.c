/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-paint-private.h"

#include <math.h>

/* Widths of lines by order, in points. */
static const double order_widths[] = { 1.0, 2.2, 1.4, 0.75 };

/* Half of the outline of a node: where arrows end. */
#define OUTLINE 0.9

/* Lines beyond this number get long dashes: short ones cost much. */
#define MANY_EDGES 1500

static void
point_on_curve (double x0,
                double y0,
                double cx,
                double cy,
                double x1,
                double y1,
                double t,
                double *x,
                double *y)
{
  double u = 1.0 - t;

  *x = u * u * x0 + 2 * u * t * cx + t * t * x1;
  *y = u * u * y0 + 2 * u * t * cy + t * t * y1;
}

/* The part of a curve, from its centre at @near on, that a circle around that
 * end covers. */
static double
find_rim (double x0,
          double y0,
          double cx,
          double cy,
          double x1,
          double y1,
          double radius)
{
  double low = 0.0;
  double high = 0.5;

  for (guint i = 0; i < 20; i++)
    {
      double middle = (low + high) / 2;
      double x;
      double y;

      point_on_curve (x0, y0, cx, cy, x1, y1, middle, &x, &y);
      if (hypot (x - x0, y - y0) < radius)
        low = middle;
      else
        high = middle;
    }

  return (low + high) / 2;
}

static double
line_width (const AtlasNetworkPainter *self,
            const AtlasSceneEdge *edge,
            double zoom)
{
  double grow = MIN (1.0 + (zoom - 1.0) * 0.08, 2.0);

  return order_widths[edge->order] * self->line_scale * grow;
}

static double
head_length (double width)
{
  return 3.0 + 2.4 * width;
}

/**
 * atlas_network_painter_get_line:
 * @self: a painter
 * @view: the view; its zoom 1 or more
 * @edge: index of an edge
 *
 * Returns: where the edge is drawn
 */
AtlasEdgeLine
atlas_network_painter_get_line (const AtlasNetworkPainter *self,
                                const AtlasSceneView *view,
                                guint edge)
{
  const AtlasSceneEdge *e = &self->edges[edge];
  AtlasEdgeLine line = { 0 };
  double ax, ay, ar, bx, by, br, length, side, start, end, head;

  atlas_network_painter_get_node (self, view, e->source, &ax, &ay, &ar);
  atlas_network_painter_get_node (self, view, e->target, &bx, &by, &br);
  length = hypot (bx - ax, by - ay);
  line.width = line_width (self, e, view->zoom);
  head = head_length (line.width);
  ar += OUTLINE;
  br += OUTLINE;
  line.visible = length > ar + br + 1.0;
  if (!line.visible)
    return line;

  head = MIN (head, (length - ar - br) * 0.6);
  if (e->lane > 0 || e->lane < 0)
    {
      side = atlas_scene_get_bend ((double) e->lane, length,
                                   self->theme->text_scale);
      line.cx = (ax + bx) / 2 - (by - ay) / length * side * 2;
      line.cy = (ay + by) / 2 + (bx - ax) / length * side * 2;
      start = find_rim (ax, ay, line.cx, line.cy, bx, by, ar);
      end = find_rim (bx, by, line.cx, line.cy, ax, ay, br);
      point_on_curve (ax, ay, line.cx, line.cy, bx, by, start, &line.x0,
                      &line.y0);
      point_on_curve (bx, by, line.cx, line.cy, ax, ay, end, &line.x1,
                      &line.y1);
      end = find_rim (bx, by, line.cx, line.cy, ax, ay, br + head);
      point_on_curve (bx, by, line.cx, line.cy, ax, ay, end, &line.bx,
                      &line.by);
      /* Control point of the part that is left of the curve: where the
       * tangents at its ends meet. */
      end = 1.0 - end;
      line.cx = (1 - start) * (1 - end) * ax
                + ((1 - start) * end + start * (1 - end)) * line.cx
                + start * end * bx;
      line.cy = (1 - start) * (1 - end) * ay
                + ((1 - start) * end + start * (1 - end)) * line.cy
                + start * end * by;
    }
  else
    {
      double ux = (bx - ax) / length;
      double uy = (by - ay) / length;

      line.x0 = ax + ux * ar;
      line.y0 = ay + uy * ar;
      line.x1 = bx - ux * br;
      line.y1 = by - uy * br;
      line.bx = line.x1 - ux * head;
      line.by = line.y1 - uy * head;
      line.cx = (line.x0 + line.bx) / 2;
      line.cy = (line.y0 + line.by) / 2;
    }

  return line;
}

static void
set_dash (AtlasNetworkPainter *self, cairo_t *cr, AtlasKind kind, double width)
{
  double dash[2] = { 2.6 + 1.6 * width, 1.8 + 1.0 * width };

  if (kind == ATLAS_PATENTS)
    {
      cairo_set_dash (cr, NULL, 0, 0);
      return;
    }
  if (self->n_edges > MANY_EDGES)
    {
      dash[0] = 8.0;
      dash[1] = 4.0;
    }
  cairo_set_dash (cr, dash, 2, 0);
}

static void
add_curve (cairo_t *cr, const AtlasEdgeLine *line, gboolean bent)
{
  cairo_move_to (cr, line->x0, line->y0);
  if (bent)
    cairo_curve_to (cr, line->x0 + (line->cx - line->x0) * 2 / 3,
                    line->y0 + (line->cy - line->y0) * 2 / 3,
                    line->bx + (line->cx - line->bx) * 2 / 3,
                    line->by + (line->cy - line->by) * 2 / 3, line->bx,
                    line->by);
  else
    cairo_line_to (cr, line->bx, line->by);
}

static void
add_head (cairo_t *cr, const AtlasEdgeLine *line)
{
  double dx = line->x1 - line->bx;
  double dy = line->y1 - line->by;
  double wing = 0.36;

  cairo_move_to (cr, line->x1, line->y1);
  cairo_line_to (cr, line->bx - dy * wing, line->by + dx * wing);
  cairo_line_to (cr, line->bx + dy * wing, line->by - dx * wing);
  cairo_close_path (cr);
}

/* A small rhomb half way says that the answer is the same. */
static void
draw_mutual (AtlasNetworkPainter *self,
             cairo_t *cr,
             const AtlasEdgeLine *line,
             AtlasKind kind)
{
  double size = 2.6 + line->width;
  double x;
  double y;

  point_on_curve (line->x0, line->y0, line->cx, line->cy, line->bx, line->by,
                  0.5, &x, &y);
  cairo_move_to (cr, x - size, y);
  cairo_line_to (cr, x, y - size);
  cairo_line_to (cr, x + size, y);
  cairo_line_to (cr, x, y + size);
  cairo_close_path (cr);
  atlas_painter_set_color (cr, self->ground, 1.0);
  cairo_fill_preserve (cr);
  atlas_painter_set_color (cr, self->kinds[kind], 1.0);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
}

/**
 * atlas_painter_draw_line:
 * @self: a painter
 * @cr: where to draw
 * @line: where the line is
 * @kind: its kind
 * @bent: whether it bends
 * @mutual: whether it is answered
 * @alpha: how opaque it is
 *
 * Draws one line with its arrow.
 */
void
atlas_painter_draw_line (AtlasNetworkPainter *self,
                         cairo_t *cr,
                         const AtlasEdgeLine *line,
                         AtlasKind kind,
                         gboolean bent,
                         gboolean mutual,
                         double alpha)
{
  /* One stroke for each edge: one path for all is slower. */
  atlas_painter_set_color (cr, self->kinds[kind], alpha);
  set_dash (self, cr, kind, line->width);
  cairo_set_line_width (cr, line->width);
  add_curve (cr, line, bent);
  cairo_stroke (cr);
  add_head (cr, line);
  cairo_fill (cr);
  if (mutual)
    draw_mutual (self, cr, line, kind);
}

/**
 * atlas_network_painter_draw_edge:
 * @self: a painter
 * @cr: where to draw
 * @view: the view; its zoom 1 or more
 * @edge: index of an edge
 * @strong: whether it is drawn opaque and a little wider
 */
void
atlas_network_painter_draw_edge (AtlasNetworkPainter *self,
                                 cairo_t *cr,
                                 const AtlasSceneView *view,
                                 guint edge,
                                 gboolean strong)
{
  const AtlasSceneEdge *e = &self->edges[edge];
  AtlasEdgeLine line = atlas_network_painter_get_line (self, view, edge);

  if (!line.visible)
    return;
  if (strong)
    line.width = MAX (line.width * 1.3, 1.1);
  atlas_painter_draw_line (self, cr, &line, e->kind, e->lane > 0 || e->lane < 0,
                           e->mutual, strong ? 1.0 : self->line_alpha);
}

/**
 * atlas_network_painter_draw_line_sample:
 * @self: a painter
 * @cr: where to draw
 * @kind: kind of the link
 * @order: its order
 * @mutual: whether it is answered
 * @x0: where it begins
 * @x1: where its tip is
 * @y: how far down
 * @bend: how far its middle lies above (negative) or below
 *
 * Draws a line as the map has them, for a legend.
 */
void
atlas_network_painter_draw_line_sample (AtlasNetworkPainter *self,
                                        cairo_t *cr,
                                        AtlasKind kind,
                                        guint order,
                                        gboolean mutual,
                                        double x0,
                                        double x1,
                                        double y,
                                        double bend)
{
  double scale = MIN (self->theme->text_scale, 1.5);
  double direction = x1 > x0 ? 1.0 : -1.0;
  AtlasEdgeLine line = { 0 };

  g_return_if_fail (order >= 1 && order <= 3);

  line.width = order_widths[order] * MAX (self->line_scale, 0.7 * scale);
  line.x0 = x0;
  line.y0 = y;
  line.x1 = x1;
  line.y1 = y;
  line.bx = x1 - direction * head_length (line.width);
  line.by = y;
  line.cx = (line.x0 + line.bx) / 2;
  line.cy = y + 2 * bend;
  if (bend < 0 || bend > 0)
    line.by = y + bend * 0.35;
  cairo_save (cr);
  atlas_painter_draw_line (self, cr, &line, kind, TRUE, mutual, 1.0);
  cairo_restore (cr);
}
