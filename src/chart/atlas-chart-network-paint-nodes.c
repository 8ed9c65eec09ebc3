/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-paint-private.h"

#include <math.h>

/* A letter is drawn in nodes of at least this radius at a text scale of 1. */
#define LETTER_RADIUS 5.4

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
    atlas_painter_set_color (cr, self->ink, 1.0);
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
  atlas_painter_set_color (cr, fill, 1.0);
  cairo_fill_preserve (cr);
  atlas_painter_set_color (cr, stroke, 1.0);
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
  atlas_painter_set_color (cr, color, 1.0);
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
  atlas_painter_set_color (cr, self->ink, 1.0);
  cairo_fill_preserve (cr);
  atlas_painter_set_color (cr, self->ground, 1.0);
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
