# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as assistive technology sees it: started on a screen of its own,
read through AT-SPI, driven by its actions and by keys. Every wait ends."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "meta"))
import tap  # noqa: E402

try:
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except (ImportError, ValueError):
    tap.skip("there is no gi with Atspi 2.0")
for tool in ("xdotool", os.environ.get("ATLAS_WM", "openbox")):
    if shutil.which(tool) is None:
        tap.skip(f"{tool} is not installed")

# How long anything may take, in seconds.
PATIENCE = 60

ROLE = Atspi.Role
BUTTONS = (ROLE.PUSH_BUTTON, ROLE.TOGGLE_BUTTON)
# What is used, as opposed to what is only looked at. Names of roles change
# between releases of AT-SPI, their numbers do not.
CONTROLS = BUTTONS + (
    ROLE.CHECK_BOX, ROLE.RADIO_BUTTON, ROLE.COMBO_BOX, ROLE.ENTRY, ROLE.TEXT,
    ROLE.PASSWORD_TEXT, ROLE.SPIN_BUTTON, ROLE.SLIDER, ROLE.PAGE_TAB,
    ROLE.MENU_ITEM, ROLE.CHECK_MENU_ITEM, ROLE.RADIO_MENU_ITEM, ROLE.LINK,
    ROLE.LIST_ITEM, ROLE.TABLE_ROW, ROLE.IMAGE, ROLE.TREE_TABLE)
TYPE_NAME = re.compile(r"^(Gtk|Adw|Atlas|Gdk)[A-Z]\w*$")


def wait_for(what, probe):
    """What @probe gives as soon as it is something."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            found = probe()
        except GLib.Error:
            # It went away while it was looked at.
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"never came: {what}")
        time.sleep(0.05)


class Node:
    """One thing on the screen."""

    def __init__(self, accessible, path=()):
        self.accessible = accessible
        self.path = path
        self.role = accessible.get_role()
        self.name = accessible.get_name() or ""

    def __str__(self):
        inside = " > ".join(name for name in self.path if name)
        return f"{self.accessible.get_role_name()} “{self.name}” in {inside}"

    @property
    def description(self):
        return self.accessible.get_description() or ""

    @property
    def focusable(self):
        return self.has(Atspi.StateType.FOCUSABLE)

    def has(self, state):
        return self.accessible.get_state_set().contains(state)

    def children(self):
        path = self.path + (self.name,)
        for i in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(i)
            if child is not None:
                yield Node(child, path)

    def walk(self):
        yield self
        try:
            for child in self.children():
                yield from child.walk()
        except GLib.Error:
            # A list that is being filled.
            pass

    def act(self, action=None):
        """Does what @self does, or @action of its own."""
        source = self.accessible
        names = [source.get_action_name(i)
                 for i in range(source.get_n_actions())]
        if not names:
            # A menu button: the button is inside.
            return next(self.children()).act(action)
        return source.do_action(names.index(action) if action else 0)


class Program:
    """The running program."""

    def __init__(self, *args, env=None):
        Atspi.set_timeout(5000, 10000)
        self.process = subprocess.Popen(
            [sys.argv[2], *args], env=dict(os.environ, **(env or {})))
        self.node = wait_for("the program on the bus", self._find)
        wait_for("its window", lambda: self.windows())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def _find(self):
        if self.process.poll() is not None:
            raise AssertionError("the program has ended")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid:
                return Node(child)
        return None

    def windows(self):
        return list(self.node.children())

    def walk(self):
        for window in self.windows():
            yield from window.walk()

    def find_all(self, role=None, name=None, prefix=None):
        """Everything of a role, or of one of several, with a name."""
        roles = role if isinstance(role, tuple) else (role,)
        return [node for node in self.walk()
                if (role is None or node.role in roles)
                and (name is None or node.name == name)
                and (prefix is None or node.name.startswith(prefix))]

    def find(self, role=None, name=None, prefix=None):
        """The first that is found, as soon as there is one."""
        return wait_for(f"{role} “{name or prefix}”",
                        lambda: self.find_all(role, name, prefix))[0]

    def gone(self, role=None, name=None):
        wait_for(f"end of {role} “{name}”",
                 lambda: not self.find_all(role, name))

    def focused(self):
        return next((node for node in self.walk()
                     if node.has(Atspi.StateType.FOCUSED)), None)

    def activate(self, action):
        """An action of the window."""
        for window in self.windows():
            source = window.accessible
            for i in range(source.get_n_actions()):
                if source.get_action_name(i) == action:
                    source.do_action(i)
                    return
        raise AssertionError(f"no window has the action {action}")

    @staticmethod
    def press(*keys):
        """Keys as xdotool names them, one after the other."""
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key],
                           check=True, timeout=PATIENCE)

    @staticmethod
    def type(text):
        subprocess.run(["xdotool", "type", "--delay", "5", text], check=True,
                       timeout=PATIENCE)


def has_content(node):
    """Whether there is text in a row to name it by."""
    return any(part.role not in CONTROLS and part.name.strip()
               and not TYPE_NAME.match(part.name)
               for part in node.walk() if part.accessible != node.accessible)


def unnamed(nodes):
    """The controls among @nodes that are not named for a person."""
    faults = []
    for node in nodes:
        if node.role not in CONTROLS or not node.focusable:
            continue
        # The file chooser is GTK's own.
        if "GtkFileChooserWidget" in node.path:
            continue
        if node.role == ROLE.LIST_ITEM and has_content(node):
            continue
        if not node.name.strip() or TYPE_NAME.match(node.name):
            faults.append(f"not named: {node}")
        elif re.search(r"(^|\s)_|_\w+ ", node.name):
            faults.append(f"named with its mnemonic: {node}")
    return sorted(set(faults))
