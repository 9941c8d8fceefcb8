#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""hygiene.py names file, line and fault, and passes a clean tree; format.py refuses a badly laid out source."""
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

FOLDER = Path(__file__).parent
HEAD = "// SPDX-FileCopyright%s: 2026 Somebody\n// SPDX-License-%s: GPL-3.0-or-later\n" % ("Text", "Identifier")


def run(script, files):
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for name, data in files.items():
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            (project / name).write_bytes(data.encode() if isinstance(data, str) else data)
        shutil.copy(FOLDER.parent.parent / ".clang-format", project)
        subprocess.run(["git", "init", "-q", project], check=True)
        subprocess.run(["git", "-C", project, "add", "-A", "app"], check=True)
        done = subprocess.run([sys.executable, FOLDER / script, project], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout.splitlines()


class Hygiene(unittest.TestCase):
    def test_a_clean_file(self):
        self.assertEqual(run("hygiene.py", {"app/a.h": HEAD + "int x;\n"}), (0, ["1 files, 0 errors"]))

    def test_a_long_file_is_a_warning(self):
        self.assertEqual(run("hygiene.py", {"app/a.h": HEAD + "int x;\n" * 199}), (0, ["app/a.h: warning: 201 lines, more than 200", "1 files, 0 errors"]))

    def test_a_model_without_a_tester(self):
        model = HEAD + "class Rows : public QAbstractTableModel {\n};\n"
        self.assertEqual(run("hygiene.py", {"app/a.h": model})[1][0], "app/a.h: no test hands Rows to a QAbstractItemModelTester")

    def test_faults(self):
        faults = {
            "no newline at the end": "int x;",
            "carriage return": "int x;\r\n",
            "blanks at the end of the line": "int x; \n",
            "tab": "\tint x;\n",
            "path of one person's machine": '#include "' + "/ho" + 'me/me/x.h"\n',
            "note to do later": "// TO" + "DO\n",
            "not UTF-8": b"// caf\xe9\n",
        }
        for what, text in faults.items():
            with self.subTest(what):
                data = HEAD.encode() + (text if isinstance(text, bytes) else text.encode())
                self.assertEqual(run("hygiene.py", {"app/a.cpp": data}), (1, [f"app/a.cpp:3: {what}", "1 files, 1 errors"]))

    def test_no_licence(self):
        self.assertEqual(run("hygiene.py", {"app/a.cpp": "int x;\n"}), (1, ["app/a.cpp:1: no SPDX lines at the top", "1 files, 1 errors"]))

    def test_no_checkout(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(subprocess.run([sys.executable, FOLDER / "hygiene.py", folder], capture_output=True, check=False).returncode, 77)


class Format(unittest.TestCase):
    def test_layout(self):
        code, lines = run("format.py", {"app/a.cpp": HEAD + "int f()\n{\n    return 1;\n}\n"})
        if code == 77:
            self.skipTest(lines[-1])
        self.assertEqual((code, lines), (0, ["1 files are laid out well"]))
        code, lines = run("format.py", {"app/a.cpp": HEAD + "int f() {\n  return 1; }\n"})
        self.assertEqual(code, 1)
        self.assertTrue(lines[0].startswith("app/a.cpp:3:8: error: code should be clang-formatted"), lines)


if __name__ == "__main__":
    unittest.main()
