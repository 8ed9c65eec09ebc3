# SPDX-License-Identifier: GPL-3.0-or-later
# The printed columns of the table of profiles, as `export --format=csv` has
# them, from sound files of the usual form alone, without a single check and
# without the estimates: what a quick script would do. Lines are told apart by
# how they begin, and each goes no further than the rule that knows it.
# Give -v list=FILE with the names of the files, one a line, and -v root=FOLDER/
# to have the sources relative to it.

function quote(text) {
  while (match(text, /&#[0-9]+;/))
    text = substr(text, 1, RSTART - 1) \
           sprintf("%c", substr(text, RSTART + 2, RLENGTH - 3) + 0) \
           substr(text, RSTART + RLENGTH)
  if (text !~ /[",]/)
    return text
  gsub(/"/, "\"\"", text)
  return "\"" text "\""
}

function plain(number) {
  gsub(/,/, "", number)
  return number
}

function flush() {
  if (source == "")
    return
  print source ",," edition "," quote(cluster) \
        "," quote(substr(heading, length(cluster) + 3)) "," quote(demonym) \
        "," national "," of "," top "," rank "," intensity "," pct "," articles \
        rows \
        (fields["Patents"] == "" ? ",,,,,," : fields["Patents"]) \
        (fields["Publications"] == "" ? ",,,,,," : fields["Publications"]) \
        patents publications
}

function header(  text, kind, i, prefix) {
  text = "source,part,edition,cluster,economy,demonym,national_rank," \
         "national_clusters,top,rank,intensity_rank,pct_per_million," \
         "articles_per_million"
  for (kind = 1; kind <= 2; kind++)
    for (i = 1; i <= 3; i++) {
      prefix = "," (kind == 1 ? "applicants." : "publishers.") i
      text = text prefix ".rank" prefix ".name" prefix ".count" prefix ".share"
    }
  for (kind = 1; kind <= 2; kind++)
    for (i = 1; i <= 3; i++) {
      prefix = "," (kind == 1 ? "patent" : "article") "_fields." i
      text = text prefix ".name" prefix ".share"
    }
  for (kind = 1; kind <= 2; kind++) {
    prefix = "," (kind == 1 ? "patent" : "article") "_collaboration"
    text = text prefix ".share"
    for (i = 1; i <= 3; i++)
      text = text prefix ".partners." i
  }
  return text
}

function collaboration(  part) {
  split($0, part, /[*][*]/)
  return "," ($0 + 0) "," quote(part[2]) "," quote(part[4]) "," quote(part[6])
}

BEGIN {
  FS = "\t"
  n = split("first second third fourth fifth sixth seventh eighth ninth tenth " \
            "eleventh twelfth thirteenth fourteenth fifteenth sixteenth " \
            "seventeenth eighteenth nineteenth", words, " ")
  for (i = 1; i <= n; i++)
    ordinals[words[i]] = i
  m = split("twent thirt fort fift sixt sevent eight ninet", tens, " ")
  for (k = 1; k <= m; k++) {
    ordinals[tens[k] "ieth"] = (k + 1) * 10
    for (i = 1; i <= 9; i++)
      ordinals[tens[k] "y-" words[i]] = (k + 1) * 10 + i
  }
  ordinals["one hundredth"] = 100
  print header()
  while ((getline name < list) > 0)
    ARGV[ARGC++] = name
}

FNR == 1 {
  flush()
  source = FILENAME
  if (root != "")
    source = substr(source, length(root) + 1)
  rows = heading = section = ""
  fields["Patents"] = fields["Publications"] = ""
}

length($0) < 2 { next }

/^[0-9]/ {
  if (NF == 4) {
    rows = rows "," $1 "," quote($2) "," plain($3) "," ($4 + 0)
  } else if (/ largest science and technology cluster/) {
    rank = $0 + 0
  } else if (/ S&T cluster by intensity/) {
    intensity = $0 + 0
  } else if (/ PCT patent applications are filed/) {
    patents = collaboration()
  } else if (/ scientific articles are published/) {
    publications = collaboration()
  }
  next
}

/^Top / { section = /^Top technology fields/ ? "fields" : ""; next }

section == "fields" {
  if (NF == 2)
    fields[kind] = fields[kind] "," quote($1) "," ($2 + 0)
  else
    kind = $0
  next
}

/^Global Innovation Index / { edition = substr($0, 25); next }

heading == "" { heading = $0; next }

/-ranked cluster, out of / {
  at = index($0, " is the ")
  cluster = substr($0, 1, at - 1)
  text = substr($0, at + 8)
  at = index(text, "-ranked")
  national = substr(text, 1, at - 1)
  national = national in ordinals ? ordinals[national] : national + 0
  split(substr(text, at + 24), word, " ")
  of = plain(word[1])
  text = substr(text, at + 25 + length(word[1]))
  at = index(text, " clusters, that falls within the top ")
  demonym = substr(text, 1, at - 1)
  top = plain(substr(text, at + 37, index(substr(text, at + 37), " ") - 1))
  split(text, part, /[*][*]/)
  pct = plain(substr(part[2], 1, index(part[2], " ") - 1))
  articles = plain(substr(part[4], 1, index(part[4], " ") - 1))
}

END { flush() }
