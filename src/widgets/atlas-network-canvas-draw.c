/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-canvas-private.h"

#include <math.h>

static void
draw_dragged (AtlasNetworkCanvas *self, cairo_t *cr, const AtlasSceneView *view)
{
  const AtlasSceneEdge *edges;
  const guint *edges_at;
  guint n_edges;
  guint n_edges_at;

  atlas_network_painter_move (self->painter, self->dragged, self->dragged_x,
                              self->dragged_y);
  edges = atlas_network_scene_get_edges (self->scene, &n_edges);
  edges_at = atlas_network_scene_get_edges_at (
      self->scene, (guint) self->dragged, &n_edges_at);
  n_edges_at = MIN (n_edges_at, ATLAS_CANVAS_MAX_LIVE_EDGES);
  for (guint i = 0; i < n_edges_at; i++)
    atlas_network_painter_draw_edge (self->painter, cr, view, edges_at[i],
                                     FALSE);
  for (guint i = 0; i < n_edges_at; i++)
    {
      const AtlasSceneEdge *edge = &edges[edges_at[i]];

      atlas_network_painter_draw_node (
          self->painter, cr, view,
          edge->source == (guint) self->dragged ? edge->target : edge->source,
          ATLAS_NODE_PLAIN);
    }
  atlas_network_painter_draw_label (self->painter, cr, view,
                                    (guint) self->dragged, TRUE);
  atlas_network_painter_draw_node (self->painter, cr, view,
                                   (guint) self->dragged, ATLAS_NODE_SELECTED);
  atlas_network_painter_move (self->painter, -1, 0, 0);
}

static void
draw_path (AtlasNetworkCanvas *self, cairo_t *cr, const AtlasSceneView *view)
{
  const AtlasSceneEdge *edges;
  guint n_edges;

  edges = atlas_network_scene_get_edges (self->scene, &n_edges);
  for (guint i = 0; i + 1 < self->path->len; i++)
    {
      guint from = g_array_index (self->path, guint32, i);
      guint to = g_array_index (self->path, guint32, i + 1);
      const guint *edges_at;
      guint n_edges_at;

      edges_at =
          atlas_network_scene_get_edges_at (self->scene, from, &n_edges_at);
      for (guint j = 0; j < n_edges_at; j++)
        if (edges[edges_at[j]].source == to || edges[edges_at[j]].target == to)
          atlas_network_painter_draw_edge (self->painter, cr, view, edges_at[j],
                                           TRUE);
    }
  /* The ground of a name must not cut the rings. */
  for (guint i = 0; i < self->path->len; i++)
    atlas_network_painter_draw_label (
        self->painter, cr, view, g_array_index (self->path, guint32, i), TRUE);
  for (guint i = 0; i < self->path->len; i++)
    atlas_network_painter_draw_node (self->painter, cr, view,
                                     g_array_index (self->path, guint32, i),
                                     ATLAS_NODE_SELECTED);
}

static void
draw_hover_edge (AtlasNetworkCanvas *self,
                 cairo_t *cr,
                 const AtlasSceneView *view)
{
  const AtlasSceneEdge *edge;
  guint n_edges;

  edge =
      &atlas_network_scene_get_edges (self->scene, &n_edges)[self->hover_edge];
  atlas_network_painter_draw_edge (self->painter, cr, view,
                                   (guint) self->hover_edge, TRUE);
  atlas_network_painter_draw_label (self->painter, cr, view, edge->source,
                                    TRUE);
  atlas_network_painter_draw_label (self->painter, cr, view, edge->target,
                                    TRUE);
  atlas_network_painter_draw_node (self->painter, cr, view, edge->source,
                                   ATLAS_NODE_HOVER);
  atlas_network_painter_draw_node (self->painter, cr, view, edge->target,
                                   ATLAS_NODE_HOVER);
}

/* Rings that the picture does not show yet. */
static void
draw_new_selection (AtlasNetworkCanvas *self,
                    cairo_t *cr,
                    const AtlasSceneView *view)
{
  guint n_places = atlas_network_canvas_count_places (self);

  for (guint i = 0, n_drawn = 0;
       i < n_places && n_drawn < ATLAS_CANVAS_MAX_LIVE_EDGES; i++)
    if (self->selected[i])
      {
        atlas_network_painter_draw_node (self->painter, cr, view, i,
                                         ATLAS_NODE_SELECTED);
        n_drawn++;
      }
}

/* A hub whose lines the worker has not brought out yet. */
static void
draw_hub (AtlasNetworkCanvas *self, cairo_t *cr, const AtlasSceneView *view)
{
  atlas_network_painter_draw_label (self->painter, cr, view,
                                    (guint) self->hover, TRUE);
  atlas_network_painter_draw_node (self->painter, cr, view, (guint) self->hover,
                                   ATLAS_NODE_HOVER);
}

/* Whether a node is brought out here, and not by the worker. */
static gboolean
has_live_emphasis (AtlasNetworkCanvas *self)
{
  return self->path->len == 0 && self->hover >= 0
         && self->mode == ATLAS_CANVAS_IDLE
         && atlas_network_canvas_count_edges_at (self, self->hover)
                <= ATLAS_CANVAS_MAX_LIVE_EDGES;
}

static gboolean
has_path (AtlasNetworkCanvas *self)
{
  return self->path->len > 0 && self->mode == ATLAS_CANVAS_IDLE;
}

/**
 * atlas_network_canvas_is_veiled:
 * @self: a canvas
 *
 * Returns: whether something is brought out, so that the rest stands back
 */
gboolean
atlas_network_canvas_is_veiled (AtlasNetworkCanvas *self)
{
  return atlas_network_canvas_has_scene (self)
         && (has_path (self) || has_live_emphasis (self));
}

static void
draw_scene (AtlasNetworkCanvas *self, cairo_t *cr)
{
  AtlasSceneView view;

  if (has_live_emphasis (self))
    atlas_network_paint_emphasis (self->painter, cr, self->scene, &self->view,
                                  (guint) self->hover);

  cairo_save (cr);
  view = atlas_network_enter_view (cr, &self->view);
  if (has_path (self))
    draw_path (self, cr, &view);
  if (!self->selection_is_painted)
    draw_new_selection (self, cr, &view);
  if (self->mode == ATLAS_CANVAS_DRAG)
    draw_dragged (self, cr, &view);
  else if (self->hover >= 0 && !atlas_network_canvas_has_emphasis (self)
           && atlas_network_canvas_count_edges_at (self, self->hover)
                  > ATLAS_CANVAS_MAX_LIVE_EDGES)
    draw_hub (self, cr, &view);
  else if (self->hover_edge >= 0)
    draw_hover_edge (self, cr, &view);
  if (self->focus >= 0 && gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    {
      /* The ground of the name must not cut the rings. */
      atlas_network_painter_draw_label (self->painter, cr, &view,
                                        (guint) self->focus, TRUE);
      atlas_network_painter_draw_node (
          self->painter, cr, &view, (guint) self->focus,
          self->selected[self->focus] ? ATLAS_NODE_FOCUS | ATLAS_NODE_SELECTED
                                      : ATLAS_NODE_FOCUS);
    }
  cairo_restore (cr);
}

static void
draw_box (AtlasNetworkCanvas *self, cairo_t *cr)
{
  AtlasColor color = atlas_theme_get_color (&self->theme, ATLAS_INK_ACCENT);
  double x = MIN (self->press_x, self->last_x);
  double y = MIN (self->press_y, self->last_y);

  if (self->mode != ATLAS_CANVAS_BOX)
    return;
  cairo_rectangle (cr, x + 0.5, y + 0.5, fabs (self->last_x - self->press_x),
                   fabs (self->last_y - self->press_y));
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.15);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, 1.0);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
}

/**
 * atlas_network_canvas_draw_live:
 * @self: a canvas
 * @cr: where to draw, in points of the canvas
 *
 * Draws what changes from frame to frame, above the painted picture.
 */
void
atlas_network_canvas_draw_live (AtlasNetworkCanvas *self, cairo_t *cr)
{
  if (atlas_network_canvas_has_scene (self))
    draw_scene (self, cr);
  draw_box (self, cr);
}
