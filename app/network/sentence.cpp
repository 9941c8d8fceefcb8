// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/sentence.h"

#include "words/everyday.h"
#include "words/numbers.h"
#include "words/phrases.h"
#include "words/plain.h"

#include <QStringList>

namespace dealscape::network {

namespace {

QString spokenDate(const Date &date)
{
    return words::plain(date.spoken());
}

template <class E>
QString labelsOf(const std::set<E> &values)
{
    QStringList labels;
    for (const E value : values)
        labels << words::lowered(label(value));
    return words::listed(labels);
}

QString tiers(int maximum)
{
    if (maximum == 0)
        return QStringLiteral("all tiers");
    return maximum == 1 ? QStringLiteral("tier 1") : QStringLiteral("tiers 1 to %1").arg(maximum);
}

QString certainties(const std::set<Certainty> &admitted)
{
    if (admitted.empty() || admitted.size() == vocabulary<Certainty>().size())
        return QStringLiteral("every certainty");
    if (admitted == Filter().certainties)
        return QStringLiteral("not cancelled");
    return QStringLiteral("only ") + labelsOf(admitted);
}

QString layersOf(const Index &index, const std::set<LayerId> &layers)
{
    QStringList labels;
    for (const LayerId &id : layers) {
        const Layer *layer = index.layer(id);
        labels << words::plain(layer ? layer->label : id.text());
    }
    return words::listed(labels);
}

QString dates(const Filter &filter)
{
    if (filter.from && filter.until)
        return QStringLiteral("announced from %1 to %2").arg(spokenDate(*filter.from), spokenDate(*filter.until));
    if (filter.from)
        return QStringLiteral("announced from %1").arg(spokenDate(*filter.from));
    return filter.until ? QStringLiteral("announced up to %1").arg(spokenDate(*filter.until)) : QString();
}

/// The names of organisations in the order of their ids.
QString namesOf(const Index &index, const std::set<OrganizationId> &ids)
{
    QStringList names;
    for (const OrganizationId &id : ids)
        names << words::nameOf(index, id);
    return words::listed(names);
}

/// What is asked of the organisations at the ends of a deal.
QStringList ends(const Index &index, const Filter &filter)
{
    QStringList parts;
    const auto add = [&parts](Ends ends, const QString &both, const QString &either, const QString &which) {
        parts << (ends == Ends::Both ? both : either) + which;
    };
    if (!filter.layers.empty())
        add(filter.layerEnds, QStringLiteral("only between organisations of the layers "),
            QStringLiteral("only with an organisation of the layers "), layersOf(index, filter.layers));
    if (!filter.countries.empty()) {
        QStringList countries;
        for (const std::string &country : filter.countries)
            countries << (country.empty() ? QStringLiteral("a country that is not named") : words::countryName(country));
        add(filter.countryEnds, QStringLiteral("only between organisations in "), QStringLiteral("only with an organisation in "),
            words::listed(countries));
    }
    if (!filter.organizations.empty())
        add(filter.organizationEnds, QStringLiteral("only among "), QStringLiteral("only deals of "), namesOf(index, filter.organizations));
    return parts;
}

QStringList conditions(const Index &index, const Filter &filter)
{
    QStringList parts = {tiers(filter.maximumTier)};
    parts << (filter.countedOnly ? QStringLiteral("counted once") : QStringLiteral("records that are not counted are shown too"));
    if (filter.publishedOnly)
        parts << QStringLiteral("value or capacity published");
    parts << certainties(filter.certainties);
    if (!filter.families.empty())
        parts << QStringLiteral("only ") + labelsOf(filter.families);
    if (!filter.kinds.empty())
        parts << QStringLiteral("only deals of the kind ") + labelsOf(filter.kinds);
    parts << ends(index, filter);
    if (!filter.weakestSources.empty())
        parts << QStringLiteral("weakest source ") + labelsOf(filter.weakestSources);
    if (const QString period = dates(filter); !period.isEmpty())
        parts << period;
    if (filter.atLeast)
        parts << QStringLiteral("at least ") + words::money(*filter.atLeast);
    if (!filter.text.empty())
        parts << QStringLiteral("with “%1”").arg(words::plain(filter.text).simplified());
    return parts;
}

QString focusOf(const Index &index, const Focus &focus)
{
    return QStringLiteral("within %1 of %2")
        .arg(words::counted(focus.depth, QStringLiteral("step"), QStringLiteral("steps")), words::nameOf(index, focus.organization));
}

/// What is expanded beside the focus, and what is folded away.
QStringList unfolding(const Index &index, const Perspective &perspective)
{
    QStringList parts;
    if (perspective.focus && !perspective.expanded.empty())
        parts << QStringLiteral("with all partners of ") + namesOf(index, perspective.expanded);
    if (!perspective.collapsed.empty())
        parts << QStringLiteral("partners of %1 that deal with nobody else in view folded away").arg(namesOf(index, perspective.collapsed));
    return parts;
}

QString articleSentence(const Index &index)
{
    const auto &id = index.dataset().articleSource;
    const Source *source = id ? index.source(*id) : nullptr;
    const QString origin = source ? words::plain(source->publisher) : QStringLiteral("the founding article");
    return QStringLiteral("As reported by %1, neither corrected nor counted once").arg(origin);
}

} // namespace

QString countsSentence(const Network &network)
{
    const QString organizations =
        words::counted(static_cast<int>(network.nodes.size()), QStringLiteral("organisation"), QStringLiteral("organisations"));
    const QString edges = words::counted(static_cast<int>(network.edges.size()), QStringLiteral("edge"), QStringLiteral("edges"));
    if (network.deals.empty() && !network.edges.empty())
        return organizations + QStringLiteral(", ") + edges + QStringLiteral(" as reported");
    const QString deals = words::counted(static_cast<int>(network.deals.size()), QStringLiteral("deal"), QStringLiteral("deals"));
    return organizations + QStringLiteral(", ") + deals + QStringLiteral(" on ") + edges;
}

QString filterSentence(const View &view)
{
    const auto &[index, perspective, network] = view;
    QStringList parts = perspective.asReported ? QStringList{articleSentence(index)} : conditions(index, perspective.filter);
    if (perspective.focus)
        parts << focusOf(index, *perspective.focus);
    parts << unfolding(index, perspective);
    QString sentence = words::capitalised(parts.join(QStringLiteral("; "))) + u'.';
    if (network.unpublished > 0)
        sentence += QStringLiteral(" %1 more counted %2 neither value nor capacity and %3 not drawn.")
                        .arg(network.unpublished)
                        .arg(network.unpublished == 1 ? QStringLiteral("deal publishes") : QStringLiteral("deals publish"),
                             network.unpublished == 1 ? QStringLiteral("is") : QStringLiteral("are"));
    return sentence;
}

QString asOfSentence(const View &view)
{
    const auto &[index, perspective, network] = view;
    if (perspective.asReported) {
        const auto &id = index.dataset().articleSource;
        const Source *source = id ? index.source(*id) : nullptr;
        return source && source->date ? QStringLiteral("Article of ") + spokenDate(*source->date) : QStringLiteral("Founding article");
    }
    QString sources = words::counted(network.sources, QStringLiteral("source"), QStringLiteral("sources"));
    const auto &date = index.dataset().asOf;
    if (!date)
        return sources;
    return QStringLiteral("As of ") + spokenDate(*date) + (network.sources > 0 ? QStringLiteral(", ") + sources : QString());
}

} // namespace dealscape::network
