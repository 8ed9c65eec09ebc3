/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-painting.h"

/* The largest surface made, in pixels to a side. */
#define MAX_SIDE 12000

/**
 * atlas_network_request_free:
 * @self: (nullable): a request
 */
void
atlas_network_request_free (AtlasNetworkRequest *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->network, atlas_network_unref);
  g_clear_pointer (&self->options.whole, atlas_network_unref);
  g_clear_pointer (&self->scene, atlas_network_scene_unref);
  g_free (self->selected);
  g_free (self);
}

/**
 * atlas_network_picture_free:
 * @self: (nullable): a picture
 */
void
atlas_network_picture_free (AtlasNetworkPicture *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->scene, atlas_network_scene_unref);
  g_clear_pointer (&self->legend, atlas_network_legend_free);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_free (self);
}

static gboolean
is_cancelled (gpointer user_data)
{
  return g_cancellable_is_cancelled (user_data);
}

/**
 * atlas_network_enter_view:
 * @cr: where to draw; its transformation is changed
 * @view: a view
 *
 * Returns: the view to draw with
 */
AtlasSceneView
atlas_network_enter_view (cairo_t *cr, const AtlasSceneView *view)
{
  AtlasSceneView inner = ATLAS_SCENE_VIEW_INIT;

  if (view->zoom >= 1.0)
    return *view;
  cairo_translate (cr, view->x, view->y);
  cairo_scale (cr, view->zoom, view->zoom);

  return inner;
}

static guint
get_other_end (const AtlasSceneEdge *edge, guint node)
{
  return edge->source == node ? edge->target : edge->source;
}

/* Of several lines to the same place the first draws it. */
static gboolean
is_first_to (const AtlasSceneEdge *edges,
             const guint *edges_at,
             guint index,
             guint node)
{
  guint other = get_other_end (&edges[edges_at[index]], node);

  for (guint i = 0; i < index; i++)
    if (get_other_end (&edges[edges_at[i]], node) == other)
      return FALSE;

  return TRUE;
}

/**
 * atlas_network_paint_emphasis:
 * @painter: a painter of @scene
 * @cr: where to draw
 * @scene: what is drawn
 * @view: which part of the map
 * @node: the node to bring out
 *
 * Brings out a node with its lines and neighbours, on a veiled map.
 */
void
atlas_network_paint_emphasis (AtlasNetworkPainter *painter,
                              cairo_t *cr,
                              AtlasNetworkScene *scene,
                              const AtlasSceneView *view,
                              guint node)
{
  const AtlasSceneNode *nodes;
  const AtlasSceneEdge *edges;
  const guint *edges_at;
  AtlasSceneView inner;
  guint n_edges_at;
  guint n_edges;
  guint n_nodes;

  cairo_save (cr);
  inner = atlas_network_enter_view (cr, view);
  nodes = atlas_network_scene_get_nodes (scene, &n_nodes);
  edges = atlas_network_scene_get_edges (scene, &n_edges);
  edges_at = atlas_network_scene_get_edges_at (scene, node, &n_edges_at);
  for (guint i = 0; i < n_edges_at; i++)
    atlas_network_painter_draw_edge (painter, cr, &inner, edges_at[i], TRUE);
  for (guint i = 0; i < n_edges_at; i++)
    if (is_first_to (edges, edges_at, i, node))
      atlas_network_painter_draw_node (
          painter, cr, &inner, get_other_end (&edges[edges_at[i]], node),
          ATLAS_NODE_PLAIN);
  atlas_network_painter_set_halo (painter, FALSE);
  for (guint i = 0; i < n_edges_at; i++)
    {
      guint other = get_other_end (&edges[edges_at[i]], node);

      if (is_first_to (edges, edges_at, i, node)
          && (nodes[other].label.zoom <= inner.zoom || n_edges_at <= 24))
        atlas_network_painter_draw_label (painter, cr, &inner, other, FALSE);
    }
  atlas_network_painter_set_halo (painter, TRUE);
  atlas_network_painter_draw_label (painter, cr, &inner, node, TRUE);
  atlas_network_painter_draw_node (painter, cr, &inner, node, ATLAS_NODE_HOVER);
  cairo_restore (cr);
}

static void
paint_selected (const AtlasNetworkRequest *request,
                AtlasNetworkPainter *painter,
                cairo_t *cr,
                AtlasNetworkScene *scene,
                const AtlasSceneView *view)
{
  AtlasSceneView inner;
  guint n_nodes;

  if (request->selected == NULL)
    return;
  cairo_save (cr);
  inner = atlas_network_enter_view (cr, view);
  atlas_network_scene_get_nodes (scene, &n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    if (request->selected[i] && (int) i != request->omit)
      atlas_network_painter_draw_node (painter, cr, &inner, i,
                                       ATLAS_NODE_SELECTED);
  cairo_restore (cr);
}

static cairo_surface_t *
create_surface (const AtlasNetworkRequest *request)
{
  double width = request->width + 2 * request->margin;
  double height = request->height + 2 * request->margin;
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) CLAMP (width * request->scale, 1, MAX_SIDE),
      (int) CLAMP (height * request->scale, 1, MAX_SIDE));

  cairo_surface_set_device_scale (surface, request->scale, request->scale);

  return surface;
}

static gboolean
paint_map (const AtlasNetworkRequest *request,
           AtlasNetworkPicture *picture,
           GCancellable *cancellable)
{
  AtlasColor ground = atlas_theme_get_color (&request->theme, ATLAS_INK_GROUND);
  g_autoptr (AtlasNetworkPainter) painter =
      atlas_network_painter_new (picture->scene);
  AtlasSceneView view = picture->view;
  cairo_t *cr = cairo_create (picture->surface);
  gboolean done;

  cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
  cairo_paint (cr);
  view.x += request->margin;
  view.y += request->margin;
  atlas_network_painter_omit (painter, request->omit);
  done = atlas_network_painter_paint (painter, cr, &view,
                                      ATLAS_PAINT_EDGES | ATLAS_PAINT_NODES,
                                      is_cancelled, cancellable);
  if (done)
    {
      paint_selected (request, painter, cr, picture->scene, &view);
      done = atlas_network_painter_paint (
          painter, cr, &view, ATLAS_PAINT_LABELS, is_cancelled, cancellable);
    }
  if (done && request->emphasis >= 0)
    {
      cairo_set_source_rgba (cr, ground.red, ground.green, ground.blue,
                             ATLAS_NETWORK_VEIL);
      cairo_paint (cr);
      atlas_network_paint_emphasis (painter, cr, picture->scene, &view,
                                    (guint) request->emphasis);
    }
  cairo_destroy (cr);
  cairo_surface_flush (picture->surface);

  return done;
}

/* The legend first: it tells what room is left for the map. Returns: FALSE when
 * stopped */
static gboolean
make_scene (AtlasNetworkPicture *picture,
            const AtlasNetworkRequest *request,
            GCancellable *cancellable)
{
  AtlasNetworkPlan *plan = &picture->plan;

  picture->is_new = TRUE;
  *plan = (AtlasNetworkPlan){ .map_width = request->width,
                              .map_height = request->height };
  if (request->show_legend)
    {
      g_autoptr (AtlasText) text = atlas_text_new (&request->theme);
      AtlasFormat format;

      atlas_format_init_for_locale (&format);
      picture->legend = atlas_network_plan_make (
          plan, request->network, &request->options, &request->theme, text,
          &format, request->width, request->height);
    }
  picture->scene = atlas_network_scene_new (
      request->network, &request->options, &request->theme, plan->map_width,
      plan->map_height, is_cancelled, cancellable);
  if (request->is_fitted)
    picture->view = (AtlasSceneView){ 1.0, plan->map_x, 0 };

  return picture->scene != NULL;
}

/**
 * atlas_network_picture_paint:
 * @request: what to paint
 * @cancellable: (nullable): to stop it
 *
 * Makes the scene where there is none yet, and paints it. For workers.
 *
 * Returns: (transfer full) (nullable): the picture; %NULL when stopped
 */
AtlasNetworkPicture *
atlas_network_picture_paint (const AtlasNetworkRequest *request,
                             GCancellable *cancellable)
{
  g_autoptr (AtlasNetworkPicture) picture = g_new0 (AtlasNetworkPicture, 1);

  picture->view = request->view;
  if (request->scene != NULL)
    picture->scene = atlas_network_scene_ref (request->scene);
  else if (!make_scene (picture, request, cancellable))
    return NULL;
  picture->surface = create_surface (request);
  picture->margin = request->margin;
  if (!paint_map (request, picture, cancellable))
    return NULL;

  return g_steal_pointer (&picture);
}
