// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/more.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace dealscape::exchange {

namespace {

std::string textOf(const QJsonValue &value)
{
    return value.toString().toStdString();
}

void put(QJsonObject &object, const char *key, const std::string &text)
{
    if (!text.empty())
        object[QLatin1String(key)] = QString::fromUtf8(text);
}

void put(QJsonObject &object, const char *key, const std::optional<Money> &money)
{
    if (money)
        object[QLatin1String(key)] = static_cast<qint64>(money->dollars());
}

void put(QJsonObject &object, const MoneyRange &range)
{
    put(object, "low", range.low);
    put(object, "high", range.high);
}

std::optional<Money> money(const QJsonValue &value)
{
    const qint64 dollars = value.toInteger(-1);
    if (dollars < 0 || dollars > Money::maximum().dollars())
        return std::nullopt;
    return Money(dollars);
}

std::optional<MoneyRange> range(const QJsonObject &object)
{
    const MoneyRange read{money(object[QLatin1String("low")]), money(object[QLatin1String("high")])};
    return read.low && read.high && *read.low > *read.high ? std::nullopt : std::optional(read);
}

QJsonArray extras(const Extras &members)
{
    QJsonArray list;
    for (const auto &[key, text] : members)
        list.append(QJsonArray{QString::fromUtf8(key), QString::fromUtf8(text)});
    return list;
}

/// Whether the native format knows a member by this name, so that no unknown one can be called so.
bool isKnown(const std::string &key)
{
    constexpr std::string_view known[] = {"id",           "headline",   "supplier",  "customer",   "payer",       "payee",     "kind",
                                          "flowClass",    "value",      "parts",     "power",      "announced",   "term",      "status",
                                          "statusDetail", "commitment", "certainty", "confidence", "note",        "tier",      "overlap",
                                          "reported",     "sources",    "unsourced", "draft",      "name",        "shortName", "layer",
                                          "country",      "parent",     "listing",   "wikidata",   "valuation",   "publisher", "title",
                                          "date",         "url",        "basis",     "columns",    "importedFrom"};
    return std::find(std::begin(known), std::end(known), key) != std::end(known);
}

/// Members whose texts are JSON, each once; others are left out, since they would spoil the file.
Extras readExtras(const QJsonValue &value)
{
    Extras members;
    for (const QJsonValue &each : value.toArray()) {
        const QByteArray text = each.toArray().at(1).toString().toUtf8();
        QJsonParseError error;
        QJsonDocument::fromJson('[' + text + ']', &error);
        const std::string key = textOf(each.toArray().at(0));
        const bool sound = error.error == QJsonParseError::NoError && !text.isEmpty() && !key.empty();
        const bool again = std::any_of(members.begin(), members.end(), [&](const auto &member) { return member.first == key; });
        if (sound && !again && (key == "columns" || key == "importedFrom" || !isKnown(key)))
            members.emplace_back(key, text.toStdString());
    }
    return members;
}

QJsonObject source(const Source &source)
{
    QJsonObject object;
    put(object, "id", source.id.text());
    put(object, "publisher", source.publisher);
    put(object, "title", source.title);
    if (source.date)
        put(object, "date", source.date->iso());
    put(object, "url", source.url);
    put(object, "basis", std::string(word(source.basis)));
    if (!source.extras.empty())
        object[QLatin1String("extras")] = extras(source.extras);
    return object;
}

std::optional<SourceId> readSource(const QJsonValue &value, Accompanying &with)
{
    const QJsonObject object = value.toObject();
    Source source;
    source.id = SourceId(textOf(object[QLatin1String("id")]));
    source.publisher = textOf(object[QLatin1String("publisher")]);
    source.title = textOf(object[QLatin1String("title")]);
    source.date = Date::parse(textOf(object[QLatin1String("date")]));
    source.url = textOf(object[QLatin1String("url")]);
    source.basis = parseWord<SourceBasis>(textOf(object[QLatin1String("basis")])).value_or(SourceBasis::Cited);
    source.extras = readExtras(object[QLatin1String("extras")]);
    if (source.id.empty() || source.publisher.empty() || source.title.empty())
        return std::nullopt;
    with.sources.push_back(source);
    return source.id;
}

std::string compact(const QJsonObject &object)
{
    return object.isEmpty() ? std::string() : QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<QJsonObject> parsed(const std::string &json)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(json), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return std::nullopt;
    return document.object();
}

void takeReported(const QJsonObject &object, Deal &deal)
{
    Reported reported;
    reported.stated = textOf(object[QLatin1String("stated")]);
    reported.value = money(object[QLatin1String("value")]);
    reported.differs = object[QLatin1String("differs")].toBool();
    reported.explanation = textOf(object[QLatin1String("explanation")]);
    deal.reported = reported;
}

} // namespace

std::string moreOf(const Deal &deal, const Index &index)
{
    QJsonObject object;
    if (deal.draft)
        object[QLatin1String("draft")] = true;
    QJsonArray parts;
    for (const CertaintyPart &part : deal.parts) {
        QJsonObject each{{QStringLiteral("certainty"), QString::fromUtf8(word(part.certainty))}};
        put(each, part.value);
        parts.append(each);
    }
    QJsonArray estimates;
    for (const Estimate &estimate : deal.estimates) {
        QJsonObject each;
        put(each, "label", estimate.label);
        put(each, estimate.value);
        if (const Source *its = estimate.source ? index.source(*estimate.source) : nullptr)
            each[QLatin1String("source")] = source(*its);
        estimates.append(each);
    }
    QJsonArray unsourced;
    for (const std::string &each : deal.unsourced)
        unsourced.append(QString::fromUtf8(each));
    if (!parts.isEmpty())
        object[QLatin1String("parts")] = parts;
    if (!estimates.isEmpty())
        object[QLatin1String("estimates")] = estimates;
    if (!unsourced.isEmpty())
        object[QLatin1String("unsourced")] = unsourced;
    if (deal.reported) {
        QJsonObject reported{{QStringLiteral("differs"), deal.reported->differs}};
        put(reported, "stated", deal.reported->stated);
        put(reported, "value", deal.reported->value);
        put(reported, "explanation", deal.reported->explanation);
        object[QLatin1String("reported")] = reported;
    }
    QJsonArray sources;
    for (const SourceId &id : deal.sources)
        if (const Source *its = index.source(id); its && !its->extras.empty())
            sources.append(source(*its));
    if (!sources.isEmpty())
        object[QLatin1String("sources")] = sources;
    if (!deal.extras.empty())
        object[QLatin1String("extras")] = extras(deal.extras);
    const OverlapGroup *group = deal.overlap.group.empty() ? nullptr : index.group(deal.overlap.group);
    if (group && group->umbrella && group->umbrella->deal == deal.id) {
        QJsonArray encloses;
        for (const OrganizationId &id : group->umbrella->encloses)
            encloses.append(QString::fromUtf8(id.text()));
        object[QLatin1String("umbrella")] =
            QJsonObject{{QStringLiteral("label"), QString::fromUtf8(group->umbrella->label)}, {QStringLiteral("encloses"), encloses}};
    }
    return compact(object);
}

std::string moreOf(const Organization &organization, const Index &index)
{
    QJsonObject object;
    if (const auto &valuation = organization.valuation) {
        QJsonObject rest{{QStringLiteral("confidence"), QString::fromUtf8(word(valuation->confidence))}};
        put(rest, "kind", valuation->kind);
        put(rest, "basis", valuation->basis);
        if (const Source *its = valuation->source ? index.source(*valuation->source) : nullptr)
            rest[QLatin1String("source")] = source(*its);
        object[QLatin1String("valuation")] = rest;
    }
    if (!organization.extras.empty())
        object[QLatin1String("extras")] = extras(organization.extras);
    return compact(object);
}

bool takeMore(const std::string &json, Deal &deal, Accompanying &with)
{
    const auto object = parsed(json);
    if (!object)
        return false;
    deal.draft = object->value(QLatin1String("draft")).toBool();
    deal.parts.clear();
    for (const QJsonValue &each : object->value(QLatin1String("parts")).toArray()) {
        const auto certainty = parseWord<Certainty>(textOf(each.toObject()[QLatin1String("certainty")]));
        const auto value = range(each.toObject());
        if (certainty && value)
            deal.parts.push_back({*certainty, *value});
    }
    deal.estimates.clear();
    for (const QJsonValue &each : object->value(QLatin1String("estimates")).toArray()) {
        const QJsonObject estimate = each.toObject();
        if (const auto value = range(estimate))
            deal.estimates.push_back(
                {textOf(estimate[QLatin1String("label")]), *value, readSource(estimate[QLatin1String("source")], with)});
    }
    deal.unsourced.clear();
    for (const QJsonValue &each : object->value(QLatin1String("unsourced")).toArray())
        deal.unsourced.push_back(textOf(each));
    if (object->contains(QLatin1String("reported")))
        takeReported(object->value(QLatin1String("reported")).toObject(), deal);
    for (const QJsonValue &each : object->value(QLatin1String("sources")).toArray())
        readSource(each, with);
    deal.extras = readExtras(object->value(QLatin1String("extras")));
    if (object->contains(QLatin1String("umbrella"))) {
        const QJsonObject umbrella = object->value(QLatin1String("umbrella")).toObject();
        with.umbrella = Umbrella{deal.id, textOf(umbrella[QLatin1String("label")]), {}};
        for (const QJsonValue &each : umbrella[QLatin1String("encloses")].toArray())
            with.umbrella->encloses.push_back(OrganizationId(textOf(each)));
    }
    return true;
}

bool takeMore(const std::string &json, Organization &organization, Accompanying &with)
{
    const auto object = parsed(json);
    if (!object)
        return false;
    if (organization.valuation) {
        const QJsonObject rest = object->value(QLatin1String("valuation")).toObject();
        organization.valuation->kind = textOf(rest[QLatin1String("kind")]);
        organization.valuation->basis = textOf(rest[QLatin1String("basis")]);
        organization.valuation->confidence = parseWord<Confidence>(textOf(rest[QLatin1String("confidence")])).value_or(Confidence::Medium);
        organization.valuation->source = readSource(rest[QLatin1String("source")], with);
    }
    organization.extras = readExtras(object->value(QLatin1String("extras")));
    return true;
}

std::string barred(const std::vector<std::string> &texts)
{
    std::string out;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        out += i > 0 ? " | " : "";
        for (const char c : texts[i]) {
            if (c == '|' || c == '\\')
                out += '\\';
            out += c;
        }
    }
    return out;
}

std::vector<std::string> unbarred(std::string_view text)
{
    std::vector<std::string> texts(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '|' || text[i + 1] == '\\'))
            texts.back() += text[++i];
        else if (text[i] == '|')
            texts.emplace_back();
        else
            texts.back() += text[i];
    }
    for (std::string &each : texts) {
        const std::size_t begin = each.find_first_not_of(' ');
        each = begin == std::string::npos ? std::string() : each.substr(begin, each.find_last_not_of(' ') - begin + 1);
    }
    return texts;
}

} // namespace dealscape::exchange
