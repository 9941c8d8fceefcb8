#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run "reuse lint": every file states its copyright and licence, and every licence's text is there.

    licences.py [PROJECT_DIRECTORY]

Exits with 77 (skipped) where reuse is not installed or outside of a git checkout, where reuse could not tell built files apart.
"""
import shutil
import subprocess
import sys


def main():
    project = sys.argv[1] if len(sys.argv) > 1 else "."
    if not shutil.which("reuse"):
        print("reuse is not installed: nothing checked")
        sys.exit(77)
    if subprocess.run(["git", "-C", project, "rev-parse"], capture_output=True, check=False).returncode != 0:
        print("not a git checkout: nothing checked")
        sys.exit(77)
    sys.exit(subprocess.run(["reuse", "--root", project, "lint"], check=False).returncode)


if __name__ == "__main__":
    main()
