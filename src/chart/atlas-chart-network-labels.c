/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-labels.h"

#include <math.h>
#include <string.h>

/*
 * A node at (x, y) stands at zoom × (x, y); its radius grows slower than the
 * zoom and text does not grow at all. Every edge of every box is then a linear
 * function of the zoom, so two boxes overlap during one interval of zooms,
 * which can be computed. A label is shown from the end of the last such
 * interval on, and never vanishes again: nothing flickers while zooming.
 */

/* Where a slot puts the middle of a label: a multiple of (radius + gap), and a
 * multiple of half the label. */
static const struct
{
  double rim_x, rim_y;
  double box_x, box_y;
} slots[ATLAS_LABEL_N_SLOTS] = {
  { 1, 0, 1, 0 },
  { -1, 0, -1, 0 },
  { 0, -1, 0, -1 },
  { 0, 1, 0, 1 },
  { G_SQRT2 / 2, -G_SQRT2 / 2, 1, -1 },
  { G_SQRT2 / 2, G_SQRT2 / 2, 1, 1 },
  { -G_SQRT2 / 2, -G_SQRT2 / 2, -1, -1 },
  { -G_SQRT2 / 2, G_SQRT2 / 2, -1, 1 },
  { 0, -1, 0.6, -1 },
  { 0, 1, 0.6, 1 },
  { 0, -1, -0.6, -1 },
  { 0, 1, -0.6, 1 },
  { 0, -1, 0.3, -1 },
  { 0, 1, 0.3, 1 },
  { 0, -1, -0.3, -1 },
  { 0, 1, -0.3, 1 },
  { 1, 0, 1, -0.7 },
  { 1, 0, 1, 0.7 },

};

/* How long the shortest leader is, in points beyond the usual gap, and how much
 * longer each next one. */
#define SHORTEST_LEADER 10.0
#define LEADER_STEP 6.0
#define LONGEST_LEADER \
  (SHORTEST_LEADER + LEADER_STEP * (ATLAS_LABEL_N_DISTANCES - 1))

/* In a map of so many discs a leader may run over one. */
#define CROWD 200

/* Blank between a leader and a disc that it passes. */
#define LEADER_GAP 1.0

/* Where a slot puts a label; beyond the usual ones, at the end of a leader. */
typedef struct
{
  double rim_x, rim_y;
  double box_x, box_y;
  double away;
} Slot;

/* A box whose middle is at a + b × zoom, and whose half size is h + k × zoom,
 * on one axis. */
typedef struct
{
  double a;
  double b;
  double h;
  double k;
} Span;

typedef struct
{
  Span x;
  Span y;
  double since;
  double until;
  gboolean is_name;
} Obstacle;

typedef struct
{
  const AtlasLabelNode *nodes;
  gsize n_nodes;
  AtlasLabel *labels;
  guint *next;
  guint *heads;
  guint columns;
  guint rows;
  double cell;
  double left;
  double top;
  double max_radius;
  double max_width;
  double max_height;
  GArray *obstacles;
} Placing;

/**
 * atlas_label_radius:
 * @radius: radius of a node at zoom 1
 * @zoom: the zoom, 1 or more
 *
 * Returns: its radius at @zoom, in points
 */
double
atlas_label_radius (double radius, double zoom)
{
  return radius * (1.0 + (zoom - 1.0) * ATLAS_LABEL_GROWTH);
}

/**
 * atlas_label_get_slot:
 * @label: a label
 * @zoom: a zoom at which it is shown
 *
 * Returns: its slot at @zoom
 */
guint
atlas_label_get_slot (const AtlasLabel *label, double zoom)
{
  return zoom < label->near_zoom ? label->led_slot : label->slot;
}

/**
 * atlas_label_is_led:
 * @slot: slot of a label
 *
 * Returns: whether it stands at the end of a leader
 */
gboolean
atlas_label_is_led (guint slot)
{
  return slot >= ATLAS_LABEL_N_SLOTS;
}

static Slot
get_slot (guint number)
{
  Slot slot = { 0 };
  guint led = number - ATLAS_LABEL_N_SLOTS;
  double angle;

  if (!atlas_label_is_led (number))
    return (Slot){ slots[number].rim_x, slots[number].rim_y,
                   slots[number].box_x, slots[number].box_y, 0 };

  angle =
      (led % ATLAS_LABEL_N_DIRECTIONS) * 2 * G_PI / ATLAS_LABEL_N_DIRECTIONS;
  slot.rim_x = cos (angle);
  slot.rim_y = sin (angle);
  slot.box_x = CLAMP (slot.rim_x * 1.5, -1, 1);
  slot.box_y = CLAMP (slot.rim_y * 1.5, -1, 1);
  slot.away = SHORTEST_LEADER + LEADER_STEP * (led / ATLAS_LABEL_N_DIRECTIONS);

  return slot;
}

static void
label_spans (const AtlasLabelNode *node, guint number, Span *x, Span *y)
{
  Slot slot = get_slot (number);
  double fixed = node->radius * (1.0 - ATLAS_LABEL_GROWTH) + ATLAS_LABEL_GAP;
  /* Leaders grow with the map: what a name is free of, it stays free of. */
  double grown = node->radius * ATLAS_LABEL_GROWTH + slot.away;

  x->a = slot.rim_x * fixed + slot.box_x * node->width / 2;
  x->b = node->x + slot.rim_x * grown;
  x->h = node->width / 2;
  x->k = 0;
  y->a = slot.rim_y * fixed + slot.box_y * node->height / 2;
  y->b = node->y + slot.rim_y * grown;
  y->h = node->height / 2;
  y->k = 0;
}

static void
node_spans (const AtlasLabelNode *node, Span *x, Span *y)
{
  x->a = 0;
  x->b = node->x;
  x->h = node->radius * (1.0 - ATLAS_LABEL_GROWTH);
  x->k = node->radius * ATLAS_LABEL_GROWTH;
  y->a = 0;
  y->b = node->y;
  y->h = x->h;
  y->k = x->k;
}

/**
 * atlas_label_get_centre:
 * @node: a node
 * @slot: slot of its label
 * @zoom: the zoom, 1 or more
 * @x: (out): middle of the label, in points
 * @y: (out): the same, downwards
 */
void
atlas_label_get_centre (const AtlasLabelNode *node,
                        guint slot,
                        double zoom,
                        double *x,
                        double *y)
{
  Span span_x;
  Span span_y;

  label_spans (node, slot, &span_x, &span_y);
  *x = span_x.a + span_x.b * zoom;
  *y = span_y.a + span_y.b * zoom;
}

/* Narrows [low, high] to the zooms where factor × zoom < bound. */
static void
narrow (double factor, double bound, double *low, double *high)
{
  if (factor > 0)
    *high = MIN (*high, bound / factor);
  else if (factor < 0)
    *low = MAX (*low, bound / factor);
  else if (bound <= 0)
    *high = -INFINITY;
}

static void
narrow_axis (const Span *p, const Span *q, double *low, double *high)
{
  double half = p->h + q->h;
  double grow = p->k + q->k;
  double a = q->a - p->a;
  double b = q->b - p->b;

  narrow (b - grow, half - a, low, high);
  narrow (-b - grow, half + a, low, high);
}

/* The last zoom at which a box and an obstacle overlap while that is there, 0
 * when they never do from zoom 1 on. */
static double
last_overlap (const Span *px, const Span *py, const Obstacle *obstacle)
{
  double low = 1.0;
  double high = obstacle->until;

  narrow_axis (px, &obstacle->x, &low, &high);
  if (low >= high)
    return 0;
  narrow_axis (py, &obstacle->y, &low, &high);

  return low < high ? high : 0;
}

static guint
cell_of (double value, double origin, double size, guint count)
{
  double cell = floor ((value - origin) / size);

  return (guint) CLAMP (cell, 0, (double) count - 1);
}

static void
placing_init (Placing *self,
              const AtlasLabelNode *nodes,
              gsize n_nodes,
              AtlasLabel *labels)
{
  double right = -INFINITY;
  double bottom = -INFINITY;

  memset (self, 0, sizeof *self);
  self->nodes = nodes;
  self->n_nodes = n_nodes;
  self->labels = labels;
  self->left = INFINITY;
  self->top = INFINITY;
  for (gsize i = 0; i < n_nodes; i++)
    {
      self->left = MIN (self->left, nodes[i].x);
      self->top = MIN (self->top, nodes[i].y);
      right = MAX (right, nodes[i].x);
      bottom = MAX (bottom, nodes[i].y);
      self->max_radius = MAX (self->max_radius, nodes[i].radius);
      self->max_width = MAX (self->max_width, nodes[i].width);
      self->max_height = MAX (self->max_height, nodes[i].height);
      labels[i] = (AtlasLabel){ INFINITY, INFINITY, 0, 0 };
    }

  self->cell = MAX (24.0, MAX (right - self->left, bottom - self->top) / 200);
  self->columns = (guint) ((right - self->left) / self->cell) + 1;
  self->rows = (guint) ((bottom - self->top) / self->cell) + 1;
  self->heads = g_new (guint, (gsize) self->columns * self->rows);
  memset (self->heads, 0xff,
          sizeof (guint) * (gsize) self->columns * self->rows);
  self->next = g_new (guint, n_nodes);
  self->obstacles = g_array_new (FALSE, FALSE, sizeof (Obstacle));

  for (gsize i = 0; i < n_nodes; i++)
    {
      guint x = cell_of (nodes[i].x, self->left, self->cell, self->columns);
      guint y = cell_of (nodes[i].y, self->top, self->cell, self->rows);
      guint *head = &self->heads[(gsize) y * self->columns + x];

      self->next[i] = *head;
      *head = (guint) i;
    }
}

static void
placing_clear (Placing *self)
{
  g_free (self->heads);
  g_free (self->next);
  g_array_unref (self->obstacles);
}

static void
add_label_obstacle (Placing *self,
                    guint index,
                    guint slot,
                    double since,
                    double until)
{
  Obstacle obstacle = { .since = since, .until = until, .is_name = TRUE };

  label_spans (&self->nodes[index], slot, &obstacle.x, &obstacle.y);
  g_array_append_val (self->obstacles, obstacle);
}

/* Dots along a leader, for no other name to stand on it. */
static void
add_leader_obstacles (Placing *self, guint index)
{
  const AtlasLabelNode *node = &self->nodes[index];
  const AtlasLabel *label = &self->labels[index];
  double x;
  double y;
  guint n_dots;

  atlas_label_get_centre (node, label->led_slot, 1.0, &x, &y);
  n_dots = (guint) (hypot (x - node->x, y - node->y) / LEADER_STEP) + 1;
  for (guint i = 1; i < n_dots; i++)
    {
      double t = (double) i / n_dots;
      Obstacle dot = { .since = label->zoom, .until = label->near_zoom };

      dot.x = (Span){ 0, node->x + t * (x - node->x), LEADER_GAP, 0 };
      dot.y = (Span){ 0, node->y + t * (y - node->y), LEADER_GAP, 0 };
      g_array_append_val (self->obstacles, dot);
    }
}

/* A label that is led away first stands in one place, then in the other. */
static void
add_obstacles (Placing *self, guint index)
{
  const AtlasLabel *label = &self->labels[index];
  Obstacle disc = { .since = 1.0, .until = INFINITY };

  node_spans (&self->nodes[index], &disc.x, &disc.y);
  g_array_append_val (self->obstacles, disc);
  if (label->zoom < label->near_zoom)
    {
      add_label_obstacle (self, index, label->led_slot, label->zoom,
                          label->near_zoom);
      add_leader_obstacles (self, index);
    }
  if (isfinite (label->near_zoom))
    add_label_obstacle (self, index, label->slot, label->near_zoom, INFINITY);
}

/* Gathers what could stand in the way of the label of node @index: from zoom 1
 * on, distances only grow faster than boxes, so the reach at zoom 1 is all. */
static void
gather (Placing *self, guint index)
{
  const AtlasLabelNode *node = &self->nodes[index];
  double rim = 2 * (node->radius + self->max_radius + 2 * ATLAS_LABEL_GAP)
               + LONGEST_LEADER;
  double reach_x = node->width + self->max_width + rim;
  double reach_y = node->height + self->max_height + rim;
  guint x0 = cell_of (node->x - reach_x, self->left, self->cell, self->columns);
  guint x1 = cell_of (node->x + reach_x, self->left, self->cell, self->columns);
  guint y0 = cell_of (node->y - reach_y, self->top, self->cell, self->rows);
  guint y1 = cell_of (node->y + reach_y, self->top, self->cell, self->rows);

  g_array_set_size (self->obstacles, 0);
  for (guint y = y0; y <= y1; y++)
    for (guint x = x0; x <= x1; x++)
      for (guint other = self->heads[(gsize) y * self->columns + x];
           other != G_MAXUINT; other = self->next[other])
        if (other != index)
          add_obstacles (self, other);
}

/* The zoom from which the label can stand in @slot; gives up beyond @limit. */
static double
slot_zoom (const Placing *self,
           guint index,
           guint slot,
           double width,
           double height,
           double limit)
{
  double zoom = 1.0;
  Span x;
  Span y;

  label_spans (&self->nodes[index], slot, &x, &y);
  /* What is shown at zoom 1 is not cut by the rim of the picture. */
  if (x.a + x.b - x.h < 0 || x.a + x.b + x.h > width || y.a + y.b - y.h < 0
      || y.a + y.b + y.h > height)
    zoom = 1.05;

  for (guint i = 0; i < self->obstacles->len && zoom <= limit; i++)
    {
      const Obstacle *obstacle = &g_array_index (self->obstacles, Obstacle, i);
      double end = last_overlap (&x, &y, obstacle);

      if (end > obstacle->since)
        zoom = MAX (zoom, end);
    }

  return zoom;
}

typedef enum
{
  LEADER_FREE,
  LEADER_OVER_DISC,
  LEADER_OVER_NAME,
} LeaderWay;

/* What the leader to the middle of @slot runs through. Discs grow slower than
 * the distances between them, so zoom 1 is the worst. */
static LeaderWay
find_leader_way (const Placing *self, guint index, guint slot)
{
  const AtlasLabelNode *node = &self->nodes[index];
  LeaderWay way = LEADER_FREE;
  double x;
  double y;
  double length2;

  atlas_label_get_centre (node, slot, 1.0, &x, &y);
  x -= node->x;
  y -= node->y;
  length2 = MAX (x * x + y * y, 1e-9);
  for (guint i = 0; i < self->obstacles->len && way != LEADER_OVER_NAME; i++)
    {
      const Obstacle *obstacle = &g_array_index (self->obstacles, Obstacle, i);
      double dx = obstacle->x.a + obstacle->x.b - node->x;
      double dy = obstacle->y.a + obstacle->y.b - node->y;
      double along = CLAMP ((dx * x + dy * y) / length2, 0, 1);
      double beside_x = fabs (dx - along * x);
      double beside_y = fabs (dy - along * y);
      double half = obstacle->y.h + obstacle->y.k + LEADER_GAP;

      if (obstacle->since > 1.0)
        continue;
      if (obstacle->is_name && beside_y < half
          && beside_x < obstacle->x.h + LEADER_GAP)
        way = LEADER_OVER_NAME;
      else if (!obstacle->is_name && hypot (beside_x, beside_y) < half)
        way = LEADER_OVER_DISC;
    }

  return way;
}

/* The shortest leader on which the name of @index can stand from zoom 1 on;
 * over discs only when no other will do, over names never. */
static void
lead_away (Placing *self, guint index, double width, double height)
{
  guint end =
      ATLAS_LABEL_N_SLOTS + ATLAS_LABEL_N_DIRECTIONS * ATLAS_LABEL_N_DISTANCES;
  guint found = G_MAXUINT;
  LeaderWay best = self->n_nodes >= CROWD ? LEADER_OVER_NAME : LEADER_OVER_DISC;

  for (guint slot = ATLAS_LABEL_N_SLOTS; slot < end && best > LEADER_FREE;
       slot++)
    {
      LeaderWay way;

      if (slot_zoom (self, index, slot, width, height, 1.0) > 1.0)
        continue;
      way = find_leader_way (self, index, slot);
      if (way < best)
        {
          best = way;
          found = slot;
        }
    }
  if (found == G_MAXUINT)
    return;
  self->labels[index].zoom = 1.0;
  self->labels[index].led_slot = found;
}

static void
place_one (Placing *self,
           guint index,
           gboolean led,
           double width,
           double height)
{
  const AtlasLabelNode *node = &self->nodes[index];
  AtlasLabel best = { INFINITY, INFINITY, 0, 0 };
  double best_cost = INFINITY;

  gather (self, index);
  for (guint slot = 0; slot < ATLAS_LABEL_N_SLOTS; slot++)
    {
      double limit = MIN (best.zoom, ATLAS_LABEL_MAX_ZOOM);
      double zoom = slot_zoom (self, index, slot, width, height, limit);
      double cost = (double) node->costs[slot];

      if (zoom > ATLAS_LABEL_MAX_ZOOM)
        continue;
      if (zoom < best.zoom || (zoom <= best.zoom && cost < best_cost))
        {
          best.zoom = best.near_zoom = zoom;
          best.slot = slot;
          best_cost = cost;
        }
    }
  self->labels[index] = best;
  if (led && best.zoom > 1.0)
    lead_away (self, index, width, height);
}

static int
compare_importance (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const AtlasLabelNode *nodes = user_data;
  guint p = *(const guint *) a;
  guint q = *(const guint *) b;

  if (nodes[p].importance > nodes[q].importance)
    return -1;
  if (nodes[p].importance < nodes[q].importance)
    return 1;
  return p < q ? -1 : p > q;
}

/**
 * atlas_labels_place:
 * @nodes: (array length=n_nodes): the nodes
 * @n_nodes: number of nodes
 * @width: width of the picture at zoom 1, in points
 * @height: height of the picture
 * @labels: (out caller-allocates) (array length=n_nodes): one per node
 * @stop: (nullable): asked between labels
 * @user_data: for @stop
 *
 * Places the labels greedily by importance: each gets the slot in which it can
 * be shown from the smallest zoom on without ever lying over another label
 * shown then, nor over a node that it does not name. Among equally good slots
 * the one with the smallest cost is taken. The most important names that find
 * no slot at zoom 1 are led away to where there is room. No label shown at zoom
 * 1 reaches beyond the picture.
 *
 * Returns: %FALSE when stopped
 */
gboolean
atlas_labels_place (const AtlasLabelNode *nodes,
                    gsize n_nodes,
                    double width,
                    double height,
                    AtlasLabel *labels,
                    AtlasLabelStop stop,
                    gpointer user_data)
{
  g_autofree guint *order = NULL;
  gboolean done = TRUE;
  Placing placing;

  g_return_val_if_fail (n_nodes < G_MAXUINT, FALSE);

  if (n_nodes == 0)
    return TRUE;

  order = g_new (guint, n_nodes);
  for (gsize i = 0; i < n_nodes; i++)
    order[i] = (guint) i;
  g_qsort_with_data (order, (int) n_nodes, sizeof *order, compare_importance,
                     (gpointer) nodes);

  placing_init (&placing, nodes, n_nodes, labels);
  for (gsize i = 0; i < n_nodes && done; i++)
    {
      if (nodes[order[i]].width > 0)
        place_one (&placing, order[i], i < ATLAS_LABEL_N_LED, width, height);
      if ((i & 63) == 0 && stop != NULL && stop (user_data))
        done = FALSE;
    }
  placing_clear (&placing);

  return done;
}
