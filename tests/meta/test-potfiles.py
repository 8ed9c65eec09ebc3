# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES names every file that has something to translate.

With --apply it is written anew.
"""

import re
import sys

from tap import Tap, code_lines, project_files, root

tap = Tap()
top = root()
potfiles = top / "po" / "POTFILES"
lines = (potfiles.read_text(encoding="utf-8").splitlines()
         if potfiles.exists() else [])
listed = [line for line in lines if line and not line.startswith("#")]

MARKED = re.compile(r"(?<!\w)(N?_|NC_|C_|ngettext|Q_)\s*\(")
wanted = set()
for path in project_files(".c", ".h"):
    name = str(path.relative_to(top))
    if name.startswith("src/") and any(MARKED.search(line)
                                       for _, line in code_lines(path)):
        wanted.add(name)
for path in project_files(".ui"):
    if 'translatable="yes"' in path.read_text(encoding="utf-8"):
        wanted.add(str(path.relative_to(top)))
for path in project_files(".desktop.in", ".desktop.in.in", ".metainfo.xml.in",
                          ".metainfo.xml.in.in", ".gschema.xml"):
    text = path.read_text(encoding="utf-8")
    if not path.name.endswith(".gschema.xml") or "<summary" in text:
        wanted.add(str(path.relative_to(top)))

if "--apply" in sys.argv:
    potfiles.write_text("".join(f"{name}\n" for name in sorted(wanted)),
                        encoding="utf-8")
    sys.exit(0)

tap.check("nothing is missing", [f"po/POTFILES lacks {name}"
                                 for name in sorted(wanted - set(listed))])
tap.check("nothing is stale", [f"po/POTFILES names {name}, which is not there"
                               for name in listed
                               if not (top / name).exists()])
tap.check("it is sorted", [] if sorted(listed) == listed
          else ["sort po/POTFILES"])
tap.done()
