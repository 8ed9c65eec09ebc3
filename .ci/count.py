# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints "N passed, N failed, N skipped" from Meson's JUnit file."""

import sys
import xml.etree.ElementTree as ElementTree

passed = failed = skipped = 0
for case in ElementTree.parse(sys.argv[1]).iter("testcase"):
    kinds = {child.tag for child in case}
    if kinds & {"failure", "error"}:
        failed += 1
    elif "skipped" in kinds:
        skipped += 1
    else:
        passed += 1

print(f"{passed} passed, {failed} failed, {skipped} skipped")
