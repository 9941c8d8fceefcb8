#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks desktop file, metainfo, MIME type, icon, manual page and completions: desktop.py PROGRAM VERSION."""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
FILES = ROOT / "packaging" / "desktop"
ID = "org.dealscape.dealscape"
failures, skipped = [], []


def check(what, truth):
    if not truth:
        failures.append(what)


def checker(name, *arguments, known="", **more):
    """Runs a checker where it is installed; it must be content, or name the known one alone among its errors and warnings."""
    if not shutil.which(name):
        skipped.append(name)
        return
    done = subprocess.run([name, *map(str, arguments)], capture_output=True, text=True, **more)
    weighty = [line for line in done.stdout.splitlines() if line.startswith(("E:", "W:"))]
    content = done.returncode == 0 or (known and weighty and all(known in line for line in weighty))
    check(f"{name}: {done.stdout}{done.stderr}", content)
    return done.stdout + done.stderr


def run(program, *arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout


def check_desktop(program, folder, version):
    entry = (FILES / f"{ID}.desktop").read_text(encoding="utf-8")
    checker("desktop-file-validate", FILES / f"{ID}.desktop")
    check("the desktop file opens datasets", "MimeType=application/vnd.dealscape+json;" in entry and "%f" in entry)
    thumbnailer = (FILES / "dealscape.thumbnailer").read_text(encoding="utf-8")
    check("the thumbnailer serves datasets", "MimeType=application/vnd.dealscape+json;" in thumbnailer)
    made = folder / "thumbnail"
    values = {"%s": "128", "%o": str(made), "%i": str(ROOT / "data" / "ai-infrastructure.json")}
    words = re.search(r"^Exec=dealscape (.*)$", thumbnailer, re.MULTILINE).group(1).split()
    run(program, *(values.get(word, word) for word in words))
    check("the thumbnail is a PNG of 128 pixels", made.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n" and made.read_bytes()[16:24] == b"\0\0\0\x80" * 2)
    metainfo = folder / f"{ID}.metainfo.xml"
    metainfo.write_text((FILES / f"{ID}.metainfo.xml.in").read_text(encoding="utf-8").replace("@PROJECT_VERSION@", version), encoding="utf-8")
    # It has no page of its own on the web that could be named.
    checker("appstreamcli", "validate", "--no-net", metainfo, known="url-homepage-missing")
    check("metainfo and desktop file have one id", ElementTree.parse(metainfo).findtext("id") == ID)
    check("the icon is an SVG", ElementTree.parse(FILES / f"{ID}.svg").getroot().tag.endswith("svg"))


def check_mime(folder):
    kinds = ElementTree.parse(FILES / f"{ID}.xml").getroot()
    pattern = [match.get("value") for match in kinds.iter("{http://www.freedesktop.org/standards/shared-mime-info}match")]
    for name in ("ai-infrastructure.json", "example-offshore-wind.json"):
        start = (ROOT / "data" / name).read_text(encoding="utf-8")[:100]
        check(f"{name} is known by its first bytes", any(start.find(each) in range(0, 65) for each in pattern))
    if not shutil.which("update-mime-database") or not shutil.which("gio"):
        skipped.append("update-mime-database and gio")
        return
    packages = folder / "share" / "mime" / "packages"
    packages.mkdir(parents=True)
    shutil.copy(FILES / f"{ID}.xml", packages)
    for known in pathlib.Path("/usr/share/mime/packages").glob("freedesktop.org.xml"):
        shutil.copy(known, packages)
    checker("update-mime-database", packages.parent)
    dataset = folder / "named.json"
    shutil.copy(ROOT / "data" / "ai-infrastructure.json", folder / "a.dealscape")
    shutil.copy(ROOT / "data" / "ai-infrastructure.json", dataset)
    told = subprocess.run(["gio", "info", "-a", "standard::content-type", folder / "a.dealscape"], capture_output=True, text=True,
                          env={"XDG_DATA_DIRS": str(folder / "share"), "XDG_DATA_HOME": str(folder), "PATH": "/usr/bin:/bin"}).stdout
    check(f"a dataset is one for the desktop: {told}", "application/vnd.dealscape+json" in told)


def check_words(program, folder, version):
    """Manual page and completions name every command and option that the program has."""
    page = folder / "dealscape.1"
    page.write_text(run(program, "man"), encoding="utf-8")
    said = checker("mandoc", "-Tlint", "-Wwarning", page)
    text = page.read_text(encoding="utf-8").replace("\\-", "-")
    check("the manual page states another version", version in text.splitlines()[0])
    shells = {shell: run(program, "completion", shell) for shell in ("bash", "zsh", "fish")}
    commands = re.findall(r"^  ([a-z]+)  ", run(program, "--help"), re.MULTILINE)
    check(f"few commands: {commands}", len(commands) >= 12)
    for command in commands:
        check(f"{command} has no section", f".SS {command}" in text)
        options = set(re.findall(r"(?<=[ ,])--[a-z][a-z-]*(?=[ ,\n])", run(program, command, "--help").split("Options:")[-1]))
        check(f"{command} has no options", options)
        section = text.split(f".SS {command}\n")[-1].split(".SS ")[0]
        for option in options:
            check(f"{command} {option} is not in the manual page", option in section)
            check(f"{command} {option} is not completed in bash", re.search(rf"{command}\) words='[^']*{option}[ ']", shells["bash"]))
            check(f"{command} {option} is not completed in zsh", f"*{option}[" in shells["zsh"])
            check(f"{command} {option} is not completed in fish",
                  re.search(rf"__fish_seen_subcommand_from {command}'[^\n]* -l {option[2:]} ", shells["fish"]))
    for shell, script in shells.items():
        checker(shell, "-n", input=script) if shell != "fish" else checker("fish", "--no-execute", "/dev/stdin", input=script)
    completed = subprocess.run(["bash", "-c", shells["bash"] + "\nCOMP_WORDS=(dealscape val) COMP_CWORD=1; _dealscape; echo ${COMPREPLY[@]}"],
                               capture_output=True, text=True, cwd=folder).stdout
    check(f"bash completes val to {completed}", completed.split() == ["validate"])
    return said


def main():
    program, version = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        check_desktop(program, folder, version)
        check_mime(folder)
        check_words(program, folder, version)
    if skipped:
        print("not installed here:", ", ".join(skipped))
    for failure in failures:
        print("FAILED:", failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
