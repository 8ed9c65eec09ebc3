# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls that tear files, follow the locale or trust names are not made."""

import re

from tap import Tap, code_lines, project_files, root

# What, and why not. Looked for in code; comments do not count.
FORBIDDEN = (
    (r"g_file_replace_contents\w*", "tears the old file when a write fails"),
    (r"\bfopen\s*\(", "tears the old file; save through atlas-save.h"),
    (r"\b(atoi|atol|atoll|strtod|strtof|sscanf|fscanf)\s*\(",
     "follows the locale or hides overflow"),
    (r"\bg_strtod\s*\(", "follows the locale"),
    (r"\w+_(set|from)_markup\s*\(|\bpango_parse_markup\s*\(",
     "names from files are not markup"),
    (r"\bcairo_show_text\s*\(", "bad UTF-8 kills the context"),
    (r"\b(strcpy|strcat|sprintf|gets|alloca)\s*\(", "has no bound"),
    (r"\b(system|popen)\s*\(", "starts a shell"),
    (r"\b(TODO|FIXME|XXX)\b", "is work left open"),
)
# A floating point conversion in a format string; the string contents matter
# here, so this one reads the raw line.
FLOAT_FORMAT = re.compile(r'"[^"]*%[-+ #0-9.*]*(?:l|L)?[feEgG][^"]*"')
FLOAT_SAFE = re.compile(r"g_ascii_formatd|g_test_message|g_print|g_debug")
# file, pattern: reason. Every line is an exception that was thought about.
ALLOWED = {
    ("src/session/atlas-filter.c", "float"):
        "the label of a chip is read by people, in their locale",
    ("src/widgets/atlas-table-view-footer.c", "float"):
        "a year without a point, read by people",
}

tap = Tap()
top = root()
sources = [path for path in project_files(".c", ".h")
           if path.relative_to(top).parts[0] == "src"]

for pattern, why in FORBIDDEN:
    faults = []
    for path in sources:
        name = str(path.relative_to(top))
        if (name, pattern) in ALLOWED:
            continue
        for number, line in code_lines(path):
            if re.search(pattern, line):
                faults.append(f"{name}:{number}: {why}")
    tap.check(pattern, faults)

faults = []
for path in sources:
    name = str(path.relative_to(top))
    if (name, "float") in ALLOWED:
        continue
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if FLOAT_FORMAT.search(line):
            around = " ".join(lines[max(0, number - 3):number + 10])
            if FLOAT_SAFE.search(around) is None:
                faults.append(f"{name}:{number}: printf with a floating point "
                              "conversion follows the locale")
tap.check("floating point in format strings", faults)

stale = [f"{name}: {pattern}: no such file" for name, pattern in ALLOWED
         if not (top / name).exists()]
tap.check("every exception still stands for a file", stale)
tap.done()
