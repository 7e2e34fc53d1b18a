#!/usr/bin/env bash
# Runs other tools and Headway on the same files, in turn, and prints the ratios of their medians.
# usage: HEADWAY_PEERS=FOLDER Benchmarks/peers.sh [sizes="10000 100000 1000000"] [samples=1024] [runs=5]
# FOLDER holds the peers' own run.sh, which makes the graphs (and each as a plan folder) under PEERS_WORK. Ratios count, not seconds: the
# machine's speed drifts, and both sides run minutes apart at most. A ratio above 1 means that Headway needs less time.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
sizes=${1:-"10000 100000 1000000"} samples=${2:-1024} runs=${3:-5}
[ -n "${HEADWAY_PEERS:-}" ] && [ -f "$HEADWAY_PEERS/run.sh" ] || {
  echo "peers.sh: set HEADWAY_PEERS to the folder with the peers' run.sh" >&2
  exit 2
}
export PEERS_WORK=${PEERS_WORK:-$HOME/.cache/headway-peers}
swift build --package-path "$here" -c release --product PeerTimings >&2
timings=$(swift build --package-path "$here" -c release --show-bin-path)/PeerTimings
for size in $sizes; do
  peers=$(bash "$HEADWAY_PEERS/run.sh" "$size" "$samples")
  ours=$("$timings" "$PEERS_WORK/data/$size/plan" "$samples" "$runs")
  echo "== $size tasks, $samples samples"
  awk -F '\t' '
    # peers: a name of fixed width, then numbers; ours: name, wall, cpu, unit
    FNR == NR { split($0, word, /  +/); name = word[1]; rest = substr($0, length(name) + 1); split(rest, value, " "); if (value[1] + 0 > 0) peer[name] = value[1]; next }
    NF == 4 { own[$1] = $2; printf "  headway %-42s %10.3f  (cpu %.3f) %s\n", $1, $2, $3, $4 }
    NF == 3 { printf "  headway %-42s %10d  %s\n", $1, $2, $3 }
    function ratio(title, theirs, mine) {
      if (theirs in peer && mine in own) printf "  ratio   %-28s / %-36s %8.2f\n", mine, theirs, peer[theirs] / own[mine]
    }
    END {
      ratio("", "polars + CSR(searchsorted)", "load+compile th2"); ratio("", "polars + CSR(dense id table)", "load+compile th2")
      ratio("", "numba renumbered", "forward+backward pass")
      for (t = 1; t <= 2; t++) {
        ratio("", "numba block16 f32 xoshiro th" t " fwd", "forecast th" t " fwd")
        # The peer follows the paths to the end of the whole plan: the first line is like for like, the second does more.
        ratio("", "numba block16 f32 xoshiro th" t " fwd+crit", "forecast th" t " fwd+crit plan")
        ratio("", "numba block16 f32 xoshiro th" t " fwd+crit", "forecast th" t " fwd+crit all initiatives")
      }
    }' <(echo "$peers") <(echo "$ours")
done
