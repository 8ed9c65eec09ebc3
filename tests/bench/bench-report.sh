#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# bench-report.sh BENCH-REPORT [PAGES [ROUNDS]]: CPU seconds of cluster pages as
# a report, beside bare cairo and Pango, and beside matplotlib and R where they
# are installed: the same texts, bars and lines at the same places. They take
# turns, and the fastest round of each counts: a machine is not equally fast all
# the time.
set -eu
here=$(dirname "$0")
bench=$1
n=${2:-1000}
rounds=${3:-3}
python=${ATLAS_PYTHON:-/usr/bin/python3}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$python" -c 'import matplotlib' 2>/dev/null || python=
r=$(command -v Rscript || true)

# tell NAME SECONDS PAGES: pages per second, to the list of rounds
tell() {
  awk -v name="$1" -v s="$2" -v n="$3" \
    'BEGIN { printf "%s %.1f\n", name, n / s }' >>"$folder/round"
}

for round in $(seq "$rounds"); do
  "$bench" "$n" "$folder/pages.tsv" >"$folder/own.txt"
  sed -n 's/^\(PDF\|bare\)  *\([0-9.]*\) pages.s$/\1 \2/p
          s/^all together  *\([0-9.]*\) pages.s$/all \1/p' \
    "$folder/own.txt" >"$folder/round"
  # a tenth of the pages is enough to wait for
  # shellcheck disable=SC2046
  [ -z "$python" ] || tell matplotlib \
    $("$python" "$here/draw-pages.py" "$folder/pages.tsv" $((n / 10 + 1)))
  # shellcheck disable=SC2046
  [ -z "$r" ] ||
    tell R $("$r" --vanilla "$here/draw-pages.R" "$folder/pages.tsv" "$n")
  echo "round $round: $(paste -sd ' ' "$folder/round") pages/s"
  cat "$folder/round" >>"$folder/rounds"
done
grep memory "$folder/own.txt"

awk '
  $2 > best[$1] { best[$1] = $2 }
  function against(name, bound) {
    if (name in best)
      printf "beside %-11s %.2f (to reach: %s)\n", name, best["PDF"] / best[name],
             bound
    else
      printf "beside %-11s not installed\n", name
  }
  END {
    printf "PDF %.0f pages/s; with all before it %.0f\n", best["PDF"], best["all"]
    against("bare", 0.5)
    against("matplotlib", 25)
    against("R", 1.7)
  }' "$folder/rounds"
