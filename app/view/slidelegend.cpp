// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/slidelegend.h"

#include "view/scales.h"
#include "view/text.h"

#include <algorithm>
#include <array>

namespace dealscape::view {

namespace {

constexpr double signLength = 80;
constexpr double wordsLeft = 96;
constexpr double wordsGap = 44;

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
        return QStringLiteral("Cancelled or replaced");
    }
    return {};
}

QPainterPath level(double left, double right, double y)
{
    QPainterPath path(QPointF(left, y));
    path.lineTo(right, y);
    return path;
}

/// The sign with its left end half way up at the point, in units of the slide.
void draw(Plate &plate, const SlideSign &sign, QPointF at)
{
    constexpr double m = type::small.magnification;
    Sheet &sheet = plate.sheet(m);
    const Theme &colours = plate.colours();
    const QColor colour = sign.certainty == Certainty::Cancelled ? colours.cancelled : colours.family(sign.family);
    const double left = at.x() / m;
    const double right = (at.x() + signLength) / m;
    const double y = at.y() / m;
    switch (sign.kind) {
    case SlideSign::Kind::Arrow:
        sheet.arrow({right, y}, signLength / m, 5, sign.certainty, colour);
        break;
    case SlideSign::Kind::Range:
        sheet.stroke(level(left, right, y), colours.halo(sign.family), 14);
        sheet.stroke(level(left, right, y), colours.family(sign.family), 7);
        break;
    case SlideSign::Kind::Unknown:
        sheet.stroke(level(left, left + 18, y), colour, unknownGrade().width);
        sheet.stroke(level(right - 18, right, y), colour, unknownGrade().width);
        sheet.lineCentred((left + right) / 2, y - lineHeight(FontRole::BodyBold) / 2, QStringLiteral("?"), FontRole::BodyBold,
                          colours.text);
        break;
    }
    plate.lines({at.x() + wordsLeft, at.y() - type::small.line() / 2}, {sign.words}, type::small, colours.textSecond);
}

} // namespace

std::vector<SlideSign> slideSigns(const Network &network, Lens lens)
{
    std::vector<SlideSign> signs;
    if (network.edges.empty())
        return signs;
    std::array<int, 5> families{};
    std::array<int, 5> certainties{};
    for (const NetworkEdge &edge : network.edges) {
        ++families[static_cast<std::size_t>(edge.family)];
        ++certainties[static_cast<std::size_t>(edge.certainty)];
    }
    const auto most = static_cast<Family>(std::ranges::max_element(families) - families.begin());
    const auto present = std::ranges::count_if(families, [](int count) { return count > 0; });
    signs.push_back({SlideSign::Kind::Arrow, most, Certainty::Binding, QStringLiteral("Money, payer to payee")});
    if (present > 1)
        for (std::size_t i = 0; i < families.size(); ++i)
            if (families[i] > 0)
                signs.push_back({SlideSign::Kind::Arrow, static_cast<Family>(i), Certainty::Binding, familyWords(static_cast<Family>(i))});
    if (present > 1)
        signs.erase(signs.begin());
    for (const Certainty certainty : {Certainty::Paid, Certainty::Announced, Certainty::Potential, Certainty::Cancelled})
        if (certainties[static_cast<std::size_t>(certainty)] > 0)
            signs.push_back({SlideSign::Kind::Arrow, most, certainty, certaintyWords(certainty)});
    const bool value = lens == Lens::Value;
    if (value && std::ranges::any_of(network.edges, [](const NetworkEdge &edge) { return edge.value.published() && !edge.value.exact(); }))
        signs.push_back({SlideSign::Kind::Range, most, Certainty::Binding, QStringLiteral("Range, low to high")});
    if (value && std::ranges::any_of(network.edges, [](const NetworkEdge &edge) { return !edge.value.published(); }))
        signs.push_back({SlideSign::Kind::Unknown, most, Certainty::Binding, QStringLiteral("Amount not published")});
    return signs;
}

void drawSigns(Plate &plate, const std::vector<SlideSign> &signs, const QRectF &area)
{
    const auto room = static_cast<std::size_t>(std::max(0.0, area.height() / signRow));
    const std::size_t count = std::min(room, signs.size());
    for (std::size_t i = 0; i < count; ++i)
        draw(plate, signs[i], {area.left(), area.bottom() - signRow * (static_cast<double>(count - i) - 0.5)});
}

void drawSignRow(Plate &plate, const std::vector<SlideSign> &signs, const QRectF &area)
{
    double left = area.left();
    for (const SlideSign &sign : signs) {
        const double width = wordsLeft + type::small.width(sign.words);
        if (left + width > area.right())
            return;
        draw(plate, sign, {left, area.center().y()});
        left += width + wordsGap;
    }
}

} // namespace dealscape::view
