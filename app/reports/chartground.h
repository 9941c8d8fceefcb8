// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/charttable.h"

#include <array>
#include <span>
#include <vector>

namespace dealscape::reports {

/// The deals of a perspective sorted for charts, made once and asked often. Those that publish nothing are kept to be counted
/// in words, whatever Filter::publishedOnly says; with a focus they must touch the organisations in view. Linear in the deals.
class ChartGround {
public:
    ChartGround(const Index &index, const Perspective &perspective);

    /// The same ground with these deals alone, by their positions, for the part that they make of a chart.
    ChartGround only(std::span<const int> deals) const;

    const Index &index() const { return m_index; }
    const Perspective &perspective() const { return m_perspective; }
    /// Counted deals, all of them or those that belong to a measure.
    std::span<const int> counted() const { return m_counted; }
    std::span<const int> counted(FlowClass flow) const { return m_flows[static_cast<std::size_t>(flow)]; }
    std::span<const int> counted(PowerLayer layer) const { return m_layers[static_cast<std::size_t>(layer)]; }
    /// With the records that are not counted, and, unless the filter asks for certain certainties, with those cancelled.
    std::span<const int> gross() const { return m_gross; }

private:
    const Index &m_index;
    Perspective m_perspective;
    std::vector<int> m_gross;
    std::vector<int> m_counted;
    std::array<std::vector<int>, 10> m_flows;
    std::array<std::vector<int>, 5> m_layers;
};

/// Answers a question. Reconciliation leaves the perspective's focus out, since headlines speak of the whole.
ChartTable chartTable(const ChartGround &ground, const ChartQuestion &question);

/// "As of 10 October 2026. Sources: Reuters, Oracle and 31 more.": the day of the dataset, and the publishers that the deals of a chart
/// rest on, those of most deals by name. Linear in the deals and their sources.
QString standingOf(const Index &index, const ChartTable &table);

/// RFC 4180, UTF-8 without a byte-order mark, CRLF: a header, then one record a row with raw numbers in the table's unit and the
/// amount as text. Bounds that are not published stay empty. The last three columns say in every record what is counted, what
/// the filter admits and of which day it is: programs that read CSV know no comments, and a record that is moved elsewhere still says what
/// it is.
QString csv(const ChartTable &table);

/// The perspective narrowed to what a bar of a breakdown stands for: its kind, certainty, layer or country together with those
/// of the chart's subject, or the focus on an organisation; and to the family of the flow that the bar belongs to. Nothing for
/// rows that a filter cannot single out.
std::optional<Perspective> narrowed(const Index &index, const Perspective &perspective, const std::optional<OrganizationId> &subject,
                                    const ChartTable &table, int group, int row);

} // namespace dealscape::reports
