# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints lines and branches covered by room, from gcovr's JSON summary."""

import collections
import json
import sys

# What each room is to reach, in percent of lines and of branches.
ROOMS = {
    "core": (98, 90),
    "io": (98, 90),
    "model": (98, 90),
    "analysis": (98, 90),
    "chart": (95, None),
    "report": (95, None),
    "session": (None, None),
    "widgets": (85, None),
    "command": (85, None),
    "app": (85, None),
}


def percent(part, whole):
    return 100 * part / whole if whole else 100.0


def figure(part, whole, bound):
    text = f"{percent(part, whole):5.1f} % of {whole:6}"
    if bound is None:
        return text + " " * 9
    sign = ">=" if percent(part, whole) >= bound else "< "
    return f"{text} {sign} {bound:3}  "


counts = collections.defaultdict(lambda: [0, 0, 0, 0])
with open(sys.argv[1], encoding="utf-8") as stream:
    for entry in json.load(stream)["files"]:
        for room in (entry["filename"].split("/")[1], "all"):
            for place, key in enumerate(("line_covered", "line_total",
                                         "branch_covered", "branch_total")):
                counts[room][place] += entry[key]

print(f"{'room':9} {'lines':25} {'branches'}")
for room in [*ROOMS, "all"]:
    lines, line_total, branches, branch_total = counts[room]
    line_bound, branch_bound = ROOMS.get(room, (None, None))
    print(f"{room:9} {figure(lines, line_total, line_bound)} "
          f"{figure(branches, branch_total, branch_bound)}".rstrip())
