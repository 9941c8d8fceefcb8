// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "witness.h"

#include <QLocale>
#include <QString>

#include <cmath>
#include <map>
#include <vector>

/// What somebody reads off what was painted.
namespace dealscape::charts {

/// The first of two texts that lie on one another, with the second.
inline QString overlapping(const std::vector<SeenText> &texts)
{
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            const QRectF shared = texts[i].box() & texts[j].box();
            if (shared.width() > 0.5 && shared.height() > 1.5)
                return texts[i].text + QStringLiteral(" | ") + texts[j].text;
        }
    return {};
}

/// The first text or shape that leaves a size.
inline QString outside(const QSizeF &size, const Seen &seen)
{
    const QRectF canvas(QPointF(), size);
    for (const SeenText &text : seen.texts)
        if (!canvas.contains(text.box()))
            return text.text;
    for (const SeenShape &shape : seen.shapes)
        if (!canvas.adjusted(-1, -1, 1, 1).contains(shape.box()))
            return QStringLiteral("a shape in ") + shape.brush.color().name();
    return {};
}

/// A number beside an axis and the place that it stands for.
struct SeenTick {
    double value = 0;
    double at = 0;
    QString text;
};

/// The most numbers that stand on one line, and those that end at one place above one another.
inline std::vector<SeenTick> ticksAlong(const Seen &seen, Qt::Orientation axis)
{
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    std::map<long, std::vector<SeenTick>> lines;
    std::vector<SeenTick> longest;
    const auto add = [&](std::vector<SeenTick> &line, const SeenTick &tick) {
        // Another axis begins where the numbers fall.
        if (!line.empty() && tick.value <= line.back().value)
            line.clear();
        line.push_back(tick);
        if (line.size() > longest.size())
            longest = line;
    };
    for (const SeenText &text : seen.texts) {
        bool number = false;
        const double value = english.toDouble(text.text, &number);
        const QPointF end = text.baseline + QPointF(text.width, 0);
        if (!number)
            continue;
        if (axis == Qt::Horizontal)
            add(lines[std::lround(end.y() * 4)], {value, text.baseline.x() + text.width / 2, text.text});
        else
            add(lines[std::lround(end.x() * 4)], {value, text.baseline.y() - 4, text.text});
    }
    return longest;
}

} // namespace dealscape::charts
