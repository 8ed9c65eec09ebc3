#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# standin-runtime.sh VERSION REPOSITORY WORKDIR: makes org.gnome.Platform and
# org.gnome.Sdk of that VERSION out of Debian 13 packages and exports them to an
# OSTree REPOSITORY, so that the manifest can be built, unchanged, on a machine
# that reaches no Flatpak remote. It is a stand-in: the ids are those of the
# GNOME runtime, the contents are Debian's. Needs root, mmdebstrap, flatpak.
set -euo pipefail

version=$1
repository=$2
work=$3
suite=trixie
arch=$(flatpak --default-arch)
mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources \
  2>/dev/null | head -n 1)
if [ -z "$mirror" ]; then
  mirror=$(sed -n 's/^deb  *\(\[[^]]*\] *\)\{0,1\}\([^ ]*\).*/\2/p' \
    /etc/apt/sources.list | head -n 1)
fi
[ -n "$mirror" ] || { echo "no Debian mirror is set up here" >&2; exit 1; }

platform="libgtk-4-1 libgtk-4-bin libadwaita-1-0 libjson-glib-1.0-0
  adwaita-icon-theme hicolor-icon-theme gsettings-desktop-schemas
  dconf-gsettings-backend librsvg2-common shared-mime-info fontconfig
  fontconfig-config fonts-cantarell fonts-dejavu-core fonts-noto-core xkb-data
  libglib2.0-bin ca-certificates locales tzdata libc-bin"
sdk="gcc libc6-dev make meson ninja-build pkg-config gettext git python3
  desktop-file-utils libgtk-4-dev libadwaita-1-dev libjson-glib-dev
  libglib2.0-dev libxml2-utils appstream appstream-util appstream-compose
  elfutils patch xz-utils ccache"
root=$work/root

rm -rf "$work"
mkdir -p "$work"
cat > "$work/dpkg.cfg" <<END
force-unsafe-io
path-exclude=/usr/share/man/*
path-exclude=/usr/share/doc/*
path-include=/usr/share/doc/*/copyright
path-exclude=/usr/share/info/*
path-exclude=/usr/share/lintian/*
END

mmdebstrap --variant=minbase --aptopt='APT::Install-Recommends "false"' \
  --dpkgopt="$work/dpkg.cfg" --include="$(echo $platform | tr ' ' ,)" \
  "$suite" "$root" "$mirror"
for locale in en_US de_DE fr_FR es_ES ru_RU ar_EG zh_CN; do
  chroot "$root" localedef -i $locale -f UTF-8 $locale.UTF-8
done
chroot "$root" fc-cache -s >/dev/null 2>&1 || true

# pack ID: the root as a runtime of that id
pack () {
  local id=$1 place=$work/$1

  mkdir -p "$place/files"
  cp -a "$root/usr/." "$place/files/"
  cp -a "$root/etc" "$place/files/etc"
  # What belongs to a host and not to a runtime.
  (cd "$place/files/etc" && rm -rf passwd* shadow* group* gshadow* hostname \
    hosts resolv.conf machine-id fstab mtab apt dpkg cron* init.d rc?.d systemd \
    skel security pam.* ld.so.cache .pwd.lock subuid* subgid*)
  rm -rf "$place"/files/share/{doc,man,info,lintian,bug,doc-base}/* \
    "$place"/files/{games,src,local} "$place/files/lib/systemd"
  mkdir -p "$place/files/share/runtime" "$place/files/share/fonts"
  find "$place/files" -type f -perm /6000 -exec chmod a-s {} +
  ln -sf ../sbin/ldconfig "$place/files/bin/ldconfig"
  # First the application's libraries, then those of extensions.
  printf '%s\n' 'include /run/flatpak/ld.so.conf.d/app-*.conf' \
    'include /app/etc/ld.so.conf' /app/lib /app/lib/x86_64-linux-gnu \
    'include /run/flatpak/ld.so.conf.d/runtime-*.conf' \
    > "$place/files/etc/ld.so.conf"
  cat > "$place/metadata" <<END
[Runtime]
name=$id
runtime=org.gnome.Platform/$arch/$version
sdk=org.gnome.Sdk/$arch/$version

[Environment]
GI_TYPELIB_PATH=/app/lib/girepository-1.0
GSK_RENDERER=cairo
END
  flatpak build-export --runtime --files=files --disable-sandbox \
    --disable-fsync --no-update-summary --subject="stand-in, Debian $suite" \
    "$repository" "$place" "$version" >/dev/null
  rm -rf "$place"
}

rm -rf "$repository"
ostree --repo="$repository" init --mode=bare-user-only
ostree --repo="$repository" config set core.fsync false
pack org.gnome.Platform
cp /etc/resolv.conf "$root/etc/resolv.conf"
cp "$work/dpkg.cfg" "$root/etc/dpkg/dpkg.cfg.d/99small"
chroot "$root" apt-get -qq update
chroot "$root" apt-get -qq -y -o APT::Install-Recommends=false \
  -o Dpkg::Use-Pty=0 install $sdk
pack org.gnome.Sdk
flatpak build-update-repo --no-update-appstream "$repository" >/dev/null
