#!/usr/bin/env bash
# Takes the files of the corpus, or those that are named, through their reader and says what became of each:
# Fuzzing/replay.sh [READER FILE…]. The test CorpusReplayTests does the same for the corpus.
set -euo pipefail
cd "$(dirname "$0")"
reader=${1:-}
files=()
for file in "${@:2}"; do files+=("$(cd "$OLDPWD" && realpath "$file")"); done
swift build
for one in ${reader:-csv yaml xer pmxml mspdi}; do
  if [ ${#files[@]} -eq 0 ]; then set -- Corpus/"$one"/*; else set -- "${files[@]}"; fi
  HEADWAY_READER=$one .build/debug/Fuzz "$@"
done
