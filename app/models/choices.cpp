// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chips.h"

#include "analysis/select.h"
#include "analysis/totals.h"
#include "document/wording.h"
#include "reports/loops.h"
#include "words/everyday.h"
#include "words/numbers.h"
#include "words/phrases.h"

#include <QStringList>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace dealscape::models {

namespace {

using document::Snapshot;
using document::text;

using words::tr;

/// "12 deals, $300B": the sum only where all of them are of one flow class.
QString asideOf(const Snapshot &snapshot, const std::vector<int> &deals)
{
    QString aside = words::counted(static_cast<int>(deals.size()), tr("deal"), tr("deals"));
    const analysis::Summary summary = analysis::summarize(snapshot.index(), deals);
    const auto used =
        std::count_if(summary.flows.begin(), summary.flows.end(), [](const analysis::FlowTotal &t) { return !t.counted.empty(); });
    if (used != 1)
        return aside;
    for (const analysis::FlowTotal &total : summary.flows)
        if (total.counted.deals > 0)
            aside += QStringLiteral(", ") + words::money(analysis::rangeOf(total.counted));
    return aside;
}

/// A set with a value added, or taken away where it was there.
template <class Set>
void toggle(Set &set, const typename Set::value_type &value)
{
    if (set.erase(value) == 0)
        set.insert(value);
}

/// The same for a condition on the ends of deals: one end is enough until somebody asks for both.
template <class Set>
void toggle(Filter &filter, Set Filter::*member, Ends Filter::*ends, const typename Set::value_type &value)
{
    const bool first = (filter.*member).empty();
    toggle(filter.*member, value);
    if (first)
        filter.*ends = Ends::Either;
    else if ((filter.*member).empty())
        filter.*ends = Filter().*ends;
}

class Choices {
public:
    Choices(const Snapshot &snapshot, const Perspective &now) : m_snapshot(snapshot), m_now(now) {}

    /// The filter counted is the one that the choice leads to, or that of the category alone.
    void add(std::vector<Choice> &choices, const QString &name, bool on, const Filter &next, const Filter &counted)
    {
        choices.push_back({name, aside(with(counted)), on, with(next)});
    }
    void add(ChoiceGroup &group, const QString &name, bool on, const Filter &next, const Filter &counted)
    {
        add(group.choices, name, on, next, counted);
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
            Filter next = m_now.filter;
            toggle(next.*member, entry.value);
            add(group, text(entry.label), (m_now.filter.*member).contains(entry.value), next, alone);
        }
        return group;
    }

    ChoiceGroup layers()
    {
        ChoiceGroup group{tr("Layer"), {}, Editor::Layer};
        for (const Layer &layer : m_snapshot.dataset().layers)
            addAtEnds(group, text(layer.label), &Filter::layers, &Filter::layerEnds, layer.id);
        addEnds(group, &Filter::layerEnds, !m_now.filter.layers.empty());
        return group;
    }

    ChoiceGroup countries()
    {
        std::map<QString, std::string> known;
        for (const Organization &organization : m_snapshot.dataset().organizations)
            if (!organization.country.empty())
                known.emplace(words::countryName(organization.country), organization.country);
        ChoiceGroup group{tr("Country"), {}, Editor::Country};
        for (const auto &[name, country] : known)
            addAtEnds(group, name, &Filter::countries, &Filter::countryEnds, country);
        addEnds(group, &Filter::countryEnds, !m_now.filter.countries.empty());
        return group;
    }

    /// Those with most deals by the rest of the filter, then others that are chosen, so that ticking moves none.
    ChoiceGroup organizations()
    {
        constexpr std::size_t most = 16;
        Filter others = m_now.filter;
        others.organizations.clear();
        std::vector<int> counts(m_snapshot.dataset().organizations.size());
        for (const int position : analysis::visible(m_snapshot.index(), with(others))) {
            const Deal &deal = m_snapshot.dataset().deals[static_cast<std::size_t>(position)];
            for (const OrganizationId *id : {&deal.tail(), &deal.head()})
                if (const int at = m_snapshot.index().position(*id); at >= 0)
                    ++counts[static_cast<std::size_t>(at)];
        }
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < counts.size(); ++i)
            if (counts[i] > 0 || m_now.filter.organizations.contains(m_snapshot.dataset().organizations[i].id))
                order.push_back(i);
        std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return counts[i]; });
        std::vector<std::size_t> listed(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(std::min(order.size(), most)));
        for (std::size_t i = listed.size(); i < order.size(); ++i)
            if (m_now.filter.organizations.contains(m_snapshot.dataset().organizations[order[i]].id))
                listed.push_back(order[i]);
        ChoiceGroup group{tr("Organisation"), {}, Editor::Organization};
        for (const std::size_t i : listed) {
            const OrganizationId &id = m_snapshot.dataset().organizations[i].id;
            addAtEnds(group, document::nameOf(m_snapshot, id), &Filter::organizations, &Filter::organizationEnds, id);
        }
        addEnds(group, &Filter::organizationEnds, !m_now.filter.organizations.empty());
        group.unlisted = static_cast<int>(order.size() - listed.size());
        return group;
    }

    ChoiceGroup amounts()
    {
        ChoiceGroup group{tr("Least amount"), {}, Editor::Amount};
        for (const int billions : {1, 5, 20, 75, 200}) {
            Filter next = m_now.filter;
            next.atLeast = Money::billions(billions);
            const bool on = m_now.filter.atLeast == next.atLeast;
            add(group, tr("At least %1").arg(words::money(*next.atLeast)), on, next, next);
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
            group.choices.push_back({words::counted(depth, tr("step"), tr("steps")), aside(next), m_now.focus->depth == depth, next});
        }
        return group;
    }

    /// The deals, or the edges as the founding article reported them.
    ChoiceGroup versions()
    {
        ChoiceGroup group{tr("Shown"), {}, Editor::Version};
        int edges = 0;
        for (const ArticleItem &item : m_snapshot.dataset().article)
            edges += static_cast<int>(item.edges.size());
        for (const bool reported : {true, false}) {
            Perspective next = m_now;
            next.asReported = reported;
            group.choices.push_back({reported ? tr("As reported in the article") : tr("The deals, as better sources have them"),
                                     reported ? words::counted(edges, tr("edge"), tr("edges")) : aside(next), m_now.asReported == reported,
                                     next});
        }
        return group;
    }

    /// The loops in view, the largest smallest leg first, and the one that is lit.
    ChoiceGroup loops()
    {
        constexpr std::size_t most = 12;
        ChoiceGroup group{tr("Loop"), {}, Editor::Loop};
        const std::vector<reports::FoundLoop> found = reports::leadingLoops(m_snapshot.index(), m_now);
        const auto lit = [&](const reports::FoundLoop &loop) { return m_now.trail && loop.walks(*m_now.trail); };
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (i >= most && !lit(found[i]))
                continue;
            Perspective next = m_now;
            next.trail = found[i].trail();
            const QString amount =
                found[i].smallest().published() ? tr("%1 at most").arg(words::money(found[i].smallest())) : tr("no price");
            group.choices.push_back({nameOf(m_snapshot.index(), found[i], reports::Home::Named), amount, lit(found[i]), next});
        }
        group.unlisted = static_cast<int>(found.size() - group.choices.size());
        return group;
    }

    /// Organisations in view to expand beside the focus or to fold away, those that are first, then those with most deals.
    ChoiceGroup folding(const QString &name, Editor editor, std::set<OrganizationId> Perspective::*member)
    {
        constexpr std::size_t most = 16;
        const std::set<OrganizationId> &folded = m_now.*member;
        std::map<OrganizationId, int> counts;
        for (const OrganizationId &id : folded)
            counts[id] = 0;
        for (const int position : analysis::visible(m_snapshot.index(), m_now)) {
            const Deal &deal = m_snapshot.dataset().deals[static_cast<std::size_t>(position)];
            ++counts[deal.tail()];
            ++counts[deal.head()];
        }
        std::vector<OrganizationId> order;
        for (const auto &[id, count] : counts)
            order.push_back(id);
        std::ranges::stable_sort(order, std::greater(),
                                 [&](const OrganizationId &id) { return std::pair(folded.contains(id), counts[id]); });
        ChoiceGroup group{name, {}, editor};
        for (std::size_t i = 0; i < std::min(order.size(), std::max(most, folded.size())); ++i) {
            Perspective next = m_now;
            toggle(next.*member, order[i]);
            group.choices.push_back({document::nameOf(m_snapshot, order[i]), aside(next), folded.contains(order[i]), next});
        }
        return group;
    }

private:
    Perspective with(const Filter &filter) const
    {
        Perspective perspective = m_now;
        perspective.filter = filter;
        return perspective;
    }

    /// What a perspective brings into view, of deals in parts only those that it admits.
    QString aside(const Perspective &perspective)
    {
        const auto [found, fresh] = m_parted.try_emplace(perspective.filter.certainties);
        if (fresh)
            if (auto dataset = analysis::withParts(m_snapshot.dataset(), perspective.filter.certainties))
                found->second = std::make_shared<Snapshot>(std::make_shared<const Dataset>(std::move(*dataset)), m_snapshot.revision());
        const Snapshot &shown = found->second ? *found->second : m_snapshot;
        return asideOf(shown, analysis::visible(shown.index(), perspective));
    }

    template <class Set>
    void addAtEnds(ChoiceGroup &group, const QString &name, Set Filter::*member, Ends Filter::*ends, const typename Set::value_type &value)
    {
        Filter next = m_now.filter;
        toggle(next, member, ends, value);
        Filter alone = m_now.filter;
        if ((alone.*member).empty())
            alone.*ends = Ends::Either;
        // One organisation has no deals with itself: what counts is what it adds to the others.
        if (group.editor != Editor::Organization || alone.*ends == Ends::Either)
            (alone.*member).clear();
        (alone.*member).insert(value);
        add(group, name, (m_now.filter.*member).contains(value), next, alone);
    }

    void addEnds(ChoiceGroup &group, Ends Filter::*ends, bool chosen)
    {
        for (const Ends which : {Ends::Either, Ends::Both}) {
            Filter next = m_now.filter;
            next.*ends = which;
            add(group.ends, text(label(which)), m_now.filter.*ends == which, next, next);
            group.ends.back().possible = chosen;
        }
    }

    std::set<int> announcedYears() const
    {
        std::set<int> years;
        for (const Deal &deal : m_snapshot.dataset().deals)
            years.insert(deal.announced.year);
        return years;
    }

    const Snapshot &m_snapshot;
    const Perspective &m_now;
    /// By certainties, the dataset as they show it; null where it is shown as it is.
    std::map<std::set<Certainty>, document::SnapshotPointer> m_parted;
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

Perspective toggled(Perspective perspective, const OrganizationId &id)
{
    toggle(perspective.filter, &Filter::organizations, &Filter::organizationEnds, id);
    return perspective;
}

std::vector<ChoiceGroup> choicesOf(const Snapshot &snapshot, const Perspective &perspective)
{
    std::vector<ChoiceGroup> groups;
    for (const Editor editor : {Editor::Tier, Editor::Certainty, Editor::Flow, Editor::Kind, Editor::Layer, Editor::Country,
                                Editor::Organization, Editor::Source, Editor::Amount, Editor::Year, Editor::Since, Editor::Records})
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
    case Editor::Organization:
        return choices.organizations();
    case Editor::Source:
        return choices.words<SourceBasis, &Filter::weakestSources>(tr("Weakest source"), editor);
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
    case Editor::Expanded:
        return choices.folding(tr("Expanded"), editor, &Perspective::expanded);
    case Editor::Collapsed:
        return choices.folding(tr("Collapsed"), editor, &Perspective::collapsed);
    case Editor::Loop:
        return choices.loops();
    case Editor::Version:
        return choices.versions();
    case Editor::Dates:
    case Editor::Text:
    case Editor::Path:
        break;
    }
    return {};
}

} // namespace dealscape::models
