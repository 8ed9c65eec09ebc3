#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# bench-report.sh BENCH-REPORT [PAGES]: CPU seconds of cluster pages as a
# report, beside bare cairo and Pango, and beside matplotlib and R where they
# are installed: the same texts, bars and lines at the same places.
set -eu
here=$(dirname "$0")
bench=$1
n=${2:-1000}
python=${ATLAS_PYTHON:-/usr/bin/python3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$bench" "$n" "$folder/pages.tsv" | tee "$folder/own.txt"
own=$(sed -n 's/^PDF  *\([0-9.]*\) pages.s$/\1/p' "$folder/own.txt")

# against NAME BOUND SECONDS PAGES
against() {
  awk -v own="$own" -v name="$1" -v bound="$2" -v s="$3" -v n="$4" 'BEGIN {
    printf "%-18s %.0f pages/s; report beside it %.1f (to reach: %s)\n",
           name, n / s, own / (n / s), bound }'
}

if "$python" -c 'import matplotlib' 2>/dev/null; then
  # a tenth of the pages is enough to wait for
  result=$("$python" "$here/draw-pages.py" "$folder/pages.tsv" $((n / 10 + 1)))
  # shellcheck disable=SC2086
  against matplotlib 25 $result
else
  echo "matplotlib         not installed (python3-matplotlib)"
fi

if command -v Rscript >/dev/null; then
  result=$(Rscript --vanilla "$here/draw-pages.R" "$folder/pages.tsv" "$n")
  # shellcheck disable=SC2086
  against "R cairo_pdf" 1.7 $result
else
  echo "R cairo_pdf        not installed (r-base-core)"
fi
