#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""extract-pandas.py LIST [ROOT]: the columns of extract.awk from the files that
LIST names, one to a line, as a table on the standard output: what an analyst's
script would do."""

import html
import re
import sys

import pandas

UNITS = ("first second third fourth fifth sixth seventh eighth ninth tenth "
         "eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
         "seventeenth eighteenth nineteenth").split()
TENS = "twent thirt fort fift sixt sevent eight ninet".split()

TITLE = re.compile(r"^Global Innovation Index (\d+)\s+(.*)$", re.MULTILINE)
SENTENCE = re.compile(
    r"^(?P<cluster>.*?) is the (?P<national_rank>.*?)-ranked cluster, out of "
    r"(?P<national_clusters>[\d,]+) (?P<demonym>.*?) clusters, that falls "
    r"within the top (?P<top>[\d,]+) .*?filed \**(?P<pct_per_million>[\d,]+)"
    r".*?published \**(?P<articles_per_million>[\d,]+)", re.MULTILINE)
RANK = re.compile(r"^([\d,]+)\w\w largest science", re.MULTILINE)
INTENSITY = re.compile(r"^([\d,]+)\w\w S&T cluster by intensity", re.MULTILINE)
ROW = re.compile(r"^(\d+)\t(.*?)\t([\d,]+)\t(\d+)%", re.MULTILINE)
FIELDS = re.compile(r"^Patents\n(.*?)^Publications\n(.*?)^\d+% of",
                    re.MULTILINE | re.DOTALL)
FIELD = re.compile(r"^(.*?)\t(\d+)%", re.MULTILINE)
PARTNERS = re.compile(r"^(\d+)% of .*?(PCT|scientific).*$", re.MULTILINE)
NAME = re.compile(r"\*\*(.*?)\*\*")

TEXTS = ["source", "cluster", "economy", "demonym"]


def make_ordinals():
    ordinals = {word: i + 1 for i, word in enumerate(UNITS)}
    for k, ten in enumerate(TENS):
        ordinals[ten + "ieth"] = (k + 2) * 10
        for i, unit in enumerate(UNITS[:9]):
            ordinals[f"{ten}y-{unit}"] = (k + 2) * 10 + i + 1
    ordinals["one hundredth"] = 100
    return ordinals


def make_columns():
    columns = ["source", "part", "edition", "cluster", "economy", "demonym",
               "national_rank", "national_clusters", "top", "rank",
               "intensity_rank", "pct_per_million", "articles_per_million"]
    columns += [f"{table}.{i}.{cell}" for table in ("applicants", "publishers")
                for i in (1, 2, 3) for cell in ("rank", "name", "count",
                                                "share")]
    columns += [f"{table}_fields.{i}.{cell}" for table in ("patent", "article")
                for i in (1, 2, 3) for cell in ("name", "share")]
    for kind in "patent", "article":
        columns.append(f"{kind}_collaboration.share")
        columns += [f"{kind}_collaboration.partners.{i}" for i in (1, 2, 3)]
    return columns


def read(path, source):
    with open(path, encoding="utf-8") as file:
        text = html.unescape(file.read())
    record = {"source": source}
    record.update(SENTENCE.search(text).groupdict())
    record["edition"], heading = TITLE.search(text).groups()
    record["economy"] = heading[len(record["cluster"]) + 2:]
    record["rank"] = RANK.search(text)[1]
    record["intensity_rank"] = INTENSITY.search(text)[1]
    for k, row in enumerate(ROW.findall(text)):
        prefix = f"{('applicants', 'publishers')[k // 3]}.{k % 3 + 1}."
        (record[prefix + "rank"], record[prefix + "name"],
         record[prefix + "count"], record[prefix + "share"]) = row
    for kind, part in zip(("patent", "article"), FIELDS.search(text).groups()):
        for i, field in enumerate(FIELD.findall(part), 1):
            (record[f"{kind}_fields.{i}.name"],
             record[f"{kind}_fields.{i}.share"]) = field
    for match in PARTNERS.finditer(text):
        kind = "patent" if match[2] == "PCT" else "article"
        record[f"{kind}_collaboration.share"] = match[1]
        for i, name in enumerate(NAME.findall(match[0]), 1):
            record[f"{kind}_collaboration.partners.{i}"] = name
    return record


def main():
    root = sys.argv[2] if len(sys.argv) > 2 else ""
    with open(sys.argv[1], encoding="utf-8") as file:
        paths = file.read().splitlines()
    table = pandas.DataFrame([read(path, path[len(root):]) for path in paths],
                             columns=make_columns())
    ordinals = make_ordinals()
    ranks = table["national_rank"]
    table["national_rank"] = ranks.map(ordinals).fillna(
        ranks.str.extract(r"^(\d+)")[0])
    for column in table.columns:
        if column not in TEXTS and not column.endswith(".name") \
                and ".partners." not in column:
            table[column] = pandas.to_numeric(
                table[column].astype("string").str.replace(",", "")
            ).astype("Int64")
    table.to_csv(sys.stdout, index=False)


main()
