// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/chromesheet.h"
#include "network/network.h"

#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace dealscape::picture {

/// One flow class, power layer or, as reported, family: the text of each column and what the amounts leave out.
struct StripRow {
    QString name;
    std::vector<QString> cells;
    QString note;
};

/// The headline figures of a picture: counted once, from low to high bound, one row for each flow class with a deal in view
/// (in the power lens each power layer), one column for each certainty. There is no total row: money is never added across
/// flow classes nor power across layers. An en dash stands for nothing. The sums are those of analysis::summarize().
struct StripTable {
    /// Absent for the single column of figures as an article reported them.
    std::vector<std::optional<Certainty>> columns;
    std::vector<StripRow> rows;
};

StripTable stripTable(const network::View &view);

/// Brings the rows with an amount before those that have only a note, and counts them.
int amountsFirst(StripTable &table);

enum class Notes { Omitted, Kept };

/// Least width of a strip, and its height with at most `rows` rows; further rows are named in a last line, with their
/// notes.
double stripWidth(const StripTable &table, Notes notes);
double stripHeight(const StripTable &table, int rows);

/// Draws the strip into a frame at least as wide and as high as stated above; wider frames spread the columns.
void drawStrip(drawing::ChromeSheet &sheet, const StripTable &table, const QRectF &frame, Notes notes, int rows);

} // namespace dealscape::picture
