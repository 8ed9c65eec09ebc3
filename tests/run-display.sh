#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# run-display.sh PROGRAM [ARG...]: run PROGRAM on a screen, a session bus and
# a home folder of its own, all of them gone afterwards. Nothing of the person
# who runs the tests is read or written.
#
#   ATLAS_SCREEN=1280x800x24  size of the screen
#   ATLAS_TEXT_SCALE=2        text of double size
#   ATLAS_WM=openbox          window manager to run, none by default; it must
#                             know --startup COMMAND
#   GTK_A11Y=atspi            speak to assistive technology (default: test)
set -u

for tool in Xvfb dbus-daemon; do
  if ! command -v "$tool" >/dev/null 2>&1; then
    echo "1..0 # SKIP $tool is not installed"
    exit 0
  fi
done

place=$(mktemp -d "${TMPDIR:-/tmp}/atlas-display.XXXXXX") || exit 99
bus_pid= screen_pid= wm_pid=
clean_up () {
  for pid in $wm_pid $screen_pid $bus_pid; do
    kill "$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
  done
  rm -rf "$place"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

mkdir -p "$place/run" "$place/services" "$place/home/.config/gtk-4.0"
chmod 700 "$place/run"

# The only service on the bus is the one of assistive technology: portals and
# settings daemons cost half a second and answer differently everywhere.
for folder in /usr/share/dbus-1/services /usr/local/share/dbus-1/services; do
  if [ -r "$folder/org.a11y.Bus.service" ]; then
    # Not through systemd: there may be none.
    sed '/^SystemdService=/d' "$folder/org.a11y.Bus.service" \
      > "$place/services/org.a11y.Bus.service"
  fi
done
cat > "$place/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=$place/run/bus</listen>
  <servicedir>$place/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
END

# The same pictures on every machine: nothing moves, nothing blinks.
cat > "$place/home/.config/gtk-4.0/settings.ini" <<END
[Settings]
gtk-enable-animations=0
gtk-cursor-blink=0
gtk-font-name=Sans 11
gtk-icon-theme-name=Adwaita
gtk-xft-antialias=1
gtk-xft-hinting=0
gtk-xft-rgba=none
gtk-hint-font-metrics=0
END

# Large text as the desktop makes it: more dots per inch of text, which GTK
# asks the resources of the screen for.
awk "BEGIN { print \"Xft.dpi: \" 96 * ${ATLAS_TEXT_SCALE:-1} }" \
  > "$place/home/.Xdefaults"

export HOME="$place/home"
export XDG_RUNTIME_DIR="$place/run"
export XDG_CONFIG_HOME="$HOME/.config"
export XDG_DATA_HOME="$HOME/.local/share"
export XDG_STATE_HOME="$HOME/.local/state"
# The fonts of the machine need not be indexed again for every test.
export XDG_CACHE_HOME="${TMPDIR:-/tmp}/atlas-display-cache.$(id -u)"
mkdir -p "$XDG_CACHE_HOME"

export DBUS_SESSION_BUS_ADDRESS="unix:path=$place/run/bus"
dbus-daemon --config-file="$place/bus.conf" --nofork --nopidfile \
  >"$place/bus.log" 2>&1 &
bus_pid=$!

Xvfb -displayfd 5 -screen 0 "${ATLAS_SCREEN:-1280x800x24}" -nolisten tcp \
  -noreset 5>"$place/display" >"$place/screen.log" 2>&1 &
screen_pid=$!

tries=0
while [ ! -s "$place/display" ] || [ ! -S "$place/run/bus" ]; do
  tries=$((tries + 1))
  if [ "$tries" -gt 600 ] || ! kill -0 "$screen_pid" 2>/dev/null \
    || ! kill -0 "$bus_pid" 2>/dev/null; then
    echo "Bail out! no screen or no bus"
    cat "$place/screen.log" "$place/bus.log" >&2
    exit 99
  fi
  sleep 0.05
done
DISPLAY=":$(cat "$place/display")"
export DISPLAY
unset WAYLAND_DISPLAY XAUTHORITY DESKTOP_STARTUP_ID

export GDK_BACKEND=x11
export GSK_RENDERER="${GSK_RENDERER:-cairo}"
export GSETTINGS_BACKEND=memory
export GTK_A11Y="${GTK_A11Y:-test}"
export GTK_USE_PORTAL=0

if [ -n "${ATLAS_WM:-}" ] && command -v "$ATLAS_WM" >/dev/null 2>&1; then
  "$ATLAS_WM" --startup "touch $place/managed" >/dev/null 2>&1 &
  wm_pid=$!
  # A window that comes up while the manager begins may never be drawn.
  tries=0
  while [ ! -e "$place/managed" ]; do
    tries=$((tries + 1))
    if [ "$tries" -gt 600 ] || ! kill -0 "$wm_pid" 2>/dev/null; then
      echo "Bail out! no window manager"
      exit 99
    fi
    sleep 0.05
  done
fi

"$@"
