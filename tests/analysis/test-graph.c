/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout-fixture.h"

#include "atlas-graph-betweenness.h"
#include "atlas-graph-communities.h"
#include "atlas-graph-rank.h"

/* Loops and doubles go, the order of the arcs makes no difference. */
static void
test_new (void)
{
  const AtlasArc arcs[] = { { 2, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 }, { 0, 2 } };
  g_autoptr (AtlasGraph) flat = atlas_graph_new (4, arcs, 5, FALSE);
  g_autoptr (AtlasGraph) directed = atlas_graph_new (4, arcs, 5, TRUE);
  g_autoptr (AtlasGraph) reverse = atlas_graph_reverse (directed);

  g_assert_cmpuint (flat->n_arcs, ==, 4);
  g_assert_cmpuint (atlas_graph_get_degree (flat, 0), ==, 2);
  g_assert_cmpuint (flat->targets[0], ==, 1);
  g_assert_cmpuint (flat->targets[1], ==, 2);
  g_assert_cmpuint (atlas_graph_get_degree (flat, 3), ==, 0);
  g_assert_cmpuint (directed->n_arcs, ==, 4);
  g_assert_true (atlas_graph_has_arc (directed, 2, 0));
  g_assert_false (atlas_graph_has_arc (directed, 2, 1));
  g_assert_true (atlas_graph_has_arc (reverse, 0, 2));
  g_assert_cmpuint (atlas_graph_get_degree (reverse, 0), ==, 2);
}

static void
test_induce (void)
{
  const guint32 vertices[] = { 3, 2, 0 };
  g_autoptr (AtlasGraph) chain = fixture_chain (5);
  g_autoptr (AtlasGraph) part = atlas_graph_induce (chain, vertices, 3);

  g_assert_cmpuint (part->n_arcs, ==, 2);
  g_assert_true (atlas_graph_has_arc (part, 0, 1));
  g_assert_false (atlas_graph_has_arc (part, 1, 2));
}

static void
test_path (void)
{
  const AtlasArc arcs[] = { { 0, 3 }, { 3, 4 }, { 0, 1 }, { 1, 4 }, { 4, 2 } };
  g_autoptr (AtlasGraph) graph = atlas_graph_new (6, arcs, 5, FALSE);
  g_autofree guint32 *path = NULL;
  gsize length;

  path = atlas_graph_find_path (graph, 0, 2, &length);
  g_assert_cmpuint (length, ==, 4);
  g_assert_cmpuint (path[1], ==, 1);
  g_assert_cmpuint (path[2], ==, 4);
  g_assert_cmpuint (path[3], ==, 2);

  g_assert_null (atlas_graph_find_path (graph, 0, 5, &length));
  g_assert_cmpuint (length, ==, 0);
}

static gboolean
stop_soon (gpointer user_data)
{
  guint *left = user_data;

  if (*left == 0)
    return TRUE;
  (*left)--;

  return FALSE;
}

/* The same bytes for any number of threads; stops when told. */
static void
test_betweenness (void)
{
  g_autoptr (AtlasGraph) graph = fixture_places (500, 1);
  g_autofree double *alone = g_new (double, 500);
  g_autofree double *together = g_new (double, 500);
  guint threads;

  for (threads = 1; threads <= 4; threads++)
    {
      g_autoptr (AtlasCrew) crew = atlas_crew_new (threads, NULL, NULL);

      g_assert_true (atlas_graph_get_betweenness (
          graph, crew, NULL, NULL, threads == 1 ? alone : together));
      if (threads > 1)
        g_assert_cmpmem (alone, 500 * sizeof *alone, together,
                         500 * sizeof *together);
    }

  for (threads = 1; threads <= 2; threads++)
    {
      guint left = 3;
      g_autoptr (AtlasCrew) crew = atlas_crew_new (threads, stop_soon, &left);

      g_assert_false (
          atlas_graph_get_betweenness (graph, crew, NULL, NULL, together));
    }
}

/* Two cliques with one link between them are two communities. */
static void
test_communities (void)
{
  AtlasArc arcs[64];
  g_autoptr (AtlasGraph) graph = NULL;
  g_autoptr (AtlasGraph) places = fixture_places (400, 3);
  g_autofree guint32 *first = g_new (guint32, 400);
  g_autofree guint32 *again = g_new (guint32, 400);
  guint32 community[11];
  guint32 v, w;
  gsize n = 0;

  for (v = 0; v < 5; v++)
    for (w = v + 1; w < 5; w++)
      arcs[n++] = (AtlasArc){ v, w };
  for (v = 5; v < 11; v++)
    for (w = v + 1; w < 11; w++)
      arcs[n++] = (AtlasArc){ v, w };
  arcs[n++] = (AtlasArc){ 4, 5 };
  graph = atlas_graph_new (11, arcs, n, FALSE);

  g_assert_cmpuint (atlas_graph_find_communities (graph, 1, community), ==, 2);
  for (v = 0; v < 11; v++)
    g_assert_cmpuint (community[v], ==, v < 5 ? 1 : 0);
  g_assert_cmpfloat (atlas_graph_get_modularity (graph, community), >, 0.4);

  atlas_graph_find_communities (places, 1, first);
  atlas_graph_find_communities (places, 1, again);
  g_assert_cmpmem (first, 400 * sizeof *first, again, 400 * sizeof *again);
}

static void
test_nothing (void)
{
  g_autoptr (AtlasGraph) graph = fixture_chain (0);
  g_autoptr (AtlasCrew) crew = atlas_crew_new (0, NULL, NULL);
  double figure[1];
  guint32 number[1];

  atlas_graph_rank (graph, 0.85, figure);
  g_assert_cmpuint (atlas_graph_find_components (graph, number), ==, 0);
  g_assert_cmpuint (atlas_graph_find_communities (graph, 1, number), ==, 0);
  g_assert_true (atlas_graph_get_betweenness (graph, crew, NULL, NULL, figure));
}

typedef struct
{
  gint counts[1000];
} Counts;

static void
count_piece (guint item, guint member, gpointer data)
{
  Counts *counts = data;

  g_atomic_int_inc (&counts->counts[item]);
}

/* Every piece is done once, run after run. */
static void
test_crew (void)
{
  g_autoptr (AtlasCrew) crew = atlas_crew_new (4, NULL, NULL);
  guint run, i;

  for (run = 0; run < 200; run++)
    {
      Counts counts = { { 0 } };

      g_assert_true (atlas_crew_run (crew, 1000, count_piece, &counts));
      for (i = 0; i < 1000; i++)
        g_assert_cmpint (counts.counts[i], ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/graph/new", test_new);
  g_test_add_func ("/graph/induce", test_induce);
  g_test_add_func ("/graph/path", test_path);
  g_test_add_func ("/graph/betweenness", test_betweenness);
  g_test_add_func ("/graph/communities", test_communities);
  g_test_add_func ("/graph/nothing", test_nothing);
  g_test_add_func ("/graph/crew", test_crew);

  return g_test_run ();
}
