# SPDX-License-Identifier: GPL-3.0-or-later
"""A few lines of TAP, and the list of the project's files."""

import pathlib
import re
import subprocess
import sys


class Tap:
    """Collects results and prints them in the Test Anything Protocol."""

    def __init__(self):
        self.n = 0
        self.failed = 0

    def check(self, name, faults):
        """One test: passed when there are no faults."""
        self.n += 1
        for fault in faults:
            print(f"# {fault}")
        if faults:
            self.failed += 1
        print(f"{'not ok' if faults else 'ok'} {self.n} - {name}")

    def done(self):
        print(f"1..{self.n}")
        sys.exit(1 if self.failed else 0)


def skip(why):
    print(f"1..0 # SKIP {why}")
    sys.exit(0)


def root():
    return pathlib.Path(sys.argv[1])


def project_files(*endings):
    """Files of the project with one of the endings, from git where it is."""
    top = root()
    try:
        names = subprocess.run(
            ["git", "-C", str(top), "ls-files", "-co", "--exclude-standard"],
            check=True, capture_output=True, text=True).stdout.splitlines()
        paths = [top / name for name in names]
    except (OSError, subprocess.CalledProcessError):
        paths = [path for path in top.rglob("*")
                 if not any(part.startswith(("build", "_", ".git", ".flatpak"))
                            for part in path.relative_to(top).parts[:-1])]
    return sorted(path for path in paths
                  if path.is_file() and path.name.endswith(endings))


def code_lines(path):
    """(number, line) of C source with comments and string contents blanked."""
    text = path.read_text(encoding="utf-8")

    def blank(match):
        found = match.group(0)
        if found.startswith('"'):
            return '"' + " " * (len(found) - 2) + '"'
        return re.sub(r"[^\n]", " ", found)

    text = re.sub(r'"(?:\\.|[^"\\\n])*"|/\*.*?\*/|//[^\n]*', blank, text,
                  flags=re.S)
    return list(enumerate(text.splitlines(), 1))
