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
blit (AtlasNetworkCanvas *self, cairo_t *cr, const AtlasCanvasGround *ground)
{
  const AtlasSceneView *from = &ground->picture_view;
  double scale = ground->view.zoom / from->zoom;
  double x = ground->view.x - scale * (from->x + ground->margin);
  double y = ground->view.y - scale * (from->y + ground->margin);
  double device_x;
  double device_y;
  double right;
  double bottom;

  cairo_surface_get_device_scale (ground->picture, &device_x, &device_y);
  right =
      x + scale * cairo_image_surface_get_width (ground->picture) / device_x;
  bottom =
      y + scale * cairo_image_surface_get_height (ground->picture) / device_y;
  if (ground->is_veiled || x > 0 || y > 0 || right < ground->width
      || bottom < ground->height)
    {
      set_ground (self, cr, 1.0);
      cairo_rectangle (cr, 0, 0, ground->width, ground->height);
      cairo_fill (cr);
    }

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, ground->picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_FAST);
  if (ground->is_veiled)
    cairo_paint_with_alpha (cr, 1.0 - ATLAS_NETWORK_VEIL);
  else
    cairo_paint (cr);
  cairo_restore (cr);
}

/* The legend with its ground as it will be on the screen: setting its words
 * anew in each frame would take longer than all else of the frame. */
static cairo_surface_t *
paint_legend (AtlasNetworkCanvas *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) ceil (self->plan.legend_width) * scale,
      (int) ceil (self->plan.legend_height) * scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  set_ground (self, cr, 0.85);
  cairo_paint (cr);
  atlas_network_legend_draw (self->legend, self->painter, self->text, cr,
                             ATLAS_PLAN_MARGIN, ATLAS_PLAN_MARGIN);
  cairo_destroy (cr);

  return surface;
}

/* --- what stays --------------------------------------------------------- */

/* Beside the map at the end of the line, or below it. */
static graphene_rect_t
get_legend_bounds (AtlasNetworkCanvas *self, int width, int height)
{
  const AtlasNetworkPlan *plan = &self->plan;
  double x = 0;
  double y = 0;

  if (plan->side == ATLAS_LEGEND_BELOW)
    y = floor (height - plan->legend_height);
  else if (!self->theme.right_to_left)
    x = floor (width - plan->legend_width);

  return GRAPHENE_RECT_INIT ((float) x, (float) y,
                             (float) ceil (plan->legend_width),
                             (float) ceil (plan->legend_height));
}

static void
draw_legend (AtlasNetworkCanvas *self, cairo_t *cr, int width, int height)
{
  graphene_rect_t bounds = get_legend_bounds (self, width, height);

  cairo_set_source_surface (cr, self->legend_surface, bounds.origin.x,
                            bounds.origin.y);
  cairo_paint (cr);
}

/* The legend where there is room for one; made when it is first drawn. */
static cairo_surface_t *
find_legend (AtlasNetworkCanvas *self)
{
  if (self->legend == NULL || !atlas_network_canvas_has_scene (self))
    return NULL;
  if (self->legend_surface == NULL)
    self->legend_surface = paint_legend (self);

  return self->legend_surface;
}

/* What the ground of the next frame is made of. Members that it does not use
 * are the same in all. */
static AtlasCanvasGround
find_ground (AtlasNetworkCanvas *self, int width, int height, gboolean is_bare)
{
  AtlasCanvasGround ground = { .width = width, .height = height };
  const AtlasNetworkPicture *picture = self->picture;

  if (self->hover >= 0 && atlas_network_canvas_has_emphasis (self))
    picture = self->emphasis;
  ground.picture = picture->surface;
  ground.picture_view = picture->view;
  ground.margin = picture->margin;
  ground.view = self->view;
  ground.variant = self->theme.variant;
  ground.is_veiled = atlas_network_canvas_is_veiled (self);
  ground.legend = is_bare ? NULL : find_legend (self);

  return ground;
}

static gboolean
view_equal (const AtlasSceneView *one, const AtlasSceneView *other)
{
  return one->zoom == other->zoom && one->x == other->x && one->y == other->y;
}

static gboolean
ground_equal (const AtlasCanvasGround *one, const AtlasCanvasGround *other)
{
  return one->picture == other->picture && one->legend == other->legend
         && one->width == other->width && one->height == other->height
         && one->is_veiled == other->is_veiled && one->variant == other->variant
         && view_equal (&one->view, &other->view);
}

/**
 * atlas_canvas_ground_clear:
 * @self: a ground
 */
void
atlas_canvas_ground_clear (AtlasCanvasGround *self)
{
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_clear_pointer (&self->legend, cairo_surface_destroy);
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

/* Band by band: cairo makes an image of each node before it puts it on the
 * window, and one of the whole view is new memory from the system in each
 * frame, which takes longer than all that is drawn. */
static GskRenderNode *
draw_ground (AtlasNetworkCanvas *self, const AtlasCanvasGround *ground)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  for (int y = 0; y < ground->height; y += BAND)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (
          snapshot,
          &GRAPHENE_RECT_INIT (0, (float) y, (float) ground->width,
                               (float) MIN (BAND, ground->height - y)));

      blit (self, cr, ground);
      if (ground->legend != NULL)
        draw_legend (self, cr, ground->width, ground->height);
      cairo_destroy (cr);
    }

  return gtk_snapshot_free_to_node (snapshot);
}

/* The same node again while nothing of it changes: the renderer then draws
 * only where the nodes above it differ. */
static void
append_ground (AtlasNetworkCanvas *self,
               GtkSnapshot *snapshot,
               AtlasCanvasGround ground)
{
  if (self->ground.node == NULL || !ground_equal (&ground, &self->ground))
    {
      atlas_canvas_ground_clear (&self->ground);
      ground.node = draw_ground (self, &ground);
      cairo_surface_reference (ground.picture);
      if (ground.legend != NULL)
        cairo_surface_reference (ground.legend);
      self->ground = ground;
    }
  if (self->ground.node != NULL)
    gtk_snapshot_append_node (snapshot, self->ground.node);
}

/* --- what changes ------------------------------------------------------- */

/* How much of the view is drawn anew when what is brought out changes: no more
 * than it covers. Returns: FALSE when there is nothing */
static gboolean
find_live_bounds (AtlasNetworkCanvas *self,
                  int width,
                  int height,
                  graphene_rect_t *bounds)
{
  cairo_rectangle_t view = { 0, 0, width, height };
  cairo_surface_t *record =
      cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &view);
  cairo_t *cr = cairo_create (record);
  double x;
  double y;
  double ink_width;
  double ink_height;

  atlas_network_canvas_draw_live (self, cr);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (record, &x, &y, &ink_width, &ink_height);
  cairo_surface_destroy (record);
  graphene_rect_init (bounds, (float) x, (float) y, (float) ink_width,
                      (float) ink_height);
  graphene_rect_round_extents (bounds, bounds);

  return ink_width > 0 && ink_height > 0;
}

static void
append_live (AtlasNetworkCanvas *self,
             GtkSnapshot *snapshot,
             int height,
             const graphene_rect_t *bounds)
{
  graphene_rect_t band =
      GRAPHENE_RECT_INIT (bounds->origin.x, 0, bounds->size.width, BAND);

  for (; band.origin.y < (float) height; band.origin.y += BAND)
    {
      graphene_rect_t part;
      cairo_t *cr;

      if (!graphene_rect_intersection (&band, bounds, &part))
        continue;
      cr = gtk_snapshot_append_cairo (snapshot, &part);
      atlas_network_canvas_draw_live (self, cr);
      cairo_destroy (cr);
    }
}

/**
 * atlas_network_canvas_snapshot:
 * @widget: a canvas
 * @snapshot: what it is drawn on
 *
 * Shows the picture that the worker painted, and above it what changes from
 * frame to frame; the legend lies above both.
 */
void
atlas_network_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AtlasNetworkCanvas *self = ATLAS_NETWORK_CANVAS (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds;
  gboolean is_live;
  cairo_t *cr;

  if (self->picture == NULL || self->network == NULL)
    {
      cr = gtk_snapshot_append_cairo (
          snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
      set_ground (self, cr, 1.0);
      cairo_paint (cr);
      cairo_destroy (cr);
      return;
    }

  is_live = find_live_bounds (self, width, height, &bounds);
  append_ground (self, snapshot, find_ground (self, width, height, is_live));
  if (!is_live)
    return;

  append_live (self, snapshot, height, &bounds);
  if (find_legend (self) != NULL)
    {
      bounds = get_legend_bounds (self, width, height);
      cr = gtk_snapshot_append_cairo (snapshot, &bounds);
      draw_legend (self, cr, width, height);
      cairo_destroy (cr);
    }
}
