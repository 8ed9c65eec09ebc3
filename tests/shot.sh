#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# shot.sh OUT.png PROGRAM [ARG...]: run PROGRAM on a screen of its own, wait
# until its window stands still, save the screen and stop it.
#
#   ATLAS_SHOT_DELAY=1.5   seconds to wait after the window has appeared
#   ATLAS_SHOT_KEYS="…"    keys to press first, as xdotool names them; a word
#                          "sleep=0.5" waits, "click=X,Y" clicks, "type=text"
#                          types
# and all variables of run-display.sh.
set -eu
here=$(dirname "$0")
if [ "${ATLAS_SHOT_INSIDE:-}" != 1 ]; then
  for tool in xdotool import; do
    command -v "$tool" >/dev/null || { echo "shot.sh: no $tool" >&2; exit 77; }
  done
  ATLAS_SHOT_INSIDE=1 ATLAS_WM="${ATLAS_WM:-openbox}" \
    exec "$here/run-display.sh" "$0" "$@"
fi

out=$1
shift
"$@" &
pid=$!
xdotool search --sync --onlyvisible --pid "$pid" . >/dev/null 2>&1 &
search=$!
tries=0
while kill -0 "$search" 2>/dev/null; do
  tries=$((tries + 1))
  if [ "$tries" -gt 200 ] || ! kill -0 "$pid" 2>/dev/null; then
    kill "$search" 2>/dev/null || true
    echo "shot.sh: no window appeared" >&2
    exit 1
  fi
  sleep 0.1
done
sleep "${ATLAS_SHOT_DELAY:-1.5}"
for key in ${ATLAS_SHOT_KEYS:-}; do
  case $key in
    sleep=*) sleep "${key#sleep=}" ;;
    type=*) xdotool type "${key#type=}" ;;
    click=*)
      place=${key#click=}
      xdotool mousemove "${place%,*}" "${place#*,}" click 1
      ;;
    *) xdotool key "$key" ;;
  esac
  sleep 0.3
done
import -window root "$out"
kill "$pid"
wait "$pid" 2>/dev/null || true
