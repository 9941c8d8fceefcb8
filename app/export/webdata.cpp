// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/webdata.h"

#include "words/everyday.h"
#include "words/numbers.h"
#include "words/phrases.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <algorithm>
#include <map>

namespace dealscape::exporting {

namespace {

using words::qt;

/// The rows of "what is known", without those that say nothing.
class Facts {
public:
    void add(const char *name, const QString &value)
    {
        if (!value.isEmpty())
            m_rows.append(QJsonArray{QString::fromLatin1(name), value});
    }
    const QJsonArray &rows() const { return m_rows; }

private:
    QJsonArray m_rows;
};

QString nameOf(const Index &index, const OrganizationId &id)
{
    const Organization *organization = index.organization(id);
    return qt(organization ? organization->name : id.text());
}

QString titleOf(const Index &index, const Deal &deal)
{
    return deal.headline.empty() ? nameOf(index, deal.tail()) + QStringLiteral(" → ") + nameOf(index, deal.head()) : qt(deal.headline);
}

QString amountOf(const Deal &deal)
{
    return deal.value.published() ? words::money(deal.value) : QStringLiteral("not published");
}

QString powerOf(const Deal &deal)
{
    return deal.power ? words::power(deal.power->capacity) : QString();
}

QString termOf(const Term &term)
{
    if (term.start && term.end && *term.start != *term.end)
        return QStringLiteral("%1 to %2").arg(*term.start).arg(*term.end);
    if (term.start && term.end)
        return QString::number(*term.start);
    return term.start ? QStringLiteral("from %1").arg(*term.start) : term.end ? QStringLiteral("until %1").arg(*term.end) : QString();
}

QString certaintyOf(const Deal &deal)
{
    if (deal.parts.empty())
        return qt(label(deal.certainty));
    QStringList parts;
    for (const CertaintyPart &part : deal.parts)
        parts += words::money(part.value) + u' ' + qt(label(part.certainty)).toLower();
    return parts.join(QStringLiteral(", "));
}

QJsonArray factsOf(const Index &index, const Deal &deal)
{
    Facts facts;
    facts.add("Certainty", certaintyOf(deal));
    facts.add("Status", qt(label(deal.status)) + (deal.statusDetail.empty() ? QString() : QStringLiteral(": ") + qt(deal.statusDetail)));
    facts.add("As announced", qt(deal.asAnnounced));
    facts.add("Paid so far", deal.paid ? words::money(*deal.paid) : QString());
    facts.add("Power", deal.power ? powerOf(deal) + QStringLiteral(", ") + qt(label(deal.power->layer)).toLower() : QString());
    facts.add("Announced", qt(deal.announced.spoken()));
    facts.add("Term", termOf(deal.term));
    facts.add("Kind", qt(label(deal.kind)));
    facts.add("Supplier", nameOf(index, deal.supplier));
    facts.add("Customer", nameOf(index, deal.customer));
    facts.add("Confidence", qt(label(deal.confidence)));
    facts.add("Counting",
              deal.overlap.counted ? QStringLiteral("counted") : QStringLiteral("not counted: ") + qt(label(deal.overlap.role)).toLower());
    return facts.rows();
}

QJsonObject organizationJson(const Index &index, const Organization &organization)
{
    Facts facts;
    const Layer *layer = index.layer(organization.layer);
    facts.add("Layer", layer ? qt(layer->label) : QString());
    facts.add("Country", words::countryName(organization.country));
    facts.add("Part of", organization.parent ? nameOf(index, *organization.parent) : QString());
    if (organization.valuation)
        facts.add("Valuation",
                  QStringLiteral("%1, %2, %3")
                      .arg(words::money(organization.valuation->value), qt(organization.valuation->kind),
                           qt(organization.valuation->asOf.spoken())));
    return {{QStringLiteral("name"), qt(organization.name)},
            {QStringLiteral("layer"), qt(organization.layer.text())},
            {QStringLiteral("note"), qt(organization.note)},
            {QStringLiteral("facts"), facts.rows()}};
}

QJsonObject sourceJson(const Source &source)
{
    return {{QStringLiteral("publisher"), qt(source.publisher)},
            {QStringLiteral("title"), qt(source.title)},
            {QStringLiteral("date"), source.date ? qt(source.date->spoken()) : QString()},
            {QStringLiteral("url"), qt(source.url)},
            {QStringLiteral("basis"), source.basis == SourceBasis::Page ? QString() : qt(label(source.basis)).toLower()}};
}

/// Sources by their place in the list of the page, which grows as they are asked for.
class SourceList {
public:
    QJsonArray places(const Index &index, const std::vector<SourceId> &ids)
    {
        QJsonArray result;
        for (const SourceId &id : ids)
            if (const Source *source = index.source(id)) {
                const auto [at, fresh] = m_places.try_emplace(source, static_cast<int>(m_list.size()));
                if (fresh)
                    m_list.append(sourceJson(*source));
                result.append(at->second);
            }
        return result;
    }
    const QJsonArray &list() const { return m_list; }

private:
    std::map<const Source *, int> m_places;
    QJsonArray m_list;
};

bool isLink(const std::string &address)
{
    return address.starts_with("https://");
}

void writeSources(Html &html, const Index &index, const Deal &deal)
{
    bool first = true;
    for (const SourceId &id : deal.sources) {
        const Source *source = index.source(id);
        if (!source)
            continue;
        if (!std::exchange(first, false))
            html.text(QStringLiteral(", "));
        if (!isLink(source->url)) {
            html.text(qt(source->publisher));
            continue;
        }
        html.open("a", {{"href", qt(source->url)}, {"rel", QStringLiteral("noreferrer noopener")}, {"target", QStringLiteral("_blank")}});
        html.text(qt(source->publisher));
        html.raw("</a>");
    }
}

} // namespace

QJsonObject webData(const Index &index, const std::set<int> &deals)
{
    const Dataset &dataset = index.dataset();
    SourceList sources;
    QJsonObject ours;
    QJsonObject organizations;
    for (const int position : deals) {
        const Deal &deal = dataset.deals[static_cast<std::size_t>(position)];
        ours[qt(deal.id.text())] = QJsonObject{{QStringLiteral("title"), titleOf(index, deal)},
                                               {QStringLiteral("from"), qt(deal.tail().text())},
                                               {QStringLiteral("to"), qt(deal.head().text())},
                                               {QStringLiteral("directed"), deal.moneyDirectionKnown()},
                                               {QStringLiteral("family"), qt(word(familyOf(deal.flow)))},
                                               {QStringLiteral("certainty"), qt(word(deal.certainty))},
                                               {QStringLiteral("sure"), qt(label(deal.certainty)).toLower()},
                                               {QStringLiteral("amount"), amountOf(deal)},
                                               {QStringLiteral("size"), static_cast<double>(deal.value.at(Bound::High).dollars())},
                                               {QStringLiteral("note"), qt(deal.note)},
                                               {QStringLiteral("facts"), factsOf(index, deal)},
                                               {QStringLiteral("sources"), sources.places(index, deal.sources)}};
        for (const OrganizationId &id : {deal.tail(), deal.head(), deal.supplier, deal.customer})
            if (const Organization *organization = index.organization(id))
                organizations[qt(id.text())] = organizationJson(index, *organization);
    }
    return {{QStringLiteral("deals"), ours}, {QStringLiteral("organizations"), organizations}, {QStringLiteral("sources"), sources.list()}};
}

QByteArray scriptSafe(const QJsonObject &object)
{
    QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    json.replace('<', "\\u003c").replace("\xe2\x80\xa8", "\\u2028").replace("\xe2\x80\xa9", "\\u2029");
    return json;
}

void writeDealsTable(Html &html, const Index &index, const std::set<int> &deals)
{
    const auto &all = index.dataset().deals;
    std::vector<const Deal *> ordered;
    for (const int position : deals)
        ordered.push_back(&all[static_cast<std::size_t>(position)]);
    std::ranges::stable_sort(ordered, [](const Deal *a, const Deal *b) { return a->announced > b->announced; });
    html.open("table");
    html.line("caption",
              words::counted(static_cast<int>(ordered.size()), QStringLiteral("deal"), QStringLiteral("deals")) +
                  QStringLiteral(", the latest first. Amounts are US dollars, from low to high where a range is published."));
    html.open("thead");
    html.open("tr");
    for (const char *head : {"Announced", "From", "To", "Deal", "Value", "Power", "Certainty", "Sources"})
        html.line("th", QString::fromLatin1(head), {{"scope", QStringLiteral("col")}});
    html.close("tr");
    html.close("thead");
    html.open("tbody");
    for (const Deal *deal : ordered) {
        html.open("tr", {{"data-deal", qt(deal->id.text())}});
        html.line("td", qt(deal->announced.iso()), {{"class", QStringLiteral("num")}});
        html.line("td", nameOf(index, deal->tail()));
        html.line("td", nameOf(index, deal->head()));
        html.line("td", titleOf(index, *deal), {{"class", QStringLiteral("title")}});
        html.line("td", amountOf(*deal), {{"class", QStringLiteral("num")}});
        html.line("td", powerOf(*deal), {{"class", QStringLiteral("num")}});
        html.line("td", certaintyOf(*deal));
        html.open("td");
        writeSources(html, index, *deal);
        html.close("td");
        html.close("tr");
    }
    html.close("tbody");
    html.close("table");
}

} // namespace dealscape::exporting
