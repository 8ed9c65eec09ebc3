/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-scene-private.h"

#include <math.h>

#include "atlas-chart-network-spread.h"

/* Part of the map that discs may cover, and their largest radius. */
#define DISC_PART 0.04
#define MAX_RADIUS 17.0
#define MIN_RADIUS 0.9

/* The smallest node over the largest. */
#define SMALLEST 0.34

/* A map may be stretched to its paper by so much, no more. */
#define MAX_STRETCH 1.5

/* Blank between two discs. */
#define DISC_GAP 2.0

/* Few places have room for more: so much of the distance that they would have
 * if they stood in rows; nothing from so many places on. */
#define ROOMY_GAP 0.16
#define CROWD 300.0

static void
group_clear (gpointer data)
{
  AtlasSceneGroup *group = data;

  g_free (group->name);
}

/* --- nodes -------------------------------------------------------------- */

static double
size_factor (double value, double max_value)
{
  if (max_value <= 0)
    return SMALLEST;
  return SMALLEST + (1.0 - SMALLEST) * sqrt (MAX (value, 0.0) / max_value);
}

static void
make_nodes (AtlasNetworkScene *self, const AtlasPlace *places, gsize n_places)
{
  double sum = 0;
  double area = self->width * self->height;

  self->n_nodes = (guint) n_places;
  self->nodes = g_new0 (AtlasSceneNode, n_places + 1);
  for (gsize i = 0; i < n_places; i++)
    {
      double value =
          atlas_node_measure_get_value (self->options.size, &places[i]);

      self->max_value = MAX (self->max_value, value);
      self->nodes[i].loaded = places[i].loaded;
      self->nodes[i].pinned = places[i].pinned;
    }

  for (guint i = 0; i < self->n_nodes; i++)
    {
      const AtlasPlace *place = &places[i];
      double value = atlas_node_measure_get_value (self->options.size, place);

      self->nodes[i].radius = size_factor (value, self->max_value);
      sum += self->nodes[i].radius * self->nodes[i].radius;
    }
  self->largest = MAX_RADIUS * self->theme.text_scale;
  if (sum > 0)
    self->largest = MIN (self->largest, sqrt (DISC_PART * area / G_PI / sum));
  self->largest = MAX (self->largest, MIN_RADIUS / SMALLEST);
  for (guint i = 0; i < self->n_nodes; i++)
    self->nodes[i].radius *= self->largest;
}

/* Fits positions into the map: one scale for both directions, stretched a
 * little where the map is wider or higher than what is drawn. */
static void
fit_positions (AtlasNetworkScene *self,
               const AtlasPlace *places,
               gsize n_places)
{
  double text = self->theme.text_scale;
  double margin_x = self->largest + 34.0 * text;
  double margin_y = self->largest + 14.0 * text;
  double x0 = INFINITY;
  double x1 = -INFINITY;
  double y0 = INFINITY;
  double y1 = -INFINITY;
  double room_x;
  double room_y;
  double scale;

  for (gsize i = 0; i < n_places; i++)
    {
      x0 = MIN (x0, places[i].x);
      x1 = MAX (x1, places[i].x);
      y0 = MIN (y0, places[i].y);
      y1 = MAX (y1, places[i].y);
    }
  room_x = MAX (self->width - 2 * margin_x, self->width * 0.3);
  room_y = MAX (self->height - 2 * margin_y, self->height * 0.3);
  x1 = MAX (x1 - x0, 1e-9);
  y1 = MAX (y1 - y0, 1e-9);
  scale = MIN (room_x / x1, room_y / y1);
  self->scale_x = MIN (room_x / x1, scale * MAX_STRETCH);
  self->scale_y = MIN (room_y / y1, scale * MAX_STRETCH);
  self->left = self->width / 2 - (x0 + x1 / 2) * self->scale_x;
  self->top = self->height / 2 - (y0 + y1 / 2) * self->scale_y;
}

static double
get_gap (const AtlasNetworkScene *self)
{
  double spacing = sqrt (self->width * self->height / MAX (self->n_nodes, 1u));
  double roomy = spacing * ROOMY_GAP * MAX (1.0 - self->n_nodes / CROWD, 0.0);

  return MIN (DISC_GAP, self->largest * 0.25) + roomy;
}

static void
place_nodes (AtlasNetworkScene *self, const AtlasPlace *places)
{
  AtlasSpreadDisc *discs = g_new0 (AtlasSpreadDisc, self->n_nodes + 1);

  for (guint i = 0; i < self->n_nodes; i++)
    {
      AtlasSceneNode *node = &self->nodes[i];
      const AtlasPlace *place = &places[i];

      discs[i].x = self->left + place->x * self->scale_x;
      discs[i].y = self->top + place->y * self->scale_y;
      discs[i].radius = node->radius;
      discs[i].fixed = node->pinned;
    }
  atlas_spread_discs (discs, self->n_nodes, get_gap (self), self->width,
                      self->height);
  for (guint i = 0; i < self->n_nodes; i++)
    {
      self->nodes[i].x = discs[i].x;
      self->nodes[i].y = discs[i].y;
    }
  g_free (discs);
}

/* --- public ------------------------------------------------------------- */

/**
 * atlas_network_scene_new_sketch:
 * @network: a network, measured and arranged; not changed any more
 * @options: what of it is shown, and how
 * @theme: how it looks
 * @width: width of the map in points
 * @height: height of the map
 *
 * A scene that knows groups, sizes and lines, but not where its discs and
 * names stand: enough to measure a legend with, in a fraction of the time.
 *
 * Returns: (transfer full): the sketch; not to be painted
 */
AtlasNetworkScene *
atlas_network_scene_new_sketch (AtlasNetwork *network,
                                const AtlasNetworkOptions *options,
                                const AtlasTheme *theme,
                                double width,
                                double height)
{
  AtlasNetworkScene *self;
  const AtlasPlace *places;
  const AtlasLink *links;
  gsize n_places;
  gsize n_links;

  g_return_val_if_fail (network != NULL && options != NULL, NULL);
  g_return_val_if_fail (theme != NULL, NULL);

  self = g_new0 (AtlasNetworkScene, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->network = atlas_network_ref (network);
  self->options = *options;
  if (self->options.whole != NULL)
    atlas_network_ref (self->options.whole);
  self->theme = *theme;
  self->font_family = g_strdup (theme->font_family);
  self->theme.font_family = self->font_family;
  self->width = MAX (width, 1.0);
  self->height = MAX (height, 1.0);
  self->groups = g_array_new (FALSE, TRUE, sizeof (AtlasSceneGroup));
  g_array_set_clear_func (self->groups, group_clear);

  places = atlas_network_get_places (network, &n_places);
  links = atlas_network_get_links (network, &n_links);
  make_nodes (self, places, n_places);
  atlas_network_scene_make_groups (self, places);
  fit_positions (self, places, n_places);
  atlas_network_scene_make_edges (self, links, n_links);

  return self;
}

/**
 * atlas_network_scene_new:
 * @network: a network, measured and arranged; not changed any more
 * @options: what of it is shown, and how
 * @theme: how it looks
 * @width: width of the map in points
 * @height: height of the map
 * @stop: (nullable): asked between steps
 * @user_data: for @stop
 *
 * Returns: (transfer full) (nullable): the scene; %NULL when stopped
 */
AtlasNetworkScene *
atlas_network_scene_new (AtlasNetwork *network,
                         const AtlasNetworkOptions *options,
                         const AtlasTheme *theme,
                         double width,
                         double height,
                         AtlasStopFunc stop,
                         gpointer user_data)
{
  g_autoptr (AtlasNetworkScene) self = NULL;
  const AtlasPlace *places;
  gsize n_places;

  self =
      atlas_network_scene_new_sketch (network, options, theme, width, height);
  g_return_val_if_fail (self != NULL, NULL);

  places = atlas_network_get_places (network, &n_places);
  place_nodes (self, places);
  atlas_network_scene_bend_edges (self);
  if (!atlas_network_scene_make_labels (self, places, stop, user_data))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * atlas_network_scene_ref:
 * @self: a scene
 *
 * Returns: (transfer full): @self; from any thread
 */
AtlasNetworkScene *
atlas_network_scene_ref (AtlasNetworkScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * atlas_network_scene_unref:
 * @self: a scene
 */
void
atlas_network_scene_unref (AtlasNetworkScene *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  atlas_network_unref (self->network);
  g_clear_pointer (&self->options.whole, atlas_network_unref);
  g_array_unref (self->groups);
  g_free (self->font_family);
  g_free (self->nodes);
  g_free (self->label_nodes);
  g_free (self->labels);
  g_free (self->edges);
  g_free (self->edge_starts);
  g_free (self->edges_at);
  g_free (self);
}

/**
 * atlas_network_scene_get_network:
 * @self: a scene
 *
 * Returns: (transfer none): the network it shows
 */
AtlasNetwork *
atlas_network_scene_get_network (const AtlasNetworkScene *self)
{
  return self->network;
}

/**
 * atlas_network_scene_get_options:
 * @self: a scene
 *
 * Returns: (transfer none): its options
 */
const AtlasNetworkOptions *
atlas_network_scene_get_options (const AtlasNetworkScene *self)
{
  return &self->options;
}

/**
 * atlas_network_scene_get_theme:
 * @self: a scene
 *
 * Returns: (transfer none): its theme
 */
const AtlasTheme *
atlas_network_scene_get_theme (const AtlasNetworkScene *self)
{
  return &self->theme;
}

/**
 * atlas_network_scene_get_size:
 * @self: a scene
 * @width: (out): width of the map in points
 * @height: (out): height of the map
 */
void
atlas_network_scene_get_size (const AtlasNetworkScene *self,
                              double *width,
                              double *height)
{
  *width = self->width;
  *height = self->height;
}

/**
 * atlas_network_scene_get_nodes:
 * @self: a scene
 * @n_nodes: (out): number of nodes
 *
 * Returns: (array length=n_nodes) (transfer none): the places shown
 */
const AtlasSceneNode *
atlas_network_scene_get_nodes (const AtlasNetworkScene *self, guint *n_nodes)
{
  *n_nodes = self->n_nodes;

  return self->nodes;
}

/**
 * atlas_network_scene_get_edges:
 * @self: a scene
 * @n_edges: (out): number of edges
 *
 * Returns: (array length=n_edges) (transfer none): the links shown
 */
const AtlasSceneEdge *
atlas_network_scene_get_edges (const AtlasNetworkScene *self, guint *n_edges)
{
  *n_edges = self->n_edges;

  return self->edges;
}

/**
 * atlas_network_scene_get_groups:
 * @self: a scene
 * @n_groups: (out): number of groups
 *
 * Returns: (array length=n_groups) (transfer none): economies or communities,
 *   the largest first
 */
const AtlasSceneGroup *
atlas_network_scene_get_groups (const AtlasNetworkScene *self, guint *n_groups)
{
  *n_groups = self->groups->len;

  return (const AtlasSceneGroup *) (gpointer) self->groups->data;
}

/**
 * atlas_network_scene_get_edges_at:
 * @self: a scene
 * @node: index of a node
 * @n_edges: (out): how many edges begin or end there
 *
 * Returns: (array length=n_edges) (transfer none): their indices
 */
const guint *
atlas_network_scene_get_edges_at (const AtlasNetworkScene *self,
                                  guint node,
                                  guint *n_edges)
{
  g_return_val_if_fail (node < self->n_nodes, NULL);

  *n_edges = self->edge_starts[node + 1] - self->edge_starts[node];

  return &self->edges_at[self->edge_starts[node]];
}

/**
 * atlas_network_scene_get_max_value:
 * @self: a scene
 *
 * Returns: the largest value of the measure that sizes stand for
 */
double
atlas_network_scene_get_max_value (const AtlasNetworkScene *self)
{
  return self->max_value;
}

/**
 * atlas_network_scene_get_radius_of:
 * @self: a scene
 * @value: a value of the measure that sizes stand for
 *
 * Returns: the radius of a node of that value at zoom 1, in points
 */
double
atlas_network_scene_get_radius_of (const AtlasNetworkScene *self, double value)
{
  return self->largest * size_factor (value, self->max_value);
}

/**
 * atlas_network_scene_get_line_scale:
 * @self: a scene
 *
 * Many lines are drawn thinner than few.
 *
 * Returns: width of a line over its width in a picture of few
 */
double
atlas_network_scene_get_line_scale (const AtlasNetworkScene *self)
{
  double scale = pow (150.0 / MAX (self->n_edges, 1u), 0.25);

  return CLAMP (scale, 0.4, 1.0) * MIN (self->theme.text_scale, 1.5);
}

/**
 * atlas_network_scene_get_line_alpha:
 * @self: a scene
 *
 * Returns: how opaque lines are: many are drawn fainter than few
 */
double
atlas_network_scene_get_line_alpha (const AtlasNetworkScene *self)
{
  double alpha = pow (80.0 / MAX (self->n_edges, 1u), 0.3);

  return CLAMP (alpha, 0.22, 0.9);
}

/**
 * atlas_network_scene_get_label_node:
 * @self: a scene
 * @node: index of a node
 *
 * Returns: (transfer none): the node as the placing of labels saw it
 */
const AtlasLabelNode *
atlas_network_scene_get_label_node (const AtlasNetworkScene *self, guint node)
{
  g_return_val_if_fail (node < self->n_nodes, NULL);

  return &self->label_nodes[node];
}

/**
 * atlas_network_scene_get_label:
 * @self: a scene
 * @node: index of a node
 *
 * Returns: (transfer none): the name of its place
 */
const char *
atlas_network_scene_get_label (const AtlasNetworkScene *self, guint node)
{
  gsize n_places;

  g_return_val_if_fail (node < self->n_nodes, NULL);

  return atlas_network_get_places (self->network, &n_places)[node].label;
}

/**
 * atlas_network_scene_count_hidden:
 * @self: a scene
 * @zoom: a zoom
 *
 * Returns: number of nodes whose names are not shown at @zoom
 */
guint
atlas_network_scene_count_hidden (const AtlasNetworkScene *self, double zoom)
{
  guint hidden = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    hidden += self->nodes[i].label.zoom > MAX (zoom, 1.0);

  return hidden;
}

/**
 * atlas_network_scene_to_unit:
 * @self: a scene
 * @x: a point of the map at zoom 1
 * @y: the same, downwards
 * @unit_x: (out): where that is among the positions of places
 * @unit_y: (out): the same, downwards
 */
void
atlas_network_scene_to_unit (const AtlasNetworkScene *self,
                             double x,
                             double y,
                             double *unit_x,
                             double *unit_y)
{
  *unit_x = (x - self->left) / self->scale_x;
  *unit_y = (y - self->top) / self->scale_y;
}
