#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""layering.py accepts what the table of rooms allows, and names file, line and rule of what it forbids."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).with_name("layering.py")
TABLE = """# A house
| room | stands on | what lives there | libraries |
| --- | --- | --- | --- |
| `domain` | | values | tl::expected |
| `layout` | domain | graph drawing | |
| `io` | domain | files | nlohmann/json |
| `view` | domain, layout | drawings | Qt |
| `charts` | view | charts | Qt, Qt Charts |
| `main.cpp` | charts | the start | Qt |
"""


def lint(files, table=TABLE):
    """Exit code and lines of layering.py on a project made of these files."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        (project / "CONTRIBUTING.md").write_text(table)
        for name, text in files.items():
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            (project / name).write_text(text)
        run = subprocess.run([sys.executable, SCRIPT, project], capture_output=True, text=True, check=False)
        return run.returncode, (run.stdout + run.stderr).splitlines()


class Allowed(unittest.TestCase):
    def accept(self, files):
        code, lines = lint(files)
        self.assertEqual((code, lines[-1]), (0, f"{len(files)} files, 0 problems"))

    def test_a_room_sees_itself_and_the_rooms_below(self):
        self.accept({"app/domain/a.h": "#include <vector>\n#include <tl/expected.hpp>\n",
                     "app/view/v.cpp": '#include "view/v.h"\n#include "domain/a.h"\n#include <QColor>\n#include "v.moc"\n#include "moc_v.cpp"\n'})

    def test_a_room_with_the_library_sees_it(self):
        self.accept({"app/charts/c.cpp": "#include <QChartView>\n#include <QtCharts/QBarSeries>\n",
                     "app/io/i.cpp": "#include <nlohmann/json.hpp>\n",
                     "app/main.cpp": '#include "charts/c.h"\n#include <QApplication>\n'})


class Forbidden(unittest.TestCase):
    def refuse(self, files, *expected):
        code, lines = lint(files)
        self.assertEqual(lines[:-1], list(expected))
        self.assertEqual(code, 1)

    def test_an_include_that_points_up(self):
        self.refuse({"app/layout/x.cpp": '#include "domain/a.h"\n\n#include "view/v.h"\n'}, "app/layout/x.cpp:3: layer layout may not include view")

    def test_an_include_that_points_sideways(self):
        self.refuse({"app/layout/x.h": '#include "io/reader.h"\n'}, "app/layout/x.h:1: layer layout may not include io")

    def test_a_lower_room_with_an_angled_include(self):
        self.refuse({"app/domain/x.h": "  #  include <layout/layout.h>\n"}, "app/domain/x.h:1: layer domain may not include layout")

    def test_qt_below_the_view(self):
        for include in ("QString", "QtCore/QString", "qglobal.h"):
            self.refuse({"app/layout/x.cpp": f"#include <{include}>\n"}, f"app/layout/x.cpp:1: layer layout may not see Qt (<{include}>)")

    def test_qt_charts_outside_charts(self):
        for include in ("QChart", "QtCharts/QChartView", "QLineSeries", "QBarCategoryAxis"):
            self.refuse({"app/view/x.cpp": f"#include <{include}>\n"}, f"app/view/x.cpp:1: layer view may not see Qt Charts (<{include}>)")

    def test_json_outside_io(self):
        self.refuse({"app/view/x.cpp": "#include <nlohmann/json_fwd.hpp>\n"},
                    "app/view/x.cpp:1: layer view may not see nlohmann/json (<nlohmann/json_fwd.hpp>)")

    def test_boost_outside_its_room(self):
        self.refuse({"app/io/x.cpp": "#include <boost/graph/adjacency_list.hpp>\n"},
                    "app/io/x.cpp:1: layer io may not see Boost (<boost/graph/adjacency_list.hpp>)")

    def test_a_nested_folder(self):
        self.refuse({"app/layout/web/x.cpp": '#include "view/v.h"\n'}, "app/layout/web/x.cpp:1: layer layout may not include view")

    def test_a_folder_without_a_row(self):
        self.refuse({"app/attic/x.cpp": "int x;\n"}, "app/attic/x.cpp:1: attic is not in the table of rooms in CONTRIBUTING.md")

    def test_a_relative_include(self):
        self.refuse({"app/layout/x.cpp": '#include "../view/v.h"\n'}, 'app/layout/x.cpp:1: "../view/v.h" names no room: write the path from app/')

    def test_each_line_is_named(self):
        self.refuse({"app/domain/x.cpp": '#include "view/v.h"\n#include <QColor>\n', "app/main.cpp": '#include "view/v.h"\n'},
                    "app/domain/x.cpp:1: layer domain may not include view", "app/domain/x.cpp:2: layer domain may not see Qt (<QColor>)",
                    "app/main.cpp:1: layer main.cpp may not include view")


class BrokenTable(unittest.TestCase):
    def test_arrows_up_the_page(self):
        table = TABLE.replace("| `domain` | |", "| `domain` | view |")
        self.assertEqual(lint({}, table), (1, ["CONTRIBUTING.md: domain stands on view, which is not a room above it in the table"]))

    def test_unknown_library(self):
        code, lines = lint({}, TABLE.replace("nlohmann/json", "rapidjson"))
        self.assertEqual((code, lines), (1, ["CONTRIBUTING.md: io names the library rapidjson, which layering.py does not know"]))

    def test_no_table(self):
        self.assertEqual(lint({"app/domain/a.h": ""}, "# nothing\n"), (1, ["CONTRIBUTING.md: found no table of rooms"]))

    def test_no_sources(self):
        self.assertEqual(lint({}), (1, ["0 files, 0 problems"]))


if __name__ == "__main__":
    unittest.main()
