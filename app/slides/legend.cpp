// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "slides/legend.h"

#include "network/network.h"
#include "style/scales.h"
#include "style/text.h"

#include <algorithm>
#include <array>
#include <set>

namespace dealscape::slides {

namespace {

constexpr double slideSign = 80;
constexpr double wordsIndent = 16;

QString familyWords(Family family)
{
    switch (family) {
    case Family::Compute:
        return QStringLiteral("Compute, sites");
    case Family::Capital:
        return QStringLiteral("Capital");
    case Family::Hardware:
        return QStringLiteral("Hardware");
    case Family::Energy:
        return QStringLiteral("Energy");
    case Family::Licence:
        return QStringLiteral("Licence, policy");
    }
    return {};
}

QString certaintyWords(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Paid:
        return QStringLiteral("Paid");
    case Certainty::Binding:
        return QStringLiteral("Binding");
    case Certainty::Announced:
        return QStringLiteral("Announced");
    case Certainty::Potential:
        return QStringLiteral("Potential");
    case Certainty::Cancelled:
        return QStringLiteral("Called off or superseded");
    }
    return {};
}

QPainterPath level(double left, double right, double y)
{
    QPainterPath path(QPointF(left, y));
    path.lineTo(right, y);
    return path;
}

QColor colourOf(const SlideSign &sign, const style::Theme &colours)
{
    if (sign.certainty == Certainty::Cancelled)
        return colours.cancelled;
    return sign.family ? colours.family(*sign.family) : colours.textSecond;
}

/// How long signs in a row are, and how far apart.
struct RowMeasures {
    double length = slideSign;
    double gap = 44;
};

constexpr std::array rowMeasures = {RowMeasures{slideSign, 44}, RowMeasures{70, 28}, RowMeasures{48, 18}};

double rowWidth(const std::vector<SlideSign> &signs, const RowMeasures &measures)
{
    double width = -measures.gap;
    for (const SlideSign &sign : signs)
        width += measures.length + wordsIndent + type::small.width(sign.words) + measures.gap;
    return width;
}

/// The sign with its left end half way up at the point, in units of the slide.
void draw(Plate &plate, const SlideSign &sign, QPointF at, double length)
{
    constexpr double m = type::small.magnification;
    drawing::ChromeSheet &sheet = plate.sheet(m);
    const style::Theme &colours = plate.colours();
    const QColor colour = colourOf(sign, colours);
    const double left = at.x() / m;
    const double right = (at.x() + length) / m;
    const double y = at.y() / m;
    switch (sign.kind) {
    case SlideSign::Kind::Arrow:
        sheet.arrow({right, y}, length / m, 5, sign.certainty, colour);
        break;
    case SlideSign::Kind::Range:
        sheet.stroke(level(left, right, y), sign.family ? colours.halo(*sign.family) : colours.border, 14);
        sheet.stroke(level(left, right, y), colour, 7);
        break;
    case SlideSign::Kind::Unknown:
        sheet.stroke(level(left, left + 18, y), colour, style::unknownGrade().width);
        sheet.stroke(level(right - 18, right, y), colour, style::unknownGrade().width);
        sheet.lineCentred((left + right) / 2, y - style::lineHeight(style::FontRole::BodyBold) / 2, QStringLiteral("?"),
                          style::FontRole::BodyBold, colours.text);
        break;
    }
    plate.lines({at.x() + length + wordsIndent, at.y() - type::small.line() / 2}, {sign.words}, type::small, colours.textSecond);
}

} // namespace

std::vector<SlideSign> slideSigns(const network::Network &network, Lens lens)
{
    std::vector<SlideSign> signs;
    if (network.edges.empty())
        return signs;
    std::set<Family> families;
    std::set<Certainty> certainties;
    for (const network::NetworkEdge &edge : network.edges) {
        families.insert(edge.family);
        certainties.insert(edge.certainty);
    }
    const std::optional<Family> all = families.size() == 1 ? std::optional(*families.begin()) : std::nullopt;
    const auto add = [&](SlideSign::Kind kind, std::optional<Family> family, Certainty certainty, const QString &words) {
        signs.push_back({kind, family, certainty, words});
    };
    if (all)
        add(SlideSign::Kind::Arrow, all, Certainty::Binding, QStringLiteral("Money, payer to payee"));
    else
        for (const Family family : families)
            add(SlideSign::Kind::Arrow, family, Certainty::Binding, familyWords(family));
    if (certainties != std::set{Certainty::Binding})
        for (const Certainty certainty : certainties)
            add(SlideSign::Kind::Arrow, all, certainty, certaintyWords(certainty));
    const auto ranged = [](const network::NetworkEdge &edge) { return edge.value.published() && !edge.value.exact(); };
    const auto unknown = [](const network::NetworkEdge &edge) { return !edge.value.published(); };
    if (lens == Lens::Value && std::ranges::any_of(network.edges, ranged))
        add(SlideSign::Kind::Range, all, Certainty::Binding, QStringLiteral("Range, low to high"));
    if (lens == Lens::Value && std::ranges::any_of(network.edges, unknown))
        add(SlideSign::Kind::Unknown, all, Certainty::Binding, QStringLiteral("Amount not published"));
    return signs;
}

void drawSigns(Plate &plate, const std::vector<SlideSign> &signs, const QRectF &area)
{
    const auto room = static_cast<std::size_t>(std::max(0.0, area.height() / signRow));
    const std::size_t count = std::min(room, signs.size());
    for (std::size_t i = 0; i < count; ++i)
        draw(plate, signs[i], {area.left(), area.bottom() - signRow * (static_cast<double>(count - i) - 0.5)}, slideSign);
}

void drawSignRow(Plate &plate, const std::vector<SlideSign> &signs, const QRectF &area)
{
    const auto fits = [&](const RowMeasures &measures) { return rowWidth(signs, measures) <= area.width(); };
    const auto found = std::ranges::find_if(rowMeasures, fits);
    const RowMeasures &measures = found == rowMeasures.end() ? rowMeasures.back() : *found;
    double left = area.left();
    for (const SlideSign &sign : signs) {
        const double width = rowWidth({sign}, measures);
        if (left + width > area.right())
            return;
        draw(plate, sign, {left, area.center().y()}, measures.length);
        left += width + measures.gap;
    }
}

} // namespace dealscape::slides
