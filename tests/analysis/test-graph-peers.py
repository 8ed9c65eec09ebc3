#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the measures of places against those of networkx and igraph."""

import random
import subprocess
import sys

try:
    import igraph
    import networkx
except ImportError as error:
    print(f"1..0 # SKIP {error}")
    sys.exit(0)

PROGRAM = sys.argv[1]

GRAPHS = {
    "karate": networkx.karate_club_graph(),
    "les-miserables": networkx.les_miserables_graph(),
    "florentine": networkx.florentine_families_graph(),
    "women": networkx.davis_southern_women_graph(),
    "petersen": networkx.petersen_graph(),
    "ring": networkx.cycle_graph(31),
    "star": networkx.star_graph(20),
    "clique": networkx.complete_graph(12),
    "caveman": networkx.connected_caveman_graph(8, 6),
    "parts": networkx.disjoint_union_all(
        [networkx.path_graph(5), networkx.complete_graph(4),
         networkx.empty_graph(3), networkx.cycle_graph(6)]),
    "random": networkx.gnm_random_graph(150, 400, seed=1),
    "popular": networkx.barabasi_albert_graph(300, 3, seed=2),
    "directed": networkx.gnm_random_graph(120, 500, seed=3, directed=True),
    "scale-free": networkx.DiGraph(
        networkx.scale_free_graph(150, seed=4)),
    "grid": networkx.grid_2d_graph(9, 11),
}


def measure(graph):
    """Runs the program on a graph with vertices 0 to n - 1."""
    lines = [str(graph.number_of_nodes())]
    lines += [f"{a} {b}" for a, b in graph.edges() if a != b]
    result = subprocess.run([PROGRAM], input="\n".join(lines) + "\n",
                            capture_output=True, text=True, check=True)
    rows = [line.split() for line in result.stdout.splitlines()]
    return rows[:-1], float(rows[-1][0])


def near(ours, theirs, what):
    for vertex, value in enumerate(ours):
        other = theirs[vertex]
        if abs(value - other) > 1e-8 * max(1.0, abs(other)):
            raise AssertionError(f"{what} of {vertex}: {value}, not {other}")


def check(graph):
    graph = networkx.convert_node_labels_to_integers(graph)
    graph.remove_edges_from(list(networkx.selfloop_edges(graph)))
    flat = networkx.Graph(graph)
    directed = graph if graph.is_directed() else networkx.DiGraph(
        (a, b) for a, b in graph.edges())
    directed.add_nodes_from(graph.nodes())
    rows, modularity = measure(directed)

    between = networkx.betweenness_centrality(flat, normalized=False)
    near([float(row[0]) for row in rows], between, "betweenness")
    between = networkx.betweenness_centrality(directed, normalized=False)
    near([float(row[1]) for row in rows], between, "directed betweenness")
    rank = networkx.pagerank(directed, alpha=0.85, tol=1e-14, max_iter=1000,
                             weight=None)
    near([float(row[2]) for row in rows], rank, "PageRank")

    peer = igraph.Graph(n=flat.number_of_nodes(), edges=list(flat.edges()))
    near([float(row[0]) for row in rows], peer.betweenness(), "igraph's")
    peer_directed = igraph.Graph(n=flat.number_of_nodes(), directed=True,
                                 edges=list(directed.edges()))
    near([float(row[2]) for row in rows], peer_directed.pagerank(),
         "igraph's PageRank")

    component = [int(row[3]) for row in rows]
    for number, members in enumerate(
            sorted(networkx.connected_components(flat),
                   key=lambda part: (-len(part), min(part)))):
        if any(component[v] != number for v in members):
            raise AssertionError(f"component {number}")

    community = [int(row[4]) for row in rows]
    groups = [{v for v in flat if community[v] == c}
              for c in range(max(community) + 1)]
    if [len(g) for g in groups] != sorted((len(g) for g in groups),
                                          reverse=True):
        raise AssertionError("communities are not sorted by size")
    if flat.number_of_edges() > 0:
        theirs = networkx.algorithms.community.modularity(
            flat, groups, weight=None)
        if abs(theirs - modularity) > 1e-9:
            raise AssertionError(f"modularity {modularity}, not {theirs}")
        best = max(peer.community_leiden("modularity", n_iterations=10)
                   .modularity for _ in range(5))
        if modularity < best - 0.012:
            raise AssertionError(f"modularity {modularity}, igraph {best}")
    for group in groups:
        if not networkx.is_connected(flat.subgraph(group)):
            raise AssertionError("a community in pieces")
    return modularity


def main():
    random.seed(1)
    print(f"1..{len(GRAPHS)}")
    failed = 0
    for number, (name, graph) in enumerate(GRAPHS.items(), 1):
        try:
            modularity = check(graph)
            print(f"ok {number} - {name}, modularity {modularity:.4f}")
        except AssertionError as error:
            failed += 1
            print(f"not ok {number} - {name}: {error}")
    return 1 if failed else 0


sys.exit(main())
