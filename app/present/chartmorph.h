// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>

#include <vector>

class QPainter;

namespace dealscape::present {

struct Prepared;

/// The way from one scene's chart to the next one's, either of which may be missing: rows that stand for the same thing in both
/// move and stretch from one place to the other while the one picture of them gives way to the other; all else fades.
class ChartMorph {
public:
    ChartMorph(const Prepared &from, const Prepared &to);

    /// At a share of the way from 0 to 1, in units of the slide.
    void paint(QPainter &painter, double way) const;

private:
    /// A chart as pixels, and the frame it fills.
    struct Side {
        QImage whole;
        QImage rest;
        QRectF frame;
    };
    struct Row {
        QRectF from;
        QRectF to;
    };

    static QRectF pixels(const Side &side, const QRectF &area);
    static void clear(Side &side, const QRectF &area);

    Side m_from;
    Side m_to;
    std::vector<Row> m_rows;
};

} // namespace dealscape::present
