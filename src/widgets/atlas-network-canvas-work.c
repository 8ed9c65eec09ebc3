/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-canvas-private.h"

#include <math.h>

/* Part of the view that the picture reaches beyond it on each side. */
#define MARGIN 0.25

/**
 * atlas_network_canvas_work:
 * @data: (transfer full): a task
 * @user_data: not used
 *
 * What the worker does with each request.
 */
void
atlas_network_canvas_work (gpointer data, gpointer user_data)
{
  g_autoptr (GTask) task = data;
  AtlasNetworkPicture *picture = atlas_network_picture_paint (
      g_task_get_task_data (task), g_task_get_cancellable (task));

  g_task_return_pointer (task, picture,
                         (GDestroyNotify) atlas_network_picture_free);
}

static AtlasNetworkRequest *
create_request (AtlasNetworkCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AtlasNetworkRequest *request = g_new0 (AtlasNetworkRequest, 1);

  request->network = atlas_network_ref (self->network);
  request->options = self->options;
  if (request->options.whole != NULL)
    atlas_network_ref (request->options.whole);
  request->theme = self->theme;
  request->width = gtk_widget_get_width (widget);
  request->height = gtk_widget_get_height (widget);
  request->show_legend = self->show_legend;
  request->is_fitted = self->is_fitted;
  request->view = self->view;
  request->scale = gtk_widget_get_scale_factor (widget);
  request->margin = floor (MAX (request->width, request->height) * MARGIN);
  request->omit = self->mode == ATLAS_CANVAS_DRAG ? self->dragged : -1;
  request->emphasis = -1;
  if (!self->scene_is_stale && atlas_network_canvas_has_scene (self))
    request->scene = atlas_network_scene_ref (self->scene);
  if (self->n_selected > 0)
    request->selected = g_memdup2 (
        self->selected, atlas_network_canvas_count_places (self) + 1);

  return request;
}

static void
adopt_scene (AtlasNetworkCanvas *self, AtlasNetworkPicture *picture)
{
  if (self->scene == picture->scene)
    return;

  g_clear_pointer (&self->painter, atlas_network_painter_free);
  g_clear_pointer (&self->text, atlas_text_free);
  g_clear_pointer (&self->legend, atlas_network_legend_free);
  g_clear_pointer (&self->legend_surface, cairo_surface_destroy);
  g_clear_pointer (&self->emphasis, atlas_network_picture_free);
  g_clear_pointer (&self->scene, atlas_network_scene_unref);
  self->scene = atlas_network_scene_ref (picture->scene);
  self->plan = picture->plan;
  self->legend = g_steal_pointer (&picture->legend);
  if (self->is_fitted)
    self->view = (AtlasSceneView){ 1.0, self->plan.map_x, 0 };
  self->painter = atlas_network_painter_new (self->scene);
  self->text = atlas_text_new (&self->theme);
}

static void
on_painted (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (source);
  AtlasNetworkPicture *picture =
      g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->running)
    {
      atlas_network_picture_free (picture);
      return;
    }
  g_clear_object (&self->running);
  if (picture != NULL)
    {
      adopt_scene (self, picture);
      /* Freeing a picture takes longer than a frame may. */
      atlas_canvas_ground_clear (&self->ground);
      g_clear_pointer (&self->picture, atlas_network_picture_free);
      self->picture = picture;
      gtk_widget_queue_draw (GTK_WIDGET (self));
      atlas_network_canvas_speak (self);
      g_signal_emit_by_name (self,
                             atlas_canvas_signals[ATLAS_CANVAS_ZOOM_CHANGED]);
    }
  if (self->picture_is_stale || self->scene_is_stale)
    atlas_network_canvas_request (self);
}

/**
 * atlas_network_canvas_request:
 * @self: a canvas
 *
 * Has the worker paint what is asked for now. One picture is made at a time;
 * when it is done and something changed meanwhile, the next follows.
 */
void
atlas_network_canvas_request (AtlasNetworkCanvas *self)
{
  g_autoptr (GTask) task = NULL;

  self->picture_is_stale = TRUE;
  if (self->running != NULL || self->network == NULL || self->pool == NULL
      || atlas_network_canvas_count_places (self) == 0
      || gtk_widget_get_width (GTK_WIDGET (self)) < 8
      || gtk_widget_get_height (GTK_WIDGET (self)) < 8)
    return;

  self->running = g_cancellable_new ();
  task = g_task_new (self, self->running, on_painted, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, create_request (self),
                        (GDestroyNotify) atlas_network_request_free);
  self->picture_is_stale = FALSE;
  self->scene_is_stale = FALSE;
  self->selection_is_painted = TRUE;
  g_thread_pool_push (self->pool, g_steal_pointer (&task), NULL);
}

static void
on_emphasised (GObject *source, GAsyncResult *result, gpointer user_data)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (source);
  const AtlasNetworkRequest *request = g_task_get_task_data (G_TASK (result));
  AtlasNetworkPicture *picture =
      g_task_propagate_pointer (G_TASK (result), NULL);

  g_clear_object (&self->emphasis_running);
  if (picture != NULL && picture->scene == self->scene)
    {
      atlas_canvas_ground_clear (&self->ground);
      g_clear_pointer (&self->emphasis, atlas_network_picture_free);
      self->emphasis = picture;
      self->emphasis_wanted = request->emphasis;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  else
    {
      atlas_network_picture_free (picture);
    }
  if (self->hover >= 0 && self->hover != request->emphasis)
    atlas_network_canvas_request_emphasis (self);
}

/**
 * atlas_network_canvas_count_edges_at:
 * @self: a canvas
 * @node: index of a node, -1 for none
 *
 * Returns: how many lines begin or end there
 */
guint
atlas_network_canvas_count_edges_at (AtlasNetworkCanvas *self, int node)
{
  guint n_edges = 0;

  if (node >= 0 && atlas_network_canvas_has_scene (self))
    atlas_network_scene_get_edges_at (self->scene, (guint) node, &n_edges);

  return n_edges;
}

/**
 * atlas_network_canvas_has_emphasis:
 * @self: a canvas
 *
 * Returns: whether the worker has brought out the node under the pointer
 */
gboolean
atlas_network_canvas_has_emphasis (AtlasNetworkCanvas *self)
{
  const AtlasNetworkPicture *picture = self->emphasis;

  return picture != NULL && picture->scene == self->scene
         && self->emphasis_wanted == self->hover
         && picture->view.zoom == self->view.zoom
         && picture->view.x == self->view.x && picture->view.y == self->view.y;
}

/**
 * atlas_network_canvas_request_emphasis:
 * @self: a canvas
 *
 * Has the worker bring out the node under the pointer, when it has too many
 * lines for that to be done within a frame.
 */
void
atlas_network_canvas_request_emphasis (AtlasNetworkCanvas *self)
{
  AtlasNetworkRequest *request;
  g_autoptr (GTask) task = NULL;

  if (self->emphasis_running != NULL || self->mode != ATLAS_CANVAS_IDLE
      || atlas_network_canvas_count_edges_at (self, self->hover)
             <= ATLAS_CANVAS_MAX_LIVE_EDGES
      || atlas_network_canvas_has_emphasis (self))
    return;

  request = create_request (self);
  request->margin = 0;
  request->emphasis = self->hover;
  self->emphasis_running = g_cancellable_new ();
  task = g_task_new (self, self->emphasis_running, on_emphasised, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, request,
                        (GDestroyNotify) atlas_network_request_free);
  g_thread_pool_push (self->pool, g_steal_pointer (&task), NULL);
}
