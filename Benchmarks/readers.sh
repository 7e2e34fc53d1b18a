#!/usr/bin/env bash
# Times the readers of other tools' files: an XER of 100,000 activities from file to schedule, and an MSPDI file of about 100 MB beside a bare
# expat pass over it. Medians of RUNS runs, user + system seconds where two programs are compared.
#
#   Benchmarks/readers.sh [RUNS]
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
swift build -c release --product headway >/dev/null
headway=.build/release/headway
cc -O2 -o "$work/expat_pass" Benchmarks/expat_pass.c -lexpat
python3 Benchmarks/make_xer.py 100000 "$work/plan.xer"
python3 Benchmarks/make_mspdi.py 100 "$work/plan.xml"
median() { sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }
cpu() { local TIMEFORMAT='%U %S'; { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ print $1 + $2 }'; }

echo "XER, $(stat -c %s "$work/plan.xer") bytes: load + compile + schedule, milliseconds"
for _ in $(seq "$runs"); do
  "$headway" schedule "$work/plan.xer" --timing --quiet --format csv 2>&1 >/dev/null |
    sed -n 's/.*load \([0-9]*\) ms, compile \([0-9]*\) ms, compute \([0-9]*\) ms.*/\1 \2 \3/p' | awk '{ print $1 + $2 + $3 }'
done | median
echo "MSPDI, $(stat -c %s "$work/plan.xml") bytes: bare expat pass, headway schedule, processor seconds"
for _ in $(seq "$runs"); do cpu "$work/expat_pass" "$work/plan.xml"; done | median
for _ in $(seq "$runs"); do cpu "$headway" schedule "$work/plan.xml" --threads 1 --quiet --format csv; done | median
