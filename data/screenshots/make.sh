#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# make.sh PROGRAM [FOLDER]: make the pictures of README and MetaInfo from the
# real program and the sample profiles. Needs Xvfb, openbox, xdotool and
# ImageMagick.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "${1:?usage: make.sh PROGRAM [FOLDER]}")
folder=${2:-$here}
samples=$here/../samples
export ATLAS_SHOT_DELAY="${ATLAS_SHOT_DELAY:-3}"

# NAME KEYS: the window as it looks after the keys; the empty screen around
# it is cut off.
shot () {
  ATLAS_SHOT_KEYS="$2" "$here/../../tests/shot.sh" "$folder/$1.png" \
    "$program" "$samples"
  convert "$folder/$1.png" -trim +repage -strip \
    -define png:exclude-chunks=date,time "$folder/$1.png"
}

shot profiles "alt+1 sleep=1"
shot charts "alt+2 sleep=1"
shot network "alt+3 sleep=2"
shot report "ctrl+shift+p sleep=3"
# The report window alone, without the one behind it.
convert "$folder/report.png" -gravity center -crop 1080x780+0+0 +repage \
  -strip -define png:exclude-chunks=date,time "$folder/report.png"
ADW_DEBUG_COLOR_SCHEME=prefer-dark shot network-dark "alt+3 sleep=2"
