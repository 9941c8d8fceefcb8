#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks exported presentations part by part, and with LibreOffice where it is installed: presentation.py PROGRAM [FOLDER]."""

import io
import json
import pathlib
import posixpath
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from xml.etree import ElementTree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
failures = []


def check(what, truth):
    if not truth:
        failures.append(what)


def rels_of(part):
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", name + ".rels")


def check_package(data, where):
    """Everything in a package that makes PowerPoint offer a repair, as far as it is known."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = archive.namelist()
    check(f"{where}: a part is there twice", len(names) == len(set(names)))
    check(f"{where}: the content types come first", names[0] == "[Content_Types].xml")
    for info in archive.infolist():
        check(f"{where}: {info.filename} is not deflated", info.compress_type == zipfile.ZIP_DEFLATED)
        check(f"{where}: {info.filename} is a folder", not info.is_dir())
    check(f"{where}: a checksum is wrong", archive.testzip() is None)
    types = ElementTree.fromstring(archive.read("[Content_Types].xml"))
    overrides = {each.get("PartName")[1:] for each in types if each.tag.endswith("Override")}
    defaults = {each.get("Extension") for each in types if each.tag.endswith("Default")}
    for part in overrides:
        check(f"{where}: a type for {part}, which is missing", part in names)
    for part in names[1:]:
        check(f"{where}: {part} has no type", part in overrides or part.rsplit(".", 1)[-1] in defaults)
    reached, todo = set(), [""]
    while todo:
        part = todo.pop()
        links = rels_of(part)
        if part:
            reached.add(part)
        ids = []
        if links in names:
            reached.add(links)
            for link in ElementTree.fromstring(archive.read(links)):
                ids.append(link.get("Id"))
                target = posixpath.normpath(posixpath.join(posixpath.dirname(part), link.get("Target"))).lstrip("/")
                check(f"{where}: {part} leads to {target}, which is missing", target in names)
                if target in names and target not in reached and target not in todo:
                    todo.append(target)
        check(f"{where}: {part} names a link twice", len(ids) == len(set(ids)))
        if part.endswith(".xml"):
            used = re.findall(rb'r:(?:id|embed|link)="([^"]+)"', archive.read(part))
            for each in used:
                check(f"{where}: {part} uses {each.decode()}, which is not defined", each.decode() in ids)
    for part in set(names) - reached - {"[Content_Types].xml"}:
        check(f"{where}: nothing leads to {part}", False)
    return archive


def check_shapes(archive, part):
    tree = ElementTree.fromstring(archive.read(part))
    ids = [each.get("id") for each in tree.iter(P + "cNvPr")]
    check(f"{part}: shape ids repeat", len(ids) == len(set(ids)))
    ellipses = {shape.find(f"{P}nvSpPr/{P}cNvPr").get("id") for shape in tree.iter(P + "sp")
                if shape.find(f"{P}spPr/{A}prstGeom") is not None and shape.find(f"{P}spPr/{A}prstGeom").get("prst") == "ellipse"}
    connectors = list(tree.iter(P + "cxnSp"))
    for connector in connectors:
        ends = [connector.find(f".//{A}{end}Cxn") for end in ("st", "end")]
        check(f"{part}: a connector holds on to nothing", all(end is not None and end.get("id") in ellipses for end in ends))
        check(f"{part}: a connector holds on to no site", all(end is not None and 0 <= int(end.get("idx")) < 8 for end in ends))
    for shape in tree.iter(P + "sp"):
        holder = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        check(f"{part}: a shape without text body", shape.find(P + "txBody") is not None or (holder is not None and holder.get("type") == "sldImg"))
    for extent in list(tree.iter(A + "ext")) + list(tree.iter(A + "chExt")):
        if extent.get("cx"):
            check(f"{part}: an extent below 0", int(extent.get("cx")) >= 0 and int(extent.get("cy")) >= 0)
    for colour in tree.iter(A + "srgbClr"):
        check(f"{part}: the colour {colour.get('val')}", re.fullmatch("[0-9A-F]{6}", colour.get("val")))
    for line in tree.iter(A + "ln"):
        check(f"{part}: an empty line", len(line) > 0)
    check(f"{part}: nan", b"nan" not in re.sub(rb"<a:t>.*?</a:t>|descr=\"[^\"]*\"|name=\"[^\"]*\"", b"", archive.read(part)).lower())
    for each in tree.iter(P + "cNvPr"):
        if each.get("id") in ellipses:
            check(f"{part}: an organisation without alternative text", each.get("descr"))
    for connector in connectors:
        check(f"{part}: a connector without alternative text", connector.find(f".//{P}cNvPr").get("descr"))
    return len(ellipses), len(connectors)


def check_chart(archive, part):
    """The numbers that the chart shows are those of its workbook."""
    chart = ElementTree.fromstring(archive.read(part))
    links = ElementTree.fromstring(archive.read(rels_of(part)))
    book = check_package(archive.read(links[0].get("Target").lstrip("/")), part + " workbook")
    cells = {}
    for cell in ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(S + "c"):
        value = cell.find(S + "v")
        cells[cell.get("r")] = float(value.text) if value is not None else "".join(cell.itertext())
    shown = 0
    for reference in list(chart.iter(C + "strRef")) + list(chart.iter(C + "numRef")):
        column, first = re.match(r"Sheet1!\$([A-Z])\$(\d+)", reference.find(C + "f").text).groups()
        for point in reference.iter(C + "pt"):
            value = point.find(C + "v").text or ""
            cell = cells[f"{column}{int(first) + int(point.get('idx'))}"]
            check(f"{part}: {value} is {cell} in the workbook", cell == (float(value) if reference.tag == C + "numRef" else value))
            shown += 1
    check(f"{part}: it shows nothing", shown >= 3)


def check_slides(path, scenes):
    archive = check_package(path.read_bytes(), path.name)
    slides = sorted((name for name in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)),
                    key=lambda name: int(re.search(r"\d+", name).group()))
    check(f"{path.name}: {len(slides)} slides", len(slides) == len(scenes))
    for number, (slide, scene) in enumerate(zip(slides, scenes), 1):
        ellipses, connectors = check_shapes(archive, slide)
        check(f"{slide}: {ellipses} organisations and {connectors} ribbons", ellipses > 1 and connectors > 0)
        if not scene:
            continue
        texts = " ".join(each.text or "" for each in ElementTree.fromstring(archive.read(slide)).iter(A + "t"))
        check(f"{slide}: the headline is missing", scene["name"] in texts)
        notes = "".join(each.text or "" for each in ElementTree.fromstring(archive.read(f"ppt/notesSlides/notesSlide{number}.xml")).iter(A + "t"))
        check(f"{slide}: its notes are missing", scene.get("notes", "") in notes)
        if not scene.get("perspective", {}).get("asReported"):
            check(f"{slide}: its notes name no source", "https://" in notes)
    charts = [name for name in archive.namelist() if re.fullmatch(r"ppt/charts/chart\d+\.xml", name)]
    check(f"{path.name}: {len(charts)} charts", len(charts) == sum(1 for scene in scenes if scene and scene.get("chart")))
    for chart in charts:
        check_chart(archive, chart)
    return archive


def check_with_office(path, archive, folder):
    office = shutil.which("soffice")
    if not office or not (pathlib.Path(office).resolve().parents[1] / "share/registry/impress.xcd").exists():
        print("not opened with LibreOffice: its part for presentations is not here")
        return
    arguments = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run(arguments + ["--convert-to", "fodp", "--outdir", str(folder), str(path)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=240)
    text = (folder / path.with_suffix(".fodp").name).read_text(encoding="utf-8")
    connectors = sum(len(re.findall(rb"<p:cxnSp>", archive.read(name))) for name in archive.namelist() if name.startswith("ppt/slides/slide"))
    glued = len(re.findall(r"<draw:connector [^>]*draw:start-shape=[^>]*draw:end-shape=", text))
    check(f"LibreOffice: {glued} of {connectors} connectors hold on", glued == connectors)
    check("LibreOffice: the notes are missing", "<presentation:notes" in text)
    check("LibreOffice: the charts are missing", ("chart:chart" in text) == any("charts/" in name for name in archive.namelist()))
    subprocess.run(arguments + ["--convert-to", "pdf", "--outdir", str(folder), str(path)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=240)
    check("LibreOffice: no PDF", (folder / path.with_suffix(".pdf").name).stat().st_size > 1000)


def main():
    program = sys.argv[1]
    source = pathlib.Path(__file__).resolve().parents[2] / "data" / "ai-infrastructure.json"
    scenes = json.loads(source.read_text(encoding="utf-8"))["stories"][0]["scenes"]
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else made)
        folder.mkdir(exist_ok=True)
        deck, again, slide = folder / "deck.pptx", folder / "again.pptx", folder / "slide.pptx"
        for path in (deck, again):
            subprocess.run([program, "present", "--export", path, source], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([program, "export", "-o", slide, source], check=True, stdout=subprocess.DEVNULL)
        check("the same story gives other bytes", deck.read_bytes() == again.read_bytes())
        check_slides(slide, [None])
        check_with_office(deck, check_slides(deck, scenes), folder)
    for failure in dict.fromkeys(failures):
        print("FAILED:", failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
