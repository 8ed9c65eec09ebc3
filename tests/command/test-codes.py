#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-codes.py PROGRAM SAMPLES SOURCE: one damage for each code that a problem
can have. `check --json` tells that code, its line and the text, and nothing
else; `export` still gives every value that the damage did not touch."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "meta"))
from tap import Tap  # noqa: E402

PROGRAM, SAMPLES, SOURCE = sys.argv[1:4]
SOUND = pathlib.Path(SAMPLES, "shenyang-2024.txt").read_text(encoding="utf-8")
OTHER = pathlib.Path(SAMPLES, "dalian-2024.txt").read_text(encoding="utf-8")
GONE = object()

# What needs a machine out of order, and the test that makes one.
ELSEWHERE = {
    "timeout": ("tests/io/test-loader.c", "ATLAS_PROBLEM_TIMEOUT"),
    "folder-incomplete": ("tests/faults/fault-command.c",
                          "folder-incomplete"),
}

ROW = "SHENYANG SINOCEM AGROCHEMICALS R&D CO., LTD."
PATENTS = "patent_collaboration.partners."

# code, what is replaced, by what, line, text, and the values that change
WARNINGS = [
    ("missing-section", "Shenyang, China", "Shenyang", 6, "Shenyang",
     {"economy": None}),
    ("bad-number", "\t44\t", "\t4x4\t", 22, "4x4",
     {"applicants.1.count": None}),
    ("bad-rank", "61st", "0th", 12, "0th", {"rank": None}),
    ("bad-share", "\t6%", "\t600%", 22, "600%",
     {"applicants.1.share": None}),
    ("bad-row", "\t44\t6%", "", 22, "2\tSIA, CAS",
     {"applicants.1.count": None, "applicants.1.share": None}),
    ("duplicate-section", "89th",
     "62nd largest science and technology cluster in 2024\n89th", 14,
     "62nd largest science and technology cluster in 2024",
     {"rank": None}),
    ("name-mismatch", "Shenyang, China", "Shenyong, China", 6,
     "Shenyong, China", {"economy": None}),
    ("year-mismatch", "cluster in 2024\n\n89th", "cluster in 2023\n\n89th", 12,
     "2023", {"edition": None}),
    ("row-count", f"3\t{ROW}\t36\t5%\n", "", 16, "Top PCT applicants",
     {"applicants.2.rank": GONE, "applicants.2.name": GONE,
      "applicants.2.count": GONE, "applicants.2.share": GONE}),
    ("partner-count", ", **Shanghai-Suzhou** and", " and", 44,
     "**Beijing** and **Tianjin**",
     {PATENTS + "1": "Tianjin", PATENTS + "2": GONE}),
    ("repeated-name", "SIA, CAS", "Northeastern  University", 22,
     "Northeastern  University",
     {"applicants.1.name": "Northeastern  University"}),
    ("self-partner", "**Tianjin**", "**Shenyang**", 44, "Shenyang",
     {PATENTS + "2": "Shenyang"}),
    ("row-order", "2\tSIA", "4\tSIA", 22, "SIA, CAS", {"applicants.1.rank": 4}),
    ("ordinal-ending", "61st", "61th", 12, "61th", {}),
    ("unknown-ordinal", "seventeenth-", "seventeeth-", 10, "seventeeth",
     {"national_rank": None}),
    ("bad-bytes", "SIA, CAS", "SIA,\udcff CAS", 22,
     "2\tSIA,\ufffd CAS\t44\t6%",
     {"applicants.1.name": "SIA,\ufffd CAS"}),
    ("control-character", "SIA, CAS", "SIA,\x01 CAS", 22,
     "2\tSIA,\x01 CAS\t44\t6%",
     {"applicants.1.name": "SIA,\x01 CAS"}),
    ("bidi-override", "SIA, CAS", "SIA,\u202e CAS", 22,
     "2\tSIA,\u202e CAS\t44\t6%",
     {"applicants.1.name": "SIA,\u202e CAS"}),
    ("unknown-line", "Top PCT", "Source: somewhere\nTop PCT", 16,
     "Source: somewhere",
     {"notes.0.line": 16, "notes.0.text": "Source: somewhere"}),
    # What contradicts something else is kept: nobody knows which is wrong.
    ("shares-inconsistent", "\t44\t", "\t60\t", 22, "SIA, CAS",
     {"applicants.1.count": 60}),
    ("population-inconsistent", "5,883", "9,883", 10, "Shenyang",
     {"articles_per_million": 9883}),
    ("rank-inconsistent", "61st", "16th", 10, "Shenyang", {"rank": 16}),
]

JSON_HEAD = '{"format": "cluster-atlas/profiles", "version": 1, "profiles": '

# code, the bytes of a file, line, text
ERRORS = [
    ("empty", b" \n\n", 0, None),
    ("not-a-profile", b"Dear reader,\nall is well.\n", 0, None),
    ("binary", b"%PDF-1.5 and so on", 0, None),
    ("encoding", "Shenyang is".encode("utf-16-le"), 0, None),
    ("too-large", b"x" * (1024 * 1024 + 1), 0, None),
    ("too-deep", (JSON_HEAD + "[" * 70 + "]" * 70 + "}").encode(), 1, None),
]

ERROR_CODES = [case[0] for case in ERRORS] + [
    "not-regular", "unreadable", "vanished", "io", "timeout"]

tap = Tap()
SEEN = set()


def run(words):
    result = subprocess.run([PROGRAM, *words], capture_output=True, timeout=60,
                            check=False)
    return result.returncode, json.loads(result.stdout)


def flatten(value, path=""):
    """{"applicants.0.count": 278, …}; an empty list is nothing."""
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    else:
        return {path: value}
    flat = {}
    for key, child in items:
        flat.update(flatten(child, f"{path}.{key}" if path else str(key)))
    return flat


def printed(profile):
    """What the file itself says."""
    return {path: value for path, value in flatten(profile).items()
            if path.split(".")[0] not in ("source", "part", "estimates")}


def changes(before, after):
    return {path: after.get(path, GONE)
            for path in before.keys() | after.keys()
            if before.get(path, GONE) != after.get(path, GONE)}


def check_problem(problem, source, code, line, text):
    SEEN.add(problem["code"])
    severity = "error" if code in ERROR_CODES else "warning"
    wanted = {"source": source, "line": line, "severity": severity,
              "code": code, "text": text}
    faults = [f"{key}: {problem.get(key)!r}, not {value!r}"
              for key, value in wanted.items() if problem.get(key) != value]
    if len(problem.get("message") or "") < 15:
        faults.append(f"no sentence: {problem.get('message')!r}")
    return faults


def check_one(found, *wanted):
    """One problem, and that one."""
    if len(found["problems"]) != 1:
        return [f"{len(found['problems'])} problems: "
                + ", ".join(f"{p['line']} {p['code']}"
                            for p in found["problems"])]
    return check_problem(found["problems"][0], *wanted)


def check_warning(folder, code, find, replacement, line, text, expected):
    path = pathlib.Path(folder, "x.txt")
    path.write_bytes(SOUND.replace(find, replacement, 1)
                     .encode("utf-8", "surrogateescape"))
    status, found = run(["check", "--json", str(path)])
    faults = check_one(found, "x.txt", code, line, text)
    if status != 0:
        faults.append(f"status {status}")
    if [p["status"] for p in found["profiles"]] != ["warning"]:
        faults.append(f"profiles: {found['profiles']}")
    _, written = run(["export", "--format=json", str(path)])
    different = changes(REFERENCE, printed(written["profiles"][0]))
    if different != expected:
        faults.append(f"values: {different}, not {expected}")
    return faults


def check_error(folder, name, code, line=0, text=None):
    """Beside a sound file, which is loaded whole."""
    status, found = run(["check", "--json", folder])
    faults = check_one(found, name, code, line, text)
    if status != 1:
        faults.append(f"status {status}")
    if sorted(p["status"] for p in found["profiles"]) != ["error", "ok"]:
        faults.append(f"profiles: {found['profiles']}")
    _, written = run(["export", "--format=json", folder])
    if [printed(p) for p in written["profiles"]] != [REFERENCE]:
        faults.append("the sound file beside it lost something")
    return faults


def new_folder(**files):
    folder = tempfile.TemporaryDirectory()
    for name, data in files.items():
        pathlib.Path(folder.name, name + ".txt").write_bytes(
            data if isinstance(data, bytes) else data.encode())
    return folder


def check_named(path, code):
    """Named beside a sound file: what no folder is made of."""
    sound = str(pathlib.Path(SAMPLES, "shenyang-2024.txt"))
    status, found = run(["check", "--json", path, sound])
    faults = check_one(found, os.path.basename(path), code, 0, None)
    return faults + ([] if status == 1 else [f"status {status}"])


def check_several():
    lines = SOUND.count("\n") + 1
    with new_folder(x=SOUND + "\n" + OTHER) as folder:
        _, found = run(["check", "--json", folder])
        _, written = run(["export", "--format=json", folder])
        first = lines + 1 + OTHER[:OTHER.index("Global")].count("\n")
        faults = check_one(found, "x.txt", "several-profiles", first,
                           "Global Innovation Index 2024")
        if [p["cluster"] for p in written["profiles"]] != ["Shenyang",
                                                           "Dalian"]:
            faults.append("not both were loaded")
        return faults


def check_folder(code, first, second, wanted):
    """Problems between two files, each "source line text"; nothing of either
    file is lost."""
    with new_folder(a=first, b=second) as folder:
        status, found = run(["check", "--json", folder])
        _, written = run(["export", "--format=json", folder])
        with new_folder(a=first) as one, new_folder(b=second) as two:
            alone = [printed(run(["export", "--format=json", f])[1]
                             ["profiles"][0]) for f in (one, two)]
    faults = [f"code {p['code']}" for p in found["problems"]
              if p["code"] != code]
    SEEN.update(p["code"] for p in found["problems"])
    places = [(p["source"], p["line"], p["text"]) for p in found["problems"]]
    if places != wanted:
        faults.append(f"{places}, not {wanted}")
    if status != 0:
        faults.append(f"status {status}")
    if [printed(p) for p in written["profiles"]] != alone:
        faults.append("a value was lost")
    return faults


def check_skipped():
    with new_folder(x=SOUND) as folder:
        os.symlink("..", os.path.join(folder, "up"))
        status, found = run(["check", "--json", folder])
        faults = check_one(found, "up", "folder-skipped", 0, None)
        return faults + ([] if status == 0 else [f"status {status}"])


def check_codes():
    """Each code that the program knows is met here or in a named test."""
    text = pathlib.Path(SOURCE, "src/core/atlas-problem.c").read_text("utf-8")
    codes = set(re.findall(r'\[ATLAS_PROBLEM_\w+\] = \{ "([a-z-]+)"', text))
    faults = [f"never met: {code}" for code in
              sorted(codes - SEEN - ELSEWHERE.keys())]
    if len(codes) < 38:
        faults.append(f"only {len(codes)} codes were found in the source")
    for code, (path, part) in ELSEWHERE.items():
        if part not in pathlib.Path(SOURCE, path).read_text("utf-8"):
            faults.append(f"{code} is not tested by {path}")
    return faults


with new_folder(x=SOUND) as folder:
    status, found = run(["check", "--json", folder])
    tap.check("sound", [f"{p['line']} {p['code']}" for p in found["problems"]]
              + ([] if status == 0 else [f"status {status}"]))
    REFERENCE = printed(run(["export", "--format=json", folder])[1]
                        ["profiles"][0])

for case in WARNINGS:
    with tempfile.TemporaryDirectory() as folder:
        tap.check(case[0], check_warning(folder, *case))

for code, data, line, text in ERRORS:
    with new_folder(sound=SOUND) as folder:
        name = "bad.json" if data.startswith(b"{") else "bad.txt"
        pathlib.Path(folder, name).write_bytes(data)
        tap.check(code, check_error(folder, name, code, line, text))

with new_folder(sound=SOUND) as folder:
    os.mkfifo(os.path.join(folder, "bad.txt"))
    tap.check("not-regular", check_error(folder, "bad.txt", "not-regular"))
with new_folder(sound=SOUND, bad=SOUND) as folder:
    os.chmod(os.path.join(folder, "bad.txt"), 0)
    if os.geteuid() == 0:
        # Nothing is unreadable to root.
        ELSEWHERE["unreadable"] = ("tests/io/test-load.c", "no.txt unreadable")
    else:
        tap.check("unreadable", check_error(folder, "bad.txt", "unreadable"))
tap.check("vanished", check_named("/nonexistent/x.txt", "vanished"))
# Address 0 cannot be read: a file that fails as a broken disk does.
tap.check("io", check_named("/proc/self/mem", "io"))

tap.check("several-profiles", check_several())
tap.check("duplicate-profile", check_folder(
    "duplicate-profile", SOUND, SOUND, [("b.txt", 10, "Shenyang")]))
tap.check("conflicting-profile", check_folder(
    "conflicting-profile", SOUND, SOUND.replace("13% of", "14% of"),
    [("b.txt", 10, "Shenyang")]))
for name, find, replacement, line in [
        ("one rank", "65th", "61st", 12),
        ("out of", "out of 26", "out of 27", 10),
        ("order", "eighteenth", "sixteenth", 10)]:
    tap.check(f"folder-inconsistent: {name}", check_folder(
        "folder-inconsistent", SOUND, OTHER.replace(find, replacement),
        [("b.txt", line, "Dalian")]))
tap.check("folder-skipped", check_skipped())
tap.check("all codes", check_codes())
tap.done()
