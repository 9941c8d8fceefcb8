// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/more.h"
#include "exchange/rows.h"

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dealscape::exchange {

/// The sources of an import while it goes on: those that are open, those that rows name, and the files themselves.
class Citing {
public:
    Citing(const std::vector<Input> &inputs, Plan &plan, Rows &rows);

    /// Turns to another table, which is a source of its own.
    void enter() { m_fileSource = {}; }
    /// Gives a deal the sources that its row names, or else the file.
    void cite(Deal &deal, Rows::Line &line);
    /// Takes sources that came with a record.
    void take(const Accompanying &with);

private:
    std::vector<SourceId> listed(const Rows::Line &line);
    std::optional<SourceId> single(Rows::Line &line);
    SourceId fileSource(const Rows::Line &line);
    void add(const Source &source);

    const std::vector<Input> &m_inputs;
    Plan &m_plan;
    Rows &m_in;
    std::unordered_set<std::string> m_sources;
    std::unordered_map<std::string, SourceId> m_written;
    std::unordered_map<std::string, int> m_suffixes;
    SourceId m_fileSource;
};

} // namespace dealscape::exchange
