// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/records.h"

#include "domain/ascii.h"
#include "exchange/more.h"
#include "exchange/roles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <functional>

namespace dealscape::exchange {

namespace {

using sheets::Cell;
using sheets::textCell;

Cell money(const std::optional<Money> &amount)
{
    return amount ? sheets::numberCell(static_cast<double>(amount->dollars())) : Cell();
}

Cell day(const std::optional<Date> &date)
{
    return date ? sheets::dateCell(date->iso()) : Cell();
}

Cell year(const std::optional<int> &year)
{
    return year ? sheets::numberCell(*year) : Cell();
}

template <class E>
Cell named(E value)
{
    return textCell(std::string(word(value)));
}

/// One column of a table: what it is, and what it says of a record.
template <class Record>
struct Column {
    Role role;
    std::function<Cell(const Record &, const Index &)> cell;
};

Cell nameOf(const std::optional<OrganizationId> &id, const Index &index)
{
    const Organization *organization = id ? index.organization(*id) : nullptr;
    return organization ? textCell(organization->name) : Cell();
}

Cell idOf(const std::optional<OrganizationId> &id)
{
    return id ? textCell(id->text()) : Cell();
}

template <class Text>
Cell sourceList(const Deal &deal, const Index &index, Text text)
{
    std::vector<std::string> texts;
    for (const SourceId &id : deal.sources)
        if (const Source *source = index.source(id))
            texts.push_back(text(*source));
    const bool blank = std::all_of(texts.begin(), texts.end(), [](const std::string &each) { return each.empty(); });
    return blank ? Cell() : textCell(barred(texts));
}

std::vector<Column<Deal>> figures()
{
    using enum Role;
    return {
        {Low, [](const Deal &deal, const Index &) { return money(deal.value.low); }},
        {High, [](const Deal &deal, const Index &) { return money(deal.value.high); }},
        {AsAnnounced, [](const Deal &deal, const Index &) { return textCell(deal.asAnnounced); }},
        {Currency, [](const Deal &deal, const Index &) { return textCell(deal.currency); }},
        {Paid, [](const Deal &deal, const Index &) { return money(deal.paid); }},
        {Announced, [](const Deal &deal, const Index &) { return day(deal.announced); }},
        {Start, [](const Deal &deal, const Index &) { return year(deal.term.start); }},
        {End, [](const Deal &deal, const Index &) { return year(deal.term.end); }},
        {Kind, [](const Deal &deal, const Index &) { return named(deal.kind); }},
        {FlowClass, [](const Deal &deal, const Index &) { return named(deal.flow); }},
        {Status, [](const Deal &deal, const Index &) { return named(deal.status); }},
        {StatusDetail, [](const Deal &deal, const Index &) { return textCell(deal.statusDetail); }},
        {Commitment, [](const Deal &deal, const Index &) { return textCell(deal.commitment); }},
        {Certainty, [](const Deal &deal, const Index &) { return named(deal.certainty); }},
        {Confidence, [](const Deal &deal, const Index &) { return named(deal.confidence); }},
        {Megawatts,
         [](const Deal &deal, const Index &) {
             return deal.power ? sheets::numberCell(static_cast<double>(deal.power->capacity.megawatts())) : Cell();
         }},
        {Role::PowerLayer, [](const Deal &deal, const Index &) { return deal.power ? named(deal.power->layer) : Cell(); }},
        {Tier, [](const Deal &deal, const Index &) { return sheets::numberCell(deal.tier); }},
        {PayerId, [](const Deal &deal, const Index &) { return idOf(deal.payer); }},
        {PayeeId, [](const Deal &deal, const Index &) { return idOf(deal.payee); }},
        {SupplierId, [](const Deal &deal, const Index &) { return idOf(deal.supplier); }},
        {CustomerId, [](const Deal &deal, const Index &) { return idOf(deal.customer); }},
        {Note, [](const Deal &deal, const Index &) { return textCell(deal.note); }},
        {Publisher,
         [](const Deal &deal, const Index &index) {
             return sourceList(deal, index, [](const dealscape::Source &source) { return source.publisher; });
         }},
        {Title,
         [](const Deal &deal, const Index &index) {
             return sourceList(deal, index, [](const dealscape::Source &source) { return source.title; });
         }},
        {SourceDate,
         [](const Deal &deal, const Index &index) {
             return sourceList(deal, index,
                               [](const dealscape::Source &source) { return source.date ? source.date->iso() : std::string(); });
         }},
        {Address,
         [](const Deal &deal, const Index &index) {
             return sourceList(deal, index, [](const dealscape::Source &source) { return source.url; });
         }},
        {Role::SourceBasis,
         [](const Deal &deal, const Index &index) {
             return sourceList(deal, index, [](const dealscape::Source &source) { return std::string(word(source.basis)); });
         }},
        {SourceIds,
         [](const Deal &deal, const Index &index) {
             return sourceList(deal, index, [](const dealscape::Source &source) { return source.id.text(); });
         }},
        {Group, [](const Deal &deal, const Index &) { return textCell(deal.overlap.group.text()); }},
        {GroupText,
         [](const Deal &deal, const Index &index) {
             const OverlapGroup *group = deal.overlap.group.empty() ? nullptr : index.group(deal.overlap.group);
             return group ? textCell(group->explanation) : Cell();
         }},
        {Role::OverlapRole, [](const Deal &deal, const Index &) { return named(deal.overlap.role); }},
        {Counted, [](const Deal &deal, const Index &) { return sheets::truthCell(deal.overlap.counted); }},
        {SupersededBy,
         [](const Deal &deal, const Index &) { return deal.overlap.supersededBy ? textCell(deal.overlap.supersededBy->text()) : Cell(); }},
        {More, [](const Deal &deal, const Index &index) { return textCell(moreOf(deal, index)); }},
    };
}

std::vector<Column<Deal>> dealColumns()
{
    using enum Role;
    std::vector<Column<Deal>> columns = {
        {DealId, [](const Deal &deal, const Index &) { return textCell(deal.id.text()); }},
        {Headline, [](const Deal &deal, const Index &) { return textCell(deal.headline); }},
        {Payer, [](const Deal &deal, const Index &index) { return nameOf(deal.payer, index); }},
        {Payee, [](const Deal &deal, const Index &index) { return nameOf(deal.payee, index); }},
        {Supplier, [](const Deal &deal, const Index &index) { return nameOf(deal.supplier, index); }},
        {Customer, [](const Deal &deal, const Index &index) { return nameOf(deal.customer, index); }},
    };
    for (auto &column : figures())
        columns.push_back(std::move(column));
    return columns;
}

std::vector<Column<Organization>> organizationColumns()
{
    using enum Role;
    return {
        {ShortName, [](const Organization &each, const Index &) { return textCell(each.shortName); }},
        {OrganizationKind, [](const Organization &each, const Index &) { return textCell(each.kind); }},
        {Role::Layer, [](const Organization &each, const Index &) { return textCell(each.layer.text()); }},
        {Country, [](const Organization &each, const Index &) { return textCell(each.country); }},
        {Role::Listing, [](const Organization &each, const Index &) { return textCell(each.listing.status); }},
        {Ticker, [](const Organization &each, const Index &) { return textCell(each.listing.ticker); }},
        {Exchange, [](const Organization &each, const Index &) { return textCell(each.listing.exchange); }},
        {Wikidata, [](const Organization &each, const Index &) { return textCell(each.wikidata); }},
        {Role::Valuation, [](const Organization &each, const Index &) { return each.valuation ? money(each.valuation->value) : Cell(); }},
        {ValuationDate, [](const Organization &each, const Index &) { return each.valuation ? day(each.valuation->asOf) : Cell(); }},
        {OrganizationNote, [](const Organization &each, const Index &) { return textCell(each.note); }},
        {OrganizationMore, [](const Organization &each, const Index &index) { return textCell(moreOf(each, index)); }},
    };
}

template <class Record>
void append(sheets::Row &row, const std::vector<Column<Record>> &columns, const Record &record, const Index &index)
{
    for (const auto &column : columns)
        row.cells.push_back(column.cell(record, index));
}

template <class Record>
void appendHeads(sheets::Row &row, const std::vector<Column<Record>> &columns, std::string_view RoleInfo::*name)
{
    for (const auto &column : columns)
        row.cells.push_back(textCell(std::string(info(column.role).*name)));
}

const Deal &dealOf(const Index &index, int position)
{
    return index.dataset().deals[static_cast<std::size_t>(position)];
}

const Organization &organizationOf(const Index &index, int position)
{
    return index.dataset().organizations[static_cast<std::size_t>(position)];
}

using Properties = std::vector<std::pair<const char *, std::string>>;

void writeEntity(std::string &out, const std::string &id, const char *schema, const Properties &properties)
{
    QJsonObject values;
    for (const auto &[name, value] : properties) {
        if (value.empty())
            continue;
        QJsonArray list = values[QLatin1String(name)].toArray();
        if (const QString text = QString::fromStdString(value); !list.contains(text))
            list.append(text);
        values[QLatin1String(name)] = list;
    }
    const QJsonObject entity{{QStringLiteral("id"), QString::fromStdString(id)},
                             {QStringLiteral("schema"), QLatin1String(schema)},
                             {QStringLiteral("properties"), values}};
    out += QJsonDocument(entity).toJson(QJsonDocument::Compact).toStdString() + '\n';
}

std::string spoken(const MoneyRange &value)
{
    if (!value.published())
        return "amount not published";
    const auto dollars = [](const std::optional<Money> &money) { return money ? std::to_string(money->dollars()) : std::string(); };
    if (value.exact())
        return dollars(value.low) + " US dollars";
    if (!value.low)
        return "up to " + dollars(value.high) + " US dollars";
    return value.high ? dollars(value.low) + " to " + dollars(value.high) + " US dollars"
                      : "at least " + dollars(value.low) + " US dollars";
}

void writeDeal(std::string &out, const Deal &deal, const Index &index)
{
    Properties properties = {
        {"date", deal.announced.iso()},
        {"startDate", deal.term.start ? std::to_string(*deal.term.start) : std::string()},
        {"endDate", deal.term.end ? std::to_string(*deal.term.end) : std::string()},
        {"recordId", deal.id.text()},
        {"summary", deal.headline + (deal.headline.empty() ? "" : "; ") + spoken(deal.value) + "; " + std::string(label(deal.certainty))},
        {"description", deal.note}};
    for (const SourceId &id : deal.sources)
        if (const Source *source = index.source(id)) {
            properties.emplace_back("sourceUrl", source->url);
            properties.emplace_back("publisher", source->publisher);
        }
    const auto with = [&](Properties own) {
        own.insert(own.end(), properties.begin(), properties.end());
        return own;
    };
    const auto amount = [](Money money) { return std::to_string(money.dollars()); };
    std::optional<Money> paid = deal.paid;
    if (!paid && deal.certainty == Certainty::Paid && deal.parts.empty() && deal.value.exact())
        paid = deal.value.high;
    if (deal.moneyDirectionKnown() && paid)
        writeEntity(out, "payment-" + deal.id.text(), "Payment",
                    with({{"payer", deal.payer->text()},
                          {"beneficiary", deal.payee->text()},
                          {"amountUsd", amount(*paid)},
                          {"amount", amount(*paid)},
                          {"currency", "USD"},
                          {"purpose", std::string(label(deal.kind))}}));
    const bool whole = paid && deal.value.high && *paid == *deal.value.high;
    if (whole)
        return;
    if (deal.moneyDirectionKnown() && deal.kind == DealKind::Loan)
        writeEntity(out, "debt-" + deal.id.text(), "Debt",
                    with({{"creditor", deal.payer->text()},
                          {"debtor", deal.payee->text()},
                          {"amountUsd", deal.value.exact() ? amount(*deal.value.high) : std::string()},
                          {"currency", deal.value.exact() ? "USD" : ""}}));
    else
        writeEntity(out, "link-" + deal.id.text(), "UnknownLink",
                    with({{"subject", deal.tail().text()},
                          {"object", deal.head().text()},
                          {"role", std::string(label(deal.kind)) + ", " + lowered(label(deal.certainty))}}));
}

} // namespace

Extract everything(const Dataset &dataset)
{
    Extract extract;
    for (std::size_t i = 0; i < dataset.deals.size(); ++i)
        extract.deals.push_back(static_cast<int>(i));
    for (std::size_t i = 0; i < dataset.organizations.size(); ++i)
        extract.organizations.push_back(static_cast<int>(i));
    return extract;
}

sheets::Table dealsTable(const Index &index, const Extract &extract)
{
    sheets::Table table;
    table.name = "Deals";
    const auto columns = dealColumns();
    sheets::Row head{1, {}};
    appendHeads(head, columns, &RoleInfo::label);
    table.add(std::move(head));
    for (const int position : extract.deals) {
        sheets::Row row{table.rows.size() + 1, {}};
        append(row, columns, dealOf(index, position), index);
        table.add(std::move(row));
    }
    return table;
}

sheets::Table organizationsTable(const Index &index, const Extract &extract)
{
    sheets::Table table;
    table.name = "Organisations";
    const auto columns = organizationColumns();
    sheets::Row head{1, {textCell("Organisation ID"), textCell("Name"), textCell("Parent")}};
    appendHeads(head, columns, &RoleInfo::label);
    table.add(std::move(head));
    for (const int position : extract.organizations) {
        const Organization &organization = organizationOf(index, position);
        sheets::Row row{table.rows.size() + 1, {textCell(organization.id.text()), textCell(organization.name), idOf(organization.parent)}};
        append(row, columns, organization, index);
        table.add(std::move(row));
    }
    return table;
}

graphs::Graph graphOf(const Index &index, const Extract &extract)
{
    graphs::Graph graph;
    graph.title = index.dataset().title;
    const auto ofNodes = organizationColumns();
    sheets::Row nodeHead{0, {textCell("Id"), textCell("Label"), textCell("Parent"), textCell("parent")}};
    appendHeads(nodeHead, ofNodes, &RoleInfo::word);
    graph.nodes.add(std::move(nodeHead));
    for (const int position : extract.organizations) {
        const Organization &organization = organizationOf(index, position);
        const Cell parent = idOf(organization.parent);
        sheets::Row row{0, {textCell(organization.id.text()), textCell(organization.name), parent, parent}};
        append(row, ofNodes, organization, index);
        graph.nodes.add(std::move(row));
    }
    const auto ofEdges = figures();
    sheets::Row edgeHead{
        0, {textCell("Id"), textCell("Source"), textCell("Target"), textCell("Directed"), textCell("label"), textCell("weight")}};
    appendHeads(edgeHead, ofEdges, &RoleInfo::word);
    graph.edges.add(std::move(edgeHead));
    for (const int position : extract.deals) {
        const Deal &deal = dealOf(index, position);
        sheets::Row row{0,
                        {textCell(deal.id.text()), textCell(deal.tail().text()), textCell(deal.head().text()),
                         sheets::truthCell(deal.moneyDirectionKnown()), textCell(deal.headline),
                         deal.value.published() ? money(deal.value.at(Bound::High)) : Cell()}};
        append(row, ofEdges, deal, index);
        graph.edges.add(std::move(row));
    }
    return graph;
}

std::string followTheMoney(const Index &index, const Extract &extract)
{
    std::string out;
    for (const int position : extract.organizations) {
        const Organization &organization = organizationOf(index, position);
        const bool company =
            !organization.listing.ticker.empty() || organization.listing.status == "public" || organization.listing.status == "private";
        writeEntity(out, organization.id.text(), company ? "Company" : "Organization",
                    {{"name", organization.name},
                     {"alias", organization.shortName},
                     {"country", lowered(organization.country)},
                     {"wikidataId", organization.wikidata},
                     {"summary", organization.note}});
    }
    for (const int position : extract.deals)
        writeDeal(out, dealOf(index, position), index);
    return out;
}

} // namespace dealscape::exchange
