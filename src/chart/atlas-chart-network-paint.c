/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-paint-private.h"

#include <math.h>

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
  self->halo = TRUE;

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

/**
 * atlas_network_painter_set_halo:
 * @self: a painter
 * @halo: whether names have a halo of the ground around their letters
 *
 * A halo takes as long as all else of a name; on a veiled ground nothing needs
 * it.
 */
void
atlas_network_painter_set_halo (AtlasNetworkPainter *self, gboolean halo)
{
  self->halo = halo;
}

/**
 * atlas_painter_set_color:
 * @cr: where to draw
 * @color: a colour
 * @alpha: how opaque it is to be
 */
void
atlas_painter_set_color (cairo_t *cr, AtlasColor color, double alpha)
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

/* --- labels ------------------------------------------------------------- */

/* Rings around a node that is selected or has the keyboard. */
#define RINGS 8.0

/* How far the ground reaches around letters. */
#define HALO 1.6

/* A name as it stands beside its node: the middle of its box, and where its
 * lines are when there are two of them. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  AtlasAlign align;
  guint n_lines;
  gboolean is_led;
} NameBox;

static NameBox
get_name_box (const AtlasNetworkPainter *self,
              const AtlasSceneView *view,
              guint node,
              gboolean strong)
{
  AtlasLabelNode label =
      *atlas_network_scene_get_label_node (self->scene, node);
  guint slot = atlas_label_get_slot (&self->nodes[node].label, view->zoom);
  NameBox box = { .align = ATLAS_ALIGN_CENTER, .n_lines = 1 };
  double middle;

  if (self->moved == (int) node)
    {
      label.x = self->moved_x;
      label.y = self->moved_y;
    }
  box.n_lines = label.height > 1.5 * self->text_height ? 2 : 1;
  box.height = label.height;
  if (strong)
    {
      const char *name = atlas_network_scene_get_label (self->scene, node);

      label.width = atlas_text_measure (
                        self->text, name, ATLAS_TEXT_STRONG,
                        box.n_lines > 1 ? label.width * 1.25 : 0, box.n_lines)
                        .width
                    + 4;
      label.radius += RINGS;
    }
  box.width = label.width;
  box.is_led = atlas_label_is_led (slot);
  atlas_label_get_centre (&label, slot, view->zoom, &box.x, &box.y);
  middle = box.x - label.x * view->zoom;
  if (box.n_lines > 1 && fabs (middle) > label.width / 2)
    box.align = middle > 0 ? ATLAS_ALIGN_START : ATLAS_ALIGN_END;
  /* What is wider in bold must not reach over the edge of the map. */
  if (strong && view->zoom <= 1.0)
    {
      double width;
      double height;

      atlas_network_scene_get_size (self->scene, &width, &height);
      box.x = CLAMP (box.x, MIN (box.width, width) / 2,
                     width - MIN (box.width, width) / 2);
    }
  box.x += view->x;
  box.y += view->y;

  return box;
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
  atlas_painter_set_color (cr, self->ground, alpha);
  cairo_fill (cr);
}

/* From the rim of the node to the nearest point of the name's box. */
static void
draw_leader (AtlasNetworkPainter *self,
             cairo_t *cr,
             const AtlasSceneView *view,
             guint node,
             const NameBox *box)
{
  double x;
  double y;
  double radius;
  double end_x;
  double end_y;
  double length;

  atlas_network_painter_get_node (self, view, node, &x, &y, &radius);
  end_x = CLAMP (x, box->x - box->width / 2, box->x + box->width / 2);
  end_y = CLAMP (y, box->y - box->height / 2, box->y + box->height / 2);
  length = hypot (end_x - x, end_y - y);
  if (length <= radius)
    return;

  cairo_set_dash (cr, NULL, 0, 0);
  cairo_move_to (cr, x + (end_x - x) * radius / length,
                 y + (end_y - y) * radius / length);
  cairo_line_to (cr, end_x, end_y);
  cairo_set_line_width (cr, 2.8);
  atlas_painter_set_color (cr, self->ground, 0.88);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, 0.9);
  atlas_painter_set_color (cr, self->ink, 1.0);
  cairo_stroke (cr);
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
  const char *name = atlas_network_scene_get_label (self->scene, node);
  AtlasTextStyle style = strong ? ATLAS_TEXT_STRONG : ATLAS_TEXT_LABEL;
  NameBox box = get_name_box (self, view, node, strong);
  double x = box.x - box.width / 2 - 2;
  double y = box.y - box.height / 2 - self->text_height * 0.07;

  if (box.is_led)
    draw_leader (self, cr, view, node, &box);
  if (strong)
    {
      /* Nothing of the name below it, which stands nearer, may look out. */
      NameBox below = get_name_box (self, view, node, FALSE);

      double height = below.height + self->text_height * 0.3;

      draw_plate (self, cr, below.x - below.width / 2, below.y - height / 2,
                  below.width, height, 1.0);
      draw_plate (self, cr, box.x - box.width / 2, box.y - box.height / 2,
                  box.width, box.height, 0.94);
    }
  else if (self->halo)
    {
      atlas_painter_set_color (cr, self->ground, 0.88);
      atlas_text_draw_halo (self->text, cr, name, style, box.align, x, y,
                            box.width + 4, box.n_lines,
                            HALO * MIN (self->theme->text_scale, 1.5));
    }
  atlas_painter_set_color (cr, self->ink, 1.0);
  atlas_text_draw (self->text, cr, name, style, box.align, x, y, box.width + 4,
                   box.n_lines);
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
        atlas_painter_draw_line (self, cr, &line, edge->kind,
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
      NameBox box;

      if ((int) i == self->omitted
          || self->nodes[i].label.zoom > pass->view.zoom)
        continue;
      box = get_name_box (self, &pass->view, i, FALSE);
      if (box.x + box.width / 2 < pass->x0 || box.x - box.width / 2 > pass->x1
          || box.y + box.height / 2 < pass->y0
          || box.y - box.height / 2 > pass->y1)
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
