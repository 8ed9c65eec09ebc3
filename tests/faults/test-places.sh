#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# test-places.sh PROGRAM SAMPLES: where there is no room, no right, no home and
# no bus. An output is the old one or the new one, whole; the exit status and a
# sentence tell which.
set -u
program=$1
samples=$2
folder=$(mktemp -d "${TMPDIR:-/tmp}/atlas-places-XXXXXX")
trap 'umount "$folder/disk" 2>/dev/null; rm -rf "$folder"' EXIT
n=0
failed=0

say() {
  n=$((n + 1))
  if [ "$1" = 0 ]; then
    echo "ok $n - $2"
  else
    echo "not ok $n - $2"
    sed 's/^/# /' "$folder/errors"
    failed=1
  fi
}

skip() {
  n=$((n + 1))
  echo "ok $n - $1 # SKIP $2"
}

# run OUTPUT WORD…: writes OUTPUT of what WORD… say.
run() {
  output=$1
  shift
  "$program" "$@" -o "$output" "$samples" >"$folder/said" 2>"$folder/errors"
}

# What each kind of output is called here, and how it is asked for.
commands='json export --format=json
csv export --format=csv
graphml export --format=graphml
svg chart --kind=network
png chart --kind=shares
pdf report'

# each FUNCTION: calls it with the ending and the words of each command.
each() {
  echo "$commands" | while read -r ending words; do
    # shellcheck disable=SC2086
    "$1" "$ending" $words || exit 1
  done
}

refused() {
  status=$1
  [ "$status" = 3 ] && [ -s "$folder/errors" ]
}

device_is_full() {
  # The ending names the kind of picture, and this file has none.
  case $1 in png | svg) return 0 ;; esac
  shift
  run /dev/full "$@"
  refused $?
}

standard_output_is_full() {
  # Charts are asked for by the ending of a name.
  case $1 in png | svg) return 0 ;; esac
  shift
  "$program" "$@" "$samples" >/dev/full 2>"$folder/errors"
  refused $? && ! grep -qF '(null)' "$folder/errors"
}

old_stays() {
  file=$folder/disk/old.$1
  shift
  run "$file" "$@"
  refused $? && [ "$(cat "$file")" = old ] &&
    [ "$(find "$folder/disk" -name '.*' -type f | wc -l)" = 0 ]
}

prepare() {
  echo old >"$folder/disk/old.$1"
}

: >"$folder/errors"
# Reports say when they were made.
SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH
each device_is_full
say $? "/dev/full"
each standard_output_is_full
say $? "a standard output that is full"

mkdir "$folder/disk"
if mount -t tmpfs -o size=64k none "$folder/disk" 2>/dev/null; then
  each prepare
  dd if=/dev/zero of="$folder/disk/filler" bs=1k 2>/dev/null
  each old_stays
  say $? "a full disk"
  rm "$folder/disk/filler"
  mount -o remount,ro "$folder/disk"
  each old_stays
  say $? "a disk that is read only"
  umount "$folder/disk"
else
  skip "a full disk" "only root may mount"
  skip "a disk that is read only" "only root may mount"
fi

# The output is one of the profiles, also by another name.
cp -r "$samples" "$folder/profiles"
chmod -R u+w "$folder/profiles"
cp "$folder/profiles/beijing-2024.txt" "$folder/whole"
ln -s "$folder/profiles/beijing-2024.txt" "$folder/link"
own_profile() {
  shift
  for target in "$folder/profiles/beijing-2024.txt" "$folder/link"; do
    "$program" "$@" -o "$target" "$folder/profiles" >/dev/null \
      2>"$folder/errors"
    [ $? = 2 ] && cmp -s "$folder/profiles/beijing-2024.txt" "$folder/whole" ||
      return 1
  done
}
commands_of_all=$commands
commands='json export --format=json
csv export --format=csv
graphml export --format=graphml
text export --format=text'
each own_profile
say $? "an output that is one of the profiles"
commands=$commands_of_all

same() {
  file=$folder/few.$1
  whole=$folder/whole.$1
  shift
  run "$whole" "$@" && (ulimit -n 32 && run "$file" "$@") &&
    cmp "$file" "$whole" >"$folder/errors"
}
each same
say $? "32 open files"

homeless() {
  file=$folder/homeless.$1
  whole=$folder/whole.$1
  shift
  env -u HOME -u XDG_RUNTIME_DIR -u XDG_CONFIG_HOME -u XDG_CACHE_HOME \
    -u XDG_STATE_HOME -u XDG_DATA_HOME -u DBUS_SESSION_BUS_ADDRESS \
    "$program" "$@" -o "$file" "$samples" 2>"$folder/errors" &&
    cmp "$file" "$whole" >"$folder/errors"
}
each homeless
say $? "no home and no bus"

echo "1..$n"
exit $failed
