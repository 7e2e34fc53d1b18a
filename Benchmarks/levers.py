#!/usr/bin/env python3
"""Holds the answer of `headway levers` against every move and pair of moves, each simulated in full.

usage: levers.py HEADWAY PLAN TARGET PROBABILITY MOVES [SAMPLES]

Prints the answer, the cheapest move or pair that reaches the probability on other random numbers, and whether it beats the answer by more
than the error of its probability.
"""
import itertools, json, pathlib, re, subprocess, sys, tempfile

headway, plan, target, probability, moves = sys.argv[1:6]
samples = sys.argv[6] if len(sys.argv) > 6 else "2000"
wanted = float(probability)


def run(*words):
    done = subprocess.run([headway, *words, "--format", "json", "--quiet"], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout)


found = run("levers", plan, "--target", target, "--probability", probability, "--moves", moves, "--samples", samples, "--timing")
answer = found["answer"]
print(f"levers: {answer and (answer['moves'], answer['cost'], round(answer['probabilityOnTime']['value'], 3))} "
      f"in {found['timing']['computeSeconds']:.1f} s, {len(found['trials'])} sets")

# Each move's edits as they stand in the file, two levels in.
blocks = re.split(r"^  - (?=name:)", pathlib.Path(moves).read_text(), flags=re.M)[1:]
edits = {}
for block in blocks:
    name = re.match(r"name: (.*)", block).group(1).strip()
    edits[name] = re.search(r"^    edits:\n((?:      .*\n?)+)", block, flags=re.M).group(1)
cost = {move["name"]: move["cost"] for move in found["moves"]}
excluded = {frozenset(refusal["moves"]) for refusal in found["refusals"]}
for block in blocks:
    name, other = re.match(r"name: (.*)", block).group(1).strip(), re.search(r"^    excludes: (.*)", block, flags=re.M)
    if other:
        excluded |= {frozenset([name, word.strip()]) for word in other.group(1).strip("[]").split(",")}

sets = [frozenset(names) for size in (1, 2) for names in itertools.combinations(cost, size)]
sets = [names for names in sets if names not in excluded]
with tempfile.TemporaryDirectory() as folder:
    files = []
    for place, names in enumerate(sets):
        path = pathlib.Path(folder, f"{place}.yaml")
        ordered = [name for name in cost if name in names]
        path.write_text(f"name: set {place}\nedits:\n" + "".join(re.sub("^    ", "", edits[name], flags=re.M) for name in ordered))
        files.append(str(path))
    # Other random numbers than those of the search and of its confirmation.
    compared = run("compare", plan, "--target", target, "--samples", samples, "--seed", "1001", "--scenario", *files)
reaching = []
for names, scenario in zip(sets, compared["scenarios"]):
    after = scenario["targets"][0]["after"]["probabilityOnTime"]
    if after >= wanted:
        reaching.append((sum(cost[name] for name in names), -after, sorted(names)))
reaching.sort()
print(f"exhaustive: {len(sets)} moves and pairs, {len(reaching)} reach {wanted}")
for total, negative, names in reaching[:5]:
    print(f"  {total:g}  {-negative:.3f}  {names}")
if answer and reaching:
    error = (answer["probabilityOnTime"]["high"] - answer["probabilityOnTime"]["low"]) / 2
    beats = [row for row in reaching if row[0] < answer["cost"] and -row[1] - error > wanted]
    print(f"cheaper and above {wanted} by more than the error of {error:.3f}: {beats[:3] or 'none'}")
