/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-paint.h"

#include <math.h>

#include "atlas-chart-text.h"

/* Widths of lines by order, in points. */
static const double order_widths[] = { 1.0, 2.2, 1.4, 0.75 };

/* A letter is drawn in nodes of at least this radius at a text scale of 1. */
#define LETTER_RADIUS 5.4

/* Half of the outline of a node: where arrows end. */
#define OUTLINE 0.9

/* Lines beyond this number get long dashes: short ones cost much. */
#define MANY_EDGES 1500

struct _AtlasNetworkPainter
{
  AtlasNetworkScene *scene;
  const AtlasTheme *theme;
  const AtlasSceneNode *nodes;
  const AtlasSceneEdge *edges;
  guint n_nodes;
  guint n_edges;
  AtlasText *text;
  double text_height;
  AtlasColor ground;
  AtlasColor ink;
  AtlasColor muted;
  AtlasColor plain;
  AtlasColor focus;
  AtlasColor accent;
  AtlasColor kinds[ATLAS_N_KINDS];
  double line_scale;
  double line_alpha;
  int moved;
  double moved_x;
  double moved_y;
  int omitted;
};

/* What a paint pass needs again and again. */
typedef struct
{
  AtlasSceneView view;
  double x0, y0, x1, y1;
} Pass;

/**
 * atlas_network_painter_new:
 * @scene: what to draw
 *
 * Returns: (transfer full): a painter for the calling thread
 */
AtlasNetworkPainter *
atlas_network_painter_new (AtlasNetworkScene *scene)
{
  AtlasNetworkPainter *self;
  const AtlasTheme *theme;

  g_return_val_if_fail (scene != NULL, NULL);

  theme = atlas_network_scene_get_theme (scene);
  self = g_new0 (AtlasNetworkPainter, 1);
  self->scene = atlas_network_scene_ref (scene);
  self->theme = theme;
  self->nodes = atlas_network_scene_get_nodes (scene, &self->n_nodes);
  self->edges = atlas_network_scene_get_edges (scene, &self->n_edges);
  self->text = atlas_text_new (theme);
  self->text_height = atlas_text_get_line_height (self->text, ATLAS_TEXT_LABEL);
  self->ground = atlas_theme_get_color (theme, ATLAS_INK_GROUND);
  self->ink = atlas_theme_get_color (theme, ATLAS_INK_TEXT);
  self->muted = atlas_theme_get_color (theme, ATLAS_INK_MUTED);
  self->plain = atlas_theme_get_color (theme, ATLAS_INK_PLAIN);
  self->focus = atlas_theme_get_color (theme, ATLAS_INK_FOCUS);
  self->accent = atlas_theme_get_color (theme, ATLAS_INK_ACCENT);
  self->kinds[ATLAS_PATENTS] =
      atlas_theme_get_color (theme, atlas_ink_series (0));
  self->kinds[ATLAS_ARTICLES] =
      atlas_theme_get_color (theme, atlas_ink_series (2));
  self->line_scale = atlas_network_scene_get_line_scale (scene);
  self->line_alpha = atlas_network_scene_get_line_alpha (scene);
  self->moved = -1;
  self->omitted = -1;

  return self;
}

/**
 * atlas_network_painter_free:
 * @self: (nullable): a painter
 */
void
atlas_network_painter_free (AtlasNetworkPainter *self)
{
  if (self == NULL)
    return;

  atlas_text_free (self->text);
  atlas_network_scene_unref (self->scene);
  g_free (self);
}

/**
 * atlas_network_painter_move:
 * @self: a painter
 * @node: index of a node, -1 for none
 * @x: where to draw it, in points of the map at zoom 1
 * @y: the same, downwards
 */
void
atlas_network_painter_move (AtlasNetworkPainter *self,
                            int node,
                            double x,
                            double y)
{
  self->moved = node;
  self->moved_x = x;
  self->moved_y = y;
}

/**
 * atlas_network_painter_omit:
 * @self: a painter
 * @node: index of a node that atlas_network_painter_paint() leaves out with
 *   all that belongs to it, -1 for none
 */
void
atlas_network_painter_omit (AtlasNetworkPainter *self, int node)
{
  self->omitted = node;
}

static void
set_color (cairo_t *cr, AtlasColor color, double alpha)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue,
                         color.alpha * alpha);
}

/**
 * atlas_network_painter_get_node:
 * @self: a painter
 * @view: the view; its zoom 1 or more
 * @node: index of a node
 * @x: (out): its centre, in points
 * @y: (out): the same, downwards
 * @radius: (out): its radius
 */
void
atlas_network_painter_get_node (const AtlasNetworkPainter *self,
                                const AtlasSceneView *view,
                                guint node,
                                double *x,
                                double *y,
                                double *radius)
{
  gboolean moved = self->moved == (int) node;

  *x = view->x + view->zoom * (moved ? self->moved_x : self->nodes[node].x);
  *y = view->y + view->zoom * (moved ? self->moved_y : self->nodes[node].y);
  *radius = atlas_label_radius (self->nodes[node].radius, view->zoom);
}

/* --- edges -------------------------------------------------------------- */

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
  set_color (cr, self->ground, 1.0);
  cairo_fill_preserve (cr);
  set_color (cr, self->kinds[kind], 1.0);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
}

static void
draw_line (AtlasNetworkPainter *self,
           cairo_t *cr,
           const AtlasEdgeLine *line,
           AtlasKind kind,
           gboolean bent,
           gboolean mutual,
           double alpha)
{
  /* One stroke for each edge: one path for all is slower. */
  set_color (cr, self->kinds[kind], alpha);
  set_dash (self, cr, kind, line->width);
  cairo_set_line_width (cr, line->width);
  add_curve (cr, line, bent);
  cairo_stroke (cr);
  add_head (cr, line);
  cairo_fill (cr);
  if (mutual)
    draw_mutual (self, cr, line, kind);
}

static gboolean
line_is_inside (const AtlasEdgeLine *line, const Pass *pass)
{
  double left = MIN (MIN (line->x0, line->x1), line->cx);
  double right = MAX (MAX (line->x0, line->x1), line->cx);
  double top = MIN (MIN (line->y0, line->y1), line->cy);
  double bottom = MAX (MAX (line->y0, line->y1), line->cy);

  return right > pass->x0 && left < pass->x1 && bottom > pass->y0
         && top < pass->y1;
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
  draw_line (self, cr, &line, e->kind, e->lane > 0 || e->lane < 0, e->mutual,
             strong ? 1.0 : self->line_alpha);
}

/* --- nodes -------------------------------------------------------------- */

static const AtlasSceneGroup *
get_group (const AtlasNetworkPainter *self, guint group)
{
  guint n_groups;
  const AtlasSceneGroup *groups =
      atlas_network_scene_get_groups (self->scene, &n_groups);

  return group < n_groups ? &groups[group] : NULL;
}

static void
draw_letter (AtlasNetworkPainter *self,
             cairo_t *cr,
             const char *letter,
             double x,
             double y,
             gboolean on_fill)
{
  AtlasTextSize size =
      atlas_text_measure (self->text, letter, ATLAS_TEXT_TICK, 0, 1);

  if (on_fill)
    cairo_set_source_rgb (cr, 0.06, 0.06, 0.08);
  else
    set_color (cr, self->ink, 1.0);
  atlas_text_draw (self->text, cr, letter, ATLAS_TEXT_TICK, ATLAS_ALIGN_CENTER,
                   x - size.width, y - size.height / 2, size.width * 2, 1);
}

static void
draw_disc (AtlasNetworkPainter *self,
           cairo_t *cr,
           guint group_index,
           gboolean loaded,
           double x,
           double y,
           double radius)
{
  const AtlasSceneGroup *group = get_group (self, group_index);
  AtlasColor fill = self->ground;
  AtlasColor stroke = loaded ? self->ink : self->muted;

  if (loaded)
    fill = group != NULL ? group->color : self->plain;
  else if (group != NULL)
    stroke = atlas_color_mix (group->color, self->ink, 0.35);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  set_color (cr, fill, 1.0);
  cairo_fill_preserve (cr);
  set_color (cr, stroke, 1.0);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, CLAMP (radius * 0.16, 0.5, 1.2));
  cairo_stroke (cr);
  if (group != NULL && radius >= LETTER_RADIUS * self->theme->text_scale)
    draw_letter (self, cr, group->mark, x, y, loaded);
}

static void
draw_ring (cairo_t *cr,
           AtlasColor color,
           double x,
           double y,
           double radius,
           double width,
           gboolean dashed)
{
  static const double dash[] = { 3.0, 2.0 };

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_set_dash (cr, dash, dashed ? 2 : 0, 0);
  cairo_set_line_width (cr, width);
  set_color (cr, color, 1.0);
  cairo_stroke (cr);
}

/* A pinned place carries a pin: a dot with a ring beside it. */
static void
draw_pin (AtlasNetworkPainter *self,
          cairo_t *cr,
          double x,
          double y,
          double radius)
{
  double away = radius * G_SQRT2 / 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + away, y - away, 2.4, 0, 2 * G_PI);
  set_color (cr, self->ink, 1.0);
  cairo_fill_preserve (cr);
  set_color (cr, self->ground, 1.0);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
}

/**
 * atlas_network_painter_draw_node:
 * @self: a painter
 * @cr: where to draw
 * @view: the view; its zoom 1 or more
 * @node: index of a node
 * @state: what surrounds it
 */
void
atlas_network_painter_draw_node (AtlasNetworkPainter *self,
                                 cairo_t *cr,
                                 const AtlasSceneView *view,
                                 guint node,
                                 AtlasNodeState state)
{
  const AtlasSceneNode *n = &self->nodes[node];
  double x;
  double y;
  double radius;

  atlas_network_painter_get_node (self, view, node, &x, &y, &radius);
  if ((state & ATLAS_NODE_SELECTED) != 0)
    {
      draw_ring (cr, self->ground, x, y, radius + 2.5, 5.0, FALSE);
      draw_ring (cr, self->accent, x, y, radius + 3.0, 2.6, FALSE);
    }
  if ((state & ATLAS_NODE_FOCUS) != 0)
    {
      draw_ring (cr, self->ground, x, y, radius + 6.5, 3.5, FALSE);
      draw_ring (cr, self->focus, x, y, radius + 6.5, 1.8, TRUE);
    }
  if ((state & ATLAS_NODE_HOVER) != 0)
    draw_ring (cr, self->ink, x, y, radius + 1.5, 2.0, FALSE);
  draw_disc (self, cr, n->group, n->loaded, x, y, radius);
  if (n->pinned)
    draw_pin (self, cr, x, y, radius);
}

/* --- labels ------------------------------------------------------------- */

static void
get_label_box (const AtlasNetworkPainter *self,
               const AtlasSceneView *view,
               guint node,
               double *x,
               double *y)
{
  AtlasLabelNode label =
      *atlas_network_scene_get_label_node (self->scene, node);

  if (self->moved == (int) node)
    {
      label.x = self->moved_x;
      label.y = self->moved_y;
    }
  atlas_label_get_centre (&label, self->nodes[node].label.slot, view->zoom, x,
                          y);
  *x += view->x;
  *y += view->y;
}

static void
draw_plate (AtlasNetworkPainter *self,
            cairo_t *cr,
            double x,
            double y,
            double width,
            double height,
            double alpha)
{
  double radius = MIN (2.5, height / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  set_color (cr, self->ground, alpha);
  cairo_fill (cr);
}

/**
 * atlas_network_painter_draw_label:
 * @self: a painter
 * @cr: where to draw
 * @view: the view; its zoom 1 or more
 * @node: index of a node
 * @strong: whether it is drawn bold on an opaque ground, above all else
 */
void
atlas_network_painter_draw_label (AtlasNetworkPainter *self,
                                  cairo_t *cr,
                                  const AtlasSceneView *view,
                                  guint node,
                                  gboolean strong)
{
  const AtlasLabelNode *label =
      atlas_network_scene_get_label_node (self->scene, node);
  const char *name = atlas_network_scene_get_label (self->scene, node);
  AtlasTextStyle style = strong ? ATLAS_TEXT_STRONG : ATLAS_TEXT_LABEL;
  double width = label->width;
  double x;
  double y;

  get_label_box (self, view, node, &x, &y);
  if (strong)
    width = atlas_text_measure (self->text, name, style, 0, 1).width + 4;
  draw_plate (self, cr, x - width / 2, y - label->height / 2, width,
              label->height, strong ? 0.94 : 0.7);
  set_color (cr, self->ink, 1.0);
  atlas_text_draw (self->text, cr, name, style, ATLAS_ALIGN_CENTER,
                   x - width / 2 - 2, y - self->text_height / 2, width + 4, 1);
}

/* --- all ---------------------------------------------------------------- */

static gboolean
paint_edges (AtlasNetworkPainter *self,
             cairo_t *cr,
             const Pass *pass,
             AtlasStopFunc stop,
             gpointer user_data)
{
  for (guint i = 0; i < self->n_edges; i++)
    {
      const AtlasSceneEdge *edge = &self->edges[i];
      AtlasEdgeLine line;

      if ((int) edge->source == self->omitted
          || (int) edge->target == self->omitted)
        continue;
      line = atlas_network_painter_get_line (self, &pass->view, i);
      if (line.visible && line_is_inside (&line, pass))
        draw_line (self, cr, &line, edge->kind,
                   edge->lane > 0 || edge->lane < 0, edge->mutual,
                   self->line_alpha);
      if ((i & 63) == 0 && stop != NULL && stop (user_data))
        return FALSE;
    }

  return TRUE;
}

static void
paint_nodes (AtlasNetworkPainter *self, cairo_t *cr, const Pass *pass)
{
  for (guint i = self->n_nodes; i-- > 0;)
    {
      double x;
      double y;
      double radius;

      atlas_network_painter_get_node (self, &pass->view, i, &x, &y, &radius);
      if ((int) i == self->omitted || x + radius < pass->x0
          || x - radius > pass->x1 || y + radius < pass->y0
          || y - radius > pass->y1)
        continue;
      atlas_network_painter_draw_node (self, cr, &pass->view, i,
                                       ATLAS_NODE_PLAIN);
    }
}

static gboolean
paint_labels (AtlasNetworkPainter *self,
              cairo_t *cr,
              const Pass *pass,
              AtlasStopFunc stop,
              gpointer user_data)
{
  for (guint i = 0; i < self->n_nodes; i++)
    {
      const AtlasLabelNode *label =
          atlas_network_scene_get_label_node (self->scene, i);
      double x;
      double y;

      if ((int) i == self->omitted
          || self->nodes[i].label.zoom > pass->view.zoom)
        continue;
      get_label_box (self, &pass->view, i, &x, &y);
      if (x + label->width / 2 < pass->x0 || x - label->width / 2 > pass->x1
          || y + label->height / 2 < pass->y0
          || y - label->height / 2 > pass->y1)
        continue;
      atlas_network_painter_draw_label (self, cr, &pass->view, i, FALSE);
      if ((i & 31) == 0 && stop != NULL && stop (user_data))
        return FALSE;
    }

  return TRUE;
}

/**
 * atlas_network_painter_paint:
 * @self: a painter
 * @cr: where to draw; only what its clip shows is drawn
 * @view: which part of the map
 * @layers: what to draw
 * @stop: (nullable): asked every now and then
 * @user_data: for @stop
 *
 * Draws lines, then discs, then labels. Below a zoom of 1 all of it shrinks,
 * letters too; from 1 on the map grows, discs a little, letters not.
 *
 * Returns: %FALSE when stopped
 */
gboolean
atlas_network_painter_paint (AtlasNetworkPainter *self,
                             cairo_t *cr,
                             const AtlasSceneView *view,
                             AtlasPaintLayers layers,
                             AtlasStopFunc stop,
                             gpointer user_data)
{
  gboolean done = TRUE;
  Pass pass;

  g_return_val_if_fail (self != NULL && cr != NULL && view != NULL, FALSE);

  pass.view = *view;
  cairo_save (cr);
  if (view->zoom < 1.0)
    {
      cairo_translate (cr, view->x, view->y);
      cairo_scale (cr, view->zoom, view->zoom);
      pass.view = (AtlasSceneView) ATLAS_SCENE_VIEW_INIT;
    }
  cairo_clip_extents (cr, &pass.x0, &pass.y0, &pass.x1, &pass.y1);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  if ((layers & ATLAS_PAINT_EDGES) != 0)
    done = paint_edges (self, cr, &pass, stop, user_data);
  if (done && (layers & ATLAS_PAINT_NODES) != 0)
    paint_nodes (self, cr, &pass);
  if (done && (layers & ATLAS_PAINT_LABELS) != 0)
    done = paint_labels (self, cr, &pass, stop, user_data);
  cairo_restore (cr);

  return done;
}

/* --- samples ------------------------------------------------------------ */

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
  draw_line (self, cr, &line, kind, TRUE, mutual, 1.0);
  cairo_restore (cr);
}

/**
 * atlas_network_painter_draw_node_sample:
 * @self: a painter
 * @cr: where to draw
 * @group: index of a group, or %ATLAS_SCENE_NO_GROUP
 * @loaded: whether it is filled
 * @x: its centre
 * @y: its centre
 * @radius: its radius
 *
 * Draws a node as the map has them, for a legend.
 */
void
atlas_network_painter_draw_node_sample (AtlasNetworkPainter *self,
                                        cairo_t *cr,
                                        guint group,
                                        gboolean loaded,
                                        double x,
                                        double y,
                                        double radius)
{
  cairo_save (cr);
  draw_disc (self, cr, group, loaded, x, y, radius);
  cairo_restore (cr);
}
