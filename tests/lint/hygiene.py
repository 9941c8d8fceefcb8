#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check what a reader of the repository should not stumble over, in the files that git tracks.

    hygiene.py [PROJECT_DIRECTORY]

Errors: text that is not UTF-8, carriage returns, tabs or blanks at line ends, a missing newline at the end, paths of one person's
machine, notes to do later, source files without SPDX lines, item models that no test hands to QAbstractItemModelTester. Only a warning: files longer than CONTRIBUTING.md suggests.
Exits with 1 on errors and with 77 (skipped) outside of a git checkout.
"""
import os
import re
import subprocess
import sys
from pathlib import Path

TEXT = {".h", ".cpp", ".py", ".sh", ".txt", ".cmake", ".md", ".json", ".svg", ".desktop", ".xml", ""}
CODE = {".h", ".cpp", ".py", ".sh", ".cmake"}
EXEMPT = re.compile(r"^(LICENSE|LICENSES/.*|tests/[^/]+/(data|fixtures)/.*)$")
OWN_PATHS = re.compile(r"(?<![\w.}$])/(?:home|root|work|Users)/\w")
LATER = re.compile(r"\b(?:%s)\b" % "|".join(("TO" "DO", "FIX" "ME", "XX" "X", "HA" "CK")))
MODEL = re.compile(r"^class (\w+) (?:final )?: public (?:QAbstract(?:Item|Table|List)|QStandardItem|QSortFilterProxy)Model\b", re.M)
LICENCE_LINE = "SPDX-License" + "-Identifier: "
LONGEST = {".h": 200, ".cpp": 600}


def tracked(project):
    environment = dict(os.environ, GIT_CONFIG_COUNT="1", GIT_CONFIG_KEY_0="safe.directory", GIT_CONFIG_VALUE_0="*")
    try:
        run = subprocess.run(["git", "-C", project, "ls-files", "-z"], capture_output=True, text=True, check=True, env=environment)
    except (OSError, subprocess.CalledProcessError):
        print("not a git checkout: nothing checked")
        sys.exit(77)
    return [name for name in run.stdout.split("\0") if name and (project / name).is_file()]


def check_text(name, data):
    """Problems of one file as (line, what)."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return [(data[:error.start].count(b"\n") + 1, "not UTF-8")]
    problems = []
    if text and not text.endswith("\n"):
        problems.append((text.count("\n") + 1, "no newline at the end"))
    for number, line in enumerate(text.split("\n"), 1):
        if line.endswith("\r"):
            problems.append((number, "carriage return"))
        elif line != line.rstrip() and not name.endswith(".md"):
            problems.append((number, "blanks at the end of the line"))
        if "\t" in line and Path(name).suffix in CODE:
            problems.append((number, "tab"))
        if OWN_PATHS.search(line):
            problems.append((number, "path of one person's machine"))
        if LATER.search(line):
            problems.append((number, "note to do later"))
    if (Path(name).suffix in CODE or Path(name).name == "CMakeLists.txt") and LICENCE_LINE not in text[:400]:
        problems.append((1, "no SPDX lines at the top"))
    return problems


def untested_models(project, names):
    """Item models of app/ whose names stand in no test that uses a model tester."""
    tests = [text for text in ((project / name).read_text(encoding="utf-8", errors="replace") for name in names
                               if name.startswith("tests/") and name.endswith(".cpp")) if "QAbstractItemModelTester" in text]
    for name in names:
        if name.startswith("app/") and Path(name).suffix in {".h", ".cpp"}:
            for model in MODEL.findall((project / name).read_text(encoding="utf-8", errors="replace")):
                if not any(re.search(rf"\b{model}\b", text) for text in tests):
                    yield name, model


def main():
    project = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    names = [name for name in tracked(project) if Path(name).suffix in TEXT and not EXEMPT.match(name)]
    errors = 0
    for name in names:
        data = (project / name).read_bytes()
        for line, what in check_text(name, data):
            print(f"{name}:{line}: {what}")
            errors += 1
        lines, longest = data.count(b"\n"), LONGEST.get(Path(name).suffix)
        if longest and lines > longest:
            print(f"{name}: warning: {lines} lines, more than {longest}")
    for name, model in untested_models(project, names):
        print(f"{name}: no test hands {model} to a QAbstractItemModelTester")
        errors += 1
    print(f"{len(names)} files, {errors} errors")
    sys.exit(1 if errors or not names else 0)


if __name__ == "__main__":
    main()
