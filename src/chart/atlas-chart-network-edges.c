/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-chart-network-scene-private.h"

#include <math.h>

/* How far a lane lies beside the straight line: a part of its length, and at
 * most so many points. */
#define LANE_PART 0.085
#define LANE_MOST 13.0

/* Maps of at most so many lines have them led around nodes. */
#define MAX_LED 600

/* Links between the same two places stand side by side: by kind, then by
 * direction. */
static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const AtlasSceneEdge *p = a;
  const AtlasSceneEdge *q = b;
  guint p_low = MIN (p->source, p->target);
  guint q_low = MIN (q->source, q->target);
  guint p_high = MAX (p->source, p->target);
  guint q_high = MAX (q->source, q->target);

  if (p_low != q_low)
    return p_low < q_low ? -1 : 1;
  if (p_high != q_high)
    return p_high < q_high ? -1 : 1;
  if (p->source != q->source)
    return p->source < q->source ? -1 : 1;
  if (p->kind != q->kind)
    return p->kind < q->kind ? -1 : 1;
  if (p->order != q->order)
    return p->order < q->order ? -1 : 1;
  return p->link < q->link ? -1 : p->link > q->link;
}

static gboolean
is_same_pair (const AtlasSceneEdge *a, const AtlasSceneEdge *b)
{
  return MIN (a->source, a->target) == MIN (b->source, b->target)
         && MAX (a->source, a->target) == MAX (b->source, b->target);
}

static gboolean
is_same_line (const AtlasSceneEdge *a, const AtlasSceneEdge *b)
{
  return a->source == b->source && a->target == b->target && a->kind == b->kind;
}

/* Gives the lines of one pair their lanes: one line is straight, two or more
 * bend to both sides, measured as seen from the node with the lower index. */
static void
assign_lanes (AtlasSceneEdge *edges, guint n_edges)
{
  guint n_lanes = 0;

  for (guint i = 0; i < n_edges; i++)
    if (i == 0 || !is_same_line (&edges[i], &edges[i - 1]))
      n_lanes++;
  for (guint i = 0, lane = 0; i < n_edges; i++)
    {
      double offset;

      if (i > 0 && !is_same_line (&edges[i], &edges[i - 1]))
        lane++;
      offset = n_lanes == 1 ? 0 : lane - (n_lanes - 1) / 2.0;
      /* Three lines: the one in the middle stays straight. */
      edges[i].lane = (float) (n_lanes == 2 ? offset * 2 : offset);
      if (edges[i].source > edges[i].target)
        edges[i].lane = -edges[i].lane;
    }
}

/* How many nodes a line of @lane would run through that it does not join. */
static guint
count_crossed (const AtlasNetworkScene *self,
               const AtlasSceneEdge *edge,
               double lane)
{
  const AtlasSceneNode *a = &self->nodes[edge->source];
  const AtlasSceneNode *b = &self->nodes[edge->target];
  double dx = b->x - a->x;
  double dy = b->y - a->y;
  double length = MAX (hypot (dx, dy), 1e-6);
  double bend = atlas_scene_get_bend (lane, length, self->theme.text_scale);
  guint crossed = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      const AtlasSceneNode *node = &self->nodes[i];
      double along = ((node->x - a->x) * dx + (node->y - a->y) * dy) / length;
      double across = ((node->y - a->y) * dx - (node->x - a->x) * dy) / length;
      double t = along / length;

      if (i == edge->source || i == edge->target || t <= 0 || t >= 1)
        continue;
      /* A parabola over the straight line, as the drawn curve nearly is. */
      if (fabs (across - 4 * bend * t * (1 - t)) < node->radius + 1.5)
        crossed++;
    }

  return crossed;
}

/* Bends a line that runs through a node it does not join to where it runs
 * through the fewest. Of two lines side by side each keeps its side. */
static void
lead_around (AtlasNetworkScene *self, AtlasSceneEdge *edge)
{
  static const double alone[] = { 0, 1, -1, 1.8, -1.8, 2.7, -2.7, 3.6, -3.6 };
  static const double beside[] = { 1, 1.7, 2.5, 0.55, 3.4 };
  gboolean straight = !(edge->lane > 0 || edge->lane < 0);
  guint n_tries = straight ? G_N_ELEMENTS (alone) : G_N_ELEMENTS (beside);
  guint fewest = G_MAXUINT;
  double best = 0;

  for (guint i = 0; i < n_tries && fewest > 0; i++)
    {
      double lane = straight ? alone[i] : (double) edge->lane * beside[i];
      guint crossed = count_crossed (self, edge, lane);

      if (crossed < fewest)
        {
          fewest = crossed;
          best = lane;
        }
    }
  edge->lane = (float) best;
}

/* One line for each kind and direction of a pair. */
static void
gather_edges (AtlasNetworkScene *self, const AtlasLink *links, gsize n_links)
{
  guint kept = 0;

  self->edges = g_new0 (AtlasSceneEdge, n_links + 1);
  for (gsize i = 0; i < n_links; i++)
    {
      AtlasSceneEdge *edge = &self->edges[self->n_edges];

      if (links[i].source == links[i].target)
        continue;
      edge->link = (guint) i;
      edge->source = links[i].source;
      edge->target = links[i].target;
      edge->kind = links[i].kind;
      edge->order = CLAMP (links[i].order, 1, 3);
      edge->mutual = links[i].answer == ATLAS_LINK_MUTUAL;
      self->n_edges++;
    }
  qsort (self->edges, self->n_edges, sizeof *self->edges, compare_edges);

  /* Several editions say the same: one line, with the best order. */
  for (guint i = 0; i < self->n_edges; i++)
    if (kept == 0 || !is_same_line (&self->edges[i], &self->edges[kept - 1]))
      self->edges[kept++] = self->edges[i];
  self->n_edges = kept;
}

static void
index_edges (AtlasNetworkScene *self)
{
  g_autofree guint *fill = NULL;

  self->edge_starts = g_new0 (guint, self->n_nodes + 1);
  for (guint i = 0; i < self->n_edges; i++)
    {
      self->edge_starts[self->edges[i].source + 1]++;
      self->edge_starts[self->edges[i].target + 1]++;
    }
  for (guint i = 0; i < self->n_nodes; i++)
    self->edge_starts[i + 1] += self->edge_starts[i];
  self->edges_at = g_new (guint, 2 * (gsize) self->n_edges + 1);
  fill = g_memdup2 (self->edge_starts,
                    sizeof (guint) * ((gsize) self->n_nodes + 1));
  for (guint i = 0; i < self->n_edges; i++)
    {
      self->edges_at[fill[self->edges[i].source]++] = i;
      self->edges_at[fill[self->edges[i].target]++] = i;
    }
}

/**
 * atlas_network_scene_make_edges:
 * @self: a scene
 * @links: (array length=n_links): the links of its network
 * @n_links: number of links
 *
 * Makes lines of links and notes which lines are at a node.
 */
void
atlas_network_scene_make_edges (AtlasNetworkScene *self,
                                const AtlasLink *links,
                                gsize n_links)
{
  gather_edges (self, links, n_links);
  index_edges (self);
}

/**
 * atlas_network_scene_bend_edges:
 * @self: a scene whose nodes are in place and whose lines are made
 *
 * Bends lines around each other and around nodes.
 */
void
atlas_network_scene_bend_edges (AtlasNetworkScene *self)
{
  for (guint i = 0, end; i < self->n_edges; i = end)
    {
      for (end = i + 1; end < self->n_edges
                        && is_same_pair (&self->edges[i], &self->edges[end]);
           end++)
        ;
      assign_lanes (&self->edges[i], end - i);
      /* Three or more already fill the room between them. */
      for (guint j = i; j < end && end - i < 3 && self->n_edges <= MAX_LED; j++)
        lead_around (self, &self->edges[j]);
    }
}

/**
 * atlas_scene_get_bend:
 * @lane: lane of a line
 * @length: distance between the centres that it joins
 * @text_scale: scale of the theme
 *
 * Returns: how far the middle of the line lies beside the straight one, in
 *   points; to the right for a positive lane, seen from its source downwards
 */
double
atlas_scene_get_bend (double lane, double length, double text_scale)
{
  return lane * MIN (length * LANE_PART, LANE_MOST * text_scale);
}
