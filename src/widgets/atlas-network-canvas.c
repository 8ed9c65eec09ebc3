/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-network-canvas-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "atlas-chart-network-words.h"

/* Part of the view that the picture reaches beyond it on each side. */
#define MARGIN 0.25

/* More lines than these are brought out by the worker, not in a frame. */
#define MAX_LIVE_EDGES 120

/* Sizes of labels of charts and of the interface differ by this factor. */
#define TEXT_PART 0.84
#define TEXT_POINTS 9.0

/* Space around the legend. */
#define LEGEND_MARGIN 12.0

const char *const atlas_canvas_signals[ATLAS_CANVAS_N_SIGNALS] = {
  [ATLAS_CANVAS_SELECTION_CHANGED] = "selection-changed",
  [ATLAS_CANVAS_FOCUS_CHANGED] = "focus-changed",
  [ATLAS_CANVAS_SENTENCE_CHANGED] = "sentence-changed",
  [ATLAS_CANVAS_ZOOM_CHANGED] = "zoom-changed",
  [ATLAS_CANVAS_PLACE_ACTIVATED] = "place-activated",
  [ATLAS_CANVAS_PLACE_MOVED] = "place-moved",
  [ATLAS_CANVAS_LINK_CHOSEN] = "link-chosen",
  [ATLAS_CANVAS_MENU] = "menu",
};

G_DEFINE_FINAL_TYPE (AtlasNetworkCanvas, atlas_network_canvas, GTK_TYPE_WIDGET)

static void request_emphasis (AtlasNetworkCanvas *self);

static guint
get_n_places (AtlasNetworkCanvas *self)
{
  gsize n_places = 0;

  if (self->network != NULL)
    atlas_network_get_places (self->network, &n_places);

  return (guint) n_places;
}

static gboolean
has_scene (AtlasNetworkCanvas *self)
{
  return atlas_network_canvas_has_scene (self);
}

/**
 * atlas_network_canvas_has_scene:
 * @self: a canvas
 *
 * Returns: whether there is a scene of the network that is shown: only then do
 *   the indices of places and nodes agree
 */
gboolean
atlas_network_canvas_has_scene (AtlasNetworkCanvas *self)
{
  return self->scene != NULL
         && atlas_network_scene_get_network (self->scene) == self->network;
}

static double
get_legend_width (AtlasNetworkCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double legend =
      ATLAS_LEGEND_WIDTH * self->theme.text_scale + 2 * LEGEND_MARGIN;

  return self->show_legend && width > 2.6 * legend ? legend : 0;
}

/**
 * atlas_network_canvas_get_home_x:
 * @self: a canvas
 *
 * Returns: where the map begins when it is fitted: behind the legend when that
 *   is at the left
 */
double
atlas_network_canvas_get_home_x (AtlasNetworkCanvas *self)
{
  return self->theme.right_to_left ? get_legend_width (self) : 0;
}

static AtlasTheme
find_theme (AtlasNetworkCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  AtlasTheme theme = ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  gboolean dark = adw_style_manager_get_dark (manager);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;
  if (adw_style_manager_get_high_contrast (manager))
    theme.variant =
        dark ? ATLAS_THEME_HIGH_CONTRAST_DARK : ATLAS_THEME_HIGH_CONTRAST;
  else if (dark)
    theme.variant = ATLAS_THEME_DARK;
  theme.text_scale = MAX (size, 6.0) * TEXT_PART / TEXT_POINTS;
  theme.font_family =
      g_intern_string (pango_font_description_get_family (font));
  theme.right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  return theme;
}

/* --- worker ------------------------------------------------------------- */

static void
work (gpointer data, gpointer user_data)
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
  request->legend_width = get_legend_width (self);
  request->view = self->view;
  request->scale = gtk_widget_get_scale_factor (widget);
  request->margin = floor (MAX (request->width, request->height) * MARGIN);
  request->omit = self->mode == ATLAS_CANVAS_DRAG ? self->dragged : -1;
  request->emphasis = -1;
  if (!self->scene_is_stale && has_scene (self))
    request->scene = atlas_network_scene_ref (self->scene);
  if (self->n_selected > 0)
    request->selected = g_memdup2 (self->selected, get_n_places (self) + 1);

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
  g_clear_pointer (&self->emphasis, atlas_network_picture_free);
  g_clear_pointer (&self->scene, atlas_network_scene_unref);
  self->scene = atlas_network_scene_ref (picture->scene);
  self->legend = g_steal_pointer (&picture->legend);
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
      || get_n_places (self) == 0
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
    request_emphasis (self);
}

static guint
count_edges_at (AtlasNetworkCanvas *self, int node)
{
  guint n_edges = 0;

  if (node >= 0 && has_scene (self))
    atlas_network_scene_get_edges_at (self->scene, (guint) node, &n_edges);

  return n_edges;
}

static gboolean
has_emphasis (AtlasNetworkCanvas *self)
{
  const AtlasNetworkPicture *picture = self->emphasis;

  return picture != NULL && picture->scene == self->scene
         && self->emphasis_wanted == self->hover
         && memcmp (&picture->view, &self->view, sizeof self->view) == 0;
}

/* A place with very many lines is brought out by the worker. */
static void
request_emphasis (AtlasNetworkCanvas *self)
{
  AtlasNetworkRequest *request;
  g_autoptr (GTask) task = NULL;

  if (self->emphasis_running != NULL || self->mode != ATLAS_CANVAS_IDLE
      || count_edges_at (self, self->hover) <= MAX_LIVE_EDGES
      || has_emphasis (self))
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

/* --- drawing ------------------------------------------------------------ */

static void
set_ground (AtlasNetworkCanvas *self, cairo_t *cr, double alpha)
{
  AtlasColor color = atlas_theme_get_color (&self->theme, ATLAS_INK_GROUND);

  cairo_set_source_rgba (cr, color.red, color.green, color.blue, alpha);
}

/* Blits a painted picture where the view now is; between two zooms it is
 * scaled, as a preview of the sharp one that is being made. */
static void
blit (AtlasNetworkCanvas *self,
      cairo_t *cr,
      const AtlasNetworkPicture *picture,
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
  if (x > 0 || y > 0 || right < width || bottom < height)
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
  n_edges_at = MIN (n_edges_at, MAX_LIVE_EDGES);
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
  atlas_network_painter_draw_node (self->painter, cr, view,
                                   (guint) self->dragged, ATLAS_NODE_SELECTED);
  atlas_network_painter_draw_label (self->painter, cr, view,
                                    (guint) self->dragged, TRUE);
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
  for (guint i = 0; i < self->path->len; i++)
    {
      guint node = g_array_index (self->path, guint32, i);

      atlas_network_painter_draw_node (self->painter, cr, view, node,
                                       ATLAS_NODE_SELECTED);
      atlas_network_painter_draw_label (self->painter, cr, view, node, TRUE);
    }
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
  atlas_network_painter_draw_node (self->painter, cr, view, edge->source,
                                   ATLAS_NODE_HOVER);
  atlas_network_painter_draw_node (self->painter, cr, view, edge->target,
                                   ATLAS_NODE_HOVER);
  atlas_network_painter_draw_label (self->painter, cr, view, edge->source,
                                    TRUE);
  atlas_network_painter_draw_label (self->painter, cr, view, edge->target,
                                    TRUE);
}

/* Rings that the picture does not show yet. */
static void
draw_new_selection (AtlasNetworkCanvas *self,
                    cairo_t *cr,
                    const AtlasSceneView *view)
{
  guint n_places = get_n_places (self);

  for (guint i = 0, n_drawn = 0; i < n_places && n_drawn < MAX_LIVE_EDGES; i++)
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
  atlas_network_painter_draw_node (self->painter, cr, view, (guint) self->hover,
                                   ATLAS_NODE_HOVER);
  atlas_network_painter_draw_label (self->painter, cr, view,
                                    (guint) self->hover, TRUE);
}

static void
draw_live (AtlasNetworkCanvas *self, cairo_t *cr, double width, double height)
{
  AtlasSceneView view;

  if (self->path->len > 0 && self->mode == ATLAS_CANVAS_IDLE)
    {
      set_ground (self, cr, 0.72);
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_fill (cr);
    }
  else if (self->hover >= 0 && self->mode == ATLAS_CANVAS_IDLE
           && count_edges_at (self, self->hover) <= MAX_LIVE_EDGES)
    {
      atlas_network_paint_emphasis (self->painter, cr, self->scene, &self->view,
                                    (guint) self->hover, width, height);
    }

  cairo_save (cr);
  view = atlas_network_enter_view (cr, &self->view);
  if (self->path->len > 0 && self->mode == ATLAS_CANVAS_IDLE)
    draw_path (self, cr, &view, width, height);
  if (!self->selection_is_painted)
    draw_new_selection (self, cr, &view);
  if (self->mode == ATLAS_CANVAS_DRAG)
    draw_dragged (self, cr, &view);
  else if (self->hover >= 0 && !has_emphasis (self)
           && count_edges_at (self, self->hover) > MAX_LIVE_EDGES)
    draw_hub (self, cr, &view);
  else if (self->hover_edge >= 0)
    draw_hover_edge (self, cr, &view);
  if (self->focus >= 0 && gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    {
      atlas_network_painter_draw_node (
          self->painter, cr, &view, (guint) self->focus,
          self->selected[self->focus] ? ATLAS_NODE_FOCUS | ATLAS_NODE_SELECTED
                                      : ATLAS_NODE_FOCUS);
      atlas_network_painter_draw_label (self->painter, cr, &view,
                                        (guint) self->focus, TRUE);
    }
  cairo_restore (cr);
}

static void
draw_legend (AtlasNetworkCanvas *self, cairo_t *cr, double width)
{
  double legend_width = get_legend_width (self);
  double height;
  double x;

  if (self->legend == NULL || legend_width <= 0)
    return;
  height = atlas_network_legend_get_height (self->legend);
  x = self->theme.right_to_left ? 0 : width - legend_width;
  set_ground (self, cr, 0.85);
  cairo_rectangle (cr, x, 0, legend_width, height + 2 * LEGEND_MARGIN);
  cairo_fill (cr);
  atlas_network_legend_draw (self->legend, self->painter, self->text, cr,
                             x + LEGEND_MARGIN, LEGEND_MARGIN);
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

static void
atlas_network_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  if (self->picture == NULL || self->network == NULL)
    {
      set_ground (self, cr, 1.0);
      cairo_paint (cr);
    }
  else
    {
      blit (self, cr,
            self->hover >= 0 && has_emphasis (self) ? self->emphasis
                                                    : self->picture,
            width, height);
      if (has_scene (self))
        {
          draw_live (self, cr, width, height);
          draw_legend (self, cr, width);
        }
      draw_box (self, cr);
    }
  cairo_destroy (cr);
}

/* --- widget ------------------------------------------------------------- */

static void
refresh_theme (AtlasNetworkCanvas *self)
{
  AtlasTheme theme = find_theme (self);

  if (atlas_theme_equal (&theme, &self->theme))
    return;
  self->theme = theme;
  self->scene_is_stale = TRUE;
  atlas_network_canvas_request (self);
}

static void
atlas_network_canvas_size_allocate (GtkWidget *widget,
                                    int width,
                                    int height,
                                    int baseline)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (widget);

  refresh_theme (self);
  if (width == self->allocated_width && height == self->allocated_height)
    return;
  self->allocated_width = width;
  self->allocated_height = height;
  if (self->is_fitted)
    self->view =
        (AtlasSceneView){ 1.0, atlas_network_canvas_get_home_x (self), 0 };
  self->scene_is_stale = TRUE;
  atlas_network_canvas_request (self);
}

static void
atlas_network_canvas_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 480;
  *minimum_baseline = -1;
  *natural_baseline = -1;
}

static void
atlas_network_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (atlas_network_canvas_parent_class)
      ->css_changed (widget, change);
  refresh_theme (ATLAS_NETWORK_CANVAS (widget));
}

static void
atlas_network_canvas_direction_changed (GtkWidget *widget,
                                        GtkTextDirection previous)
{
  refresh_theme (ATLAS_NETWORK_CANVAS (widget));
}

static gboolean
atlas_network_canvas_query_tooltip (GtkWidget *widget,
                                    int x,
                                    int y,
                                    gboolean keyboard,
                                    GtkTooltip *tooltip)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (widget);

  if (self->mode != ATLAS_CANVAS_IDLE || self->sentence == NULL
      || (self->hover < 0 && self->hover_edge < 0))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->sentence);

  return TRUE;
}

static void
atlas_network_canvas_dispose (GObject *object)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (object);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  if (self->emphasis_running != NULL)
    g_cancellable_cancel (self->emphasis_running);
  g_clear_object (&self->running);
  g_clear_object (&self->emphasis_running);
  if (self->pool != NULL)
    g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, FALSE);
  g_clear_pointer (&self->picture, atlas_network_picture_free);
  g_clear_pointer (&self->emphasis, atlas_network_picture_free);
  g_clear_pointer (&self->painter, atlas_network_painter_free);
  g_clear_pointer (&self->text, atlas_text_free);
  g_clear_pointer (&self->legend, atlas_network_legend_free);
  g_clear_pointer (&self->scene, atlas_network_scene_unref);
  g_clear_pointer (&self->network, atlas_network_unref);
  g_clear_pointer (&self->options.whole, atlas_network_unref);

  G_OBJECT_CLASS (atlas_network_canvas_parent_class)->dispose (object);
}

static void
atlas_network_canvas_finalize (GObject *object)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (object);

  g_free (self->selected);
  g_free (self->sentence);
  g_free (self->status);
  g_array_unref (self->path);

  G_OBJECT_CLASS (atlas_network_canvas_parent_class)->finalize (object);
}

static void
add_signal (AtlasCanvasSignal signal, guint n_params, const GType *params)
{
  g_signal_newv (atlas_canvas_signals[signal], ATLAS_TYPE_NETWORK_CANVAS,
                 G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL, G_TYPE_NONE,
                 n_params, (GType *) params);
}

static void
atlas_network_canvas_class_init (AtlasNetworkCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GType index[] = { G_TYPE_UINT };
  const GType moved[] = { G_TYPE_UINT, G_TYPE_DOUBLE, G_TYPE_DOUBLE };

  object_class->dispose = atlas_network_canvas_dispose;
  object_class->finalize = atlas_network_canvas_finalize;
  widget_class->snapshot = atlas_network_canvas_snapshot;
  widget_class->measure = atlas_network_canvas_measure;
  widget_class->size_allocate = atlas_network_canvas_size_allocate;
  widget_class->css_changed = atlas_network_canvas_css_changed;
  widget_class->direction_changed = atlas_network_canvas_direction_changed;
  widget_class->query_tooltip = atlas_network_canvas_query_tooltip;

  add_signal (ATLAS_CANVAS_SELECTION_CHANGED, 0, NULL);
  add_signal (ATLAS_CANVAS_FOCUS_CHANGED, 0, NULL);
  add_signal (ATLAS_CANVAS_SENTENCE_CHANGED, 0, NULL);
  add_signal (ATLAS_CANVAS_ZOOM_CHANGED, 0, NULL);
  add_signal (ATLAS_CANVAS_PLACE_ACTIVATED, 1, index);
  add_signal (ATLAS_CANVAS_PLACE_MOVED, 3, moved);
  add_signal (ATLAS_CANVAS_LINK_CHOSEN, 1, index);
  add_signal (ATLAS_CANVAS_MENU, 2, moved + 1);

  gtk_widget_class_set_css_name (widget_class, "network-canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
atlas_network_canvas_init (AtlasNetworkCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->theme = (AtlasTheme) ATLAS_THEME_INIT (ATLAS_THEME_LIGHT);
  self->show_legend = TRUE;
  self->view = (AtlasSceneView) ATLAS_SCENE_VIEW_INIT;
  self->is_fitted = TRUE;
  self->path = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->focus = -1;
  self->hover = -1;
  self->hover_edge = -1;
  self->dragged = -1;
  self->emphasis_wanted = -1;
  /* One thread of its own: it keeps its fonts from picture to picture. */
  self->pool = g_thread_pool_new (work, NULL, 1, TRUE, NULL);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (refresh_theme), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::high-contrast", G_CALLBACK (refresh_theme),
                           self, G_CONNECT_SWAPPED);
  atlas_network_canvas_init_input (self);
  atlas_network_canvas_speak (self);
}

/* --- public ------------------------------------------------------------- */

/**
 * atlas_network_canvas_new:
 *
 * Returns: a canvas without a network
 */
GtkWidget *
atlas_network_canvas_new (void)
{
  return g_object_new (ATLAS_TYPE_NETWORK_CANVAS, NULL);
}

/* Index in @network of a place of the network shown before, or -1. */
static int
translate (AtlasNetworkCanvas *self, AtlasNetwork *network, int place)
{
  const AtlasPlace *places;
  gsize n_places;

  if (place < 0 || self->network == NULL || network == NULL)
    return -1;
  places = atlas_network_get_places (self->network, &n_places);

  return (int) atlas_network_find (network, places[place].id);
}

static void
translate_selection (AtlasNetworkCanvas *self, AtlasNetwork *network)
{
  guint8 *selected;
  guint n_selected = 0;
  gsize n_places = 0;

  if (network != NULL)
    atlas_network_get_places (network, &n_places);
  selected = g_new0 (guint8, n_places + 1);
  for (guint i = 0; i < get_n_places (self); i++)
    {
      int place = self->selected[i] ? translate (self, network, (int) i) : -1;

      if (place >= 0)
        {
          selected[place] = TRUE;
          n_selected++;
        }
    }
  g_free (self->selected);
  self->selected = selected;
  self->n_selected = n_selected;
}

/**
 * atlas_network_canvas_set_network:
 * @self: a canvas
 * @network: (nullable): a network, measured and arranged, not changed any more
 * @options: how it is shown
 *
 * Places that were selected, or had the keyboard, keep it. The old picture
 * stays until the new one is painted.
 */
void
atlas_network_canvas_set_network (AtlasNetworkCanvas *self,
                                  AtlasNetwork *network,
                                  const AtlasNetworkOptions *options)
{
  g_return_if_fail (ATLAS_IS_NETWORK_CANVAS (self));
  g_return_if_fail (options != NULL);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->focus = translate (self, network, self->focus);
  translate_selection (self, network);
  self->hover = -1;
  self->hover_edge = -1;
  self->mode = ATLAS_CANVAS_IDLE;
  self->dragged = -1;
  g_array_set_size (self->path, 0);

  if (network != NULL)
    atlas_network_ref (network);
  g_clear_pointer (&self->network, atlas_network_unref);
  self->network = network;
  if (options->whole != NULL)
    atlas_network_ref (options->whole);
  g_clear_pointer (&self->options.whole, atlas_network_unref);
  self->options = *options;

  self->scene_is_stale = TRUE;
  self->selection_is_painted = FALSE;
  if (network == NULL)
    g_clear_pointer (&self->picture, atlas_network_picture_free);
  atlas_network_canvas_request (self);
  atlas_network_canvas_speak (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_network_canvas_get_network:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the network shown
 */
AtlasNetwork *
atlas_network_canvas_get_network (AtlasNetworkCanvas *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), NULL);

  return self->network;
}

/**
 * atlas_network_canvas_get_scene:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): what was drawn last
 */
AtlasNetworkScene *
atlas_network_canvas_get_scene (AtlasNetworkCanvas *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), NULL);

  return has_scene (self) ? self->scene : NULL;
}

/**
 * atlas_network_canvas_get_ready:
 * @self: a canvas
 *
 * Returns: whether what is drawn is what was asked for, sharp
 */
gboolean
atlas_network_canvas_get_ready (AtlasNetworkCanvas *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), FALSE);

  return self->running == NULL && !self->picture_is_stale
         && !self->scene_is_stale && has_scene (self);
}

/**
 * atlas_network_canvas_get_busy:
 * @self: a canvas
 *
 * Returns: whether the user is dragging something
 */
gboolean
atlas_network_canvas_get_busy (AtlasNetworkCanvas *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), FALSE);

  return self->mode != ATLAS_CANVAS_IDLE;
}

/**
 * atlas_network_canvas_set_show_legend:
 * @self: a canvas
 * @show_legend: whether the legend stands beside the map, when there is room
 */
void
atlas_network_canvas_set_show_legend (AtlasNetworkCanvas *self,
                                      gboolean show_legend)
{
  g_return_if_fail (ATLAS_IS_NETWORK_CANVAS (self));

  if (self->show_legend == !!show_legend)
    return;
  self->show_legend = !!show_legend;
  self->scene_is_stale = TRUE;
  atlas_network_canvas_request (self);
}

/**
 * atlas_network_canvas_is_selected:
 * @self: a canvas
 * @place: index of a place
 *
 * Returns: whether it is selected
 */
gboolean
atlas_network_canvas_is_selected (AtlasNetworkCanvas *self, guint place)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), FALSE);

  return place < get_n_places (self) && self->selected[place];
}

/**
 * atlas_network_canvas_select:
 * @self: a canvas
 * @places: (array length=n_places): indices of places
 * @n_places: how many
 *
 * Selects these places and no others. Emits nothing: this is for whoever
 * keeps the selection.
 */
void
atlas_network_canvas_select (AtlasNetworkCanvas *self,
                             const guint *places,
                             guint n_places)
{
  guint n_all;

  g_return_if_fail (ATLAS_IS_NETWORK_CANVAS (self));

  n_all = get_n_places (self);
  if (self->selected == NULL)
    return;
  memset (self->selected, 0, n_all);
  self->n_selected = 0;
  for (guint i = 0; i < n_places; i++)
    if (places[i] < n_all && !self->selected[places[i]])
      {
        self->selected[places[i]] = TRUE;
        self->n_selected++;
      }
  self->selection_is_painted = FALSE;
  atlas_network_canvas_request (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_network_canvas_dup_selected:
 * @self: a canvas
 *
 * Returns: (transfer full) (element-type guint): indices of selected places
 */
GArray *
atlas_network_canvas_dup_selected (AtlasNetworkCanvas *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), places);

  for (guint i = 0; i < get_n_places (self); i++)
    if (self->selected[i])
      g_array_append_val (places, i);

  return places;
}

/**
 * atlas_network_canvas_get_focus_place:
 * @self: a canvas
 *
 * Returns: index of the place that has the keyboard, -1 for none
 */
int
atlas_network_canvas_get_focus_place (AtlasNetworkCanvas *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), -1);

  return self->focus;
}

/**
 * atlas_network_canvas_set_focus_place:
 * @self: a canvas
 * @place: index of a place, -1 for none
 *
 * Gives the keyboard to a place, says it and moves it into view.
 */
void
atlas_network_canvas_set_focus_place (AtlasNetworkCanvas *self, int place)
{
  g_return_if_fail (ATLAS_IS_NETWORK_CANVAS (self));
  g_return_if_fail (place < (int) get_n_places (self));

  self->focus = MAX (place, -1);
  if (self->focus >= 0)
    atlas_network_canvas_reveal (self, (guint) place);
  atlas_network_canvas_speak (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self,
                         atlas_canvas_signals[ATLAS_CANVAS_FOCUS_CHANGED]);
}

/**
 * atlas_network_canvas_set_path:
 * @self: a canvas
 * @places: (nullable) (array length=n_places): places on a way, in order
 * @n_places: how many; 0 for no way
 *
 * Brings out a way from one place to another.
 */
void
atlas_network_canvas_set_path (AtlasNetworkCanvas *self,
                               const guint32 *places,
                               gsize n_places)
{
  g_return_if_fail (ATLAS_IS_NETWORK_CANVAS (self));

  g_array_set_size (self->path, 0);
  if (n_places > 0)
    g_array_append_vals (self->path, places, (guint) n_places);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atlas_network_canvas_get_sentence:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): what is said of the place or link that
 *   is under the pointer or has the keyboard
 */
const char *
atlas_network_canvas_get_sentence (AtlasNetworkCanvas *self)
{
  g_return_val_if_fail (ATLAS_IS_NETWORK_CANVAS (self), NULL);

  return self->sentence;
}

/**
 * atlas_network_canvas_speak:
 * @self: a canvas
 *
 * Says what is under the pointer or has the keyboard, where that changed: to
 * those who see, by tooltip and status, and to a screen reader, by the name of
 * the picture.
 */
void
atlas_network_canvas_speak (AtlasNetworkCanvas *self)
{
  g_autofree char *sentence = NULL;
  g_autofree char *label = NULL;
  AtlasFormat format;
  guint n_edges;

  atlas_format_init_for_locale (&format);
  if (self->hover >= 0)
    sentence = atlas_network_dup_place_sentence (self->network,
                                                 (guint) self->hover, &format);
  else if (self->hover_edge >= 0 && has_scene (self))
    sentence = atlas_network_dup_link_sentence (
        self->network,
        atlas_network_scene_get_edges (self->scene, &n_edges)[self->hover_edge]
            .link,
        &format);
  else if (self->focus >= 0)
    sentence = atlas_network_dup_place_sentence (self->network,
                                                 (guint) self->focus, &format);

  if (self->focus >= 0 && self->selected[self->focus])
    /* Translators: a place, described in sentences, is selected. */
    label = g_strdup_printf (_ ("Selected: %s"), sentence);
  else if (sentence != NULL)
    label = g_strdup (sentence);
  else if (get_n_places (self) > 0)
    label = atlas_network_dup_description (self->network, &format);
  else
    label = g_strdup (_ ("Network"));
  if (g_strcmp0 (label, self->status) != 0)
    {
      g_free (self->status);
      self->status = g_steal_pointer (&label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->status, -1);
    }
  if (g_strcmp0 (sentence, self->sentence) == 0)
    return;
  g_free (self->sentence);
  self->sentence = g_steal_pointer (&sentence);
  g_signal_emit_by_name (self,
                         atlas_canvas_signals[ATLAS_CANVAS_SENTENCE_CHANGED]);
}

/**
 * atlas_network_canvas_set_hover:
 * @self: a canvas
 * @node: node under the pointer, -1 for none
 * @edge: edge under the pointer, -1 for none
 */
void
atlas_network_canvas_set_hover (AtlasNetworkCanvas *self, int node, int edge)
{
  if (self->hover == node && self->hover_edge == edge)
    return;
  self->hover = node;
  self->hover_edge = edge;
  request_emphasis (self);
  atlas_network_canvas_speak (self);
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
