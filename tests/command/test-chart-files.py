#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws every kind of chart, in each of its forms, as SVG, PDF and PNG, and
holds them against each other: the same bytes in seven locales, languages and
time zones, and files that other programs accept.

    test-chart-files.py CLUSTER-ATLAS FOLDER-OF-PROFILES FOLDER-FOR-LOCALES
"""

import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

PROGRAM, SAMPLES, LOCALES = sys.argv[1:4]

# Locales with other decimals, groups, directions and days of the week, and
# time zones on either side of midnight.
PLACES = [
    ("ar_EG", "ar", "Africa/Cairo"),
    ("de_DE", "de", "Europe/Berlin"),
    ("es_ES", "es", "Atlantic/Canary"),
    ("fr_FR", "fr", "Pacific/Noumea"),
    ("ru_RU", "ru", "Asia/Kamchatka"),
    ("tr_TR", "tr", "Europe/Istanbul"),
    ("zh_CN", "zh_CN", "Pacific/Kiritimati"),
]

CHARTS = [
    "applicants", "publishers", "shares", "shares --form=donut",
    "shares --theme=dark", "multiples", "multiples --order=name", "compare",
    "concentration", "concentration --measure=top-three --order=given",
    "position", "position --measure=ranks", "position --scale=log",
    "editions", "editions3",
    "editions --measure=articles-per-million",
    "fields", "fields --form=bars --show=patents", "network", "matrix",
]

FIELDS = {
    "Patents": ["Digital communication\t21%", "Semiconductors\t12.5%"],
    "Publications": ["Biotechnology\t25%", "Pharmaceuticals\t9%"],
}

FORMATS = ["svg", "pdf", "png"]


def make_locales():
    """The locales of a folder; None where they cannot be made."""
    for name, _, _ in PLACES:
        place = pathlib.Path(LOCALES, f"{name}.UTF-8")
        if place.is_dir():
            continue
        if shutil.which("localedef") is None:
            return None
        pathlib.Path(LOCALES).mkdir(parents=True, exist_ok=True)
        subprocess.run(["localedef", "-i", name, "-f", "UTF-8", str(place)],
                       capture_output=True)
        if not place.is_dir():
            return None
    return LOCALES


def make_profiles(folder, years):
    """The samples with technology fields, in several editions."""
    for year in years:
        for sample in sorted(pathlib.Path(SAMPLES).glob("*.txt")):
            text = sample.read_text(encoding="utf-8").replace("2024", str(year))
            for heading, rows in FIELDS.items():
                text = text.replace(f"\n{heading}\n",
                                    f"\n{heading}\n\n" + "\n".join(rows) + "\n",
                                    1)
            target = pathlib.Path(folder, str(year))
            target.mkdir(parents=True, exist_ok=True)
            (target / sample.name).write_text(text, encoding="utf-8")


def draw(chart, out, profiles, environment):
    kind, *options = chart.split()
    folder = "three" if kind == "editions3" else (
        "two" if kind == "editions" else "one")
    result = subprocess.run(
        [PROGRAM, "chart", "--quiet", f"--kind={kind.rstrip('3')}", *options,
         "-o", out, str(profiles / folder)],
        env=environment, capture_output=True)
    if result.returncode != 0:
        raise AssertionError(f"{chart}: {result.stderr.decode()}")
    return pathlib.Path(out).read_bytes()


def check_png(data):
    """Every chunk of a PNG has the sum that it says, and the pixels unpack."""
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        raise AssertionError("no PNG")
    offset, pixels, last = 8, b"", b""
    while offset < len(data):
        length, last = struct.unpack(">I4s", data[offset:offset + 8])
        body = data[offset + 8:offset + 8 + length]
        (total,) = struct.unpack(
            ">I", data[offset + 8 + length:offset + 12 + length])
        if zlib.crc32(last + body) != total:
            raise AssertionError("a chunk of the PNG is broken")
        pixels += body if last == b"IDAT" else b""
        offset += 12 + length
    if last != b"IEND" or len(zlib.decompress(pixels)) == 0:
        raise AssertionError("the PNG ends early")


def check_file(path, data):
    command = {
        "svg": ["xmllint", "--noout", "--nonet", path],
        "pdf": ["qpdf", "--check", path],
    }.get(path[-3:])
    if command is None:
        check_png(data)
    elif shutil.which(command[0]) is not None:
        result = subprocess.run(command, capture_output=True)
        if result.returncode != 0:
            raise AssertionError(result.stderr.decode())


def main():
    locales = make_locales()
    with tempfile.TemporaryDirectory() as folder:
        profiles = pathlib.Path(folder, "profiles")
        for name, years in (("one", [2024]), ("two", [2023, 2024]),
                            ("three", [2022, 2023, 2024])):
            make_profiles(profiles / name, years)
        plain = dict(os.environ, LC_ALL="C.UTF-8", TZ="UTC",
                     SOURCE_DATE_EPOCH="1700000000")
        plain.pop("LANGUAGE", None)
        print(f"1..{len(CHARTS) * len(FORMATS)}")
        number = failed = 0
        for chart in CHARTS:
            for form in FORMATS:
                number += 1
                path = os.path.join(folder, f"chart.{form}")
                try:
                    first = draw(chart, path, profiles, plain)
                    check_file(path, first)
                    for name, language, zone in PLACES if locales else []:
                        there = dict(plain, LC_ALL=f"{name}.UTF-8", TZ=zone,
                                     LANGUAGE=language, LOCPATH=locales)
                        if draw(chart, path, profiles, there) != first:
                            raise AssertionError(f"other bytes in {name}")
                    print(f"ok {number} {chart} {form}"
                          + ("" if locales else " # SKIP no localedef"))
                except AssertionError as error:
                    failed += 1
                    print(f"not ok {number} {chart} {form}")
                    print(f"# {error}", flush=True)
    return 1 if failed else 0


sys.exit(main())
