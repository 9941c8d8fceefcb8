// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/whatif.h"

#include "analysis/circulation.h"
#include "analysis/clearing.h"
#include "analysis/debtrank.h"
#include "analysis/loops.h"
#include "analysis/realisation.h"
#include "analysis/select.h"
#include "analysis/totals.h"
#include "words/numbers.h"
#include "words/phrases.h"

#include <algorithm>
#include <cmath>

namespace dealscape::reports {

namespace {

using analysis::FlowGraph;
using analysis::leastLoss;
using analysis::rangeOf;
using words::money;
using words::percent;
using words::tr;

double lossOf(Money before, Money after)
{
    return before > Money() ? 1 - after.inBillions() / before.inBillions() : 0;
}

/// One state of the world, as found or as the scenario has it.
struct World {
    const Index &index;
    std::vector<int> deals;
    std::vector<int> firm;
    FlowGraph graph;
    /// What is still to be paid.
    FlowGraph dues;

    World(const Index &ground, const Perspective &perspective)
        : index(ground),
          deals(analysis::measured(ground, perspective)),
          firm(analysis::firm(ground, deals)),
          graph(ground, firm),
          dues(ground, firm, analysis::Dues::Outstanding)
    {}
};

class Player {
public:
    Player(const World &before, const World &after, const WhatIf &question, const Progress &progress)
        : m_before(before), m_after(after), m_question(question), m_progress(progress)
    {
        m_inputs = analysis::suggestedInputs(after.index, after.dues, Bound::High);
        for (const auto &[party, inputs] : question.inputs)
            if (const int position = after.index.position(party); position >= 0)
                m_inputs[static_cast<std::size_t>(position)] = inputs;
        m_failed = question.failed ? after.index.position(*question.failed) : -1;
    }

    Outcome run()
    {
        listInputs();
        compareNetworks();
        assume();
        if (m_failed >= 0) {
            supplies();
            switch (m_question.spread) {
            case Spread::Direct:
                direct();
                break;
            case Spread::Clearing:
                clearing();
                break;
            case Spread::DebtRank:
                distress();
                break;
            }
        }
        std::ranges::stable_sort(m_outcome.parties, std::greater(), &OutcomeRow::lost);
        conclude();
        return std::move(m_outcome);
    }

private:
    const OrganizationId &idOf(int position) const { return m_before.index.dataset().organizations[at(position)].id; }
    QString nameOf(int position) const { return words::nameOf(m_before.index, idOf(position)); }

    void addParty(int position, const QString &before, const QString &after, double lost, const QString &note = {})
    {
        m_outcome.parties.push_back({nameOf(position), idOf(position), before, after, lost, note});
    }

    void listInputs()
    {
        for (int i = 0; i < m_after.dues.size(); ++i) {
            const Money pays = m_after.dues.outflow(i, Bound::High);
            const Money receives = m_after.dues.inflow(i, Bound::High);
            if (pays > Money() || receives > Money())
                m_outcome.inputs.push_back({idOf(i), m_inputs[static_cast<std::size_t>(i)], pays, receives});
        }
        std::ranges::stable_sort(m_outcome.inputs, std::greater(), [](const InputRow &row) { return row.pays + row.receives; });
    }

    /// Totals, circularity and loops of both worlds; only where the scenario changes deals can they differ.
    void compareNetworks()
    {
        if (!m_question.changesDeals())
            return;
        const auto before = analysis::summarize(m_before.index, m_before.deals);
        const auto after = analysis::summarize(m_after.index, m_after.deals);
        for (const auto &flow : vocabulary<FlowClass>()) {
            const analysis::Sum &was = before[flow.value].counted;
            const analysis::Sum &is = after[flow.value].counted;
            if (was.deals > 0)
                m_outcome.network.push_back(
                    {words::qt(flow.label), std::nullopt, money(rangeOf(was)), money(rangeOf(is), u"–"), lossOf(was.high, is.high), {}});
        }
        compareRounds();
    }

    void compareRounds()
    {
        const auto roundOf = [&](const World &world) { return analysis::maximumCirculation(world.graph, Bound::High, m_progress); };
        const auto was = roundOf(m_before);
        const auto is = roundOf(m_after);
        if (was && is)
            m_outcome.network.push_back({tr("Can go round"), std::nullopt, percent(was->circularity()), percent(is->circularity()),
                                         lossOf(was->sum, is->sum), tr("Circularity: the largest circulation over all payments")});
        const auto loopsOf = [&](const World &world) {
            const auto found = analysis::findLoops(world.graph, {}, m_progress);
            return std::ranges::count_if(found.loops,
                                         [](const analysis::Loop &loop) { return loop.smallestHigh && *loop.smallestHigh > Money(); });
        };
        const auto loopsBefore = loopsOf(m_before);
        const auto loopsAfter = loopsOf(m_after);
        m_outcome.network.push_back({tr("Loops of up to 5 steps"), std::nullopt, QString::number(loopsBefore), QString::number(loopsAfter),
                                     loopsBefore > 0 ? 1 - static_cast<double>(loopsAfter) / static_cast<double>(loopsBefore) : 0,
                                     tr("With a value on every leg")});
    }

    void conclude()
    {
        QStringList parts;
        if (m_failed >= 0) {
            std::vector<const OutcomeRow *> others;
            for (const OutcomeRow &row : m_outcome.parties)
                if (row.party != idOf(m_failed) && row.lost > 0)
                    others.push_back(&row);
            parts << (others.empty()
                          ? tr("If %1 fails, nobody else falls short").arg(nameOf(m_failed))
                          : tr("If %1 fails, %2 of money, %3 the hardest")
                                .arg(nameOf(m_failed),
                                     words::counted(static_cast<int>(others.size()), tr("other falls short"), tr("others fall short")),
                                     others.front()->name));
            if (!m_outcome.undelivered.empty())
                parts << tr("%1 what it delivers, %2 most: %3")
                             .arg(words::counted(static_cast<int>(m_outcome.undelivered.size()), tr("goes without"), tr("go without")),
                                  m_outcome.undelivered.front().name, m_outcome.undelivered.front().before);
        }
        const auto hardest = std::ranges::max_element(m_outcome.network, {}, &OutcomeRow::lost);
        if (hardest != m_outcome.network.end())
            parts << (hardest->lost > 0 ? tr("%1 changes most, from %2 to %3").arg(hardest->name, hardest->before, hardest->after)
                                        : tr("no sum of the network changes"));
        if (!parts.isEmpty())
            m_outcome.verdict = parts.join(QStringLiteral("; ")) + u'.';
    }

    void assume()
    {
        m_outcome.assumptions << tr("A scenario, not a forecast: commitments are not debts due today, and every input is an assumption.");
        if (m_question.changesDeals())
            m_outcome.assumptions
                << tr("Of announced money %1 comes true, of potential money %2; of deals whose milestone fails only what is paid.")
                       .arg(percent(m_question.announced), percent(m_question.potential));
        if (m_failed >= 0)
            m_outcome.assumptions
                << tr("%1 fails and pays %2 of what it is to pay, at the high bound.").arg(nameOf(m_failed), percent(m_question.recovery));
    }

    /// A deal that is not delivered is not paid either, so this is no loss of money.
    void supplies()
    {
        for (const auto &row : analysis::undelivered(m_after.index, m_after.firm, m_failed, m_question.recovery)) {
            QStringList whole;
            QStringList left;
            const auto add = [&](const QString &before, const QString &after) {
                whole << before;
                left << after;
            };
            const double part = 1 - m_question.recovery;
            const auto scaled = [&](double missing) { return part > 0 ? missing / part : missing; };
            if (row.contracts.deals > 0) {
                const auto missing = static_cast<double>(row.contracts.high.dollars());
                add(money(scaled(missing)), money(scaled(missing) - missing));
            }
            for (const auto &layer : vocabulary<PowerLayer>()) {
                if (analysis::slot(layer.value) >= analysis::powerLayerCount)
                    continue;
                const auto missing = static_cast<double>(row.capacity[analysis::slot(layer.value)].high.megawatts());
                if (missing > 0)
                    add(words::power(scaled(missing)), words::power(scaled(missing) - missing));
            }
            if (whole.isEmpty())
                add(QStringLiteral("?"), QStringLiteral("?"));
            const int unknown = row.contracts.unpublished;
            m_outcome.undelivered.push_back({nameOf(row.organization), idOf(row.organization), whole.join(QStringLiteral(" · ")),
                                             left.join(QStringLiteral(" · ")), part,
                                             unknown > 0 ? tr("%1 without a price").arg(unknown) : QString()});
        }
    }

    void direct()
    {
        m_outcome.measure = tr("To be paid by the failed party; what is left of it");
        m_outcome.assumptions << tr("Counts only those it deals with. Capital already put into it is lost but for the recovery.");
        std::vector<OrganizationId> hit;
        double lost = 0;
        double due = 0;
        for (const auto &loss : analysis::directLosses(m_after.index, m_after.firm, m_failed, m_question.recovery)) {
            const double left = 1 - m_question.recovery;
            const double missing = static_cast<double>((loss.unpaid.high + loss.invested.high).dollars());
            const double whole = left > 0 ? missing / left : missing;
            QString note = loss.invested.high > Money() ? tr("of which %1 invested in it").arg(money(rangeOf(loss.invested))) : QString();
            if (const int unpublished = loss.unpaid.unpublished + loss.invested.unpublished; unpublished > 0)
                note += (note.isEmpty() ? QString() : QStringLiteral(", ")) + tr("%1 unpublished").arg(unpublished);
            addParty(loss.organization, money(whole), money(whole - missing), whole > 0 ? left : 0, note);
            hit.push_back(idOf(loss.organization));
            lost += missing;
            due += whole;
        }
        std::ranges::stable_sort(m_outcome.parties, std::greater(), &OutcomeRow::lost);
        m_outcome.rounds = {{0, {idOf(m_failed)}, 0}, {1, hit, due > 0 ? lost / due : 0}};
    }

    /// Names those whose funds do not reach even when nobody fails: that is no effect of the scenario.
    void tellShort(const analysis::Clearing &before)
    {
        QStringList parties;
        for (const auto &party : before.results)
            if (1 - party.share() >= leastLoss)
                parties << tr("%1 %2 of %3").arg(nameOf(party.organization), money(party.paid), money(party.owed));
        if (!parties.isEmpty())
            m_outcome.assumptions << tr("Without any failure these funds do not reach for: %1.").arg(parties.join(QStringLiteral(", ")));
    }

    void clearing()
    {
        m_outcome.measure = tr("What each can pay without the failure; with it");
        m_outcome.assumptions << tr("Each pays out of its outside funds and of what the others pay it, in proportion to what it owes "
                                    "(Eisenberg and Noe 2001). Funds are cash and what comes in over the years of its payments, as "
                                    "disclosed; whoever discloses nothing is taken to pay in full.");
        const auto failure = analysis::clearFailure(m_after.dues, m_inputs, Bound::High, m_failed, m_question.recovery, m_progress);
        const analysis::Clearing &result = failure.with;
        tellShort(failure.without);
        double owed = 0;
        for (const auto &party : result.results) {
            owed += party.owed;
            if (const double lost = failure.lost(party); lost >= leastLoss)
                addParty(party.organization, money(failure.could(party)), money(party.paid), lost);
        }
        const auto paidIn = [](const analysis::ClearingRound &round) {
            double sum = 0;
            for (const double paid : round.paid)
                sum += paid;
            return sum;
        };
        const double whole = result.rounds.empty() ? 0 : paidIn(result.rounds.front());
        for (const auto &round : result.rounds) {
            OutcomeRound step{round.step, {}, whole > 0 ? 1 - paidIn(round) / std::max(whole, owed) : 0};
            for (const int party : round.newlyShort)
                step.newly.push_back(idOf(party));
            m_outcome.rounds.push_back(std::move(step));
        }
        for (const int party : result.withoutInput)
            m_outcome.withoutInput.push_back(idOf(party));
    }

    void distress()
    {
        m_outcome.measure = tr("Own capital; what is left of it");
        m_outcome.assumptions
            << tr("A loss passes on in proportion to what each expects from whom, over its own capital (DebtRank, Battiston "
                  "et al. 2012). Valuations stand for capital where nothing else is set, each of its own day%1.")
                   .arg(daysOfValuations());
        const auto result = analysis::debtRank(m_after.dues, m_inputs, Bound::High, m_failed, m_question.recovery, m_progress);
        const auto equityOf = [&](std::size_t i) { return m_inputs[i].equity.amount.value_or(Money()); };
        double all = 0;
        for (std::size_t i = 0; i < result.distress.size(); ++i) {
            const double equity = static_cast<double>(equityOf(i).dollars());
            if (static_cast<int>(i) != m_failed)
                all += equity;
            if (result.distress[i] >= leastLoss && equity > 0)
                addParty(static_cast<int>(i), money(equity), money(equity * (1 - result.distress[i])), result.distress[i]);
        }
        std::vector<bool> hit(result.distress.size(), false);
        for (const auto &round : result.rounds) {
            OutcomeRound step{round.step, {}, 0};
            for (std::size_t i = 0; i < round.distress.size(); ++i) {
                if (static_cast<int>(i) != m_failed)
                    step.lost += round.distress[i] * static_cast<double>(equityOf(i).dollars());
                if (round.distress[i] >= leastLoss && !hit[i]) {
                    hit[i] = true;
                    step.newly.push_back(idOf(static_cast<int>(i)));
                }
            }
            step.lost = all > 0 ? step.lost / all : 0;
            m_outcome.rounds.push_back(std::move(step));
        }
        for (const int party : result.withoutInput)
            m_outcome.withoutInput.push_back(idOf(party));
    }

    /// " (from 2 July 2025 to 17 September 2026)": the days of the valuations that are used here; nothing when they are of one day.
    QString daysOfValuations() const
    {
        std::optional<std::pair<Date, Date>> days;
        for (std::size_t i = 0; i < m_inputs.size(); ++i) {
            const auto &valuation = m_before.index.dataset().organizations[i].valuation;
            if (!valuation || m_inputs[i].equity.basis != analysis::InputBasis::Valuation)
                continue;
            days = days ? std::pair(std::min(days->first, valuation->asOf), std::max(days->second, valuation->asOf))
                        : std::pair(valuation->asOf, valuation->asOf);
        }
        if (!days || days->first == days->second)
            return {};
        return tr(" (from %1 to %2)").arg(words::qt(days->first.spoken()), words::qt(days->second.spoken()));
    }

    const World &m_before;
    const World &m_after;
    const WhatIf &m_question;
    const Progress &m_progress;
    std::vector<analysis::PartyInputs> m_inputs;
    int m_failed = -1;
    Outcome m_outcome;
};

} // namespace

Outcome play(const Index &index, const Perspective &perspective, const WhatIf &question, const Progress &progress)
{
    const World before(index, perspective);
    if (!question.changesDeals())
        return Player(before, before, question, progress).run();
    analysis::Realisation realisation;
    realisation.share[analysis::slot(Certainty::Announced)] = question.announced;
    realisation.share[analysis::slot(Certainty::Potential)] = question.potential;
    realisation.failing = question.failing;
    const Dataset changed = analysis::realised(index.dataset(), realisation);
    const Index later(changed);
    const World after(later, perspective);
    return Player(before, after, question, progress).run();
}

} // namespace dealscape::reports
