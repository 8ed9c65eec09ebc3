#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# test-export-faults.sh PROGRAM SAMPLES: one fault a run, in the system calls of
# an export and of a load. An output is the old one whole or the new one whole,
# the exit status tells which, and nothing is left beside it.
set -u
program=$1
samples=$2
command -v strace >/dev/null || { echo '1..0 # SKIP no strace'; exit 0; }
folder=$(mktemp -d "${TMPDIR:-/tmp}/atlas-faults-XXXXXX")
trap 'rm -rf "$folder"' EXIT
strace -o "$folder/trace" true 2>/dev/null ||
  { echo '1..0 # SKIP strace may not trace here'; exit 0; }
n=0
failed=0

say() {
  n=$((n + 1))
  if [ "$1" = 0 ]; then
    echo "ok $n - $2"
  else
    echo "not ok $n - $2"
    failed=1
  fi
}

out=$folder/out.data
"$program" export --quiet --format=csv -o "$folder/whole" "$samples"
cp "$folder/whole" "$out"
for call in write fsync rename; do
  for fault in ENOSPC EIO EDQUOT EINTR; do
    echo old >"$out"
    strace -f -qq -o /dev/null -e trace=$call \
      -e inject=$call:error=$fault:when=1 \
      "$program" export --quiet --format=csv -o "$out" "$samples" 2>/dev/null
    status=$?
    if [ $status = 0 ]; then
      cmp -s "$out" "$folder/whole"
    else
      [ $status = 3 ] && [ "$(cat "$out")" = old ]
    fi
    sound=$?
    [ "$(find "$folder" -name '.*atlas-*' | wc -l)" = 0 ] || sound=1
    say $sound "$call $fault"
  done
done

for call in write fsync rename; do
  echo old >"$out"
  strace -f -qq -o /dev/null -e trace=$call \
    -e inject=$call:signal=KILL:when=1 \
    "$program" export --quiet --format=csv -o "$out" "$samples" 2>/dev/null
  sound=1
  { [ "$(cat "$out")" = old ] || cmp -s "$out" "$folder/whole"; } && sound=0
  "$program" export --quiet --format=csv -o "$out" "$samples" || sound=1
  [ "$(find "$folder" -name '.*atlas-*' | wc -l)" = 0 ] || sound=1
  say $sound "$call killed, and what was left is gone after the next run"
done

# A fault in one file costs that file and says so.
for fault in EIO EACCES EMFILE ENOENT; do
  strace -f -qq -o /dev/null -P "$samples/dalian-2024.txt" -e trace=read \
    -e inject=read:error=$fault:when=1 \
    "$program" check "$samples" >"$folder/said" 2>/dev/null
  [ $? = 1 ] && grep -q '^dalian-2024.txt:0: error: ' "$folder/said" &&
    grep -q '^4 profiles in 5 files: 1 error' "$folder/said"
  say $? "read $fault"
done
for fault in EINTR EMFILE; do
  for path in "$samples" "$samples/dalian-2024.txt"; do
    strace -f -qq -o /dev/null -P "$path" -e trace=openat \
      -e inject=openat:error=$fault:when=1 \
      "$program" check "$samples" >"$folder/said" 2>/dev/null
    say $? "openat $fault, tried again"
  done
done
strace -f -qq -o /dev/null -P "$samples" -e trace=getdents64 \
  -e inject=getdents64:error=EIO:when=2 \
  "$program" check "$samples" >"$folder/said" 2>/dev/null
grep -q '\[folder-incomplete\]$' "$folder/said"
say $? "getdents64 EIO half-way"

echo "1..$n"
exit $failed
