#!/usr/bin/env bash
# How good the schedules are that the search finds, on instances of the literature, and how fast it places activities: a table by set.
# usage: Benchmarks/rcpsp.sh FOLDER [SCHEDULES=5000] [SEED=1]
# FOLDER is the one that HEADWAY_REFERENCE names, or its rcpsp/: best-known.csv (set,instance,cpm_length,best_lb,best_ub,…) beside folders
# named after the sets, and multi-project/. One thread. RCPSP names a built program, else it is built.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-${HEADWAY_REFERENCE:-}} schedules=${2:-5000} seed=${3:-1}
[ -f "$folder/best-known.csv" ] || folder=$folder/rcpsp
[ -f "$folder/best-known.csv" ] || {
  echo "rcpsp.sh: FOLDER has no best-known.csv (usage: rcpsp.sh FOLDER [SCHEDULES] [SEED])" >&2
  exit 2
}
if [ -z "${RCPSP:-}" ]; then
  swift build --package-path "$here" -c release --product Rcpsp >&2
  RCPSP=$(swift build --package-path "$here" -c release --show-bin-path)/Rcpsp
fi
list() {
  awk -F, -v folder="$folder" 'NR > 1 {
    for (i = 1; i <= 2; i++) {
      file = folder "/" $1 "/" $2 (i == 1 ? ".sm" : ".rcp")
      if ((getline line < file) > 0) { close(file); print $1 "\t" file "\t" $3 "\t" $5 }
    }
  }' "$folder/best-known.csv"
  for file in "$folder"/multi-project/*.txt; do
    [ ! -f "$file" ] || printf 'multi-project\t%s\t0\t0\n' "$file"
  done
}
printf '%-14s %9s %9s %12s %10s %12s %9s\n' set instances 'gap %' 'above CPM %' 'best known' 'M placed/s' seconds
list | "$RCPSP" "$schedules" "$seed" | awk -F '\t' 'NF != 7 { print; next }
  { printf "%-14s %9s %9s %12s %10s %12s %9s\n", $1, $2, $3, $4, $5, $6, $7 }'
