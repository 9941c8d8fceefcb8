// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chips.h"

#include "document/trails.h"
#include "document/wording.h"
#include "words/everyday.h"
#include "words/numbers.h"
#include "words/phrases.h"

#include <QStringList>

namespace dealscape::models {

namespace {

using document::text;

using words::tr;

template <class Set, class Name>
QString list(const Set &set, Name name)
{
    constexpr std::size_t most = 2;
    QStringList words;
    for (const auto &value : set)
        words << name(value);
    if (words.size() > static_cast<qsizetype>(most))
        return tr("%1 and %2 more")
            .arg(words.mid(0, most).join(QStringLiteral(", ")), QString::number(words.size() - static_cast<qsizetype>(most)));
    return words.join(QStringLiteral(", "));
}

QString certaintyText(const std::set<Certainty> &set)
{
    if (set == Filter().certainties)
        return tr("not cancelled");
    return list(set, [](Certainty c) { return words::lowered(label(c)); });
}

class ChipList {
public:
    explicit ChipList(const Perspective &perspective) : m_perspective(perspective) {}

    template <class Drop>
    void add(Editor editor, const QString &name, const QString &value, Drop drop)
    {
        Perspective without = m_perspective;
        drop(without);
        m_chips.push_back({name, value, without, editor});
    }
    std::vector<Chip> take() { return std::move(m_chips); }

private:
    const Perspective &m_perspective;
    std::vector<Chip> m_chips;
};

void addSets(ChipList &chips, const document::Snapshot &snapshot, const Filter &f)
{
    if (!f.certainties.empty())
        chips.add(Editor::Certainty, tr("Certainty"), certaintyText(f.certainties), [](Perspective &p) { p.filter.certainties.clear(); });
    if (!f.families.empty())
        chips.add(Editor::Flow, tr("Flow"), list(f.families, [](Family x) { return text(label(x)); }),
                  [](Perspective &p) { p.filter.families.clear(); });
    if (!f.kinds.empty())
        chips.add(Editor::Kind, tr("Kind"), list(f.kinds, [](DealKind x) { return text(label(x)); }),
                  [](Perspective &p) { p.filter.kinds.clear(); });
    const auto at = [](Ends ends, const QString &value) { return ends == Ends::Both ? tr("%1, both ends").arg(value) : value; };
    if (!f.layers.empty())
        chips.add(Editor::Layer, tr("Layer"),
                  at(f.layerEnds,
                     list(f.layers,
                          [&](const LayerId &x) {
                              const Layer *layer = snapshot.index().layer(x);
                              return text(layer ? layer->label : x.text());
                          })),
                  [](Perspective &p) {
                      p.filter.layers.clear();
                      p.filter.layerEnds = Filter().layerEnds;
                  });
    if (!f.countries.empty())
        chips.add(Editor::Country, tr("Country"),
                  at(f.countryEnds, list(f.countries, [](const std::string &x) { return words::countryName(x); })), [](Perspective &p) {
                      p.filter.countries.clear();
                      p.filter.countryEnds = Filter().countryEnds;
                  });
    if (!f.organizations.empty())
        chips.add(Editor::Organization, tr("Organisation"),
                  at(f.organizationEnds, list(f.organizations, [&](const OrganizationId &x) { return document::nameOf(snapshot, x); })),
                  [](Perspective &p) {
                      p.filter.organizations.clear();
                      p.filter.organizationEnds = Filter().organizationEnds;
                  });
    if (!f.weakestSources.empty())
        chips.add(Editor::Source, tr("Weakest source"), list(f.weakestSources, [](SourceBasis x) { return text(label(x)); }),
                  [](Perspective &p) { p.filter.weakestSources.clear(); });
}

void addSight(ChipList &chips, const document::Snapshot &snapshot, const Perspective &perspective)
{
    if (perspective.focus)
        for (const OrganizationId &id : perspective.expanded)
            chips.add(Editor::Expanded, tr("Expanded"), document::nameOf(snapshot, id), [&id](Perspective &p) { p.expanded.erase(id); });
    for (const OrganizationId &id : perspective.collapsed)
        chips.add(Editor::Collapsed, tr("Collapsed"), document::nameOf(snapshot, id), [&id](Perspective &p) { p.collapsed.erase(id); });
    if (perspective.trail)
        chips.add(perspective.trail->closed ? Editor::Loop : Editor::Path, perspective.trail->closed ? tr("Loop") : tr("Path"),
                  document::namesOf(snapshot, *perspective.trail), [](Perspective &p) { p.trail.reset(); });
}

} // namespace

std::vector<Chip> chipsOf(const document::Snapshot &snapshot, const Perspective &perspective)
{
    const Filter &f = perspective.filter;
    ChipList chips(perspective);
    if (perspective.asReported)
        chips.add(Editor::Version, tr("Shown"), tr("as reported in the article"), [](Perspective &p) { p.asReported = false; });
    if (f.maximumTier > 0)
        chips.add(Editor::Tier, tr("Tier"), f.maximumTier == 1 ? QStringLiteral("1") : tr("1 to %1").arg(f.maximumTier),
                  [](Perspective &p) { p.filter.maximumTier = 0; });
    if (f.countedOnly)
        chips.add(Editor::Records, tr("Counted"), tr("once"), [](Perspective &p) { p.filter.countedOnly = false; });
    if (f.publishedOnly)
        chips.add(Editor::Records, tr("Amount"), tr("value or power published"), [](Perspective &p) { p.filter.publishedOnly = false; });
    addSets(chips, snapshot, f);
    if (f.from)
        chips.add(Editor::Dates, tr("From"), text(f.from->spoken()), [](Perspective &p) { p.filter.from.reset(); });
    if (f.until)
        chips.add(Editor::Dates, tr("Until"), text(f.until->spoken()), [](Perspective &p) { p.filter.until.reset(); });
    if (f.atLeast)
        chips.add(Editor::Amount, tr("At least"), words::money(*f.atLeast), [](Perspective &p) { p.filter.atLeast.reset(); });
    if (!f.text.empty())
        chips.add(Editor::Text, tr("Text"), text(f.text), [](Perspective &p) { p.filter.text.clear(); });
    if (perspective.focus)
        chips.add(Editor::Focus, tr("Focus"),
                  tr("%1, %2").arg(document::nameOf(snapshot, perspective.focus->organization),
                                   words::counted(perspective.focus->depth, tr("step"), tr("steps"))),
                  [](Perspective &p) {
                      p.focus.reset();
                      p.expanded.clear();
                  });
    addSight(chips, snapshot, perspective);
    return chips.take();
}

std::vector<Crumb> crumbsOf(const document::Document &document)
{
    std::vector<Crumb> crumbs;
    document::Viewpoint here;
    here.perspective = document.perspective();
    const Filter filter = here.perspective.filter;
    here.perspective.filter = Filter();
    here.perspective.focus.reset();
    here.perspective.expanded.clear();
    here.perspective.collapsed.clear();
    here.perspective.trail.reset();
    crumbs.push_back({tr("All deals"), here});
    if (filter != Filter()) {
        here.perspective.filter = filter;
        crumbs.push_back({text(document.dataset().title), here});
    }
    if (const auto &focus = document.perspective().focus) {
        here.perspective.focus = focus;
        here.perspective.expanded = document.perspective().expanded;
        crumbs.push_back({document::nameOf(*document.snapshot(), focus->organization), here});
    }
    const QString selected = document::titleOf(*document.snapshot(), document.selection());
    if (!selected.isEmpty() && (crumbs.empty() || crumbs.back().text != selected))
        crumbs.push_back({selected, document.viewpoint()});
    return crumbs;
}

} // namespace dealscape::models
