#!/usr/bin/env python3
"""The same effort flow in networkx and in pandas, beside `headway align`.

usage: Benchmarks/align.py HEADWAY PLAN [RUNS=5]

PLAN is a plan folder of CSV tables (such as `headway generate` makes). All three read nothing in the time told: headway tells its computing
time (--timing: coverage, gaps, lines of managers and loads too), the others have the tables in memory and compute the effort of each initiative
and of each person for each initiative, in floats. The three answers are compared.
"""
import json
import os
import statistics
import subprocess
import sys
import time

import networkx as nx
import numpy as np
import pandas as pd


def tables(plan):
    read = lambda name: pd.read_csv(f"{plan}/{name}.csv", dtype=str, keep_default_na=False)
    present = lambda name: read(name) if os.path.exists(f"{plan}/{name}.csv") else pd.DataFrame(columns=["from", "to", "weight"])
    return {name: present(name) for name in ["initiatives", "goals", "projects", "tasks", "links", "assignments"]}


def arcs(t):
    """Child, parent, share: the tree with weight 1, links with their own, initiatives with 1 for themselves; what has no parent serves nothing."""
    g = t["goals"][["id", "initiative"]].set_axis(["child", "parent"], axis=1)
    p = t["projects"][["id", "goal"]].set_axis(["child", "parent"], axis=1)
    k = t["tasks"][["id", "project"]].set_axis(["child", "parent"], axis=1)
    own = pd.DataFrame({"child": t["initiatives"]["id"], "parent": t["initiatives"]["id"] + " itself"})
    tree = pd.concat([g, p, k, own]).assign(weight=1.0)
    tree = tree[tree.parent != ""]
    links = t["links"].rename(columns={"from": "child", "to": "parent"})
    links = links.assign(weight=pd.to_numeric(links.weight.replace("", "1")))[["child", "parent", "weight"]]
    both = pd.concat([tree, links]).groupby(["child", "parent"], sort=False, as_index=False).weight.sum()
    both["share"] = both.weight / both.groupby("child").weight.transform("sum")
    return both[both.share > 0]


def with_networkx(t, effort, carriers):
    graph = nx.DiGraph()
    for child, parent, share in arcs(t)[["child", "parent", "share"]].itertuples(index=False):
        graph.add_edge(child, parent, share=share)
    held = {}
    for task, carrier, minutes in carriers:
        held.setdefault(task, {})
        held[task][carrier] = held[task].get(carrier, 0.0) + minutes
    for node in nx.topological_sort(graph):
        mine = held.get(node)
        if not mine:
            continue
        for _, parent, share in graph.out_edges(node, data="share"):
            above = held.setdefault(parent, {})
            for carrier, minutes in mine.items():
                above[carrier] = above.get(carrier, 0.0) + minutes * share
    return {i: sum(held.get(i + " itself", {}).values()) for i in t["initiatives"]["id"]}


def with_pandas(t, effort, carriers):
    edges = arcs(t)[["child", "parent", "share"]]
    flow = pd.DataFrame(carriers, columns=["at", "carrier", "minutes"])
    kept = []
    while len(flow):
        done = flow[flow["at"].str.endswith(" itself")]
        kept.append(done)
        flow = flow.merge(edges, left_on="at", right_on="child")
        flow["minutes"] *= flow.share
        flow = flow.groupby(["parent", "carrier"], sort=False, as_index=False).minutes.sum().rename(columns={"parent": "at"})
    total = pd.concat(kept).groupby("at").minutes.sum()
    return {i: float(total.get(i + " itself", 0.0)) for i in t["initiatives"]["id"]}


def main():
    headway, plan = sys.argv[1:3]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    t = tables(plan)
    people = json.loads(subprocess.run([headway, "align", plan, "--format", "json", "--quiet"], capture_output=True, check=True).stdout)
    # What each task has left and who carries it is taken as headway's command tells it by task: remaining effort is not what is compared.
    listed = json.loads(subprocess.run([headway, "align", plan, "--tasks", "--format", "json", "--quiet"], capture_output=True, check=True).stdout)
    carriers = [(row["task"], row["carrier"] or "", float(row["effortMinutes"])) for row in listed["tasks"]]
    effort = None

    def timed(body):
        times = []
        for _ in range(runs):
            start = time.process_time()
            result = body(t, effort, carriers)
            times.append(time.process_time() - start)
        return statistics.median(times), result

    ours = []
    for _ in range(runs):
        out = subprocess.run([headway, "align", plan, "--format", "json", "--quiet", "--timing", "--threads", "1"], capture_output=True, check=True).stdout
        ours.append(json.loads(out)["timing"]["computeSeconds"])
    mine = {row["id"]: row["effortMinutes"] for row in people["initiatives"]}
    print(f"{'':10} {'seconds':>9} {'ratio':>7}  largest difference, minutes")
    base = statistics.median(ours)
    print(f"{'headway':10} {base:9.4f} {1:7.1f}")
    for name, body in [("pandas", with_pandas), ("networkx", with_networkx)]:
        seconds, result = timed(body)
        worst = max(abs(result[i] - mine[i]) for i in mine)
        print(f"{name:10} {seconds:9.4f} {seconds / base:7.1f}  {worst:.2f}")


main()
