/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Long work asks this between steps and stops early when it says TRUE. */
typedef gboolean (*AtlasStopFunc) (gpointer user_data);

/**
 * AtlasGraph:
 * @n: number of vertices
 * @n_arcs: number of arcs; an undirected edge is two of them
 * @offsets: (array length=n+1): where the neighbours of each vertex begin
 * @targets: (array length=n_arcs): the neighbours, ascending for each vertex
 *
 * A graph without loops or double arcs, as two plain arrays. Immutable once
 * made.
 */
typedef struct
{
  guint32 n;
  guint32 n_arcs;
  guint32 *offsets;
  guint32 *targets;
} AtlasGraph;

/**
 * AtlasArc:
 * @source: vertex it leaves
 * @target: vertex it enters
 */
typedef struct
{
  guint32 source;
  guint32 target;
} AtlasArc;

AtlasGraph *atlas_graph_new (guint32 n,
                             const AtlasArc *arcs,
                             gsize n_arcs,
                             gboolean directed);

void atlas_graph_free (AtlasGraph *self);

AtlasGraph *atlas_graph_reverse (const AtlasGraph *self);

AtlasGraph *atlas_graph_induce (const AtlasGraph *self,
                                const guint32 *vertices,
                                guint32 n_vertices);

gboolean
atlas_graph_has_arc (const AtlasGraph *self, guint32 source, guint32 target);

guint32
atlas_graph_find_components (const AtlasGraph *self, guint32 *component);

void
atlas_graph_get_hops (const AtlasGraph *self, guint32 source, guint32 *hops);

guint32 *atlas_graph_find_path (const AtlasGraph *self,
                                guint32 source,
                                guint32 target,
                                gsize *length);

static inline guint32
atlas_graph_get_degree (const AtlasGraph *self, guint32 vertex)
{
  return self->offsets[vertex + 1] - self->offsets[vertex];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasGraph, atlas_graph_free)

G_END_DECLS
