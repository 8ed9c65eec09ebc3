#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run-fuzz.sh TARGET [SECONDS]: fuzzes one target with libFuzzer under ASan
# and UBSan, in a build folder of its own. A finding is left in the current
# folder; put it into corpus-TARGET and fix what it shows.
set -eu
target=$1
seconds=${2:-60}
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
build=${FUZZ_BUILD:-$top/build-fuzz}
work=$build/found-$target
if [ ! -d "$build" ]; then
  CC=${FUZZ_CC:-clang-14} meson setup "$build" "$top" -Dfuzz=true \
    -Db_sanitize=address,undefined -Db_lundef=false -Doptimization=1
fi
ninja -C "$build" "tests/fuzz/fuzz-$target"
mkdir -p "$work"
exec "$build/tests/fuzz/fuzz-$target" -max_total_time="$seconds" \
  -timeout=20 -max_len=8192 -entropic=0 -print_final_stats=1 \
  -dict="$here/$target.dict" "$work" "$here/corpus-$target" \
  "$top/data/samples"
