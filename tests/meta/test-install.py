# SPDX-License-Identifier: GPL-3.0-or-later
"""test-install.py SOURCE BUILD: what is installed is whole and belongs
together: every file has its place, names agree, and the program runs from
there."""

import configparser
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from tap import Tap

ID = "io.github.cluster_atlas.ClusterAtlas"
FILES = [
    "bin/cluster-atlas",
    f"share/applications/{ID}.desktop",
    f"share/dbus-1/services/{ID}.service",
    f"share/glib-2.0/schemas/{ID}.gschema.xml",
    f"share/icons/hicolor/scalable/apps/{ID}.svg",
    f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    "share/icons/hicolor/scalable/mimetypes/application-x-clusteratlas+json.svg",
    f"share/metainfo/{ID}.metainfo.xml",
    f"share/mime/packages/{ID}.xml",
    "share/man/man1/cluster-atlas.1",
] + [f"share/locale/{language}/LC_MESSAGES/cluster-atlas.mo"
     for language in ("ar", "de", "es", "fr", "ru", "zh_CN")]

tap = Tap()
build = sys.argv[2]
with tempfile.TemporaryDirectory() as place:
    # Nothing of the machine is touched, no cache of it made anew.
    done = subprocess.run(
        [os.environ.get("MESON", "meson"), "install", "-C", build,
         "--no-rebuild", "--destdir", place],
        env=dict(os.environ, DESTDIR=place), capture_output=True, text=True)
    tap.check("it installs", [] if done.returncode == 0
              else (done.stdout + done.stderr).splitlines()[-5:])
    programs = list(pathlib.Path(place).rglob("bin/cluster-atlas"))
    prefix = programs[0].parent.parent if programs else pathlib.Path(place)
    tap.check("each file has its place",
              [f"not there: {name}" for name in FILES
               if not (prefix / name).is_file()])
    samples = sorted((prefix / "share/cluster-atlas/samples").glob("*.txt"))
    tap.check("the samples are there", [] if len(samples) == 5
              else [f"{len(samples)} samples"])

    desktop = configparser.ConfigParser(interpolation=None, strict=False)
    desktop.optionxform = str
    desktop.read(prefix / FILES[1], encoding="utf-8")
    entry = desktop["Desktop Entry"]
    service = (prefix / FILES[2]).read_text(encoding="utf-8")
    mime = (prefix / FILES[8]).read_text(encoding="utf-8")
    faults = []
    if entry["DBusActivatable"] != "true" or f"Name={ID}\n" not in service:
        faults.append("the desktop cannot start it by its bus name")
    if not re.search(r"^Exec=/.*/bin/cluster-atlas --gapplication-service$",
                     service, re.MULTILINE):
        faults.append("the service names no program")
    kind = entry["MimeType"].strip(";")
    if f'type="{kind}"' not in mime or 'pattern="*.clusteratlas"' not in mime:
        faults.append("its files are not its own")
    faults += [f"not translated: {key}[{language}]"
               for key in ("Comment", "Keywords")
               for language in ("ar", "de", "es", "fr", "ru", "zh_CN")
               if f"{key}[{language}]" not in entry]
    tap.check("its parts name each other", faults)

    told = subprocess.run(
        [prefix / FILES[0], "check", prefix / "share/cluster-atlas/samples"],
        capture_output=True, text=True)
    tap.check("it runs from there", [] if told.returncode == 0
              and "5 profiles in 5 files" in told.stdout else [told.stderr])

    # What needs no drawing loads nothing to draw with.
    told = subprocess.run(["ldd", prefix / FILES[0]],
                          capture_output=True, text=True)
    tap.check("what is called is light", [] if "libgio" in told.stdout
              and not re.search("libgtk|cairo|pango", told.stdout)
              else [told.stdout + told.stderr])

    # Without a display, and without a desktop that it could find all the same,
    # it is the other program that complains.
    bare = {name: value for name, value in os.environ.items()
            if name not in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE",
                            "DBUS_SESSION_BUS_ADDRESS")}
    bare.update(XDG_RUNTIME_DIR=place, LC_ALL="C.UTF-8")
    told = subprocess.run([prefix / FILES[0]], capture_output=True, text=True,
                          env=bare, timeout=60)
    tap.check("its window is found from there",
              [] if "There is no display" in told.stderr else [told.stderr])
tap.done()
