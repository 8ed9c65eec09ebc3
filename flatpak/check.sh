#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check.sh [WORKDIR]: from nothing but Debian packages, without internet
# remotes: build the manifest unchanged with flatpak-builder against a stand-in
# runtime, bundle it, install and run it in the sandbox, and check what the
# sandbox promises. Root, Debian 12. Leaves WORKDIR/*.flatpak and the signed
# repository with its .flatpakref.
set -uo pipefail

here=$(cd "$(dirname "$0")" && pwd)
top=$(dirname "$here")
id=io.github.cluster_atlas.ClusterAtlas
manifest=$here/$id.yml
version=$(sed -n "s/^runtime-version: *'\(.*\)'/\1/p" "$manifest")
work=${1:-$top/build-flatpak}
mkdir -p "$work"
work=$(realpath "$work")
passed=0
failed=0

say () { printf '%s\n' "$*"; }

# check NAME COMMAND…: passed when the command succeeds
check () {
  local name=$1
  shift
  if "$@" >"$work/last.log" 2>&1; then
    passed=$((passed + 1))
    say "ok      $name"
  else
    failed=$((failed + 1))
    say "NOT OK  $name"
    tail -n 8 "$work/last.log" | sed 's/^/        /'
  fi
}

# refuse NAME COMMAND…: passed when the command fails
refuse () {
  local name=$1
  shift
  if "$@" >"$work/last.log" 2>&1; then
    failed=$((failed + 1))
    say "NOT OK  $name"
  else
    passed=$((passed + 1))
    say "ok      $name"
  fi
}

finish () {
  say "$passed passed, $failed failed"
  [ "$failed" = 0 ]
  exit
}

# Where the machine cannot, say so; 77 is how a test is skipped.
cannot () {
  say "skipped: $*"
  exit 77
}

[ "$(id -u)" = 0 ] || cannot "the stand-in runtime is made with mmdebstrap: needs root"
command -v apt-get >/dev/null || cannot "no Debian"
unshare -m true 2>/dev/null || cannot "no name spaces here"

packages="flatpak flatpak-builder ostree mmdebstrap elfutils fuse3 gnupg
  desktop-file-utils appstream appstream-util librsvg2-common xvfb imagemagick
  python3-gi xdotool libglib2.0-bin dbus dbus-user-session dbus-x11 xdg-desktop-portal
  xdg-desktop-portal-gtk poppler-utils git"
if ! dpkg -s $packages >/dev/null 2>&1; then
  { apt-get -qq -o DPkg::Lock::Timeout=900 update &&
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=900 \
      -o Dpkg::Use-Pty=0 install --no-install-recommends $packages; } \
    >"$work/apt.log" 2>&1 || cannot "packages could not be installed"
fi

# A home of its own: nothing of the person who runs this is touched.
export HOME=$work/home XDG_RUNTIME_DIR=$work/run
# Where the host's locales are means nothing inside.
unset LOCPATH LANGUAGE
rm -rf "$HOME" "$XDG_RUNTIME_DIR"
mkdir -p "$HOME/Documents/profiles"
mkdir -m 700 -p "$XDG_RUNTIME_DIR"
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME

# ---- the stand-in runtime, kept between runs
runtime=$work/standin-$version.repo
stamp=$(sha256sum <"$here/standin-runtime.sh" | cut -c1-16)
if [ "$(cat "$runtime/STAMP" 2>/dev/null)" != "$stamp" ]; then
  say "making a stand-in for org.gnome.Platform//$version from Debian packages"
  bash "$here/standin-runtime.sh" "$version" "$runtime" "$work/runtime" \
    >"$work/runtime.log" 2>&1 ||
    { tail -n 5 "$work/runtime.log"; cannot "the stand-in runtime could not be made"; }
  printf '%s\n' "$stamp" >"$runtime/STAMP"
  rm -rf "$work/runtime"
fi
say "note: the runtime is a stand-in made of Debian packages, not GNOME's own"
flatpak --user remote-add --if-not-exists --no-gpg-verify standin "file://$runtime"
flatpak --user install -y --noninteractive standin \
  org.gnome.Platform//"$version" org.gnome.Sdk//"$version" \
  >"$work/install-runtime.log" 2>&1 || cannot "flatpak cannot install here"

# ---- what can be said of the manifest alone
flatpak-builder --show-manifest "$manifest" >"$work/manifest.json" 2>"$work/manifest.err"
check "the manifest has no unknown key" test ! -s "$work/manifest.err"
check "the release manifest has no unknown key" bash -c \
  "test -z \"\$(flatpak-builder --show-manifest '$here/$id.release.yml' 2>&1 >/dev/null)\""
check "the release manifest differs in its source only" python3 - <<END
import json, subprocess
def read(name):
    manifest = json.loads(subprocess.check_output(
        ["flatpak-builder", "--show-manifest", name], stderr=subprocess.DEVNULL))
    return manifest, manifest["modules"][-1].pop("sources")
(here, source), (release, tagged) = map(
    read, ("$manifest", "$here/$id.release.yml"))
assert here == release, "they differ"
assert source[0]["type"] == "dir" and tagged[0]["type"] == "git"
assert tagged[0]["tag"].startswith("v")
END

# ---- a key to sign with, used for this repository only
export GNUPGHOME=$work/gnupg
rm -rf "$GNUPGHOME"
mkdir -m 700 "$GNUPGHOME"
gpg --batch --quiet --passphrase '' --quick-gen-key \
  'Cluster Atlas (check of the package)' ed25519 sign 0 >"$work/gpg.log" 2>&1
key=$(gpg --list-keys --with-colons 2>"$work/gpg.log" | sed -n 's/^fpr:*\([0-9A-F]*\):/\1/p' | head -n 1)

build () { # build FOLDER [OPTION…]: its manifest into the signed repository
  flatpak-builder --user --force-clean --disable-rofiles-fuse --ccache \
    --state-dir="$work/state" --repo="$work/repo" --gpg-sign="$key" \
    --gpg-homedir="$GNUPGHOME" "${@:2}" "$work/build" "$1/flatpak/$id.yml"
}

# The source as git has it, with what is changed and not committed.
copy_source () {
  rm -rf "$1"
  mkdir -p "$1"
  if git -C "$top" rev-parse >/dev/null 2>&1; then
    (cd "$top" && git ls-files -co --exclude-standard -z |
      xargs -0 cp --parents -t "$1")
  else
    cp -a "$top/." "$1"
  fi
}

rm -rf "$work/repo" "$work/build"
copy_source "$work/source"
check "flatpak-builder builds it, and its tests pass" build "$work/source"
if [ ! -d "$work/build/export" ]; then
  tail -n 30 "$work/last.log"
  finish
fi
files=$work/build/files
# Older builders move it to the place it had before.
metainfo=$files/share/metainfo/$id.metainfo.xml
[ -e "$metainfo" ] || metainfo=$files/share/appdata/$id.appdata.xml
check "MetaInfo validates" appstreamcli validate --no-net --pedantic "$metainfo"
check "desktop file validates" desktop-file-validate \
  "$files/share/applications/$id.desktop"
check "the licence is inside" test -s "$files/share/licenses/$id/COPYING"
for language in ar de es fr ru zh_CN; do
  check "translation inside: $language" test -s \
    "$files/share/locale/$language/LC_MESSAGES/cluster-atlas.mo"
done

# ---- bundle, repository and reference file
check "one file to install from" flatpak build-bundle --gpg-sign="$key" \
  --gpg-homedir="$GNUPGHOME" "$work/repo" "$work/$id.flatpak" "$id" master
flatpak build-update-repo --gpg-sign="$key" --gpg-homedir="$GNUPGHOME" \
  --title='Cluster Atlas' "$work/repo" >"$work/repo.log" 2>&1
{
  echo "[Flatpak Ref]"
  echo "Name=$id"
  echo "Branch=master"
  echo "Title=Cluster Atlas"
  echo "IsRuntime=false"
  echo "Url=file://$work/repo"
  echo "GPGKey=$(gpg --export "$key" | base64 -w 0)"
} >"$work/$id.flatpakref"
check "the bundle installs" flatpak --user install -y --noninteractive \
  --bundle "$work/$id.flatpak"
check "the permissions are exactly the agreed ones" diff \
  <(flatpak info --user --show-permissions $id | grep -v '^$' | sort) \
  <(printf '%s\n' '[Context]' 'shared=ipc;' \
    'sockets=x11;wayland;fallback-x11;' 'devices=dri;' | sort)

# ---- the sandbox; each refusal has a control that shows it can fail
run () { flatpak run "$@"; }

# A door on this machine that answers whoever reaches it.
rm -f "$work/port"
python3 -c '
import socket, sys
door = socket.create_server(("127.0.0.1", 0))
open(sys.argv[1] + ".new", "w").write(str(door.getsockname()[1]))
__import__("os").rename(sys.argv[1] + ".new", sys.argv[1])
while True:
    guest, _ = door.accept()
    guest.sendall(b"reached\n")
    guest.close()
' "$work/port" &
door=$!
trap 'kill $door 2>/dev/null' EXIT
for _ in $(seq 100); do [ -s "$work/port" ] && break; sleep 0.1; done
knock="exec 3<>/dev/tcp/127.0.0.1/$(cat "$work/port") && read -r word <&3 && [ \$word = reached ]"
refuse "there is no network" run --command=bash $id -c "$knock"
check "  control: there when granted" run --share=network --command=bash $id -c \
  "$knock"
check "the version is told" run $id --version
cp "$top"/data/samples/*.txt "$HOME/Documents/profiles/"
secret=$HOME/Documents/profiles/beijing-2024.txt
refuse "home is closed" run --command=cat $id "$secret"
check "  control: open when granted" run --filesystem=home --command=cat $id "$secret"
refuse "the host's files are closed" run --command=ls $id /run/host/usr/bin
check "  control: open when granted" run --filesystem=host-os --command=ls $id \
  /run/host/usr/bin
refuse "a file outside is closed" run --command=cat $id "$manifest"
check "  control: open when granted" run "--filesystem=$here:ro" --command=cat \
  $id "$manifest"
check "samples are read inside" run $id check /app/share/cluster-atlas/samples
check "standard input is read inside" bash -c \
  "flatpak run $id check - <'$secret'"

# ---- the window, with portals, on a screen of its own
gui () {
  unshare --mount --propagation private bash -c '
    mount -t tmpfs tmpfs /run/user && mkdir -m 700 /run/user/0
    export XDG_RUNTIME_DIR=/run/user/0
    exec dbus-run-session -- bash "$@"' bash "$here/check-window.sh" "$@"
}
export ATLAS_CHECK_ID=$id ATLAS_CHECK_WORK=$work ATLAS_CHECK_HERE=$here
gui C >"$work/gui.log" 2>&1
check "the window comes up" test -s "$work/window-C.png"
check "the picture is not blank" bash -c \
  "test \$(identify -format %k '$work/window-C.png') -gt 50"
check "the folder is opened through the portal" grep -q '^OpenFile' "$work/portal.log"
check "the report is saved through the portal" grep -q '^SaveFile' "$work/portal.log"
check "the report arrives on the host" bash -c \
  "pdftotext '$HOME/Documents/report.pdf' - | grep -q Shenyang"
check "the window is named after the folder, not its place" grep -qx profiles \
  "$work/titles-C"
for language in C:Preferences de_DE:Einstellungen ar_EG:التفضيلات; do
  locale=${language%%:*}
  if [ "$locale" != C ]; then
    gui "$locale.UTF-8" >"$work/gui-$locale.log" 2>&1
    mv "$work/titles-$locale.UTF-8" "$work/titles-$locale"
    check "the window comes up and is not blank: $locale" bash -c \
      "test \$(identify -format %k '$work/window-$locale.UTF-8.png') -gt 50"
  fi
  check "it speaks the language: $locale" grep -qx "${language#*:}" \
    "$work/titles-$locale"
done
refuse "  control: it does not speak German in Arabic" grep -qx Einstellungen \
  "$work/titles-ar_EG"

# ---- the signed repository: refused with another key, installed with its own
settings=$HOME/.var/app/$id
check "settings are the application's own" test -d "$settings"
gpg --batch --quiet --passphrase '' --quick-gen-key 'Somebody else' ed25519 \
  sign 0 >>"$work/gpg.log" 2>&1
sed "s|^GPGKey=.*|GPGKey=$(gpg --export 'Somebody else' | base64 -w 0)|; s|^Url=|SuggestRemoteName=other\n&|" \
  "$work/$id.flatpakref" >"$work/other.flatpakref"
check "the bundle uninstalls and leaves the settings" bash -c \
  "flatpak --user uninstall -y --noninteractive $id && test -d '$settings'"
flatpak --user remote-delete --force "${id##*.}-origin" >>"$work/repo.log" 2>&1
refuse "with another key the repository is refused" flatpak --user install -y \
  --noninteractive "$work/other.flatpakref"
flatpak --user remote-delete --force other >>"$work/repo.log" 2>&1
check "the reference file installs from the signed repository" flatpak --user \
  install -y --noninteractive "$work/$id.flatpakref"

# ---- an update keeps what was set
setting () { run --command=gsettings $id "$@"; }
check "  control: it is not set yet" bash -c \
  "[ \"\$(flatpak run --command=gsettings $id get $id recurse)\" = true ]"
check "a preference is set" setting set $id recurse false
sed -i "s/^  version: '\(.*\)',/  version: '\1.1',/" "$work/source/meson.build"
check "the next version builds" build "$work/source" --disable-tests
flatpak build-update-repo --gpg-sign="$key" --gpg-homedir="$GNUPGHOME" \
  "$work/repo" >>"$work/repo.log" 2>&1
before=$(run $id --version)
check "the update comes from the signed repository" flatpak --user update -y \
  --noninteractive $id
check "the version is the next one" bash -c \
  "[ '$before.1' = \"\$(flatpak run $id --version)\" ]"
check "the update kept the preference" bash -c \
  "[ \"\$(flatpak run --command=gsettings $id get $id recurse)\" = false ]"
launcher=$HOME/.local/share/flatpak/exports/share/applications/$id.desktop
check "it is in the menu of the desktop" test -e "$launcher"
check "uninstalls" dbus-run-session flatpak --user uninstall -y --noninteractive --delete-data $id
refuse "it is out of the menu" test -e "$launcher"
refuse "no file of it is left" test -e "$HOME/.local/share/flatpak/app/$id"
refuse "no setting of it is left" test -e "$settings"
finish
