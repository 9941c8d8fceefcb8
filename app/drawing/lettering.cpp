// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/lettering.h"

#include "drawing/candidates.h"
#include "style/text.h"
#include "words/numbers.h"

namespace dealscape::drawing {

namespace {

constexpr double raisedBy = 4;

/// Share of a line's spare width that goes to its left: lines lean on the disc.
double indentOf(Side side)
{
    if (side == Side::Right || side == Side::BelowRight || side == Side::AboveRight)
        return 0;
    return side == Side::Left || side == Side::BelowLeft || side == Side::AboveLeft ? 1 : 0.5;
}

} // namespace

void setName(LabelMark &mark, const Name &name, const QColor &colour)
{
    const double line = style::lineHeight(name.font);
    double top = mark.box.top();
    for (const QString &text : name.lines) {
        const double spare = mark.box.width() - style::textWidth(text, name.font);
        const double indent = spare * indentOf(static_cast<Side>(mark.spot.place));
        mark.runs.push_back({text, {mark.box.left() + indent, top + style::baselineIn(name.font)}, name.font, colour});
        top += line;
    }
}

QString umbrellaLine(const Index &index, const Umbrella &umbrella)
{
    const QString once = QStringLiteral("counts once");
    const Deal *deal = index.deal(umbrella.deal);
    if (!deal || !deal->value.published())
        return once;
    return words::money({std::nullopt, deal->value.at(Bound::High)}) + QStringLiteral(", ") + once;
}

void setHullName(LabelMark &mark, const Name &name, const style::Theme &theme)
{
    const double line = style::lineHeight(style::FontRole::Small);
    const double baseline = mark.box.top() + style::baselineIn(style::FontRole::Small);
    mark.runs.push_back({name.lines[0], {mark.box.left(), baseline}, style::FontRole::SmallBold, theme.text});
    mark.runs.push_back({name.lines[1], {mark.box.left(), baseline + line}, style::FontRole::Small, theme.textSecond});
}

void setAmount(LabelMark &mark, const Wording &wording, const style::Theme &theme)
{
    double x = mark.box.left() + labelPadding;
    if (mark.badge) {
        mark.badgeCentre = {mark.box.left() + badgeWidth(mark.badge) / 2, mark.box.center().y()};
        x = mark.box.left() + badgeWidth(mark.badge) + badgeGap;
    }
    const double baseline = mark.box.center().y() + style::capHeight(style::FontRole::Figure) / 2;
    if (!wording.strong.isEmpty())
        mark.runs.push_back({wording.strong, {x, baseline}, style::FontRole::FigureBold, theme.text});
    x += style::textWidth(wording.strong, style::FontRole::FigureBold);
    if (!wording.rest.isEmpty())
        mark.runs.push_back({wording.rest, {x, baseline}, style::FontRole::Figure, theme.textSecond});
    x += style::textWidth(wording.rest, style::FontRole::Figure) + raisedGap;
    if (!wording.raised.isEmpty())
        mark.runs.push_back({wording.raised, {x, baseline - raisedBy}, style::FontRole::Raised, theme.textSecond});
}

} // namespace dealscape::drawing
