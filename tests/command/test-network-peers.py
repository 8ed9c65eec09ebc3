#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens the network formats with networkx and igraph, and holds what they read
against the JSON: positions, colours, sizes, measures, kinds, orders, editions.

    test-network-peers.py CLUSTER-ATLAS FOLDER-OF-PROFILES
"""

import collections
import json
import math
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

try:
    import igraph
    import networkx
except ImportError as error:
    print(f"1..0 # SKIP {error}")
    sys.exit(0)

PROGRAM, SAMPLES = sys.argv[1:3]
GEXF = "{http://www.gexf.net/1.2draft}"
VIZ = "{http://www.gexf.net/1.2draft/viz}"


def export(form):
    return subprocess.run(
        [PROGRAM, "export", "--quiet", f"--format={form}", SAMPLES],
        check=True, capture_output=True).stdout.decode("utf-8")


def same(ours, theirs, what):
    if isinstance(theirs, float):
        equal = math.isclose(ours, theirs, rel_tol=1e-4, abs_tol=1e-6)
    else:
        equal = ours == theirs
    if not equal:
        raise AssertionError(f"{what}: {theirs!r}, not {ours!r}")


def check_place(place, read, what):
    """The attributes of a node against the place of the JSON."""
    for key in ("label", "economy", "economy_printed", "loaded", "named_by",
                "named_by_patents", "named_by_articles", "of"):
        same(place[key], read[key], f"{what}: {key} of {place['id']}")
    # JSON has an index, from 0; these formats the number that windows show.
    same(place["community"] + 1, read["community"],
         f"{what}: community of {place['id']}")
    for key in ("betweenness", "x", "y"):
        same(place[key], float(read[key]), f"{what}: {key} of {place['id']}")
    for key in ("degree", "component", "borda", "page_rank"):
        if key not in read:
            raise AssertionError(f"{what}: no {key}")


def count_links(links):
    return collections.Counter(
        (link["source"], link["target"], link["kind"], link["order"],
         link["mutual"], link["edition"]) for link in links)


def write(folder, form, text):
    path = os.path.join(folder, f"network.{form}")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def check_graphml_networkx(path, network):
    graph = networkx.read_graphml(path, force_multigraph=True)
    same(True, graph.is_directed(), "directed")
    for place in network["nodes"]:
        read = graph.nodes[place["id"]]
        check_place(place, read, "networkx")
        same(f"#{read['r']:02x}{read['g']:02x}{read['b']:02x}", read["color"],
             "colour")
        same(10.0 + 4.0 * place["named_by"], read["size"], "size")
    same(count_links(network["links"]), count_links(
        {"source": a, "target": b, "mutual": None, **data}
        for a, b, data in graph.edges(data=True)), "links")


def check_graphml_igraph(path, network):
    graph = igraph.Graph.Read_GraphML(path)
    same(True, graph.is_directed(), "directed")
    for place, read in zip(network["nodes"], graph.vs, strict=True):
        same(place["id"], read["id"], "id")
        values = read.attributes()
        for key, value in values.items():
            if isinstance(value, float) and value.is_integer():
                values[key] = int(value)
        check_place(place, values, "igraph")
        if not values["color"].startswith("#") or values["size"] < 10:
            raise AssertionError("no colour or size")
    same(collections.Counter(
        (link["source"], link["target"], link["kind"], link["order"],
         link["edition"]) for link in network["links"]),
        collections.Counter(
            (graph.vs[edge.source]["id"], graph.vs[edge.target]["id"],
             edge["kind"], int(edge["order"]), int(edge["edition"]))
            for edge in graph.es), "links")


def check_gexf(path, network):
    graph = networkx.read_gexf(path)
    tree = xml.etree.ElementTree.parse(path)
    looks = {node.get("id"): node
             for node in tree.iter(GEXF + "node")}
    for place in network["nodes"]:
        check_place(place, graph.nodes[place["id"]], "GEXF")
        node = looks[place["id"]]
        where = node.find(VIZ + "position")
        same(1000.0 * place["x"], float(where.get("x")), "x")
        same(1000.0 * (1.0 - place["y"]), float(where.get("y")), "y")
        same(10.0 + 4.0 * place["named_by"],
             float(node.find(VIZ + "size").get("value")), "GEXF's size")
        for part in "rgb":
            same(True, 0 <= int(node.find(VIZ + "color").get(part)) <= 255,
                 "colour")
    links = graph.edges(data=True)
    same(count_links(network["links"]), collections.Counter(
        (a, b, data["kind"], data["order"], data.get("mutual"),
         data["edition"]) for a, b, data in links), "links of GEXF")
    kinds = collections.Counter(
        edge.get("kind") for edge in tree.iter(GEXF + "edge"))
    same({"patents": 15, "articles": 15}, dict(kinds), "kinds")


def check_pajek_networkx(path, network):
    graph = networkx.read_pajek(path)
    same(True, graph.is_directed(), "directed")
    for place in network["nodes"]:
        read = graph.nodes[place["label"]]
        same(place["x"], float(read["x"]), "x")
        same(place["y"], float(read["y"]), "y")
    labels = {place["id"]: place["label"] for place in network["nodes"]}
    same(collections.Counter(
        (labels[link["source"]], labels[link["target"]],
         f"{link['kind']} {link['order']}") for link in network["links"]),
        collections.Counter((a, b, data["l"])
                            for a, b, data in graph.edges(data=True)),
        "links")


def check_pajek_igraph(path, network):
    graph = igraph.Graph.Read_Pajek(path)
    same(True, graph.is_directed(), "directed")
    same(len(network["links"]), graph.ecount(), "links")
    for place, read in zip(network["nodes"], graph.vs, strict=True):
        same(place["label"], read["id"], "label")
        same(place["x"], read["x"], "x")
        same(place["y"], read["y"], "y")


CHECKS = [
    ("GraphML in networkx", "graphml", check_graphml_networkx),
    ("GraphML in igraph", "graphml", check_graphml_igraph),
    ("GEXF in networkx", "gexf", check_gexf),
    ("Pajek in networkx", "pajek", check_pajek_networkx),
    ("Pajek in igraph", "pajek", check_pajek_igraph),
]


def main():
    network = json.loads(export("json"))["network"]
    failed = 0
    print(f"1..{len(CHECKS)}")
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, form, check) in enumerate(CHECKS, 1):
            try:
                check(write(folder, form, export(form)), network)
                print(f"ok {number} - {name}")
            except (AssertionError, KeyError, ValueError) as error:
                failed += 1
                print(f"not ok {number} - {name}: {error!r}")
    return 1 if failed else 0


sys.exit(main())
