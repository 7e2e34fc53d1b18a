#!/usr/bin/env python3
"""The flow of effort up the cascade in pandas and in networkx, beside Headway's.

usage: Benchmarks/align.py PLAN [RUNS=5]

PLAN is a plan folder whose tasks have durations (such as `headway generate` makes). Everybody starts with the tables read and the minutes of
each task known: timed are the shares of parents (tree and links), the effort of each initiative (flow), and the same by person (carriers). Headway's
side is the product AlignTimings of the package beside this file; AlignTimings names a built one, else it is built. Processor time, medians.
The efforts of initiatives are compared: Headway's are whole minutes at each step, the others' are fractions.
"""
import os
import re
import statistics
import subprocess
import sys
import time

import networkx as nx
import pandas as pd

HERE = os.path.dirname(os.path.abspath(__file__))
UNITS = {"w": 2400, "d": 480, "h": 60, "m": 1}


def minutes(text):
    """`3d 2h` as minutes of a standard week; plain numbers are days."""
    if not text:
        return 0.0
    parts = re.findall(r"([\d.]+)([wdhm]?)", text)
    return sum(float(number) * UNITS[unit or "d"] for number, unit in parts)


def read(plan, name):
    path = f"{plan}/{name}.csv"
    return pd.read_csv(path, dtype=str, keep_default_na=False) if os.path.exists(path) else pd.DataFrame(columns=["from", "to", "weight"])


def carriers(tasks, assignments):
    """Task, person, minutes left: what everybody starts from."""
    open_tasks = tasks[tasks.actual_finish == ""]
    planned = open_tasks.duration.map(minutes)
    left = open_tasks.remaining.map(minutes).where(open_tasks.remaining != "", planned)
    effort = open_tasks.effort.map(minutes).where(open_tasks.effort != "", planned)
    work = pd.DataFrame({"task": open_tasks.id, "effort": effort * left / planned.where(planned > 0, 1)})
    held = assignments.assign(units=pd.to_numeric(assignments.units.replace("", "1")))[["task", "person", "units"]]
    held = held.groupby(["task", "person"], as_index=False, sort=False).units.sum()
    both = work.merge(held, on="task", how="left")
    both["person"] = both.person.fillna("nobody")
    both["units"] = both.units.fillna(1.0)
    both["minutes"] = both.effort * both.units / both.groupby("task").units.transform("sum")
    return both[["task", "person", "minutes"]].rename(columns={"task": "at"})


def arcs(tables):
    """Child, parent, share: the tree with weight 1, links with their own, initiatives with 1 for themselves."""
    parts = [
        tables[name][["id", column]].set_axis(["child", "parent"], axis=1)
        for name, column in [("goals", "initiative"), ("projects", "goal"), ("tasks", "project")]
    ]
    own = tables["initiatives"].id
    parts.append(pd.DataFrame({"child": own, "parent": own + " itself"}))
    tree = pd.concat(parts).assign(weight=1.0)
    links = tables["links"].rename(columns={"from": "child", "to": "parent"})
    links = links.assign(weight=pd.to_numeric(links.weight.replace("", "1")))[["child", "parent", "weight"]]
    both = pd.concat([tree[tree.parent != ""], links])
    both = both.groupby(["child", "parent"], sort=False, as_index=False).weight.sum()
    both["share"] = both.weight / both.groupby("child").weight.transform("sum")
    return both[both.share > 0]


def in_networkx(tables, held, by_person):
    graph = nx.DiGraph()
    graph.add_weighted_edges_from(arcs(tables)[["child", "parent", "share"]].itertuples(index=False), weight="share")
    if not by_person:
        mine = dict(zip(*[held.groupby("at", sort=False).minutes.sum().reset_index()[c] for c in ("at", "minutes")]))
        for node in nx.topological_sort(graph):
            for _, parent, share in graph.out_edges(node, data="share"):
                mine[parent] = mine.get(parent, 0.0) + mine.get(node, 0.0) * share
        return {i: mine.get(i + " itself", 0.0) for i in tables["initiatives"].id}
    people = {}
    for at, person, left in held.itertuples(index=False):
        people.setdefault(at, {})[person] = left
    for node in nx.topological_sort(graph):
        mine = people.get(node)
        if not mine:
            continue
        for _, parent, share in graph.out_edges(node, data="share"):
            above = people.setdefault(parent, {})
            for person, left in mine.items():
                above[person] = above.get(person, 0.0) + left * share
    return {i: sum(people.get(i + " itself", {}).values()) for i in tables["initiatives"].id}


def in_pandas(tables, held, by_person):
    edges = arcs(tables)[["child", "parent", "share"]]
    keys = ["at", "person"] if by_person else ["at"]
    flow, kept = held.groupby(keys, sort=False, as_index=False).minutes.sum(), []
    while len(flow):
        is_done = flow["at"].str.endswith(" itself")
        kept.append(flow[is_done])
        flow = flow[~is_done].merge(edges, left_on="at", right_on="child")
        flow["minutes"] *= flow.share
        keys_above = ["parent"] + keys[1:]
        flow = flow.groupby(keys_above, sort=False, as_index=False).minutes.sum().rename(columns={"parent": "at"})
    total = pd.concat(kept).groupby("at").minutes.sum()
    return {i: float(total.get(i + " itself", 0.0)) for i in tables["initiatives"].id}


def ours(plan, runs):
    program = os.environ.get("AlignTimings")
    if not program:
        build = ["swift", "build", "--package-path", HERE, "-c", "release", "--product", "AlignTimings"]
        subprocess.run(build, check=True, stdout=sys.stderr)
        program = subprocess.run(build + ["--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip() + "/AlignTimings"
    seconds, memory, minutes_of = {}, {}, {}
    for line in subprocess.run([program, plan, str(runs)], check=True, capture_output=True, text=True).stdout.splitlines():
        kind, name, value = line.split("\t")
        {"seconds": seconds, "bytes": memory, "minutes": minutes_of}[kind][name] = float(value)
    return seconds, memory, minutes_of


def main():
    plan, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
    tables = {name: read(plan, name) for name in ["initiatives", "goals", "projects", "tasks", "links", "assignments"]}
    held = carriers(tables["tasks"], tables["assignments"])
    seconds, memory, mine = ours(plan, runs)
    print(f"whole alignment, headway: {1000 * seconds['whole']:.0f} ms, {memory['task']:.0f} bytes a task beside plan and network")
    print(f"{'':9} {'':9} {'ms':>9} {'ratio':>7}  largest difference of an initiative, minutes of {sum(mine.values()):,.0f}")
    for what, by_person in [("flow", False), ("carriers", True)]:
        print(f"{what:9} {'headway':9} {1000 * seconds[what]:9.2f} {1:7.1f}")
        for name, body in [("pandas", in_pandas), ("networkx", in_networkx)]:
            times = []
            for _ in range(runs):
                start = time.process_time()
                result = body(tables, held, by_person)
                times.append(time.process_time() - start)
            peer = statistics.median(times)
            worst = max(abs(result[i] - mine[i]) for i in mine)
            print(f"{'':9} {name:9} {1000 * peer:9.2f} {peer / seconds[what]:7.1f}  {worst:.2f}")


main()
