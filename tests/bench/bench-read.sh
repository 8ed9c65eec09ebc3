#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# bench-read.sh BUILD [N [ROUNDS [RIVALS]]]: reads N generated profiles (10,000
# otherwise) with `export --format=csv`, with a plain loop that opens and reads
# the same files, with mawk and with pandas, and the memory it took. They take turns, as
# a machine is not equally fast all the time. That all do the same work is
# checked first. RIVALS is "mawk pandas", or "" for a long series without them.
# On a machine that does other things too, compare the time of the processor.
set -eu
build=$(cd "$1" && pwd)
n=${2:-10000}
rounds=${3:-5}
rivals=${4-mawk pandas}
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d "${TMPDIR:-/tmp}/atlas-bench-XXXXXX")
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/profiles"
"$build/tests/bench/generate-profiles" "$n" "$folder/profiles" 1 >/dev/null

list_files() {
  find "$1" -type f | LC_ALL=C sort
}

# has RIVAL: whether it takes part
has() {
  case " $rivals " in *" $1 "*) ;; *) return 1 ;; esac
  case $1 in
  pandas) /usr/bin/python3 -c 'import pandas' 2>/dev/null ;;
  *) command -v "$1" >/dev/null ;;
  esac
}

# All do the same work: on a small folder they must give the same table.
mkdir "$folder/few"
"$build/tests/bench/generate-profiles" 1000 "$folder/few" 2 >/dev/null
list_files "$folder/few" >"$folder/list"
"$build/src/app/cluster-atlas" export --quiet --format=csv "$folder/few" \
  >"$folder/ours.csv"
if has mawk; then
  mawk -v list="$folder/list" -v root="$folder/few/" -f "$here/extract.awk" \
    >"$folder/mawk.csv"
  "$here/compare-extracts.py" "$folder/ours.csv" "$folder/mawk.csv"
fi
if has pandas; then
  /usr/bin/python3 "$here/extract-pandas.py" "$folder/list" "$folder/few/" \
    >"$folder/pandas.csv"
  "$here/compare-extracts.py" "$folder/ours.csv" "$folder/pandas.csv"
fi

list_files "$folder/profiles" >"$folder/list"

# run NAME COMMAND...: a line of seconds by the clock, of the processor, and
# megabytes, behind those of the rounds before
run() {
  name=$1
  shift
  # What others wrote is no part of it.
  rm -f "$folder/out"
  sync
  start=$(date +%s%N)
  /usr/bin/time -o "$folder/time" -f '%U %S %M' "$@" >"$folder/out" || true
  end=$(date +%s%N)
  tail -n 1 "$folder/time" | awk -v ns=$((end - start)) \
    '{ printf "%.3f %.2f %.0f\n", ns / 1e9, $1 + $2, $3 / 1024 }' \
    >>"$folder/$name.rounds"
}

for _ in $(seq "$rounds"); do
  run plain-loop "$build/tests/bench/plain-read" "$folder/profiles"
  run cluster-atlas "$build/src/app/cluster-atlas" export --quiet \
    --format=csv "$folder/profiles"
  if has mawk; then
    run mawk mawk -v list="$folder/list" -v root="$folder/profiles/" \
      -f "$here/extract.awk"
  fi
  if has pandas; then
    run pandas /usr/bin/python3 "$here/extract-pandas.py" "$folder/list" \
      "$folder/profiles/"
  fi
done

# tell NAME OTHER: the fastest round and the one in the middle, and how many
# times those of OTHER they are
tell() {
  [ -f "$folder/$1.rounds" ] || { echo "$1: left out" && return; }
  for name in "$1" "$2"; do
    sort -n "$folder/$name.rounds" >"$folder/$name.sorted"
  done
  awk -v name="$1" -v other="$2" '
    FNR == 1 { file++ }
    { wall[file, FNR] = $1 }
    file == 1 && (FNR == 1 || $2 < cpu) { cpu = $2; memory = $3 }
    END {
      middle = int((FNR + 1) / 2)
      printf "%-14s %7.3f %7.3f s %7.2f s of CPU %5.0f MB", name, wall[1, 1],
             wall[1, middle], cpu, memory
      if (name != other)
        printf " %6.2f %6.2f x %s", wall[1, 1] / wall[2, 1],
               wall[1, middle] / wall[2, middle], other
      print ""
    }' "$folder/$1.sorted" "$folder/$2.sorted"
}

printf '%s files, %s MB, %s rounds: fastest and middle by the clock\n' "$n" \
  "$(du -sm --apparent-size "$folder/profiles" | cut -f 1)" "$rounds"
tell plain-loop plain-loop
tell cluster-atlas plain-loop
tell mawk cluster-atlas
tell pandas cluster-atlas
