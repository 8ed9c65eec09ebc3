# SPDX-License-Identifier: GPL-3.0-or-later
"""Each room includes only the rooms and libraries that it may use."""

import re

from tap import Tap, project_files, root

# Room: the rooms it may use, and the headers of libraries it may name.
GLIB = (r"glib\.h", r"glib-object\.h", r"glib/g.*\.h", r"gobject/.*")
GIO = GLIB + (r"gio/.*",)
GTK = GIO + (r"gtk/.*", r"gdk/.*", r"graphene.*", r"pango/.*", r"cairo.*")
DRAW = (r"cairo\.h", r"pango/.*")
ROOMS = {
    "core": ((), GLIB),
    "analysis": (("core",), GLIB),
    "io": (("core", "analysis"), GIO + (r"json-glib/.*",)),
    "model": (("core", "analysis"), GIO),
    "chart": (("core", "analysis"), GLIB + DRAW),
    "report": (("core", "analysis", "chart"),
               GIO + (r"cairo(-pdf|-svg)?\.h", r"pango/.*")),
    "session": (("core", "model", "analysis"), GTK),
    "widgets": (("core", "model", "analysis", "session", "chart"),
                GTK + (r"adwaita\.h",)),
    "command": (("core", "analysis", "io", "model", "chart", "report"), GIO),
    "app": (("core", "model", "analysis", "session", "chart", "widgets", "io",
             "report", "command"),
            GTK + (r"adwaita\.h", r"gmodule\.h", r"locale\.h")),
}
# The C library and POSIX are open to all, sockets and processes to none.
SYSTEM = re.compile(
    r"(assert|ctype|errno|fcntl|float|inttypes|langinfo|limits|locale|math|poll|signal"
    r"|stdbool|stddef|stdint|stdio|stdlib|string|time|unistd|dirent|immintrin"
    r"|stdarg|sys/(prctl|stat|types|vfs|statfs|mman|file|resource|time|syscall))\.h")

tap = Tap()
top = root()
owner = {}
for path in project_files(".h"):
    parts = path.relative_to(top).parts
    if parts[0] == "src":
        owner[path.name] = parts[1]

for room, (rooms, libraries) in ROOMS.items():
    faults = []
    n_files = 0
    for path in project_files(".c", ".h"):
        parts = path.relative_to(top).parts
        if parts[:2] != ("src", room):
            continue
        n_files += 1
        for number, line in enumerate(
                path.read_text(encoding="utf-8").splitlines(), 1):
            found = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            if found is None:
                continue
            kind, name = found.groups()
            if kind == '"':
                allowed = (name in ("config.h", "atlas-resources.h",
                                    "atlas-blank-style.h")
                           or owner.get(name) in rooms + (room,))
            else:
                allowed = (SYSTEM.fullmatch(name) is not None
                           or any(re.fullmatch(library, name)
                                  for library in libraries))
            if not allowed:
                faults.append(f"{path.relative_to(top)}:{number}: "
                              f"{room} may not include {name}")
    if n_files == 0:
        faults.append(f"src/{room} is empty")
    tap.check(room, faults)

tap.done()
