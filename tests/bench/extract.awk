# SPDX-License-Identifier: GPL-3.0-or-later
# The same fields as the table of profiles, but for the estimates, from sound
# files only, without a single check: what a quick script would do.
function flush() {
  if (file != "")
    print file "," cluster "," national "," of "," pct "," articles "," rank \
          "," intensity rows "," psh "," pp "," ash "," ap
  rows = ""
}
FNR == 1 { flush(); file = FILENAME }
/-ranked cluster, out of/ {
  cluster = $0; sub(/ is the .*/, "", cluster)
  national = $0; sub(/.* is the /, "", national); sub(/-ranked.*/, "", national)
  of = $0; sub(/.*out of /, "", of); sub(/ .*/, "", of)
  pct = $0; sub(/.*filed \*\*/, "", pct); sub(/ .*/, "", pct); gsub(/,/, "", pct)
  articles = $0; sub(/.*published \*\*/, "", articles); sub(/ .*/, "", articles)
  gsub(/,/, "", articles)
}
/ largest science and technology cluster/ { rank = $1 + 0 }
/ S&T cluster by intensity/ { intensity = $1 + 0 }
/^[0-9]+\t/ {
  n = split($0, cell, "\t"); gsub(/,/, "", cell[3]); sub(/%/, "", cell[4])
  rows = rows "," cell[1] ",\"" cell[2] "\"," cell[3] "," cell[4]
}
/PCT patent applications are filed/ {
  psh = $1; sub(/%/, "", psh)
  n = split($0, part, /[*][*]/); pp = part[2] "," part[4] "," part[6]
}
/scientific articles are published in collaboration/ {
  ash = $1; sub(/%/, "", ash)
  n = split($0, part, /[*][*]/); ap = part[2] "," part[4] "," part[6]
}
END { flush() }
