/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-canvas-private.h"

#include <math.h>

#define MIN_ZOOM 0.4
#define MAX_ZOOM 32.0

/* How near the pointer has to be, in points. */
#define NODE_REACH 6.0
#define EDGE_REACH 4.0

/* A place is revealed when it is at least so far from the rim. */
#define REVEAL_MARGIN 40.0

/* Bent lines stay within so many points of the straight one. */
#define MOST_BEND 80.0

static double
get_scene_zoom (AtlasNetworkCanvas *self)
{
  return MAX (self->view.zoom, 1.0);
}

/* From the widget to where nodes are drawn: below zoom 1 all is shrunk. */
static void
to_drawing (AtlasNetworkCanvas *self, double *x, double *y)
{
  if (self->view.zoom >= 1.0)
    return;
  *x = (*x - self->view.x) / self->view.zoom;
  *y = (*y - self->view.y) / self->view.zoom;
}

static AtlasSceneView
get_drawing_view (AtlasNetworkCanvas *self)
{
  AtlasSceneView view = ATLAS_SCENE_VIEW_INIT;

  return self->view.zoom >= 1.0 ? self->view : view;
}

/**
 * atlas_network_canvas_set_view:
 * @self: a canvas
 * @zoom: the zoom
 * @x: where the left edge of the map is, in the widget
 * @y: where its top edge is
 */
void
atlas_network_canvas_set_view (AtlasNetworkCanvas *self,
                               double zoom,
                               double x,
                               double y)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  gboolean zoomed;

  zoom = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  zoomed = zoom > self->view.zoom || zoom < self->view.zoom;
  /* Some of the map always stays in sight. */
  x = CLAMP (x, width * 0.25 - width * zoom, width * 0.75);
  y = CLAMP (y, height * 0.25 - height * zoom, height * 0.75);
  /* Whole pixels, so that a picture is moved and not drawn anew. */
  x = round (x * scale) / scale;
  y = round (y * scale) / scale;
  self->view = (AtlasSceneView){ zoom, x, y };
  atlas_network_canvas_request (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (zoomed)
    g_signal_emit_by_name (self,
                           atlas_canvas_signals[ATLAS_CANVAS_ZOOM_CHANGED]);
}

/**
 * atlas_network_canvas_get_zoom:
 * @self: a canvas
 *
 * Returns: the zoom, 1 when the whole map is seen
 */
double
atlas_network_canvas_get_zoom (AtlasNetworkCanvas *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), 1.0);

  return self->view.zoom;
}

/**
 * atlas_network_canvas_zoom_at:
 * @self: a canvas
 * @factor: how much nearer; below 1 for farther
 * @x: a point in the widget that keeps its place
 * @y: the same, downwards
 */
void
atlas_network_canvas_zoom_at (AtlasNetworkCanvas *self,
                              double factor,
                              double x,
                              double y)
{
  double zoom;

  g_return_if_fail (ATLAS_IS_NETWORK_CANVAS (self));
  g_return_if_fail (factor > 0);

  zoom = CLAMP (self->view.zoom * factor, MIN_ZOOM, MAX_ZOOM);
  factor = zoom / self->view.zoom;
  self->is_fitted = FALSE;
  atlas_network_canvas_set_view (self, zoom, x - (x - self->view.x) * factor,
                                 y - (y - self->view.y) * factor);
}

/**
 * atlas_network_canvas_zoom:
 * @self: a canvas
 * @factor: how much nearer; below 1 for farther
 *
 * Zooms at the place that has the keyboard where it can be seen, otherwise at
 * the middle.
 */
void
atlas_network_canvas_zoom (AtlasNetworkCanvas *self, double factor)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double x = width / 2;
  double y = height / 2;

  g_return_if_fail (ATLAS_IS_NETWORK_CANVAS (self));

  if (self->focus >= 0
      && atlas_network_canvas_get_position (self, (guint) self->focus, &x, &y)
      && (x < 0 || y < 0 || x > width || y > height))
    {
      x = width / 2;
      y = height / 2;
    }
  atlas_network_canvas_zoom_at (self, factor, x, y);
}

/**
 * atlas_network_canvas_pan:
 * @self: a canvas
 * @dx: how far the map moves to the right
 * @dy: how far it moves down
 */
void
atlas_network_canvas_pan (AtlasNetworkCanvas *self, double dx, double dy)
{
  g_return_if_fail (ATLAS_IS_NETWORK_CANVAS (self));

  self->is_fitted = FALSE;
  atlas_network_canvas_set_view (self, self->view.zoom, self->view.x + dx,
                                 self->view.y + dy);
}

/**
 * atlas_network_canvas_fit:
 * @self: a canvas
 *
 * Shows the whole map.
 */
void
atlas_network_canvas_fit (AtlasNetworkCanvas *self)
{
  g_return_if_fail (ATLAS_IS_NETWORK_CANVAS (self));

  self->is_fitted = TRUE;
  atlas_network_canvas_set_view (self, 1.0, self->plan.map_x, 0);
}

/**
 * atlas_network_canvas_get_position:
 * @self: a canvas
 * @place: index of a place
 * @x: (out): where it is drawn, in the widget
 * @y: (out): the same, downwards
 *
 * Returns: %FALSE before the first picture; then nothing is set
 */
gboolean
atlas_network_canvas_get_position (AtlasNetworkCanvas *self,
                                   guint place,
                                   double *x,
                                   double *y)
{
  const AtlasSceneNode *nodes;
  guint n_nodes;

  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), FALSE);

  if (!atlas_network_canvas_has_scene (self))
    return FALSE;
  nodes = atlas_network_scene_get_nodes (self->scene, &n_nodes);
  g_return_val_if_fail (place < n_nodes, FALSE);
  *x = self->view.x + self->view.zoom * nodes[place].x;
  *y = self->view.y + self->view.zoom * nodes[place].y;

  return TRUE;
}

/**
 * atlas_network_canvas_reveal:
 * @self: a canvas
 * @place: index of a place
 *
 * Moves the map, as little as needed, until the place can be seen.
 */
void
atlas_network_canvas_reveal (AtlasNetworkCanvas *self, guint place)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double margin = MIN (REVEAL_MARGIN, MIN (width, height) / 4);
  double dx;
  double dy;
  double x;
  double y;

  if (self->is_fitted
      || !atlas_network_canvas_get_position (self, place, &x, &y))
    return;
  dx = CLAMP (x, margin, width - margin) - x;
  dy = CLAMP (y, margin, height - margin) - y;
  if (fabs (dx) > 0.5 || fabs (dy) > 0.5)
    atlas_network_canvas_pan (self, dx, dy);
}

/**
 * atlas_network_canvas_get_n_hidden_labels:
 * @self: a canvas
 *
 * Returns: number of places whose names are not shown at this zoom
 */
guint
atlas_network_canvas_get_n_hidden_labels (AtlasNetworkCanvas *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), 0);

  if (!atlas_network_canvas_has_scene (self))
    return 0;
  return atlas_network_scene_count_hidden (self->scene, self->view.zoom);
}

/**
 * atlas_network_canvas_hit:
 * @self: a canvas
 * @x: a point in the widget
 * @y: the same, downwards
 *
 * Returns: the node there, -1 for none
 */
int
atlas_network_canvas_hit (AtlasNetworkCanvas *self, double x, double y)
{
  const AtlasSceneNode *nodes;
  AtlasSceneView view = get_drawing_view (self);
  double nearest = INFINITY;
  guint n_nodes;
  int hit = -1;

  if (!atlas_network_canvas_has_scene (self))
    return -1;
  to_drawing (self, &x, &y);
  nodes = atlas_network_scene_get_nodes (self->scene, &n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    {
      double dx = view.x + view.zoom * nodes[i].x - x;
      double dy = view.y + view.zoom * nodes[i].y - y;
      double reach =
          atlas_label_radius (nodes[i].radius, get_scene_zoom (self));
      double distance = dx * dx + dy * dy;

      reach = MAX (reach + 1.5, NODE_REACH);
      if (distance <= reach * reach && distance < nearest)
        {
          nearest = distance;
          hit = (int) i;
        }
    }

  return hit;
}

/* Distance of a point from a bent line, by a few straight parts of it. */
static double
distance_to_line (const AtlasEdgeLine *line, double x, double y)
{
  double nearest = INFINITY;
  double ax = line->x0;
  double ay = line->y0;

  for (guint i = 1; i <= 12; i++)
    {
      double t = i / 12.0;
      double u = 1 - t;
      double bx = u * u * line->x0 + 2 * u * t * line->cx + t * t * line->x1;
      double by = u * u * line->y0 + 2 * u * t * line->cy + t * t * line->y1;
      double dx = bx - ax;
      double dy = by - ay;
      double along =
          ((x - ax) * dx + (y - ay) * dy) / MAX (dx * dx + dy * dy, 1e-9);

      along = CLAMP (along, 0, 1);
      nearest = MIN (nearest, hypot (x - ax - along * dx, y - ay - along * dy));
      ax = bx;
      ay = by;
    }

  return nearest;
}

/**
 * atlas_network_canvas_hit_edge:
 * @self: a canvas
 * @x: a point in the widget
 * @y: the same, downwards
 *
 * Returns: the edge there, -1 for none
 */
int
atlas_network_canvas_hit_edge (AtlasNetworkCanvas *self, double x, double y)
{
  AtlasSceneView view = get_drawing_view (self);
  const AtlasSceneNode *nodes;
  const AtlasSceneEdge *edges;
  double nearest = EDGE_REACH;
  guint n_nodes;
  guint n_edges;
  int hit = -1;

  if (!atlas_network_canvas_has_scene (self))
    return -1;
  to_drawing (self, &x, &y);
  nodes = atlas_network_scene_get_nodes (self->scene, &n_nodes);
  edges = atlas_network_scene_get_edges (self->scene, &n_edges);
  for (guint i = 0; i < n_edges; i++)
    {
      double ax = view.x + view.zoom * nodes[edges[i].source].x - x;
      double ay = view.y + view.zoom * nodes[edges[i].source].y - y;
      double bx = view.x + view.zoom * nodes[edges[i].target].x - x;
      double by = view.y + view.zoom * nodes[edges[i].target].y - y;
      double length = hypot (bx - ax, by - ay);
      AtlasEdgeLine line;

      /* The box first, then the straight line, then the bent one. */
      if (MIN (ax, bx) > MOST_BEND || MAX (ax, bx) < -MOST_BEND
          || MIN (ay, by) > MOST_BEND || MAX (ay, by) < -MOST_BEND
          || fabs (ax * by - ay * bx) > MOST_BEND * length)
        continue;
      line = atlas_network_painter_get_line (self->painter, &view, i);
      if (line.visible && distance_to_line (&line, x, y) < nearest)
        {
          nearest = distance_to_line (&line, x, y);
          hit = (int) i;
        }
    }

  return hit;
}

/**
 * atlas_network_canvas_select_in_box:
 * @self: a canvas
 * @x0: a corner, in the widget
 * @y0: the same, downwards
 * @x1: the corner across
 * @y1: the same, downwards
 * @extend: whether what was selected stays so
 *
 * Selects the places whose centres lie in the box.
 */
void
atlas_network_canvas_select_in_box (AtlasNetworkCanvas *self,
                                    double x0,
                                    double y0,
                                    double x1,
                                    double y1,
                                    gboolean extend)
{
  g_autoptr (GArray) places = extend
                                  ? atlas_network_canvas_dup_selected (self)
                                  : g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_nodes;

  if (!atlas_network_canvas_has_scene (self))
    return;
  atlas_network_scene_get_nodes (self->scene, &n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    {
      double x;
      double y;

      atlas_network_canvas_get_position (self, i, &x, &y);
      if (x >= MIN (x0, x1) && x <= MAX (x0, x1) && y >= MIN (y0, y1)
          && y <= MAX (y0, y1))
        g_array_append_val (places, i);
    }
  atlas_network_canvas_select (self, (const guint *) (gpointer) places->data,
                               places->len);
  g_signal_emit_by_name (self,
                         atlas_canvas_signals[ATLAS_CANVAS_SELECTION_CHANGED]);
}

/**
 * atlas_network_canvas_find_towards:
 * @self: a canvas
 * @from: a node, -1 for none
 * @dx: direction to the right, -1, 0 or 1
 * @dy: direction downwards
 *
 * Returns: the nearest node in that direction; the largest one where @from is
 *   -1; @from itself where there is none
 */
int
atlas_network_canvas_find_towards (AtlasNetworkCanvas *self,
                                   int from,
                                   double dx,
                                   double dy)
{
  const AtlasSceneNode *nodes;
  double best = INFINITY;
  guint n_nodes;
  int found = from;

  if (!atlas_network_canvas_has_scene (self))
    return -1;
  nodes = atlas_network_scene_get_nodes (self->scene, &n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    {
      double cost;

      if (from < 0)
        {
          cost = -nodes[i].radius;
        }
      else
        {
          double x = nodes[i].x - nodes[from].x;
          double y = nodes[i].y - nodes[from].y;
          double along = x * dx + y * dy;
          double across = fabs (x * dy) + fabs (y * dx);

          /* Within a cone; what lies aside counts as farther. */
          if ((int) i == from || along <= 0 || across > 2 * along)
            continue;
          cost = along + 2 * across;
        }
      if (cost < best)
        {
          best = cost;
          found = (int) i;
        }
    }

  return found;
}
