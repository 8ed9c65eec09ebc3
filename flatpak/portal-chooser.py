#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file chooser back end for the portals with nobody in front of it.

It answers each request at once with the URIs that stand in the file named by
ATLAS_CHOOSER_ANSWERS: one line for opening, "open URI", one for saving,
"save URI". Every request is printed. For the checks of the sandbox only.
"""

import os
import sys

from gi.repository import Gio, GLib

ARGUMENTS = "".join(
    f'<arg type="{kind}" direction="{way}"/>'
    for kind, way in (("o", "in"), ("s", "in"), ("s", "in"), ("s", "in"),
                      ("a{sv}", "in"), ("u", "out"), ("a{sv}", "out")))
INTERFACE = Gio.DBusNodeInfo.new_for_xml(
    '<node><interface name="org.freedesktop.impl.portal.FileChooser">'
    f'<method name="OpenFile">{ARGUMENTS}</method>'
    f'<method name="SaveFile">{ARGUMENTS}</method>'
    "</interface></node>").interfaces[0]
WORDS = {"OpenFile": "open", "SaveFile": "save"}


def answer(_bus, _sender, _path, _interface, method, parameters, invocation):
    _handle, application, _parent, title, options = parameters.unpack()
    print(method, application, title, sorted(options), flush=True)
    with open(os.environ["ATLAS_CHOOSER_ANSWERS"], encoding="utf-8") as file:
        answers = dict(line.split(maxsplit=1) for line in file if line.strip())
    uri = answers[WORDS[method]].strip()
    invocation.return_value(GLib.Variant("(ua{sv})", (0, {
        "uris": GLib.Variant("as", [uri]),
        "writable": GLib.Variant("b", True),
    })))


def name_acquired(bus, _name):
    bus.register_object("/org/freedesktop/portal/desktop", INTERFACE, answer,
                        None, None)


Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.impl.portal.desktop.atlas",
                 Gio.BusNameOwnerFlags.NONE, name_acquired, None,
                 lambda *_: sys.exit("the bus name is taken"))
GLib.MainLoop().run()
