/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-canvas-private.h"

#include <math.h>

/* Height of the bands that a frame is drawn in. */
#define BAND 360

static void
set_ground (AtlasNetworkCanvas *self, cairo_t *cr, double alpha)
{
  AtlasColor color = atlas_theme_get_color (&self->theme, ATLAS_INK_GROUND);

  cairo_set_source_rgba (cr, color.red, color.green, color.blue, alpha);
}

/* Blits a painted picture where the view now is; between two zooms it is
 * scaled, as a preview of the sharp one that is being made. A veil is part of
 * it: one more over all would be one more walk through all pixels. */
static void
blit (AtlasNetworkCanvas *self,
      cairo_t *cr,
      const AtlasNetworkPicture *picture,
      gboolean veiled,
      double width,
      double height)
{
  double scale = self->view.zoom / picture->view.zoom;
  double x = self->view.x - scale * (picture->view.x + picture->margin);
  double y = self->view.y - scale * (picture->view.y + picture->margin);
  double device_x;
  double device_y;
  double right;
  double bottom;

  cairo_surface_get_device_scale (picture->surface, &device_x, &device_y);
  right =
      x + scale * cairo_image_surface_get_width (picture->surface) / device_x;
  bottom =
      y + scale * cairo_image_surface_get_height (picture->surface) / device_y;
  if (veiled || x > 0 || y > 0 || right < width || bottom < height)
    {
      set_ground (self, cr, 1.0);
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_fill (cr);
    }

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, picture->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_FAST);
  if (veiled)
    cairo_paint_with_alpha (cr, 1.0 - ATLAS_NETWORK_VEIL);
  else
    cairo_paint (cr);
  cairo_restore (cr);
}

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
draw_path (AtlasNetworkCanvas *self,
           cairo_t *cr,
           const AtlasSceneView *view,
           double width,
           double height)
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

static void
draw_live (AtlasNetworkCanvas *self, cairo_t *cr, double width, double height)
{
  AtlasSceneView view;

  if (has_live_emphasis (self))
    atlas_network_paint_emphasis (self->painter, cr, self->scene, &self->view,
                                  (guint) self->hover);

  cairo_save (cr);
  view = atlas_network_enter_view (cr, &self->view);
  if (self->path->len > 0 && self->mode == ATLAS_CANVAS_IDLE)
    draw_path (self, cr, &view, width, height);
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

/* The legend with its ground as it will be on the screen: setting its words
 * anew in each frame would take longer than all else of the frame. */
static cairo_surface_t *
paint_legend (AtlasNetworkCanvas *self, double legend_width)
{
  double height = atlas_network_legend_get_height (self->legend)
                  + 2 * ATLAS_CANVAS_LEGEND_MARGIN;
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) ceil (legend_width) * scale,
      (int) ceil (height) * scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  set_ground (self, cr, 0.85);
  cairo_paint (cr);
  atlas_network_legend_draw (self->legend, self->painter, self->text, cr,
                             ATLAS_CANVAS_LEGEND_MARGIN,
                             ATLAS_CANVAS_LEGEND_MARGIN);
  cairo_destroy (cr);

  return surface;
}

static void
draw_legend (AtlasNetworkCanvas *self, cairo_t *cr, double width)
{
  double legend_width = atlas_network_canvas_get_legend_width (self);
  double x = self->theme.right_to_left ? 0 : floor (width - legend_width);

  if (self->legend == NULL || legend_width <= 0)
    return;
  if (self->legend_surface == NULL)
    self->legend_surface = paint_legend (self, legend_width);
  cairo_set_source_surface (cr, self->legend_surface, x, 0);
  cairo_paint (cr);
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

/* All that can be seen; what lies outside the clip costs next to nothing. */
static void
draw_all (AtlasNetworkCanvas *self, cairo_t *cr, double width, double height)
{
  const AtlasNetworkPicture *picture = self->picture;
  gboolean has_path = self->path->len > 0 && self->mode == ATLAS_CANVAS_IDLE;
  gboolean has_scene;

  if (picture == NULL || self->network == NULL)
    {
      set_ground (self, cr, 1.0);
      cairo_paint (cr);
      return;
    }

  has_scene = atlas_network_canvas_has_scene (self);
  if (self->hover >= 0 && atlas_network_canvas_has_emphasis (self))
    picture = self->emphasis;
  blit (self, cr, picture, has_scene && (has_path || has_live_emphasis (self)),
        width, height);
  if (has_scene)
    {
      draw_live (self, cr, width, height);
      draw_legend (self, cr, width);
    }
  draw_box (self, cr);
}

/**
 * atlas_network_canvas_snapshot:
 * @widget: a canvas
 * @snapshot: what it is drawn on
 *
 * Shows the picture that the worker painted, and above it what changes from
 * frame to frame. Band by band: cairo makes an image of each node before it
 * puts it on the window, and one of the whole view is new memory from the
 * system in each frame, which takes longer than all that is drawn.
 */
void
atlas_network_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  for (int y = 0; y < height; y += BAND)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (
          snapshot, &GRAPHENE_RECT_INIT (0, (float) y, (float) width,
                                         (float) MIN (BAND, height - y)));

      draw_all (self, cr, width, height);
      cairo_destroy (cr);
    }
}
