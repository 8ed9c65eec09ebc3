#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job by keyboard and assistive technology alone: open the samples,
sort them, read Beijing's shares, look at the network, save the report."""

import os
import pathlib
import re
import tempfile

import reader
from reader import ROLE, wait_for

tap = reader.tap.Tap()


def rows(program, table):
    """The rows of @table by what they say, from the top."""
    lists = program.find_all(ROLE.LIST, table)
    return [row.name for found in lists for row in found.children()
            if row.role == ROLE.TABLE_ROW and row.name]


def first_row(program):
    found = rows(program, "Profiles")
    return found[0] if found else ""


def open_samples(program):
    program.find(reader.BUTTONS, "Open Samples")
    # The start page has the keyboard: its second button.
    for _ in range(12):
        focus = program.focused()
        if focus is not None and focus.name == "Open Samples":
            break
        program.press("Tab")
    program.press("space")
    wait_for("the five clusters", lambda: len(rows(program, "Profiles")) == 5)
    wait_for("Beijing first",
             lambda: first_row(program).startswith("Beijing"))


def sort(program):
    program.find(reader.BUTTONS, "Columns").act()
    box = program.find(ROLE.CHECK_BOX, "World rank")
    parent = reader.Node(box.accessible.get_parent())
    next(node for node in parent.walk()
         if node.name == "Sort Descending").act()
    program.press("Escape")
    wait_for("Zhengzhou first",
             lambda: first_row(program).startswith("Zhengzhou"))
    program.find(ROLE.LABEL, prefix="Sorted by World rank (descending)")


def read_shares(program):
    program.activate("win.find")
    program.type("Tsinghua")
    wait_for("one cluster", lambda: len(rows(program, "Profiles")) == 1)
    program.find(ROLE.LABEL, "1 row, 4 hidden")
    program.press("Escape")
    wait_for("all clusters", lambda: len(rows(program, "Profiles")) == 5)

    # The last row of five, by keys.
    program.press("alt+2", "alt+1")
    wait_for("a row with the keyboard", lambda: (
        program.focused() and program.focused().role == ROLE.TABLE_ROW))
    program.press("End")
    wait_for("Beijing with the keyboard", lambda: (
        program.focused() and program.focused().name.startswith("Beijing")))
    program.press("Return")
    program.find(ROLE.IMAGE,
                 prefix="BOE TECHNOLOGY leads the patents of Beijing")
    told = rows(program, "Applicants")
    figures = re.sub(r"\s", " ", " | ".join(told))
    assert "BOE TECHNOLOGY; 9,607; 23 %" in figures, figures
    assert "BEIJING XIAOMI MOBILE SOFTWARE; 3,777; 9 %" in figures, figures
    told = rows(program, "Publishers")
    figures = re.sub(r"\s", " ", " | ".join(told))
    assert "TSINGHUA UNIVERSITY; 24,300; 8 %" in figures, figures


def read_chart(program):
    program.press("alt+2")
    wait_for("the chart with the keyboard", lambda: (
        program.focused() and program.focused().role == ROLE.IMAGE
        and program.focused().name.startswith("Beijing")))
    program.press("Right")
    wait_for("the first bar", lambda: (
        program.focused().name.startswith("BOE TECHNOLOGY")))
    program.press("Down")
    wait_for("the second bar", lambda: (
        program.focused().name.startswith("BEIJING XIAOMI")))


def read_network(program):
    program.press("alt+3")
    focus = wait_for("the network with the keyboard", lambda: (
        program.focused() if program.focused()
        and program.focused().role == ROLE.IMAGE
        and "Beijing" in program.focused().name
        + program.focused().description else None))
    before = focus.name

    def moved():
        # No place need lie in a direction.
        program.press("Right", "Down", "Left")
        return program.focused().name != before

    wait_for("another place", moved)
    assert any(row.startswith("Beijing; China; 4 of 4")
               for row in rows(program, "Places of the network"))


def save_report(program, target):
    program.press("ctrl+shift+p")
    program.find(reader.BUTTONS, "Save as PDF…").act()
    entry = wait_for("the name to save under", lambda: [
        node for node in program.find_all((ROLE.TEXT, ROLE.ENTRY))
        if node.has(reader.Atspi.StateType.FOCUSED)])
    assert entry
    program.press("ctrl+a")
    program.type(str(target))
    program.press("Return")

    def written():
        return target.exists() and target.read_bytes().rstrip()[-5:] == b"%%EOF"

    wait_for("the report", written)
    assert target.read_bytes().startswith(b"%PDF-")


with tempfile.TemporaryDirectory() as folder:
    report = pathlib.Path(os.path.realpath(folder)) / "atlas.pdf"
    with reader.Program() as running:
        for step in (open_samples, sort, read_shares, read_chart,
                     read_network, lambda at: save_report(at, report)):
            name = getattr(step, "__name__", "")
            name = "save_report" if name == "<lambda>" else name
            try:
                step(running)
                fault = []
            except AssertionError as error:
                focus = running.focused()
                fault = [str(error), f"the keyboard is on {focus}"]
            tap.check(name, fault)
            if fault:
                break
tap.done()
