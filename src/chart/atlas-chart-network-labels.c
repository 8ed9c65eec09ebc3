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
} Obstacle;

typedef struct
{
  const AtlasLabelNode *nodes;
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

static void
label_spans (const AtlasLabelNode *node, guint slot, Span *x, Span *y)
{
  double fixed = node->radius * (1.0 - ATLAS_LABEL_GROWTH) + ATLAS_LABEL_GAP;
  double grown = node->radius * ATLAS_LABEL_GROWTH;

  x->a = slots[slot].rim_x * fixed + slots[slot].box_x * node->width / 2;
  x->b = node->x + slots[slot].rim_x * grown;
  x->h = node->width / 2;
  x->k = 0;
  y->a = slots[slot].rim_y * fixed + slots[slot].box_y * node->height / 2;
  y->b = node->y + slots[slot].rim_y * grown;
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

/* The last zoom at which two boxes overlap, 0 when they never do from zoom 1
 * on. */
static double
last_overlap (const Span *px, const Span *py, const Obstacle *obstacle)
{
  double low = 1.0;
  double high = INFINITY;

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
      labels[i].zoom = INFINITY;
      labels[i].slot = 0;
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

/* Gathers what could stand in the way of the label of node @index: from zoom 1
 * on, distances only grow faster than boxes, so the reach at zoom 1 is all. */
static void
gather (Placing *self, guint index)
{
  const AtlasLabelNode *node = &self->nodes[index];
  double rim = 2 * (node->radius + self->max_radius + 2 * ATLAS_LABEL_GAP);
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
        {
          Obstacle obstacle = { .since = 1.0 };

          if (other == index)
            continue;
          node_spans (&self->nodes[other], &obstacle.x, &obstacle.y);
          g_array_append_val (self->obstacles, obstacle);
          if (!isfinite (self->labels[other].zoom))
            continue;
          label_spans (&self->nodes[other], self->labels[other].slot,
                       &obstacle.x, &obstacle.y);
          obstacle.since = self->labels[other].zoom;
          g_array_append_val (self->obstacles, obstacle);
        }
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

static void
place_one (Placing *self, guint index, double width, double height)
{
  const AtlasLabelNode *node = &self->nodes[index];
  AtlasLabel best = { INFINITY, 0 };
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
          best.zoom = zoom;
          best.slot = slot;
          best_cost = cost;
        }
    }
  self->labels[index] = best;
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
 * the one with the smallest cost is taken. No label shown at zoom 1 reaches
 * beyond the picture.
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
        place_one (&placing, order[i], width, height);
      if ((i & 63) == 0 && stop != NULL && stop (user_data))
        done = FALSE;
    }
  placing_clear (&placing);

  return done;
}
