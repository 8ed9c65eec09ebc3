# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file says its licence, and the sources hold no foreign matter."""

import re

from tap import Tap, project_files, root

tap = Tap()
top = root()

faults = []
for path in project_files(".c", ".h", ".py", ".sh"):
    head = path.read_text(encoding="utf-8")[:200]
    if "SPDX-License-Identifier: GPL-3.0-or-later" not in head:
        faults.append(f"{path.relative_to(top)}: no licence line")
tap.check("licence line in every source", faults)

faults = []
for path in project_files(".c", ".h", ".build", ".py", ".sh", ".ui", ".md",
                          ".xml", ".yml", ".in", ".css"):
    if path.name == "test-words.py":
        continue
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if re.search(r"(?<![\w/])/(work|home|root)/", line):
            faults.append(f"{path.relative_to(top)}:{number}: "
                          "a path of one machine")
tap.check("no path of one machine", faults)

faults = []
for path in project_files(".c", ".h", ".build", ".py", ".sh", ".ui", ".css"):
    raw = path.read_bytes()
    name = path.relative_to(top)
    if b"\r" in raw or b"\t" in raw and not path.name.endswith(".py"):
        faults.append(f"{name}: tabs or carriage returns")
    if raw and not raw.endswith(b"\n"):
        faults.append(f"{name}: does not end with a line end")
    for number, line in enumerate(raw.split(b"\n"), 1):
        if line.endswith(b" "):
            faults.append(f"{name}:{number}: blank at the end of the line")
tap.check("clean white space", faults)

# British, as everywhere; the headings of the source, which core reads, write
# it with a z.
faults = []
for path in project_files(".c", ".h", ".ui", ".in"):
    name = path.relative_to(top)
    if name.parts[0] not in ("src", "ui", "data") or "core" in name.parts:
        continue
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if re.search(r"organiza|organize", line, re.IGNORECASE):
            faults.append(f"{name}:{number}: organisation")
tap.check("one spelling of organisation", faults)
tap.done()
