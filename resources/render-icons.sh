#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# render-icons.sh: draw anew those of the program's icons that stand in its
# first frame, so that the start needs no librsvg. To be run when one of them
# has changed; tests/app/test-icon-images.c holds them against their sources. Needs
# rsvg-convert and gtk4-encode-symbolic-svg.
set -eu
cd "$(dirname "$0")/icons"

id=io.github.cluster_atlas.ClusterAtlas
for size in 48 128; do
  for scale in 1 2; do
    folder=${size}x$size
    [ "$scale" = 1 ] || folder=$folder@$scale
    mkdir -p "$folder/apps"
    rsvg-convert --width=$((size * scale)) --height=$((size * scale)) \
      --output="$folder/apps/$id.png" \
      "../../data/icons/hicolor/scalable/apps/$id.svg"
  done
done

# Those of buttons, and of pages that say what is missing.
for icon in charts:16 network:16 profiles:16 statistics:16 \
            profiles:96 profiles:128 reading:128; do
  name=${icon%:*} size=${icon#*:}
  for scale in 1 2; do
    folder=${size}x$size
    [ "$scale" = 1 ] || folder=$folder@$scale
    mkdir -p "$folder/actions"
    gtk4-encode-symbolic-svg --output="$folder/actions" \
      "scalable/actions/atlas-$name-symbolic.svg" \
      $((size * scale))x$((size * scale))
  done
done
