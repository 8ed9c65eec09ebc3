#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# test-bare-window.sh PROGRAM SAMPLES: on a screen without what a desktop gives,
# the window comes up, stays, and complains of nothing but what is missing.
set -u
program=$1
samples=$2
folder=$(mktemp -d "${TMPDIR:-/tmp}/atlas-bare-XXXXXX")
trap 'rm -rf "$folder"' EXIT
# GTK calls it critical that there is no accessibility bus.
missing='CRITICAL.*Unable to connect to the accessibility bus'
G_DEBUG=
export G_DEBUG
n=0
failed=0

# up WHAT SETTING…: whether the window is there after some seconds.
up() {
  what=$1
  shift
  n=$((n + 1))
  env "$@" timeout 8 "$program" "$samples" >"$folder/said" 2>&1
  if [ $? = 124 ] &&
    ! grep -v "$missing" "$folder/said" | grep -q CRITICAL; then
    echo "ok $n - $what"
  else
    echo "not ok $n - $what"
    sed 's/^/# /' "$folder/said"
    failed=1
  fi
}

nowhere=unix:path=/nonexistent/bus
up "no session bus" DBUS_SESSION_BUS_ADDRESS=$nowhere
up "no accessibility bus" GTK_A11Y=atspi AT_SPI_BUS_ADDRESS=$nowhere
up "no home" -u HOME -u XDG_CONFIG_HOME -u XDG_DATA_HOME -u XDG_STATE_HOME
# Not even root can write there.
up "settings that cannot be written" GSETTINGS_BACKEND=keyfile HOME=/proc \
  XDG_CONFIG_HOME=/proc XDG_DATA_HOME=/proc XDG_STATE_HOME=/proc \
  XDG_CACHE_HOME=/proc
up "none of them" -u HOME -u XDG_RUNTIME_DIR GSETTINGS_BACKEND=keyfile \
  XDG_CONFIG_HOME=/proc XDG_DATA_HOME=/proc XDG_STATE_HOME=/proc \
  DBUS_SESSION_BUS_ADDRESS=$nowhere GTK_A11Y=atspi \
  AT_SPI_BUS_ADDRESS=$nowhere

echo "1..$n"
exit $failed
