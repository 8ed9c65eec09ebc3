#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# bench-start.sh BUILD [RUNS]: from the start of the program to its first
# frame, empty and with the five samples, beside an empty GTK window. The
# three take turns; the fastest of RUNS (10 otherwise) counts for each.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
runs=${2:-10}
if [ -z "${ATLAS_BENCH_SCREEN:-}" ]; then
  exec env ATLAS_BENCH_SCREEN=1 GTK_A11Y=none \
    "$here/../run-display.sh" "$here/bench-start.sh" "$build" "$runs"
fi

first_frame() {
  ATLAS_STARTED=$(date +%s.%N) LD_PRELOAD="$build/tests/bench/libfirst-frame.so" \
    timeout 60 "$@" 2>/dev/null || echo "nan nan"
}

figures=$(mktemp)
trap 'rm -f "$figures"' EXIT
run=0
while [ "$run" -lt "$runs" ]; do
  run=$((run + 1))
  echo "empty $(first_frame "$build/tests/bench/empty-window")" >>"$figures"
  echo "atlas $(first_frame "$build/src/app/cluster-atlas")" >>"$figures"
  echo "samples $(first_frame "$build/src/app/cluster-atlas" \
    "$here/../../data/samples")" >>"$figures"
done

awk '
  $2 == "nan" { failed[$1]++; next }
  !($1 in wall) || $2 < wall[$1] { wall[$1] = $2 }
  !($1 in cpu) || $3 < cpu[$1] { cpu[$1] = $3 }
  END {
    split("empty atlas samples", names, " ")
    for (i = 1; i <= 3; i++) {
      n = names[i]
      if (!(n in cpu)) { print n ": no frame"; bad = 1; continue }
      printf "%-8s %6.0f ms  %6.0f ms of CPU  %.2f x the empty window" \
             "  %.2f x its CPU\n", n, wall[n], cpu[n],
             wall[n] / wall["empty"], cpu[n] / cpu["empty"]
    }
    exit bad
  }' "$figures"
