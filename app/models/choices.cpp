// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chips.h"

#include "analysis/select.h"
#include "analysis/totals.h"
#include "document/wording.h"
#include "view/numbers.h"
#include "view/words.h"

#include <QStringList>

#include <algorithm>
#include <iterator>
#include <set>

namespace dealscape::models {

namespace {

using document::Snapshot;
using document::text;

using view::tr;

/// "12 deals, $300B": the sum only where all of them are of one flow class.
QString asideOf(const Snapshot &snapshot, const std::vector<int> &deals)
{
    QString aside = view::counted(static_cast<int>(deals.size()), tr("deal"), tr("deals"));
    const analysis::Summary summary = analysis::summarize(snapshot.index(), deals);
    const auto used =
        std::count_if(summary.flows.begin(), summary.flows.end(), [](const analysis::FlowTotal &t) { return !t.counted.empty(); });
    if (used != 1)
        return aside;
    for (const analysis::FlowTotal &total : summary.flows)
        if (total.counted.deals > 0)
            aside += QStringLiteral(", ") + view::money(MoneyRange{total.counted.low, total.counted.high});
    return aside;
}

QString asideOf(const Snapshot &snapshot, const Filter &filter)
{
    return asideOf(snapshot, analysis::select(snapshot.index(), filter));
}

class Choices {
public:
    Choices(const Snapshot &snapshot, const Perspective &now) : m_snapshot(snapshot), m_now(now) {}

    /// The filter counted is the one that the choice leads to, or that of the category alone.
    void add(ChoiceGroup &group, const QString &name, bool on, const Filter &next, const Filter &counted)
    {
        Perspective perspective = m_now;
        perspective.filter = next;
        group.choices.push_back({name, asideOf(m_snapshot, counted), on, perspective});
    }

    ChoiceGroup tiers()
    {
        ChoiceGroup group{tr("Tier"), {}, Editor::Tier};
        int deepest = 0;
        for (const Deal &deal : m_snapshot.dataset().deals)
            deepest = std::max(deepest, deal.tier);
        for (int tier = 1; tier <= deepest; ++tier) {
            Filter next = m_now.filter;
            next.maximumTier = tier == deepest ? 0 : tier;
            const bool on = m_now.filter.maximumTier == next.maximumTier;
            add(group, tier == deepest ? tr("All tiers") : tier == 1 ? tr("Tier 1") : tr("Tiers 1 to %1").arg(tier), on, next, next);
        }
        return group;
    }

    template <class E, std::set<E> Filter::*member>
    ChoiceGroup words(const QString &name, Editor editor)
    {
        ChoiceGroup group{name, {}, editor};
        for (const auto &entry : vocabulary<E>()) {
            Filter alone = m_now.filter;
            alone.*member = {entry.value};
            if (analysis::select(m_snapshot.index(), alone).empty())
                continue;
            const std::set<E> &set = m_now.filter.*member;
            Filter next = m_now.filter;
            if (set.contains(entry.value))
                (next.*member).erase(entry.value);
            else
                (next.*member).insert(entry.value);
            add(group, text(entry.label), set.contains(entry.value), next, alone);
        }
        return group;
    }

    ChoiceGroup layers()
    {
        ChoiceGroup group{tr("Layer (both ends)"), {}, Editor::Layer};
        for (const Layer &layer : m_snapshot.dataset().layers) {
            Filter alone = m_now.filter;
            alone.layers = {layer.id};
            Filter next = m_now.filter;
            const bool on = next.layers.contains(layer.id);
            on ? static_cast<void>(next.layers.erase(layer.id)) : static_cast<void>(next.layers.insert(layer.id));
            add(group, text(layer.label), on, next, alone);
        }
        return group;
    }

    ChoiceGroup countries()
    {
        std::set<std::string> known;
        for (const Organization &organization : m_snapshot.dataset().organizations)
            if (!organization.country.empty())
                known.insert(organization.country);
        ChoiceGroup group{tr("Country (both ends)"), {}, Editor::Country};
        for (const std::string &country : known) {
            Filter alone = m_now.filter;
            alone.countries = {country};
            Filter next = m_now.filter;
            const bool on = next.countries.contains(country);
            on ? static_cast<void>(next.countries.erase(country)) : static_cast<void>(next.countries.insert(country));
            add(group, document::countryOf(country), on, next, alone);
        }
        return group;
    }

    ChoiceGroup amounts()
    {
        ChoiceGroup group{tr("Least amount"), {}, Editor::Amount};
        for (const int billions : {1, 5, 20, 75, 200}) {
            Filter next = m_now.filter;
            next.atLeast = Money::billions(billions);
            const bool on = m_now.filter.atLeast == next.atLeast;
            add(group, tr("At least %1").arg(view::money(*next.atLeast)), on, next, next);
        }
        return group;
    }

    ChoiceGroup years()
    {
        ChoiceGroup group{tr("Announced in"), {}, Editor::Year};
        for (const int year : announcedYears()) {
            Filter next = m_now.filter;
            next.from = Date{year, 0, 0};
            next.until = Date{year, 0, 0};
            add(group, QString::number(year), m_now.filter.from == next.from && m_now.filter.until == next.until, next, next);
        }
        return group;
    }

    ChoiceGroup since()
    {
        ChoiceGroup group{tr("Announced since"), {}, Editor::Since};
        for (const int year : announcedYears()) {
            Filter next = m_now.filter;
            next.from = Date{year, 0, 0};
            add(group, QString::number(year), m_now.filter.from == next.from && !m_now.filter.until, next, next);
        }
        return group;
    }

    ChoiceGroup switches()
    {
        ChoiceGroup group{tr("Records"), {}, Editor::Records};
        Filter next = m_now.filter;
        next.countedOnly = !next.countedOnly;
        add(group, tr("Counted once only"), m_now.filter.countedOnly, next, next);
        next = m_now.filter;
        next.publishedOnly = !next.publishedOnly;
        add(group, tr("Value or power published only"), m_now.filter.publishedOnly, next, next);
        return group;
    }

    ChoiceGroup depths()
    {
        constexpr int deepest = 4;
        ChoiceGroup group{tr("Focus"), {}, Editor::Focus};
        for (int depth = 1; m_now.focus && depth <= deepest; ++depth) {
            Perspective next = m_now;
            next.focus->depth = depth;
            const QString aside = asideOf(m_snapshot, analysis::visible(m_snapshot.index(), next));
            group.choices.push_back({view::counted(depth, tr("step"), tr("steps")), aside, m_now.focus->depth == depth, next});
        }
        return group;
    }

private:
    std::set<int> announcedYears() const
    {
        std::set<int> years;
        for (const Deal &deal : m_snapshot.dataset().deals)
            years.insert(deal.announced.year);
        return years;
    }

    const Snapshot &m_snapshot;
    const Perspective &m_now;
};

} // namespace

QString effectOf(const Snapshot &snapshot, const Perspective &now, const Perspective &without)
{
    if (now.asReported)
        return tr("shows the deals in place of the article's edges");
    const std::vector<int> before = analysis::visible(snapshot.index(), now);
    const std::vector<int> after = analysis::visible(snapshot.index(), without);
    std::vector<int> more;
    std::vector<int> fewer;
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(more));
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(fewer));
    QStringList words;
    if (!more.empty())
        words << tr("brings %1 into view").arg(asideOf(snapshot, more));
    if (!fewer.empty())
        words << tr("takes %1 out of view").arg(asideOf(snapshot, fewer));
    return words.isEmpty() ? tr("changes no deal in view") : words.join(QStringLiteral("; "));
}

std::vector<ChoiceGroup> choicesOf(const Snapshot &snapshot, const Perspective &perspective)
{
    std::vector<ChoiceGroup> groups;
    for (const Editor editor : {Editor::Tier, Editor::Certainty, Editor::Flow, Editor::Kind, Editor::Layer, Editor::Country, Editor::Amount,
                                Editor::Year, Editor::Since, Editor::Records})
        groups.push_back(choicesOf(snapshot, perspective, editor));
    return groups;
}

ChoiceGroup choicesOf(const Snapshot &snapshot, const Perspective &perspective, Editor editor)
{
    Choices choices(snapshot, perspective);
    switch (editor) {
    case Editor::Tier:
        return choices.tiers();
    case Editor::Certainty:
        return choices.words<Certainty, &Filter::certainties>(tr("Certainty"), editor);
    case Editor::Flow:
        return choices.words<Family, &Filter::families>(tr("Flow"), editor);
    case Editor::Kind:
        return choices.words<DealKind, &Filter::kinds>(tr("Kind"), editor);
    case Editor::Layer:
        return choices.layers();
    case Editor::Country:
        return choices.countries();
    case Editor::Amount:
        return choices.amounts();
    case Editor::Year:
        return choices.years();
    case Editor::Since:
        return choices.since();
    case Editor::Records:
        return choices.switches();
    case Editor::Focus:
        return choices.depths();
    case Editor::None:
    case Editor::Dates:
    case Editor::Text:
        break;
    }
    return {};
}

} // namespace dealscape::models
