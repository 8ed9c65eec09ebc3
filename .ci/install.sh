# SPDX-License-Identifier: GPL-3.0-or-later
# To be sourced: install_packages KIND… installs what is missing of .ci/packages.

install_packages () {
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "This is no Debian: install what .ci/packages names by hand." >&2
    return 0
  fi

  missing=
  for kind in "$@"; do
    for package in $(sed -n "s/^$kind //p" .ci/packages); do
      case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
        "install ok installed") ;;
        *) missing="$missing $package" ;;
      esac
    done
  done
  [ -n "$missing" ] || return 0

  as_root=
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      echo "Missing packages, and neither root nor sudo to install them:" >&2
      echo "  apt-get install$missing" >&2
      return 1
    fi
    as_root=sudo
  fi

  echo "Installing:$missing"
  log=$(mktemp)
  # An old list of packages may name files that the mirror no longer has.
  if $as_root apt-get -qq -o DPkg::Lock::Timeout=600 update >"$log" 2>&1 &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y \
      -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 \
      install --no-install-recommends $missing >>"$log" 2>&1; then
    rm -f "$log"
    return 0
  fi
  cat "$log" >&2
  rm -f "$log"
  return 1
}
