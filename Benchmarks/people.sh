#!/usr/bin/env bash
# What a forecast costs for each task and replication: with people unlimited, in the order of a levelled plan, and dispatched anew.
# usage: Benchmarks/people.sh [MODES="none fixed dynamic"] [TASKS=100000] [PEOPLE=10000] [SEED=1]
# Makes the organisation in a temporary folder and runs each mode at two numbers of replications, on one thread and on two: what is told is
# the difference, so that loading, compiling and levelling do not count. Medians of three. HEADWAY names a built program, else it is built.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
modes=${1:-"none fixed dynamic"} tasks=${2:-100000} people=${3:-10000} seed=${4:-1}
if [ -z "${HEADWAY:-}" ]; then
  swift build --package-path "$here/.." -c release --product headway >&2
  HEADWAY=$(swift build --package-path "$here/.." -c release --show-bin-path)/headway
fi
plan=$(mktemp -d)
trap 'rm -rf "$plan"' EXIT
"$HEADWAY" generate --tasks "$tasks" --people "$people" --seed "$seed" "$plan/plan" > /dev/null

# Milliseconds of computing and of processor time, and the peak in MiB, of one run: mode, replications, threads.
TIMEFORMAT='cpu %U'
run() {
  { time "$HEADWAY" forecast "$plan/plan" --resources "$1" --samples "$2" --seed "$seed" --threads "$3" --timing --quiet > /dev/null; } 2>&1 |
    awk '/^timing:/ {
      for (i = 1; i < NF; i++) { if ($i == "compute") ms = $(i + 1); if ($i == "peak") peak = $(i + 1) }
    } /^cpu/ { cpu = 1000 * $2 } END { print ms, cpu, peak }'
}

printf '%-8s %7s %15s %10s %14s %9s\n' mode threads 'ns (elapsed)' 'M/s' 'ns (processor)' 'peak MiB'
for mode in $modes; do
  # Dispatching takes a hundred times as long.
  few=1024 many=4096
  [ "$mode" != dynamic ] || few=64 many=192
  for threads in 1 2; do
    for _ in 1 2 3; do echo "$(run "$mode" $few $threads) $(run "$mode" $many $threads)"; done |
      awk -v mode="$mode" -v threads=$threads -v draws=$(((many - few) * tasks)) '
        function median(a, b, c) { return a > b ? (b > c ? b : (a > c ? c : a)) : (a > c ? a : (b > c ? c : b)) }
        { ms[NR] = $4 - $1; cpu[NR] = $5 - $2; if ($6 > peak) peak = $6 }
        END {
          ns = median(ms[1], ms[2], ms[3]) * 1e6 / draws
          printf "%-8s %7d %15.2f %10.0f %14.2f %9d\n", mode, threads, ns, 1000 / ns, median(cpu[1], cpu[2], cpu[3]) * 1e6 / draws, peak
        }'
  done
done
