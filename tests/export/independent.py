#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets programs of others read exported data, and counts nodes, edges and amounts in what they read: independent.py PROGRAM FORMAT READER

READER is networkx, igraph, openpyxl, odf, libreoffice or graphviz. Ends with 77 where it is missing.
"""

import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

DATASET = pathlib.Path(__file__).resolve().parent.parent / "data" / "frozen-network.json"


def skip(what):
    print(f"{what} is missing, skipped")
    sys.exit(77)


def expected():
    data = json.loads(DATASET.read_text(encoding="utf-8"))
    values = [deal.get("value") or {} for deal in data["deals"]]
    return {
        "nodes": len(data["organizations"]),
        "edges": len(data["deals"]),
        "low": sum(value.get("low") or 0 for value in values),
        "high": sum(value.get("high") or 0 for value in values),
        "megawatts": sum((deal.get("power") or {}).get("megawatts", 0) for deal in data["deals"]),
    }


def total(values):
    return sum(int(float(value)) for value in values if value not in (None, "") and value == value)


def of_edges(nodes, edges):
    return {
        "nodes": nodes,
        "edges": len(edges),
        "low": total(edge.get("low") for edge in edges),
        "high": total(edge.get("high") for edge in edges),
        "megawatts": total(edge.get("megawatts") for edge in edges),
    }


def of_tables(deals, organisations):
    """Two tables, each a list of rows with a header."""
    deals = [row for row in deals if any(cell not in (None, "") for cell in row)]
    organisations = [row for row in organisations if any(cell not in (None, "") for cell in row)]
    records = [dict(zip(deals[0], row)) for row in deals[1:]]
    return {
        "nodes": len(organisations) - 1,
        "edges": len(records),
        "low": total(record["Low (US$)"] for record in records),
        "high": total(record["High (US$)"] for record in records),
        "megawatts": total(record["MW"] for record in records),
    }


def networkx(path, form):
    try:
        import networkx as nx
    except ImportError:
        skip("networkx")
    if form == "graphml":
        graph = nx.read_graphml(path, force_multigraph=True)
    elif form == "gexf":
        # Its reader knows the version of 2009 only; the names are the same.
        text = path.read_text(encoding="utf-8").replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft")
        path.write_text(text.replace('version="1.3"', 'version="1.2"'), encoding="utf-8")
        graph = nx.read_gexf(path)
    else:
        graph = nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")))
    assert graph.is_multigraph() and graph.is_directed()
    return of_edges(graph.number_of_nodes(), [values for _, _, values in graph.edges(data=True)])


def igraph(path, form):
    try:
        import igraph as ig
    except ImportError:
        skip("igraph")
    graph = ig.Graph.Read_GraphML(str(path))
    return of_edges(graph.vcount(), [edge.attributes() for edge in graph.es])


def openpyxl(path, form):
    try:
        import openpyxl as xl
    except ImportError:
        skip("openpyxl")
    book = xl.load_workbook(path, read_only=True)
    sheets = [[list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets]
    return of_tables(sheets[0], sheets[1])


def odf(path, form):
    try:
        from odf.opendocument import load
        from odf.table import Table, TableCell, TableRow
    except ImportError:
        skip("odf")

    def cells(row):
        found = []
        for cell in row.getElementsByType(TableCell):
            value = cell.getAttribute("value") or cell.getAttribute("datevalue") or str(cell)
            found += [value] * int(cell.getAttribute("numbercolumnsrepeated") or 1)
        return found

    tables = [[cells(row) for row in table.getElementsByType(TableRow)] for table in load(str(path)).spreadsheet.getElementsByType(Table)]
    return of_tables(tables[0], tables[1])


def libreoffice(path, form):
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program or not (pathlib.Path(program).resolve().parent / "libsclo.so").exists():
        skip("the spreadsheet part of LibreOffice")
    folder = path.parent
    # Every sheet to a file of its own: comma, quote, UTF-8, all cells as they are stored.
    command = [program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
               "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", "--outdir", str(folder), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=280)
    sheets = {}
    for each in folder.glob(f"{path.stem}-*.csv"):
        with each.open(encoding="utf-8-sig", newline="") as file:
            sheets[each.stem.removeprefix(path.stem + "-")] = list(csv.reader(file))
    assert sheets, done.stdout + done.stderr
    return of_tables(sheets["Deals"], sheets["Organisations"])


def graphviz(path, form):
    program = shutil.which("dot")
    if not program:
        skip("graphviz")
    drawn = json.loads(subprocess.run([program, "-Tdot_json", str(path)], check=True, capture_output=True).stdout)
    clusters = drawn.get("_subgraph_cnt", 0)
    return {"nodes": len(drawn["objects"]) - clusters, "edges": len(drawn["edges"])}


READERS = {each.__name__: each for each in (networkx, igraph, openpyxl, odf, libreoffice, graphviz)}


def main():
    program, form, reader = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / f"out.{form}"
        subprocess.run([program, "data", str(DATASET), "--to", form, "-o", str(path)], check=True, stdout=subprocess.DEVNULL)
        found = READERS[reader](path, form)
    wanted = expected()
    wrong = [f"{key}: {reader} reads {value}, the dataset has {wanted[key]}" for key, value in found.items() if value != wanted[key]]
    print("\n".join(wrong) or f"{reader} reads from {form}: {found}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
