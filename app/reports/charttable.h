// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/perspective.h"
#include "domain/vocabulary.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace dealscape::reports {

enum class ChartKind { Partner, Kind, Layer, Certainty, Country, Timeline, Schedule, Plausibility, Reconciliation, Concentration };

/// Which end of a range the bars show: one end, or the low one with a bracket up to the high one.
enum class ChartBound { Low, Range, High };

/// What a chart is asked. Lens::Deals is answered as Lens::Value. A subject narrows the chart to one organisation's deals.
/// Rows of a breakdown or of a concentration beyond the `most` largest of a group are gathered into one, and so are those without a
/// published amount beyond as many, and statements beyond those that fit one screen, whatever the number; 0 keeps them all.
struct ChartQuestion {
    ChartKind kind = ChartKind::Partner;
    Lens lens = Lens::Value;
    std::optional<OrganizationId> subject;
    ChartBound bound = ChartBound::Range;
    int most = 0;
};

/// What the numbers of a table are, one for the whole table: whole US dollars, whole megawatts, whole dollars a gigawatt.
enum class ChartUnit { Dollars, Megawatts, DollarsPerGigawatt };

/// A range in the table's unit; absent ends read as those of MoneyRange.
struct ChartAmount {
    std::optional<std::int64_t> low;
    std::optional<std::int64_t> high;

    bool published() const { return low || high; }
    friend bool operator==(const ChartAmount &, const ChartAmount &) = default;
};

/// The part of a row that has one certainty.
struct ChartSegment {
    Certainty certainty = Certainty::Announced;
    std::int64_t low = 0;
    std::int64_t high = 0;

    friend bool operator==(const ChartSegment &, const ChartSegment &) = default;
};

/// One bar, step, point or line of text. `text` is the amount as people read it ("$20–30B"). Segments add up to the
/// amount. Deals without a published amount are behind a row too and counted in `unpublished`.
struct ChartRow {
    QString key;
    QString label;
    QString text;
    ChartAmount amount;
    std::vector<ChartSegment> segments;
    std::vector<int> deals;
    int unpublished = 0;
    /// False for records that are shown beside the counted ones.
    bool counted = true;
    /// A timeline's day; a schedule's year as a date.
    std::optional<Date> date;
    /// Share of the group at the bound asked for, from 0 to 1.
    std::optional<double> share;
    /// Reconciliation: what was stated, everything on record for it, and how the statement differs from `amount`.
    ChartAmount stated;
    QString statedText;
    ChartAmount gross;
    QString grossText;
    QString difference;
    /// What else there is to say, for tooltips and the last column.
    QString note;
};

/// Rows that may be compared and, where they do not overlap, added: one flow class or one power layer. Groups are never added.
struct ChartGroup {
    QString title;
    std::variant<std::monostate, FlowClass, PowerLayer> measure;
    std::vector<ChartRow> rows;
    QString note;
    /// Names the group whatever its title adds; the same for the same question about other deals.
    QString key = {};
};

/// An estimate to hold rows against, which a claim of the dataset gives with its sources: `scope` names it.
struct ChartBand {
    QString scope;
    std::int64_t low = 0;
    std::int64_t high = 0;
};

/// The day of the founding article and what it stated as a total.
struct ChartMark {
    Date date;
    QString title;
    QString note;
    std::optional<std::int64_t> stated;
};

/// How raw numbers are divided for an axis, and what the quotient is called: "$ billion", "GW".
struct ChartScale {
    double divisor = 1e9;
    QString name;
};

/// A chart as plain values: what is drawn, written as CSV and tested. Dollars and gigawatts never share a table.
struct ChartTable {
    ChartKind kind = ChartKind::Partner;
    ChartUnit unit = ChartUnit::Dollars;
    ChartBound bound = ChartBound::Range;
    ChartScale scale;
    QString title;
    /// One line on what is counted, one on what the perspective's filter admits, and one on what is missing, with the deals
    /// that it speaks of.
    QString counts;
    QString filter;
    QString missing;
    std::vector<int> missingDeals;
    /// What a chart that leaves the program must say as well; see standingOf(). Empty until somebody fills it.
    QString standing;
    std::vector<ChartGroup> groups;
    std::vector<ChartBand> bands;
    std::optional<ChartMark> mark;

    /// Whether any row has something to draw.
    bool empty() const;
};

} // namespace dealscape::reports

namespace dealscape {

/// The words by which scenes and the command line name their charts.
template <>
std::span<const Word<reports::ChartKind>> vocabulary();

} // namespace dealscape
