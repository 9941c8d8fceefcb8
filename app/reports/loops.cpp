// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/loops.h"

#include "analysis/select.h"
#include "words/numbers.h"
#include "words/phrases.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <set>

namespace dealscape::reports {

namespace {

using analysis::FlowGraph;
using words::qt;
using words::tr;

LoopLeg legOf(const Index &index, const analysis::Arc &arc)
{
    const auto &organizations = index.dataset().organizations;
    LoopLeg leg;
    leg.payer = organizations[static_cast<std::size_t>(arc.from)].id;
    leg.payee = organizations[static_cast<std::size_t>(arc.to)].id;
    leg.deals = arc.deals;
    const int largest = *std::ranges::max_element(arc.deals, {}, [&](int deal) { return dealAt(index, deal).value.at(Bound::High); });
    leg.family = familyOf(dealAt(index, largest).flow);
    leg.kind = arc.deals.size() == 1 ? qt(label(dealAt(index, largest).kind))
                                     : words::counted(static_cast<int>(arc.deals.size()), tr("deal"), tr("deals"));
    leg.first = dealAt(index, arc.deals.front()).announced;
    leg.last = dealAt(index, arc.deals.back()).announced;
    leg.certainty = arc.weakestAt(Bound::High);
    if (arc.known())
        leg.value = {arc.low, arc.high};
    return leg;
}

FoundLoop foundLoop(const Index &index, const FlowGraph &graph, const analysis::Loop &loop, LoopPlace place)
{
    FoundLoop found{place, loop, {}, 1};
    for (const int leg : loop.legs) {
        found.legs.push_back(legOf(index, graph.arc(leg)));
        for (const int deal : found.legs.back().deals)
            found.tier = std::max(found.tier, dealAt(index, deal).tier);
    }
    return found;
}

/// A loop by its parties, the one of the lowest position first.
std::vector<int> fromLowest(std::vector<int> organizations)
{
    std::ranges::rotate(organizations, std::ranges::min_element(organizations));
    return organizations;
}

FlowGraph graphOf(const Index &index, Perspective perspective, int maximumTier)
{
    perspective.filter.maximumTier = maximumTier;
    return {index, analysis::firm(index, analysis::measured(index, perspective))};
}

class Finder {
public:
    Finder(const Index &index, const Perspective &perspective, const LoopQuestion &question, const Progress &progress)
        : m_index(index), m_perspective(perspective), m_elsewhere(question.elsewhere), m_progress(progress)
    {
        m_options.maximumLength = question.maximumLength;
        if (question.through)
            m_options.through = index.position(*question.through);
        m_finding.maximumLength = question.maximumLength;
    }

    LoopFinding run()
    {
        if (m_options.through && *m_options.through < 0)
            return m_finding;
        const int tier = m_perspective.filter.maximumTier;
        const bool others = tier != 0 && m_elsewhere == Elsewhere::Listed;
        search(tier, LoopPlace::Here, 0, others ? 0.5 : 1);
        if (others && !m_progress.stop())
            search(0, LoopPlace::OtherTier, 0.5, 0.5);
        std::ranges::stable_sort(m_finding.loops, {}, &FoundLoop::place);
        return std::move(m_finding);
    }

private:
    void search(int tier, LoopPlace place, double from, double share)
    {
        const FlowGraph graph = graphOf(m_index, m_perspective, tier);
        const Progress part{[&](double done) { m_progress(from + share * done); }, m_progress.cancelled};
        const auto result = analysis::findLoops(graph, m_options, part);
        m_finding.completion = std::max(m_finding.completion, result.completion);
        for (const analysis::Loop &loop : result.loops) {
            if (!m_seen.insert(fromLowest(loop.organizations)).second)
                continue;
            const bool hidden = place == LoopPlace::Here && loop.unknownLegs > 0 && m_perspective.filter.publishedOnly;
            m_finding.loops.push_back(foundLoop(m_index, graph, loop, hidden ? LoopPlace::WithoutPrice : place));
        }
    }

    const Index &m_index;
    const Perspective &m_perspective;
    Elsewhere m_elsewhere;
    const Progress &m_progress;
    analysis::LoopOptions m_options;
    std::set<std::vector<int>> m_seen;
    LoopFinding m_finding;
};

QString monthAndYear(const Date &date)
{
    return qt(Date{date.year, date.month, 0}.spoken());
}

} // namespace

Trail FoundLoop::trail() const
{
    Trail trail;
    trail.closed = true;
    for (const LoopLeg &leg : legs)
        trail.organizations.push_back(leg.payer);
    return trail;
}

bool FoundLoop::walks(const Trail &other) const
{
    const Trail own = trail();
    if (!other.closed || own.organizations.size() != other.organizations.size())
        return false;
    std::vector<OrganizationId> turned = own.organizations;
    for (std::size_t i = 0; i < turned.size(); ++i) {
        if (turned == other.organizations)
            return true;
        std::ranges::rotate(turned, turned.begin() + 1);
    }
    return false;
}

int LoopFinding::count(LoopPlace place) const
{
    return static_cast<int>(std::ranges::count(loops, place, &FoundLoop::place));
}

int LoopFinding::priced(LoopPlace place) const
{
    return static_cast<int>(
        std::ranges::count_if(loops, [&](const FoundLoop &found) { return found.place == place && found.loop.unknownLegs == 0; }));
}

LoopFinding findLoops(const Index &index, const Perspective &perspective, const LoopQuestion &question, const Progress &progress)
{
    return Finder(index, perspective, question, progress).run();
}

std::vector<FoundLoop> leadingLoops(const Index &index, const Perspective &perspective)
{
    analysis::LoopOptions options;
    options.limit = 1'000;
    options.maximumSteps = 1'000'000;
    const FlowGraph graph = graphOf(index, perspective, perspective.filter.maximumTier);
    std::vector<FoundLoop> loops;
    for (const analysis::Loop &loop : analysis::findLoops(graph, options).loops)
        if (loop.unknownLegs == 0 || !perspective.filter.publishedOnly)
            loops.push_back(foundLoop(index, graph, loop, LoopPlace::Here));
    return loops;
}

QString nameOf(const Index &index, const FoundLoop &loop, Home home)
{
    QStringList names;
    for (const LoopLeg &leg : loop.legs)
        names << words::nameOf(index, leg.payer);
    if (home == Home::Named && !names.isEmpty())
        names << names.front();
    return names.join(QStringLiteral(" › "));
}

QString orderWord(const FoundLoop &loop)
{
    switch (loop.loop.dates) {
    case analysis::DateOrder::Forwards:
        return tr("in order");
    case analysis::DateOrder::Backwards:
        return tr("in reverse order");
    case analysis::DateOrder::Mixed:
        break;
    }
    return tr("in mixed order");
}

QString orderSentence(const Index &index, const FoundLoop &loop)
{
    QStringList parts;
    for (const LoopLeg &leg : loop.legs) {
        const QString when =
            leg.first == leg.last ? monthAndYear(leg.first) : tr("%1 to %2").arg(monthAndYear(leg.first), monthAndYear(leg.last));
        parts << tr("%1 to %2 in %3").arg(words::nameOf(index, leg.payer), words::nameOf(index, leg.payee), when);
    }
    const QString start = loop.loop.dates == analysis::DateOrder::Forwards
        ? tr("Each payment was announced no earlier than the one before it")
        : loop.loop.dates == analysis::DateOrder::Backwards
        ? tr("The dates run backwards: each payment was announced no later than the one before it")
        : tr("The payments were not announced in the order in which money would go round");
    return start + QStringLiteral(": ") + parts.join(QStringLiteral(", ")) + u'.';
}

QString closureText(const FoundLoop &loop)
{
    if (!loop.loop.closureLow || !loop.loop.closureHigh)
        return tr("Closure –");
    auto low = std::lround(100 * *loop.loop.closureLow);
    auto high = std::lround(100 * *loop.loop.closureHigh);
    if (low > high)
        std::swap(low, high);
    return low == high ? tr("Closure %1 %").arg(high) : tr("Closure %1–%2 %").arg(low).arg(high);
}

} // namespace dealscape::reports
