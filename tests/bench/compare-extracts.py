#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""compare-extracts.py OURS OTHERS...: whether each of OTHERS has the columns of
OURS from the first one on, with the same values in the same rows; only such
programs may be timed against each other. OURS may have further columns: the
estimates."""

import csv
import sys


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def main():
    ours = read(sys.argv[1])
    for path in sys.argv[2:]:
        theirs = read(path)
        n = len(theirs[0])
        if any(not name.startswith("estimates.") for name in ours[0][n:]):
            sys.exit(f"{path}: lacks the columns {ours[0][n:]}")
        if len(theirs) != len(ours):
            sys.exit(f"{path}: {len(theirs)} rows, not {len(ours)}")
        for row, (our, their) in enumerate(zip(ours, theirs)):
            for name, a, b in zip(ours[0], our, their):
                if a != b:
                    sys.exit(f"{path}: row {row}, {name}: “{b}”, not “{a}”")
            if len(their) != n:
                sys.exit(f"{path}: row {row} has {len(their)} cells, not {n}")
        print(f"{path}: the same {n} columns, {len(ours) - 1} rows")


main()
