# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints "N passed, N failed, N skipped" from Meson's two logs.

The JUnit file has a case for each subtest that was told; a program that ended
in the middle of one is told by testlog.json alone, and counts as failed too.
"""

import json
import os
import sys
import xml.etree.ElementTree as ElementTree

FINE = {"OK", "SKIP", "EXPECTEDFAIL"}

junit = sys.argv[1]
passed = failed = skipped = 0
programs_failed = set()
for suite in ElementTree.parse(junit).iter("testsuite"):
    for case in suite.iter("testcase"):
        kinds = {child.tag for child in case}
        if kinds & {"failure", "error"}:
            failed += 1
            programs_failed |= {suite.get("name"), case.get("name")}
        elif "skipped" in kinds:
            skipped += 1
        else:
            passed += 1

with open(os.path.join(os.path.dirname(junit), "testlog.json"),
          encoding="utf-8") as log:
    for program in map(json.loads, log):
        name = program["name"].split(" / ")[-1]
        if program["result"] not in FINE and not any(
                told.split(" / ")[-1] == name for told in programs_failed):
            failed += 1

print(f"{passed} passed, {failed} failed, {skipped} skipped")
