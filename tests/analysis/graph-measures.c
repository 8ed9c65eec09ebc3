/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "atlas-graph-betweenness.h"
#include "atlas-graph-communities.h"
#include "atlas-graph-rank.h"

/* Reads "N", then arcs "A B", from the standard input, and prints the measures
 * of each vertex: betweenness, directed betweenness, PageRank, component,
 * community; then the modularity. test-graph-peers.py holds them against those
 * of other programs. */
int
main (int argc, char **argv)
{
  g_autoptr (GArray) arcs = g_array_new (FALSE, FALSE, sizeof (AtlasArc));
  g_autoptr (AtlasCrew) crew = atlas_crew_new (2, NULL, NULL);
  g_autoptr (AtlasGraph) graph = NULL;
  g_autoptr (AtlasGraph) directed = NULL;
  g_autofree double *between = NULL;
  g_autofree double *between_directed = NULL;
  g_autofree double *rank = NULL;
  g_autofree guint32 *component = NULL;
  g_autofree guint32 *community = NULL;
  char line[64];
  guint32 n = 0, v;

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      char *rest;
      const guint64 first = g_ascii_strtoull (line, &rest, 10);
      const guint64 second = g_ascii_strtoull (rest, &rest, 10);
      const AtlasArc arc = { (guint32) first, (guint32) second };

      if (n == 0)
        n = (guint32) first;
      else
        g_array_append_val (arcs, arc);
    }

  graph = atlas_graph_new (n, (AtlasArc *) arcs->data, arcs->len, FALSE);
  directed = atlas_graph_new (n, (AtlasArc *) arcs->data, arcs->len, TRUE);
  between = g_new (double, n + 1);
  between_directed = g_new (double, n + 1);
  rank = g_new (double, n + 1);
  component = g_new (guint32, n + 1);
  community = g_new (guint32, n + 1);

  atlas_graph_get_betweenness (graph, crew, NULL, NULL, between);
  atlas_graph_get_betweenness (directed, crew, NULL, NULL, between_directed);
  atlas_graph_rank (directed, 0.85, rank);
  atlas_graph_find_components (graph, component);
  atlas_graph_find_communities (graph, 1, community);

  for (v = 0; v < n; v++)
    g_print ("%.17g %.17g %.17g %u %u\n", 0.5 * between[v], between_directed[v],
             rank[v], component[v], community[v]);
  g_print ("%.17g\n", atlas_graph_get_modularity (graph, community));

  return 0;
}
