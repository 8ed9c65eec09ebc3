#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# bench-read.sh BUILD [N]: reads N generated profiles (10,000 otherwise) with
# `export --format=csv`, with a plain loop that opens and reads the same files,
# and with mawk; best of five each, side by side, and the memory it took.
set -eu
build=$(cd "$1" && pwd)
n=${2:-10000}
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d "${TMPDIR:-/tmp}/atlas-bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/profiles"
"$build/tests/bench/generate-profiles" "$n" "$folder/profiles" 1 >/dev/null

# best NAME COMMAND...: seconds of the fastest of five runs, and its CPU time
best() {
  name=$1
  shift
  for run in 1 2 3 4 5; do
    /usr/bin/time -o "$folder/time" -f '%e %U %S %M' "$@" >"$folder/out" ||
      true
    tail -n 1 "$folder/time"
  done | sort -n | head -n 1 |
    awk -v name="$name" '{ printf "%-14s %6.2f s  %6.2f s of CPU  %5.0f MB\n",
                           name, $1, $2 + $3, $4 / 1024 }'
}

printf '%s files, %s MB\n' "$n" \
  "$(du -sm --apparent-size "$folder/profiles" | cut -f 1)"
best 'plain loop' "$build/tests/bench/plain-read" "$folder/profiles"
best 'cluster-atlas' "$build/src/app/cluster-atlas" export --quiet \
  --format=csv "$folder/profiles"
if command -v mawk >/dev/null; then
  find "$folder/profiles" -type f | sort >"$folder/list"
  best 'mawk' sh -c 'xargs -a "$1" mawk -f "$2"' sh "$folder/list" \
    "$here/extract.awk"
fi
