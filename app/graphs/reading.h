// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"
#include "domain/result.h"
#include "sheets/reading.h"

#include <string_view>

namespace dealscape::graphs {

/// Columns with which the two tables of every graph begin; attributes follow, named as in the file. The first row is the header.
/// Nodes: id, label, id of the node they are in. Edges: id, source, target (ids of nodes), whether they have a direction.
inline constexpr std::size_t nodeColumns = 3;
inline constexpr std::size_t edgeColumns = 4;

enum class GraphKind { None, GraphMl, Gexf, NodeLink };

/// Whether the first bytes are those of a graph.
GraphKind kindOf(std::string_view bytes);

/// A graph as a workbook of two tables, nodes first; rows are numbered by the line of the file. Parallel edges stay apart, nested nodes
/// name the node they are in, attributes that are missing have their default, numbers keep their digits. What a deal network has no place
/// for (hyperedges, ports, values that change over time) is told in notices. Linear; a cancelled reading gives a failure.
Result<sheets::Workbook> readGraphMl(std::string_view bytes, const sheets::ReadOptions &options = {}, const Progress &progress = {});
/// Versions 1.1, 1.2 and 1.3.
Result<sheets::Workbook> readGexf(std::string_view bytes, const sheets::ReadOptions &options = {}, const Progress &progress = {});
/// Nodes and links as networkx ("nodes", "links" or "edges") and d3 write them; ends are ids, positions or whole nodes.
Result<sheets::Workbook> readNodeLink(std::string_view bytes, const sheets::ReadOptions &options = {}, const Progress &progress = {});

/// Any of the three.
Result<sheets::Workbook> readGraph(std::string_view bytes, const sheets::ReadOptions &options = {}, const Progress &progress = {});

} // namespace dealscape::graphs
