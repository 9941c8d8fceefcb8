# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the graph analysis with networkx on random networks: reference.py PROBE.

Exit code 77 says that networkx is not installed.
"""
import json
import math
import random
import subprocess
import sys

try:
    import networkx as nx
except ImportError:
    print("networkx is not installed (package python3-networkx)")
    sys.exit(77)


def make(seed):
    """A network whose number of loops stays countable, some with hubs, some in several parts."""
    rng = random.Random(seed)
    dense = seed % 2
    nodes = rng.randint(2, 10 if dense else 60)
    arcs = int(nodes * rng.uniform(0.8, 5 if dense else 1.9))
    weights = {}
    for _ in range(arcs):
        a, b = rng.randrange(nodes), rng.randrange(nodes)
        if rng.random() < 0.2:
            a = rng.randrange(max(1, nodes // 10))
        if a != b:
            weights[a, b] = rng.randint(0, 99)
    return nodes, weights


def return_flow(graph, node):
    split = nx.DiGraph()
    split.add_nodes_from(list(graph) + ["home"])
    for a, b, data in graph.edges(data=True):
        split.add_edge(a, "home" if b == node else b, capacity=data["capacity"])
    return nx.maximum_flow_value(split, node, "home")


def circulation(graph):
    """The same program as a flow of least cost with a gain of one on each arc."""
    priced = nx.DiGraph()
    priced.add_nodes_from(graph, demand=0)
    for a, b, data in graph.edges(data=True):
        priced.add_edge(a, b, capacity=data["capacity"], weight=-1)
    cost, _ = nx.network_simplex(priced)
    return -cost


def cycled(graph, total_in, total_out):
    """Chance of coming back, by solving for the chance of reaching the node from each other one."""
    through = {n: max(total_in[n], total_out[n]) for n in graph}
    chances = []
    for home in graph:
        reach = dict.fromkeys(graph, 0.0)
        for _ in range(4000):
            step = 0.0
            for n in graph:
                value = sum(
                    d["capacity"] / through[n] * (1.0 if m == home else reach[m])
                    for _, m, d in graph.out_edges(n, data=True) if through[n])
                step = max(step, abs(value - reach[n]))
                reach[n] = value
            if step < 1e-14:
                break
        chances.append(reach[home])
    return chances


def canonical(loop):
    start = loop.index(min(loop))
    return tuple(loop[start:] + loop[:start])


def close(a, b):
    return len(a) == len(b) and all(math.isclose(x, y, rel_tol=1e-6, abs_tol=1e-6) for x, y in zip(a, b))


def check(probe, seed):
    nodes, weights = make(seed)
    longest = 2 + seed % 6
    lines = [f"{nodes} {len(weights)} {longest}"] + [f"{a} {b} {w}" for (a, b), w in weights.items()]
    found = json.loads(subprocess.run([probe], input="\n".join(lines), capture_output=True, text=True, check=True).stdout)

    graph = nx.DiGraph()
    graph.add_nodes_from(range(nodes))
    for (a, b), weight in weights.items():
        graph.add_edge(a, b, capacity=weight)
    ties = nx.Graph(list(weights))
    between = nx.betweenness_centrality(ties)
    loops = sorted(canonical(loop) for loop in nx.simple_cycles(graph) if len(loop) <= longest)
    total_in = dict(graph.in_degree(weight="capacity"))
    total_out = dict(graph.out_degree(weight="capacity"))

    assert close(found["betweenness"], [between.get(n, 0.0) for n in range(nodes)]), "betweenness"
    assert found["articulation"] == sorted(nx.articulation_points(ties)), "articulation points"
    assert sorted(map(tuple, found["bridges"])) == sorted(tuple(sorted(b)) for b in nx.bridges(ties)), "bridges"
    assert sorted(canonical(loop) for loop in found["loops"]) == loops, "loops"
    assert close(found["returns"], [return_flow(graph, n) for n in range(nodes)]), "return flow"
    assert close([found["cut"]], [nx.maximum_flow_value(graph, 0, 1)]), "minimum cut"
    assert close([found["circulation"]], [circulation(graph)]), "circulation"
    assert close(found["cycled"], cycled(graph, total_in, total_out)), "cycling"
    return len(loops)


def main():
    probe = sys.argv[1]
    networks = 60
    loops = 0
    for seed in range(1, networks + 1):
        try:
            loops += check(probe, seed)
        except AssertionError as difference:
            print(f"seed {seed}: {difference} differs from networkx {nx.__version__}")
            return 1
    print(f"{networks} networks with {loops} loops agree with networkx {nx.__version__}")
    return 0


sys.exit(main())
