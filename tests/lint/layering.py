#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that every include below app/ points down, as the table of rooms in CONTRIBUTING.md says.

    layering.py [PROJECT_DIRECTORY]

Prints one line for each include that breaks the table, "app/x/y.cpp:12: layer x may not include z", and exits with 1.
"""
import re
import sys
from pathlib import Path

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
MOC = re.compile(r"^(moc_\w+\.cpp|\w+\.moc)$")
ROOM = re.compile(r"^`([\w.]+)`$")
QT_CHARTS = re.compile(r"^(QtCharts(/.*)?|Q\w*(Chart|ChartView|ChartGlobal|Axis|Series|Slice|BarSet|BoxSet|CandlestickSet|Legend|LegendMarker|ModelMapper))$")
LIBRARIES = {  # library as the table names it -> the includes that need it
    "Qt Charts": QT_CHARTS,
    "Qt": re.compile(r"^(Q[A-Z]\w*|Qt[A-Z]\w*/.*|q[a-z]\w*\.h)$"),
    "nlohmann/json": re.compile(r"^nlohmann/"),
    "Boost": re.compile(r"^boost/"),
    "libpng": re.compile(r"^png(conf)?\.h$"),
    "zlib": re.compile(r"^zlib\.h$"),
    "libxlsxwriter": re.compile(r"^xlsxwriter\.h$"),
    "tl::expected": re.compile(r"^tl/"),
}


def split(cell):
    return {word.strip() for word in cell.split(",") if word.strip()}


def read_rooms(project):
    """Room -> (rooms it stands on, libraries it may see). Refuses a table whose arrows do not point up the page."""
    rooms = {}
    for line in (project / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        match = ROOM.match(cells[1]) if len(cells) == 6 else None
        if match:
            name, below, libraries = match.group(1), split(cells[2]), split(cells[4])
            for room in sorted(below - rooms.keys()):
                sys.exit(f"CONTRIBUTING.md: {name} stands on {room}, which is not a room above it in the table")
            for library in sorted(libraries - LIBRARIES.keys()):
                sys.exit(f"CONTRIBUTING.md: {name} names the library {library}, which layering.py does not know")
            rooms[name] = (below, libraries)
    if not rooms:
        sys.exit("CONTRIBUTING.md: found no table of rooms")
    return rooms


def library_of(include):
    return next((name for name, pattern in LIBRARIES.items() if pattern.match(include)), None)


def problem(room, include, quoted, rooms):
    """What is wrong with an include of a room, or nothing."""
    below, libraries = rooms[room]
    folder = include.split("/")[0]
    if folder in rooms and "/" in include and not include.startswith("boost/"):
        return None if folder == room or folder in below else f"layer {room} may not include {folder}"
    library = library_of(include)
    if library and library not in libraries:
        return f"layer {room} may not see {library} (<{include}>)"
    if quoted and not library and not MOC.match(include):
        return f'"{include}" names no room: write the path from app/'
    return None


def check(project):
    rooms = read_rooms(project)
    sources = sorted(path for pattern in ("*.h", "*.cpp") for folder in ("app", "resources") for path in (project / folder).rglob(pattern))
    problems = []
    for path in sources:
        place = path.relative_to(project)
        room = place.parts[1] if place.parts[0] == "app" else "resources"
        if room not in rooms:
            problems.append(f"{place}:1: {room} is not in the table of rooms in CONTRIBUTING.md")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            found = match and problem(room, match.group(2), match.group(1) == '"', rooms)
            if found:
                problems.append(f"{place}:{number}: {found}")
    return problems, len(sources)


def main():
    project = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    problems, count = check(project)
    for line in problems:
        print(line)
    print(f"{count} files, {len(problems)} problems")
    sys.exit(1 if problems or not count else 0)


if __name__ == "__main__":
    main()
