/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "atlas-graph.h"

#include <stdlib.h>

static int
compare_vertices (const void *a, const void *b)
{
  const guint32 left = *(const guint32 *) a;
  const guint32 right = *(const guint32 *) b;

  return (left > right) - (left < right);
}

/* Sorts the neighbours of each vertex and drops the doubles, closing the
 * gaps. */
static void
sort_neighbours (AtlasGraph *self)
{
  guint32 begin = 0, filled = 0;
  guint32 v;

  for (v = 0; v < self->n; v++)
    {
      const guint32 end = self->offsets[v + 1];
      guint32 i;

      qsort (self->targets + begin, end - begin, sizeof *self->targets,
             compare_vertices);

      self->offsets[v] = filled;
      for (i = begin; i < end; i++)
        if (i == begin || self->targets[i] != self->targets[filled - 1])
          self->targets[filled++] = self->targets[i];

      begin = end;
    }

  self->offsets[self->n] = filled;
  self->n_arcs = filled;
}

/**
 * atlas_graph_new:
 * @n: number of vertices
 * @arcs: (array length=n_arcs): the arcs, in any order; loops and doubles are
 *   dropped
 * @n_arcs: number of arcs
 * @directed: FALSE to read each arc both ways
 *
 * Makes a graph. The same arcs in another order give the same graph.
 *
 * Returns: (transfer full): the graph
 */
AtlasGraph *
atlas_graph_new (guint32 n,
                 const AtlasArc *arcs,
                 gsize n_arcs,
                 gboolean directed)
{
  AtlasGraph *self = g_new0 (AtlasGraph, 1);
  g_autofree guint32 *fill = NULL;
  guint32 v;
  gsize i;

  self->n = n;
  self->offsets = g_new0 (guint32, (gsize) n + 1);

  for (i = 0; i < n_arcs; i++)
    {
      if (arcs[i].source == arcs[i].target)
        continue;
      self->offsets[arcs[i].source + 1]++;
      if (!directed)
        self->offsets[arcs[i].target + 1]++;
    }
  for (v = 0; v < n; v++)
    self->offsets[v + 1] += self->offsets[v];

  self->targets = g_new (guint32, MAX (self->offsets[n], 1));
  fill = g_memdup2 (self->offsets, sizeof *fill * ((gsize) n + 1));

  for (i = 0; i < n_arcs; i++)
    {
      if (arcs[i].source == arcs[i].target)
        continue;
      self->targets[fill[arcs[i].source]++] = arcs[i].target;
      if (!directed)
        self->targets[fill[arcs[i].target]++] = arcs[i].source;
    }

  sort_neighbours (self);

  return self;
}

/**
 * atlas_graph_free:
 * @self: (nullable): a graph
 *
 * Frees the graph.
 */
void
atlas_graph_free (AtlasGraph *self)
{
  if (self == NULL)
    return;

  g_free (self->offsets);
  g_free (self->targets);
  g_free (self);
}

/**
 * atlas_graph_reverse:
 * @self: a directed graph
 *
 * Turns every arc round.
 *
 * Returns: (transfer full): the reversed graph
 */
AtlasGraph *
atlas_graph_reverse (const AtlasGraph *self)
{
  g_autofree AtlasArc *arcs = g_new (AtlasArc, MAX (self->n_arcs, 1));
  guint32 v, i;

  for (v = 0; v < self->n; v++)
    for (i = self->offsets[v]; i < self->offsets[v + 1]; i++)
      arcs[i] = (AtlasArc){ self->targets[i], v };

  return atlas_graph_new (self->n, arcs, self->n_arcs, TRUE);
}

/**
 * atlas_graph_induce:
 * @self: a graph
 * @vertices: (array length=n_vertices): different vertices of it
 * @n_vertices: how many
 *
 * The graph of some vertices and of the arcs between them. Vertex i of the
 * result is @vertices[i].
 *
 * Returns: (transfer full): the part
 */
AtlasGraph *
atlas_graph_induce (const AtlasGraph *self,
                    const guint32 *vertices,
                    guint32 n_vertices)
{
  AtlasGraph *part = g_new0 (AtlasGraph, 1);
  g_autofree guint32 *index = g_new (guint32, MAX (self->n, 1));
  guint32 filled = 0, size = 0;
  guint32 v, i;

  for (v = 0; v < self->n; v++)
    index[v] = G_MAXUINT32;
  for (v = 0; v < n_vertices; v++)
    {
      index[vertices[v]] = v;
      size += atlas_graph_get_degree (self, vertices[v]);
    }

  part->n = n_vertices;
  part->offsets = g_new (guint32, (gsize) n_vertices + 1);
  part->targets = g_new (guint32, MAX (size, 1));

  for (v = 0; v < n_vertices; v++)
    {
      const guint32 old = vertices[v];

      part->offsets[v] = filled;
      for (i = self->offsets[old]; i < self->offsets[old + 1]; i++)
        if (index[self->targets[i]] != G_MAXUINT32)
          part->targets[filled++] = index[self->targets[i]];
    }
  part->offsets[n_vertices] = filled;

  sort_neighbours (part);

  return part;
}

/**
 * atlas_graph_has_arc:
 * @self: a graph
 * @source: a vertex
 * @target: another vertex
 *
 * Returns: whether there is an arc from @source to @target
 */
gboolean
atlas_graph_has_arc (const AtlasGraph *self, guint32 source, guint32 target)
{
  guint32 low = self->offsets[source];
  guint32 high = self->offsets[source + 1];

  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;

      if (self->targets[middle] == target)
        return TRUE;
      if (self->targets[middle] < target)
        low = middle + 1;
      else
        high = middle;
    }

  return FALSE;
}

/* A component as found: its first vertex and its size. */
typedef struct
{
  guint32 first;
  guint32 size;
} Component;

static int
compare_components (const void *a, const void *b)
{
  const Component *left = a;
  const Component *right = b;

  if (left->size != right->size)
    return left->size > right->size ? -1 : 1;

  return (left->first > right->first) - (left->first < right->first);
}

/* Marks all that can be reached from @start; returns how many. */
static guint32
flood (const AtlasGraph *self,
       guint32 start,
       guint32 mark,
       guint32 *component,
       guint32 *queue)
{
  guint32 head = 0, tail = 0;

  queue[tail++] = start;
  component[start] = mark;

  while (head < tail)
    {
      const guint32 v = queue[head++];
      guint32 i;

      for (i = self->offsets[v]; i < self->offsets[v + 1]; i++)
        {
          const guint32 w = self->targets[i];

          if (component[w] != G_MAXUINT32)
            continue;
          component[w] = mark;
          queue[tail++] = w;
        }
    }

  return tail;
}

/**
 * atlas_graph_find_components:
 * @self: an undirected graph
 * @component: (out caller-allocates) (array length=n): the component of each
 *   vertex
 *
 * Finds the connected parts. They are counted from the largest to the
 * smallest, equal ones by their first vertex.
 *
 * Returns: the number of components
 */
guint32
atlas_graph_find_components (const AtlasGraph *self, guint32 *component)
{
  g_autofree guint32 *queue = g_new (guint32, MAX (self->n, 1));
  g_autofree guint32 *rank = NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Component));
  guint32 v, i;

  for (v = 0; v < self->n; v++)
    component[v] = G_MAXUINT32;

  for (v = 0; v < self->n; v++)
    if (component[v] == G_MAXUINT32)
      {
        Component part = { v, 0 };

        part.size = flood (self, v, found->len, component, queue);
        g_array_append_val (found, part);
      }

  g_array_sort (found, compare_components);

  /* From the number in order of finding to the number in order of size. */
  rank = g_new (guint32, MAX (found->len, 1));
  for (i = 0; i < found->len; i++)
    rank[component[g_array_index (found, Component, i).first]] = i;
  for (v = 0; v < self->n; v++)
    component[v] = rank[component[v]];

  return found->len;
}

/**
 * atlas_graph_get_hops:
 * @self: a graph
 * @source: where to begin
 * @hops: (out caller-allocates) (array length=n): number of arcs to each
 *   vertex, G_MAXUINT32 where there is no way
 *
 * Breadth-first search.
 */
void
atlas_graph_get_hops (const AtlasGraph *self, guint32 source, guint32 *hops)
{
  g_autofree guint32 *queue = g_new (guint32, MAX (self->n, 1));
  guint32 head = 0, tail = 0;
  guint32 v;

  for (v = 0; v < self->n; v++)
    hops[v] = G_MAXUINT32;

  hops[source] = 0;
  queue[tail++] = source;

  while (head < tail)
    {
      const guint32 from = queue[head++];
      guint32 i;

      for (i = self->offsets[from]; i < self->offsets[from + 1]; i++)
        {
          const guint32 to = self->targets[i];

          if (hops[to] != G_MAXUINT32)
            continue;
          hops[to] = hops[from] + 1;
          queue[tail++] = to;
        }
    }
}

/**
 * atlas_graph_find_path:
 * @self: an undirected graph
 * @source: where to begin
 * @target: where to end
 * @length: (out): number of vertices on the path, 0 when there is none
 *
 * A shortest path; of several the one that goes through the lowest vertices,
 * seen from @source.
 *
 * Returns: (transfer full) (nullable): the vertices from @source to @target,
 *   or NULL when there is no way; free with g_free()
 */
guint32 *
atlas_graph_find_path (const AtlasGraph *self,
                       guint32 source,
                       guint32 target,
                       gsize *length)
{
  g_autofree guint32 *hops = g_new (guint32, MAX (self->n, 1));
  guint32 *path;
  guint32 i, step;

  *length = 0;

  /* Searched from the end, so that walking down the hops begins at @source. */
  atlas_graph_get_hops (self, target, hops);
  if (hops[source] == G_MAXUINT32)
    return NULL;

  *length = (gsize) hops[source] + 1;
  path = g_new (guint32, *length);
  path[0] = source;

  for (step = 1; step < *length; step++)
    {
      const guint32 from = path[step - 1];

      for (i = self->offsets[from]; i < self->offsets[from + 1]; i++)
        if (hops[self->targets[i]] == hops[from] - 1)
          break;
      path[step] = self->targets[i];
    }

  return path;
}
