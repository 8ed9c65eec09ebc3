#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# bench-read.sh BUILD [N]: reads N generated profiles (10,000 otherwise) with
# `export --format=csv`, with a plain loop that opens and reads the same files,
# with mawk and with pandas; best of three each, side by side, and the memory it
# took. That all do the same work is checked first. On a machine that does
# other things too, compare the time of the processor.
set -eu
build=$(cd "$1" && pwd)
n=${2:-10000}
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d "${TMPDIR:-/tmp}/atlas-bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/profiles"
"$build/tests/bench/generate-profiles" "$n" "$folder/profiles" 1 >/dev/null

list_files() {
  find "$1" -type f | LC_ALL=C sort
}

# All do the same work: on a small folder they must give the same table.
mkdir "$folder/few"
"$build/tests/bench/generate-profiles" 1000 "$folder/few" 2 >/dev/null
list_files "$folder/few" >"$folder/list"
"$build/src/app/cluster-atlas" export --quiet --format=csv "$folder/few" \
  >"$folder/ours.csv"
if command -v mawk >/dev/null; then
  mawk -v list="$folder/list" -v root="$folder/few/" -f "$here/extract.awk" \
    >"$folder/mawk.csv"
  "$here/compare-extracts.py" "$folder/ours.csv" "$folder/mawk.csv"
fi
if /usr/bin/python3 -c 'import pandas' 2>/dev/null; then
  /usr/bin/python3 "$here/extract-pandas.py" "$folder/list" "$folder/few/" \
    >"$folder/pandas.csv"
  "$here/compare-extracts.py" "$folder/ours.csv" "$folder/pandas.csv"
fi

# best NAME COMMAND...: seconds of the fastest of three runs, its CPU time, and
# both as multiples of the plain loop
best() {
  name=$1
  shift
  for run in 1 2 3; do
    /usr/bin/time -o "$folder/time" -f '%e %U %S %M' "$@" >"$folder/out" ||
      true
    tail -n 1 "$folder/time"
  done | awk -v name="$name" -v plain="$folder/plain" '
    NR == 1 || $1 < wall { wall = $1 }
    NR == 1 || $2 + $3 < cpu { cpu = $2 + $3 }
    { memory = $4 / 1024 }
    END {
      if ((getline line < plain) <= 0)
        { line = wall " " cpu; print line > plain }
      split(line, base, " ")
      printf "%-14s %6.2f s  %6.2f s of CPU  %5.0f MB  %6.1f x  %6.1f x CPU\n",
             name, wall, cpu, memory, wall / (base[1] > 0 ? base[1] : 0.01),
             cpu / (base[2] > 0 ? base[2] : 0.01)
    }'
}

printf '%s files, %s MB\n' "$n" \
  "$(du -sm --apparent-size "$folder/profiles" | cut -f 1)"
best 'plain loop' "$build/tests/bench/plain-read" "$folder/profiles"
best 'cluster-atlas' "$build/src/app/cluster-atlas" export --quiet \
  --format=csv "$folder/profiles"
list_files "$folder/profiles" >"$folder/list"
if command -v mawk >/dev/null; then
  best 'mawk' mawk -v list="$folder/list" -v root="$folder/profiles/" \
    -f "$here/extract.awk"
fi
if /usr/bin/python3 -c 'import pandas' 2>/dev/null; then
  best 'pandas' /usr/bin/python3 "$here/extract-pandas.py" "$folder/list" \
    "$folder/profiles/"
fi
