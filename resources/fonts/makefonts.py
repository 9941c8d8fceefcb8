#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make the four embedded faces from the Inter typeface of the package fonts-inter.

"Dealscape Sans" (400 and 600) sets the text, "Dealscape Tabular" (400 and 600) sets figures in columns: its digits share one
width, because Inter's tabular figures (feature tnum) take the place of the proportional ones in the character map. The faces
are subset to the scripts the program writes itself, keep kerning, drop hinting, and carry a name of their own, as the SIL Open
Font License asks of a modified version. The same input gives the same bytes.

    makefonts.py OUTPUT_DIRECTORY [--fonts DIRECTORY]...
"""
import argparse
import io
import sys
from pathlib import Path

try:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer
except ImportError:
    sys.exit("makefonts.py: the Python module fontTools is missing (Debian and Ubuntu: apt-get install python3-fonttools)")

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/texmf/fonts")
WEIGHTS = {400: "Regular", 600: "SemiBold"}
TEXT_SIZE = 14  # the optical size of a variable Inter that matches its static text cut

LATIN = [(0x20, 0x7E), (0xA0, 0x17F), (0x192, 0x192), (0x218, 0x21B), (0x2C6, 0x2DD), (0x300, 0x304), (0x306, 0x30C), (0x327, 0x328)]
SYMBOLS = [(0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20CF), (0x2100, 0x214F), (0x2150, 0x218F), (0x2190, 0x21FF),
           (0x2200, 0x22FF), (0x2318, 0x2318), (0x25A0, 0x25FF), (0x2605, 0x2606), (0x2713, 0x2717)]
OTHER_SCRIPTS = [(0x180, 0x24F), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF)]

FACES = {"Dealscape Sans": LATIN + SYMBOLS + OTHER_SCRIPTS, "Dealscape Tabular": LATIN + SYMBOLS}
NAMES_KEPT = {0, 5, 8, 9, 11, 13, 14}  # copyright, version, makers and licence; never the trademark


def find_source(folders, weight):
    """The static cut of a weight, else a variable Inter with its weight axis."""
    files = [path for folder in folders for path in sorted(Path(folder).rglob("Inter*")) if path.suffix in (".otf", ".ttf")]
    for path in files:
        if path.stem == f"Inter-{WEIGHTS[weight]}":
            return path
    for path in files:
        if path.stem.startswith(("InterVariable", "Inter[", "Inter-Variable", "Inter.var", "Inter-roman.var")) or path.stem == "Inter":
            if "Italic" not in path.stem and "fvar" in TTFont(path, lazy=True):
                return path
    sys.exit("makefonts.py: found no Inter-%s and no variable Inter below %s (Debian and Ubuntu: apt-get install fonts-inter)"
             % (WEIGHTS[weight], ", ".join(map(str, folders))))


def open_source(path, weight):
    font = TTFont(path, recalcTimestamp=False)
    if "fvar" in font:
        axes = {axis.axisTag for axis in font["fvar"].axes}
        font = instancer.instantiateVariableFont(font, {tag: value for tag, value in (("wght", weight), ("opsz", TEXT_SIZE)) if tag in axes})
        saved = io.BytesIO()
        font.save(saved)
        font = TTFont(io.BytesIO(saved.getvalue()), recalcTimestamp=False)
    return font


def tabular_figures(font):
    """Glyph -> tabular glyph, from the single substitutions of the feature tnum."""
    table = font["GSUB"].table
    swaps = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for subtable in table.LookupList.Lookup[index].SubTable:
                subtable = getattr(subtable, "ExtSubTable", subtable)
                swaps.update(getattr(subtable, "mapping", {}))
    return swaps


def freeze_tabular_figures(font):
    swaps = tabular_figures(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code, glyph in table.cmap.items():
                table.cmap[code] = swaps.get(glyph, glyph)
    digits = [font.getBestCmap()[code] for code in range(ord("0"), ord("9") + 1)]
    widths = [font["hmtx"][glyph][0] for glyph in digits]
    if max(widths) - min(widths) > font["head"].unitsPerEm / 200:
        sys.exit(f"makefonts.py: the tabular figures differ in width: {sorted(set(widths))}")
    for glyph in digits:  # releases of Inter leave rounding differences of a thousandth
        font["hmtx"][glyph] = (max(widths), font["hmtx"][glyph][1])


def subset(font, ranges):
    options = Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = sorted(NAMES_KEPT)
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["DSIG", "STAT", "MVAR", "HVAR", "avar"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    subsetter.subset(font)


def rename(font, family, weight):
    style = WEIGHTS[weight]
    postscript = f"{family.replace(' ', '')}-{style}"
    table = font["name"]
    table.names = [record for record in table.names if record.platformID == 3 and record.nameID in NAMES_KEPT]
    names = {1: family, 2: style, 3: f"{postscript} from {table.getDebugName(5) or 'Inter'}", 4: f"{family} {style}", 6: postscript, 16: family, 17: style}
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsType = 0
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames[0] = postscript
        top = cff.topDictIndex[0]
        top.FullName, top.FamilyName, top.Weight = f"{family} {style}", family, style
        if hasattr(top, "Notice"):
            top.Notice = table.getDebugName(0) or top.Notice


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output", type=Path)
    parser.add_argument("--fonts", action="append", help="a folder to search for Inter before the usual ones")
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        source = find_source(arguments.fonts or FONT_FOLDERS, weight)
        for family, ranges in FACES.items():
            font = open_source(source, weight)
            if family.endswith("Tabular"):
                freeze_tabular_figures(font)
            subset(font, ranges)
            rename(font, family, weight)
            name = f"{family.replace(' ', '')}-{WEIGHTS[weight]}.otf"
            font.save(arguments.output / name)


if __name__ == "__main__":
    main()
