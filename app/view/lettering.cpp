// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/lettering.h"

#include "view/candidates.h"
#include "view/numbers.h"
#include "view/text.h"

namespace dealscape::view {

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
    const double line = lineHeight(name.font);
    double top = mark.box.top();
    for (const QString &text : name.lines) {
        const double spare = mark.box.width() - textWidth(text, name.font);
        const double indent = spare * indentOf(static_cast<Side>(mark.spot.place));
        mark.runs.push_back({text, {mark.box.left() + indent, top + baselineIn(name.font)}, name.font, colour});
        top += line;
    }
}

QString umbrellaLine(const Index &index, const Umbrella &umbrella)
{
    const QString once = QStringLiteral("counts once");
    const Deal *deal = index.deal(umbrella.deal);
    if (!deal || !deal->value.published())
        return once;
    return money({std::nullopt, deal->value.at(Bound::High)}) + QStringLiteral(", ") + once;
}

void setHullName(LabelMark &mark, const Name &name, const Theme &theme)
{
    const double line = lineHeight(FontRole::Small);
    const double baseline = mark.box.top() + baselineIn(FontRole::Small);
    mark.runs.push_back({name.lines[0], {mark.box.left(), baseline}, FontRole::SmallBold, theme.text});
    mark.runs.push_back({name.lines[1], {mark.box.left(), baseline + line}, FontRole::Small, theme.textSecond});
}

void setAmount(LabelMark &mark, const Wording &wording, const Theme &theme)
{
    double x = mark.box.left() + labelPadding;
    if (mark.badge) {
        mark.badgeCentre = {mark.box.left() + badgeWidth(mark.badge) / 2, mark.box.center().y()};
        x = mark.box.left() + badgeWidth(mark.badge) + badgeGap;
    }
    const double baseline = mark.box.center().y() + capHeight(FontRole::Figure) / 2;
    if (!wording.strong.isEmpty())
        mark.runs.push_back({wording.strong, {x, baseline}, FontRole::FigureBold, theme.text});
    x += textWidth(wording.strong, FontRole::FigureBold);
    if (!wording.rest.isEmpty())
        mark.runs.push_back({wording.rest, {x, baseline}, FontRole::Figure, theme.textSecond});
    x += textWidth(wording.rest, FontRole::Figure) + raisedGap;
    if (!wording.raised.isEmpty())
        mark.runs.push_back({wording.raised, {x, baseline - raisedBy}, FontRole::Raised, theme.textSecond});
}

} // namespace dealscape::view
