#!/usr/bin/env bash
# Fuzzes one reader under AddressSanitizer: Fuzzing/fuzz.sh READER [SECONDS], READER one of csv, yaml, xer, pmxml, mspdi.
# What it finds worth keeping goes to .work/READER, what breaks the reader to .work/READER-found-*.
set -euo pipefail
cd "$(dirname "$0")"
export HEADWAY_READER=${1:?expected a reader: csv, yaml, xer, pmxml or mspdi}
reader=$HEADWAY_READER seconds=${2:-60}

# Without dead-code stripping, because the linker would drop most of the counters that steer the fuzzer.
swift build -c release --sanitize=fuzzer --sanitize=address --disable-dead-strip -Xswiftc -DFUZZING -Xswiftc -parse-as-library \
  --scratch-path .build-fuzz

mkdir -p ".work/$reader"
# Leaks are told by the limit on memory: LeakSanitizer does not see through Swift's tagged pointers.
SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 .build-fuzz/release/Fuzz -detect_leaks=0 -dict="Dictionaries/$reader.dict" \
  -max_len=8192 -timeout=10 -rss_limit_mb=2048 -max_total_time="$seconds" -print_final_stats=1 \
  -artifact_prefix=".work/$reader-found-" ".work/$reader" "Corpus/$reader"
