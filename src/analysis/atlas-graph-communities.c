/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-graph-communities.h"

#include <stdlib.h>
#include <string.h>

#include "atlas-random.h"

/* Whole runs, each from what the one before found. */
#define MAX_RUNS 10

/* Beginnings, of which the best end is taken. */
#define N_TRIES 6
#define NONE G_MAXUINT32

/* A graph whose vertices stand for groups of those of the first one. All
 * weights are whole numbers, and so are all gains: 2m times that of the
 * modularity. */
typedef struct
{
  guint32 n;
  guint32 *offsets;
  guint32 *targets;
  gint64 *weights;
  gint64 *strength; /* of a vertex: the weights of its edges, loops twice */
  gint64 total;     /* 2m */
} Level;

/* A partition of a level, and what moving a vertex needs. */
typedef struct
{
  guint32 n;
  guint32 *group;
  gint64 *strength; /* of a group */
  guint32 *size;
  gint64 *links;    /* of the vertex at hand to each group; else 0 */
  guint32 *touched; /* groups it has links to */
  guint32 n_touched;
} Partition;

static void
level_clear (Level *self)
{
  g_free (self->offsets);
  g_free (self->targets);
  g_free (self->weights);
  g_free (self->strength);
}

static void
level_init (Level *self, const AtlasGraph *graph)
{
  guint32 v, i;

  self->n = graph->n;
  self->offsets =
      g_memdup2 (graph->offsets, ((gsize) graph->n + 1) * sizeof (guint32));
  self->targets =
      g_memdup2 (graph->targets, MAX (graph->n_arcs, 1) * sizeof (guint32));
  self->weights = g_new (gint64, MAX (graph->n_arcs, 1));
  self->strength = g_new (gint64, MAX (graph->n, 1));
  self->total = graph->n_arcs;

  for (i = 0; i < graph->n_arcs; i++)
    self->weights[i] = 1;
  for (v = 0; v < graph->n; v++)
    self->strength[v] = atlas_graph_get_degree (graph, v);
}

/* Every vertex in a group of its own, or as @group says. */
static void
partition_init (Partition *self, const Level *level, const guint32 *group)
{
  const gsize room = MAX (level->n, 1);
  guint32 v;

  self->n = level->n;
  self->group = g_new (guint32, room);
  self->strength = g_new0 (gint64, room);
  self->size = g_new0 (guint32, room);
  self->links = g_new0 (gint64, room);
  self->touched = g_new (guint32, room);
  self->n_touched = 0;

  for (v = 0; v < level->n; v++)
    {
      self->group[v] = group != NULL ? group[v] : v;
      self->strength[self->group[v]] += level->strength[v];
      self->size[self->group[v]]++;
    }
}

static void
partition_clear (Partition *self)
{
  g_free (self->group);
  g_free (self->strength);
  g_free (self->size);
  g_free (self->links);
  g_free (self->touched);
}

/* Sums the links of a vertex by group; only to vertices w where
 * @within[w] == @within[v], if given. */
static void
gather_links (Partition *self,
              const Level *level,
              guint32 v,
              const guint32 *within)
{
  guint32 i;

  self->n_touched = 0;
  for (i = level->offsets[v]; i < level->offsets[v + 1]; i++)
    {
      const guint32 w = level->targets[i];
      const guint32 group = self->group[w];

      if (w == v || (within != NULL && within[w] != within[v]))
        continue;
      if (self->links[group] == 0)
        self->touched[self->n_touched++] = group;
      self->links[group] += level->weights[i];
    }
}

static void
forget_links (Partition *self)
{
  guint32 i;

  for (i = 0; i < self->n_touched; i++)
    self->links[self->touched[i]] = 0;
}

static void
move_vertex (Partition *self, const Level *level, guint32 v, guint32 group)
{
  self->strength[self->group[v]] -= level->strength[v];
  self->size[self->group[v]]--;
  self->group[v] = group;
  self->strength[group] += level->strength[v];
  self->size[group]++;
}

/* What the modularity gains, times 2m, when a vertex that is in no group joins
 * one; @strength is that of the group without the vertex. */
static gint64
get_gain (const Level *level, guint32 v, gint64 links, gint64 strength)
{
  return level->total * links - level->strength[v] * strength;
}

/* The group that a vertex is best in; its own when none is better. */
static guint32
find_best_group (const Partition *self, const Level *level, guint32 v)
{
  const guint32 own = self->group[v];
  guint32 best = own;
  gint64 best_gain = get_gain (level, v, self->links[own],
                               self->strength[own] - level->strength[v]);
  guint32 i;

  for (i = 0; i < self->n_touched; i++)
    {
      const guint32 group = self->touched[i];
      gint64 gain;

      if (group == own)
        continue;
      gain = get_gain (level, v, self->links[group], self->strength[group]);
      if (gain > best_gain)
        {
          best_gain = gain;
          best = group;
        }
    }

  return best;
}

/* A queue of vertices, each in it at most once. */
typedef struct
{
  guint32 *items;
  guint8 *waiting;
  guint32 room;
  guint32 head;
  guint32 count;
} Queue;

static void
queue_add (Queue *self, guint32 v)
{
  if (self->waiting[v])
    return;

  self->items[(self->head + self->count) % self->room] = v;
  self->count++;
  self->waiting[v] = TRUE;
}

static guint32
queue_take (Queue *self)
{
  const guint32 v = self->items[self->head];

  self->head = (self->head + 1) % self->room;
  self->count--;
  self->waiting[v] = FALSE;

  return v;
}

/* A free group for a vertex that is better off alone. Joining none gains 0. */
static guint32
find_empty_group (const Partition *self, guint32 *hint)
{
  while (*hint < self->n && self->size[*hint] != 0)
    (*hint)++;

  return *hint;
}

/* Moves vertices to better groups until none is left that gains: first all in
 * random order, then those whose neighbours moved. */
static gboolean
move_fast (Partition *self, const Level *level, AtlasRandom *random)
{
  const guint32 n = level->n;
  Queue queue = { g_new (guint32, MAX (n, 1)), g_new (guint8, MAX (n, 1)),
                  MAX (n, 1), 0, n };
  gboolean moved = FALSE;
  guint32 v, i;

  for (v = 0; v < n; v++)
    {
      queue.items[v] = v;
      queue.waiting[v] = TRUE;
    }
  atlas_random_shuffle (random, queue.items, n);

  while (queue.count > 0)
    {
      const guint32 at = queue_take (&queue);
      guint32 best, hint = 0;

      gather_links (self, level, at, NULL);
      best = find_best_group (self, level, at);
      if (best == self->group[at] && self->size[best] > 1
          && get_gain (level, at, self->links[best],
                       self->strength[best] - level->strength[at])
                 < 0)
        best = find_empty_group (self, &hint);
      forget_links (self);

      if (best == self->group[at])
        continue;

      move_vertex (self, level, at, best);
      moved = TRUE;
      for (i = level->offsets[at]; i < level->offsets[at + 1]; i++)
        if (level->targets[i] != at && self->group[level->targets[i]] != best)
          queue_add (&queue, level->targets[i]);
    }

  g_free (queue.items);
  g_free (queue.waiting);

  return moved;
}

/* What refining knows of each refined group: links to the rest of the group it
 * is a part of. */
static gboolean
is_well_connected (const Level *level,
                   gint64 outer_links,
                   gint64 strength,
                   gint64 whole)
{
  return level->total * outer_links >= strength * (whole - strength);
}

/* Merges a vertex that is still alone with the refined group, inside its
 * group, that gains most. */
static void
refine_vertex (Partition *refined,
               const Level *level,
               const Partition *coarse,
               gint64 *outer,
               guint32 v)
{
  const gint64 whole = coarse->strength[coarse->group[v]];
  guint32 best = NONE;
  gint64 best_gain = -1;
  guint32 i;

  if (refined->size[refined->group[v]] != 1
      || !is_well_connected (level, outer[refined->group[v]],
                             level->strength[v], whole))
    return;

  gather_links (refined, level, v, coarse->group);
  for (i = 0; i < refined->n_touched; i++)
    {
      const guint32 group = refined->touched[i];
      const gint64 gain =
          get_gain (level, v, refined->links[group], refined->strength[group]);

      if (group != refined->group[v] && gain > best_gain
          && is_well_connected (level, outer[group], refined->strength[group],
                                whole))
        {
          best_gain = gain;
          best = group;
        }
    }

  if (best != NONE)
    {
      outer[best] += outer[refined->group[v]] - 2 * refined->links[best];
      outer[refined->group[v]] = 0;
      move_vertex (refined, level, v, best);
    }
  forget_links (refined);
}

/* Cuts each group into well-connected parts, which become the vertices of the
 * next level (Traag, Waltman and van Eck 2019, with the best merge instead of
 * a random one). */
static void
refine (Partition *refined,
        const Level *level,
        const Partition *coarse,
        AtlasRandom *random)
{
  const guint32 n = level->n;
  g_autofree guint32 *order = g_new (guint32, MAX (n, 1));
  g_autofree gint64 *outer = g_new0 (gint64, MAX (n, 1));
  guint32 v, i;

  for (v = 0; v < n; v++)
    {
      order[v] = v;
      for (i = level->offsets[v]; i < level->offsets[v + 1]; i++)
        if (level->targets[i] != v
            && coarse->group[level->targets[i]] == coarse->group[v])
          outer[v] += level->weights[i];
    }
  atlas_random_shuffle (random, order, n);

  for (i = 0; i < n; i++)
    refine_vertex (refined, level, coarse, outer, order[i]);
}

/* Numbers the groups from 0 without gaps; returns how many. */
static guint32
renumber (guint32 n, guint32 *group)
{
  g_autofree guint32 *number = g_new (guint32, MAX (n, 1));
  guint32 v, filled = 0;

  for (v = 0; v < n; v++)
    number[v] = NONE;
  for (v = 0; v < n; v++)
    {
      if (number[group[v]] == NONE)
        number[group[v]] = filled++;
      group[v] = number[group[v]];
    }

  return filled;
}

/* The level whose vertices are the groups of another one. */
static void
aggregate (Level *next, const Level *level, const guint32 *group, guint32 n)
{
  g_autofree guint32 *members = g_new (guint32, MAX (level->n, 1));
  g_autofree guint32 *starts = g_new0 (guint32, (gsize) n + 1);
  g_autofree gint64 *sum = g_new0 (gint64, MAX (n, 1));
  g_autofree guint32 *touched = g_new (guint32, MAX (n, 1));
  const guint32 n_arcs = level->offsets[level->n];
  guint32 v, i, k, g, filled = 0;

  next->n = n;
  next->total = level->total;
  next->offsets = g_new (guint32, (gsize) n + 1);
  next->targets = g_new (guint32, MAX (n_arcs, 1));
  next->weights = g_new (gint64, MAX (n_arcs, 1));
  next->strength = g_new0 (gint64, MAX (n, 1));

  for (v = 0; v < level->n; v++)
    {
      starts[group[v]]++;
      next->strength[group[v]] += level->strength[v];
    }
  for (g = 1; g <= n; g++)
    starts[g] += starts[g - 1];
  for (v = level->n; v > 0; v--)
    members[--starts[group[v - 1]]] = v - 1;

  for (g = 0; g < n; g++)
    {
      guint32 n_touched = 0;

      next->offsets[g] = filled;
      for (k = starts[g]; k < starts[g + 1]; k++)
        for (i = level->offsets[members[k]]; i < level->offsets[members[k] + 1];
             i++)
          {
            const guint32 to = group[level->targets[i]];

            if (sum[to] == 0)
              touched[n_touched++] = to;
            sum[to] += level->weights[i];
          }
      for (i = 0; i < n_touched; i++)
        {
          next->targets[filled] = touched[i];
          next->weights[filled++] = sum[touched[i]];
          sum[touched[i]] = 0;
        }
    }
  next->offsets[n] = filled;
}

/* The groups of the refined parts: those of their vertices. There are no more
 * groups than parts, so that numbers without gaps are numbers of the next
 * level. */
static guint32 *
lift_groups (const Level *level,
             Partition *coarse,
             const guint32 *refined,
             guint32 n_parts)
{
  guint32 *lifted = g_new (guint32, MAX (n_parts, 1));
  guint32 v;

  renumber (level->n, coarse->group);
  for (v = 0; v < level->n; v++)
    lifted[refined[v]] = coarse->group[v];

  return lifted;
}

/* One run through the levels, from the groups in @community, which it betters.
 * Returns whether anything moved. */
static gboolean
run_levels (const AtlasGraph *graph, AtlasRandom *random, guint32 *community)
{
  g_autofree guint32 *vertex = g_new (guint32, MAX (graph->n, 1));
  g_autofree guint32 *start = NULL;
  gboolean moved = FALSE, more = TRUE;
  Level level;
  guint32 v;

  level_init (&level, graph);
  start = g_memdup2 (community, MAX (graph->n, 1) * sizeof *start);
  for (v = 0; v < graph->n; v++)
    vertex[v] = v;

  while (more)
    {
      Partition coarse, refined;
      Level next;
      guint32 n_parts;

      partition_init (&coarse, &level, start);
      moved = move_fast (&coarse, &level, random) || moved;
      for (v = 0; v < graph->n; v++)
        community[v] = coarse.group[vertex[v]];

      partition_init (&refined, &level, NULL);
      refine (&refined, &level, &coarse, random);
      n_parts = renumber (level.n, refined.group);

      g_free (start);
      start = lift_groups (&level, &coarse, refined.group, n_parts);
      for (v = 0; v < graph->n; v++)
        vertex[v] = refined.group[vertex[v]];

      more = n_parts < level.n;
      aggregate (&next, &level, refined.group, n_parts);
      level_clear (&level);
      level = next;
      partition_clear (&coarse);
      partition_clear (&refined);
    }

  level_clear (&level);
  renumber (graph->n, community);

  return moved;
}

typedef struct
{
  guint32 group;
  guint32 size;
  guint32 first;
} Found;

static int
compare_found (const void *a, const void *b)
{
  const Found *left = a;
  const Found *right = b;

  if (left->size != right->size)
    return left->size > right->size ? -1 : 1;

  return (left->first > right->first) - (left->first < right->first);
}

/* Numbers the communities from the largest to the smallest. */
static guint32
sort_communities (guint32 n, guint32 *community)
{
  const guint32 n_found = renumber (n, community);
  g_autofree Found *found = g_new0 (Found, MAX (n_found, 1));
  g_autofree guint32 *rank = g_new (guint32, MAX (n_found, 1));
  guint32 v, i;

  for (v = n; v > 0; v--)
    {
      found[community[v - 1]].group = community[v - 1];
      found[community[v - 1]].size++;
      found[community[v - 1]].first = v - 1;
    }
  qsort (found, n_found, sizeof *found, compare_found);
  for (i = 0; i < n_found; i++)
    rank[found[i].group] = i;
  for (v = 0; v < n; v++)
    community[v] = rank[community[v]];

  return n_found;
}

/**
 * atlas_graph_find_communities:
 * @self: an undirected graph
 * @seed: for the order that vertices are looked at in
 * @community: (out caller-allocates) (array length=n): the community of each
 *   vertex; they are numbered from the largest to the smallest
 *
 * Finds communities of high modularity by the Leiden algorithm (Traag, Waltman
 * and van Eck 2019), the best of a few tries. All sums are of whole numbers:
 * the same seed gives the same communities on every machine.
 *
 * Returns: the number of communities
 */
guint32
atlas_graph_find_communities (const AtlasGraph *self,
                              guint64 seed,
                              guint32 *community)
{
  g_autofree guint32 *found = g_new (guint32, MAX (self->n, 1));
  AtlasRandom random = { seed };
  double best = -1.0;
  guint try, run;
  guint32 v;

  for (try = 0; try < N_TRIES; try++)
    {
      double modularity;

      for (v = 0; v < self->n; v++)
        found[v] = v;
      for (run = 0; run < MAX_RUNS; run++)
        if (!run_levels (self, &random, found))
          break;

      modularity = atlas_graph_get_modularity (self, found);
      if (modularity > best)
        {
          best = modularity;
          memcpy (community, found, self->n * sizeof *community);
        }
    }

  return sort_communities (self->n, community);
}

/**
 * atlas_graph_get_modularity:
 * @self: an undirected graph
 * @community: (array length=n): a partition, numbered below n
 *
 * The modularity (Newman and Girvan 2004): the part of the edges inside the
 * communities, less what it would be by chance.
 *
 * Returns: from -0.5 to 1; 0 for a graph without edges
 */
double
atlas_graph_get_modularity (const AtlasGraph *self, const guint32 *community)
{
  g_autofree gint64 *strength = g_new0 (gint64, MAX (self->n, 1));
  const double total = (double) self->n_arcs;
  gint64 inside = 0;
  double chance = 0.0;
  guint32 v, i;

  if (self->n_arcs == 0)
    return 0.0;

  for (v = 0; v < self->n; v++)
    {
      strength[community[v]] += atlas_graph_get_degree (self, v);
      for (i = self->offsets[v]; i < self->offsets[v + 1]; i++)
        inside += community[v] == community[self->targets[i]];
    }

  for (v = 0; v < self->n; v++)
    chance += (double) strength[v] / total * ((double) strength[v] / total);

  return (double) inside / total - chance;
}
