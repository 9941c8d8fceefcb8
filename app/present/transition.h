// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/slides.h"

#include <QImage>
#include <QPolygonF>
#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace dealscape::present {

/// A mark of a slide in units of the slide, and how strong it is: 1 in full, less where it is faded, 0 where it is not there.
struct RibbonKeyframe {
    drawing::EdgeMark mark;
    /// The way in a fixed number of points, so that two of them can be mixed.
    QPolygonF way;
    double strength = 1;
};

struct DiscKeyframe {
    drawing::NodeMark mark;
    double strength = 1;
};

/// What becomes of what. What is only in one of the two slides stays in place while it fades.
struct RibbonPair {
    RibbonKeyframe from;
    RibbonKeyframe to;
};

struct DiscPair {
    DiscKeyframe from;
    DiscKeyframe to;
};

std::vector<DiscPair> discPairs(const slides::Slide &from, const slides::Slide &to);
std::vector<RibbonPair> ribbonPairs(const slides::Slide &from, const slides::Slide &to);

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

/// The way from one scene to the next: organisations and ribbons that are in both move along straight short ways while their
/// sizes and widths change; others fade. Labels leave first and come last; words are exchanged half way, and rows of charts move.
/// Making it is linear in the marks and takes well under a millisecond for tens of them.
class Transition {
public:
    Transition(PreparedPointer from, PreparedPointer to);

    const PreparedPointer &to() const { return m_to; }
    /// Paints the moment at a share of the time from 0 to 1, in units of the slide. Motion eases in and out.
    void paint(QPainter &painter, double share) const;

private:
    void paintMarks(QPainter &painter, double way) const;
    void paintWords(QPainter &painter, const Prepared &prepared, double strength) const;
    void paintLabels(QPainter &painter, const drawing::Drawing &labels, const slides::SlideLayer &layer, double strength) const;

    PreparedPointer m_from;
    PreparedPointer m_to;
    std::vector<DiscPair> m_discs;
    std::vector<RibbonPair> m_ribbons;
    drawing::Drawing m_fromLabels;
    drawing::Drawing m_toLabels;
    ChartMorph m_charts;
};

} // namespace dealscape::present
