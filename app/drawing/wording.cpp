// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing/wording.h"

#include "style/text.h"
#include "words/numbers.h"

#include <QStringList>

#include <algorithm>
#include <string>

namespace dealscape::drawing {

namespace {

constexpr int leastBadge = 2;
/// More than any amount in billions or gigawatts.
constexpr double published = 4e5;

QString separator()
{
    return QStringLiteral(" · ");
}

/// "50 paid" beside "$60B": the unit is said once when it is the same.
QString paidPart(const Flow &flow)
{
    const bool firm = flow.certainty == Certainty::Paid && !flow.mixed;
    if (flow.paid <= Money() || firm || !flow.value.published() || flow.paid >= flow.value.at(Bound::High))
        return {};
    QString paid = words::money(flow.paid);
    if (paid.back() == words::money(flow.value).back() && paid.front() == u'$')
        paid = paid.mid(1).chopped(1);
    return paid + QStringLiteral(" paid");
}

} // namespace

std::vector<Wording> wordingsOf(Lens lens, const Flow &flow)
{
    const bool priced = flow.value.published();
    const QString value = priced ? words::money(flow.value) : QString();
    const QString capacity = flow.power ? words::power(*flow.power) : QString();
    QString strong;
    QStringList rest;
    if (lens == Lens::Value) {
        strong = priced ? value : QStringLiteral("?");
        rest = {capacity, paidPart(flow)};
    } else if (lens == Lens::Power) {
        if (flow.family == Family::Capital && !flow.power)
            return priced ? std::vector<Wording>{{{}, value}} : std::vector<Wording>();
        strong = flow.power ? capacity : QStringLiteral("?");
        rest = {value};
    } else {
        strong = words::counted(std::max(1, flow.deals), QStringLiteral("deal"), QStringLiteral("deals"));
        rest = {value};
    }
    rest.removeAll(QString());
    std::vector<Wording> wordings;
    for (qsizetype parts = rest.size(); parts >= 0; --parts) {
        Wording &wording = wordings.emplace_back(Wording{strong, {}});
        for (qsizetype i = 0; i < parts; ++i)
            wording.rest += separator() + rest[i];
    }
    return wordings;
}

double weightOf(Lens lens, const Flow &flow)
{
    const double value = flow.value.published() ? flow.value.at(Bound::High).inBillions() : 0;
    const double gigawatts = flow.power ? flow.power->inGigawatts() : 0;
    if (lens == Lens::Power)
        return flow.power ? std::min(published + gigawatts, 2 * published) : std::min(value, published);
    return flow.value.published() ? std::min(published + value, 2 * published) : std::min(gigawatts, published);
}

double badgeWidth(int number)
{
    constexpr double digit = 6.5;
    return badgeSize + digit * static_cast<double>(std::max<std::size_t>(2, std::to_string(number).size()) - 2);
}

double labelWidthOf(const Wording &wording, int badge)
{
    const double text =
        style::textWidth(wording.strong, style::FontRole::FigureBold) + style::textWidth(wording.rest, style::FontRole::Figure);
    const double raised = wording.raised.isEmpty() ? 0 : style::textWidth(wording.raised, style::FontRole::Raised) + raisedGap;
    return text + raised + 2 * labelPadding + (badge ? badgeWidth(badge) + badgeGap - labelPadding : 0);
}

double labelWidthOf(Lens lens, const Flow &flow)
{
    const std::vector<Wording> wordings = wordingsOf(lens, flow);
    return wordings.empty() ? 0 : labelWidthOf(wordings.front(), badgeOf(lens, flow));
}

int badgeOf(Lens lens, const Flow &flow)
{
    return lens != Lens::Deals && flow.deals >= leastBadge ? flow.deals : 0;
}

} // namespace dealscape::drawing
