#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""locals.py tells names that could not be compiled together from those that could."""
import unittest

from locals import clashes, hidden


def source(body):
    return "namespace dealscape::view {\n\nnamespace {\n\n" + body + "\n} // namespace\n\n} // namespace dealscape::view\n"


class Locals(unittest.TestCase):
    def clashing(self, first, second):
        return len(list(clashes([("a.cpp", source(first)), ("b.cpp", source(second))])))

    def test_clashes(self):
        pairs = {
            "constants": ("constexpr double gap = 8;\n", "constexpr int gap = 7;\n"),
            "types": ("struct Row {\n    int a;\n};\n", "enum class Row { A };\n"),
            "a type and a constant": ("using Cell = int;\n", "const char *const Cell = nullptr;\n"),
            "functions of the same parameters": ("int at(const Index &index, int i)\n{\n    return i;\n}\n",
                                                 "int at(const Index &its, int position = 3)\n{\n    return 0;\n}\n"),
            "functions that take a value and a reference": ("int at(QString text)\n{\n    return 1;\n}\n",
                                                            "int at(const QString &text)\n{\n    return 0;\n}\n"),
            "functions that differ in what has a default": ("int at(int a)\n{\n    return 1;\n}\n", "int at(int a, int b = 2)\n{\n    return 0;\n}\n"),
            "functions with an empty default": ("int at(Point p = {})\n{\n    return 1;\n}\n", "int at(Point p)\n{\n    return 0;\n}\n"),
            "a function and a name from elsewhere": ("using view::tr;\n", "QString tr(const char *words)\n{\n    return {};\n}\n"),
            "a function and a constant": ("int width()\n{\n    return 3;\n}\n", "constexpr int width = 3;\n"),
        }
        for what, (first, second) in pairs.items():
            with self.subTest(what):
                self.assertEqual(self.clashing(first, second), 1)

    def test_what_does_not_clash(self):
        pairs = {
            "overloads": ("int at(int i)\n{\n    return i;\n}\n", "int at(const Index &index, int i)\n{\n    return i;\n}\n"),
            "variables inside functions": ("void a()\n{\n    const int gap = 3;\n}\n", "void b()\n{\n    const int gap = 4;\n}\n"),
            "other names": ("constexpr double gap = 8;\n", "constexpr double markGap = 8;\n"),
        }
        for what, (first, second) in pairs.items():
            with self.subTest(what):
                self.assertEqual(self.clashing(first, second), 0)

    def test_hiding(self):
        header = "namespace dealscape::view {\n\nQString spoken(Power power);\nconstexpr int margin = 8;\n\n} // namespace dealscape::view\n"
        for what in ("QString spoken(Money money)\n{\n    return {};\n}\n", "constexpr int margin = 9;\n"):
            self.assertEqual(len(list(hidden([("a.cpp", source(what))], [("a.h", header)]))), 1, what)
        self.assertEqual(list(hidden([("a.cpp", source("QString said(Money money)\n{\n    return {};\n}\n"))], [("a.h", header)])), [])


if __name__ == "__main__":
    unittest.main()
