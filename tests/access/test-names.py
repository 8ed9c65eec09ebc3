#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks all windows, pages, menus and popovers of the program and fails on a
control that has no name for a person."""

import os
import pathlib
import tempfile

import reader
from reader import BUTTONS, ROLE, wait_for

tap = reader.tap.Tap()

# Menu buttons of each page; one that is not there would fail the test.
POPOVERS = {
    "profiles": ["Filter", "Column to Count", "Columns", "Main Menu",
                 "Other Ways to Open", "How Computed"],
    "charts": [],
    "network": ["Filter"],
    "problems": [],
}
VIEWS = {
    "profiles": "AtlasProfilesView",
    "charts": "AtlasChartsView",
    "network": "AtlasNetworkView",
    "problems": "AtlasProblemsView",
}
CHARTS = ["Shares", "Small Multiples", "Compare", "Concentration", "Position",
          "Editions", "Technology Fields"]
# Keys that open each window of its own; "menu:" is an item of the main menu.
WINDOWS = {
    "preferences": ["ctrl+comma"],
    "shortcuts": ["ctrl+question"],
    "help": ["F1"],
    "report": ["ctrl+shift+p"],
    "about": ["menu:About Cluster Atlas"],
    "aliases": ["menu:Names That Mean the Same…"],
    "editions": ["menu:Clusters Between Editions…"],
}


def check(what, program):
    tap.check(what, reader.unnamed(program.walk()))


def open_popovers(program, page):
    others = {view for name, view in VIEWS.items() if name != page}
    for name in POPOVERS[page]:
        # The details are filled part by part; pages that are not shown have
        # buttons of the same names.
        buttons = wait_for(f"a button named “{name}”", lambda: [
            node for node in program.find_all(BUTTONS, name)
            if node.focusable and others.isdisjoint(node.path)])
        before = len(list(program.walk()))
        buttons[0].act()
        wait_for(name, lambda: len(list(program.walk())) != before)
        check(f"{page}: {name}", program)
        # The keyboard goes back when it closes, and must not later.
        opened = len(list(program.walk()))
        program.press("Escape")
        wait_for(f"end of {name}",
                 lambda: len(list(program.walk())) < opened)


def press(program, key):
    """A key, or an item of the main menu by keys alone."""
    if not key.startswith("menu:"):
        program.press(key)
        return
    name = key[len("menu:"):]
    program.press("F10")
    program.find(ROLE.MENU_ITEM, name)
    # The keyboard is on the first item, and passes over those that are off.
    items = [node.name for node in program.find_all(ROLE.MENU_ITEM)
             if node.has(reader.Atspi.StateType.SENSITIVE)]
    program.press(*["Down"] * items.index(name))
    wait_for(f"“{name}” with the keyboard", lambda: (
        program.focused() and program.focused().name == name))
    program.press("Return")


def open_window(program, name, keys):
    before = len(program.windows())
    for key in keys:
        press(program, key)
    wait_for(name, lambda: len(program.windows()) > before)
    check(name, program)
    program.press("Escape")
    wait_for(f"end of {name} by Escape",
             lambda: len(program.windows()) == before)


def walk(program):
    check("start page", program)
    program.find(BUTTONS, "Open Samples").act()
    program.find(ROLE.TABLE_ROW, prefix="Beijing")
    # The first row takes the keyboard, and is selected.
    wait_for("Beijing with the keyboard", lambda: (
        program.focused() and program.focused().name.startswith("Beijing")))
    program.find(BUTTONS, "How Computed")
    for number, page in enumerate(POPOVERS, 1):
        program.press(f"alt+{number}")
        wait_for(page, lambda: program.focused())
        if page == "charts":
            for chart in CHARTS:
                program.find(ROLE.LIST_ITEM, chart)
        check(page, program)
        open_popovers(program, page)
        if page == "profiles":
            program.press("alt+2", "alt+1")
            wait_for("a row with the keyboard", lambda: (
                program.focused()
                and program.focused().role == ROLE.TABLE_ROW))
            program.press("shift+F10")
            program.find(ROLE.MENU_ITEM)
            check("profiles: menu of a row", program)
            program.press("Escape")
    program.press("alt+1", "ctrl+f")
    check("search", program)
    program.press("Escape")
    program.press("alt+2")
    wait_for("the chart with the keyboard", lambda: (
        program.focused() and program.focused().role == ROLE.IMAGE))
    open_window(program, "export of a chart", ["ctrl+e"])
    for name, keys in WINDOWS.items():
        try:
            open_window(program, name, keys)
        except AssertionError as error:
            tap.check(name, [str(error)])
            return


with tempfile.TemporaryDirectory() as folder:
    with reader.Program() as running:
        try:
            walk(running)
        except AssertionError as error:
            tap.check("walk", [str(error)])
    broken = pathlib.Path(folder) / "broken.txt"
    broken.write_text("Not a profile.\n", encoding="utf-8")
    with reader.Program(os.environ["ATLAS_SAMPLES"], str(broken)) as running:
        running.find(ROLE.TABLE_ROW, prefix="Beijing")
        running.press("alt+4")
        running.find(ROLE.TABLE_ROW, prefix="Error")
        check("problems", running)
tap.done()
