#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that the C++ sources are laid out as .clang-format says.

    format.py [PROJECT_DIRECTORY]

Versions of clang-format differ in details, so only version 14, which Debian 12 has, decides; elsewhere the check is skipped (77).
"""
import re
import shutil
import subprocess
import sys
from pathlib import Path

VERSION = "14"


def find_tool():
    for name in (f"clang-format-{VERSION}", "clang-format"):
        tool = shutil.which(name)
        if tool:
            said = subprocess.run([tool, "--version"], capture_output=True, text=True, check=True).stdout
            if re.search(rf"version {VERSION}\.", said):
                return tool
    print(f"clang-format {VERSION} is not installed: nothing checked")
    sys.exit(77)


def main():
    project = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    sources = sorted(path for folder in ("app", "resources", "tests") for pattern in ("*.h", "*.cpp") for path in (project / folder).rglob(pattern))
    if not sources:
        sys.exit("found no sources")
    run = subprocess.run([find_tool(), "--dry-run", "-Werror", "--ferror-limit=3", *sources], cwd=project, capture_output=True, text=True, check=False)
    print(run.stderr.replace(f"{project}/", ""), end="")
    print(f"{len(sources)} files", "are laid out well" if run.returncode == 0 else "checked; run clang-format -i on those named above")
    sys.exit(run.returncode)


if __name__ == "__main__":
    main()
