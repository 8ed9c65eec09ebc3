#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check-window.sh LOCALE: called by check.sh on a session bus of its own. Opens
# the window of the installed application on a private screen, opens a folder
# and saves the report through the portals, and takes a picture.
set -u

locale=$1
id=$ATLAS_CHECK_ID
work=$ATLAS_CHECK_WORK
path=/$(echo "$id" | tr . /)
cd "$work" || exit 1

mkdir -p portals
cp "$ATLAS_CHECK_HERE/portal-chooser.portal" portals/atlas.portal
printf 'open file://%s\nsave file://%s\n' "$HOME/Documents/profiles" \
  "$HOME/Documents/report.pdf" >answers
export XDG_DESKTOP_PORTAL_DIR=$work/portals XDG_CURRENT_DESKTOP=atlas-check
export ATLAS_CHOOSER_ANSWERS=$work/answers

rm -f display "window-$locale.png"
mkfifo display
Xvfb -displayfd 3 -noreset -screen 0 1280x800x24 -nolisten tcp 3>display \
  >/dev/null 2>&1 &
screen=$!
read -r number <display
export DISPLAY=:$number
dbus-update-activation-environment DISPLAY XDG_DESKTOP_PORTAL_DIR \
  XDG_CURRENT_DESKTOP

/usr/bin/python3 "$ATLAS_CHECK_HERE/portal-chooser.py" >portal.log 2>&1 &
chooser=$!

activate () {
  gdbus call --session --dest "$id" --object-path "$1" \
    --method org.gtk.Actions.Activate "$2" '[]' '{}'
}

flatpak run --env=LC_ALL="$locale" "$id" >"window-$locale.log" 2>&1 &
for _ in $(seq 200); do
  gdbus call --session --dest "$id" --object-path "$path/window/1" \
    --method org.gtk.Actions.List >actions.log 2>&1 && break
  sleep 0.1
done
activate "$path/window/1" open-folder
sleep 3
if [ "$locale" = C ]; then
  rm -f "$HOME/Documents/report.pdf"
  activate "$path/window/1" report
  sleep 3
  # The report window stands on top; the keys of a person save it.
  timeout 10 xdotool search --onlyvisible --name 'Report' windowfocus
  sleep 0.5
  timeout 10 xdotool key ctrl+s
  for _ in $(seq 100); do
    [ -s "$HOME/Documents/report.pdf" ] && break
    sleep 0.1
  done
fi
import -window root "window-$locale.png"
# Titles of windows tell the language, and how paths are shown.
activate "$path" preferences
sleep 2
for window in $(xdotool search --onlyvisible --name . 2>/dev/null); do
  xdotool getwindowname "$window"
done >"titles-$locale"
flatpak kill "$id"
kill $chooser $screen
wait
