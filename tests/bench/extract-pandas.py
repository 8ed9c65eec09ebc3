#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""extract-pandas.py LIST: the fields of extract.awk from the files that LIST
names, one to a line, as a table on the standard output: what an analyst's
script would do."""

import re
import sys

import pandas

SENTENCE = re.compile(
    r"(?P<cluster>.*) is the (?P<national>.*?)-ranked cluster, out of "
    r"(?P<of>[\d,]+) .*filed \**(?P<pct>[\d,]+).*published \**"
    r"(?P<articles>[\d,]+)")
RANK = re.compile(r"(?P<rank>\d+)\w\w largest science and technology cluster")
INTENSITY = re.compile(r"(?P<intensity>\d+)\w\w S&T cluster by intensity")
ROW = re.compile(r"^(\d+)\t(.*?)\t([\d,]+)\t(\d+)%", re.MULTILINE)
PARTNERS = re.compile(r"^(\d+)% of .*?(PCT|scientific).*$", re.MULTILINE)
NAME = re.compile(r"\*\*(.*?)\*\*")


def read(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    record = {"source": path}
    for pattern in SENTENCE, RANK, INTENSITY:
        match = pattern.search(text)
        if match:
            record.update(match.groupdict())
    for i, (rank, name, count, share) in enumerate(ROW.findall(text)):
        record.update({f"{i}.rank": rank, f"{i}.name": name,
                       f"{i}.count": count, f"{i}.share": share})
    for match in PARTNERS.finditer(text):
        record[match[2]] = match[1]
        for i, name in enumerate(NAME.findall(match[0])):
            record[f"{match[2]}.{i}"] = name
    return record


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        table = pandas.DataFrame([read(path.rstrip("\n")) for path in file])
    for column in table.columns:
        if column.endswith((".count", ".rank", ".share")) or column in (
                "of", "pct", "articles", "rank", "intensity"):
            table[column] = pandas.to_numeric(
                table[column].str.replace(",", ""))
    table.to_csv(sys.stdout, index=False)


main()
