#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# test-fuzz.sh BUILD [SECONDS]: fuzzes each target for so long (60 otherwise),
# two at a time, in a build folder of its own below BUILD. Speaks TAP. Where
# clang or its libFuzzer is missing it says so and is skipped.
set -eu
targets='aliases exporters json project text'
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
folder=$1/fuzz
seconds=${2:-${ATLAS_FUZZ_SECONDS:-60}}
clang=${FUZZ_CC:-}

for name in $clang clang-14 clang; do
  command -v "$name" >/dev/null 2>&1 && clang=$name && break
done
if [ -z "$clang" ]; then
  echo '1..0 # SKIP needs clang'
  exit 0
fi
mkdir -p "$folder"
printf '#include <stddef.h>\n#include <stdint.h>\n%s\n' \
  'int LLVMFuzzerTestOneInput (const uint8_t *d, size_t n) { return !d && n; }' \
  >"$folder/probe.c"
if ! "$clang" -fsanitize=fuzzer,address,undefined -o "$folder/probe" \
  "$folder/probe.c" 2>"$folder/probe.log"; then
  echo "1..0 # SKIP $clang has no libFuzzer or no sanitizers"
  exit 0
fi

if [ ! -f "$folder/build/build.ninja" ]; then
  CC=$clang meson setup "$folder/build" "$top" -Dfuzz=true \
    -Db_sanitize=address,undefined -Db_lundef=false -Doptimization=1 \
    >"$folder/setup.log" 2>&1 || { cat "$folder/setup.log" >&2; exit 1; }
fi
ninja -C "$folder/build" $(for t in $targets; do echo "tests/fuzz/fuzz-$t"; done) \
  >"$folder/build.log" 2>&1 || { tail -n 40 "$folder/build.log" >&2; exit 1; }

# fuzz TARGET: what it finds is left in found-TARGET, what it says in its log.
fuzz() {
  rm -rf "$folder/found-$1" "$folder/work-$1"
  mkdir -p "$folder/found-$1" "$folder/work-$1"
  "$folder/build/tests/fuzz/fuzz-$1" -max_total_time="$seconds" -timeout=20 \
    -max_len=8192 -entropic=0 -print_final_stats=1 -dict="$here/$1.dict" \
    -artifact_prefix="$folder/found-$1/" "$folder/work-$1" "$here/corpus-$1" \
    "$top/data/samples" >"$folder/$1.log" 2>&1
}

n=0
status=0
# report TARGET RESULT
report() {
  n=$((n + 1))
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$folder/$1.log")
  if [ "$2" = 0 ]; then
    echo "ok $n - $1: ${runs:-?} runs in $seconds s"
  else
    echo "not ok $n - $1: found something, see $folder/found-$1"
    tail -n 60 "$folder/$1.log" | sed 's/^/# /'
    status=1
  fi
}

echo 1..5
set -- $targets
while [ $# -gt 0 ]; do
  fuzz "$1" &
  first=$!
  second=
  if [ $# -gt 1 ]; then
    fuzz "$2" &
    second=$!
  fi
  result=0
  wait "$first" || result=$?
  report "$1" "$result"
  shift
  [ -n "$second" ] || continue
  result=0
  wait "$second" || result=$?
  report "$1" "$result"
  shift
done
exit $status
