# SPDX-License-Identifier: GPL-3.0-or-later
"""Names that no one expects come back from every output, as other programs
read it; no cell is a formula, no XML is broken, and the language, the number
format and the time zone of the machine change no byte.

    test-safe-outputs.py CLUSTER-ATLAS FOLDER-OF-PROFILES
"""

import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "meta"))
from tap import Tap  # noqa: E402

PROGRAM, SAMPLES = sys.argv[1:3]
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://www.gexf.net/1.2draft}"
SVG = "{http://www.w3.org/2000/svg}"

NAMES = [
    "A & B <c> \"d\" 'e' ]]> &amp; <!--",
    "tab\there\u0001\u0007\u001b\u007f\u0085end",
    "\u202eright\u202c \u2066iso\u2069 \u200fmark",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "x" * 10000,
    "quote\"\"\",",
    "semi;comma,\ttab",
    "\u05d0\u05d1\u05d2 \u0627\u0644\u0639 \u4e2d\u6587 \U0001f600",
    " lead and trail ",
    "\ufffe\uffff\ufdd0\U0001fffe no characters",
    "\r=2+2",
    "line\nbreak\r\nand another",
    "\t=3+3",
]
COMMANDS = [
    *(["export", f"--format={form}"] for form in
      ("json", "graphml", "gexf", "pajek", "vosviewer", "text")),
    *(["export", f"--format={form}", f"--table={table}"]
      for form in ("csv", "tsv")
      for table in ("profiles", "applicants", "publishers", "links", "places",
                    "problems")),
]
CHARTS = ("applicants", "shares", "multiples", "compare", "concentration",
          "position", "editions", "network", "matrix")
# Machines that differ: language, time zone.
MACHINES = [
    ("C.UTF-8", "UTC"), ("de_DE.UTF-8", "Europe/Berlin"),
    ("fr_FR.UTF-8", "America/New_York"), ("ar_EG.UTF-8", "Africa/Cairo"),
    ("ru_RU.UTF-8", "Asia/Vladivostok"), ("tr_TR.UTF-8", "Asia/Kathmandu"),
    ("zh_CN.UTF-8", "Pacific/Kiritimati"),
]

tap = Tap()


def run(words, folder, locale="C.UTF-8", zone="UTC"):
    environment = {**os.environ, "LC_ALL": locale, "LANGUAGE": "", "TZ": zone,
                   "SOURCE_DATE_EPOCH": "1700000000"}
    return subprocess.run([PROGRAM, *words, "--quiet", folder], check=True,
                          capture_output=True, env=environment).stdout


def write(words, folder, ending, **machine):
    with tempfile.TemporaryDirectory() as place:
        path = pathlib.Path(place, "out." + ending)
        run([*words, "-o", str(path)], folder, **machine)
        return path.read_bytes()


def pick(i, k):
    return NAMES[(i + k) % len(NAMES)]


def make_profile(i, name):
    def rows(k):
        return [{"rank": n + 1, "name": pick(i, k + n), "count": 100 - n,
                 "share": 10} for n in range(3)]

    def partners(k):
        return {"share": 5, "partners": [pick(i, k + n) for n in range(3)]}

    return {"source": f"{i}.txt", "edition": 2024, "cluster": name,
            "economy": pick(i, 3), "demonym": "X", "national_rank": 1,
            "national_clusters": 20, "top": 100, "rank": i + 1,
            "intensity_rank": i + 1, "pct_per_million": 10,
            "articles_per_million": 100, "applicants": rows(0),
            "publishers": rows(5), "patent_fields": [],
            "article_fields": [], "patent_collaboration": partners(1),
            "article_collaboration": partners(2)}


def differences(wanted, found, what):
    return [f"{what}: {a!r:.80} became {b!r:.80}"
            for a, b in zip(wanted, found) if a != b] + \
        ([] if len(wanted) == len(found) else
         [f"{what}: {len(found)} names, not {len(wanted)}"])


def in_xml(text):
    """XML has no control characters but three, and no way to write them."""
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]",
                  "\ufffd", text)


def check_json(folder):
    read = json.loads(run(["export", "--format=json"], folder))
    by_rank = sorted(read["profiles"], key=lambda profile: profile["rank"])
    faults = differences(NAMES, [p["cluster"] for p in by_rank], "cluster")
    for i, profile in enumerate(by_rank):
        wanted = make_profile(i, NAMES[i])
        for key in wanted.keys() - {"source"}:
            faults += differences([wanted[key]], [profile[key]], key)
    return faults


def check_graphs(folder):
    places = {node["id"]: node["label"] for node in json.loads(
        run(["export", "--format=json"], folder))["network"]["nodes"]}
    faults = differences(sorted(NAMES), sorted(places.values()), "json")
    wanted = sorted(in_xml(name) for name in NAMES)

    tree = xml.etree.ElementTree.fromstring(
        run(["export", "--format=graphml"], folder))
    keys = {key.get("id") for key in tree.iter(GRAPHML + "key")
            if key.get("attr.name") == "label" and key.get("for") == "node"}
    found = [data.text for node in tree.iter(GRAPHML + "node")
             for data in node if data.get("key") in keys]
    faults += differences(wanted, sorted(found), "graphml")

    tree = xml.etree.ElementTree.fromstring(
        run(["export", "--format=gexf"], folder))
    found = [node.get("label") for node in tree.iter(GEXF + "node")]
    faults += differences(wanted, sorted(found), "gexf")

    read = json.loads(run(["export", "--format=vosviewer"], folder))
    found = [item["label"] for item in read["network"]["items"]]
    faults += differences(sorted(NAMES), sorted(found), "vosviewer")

    # Pajek has no way to write a quote in a label, nor a line break.
    text = run(["export", "--format=pajek"], folder).decode("utf-8")
    lines = text.split("*Arcs")[0].split("\n")[1:]
    found = [line.split('"')[1] for line in lines if '"' in line]
    wanted = [re.sub("[\x00-\x1f\x7f-\x9f]", " ", name).replace('"', "'")
              for name in NAMES]
    return faults + differences(sorted(wanted), sorted(found), "pajek")


def is_number(cell):
    return re.fullmatch(r"-?[0-9]+(\.[0-9]+)?(e-?[0-9]+)?", cell) is not None


def check_tables(folder, form, separator):
    """A cell that would be run has an apostrophe before it, and no other."""
    faults = []
    for table, columns in (("profiles", ("cluster", "economy")),
                           ("applicants", ("name",)), ("publishers", ("name",)),
                           ("links", ("source", "target")),
                           ("places", ("label",)), ("problems", ())):
        text = run(["export", f"--format={form}", f"--table={table}"],
                   folder).decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""),
                               delimiter=separator, strict=True))
        for row in rows:
            if len(row) != len(rows[0]):
                faults.append(f"{table}: {len(row)} cells, not {len(rows[0])}")
            faults += [f"{table}: would be run: {cell!r:.60}" for cell in row
                       if cell[:1] in set("=+-@\t\r") and not is_number(cell)]
        if table in ("links",):
            continue
        for column in columns:
            where = [n for n, title in enumerate(rows[0])
                     if title.split(".")[-1] == column]
            found = {row[n] for row in rows[1:] for n in where}
            wanted = {("'" if name[0] in "=+-@\t\r" else "") + name
                      for name in NAMES}
            faults += [f"{table}.{column}: lost {name!r:.60}"
                       for name in wanted - found]
    return faults


def check_charts(folder):
    faults = []
    for kind in CHARTS:
        for ending in ("svg", "pdf", "png"):
            data = write(["chart", f"--kind={kind}"], folder, ending)
            if ending == "svg":
                xml.etree.ElementTree.fromstring(data)
    for name in NAMES:
        tree = xml.etree.ElementTree.fromstring(
            write(["chart", "--kind=shares", "--cluster=" + name], folder,
                  "svg"))
        told = "".join(node.text for node in tree.iter()
                       if node.tag in (SVG + "title", SVG + "desc"))
        # What Unicode has no character for is not drawn either.
        wanted = re.sub("[\ufdd0-\ufdef\U0001fffe]", "\ufffd", in_xml(name))
        if wanted not in told:
            faults.append(f"not told by the SVG: {name!r:.60}")
    return faults


def has_glyphs(word):
    """Whether the fonts here have all characters; others are drawn as boxes."""
    return all(subprocess.run(["fc-list", f":charset={ord(c):x}"], check=True,
                              capture_output=True).stdout for c in word)


def check_report(folder):
    """Each name is in the text of the pages, but for how it is broken into
    lines and for characters that have no glyph."""
    if shutil.which("pdftotext") is None or shutil.which("fc-list") is None:
        return []
    text = subprocess.run(["pdftotext", "-raw", "-", "-"], check=True,
                          input=write(["report"], folder, "pdf"),
                          capture_output=True).stdout.decode("utf-8")

    def squeeze(name):
        return re.sub("[\\s\u2010\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e"
                      "\u2066-\u2069]", "", name)

    text = squeeze(text)
    # The longest is broken by what stands at the foot of pages.
    faults = [f"not in the report: {name!r:.60}" for name in NAMES
              if name.isascii() and squeeze(name) not in text
              and text.count(name[0]) < 10000]
    # Words that run from right to left stand in their own order, and what an
    # override turns is drawn turned: each word by itself.
    return faults + [
        f"not in the report: {word!r:.60} of {name!r:.60}" for name in NAMES
        if not name.isascii() and "\u202e" not in name
        for word in re.split("[\\s\x00-\x1f\x7f-\x9f\ufdd0\ufffe\uffff"
                             "\U0001fffe]+", name)
        if word not in text and has_glyphs(word)]


def check_machines(words, folder, ending):
    wanted = write(words, folder, ending)
    return [f"{' '.join(words)}: other bytes with {locale}, {zone}"
            for locale, zone in MACHINES[1:]
            if write(words, folder, ending, locale=locale, zone=zone)
            != wanted]


with tempfile.TemporaryDirectory() as folder:
    pathlib.Path(folder, "names.json").write_text(json.dumps({
        "format": "cluster-atlas/profiles", "version": 1,
        "profiles": [make_profile(i, name) for i, name in enumerate(NAMES)],
    }), encoding="utf-8")
    tap.check("names in JSON", check_json(folder))
    tap.check("names in graphs", check_graphs(folder))
    tap.check("names in CSV", check_tables(folder, "csv", ","))
    tap.check("names in TSV", check_tables(folder, "tsv", "\t"))
    tap.check("names in charts", check_charts(folder))
    tap.check("names in the report", check_report(folder))

for words in COMMANDS:
    tap.check("machines: " + " ".join(words),
              check_machines(words, SAMPLES, "out"))
for kind in CHARTS:
    tap.check(f"machines: chart {kind}",
              check_machines(["chart", f"--kind={kind}"], SAMPLES, "svg"))
tap.check("machines: chart as PDF",
          check_machines(["chart", "--kind=network"], SAMPLES, "pdf"))
tap.check("machines: report", check_machines(["report"], SAMPLES, "pdf"))
tap.done()
