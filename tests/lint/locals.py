#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that the names of anonymous namespaces are unique within a room, so that its sources can be compiled several at a time.

    locals.py [PROJECT_DIRECTORY]

Functions may share a name when their parameters differ, but no local name may hide one that a header of the room declares. Two
things of one name are one helper in a header, or get names that say in what they differ. Exits with 1 on findings.
"""
import re
import sys
from pathlib import Path

BLOCK = re.compile(r"^namespace \{\n(.*?)^\} // namespace\n", re.M | re.S)
BROUGHT = re.compile(r"^using [\w:]*::(\w+);", re.M)
TYPE = re.compile(r"^(?:enum class|enum|struct|class|union) (\w+)[^;(]*\{|^using (\w+) =", re.M)
VARIABLE = re.compile(r"^(?:(?:inline|static|constexpr|const|thread_local) )+[^()=;{\n]*?(\w+)(?:\[[^\]]*\])* ?[={;]", re.M)
FUNCTION = re.compile(r"^(?!using|return|struct|class|enum|namespace|template)[\w\[][\w:<>,&*\[\] ]*?[ &*](\w+)\(((?:[^;{}]|\{\})*?)\)(?: noexcept)?\n\{", re.M)

DECLARED = re.compile(r"^(?=\S)(?:inline |constexpr )*(?!using|return|struct|class|enum|namespace|template)[\w:<>,&*\[\] ]+?[ &*](\w+)\(", re.M)


def split(parameters):
    """The lists of types that a parameter list takes, without names: one for each number of default values left out."""
    depth, parts = 0, [""]
    for c in parameters:
        depth += (c in "<(") - (c in ">)")
        if c == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += c
    types = []
    needed = 0
    for part in parts:
        needed += "=" not in part
        part = " ".join(part.split("=")[0].split())
        plain = re.sub(r"(?<=[\w>&*]) ?\b[a-z]\w*$", "", part) if re.search(r"[ &*]\w+$", part) else part
        # A value and a reference to one take the same arguments: a call of either is ambiguous.
        types.append(re.sub(r"^const |&", "", plain).strip())
    return [tuple(types[:count]) for count in range(needed, len(types) + 1)]


def local_names(text):
    """What the anonymous namespaces of a source define, as (name, parameters), None for what is no function."""
    for block in BLOCK.finditer(text):
        body = block.group(1)
        for match in TYPE.finditer(body):
            yield match.group(1) or match.group(2), None
        for match in VARIABLE.finditer(body):
            yield match.group(1), None
        for match in FUNCTION.finditer(body):
            for types in split(match.group(2)):
                yield match.group(1), types


def brought_names(text):
    """The names that the anonymous namespaces of a source take from elsewhere."""
    return {match.group(1) for block in BLOCK.finditer(text) for match in BROUGHT.finditer(block.group(1))}


def clashes(sources):
    """The names that several of these (file, text) define, or that one defines and another takes from elsewhere, as lines."""
    seen = {}
    brought = {}
    for file, text in sources:
        for name in brought_names(text):
            brought.setdefault(name, file)
    for file, text in sources:
        for name in sorted({name for name, _ in local_names(text)} & brought.keys()):
            yield f"{file}: {name} is a local name, and {brought[name]} takes another one from elsewhere"
        for name, parameters in set(local_names(text)):
            for other, its in seen.get(name, []):
                if other != file and (parameters is None or its is None or parameters == its):
                    yield f"{file}: {name} is also a local name of {other}"
            seen.setdefault(name, []).append((file, parameters))


def hidden(sources, headers):
    """The local names of these (file, text) that hide names declared in these headers, as lines."""
    declared = {}
    for file, text in headers:
        for match in list(DECLARED.finditer(text)) + list(VARIABLE.finditer(text)):
            declared.setdefault(match.group(1), file)
    for file, text in sources:
        for name in sorted({name for name, _ in local_names(text)}):
            if name in declared:
                yield f"{file}: {name} hides what {declared[name]} declares"


def main():
    project = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    rooms = sorted(path for top in ("app", "tests") for path in (project / top).iterdir() if path.is_dir())
    found = []
    for room in rooms:
        sources, headers = ([(str(path.relative_to(project)), path.read_text(encoding="utf-8")) for path in sorted(room.glob(kind))]
                            for kind in ("*.cpp", "*.h"))
        found += list(clashes(sources)) + list(hidden(sources, headers))
    print("\n".join(found + [f"{len(rooms)} rooms of sources and tests, {len(found)} clashes"]))
    sys.exit(1 if found or not rooms else 0)


if __name__ == "__main__":
    main()
