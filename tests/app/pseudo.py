#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pseudo.py SOURCE_ROOT STAMP XGETTEXT MSGFMT: a language for tests.

Takes the texts out of the sources and makes a catalogue of them in which each
is at least 40 % longer and has accents. It stands beside STAMP, as
pseudo/en_XA/LC_MESSAGES/cluster-atlas.mo.
"""

import pathlib
import re
import subprocess
import sys

ACCENTS = str.maketrans("AaCcEeGgIiLlNnOoRrSsTtUuWwYyZz",
                        "ÅåÇçÉéĜĝÎîĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž")
# What is no word: formats, places to fill, markup, escapes, addresses.
FIXED = re.compile(
    r"%(?:\d+\$)?[-+ #0']*\d*(?:\.\d+)?(?:hh|h|ll|l|z|j|t)?[A-Za-z%]"
    r"|\{\d+\}|<[^<>]+>|&\w+;|\\.|https?://\S+|--[a-z-]+|cluster-atlas")
GROWTH = 1.4


def lengthen(text, missing):
    """The words of @text with their vowels drawn out by @missing letters."""
    vowels = [i for i, letter in enumerate(text) if letter in "aeiouAEIOU"]
    for i in reversed(vowels):
        share = -(-missing // (vowels.index(i) + 1))
        text = text[:i + 1] + text[i].lower() * share + text[i + 1:]
        missing -= share
    return text + "x" * max(0, missing)


def pseudo(text):
    """A text of a catalogue, as long as the most verbose language has it."""
    parts = []
    end = 0
    for match in FIXED.finditer(text):
        parts += [(text[end:match.start()], False), (match.group(), True)]
        end = match.end()
    parts.append((text[end:], False))
    done = []
    for part, fixed in parts:
        letters = sum(letter.isalpha() for letter in part)
        if not fixed and letters:
            more = -(-letters * (GROWTH * 10 - 10) // 10)
            part = lengthen(part, int(more)).translate(ACCENTS)
        done.append(part)
    return "".join(done)



def read_strings(lines):
    """Entries of a catalogue: keyword and text, the escapes left alone."""
    entry = []
    for line in lines:
        found = re.match(r'(msg\w+(?:\[\d\])?)?\s*"(.*)"$', line)
        if not found:
            if line.startswith("#,"):
                entry.append(("#,", line))
            elif not line.strip() and entry:
                yield entry
                entry = []
        elif found[1]:
            entry.append((found[1], found[2]))
        else:
            entry[-1] = (entry[-1][0], entry[-1][1] + found[2])
    if entry:
        yield entry


def translate(template):
    yield ('msgid ""\nmsgstr ""\n"Language: en_XA\\n"\n'
           '"Content-Type: text/plain; charset=UTF-8\\n"\n'
           '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n')
    for entry in read_strings(template.splitlines()):
        texts = dict(entry)
        if not texts.get("msgid"):
            continue
        for keyword, text in entry:
            if keyword == "#,":
                yield text
            elif not keyword.startswith("msgstr"):
                yield f'{keyword} "{text}"'
        if "msgid_plural" in texts:
            yield f'msgstr[0] "{pseudo(texts["msgid"])}"'
            yield f'msgstr[1] "{pseudo(texts["msgid_plural"])}"'
        else:
            yield f'msgstr "{pseudo(texts["msgid"])}"'
        yield ""


def main(root, stamp, xgettext, msgfmt):
    folder = pathlib.Path(stamp).parent / "pseudo" / "en_XA" / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    template = subprocess.run(
        [xgettext, f"--directory={root}",
         f"--files-from={root}/po/POTFILES", "--from-code=UTF-8",
         "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2",
         "--keyword=NC_:1c,2", "--output=-"],
        check=True, capture_output=True, encoding="utf-8").stdout
    catalogue = folder / "cluster-atlas.po"
    catalogue.write_text("\n".join(translate(template)), encoding="utf-8")
    subprocess.run([msgfmt, "--check-format", "--output-file",
                    folder / "cluster-atlas.mo", catalogue], check=True)
    pathlib.Path(stamp).touch()


main(*sys.argv[1:])
