#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-figures.py PROGRAM SAMPLES GENERATOR: the estimates that PROGRAM exports,
computed a second time from the text of the profiles, by other means: exact
fractions, and every possible total tried where the program has a formula. The
samples, and profiles that GENERATOR makes."""

import json
import math
import os
import re
import subprocess
import sys
import tempfile
from fractions import Fraction as F

HALF = F(1, 2)
DECIMALS = {"patents_hhi": 6, "articles_hhi": 6, "patent_collaborations": 2,
            "article_collaborations": 2, "population": 0,
            "population_from_patents": 0, "population_from_articles": 0}

# Computed by hand from the five files; closed intervals.
CHECKED = {
    ("Shenyang", "patents_total"): (686.4198, 703.7975),
    ("Shenyang", "articles_total"): (36707.6923, 36960),
    ("Shenyang", "population_from_patents"): (6211943, 6427374),
    ("Shenyang", "population"): (6239091, 6283043),
    ("Shenyang", "patents_total_joint"): (686.4198, 694.2762),
    ("Shenyang", "articles_total_joint"): (36707.6923, 36960),
    ("Shenyang", "patents_cr3"): (51.5645, 52.1547),
    ("Shenyang", "patents_hhi"): (0.16787, 0.19536),
    ("Shenyang", "patents_per_1000_articles"): (18.6114, 18.7845),
    ("Chongqing", "patents_total"): (1455.4, 1501.6),
    ("Chongqing", "articles_total"): (47993.9, 49101.7),
    ("Chongqing", "population"): (8574000, 8605000),
    ("Chongqing", "patents_total_joint"): (1496.2, 1501.6),
    ("Chongqing", "articles_total_joint"): (47993.9, 48167.0),
    ("Chongqing", "patents_cr3"): (41.76, 41.91),
    ("Chongqing", "patents_hhi"): (0.1050, 0.1315),
    ("Chongqing", "patents_per_1000_articles"): (31.17, 31.29),
}


def number(text):
    return F(text.replace(",", ""))


def around(text):
    """What rounding turns into a whole number."""
    value = number(text)
    return max(value - HALF, F(0)), value + HALF


def meet(a, b):
    if a is None or b is None:
        return None
    low, high = max(a[0], b[0]), min(a[1], b[1])
    return (low, high) if low <= high else None


def divide(a, b):
    if a is None or b is None or b[0] <= 0:
        return None
    return a[0] / b[1], a[1] / b[0]


def scale(a, b):
    return None if a is None or b is None else (a[0] * b[0], a[1] * b[1])


def bound_total(rows):
    total = (F(0), math.inf)
    for count, share in rows:
        low, high = around(share)
        total = meet(total, (100 * number(count) / high,
                             100 * number(count) / low if low else math.inf))
        if total is None:
            return None
    return total


def squares(counts, total, packed):
    """The index when what is not named is spread, or packed."""
    rest = total - sum(counts)
    index = sum(count ** 2 for count in counts)
    if packed:
        size = min(counts)
        while rest > size:
            index += size ** 2
            rest -= size
        index += rest ** 2
    else:
        index += rest
    return index / total ** 2


def try_totals(counts, total):
    """Every whole total, or a thousand of them where there are too many."""
    least, most = math.ceil(total[0]), math.floor(total[1])
    if least > most:
        return None
    step = max(1, (most - least) // 300)
    tried = sorted({*range(least, most + 1, step), most})
    # The long way of packing is for a total that it does not take an hour for.
    if sum(counts) * 50 < most:
        return None
    return (min(squares(counts, F(t), False) for t in tried),
            max(squares(counts, F(t), True) for t in tried))


def compute(text):
    rates = re.search(r"filed \*\*([\d,]+) PCT.*published \*\*([\d,]+) sci",
                      text).groups()
    rates = [tuple(x / 10 ** 6 for x in around(rate)) for rate in rates]
    rows = re.findall(r"^\d+\t.*\t([\d,]+)\t(\d+)%$", text, re.MULTILINE)
    tables = rows[:len(rows) // 2], rows[len(rows) // 2:]
    shares = re.findall(r"^(\d+)% of .*(?:PCT|scientific)", text, re.MULTILINE)

    totals = [bound_total(table) for table in tables]
    people = [divide(total, rate) for total, rate in zip(totals, rates)]
    population = meet(*people)
    joint = [meet(total, scale(population, rate)) or total
             for total, rate in zip(totals, rates)]
    by_rates = divide(*rates)
    ratio = meet(divide(*joint), by_rates)
    figures = {
        "population_from_patents": people[0],
        "population_from_articles": people[1],
        "population": population,
        "patents_per_1000_articles":
            ratio and (1000 * ratio[0], 1000 * ratio[1]),
    }
    for kind, word in enumerate(("patents", "articles")):
        counts = [int(number(count)) for count, share in tables[kind]]
        figures[word + "_total"] = totals[kind]
        figures[word + "_total_joint"] = joint[kind]
        if joint[kind] is not None:
            low, high = joint[kind]
            named = [100 * F(sum(counts)) / t for t in (high, low)]
            named = [min(share, F(100)) for share in named]
            figures[word + "_others"] = 100 - named[1], 100 - named[0]
            figures[word + "_cr3"] = tuple(named)
            figures[word + "_hhi"] = try_totals(counts, joint[kind])
        figures[word[:-1] + "_collaborations"] = scale(
            joint[kind], tuple(x / 100 for x in around(shares[kind])))
    return figures


def compare(name, figure, expected, found):
    """None, or what is wrong. A bound is rounded to its decimals."""
    if expected is None:
        # Not computed here, or nothing can be said.
        return None if figure.endswith("_hhi") or found is None else \
            f"{name}: {figure} is {found}, not null"
    if found is None:
        return f"{name}: {figure} is null, not {expected}"
    slack = F(6, 10) / 10 ** DECIMALS.get(figure, 4)
    for mine, theirs in zip(expected, found):
        if theirs is None:
            if mine != math.inf:
                return f"{name}: {figure} has no bound, but {float(mine)}"
        elif mine == math.inf or abs(F(theirs) - mine) > slack:
            return f"{name}: {figure} is {found}, not " \
                   f"{[float(x) for x in expected]}"
    return None


def export(program, folder):
    out = subprocess.run([program, "export", "--quiet", "--format=json",
                          folder], check=True, capture_output=True)
    return json.loads(out.stdout)["profiles"]


def check_folder(program, folder):
    profiles = export(program, folder)
    faults = []
    n = 0
    for profile in profiles:
        path = os.path.join(folder, profile["source"])
        with open(path, encoding="utf-8") as file:
            figures = compute(file.read())
        for figure, expected in figures.items():
            n += 1
            fault = compare(profile["source"], figure, expected,
                            profile["estimates"][figure])
            if fault:
                faults.append(fault)
    return profiles, n, faults


def check_by_hand(profiles):
    faults = []
    found = {(profile["cluster"], figure): value for profile in profiles
             for figure, value in profile["estimates"].items()}
    for key, expected in CHECKED.items():
        for mine, theirs in zip(expected, found[key]):
            # As many digits as were written down by hand.
            digits = len(str(mine).split(".")[1]) if "." in str(mine) else 0
            slack = 1000 if key == ("Chongqing", "population") \
                else 0.51 / 10 ** digits
            if abs(mine - theirs) > slack:
                faults.append(f"{key}: {found[key]}, not {expected}")
    return faults


def report(number, name, faults):
    print(f"{'not ok' if faults else 'ok'} {number} - {name}")
    for fault in faults[:10]:
        print("#", fault)
    return not faults


def main():
    program, samples, generator = sys.argv[1:4]
    print("1..3")
    profiles, n, faults = check_folder(program, samples)
    good = report(1, f"{n} figures of {len(profiles)} samples", faults)
    good &= report(2, f"{len(CHECKED)} figures computed by hand",
                   check_by_hand(profiles))
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([generator, "100", folder, "5"], check=True,
                       stdout=subprocess.DEVNULL)
        profiles, n, faults = check_folder(program, folder)
        good &= report(3, f"{n} figures of {len(profiles)} made profiles",
                       faults)
    sys.exit(0 if good else 1)


main()
