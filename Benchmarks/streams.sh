#!/usr/bin/env bash
# Puts the random streams of the program through tests of dieharder 3.31.1 (Debian package `dieharder`) and prints one line a p-value:
# order, kind, test, n-tuple, words a sample, samples, p, verdict. A test that takes longer than LIMIT seconds says "not finished".
#
#   Benchmarks/streams.sh [ORDERS="task replication"] [KINDS="plain jitter stratified"] [LIMIT=600]
#
# STREAMS names a built program, else it is built. TESTS="17 200:2" chooses tests and their tuples, SEED (1) what keys the streams. Left
# out: what dieharder itself calls suspect or tells not to use (5, 6, 7, 14), and other tuples of 200, 201, 202 and 203 (102 runs all of
# its own, 1 to 16 bits).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
orders=${1:-"task replication"} kinds=${2:-"plain jitter stratified"} limit=${3:-600}
command -v dieharder >/dev/null || {
  echo "streams.sh: dieharder is missing (apt-get install dieharder)" >&2
  exit 2
}
if [ -z "${STREAMS:-}" ]; then
  swift build --package-path "$here" -c release --product Streams >&2
  STREAMS=$(swift build --package-path "$here" -c release --show-bin-path)/Streams
fi
tests=${TESTS:-"0 1 2 3 4 8 9 10 11 12 13 15 16 100 101 102 200:2 200:4 201:2 202:3 202:5 203:1 203:8 204 205 206 207 208 209 17"}
for test in $tests; do
  for kind in $kinds; do
    for order in $orders; do
      number=${test%:*}
      tuple=()
      [ "$number" = "$test" ] || tuple=(-n "${test#*:}")
      # Fields of a result: name | ntup | tsamples | psamples | p-value | assessment.
      { timeout "$limit" dieharder -g 200 -d "$number" "${tuple[@]}" -D test_name -D ntuple -D tsamples -D psamples \
        -D pvalues -D assessment < <("$STREAMS" "$order" "$kind" "${SEED:-1}") || echo "-d $number|||| |not finished"; } |
        sed -n '/PASSED\|WEAK\|FAILED\|not finished/{s/ *| */|/g;s/^ *//;p}' |
        while IFS='|' read -r line; do echo "$order|$kind|$line"; done
    done
  done
done
