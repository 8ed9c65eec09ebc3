# SPDX-License-Identifier: GPL-3.0-or-later
"""The sources are as clang-format 14 would write them (--apply: make them)."""

import subprocess
import sys

from tap import Tap, project_files, root, skip

formatter = sys.argv[2]
if not formatter:
    skip("clang-format 14 is not installed")

sources = [str(path) for path in project_files(".c", ".h")]
if "--apply" in sys.argv:
    subprocess.run([formatter, "-i", *sources], check=True)
    sys.exit(0)

tap = Tap()
result = subprocess.run([formatter, "--dry-run", "-Werror", *sources],
                        capture_output=True, text=True, check=False)
faults = sorted({line.split(": error:")[0].replace(str(root()) + "/", "")
                 for line in result.stderr.splitlines() if ": error:" in line})
tap.check("formatting", faults[:40])
tap.done()
