// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/mapping.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dealscape::exchange {

namespace {

std::string_view codeText(const std::array<char, 3> &code)
{
    return {code.data(), code[0] ? code.size() : 0};
}

constexpr std::string_view uses[] = {"ignore", "deals", "organizations"};
constexpr std::string_view marks[] = {"", "point", "comma"};
constexpr std::string_view orders[] = {"", "day-first", "month-first"};

template <class E, std::size_t N>
bool word(const QJsonValue &value, const std::string_view (&words)[N], E &out)
{
    const std::string text = value.toString().toStdString();
    for (std::size_t i = 0; i < N; ++i)
        if (words[i] == text) {
            out = static_cast<E>(i);
            return true;
        }
    return value.isUndefined();
}

QJsonObject column(const ColumnMap &map)
{
    QJsonObject object;
    object[QLatin1String("header")] = QString::fromUtf8(map.header);
    object[QLatin1String("role")] = QString::fromUtf8(info(map.role).word);
    if (map.mark != Mark::Unknown)
        object[QLatin1String("decimal")] = QString::fromUtf8(marks[static_cast<std::size_t>(map.mark)]);
    if (map.order != DayOrder::Unknown)
        object[QLatin1String("dates")] = QString::fromUtf8(orders[static_cast<std::size_t>(map.order)]);
    if (map.scale)
        object[QLatin1String("powerOfTen")] = map.scale;
    if (map.currency[0])
        object[QLatin1String("currency")] = QString::fromUtf8(codeText(map.currency));
    return object;
}

Result<ColumnMap> readColumn(const QJsonObject &object, TableMap::Use use)
{
    ColumnMap map;
    map.header = object[QLatin1String("header")].toString().toStdString();
    const std::string role = object[QLatin1String("role")].toString().toStdString();
    const auto found = roleByWord(role, use == TableMap::Use::Organizations ? Of::Organizations : Of::Deals);
    if (!found)
        return Failure("column \"" + map.header + "\": \"" + role + "\" is no role");
    map.role = *found;
    map.scale = object[QLatin1String("powerOfTen")].toInt();
    const std::string currency = object[QLatin1String("currency")].toString().toStdString();
    if (currency.size() == 3)
        map.currency = {currency[0], currency[1], currency[2]};
    if (!word(object[QLatin1String("decimal")], marks, map.mark) || !word(object[QLatin1String("dates")], orders, map.order))
        return Failure("column \"" + map.header + "\": \"decimal\" is point or comma, \"dates\" is day-first or month-first");
    if (map.scale < 0 || map.scale > 12 || (!currency.empty() && currency.size() != 3))
        return Failure("column \"" + map.header + "\": \"powerOfTen\" is 0 to 12, \"currency\" a code of three letters");
    return map;
}

Result<TableMap> readTable(const QJsonObject &object)
{
    TableMap map;
    map.use = TableMap::Use::Deals;
    if (!word(object[QLatin1String("use")], uses, map.use))
        return Failure("\"use\" is deals, organizations or ignore");
    for (const QJsonValue &each : object[QLatin1String("columns")].toArray()) {
        auto read = readColumn(each.toObject(), map.use);
        if (!read)
            return Failure(read.error());
        map.columns.push_back(std::move(*read));
    }
    return map;
}

Result<void> readChoices(const QJsonObject &object, Choices &choices)
{
    for (const QJsonValue &each : object[QLatin1String("rates")].toArray()) {
        const QJsonObject rate = each.toObject();
        const std::string from = rate[QLatin1String("from")].toString().toStdString();
        choices.rates.push_back(
            {rate[QLatin1String("currency")].toString().toStdString(), rate[QLatin1String("usd")].toDouble(), Date::parse(from)});
        if (choices.rates.back().currency.size() != 3 || !(choices.rates.back().dollars > 0) ||
            (!from.empty() && !choices.rates.back().from))
            return Failure("a rate needs a \"currency\" of three letters, \"usd\" above zero and, if any, a date \"from\"");
    }
    for (const QJsonValue &each : object[QLatin1String("merge")].toArray())
        choices.merges.push_back({each.toObject()[QLatin1String("from")].toString().toStdString(),
                                  each.toObject()[QLatin1String("into")].toString().toStdString()});
    choices.turnNegative = object[QLatin1String("turnNegative")].toBool();
    choices.keepRepeats = object[QLatin1String("keepRepeats")].toBool();
    const std::string date = object[QLatin1String("date")].toString().toStdString();
    choices.date = Date::parse(date);
    if (!date.empty() && !choices.date)
        return Failure("\"date\" is 2025, 2025-10 or 2025-10-07");
    if (object.contains(QLatin1String("powerLayer"))) {
        const auto layer = parseWord<PowerLayer>(object[QLatin1String("powerLayer")].toString().toStdString());
        if (!layer)
            return Failure("\"powerLayer\" is chips, cloud, site, energy-supply or context");
        choices.powerLayer = *layer;
    }
    return {};
}

} // namespace

std::string writeMapping(const Mapping &mapping)
{
    QJsonArray tables;
    for (const TableMap &map : mapping.tables) {
        QJsonArray columns;
        for (const ColumnMap &each : map.columns)
            columns.append(column(each));
        tables.append(QJsonObject{{QStringLiteral("use"), QString::fromUtf8(uses[static_cast<std::size_t>(map.use)])},
                                  {QStringLiteral("columns"), columns}});
    }
    const Choices &choices = mapping.choices;
    QJsonObject root{{QStringLiteral("format"), QStringLiteral("dealscape-mapping")},
                     {QStringLiteral("version"), 1},
                     {QStringLiteral("tables"), tables}};
    QJsonArray rates;
    for (const Rate &rate : choices.rates) {
        QJsonObject object{{QStringLiteral("currency"), QString::fromUtf8(rate.currency)}, {QStringLiteral("usd"), rate.dollars}};
        if (rate.from)
            object[QLatin1String("from")] = QString::fromUtf8(rate.from->iso());
        rates.append(object);
    }
    QJsonArray merges;
    for (const Merge &merge : choices.merges)
        merges.append(
            QJsonObject{{QStringLiteral("from"), QString::fromUtf8(merge.other)}, {QStringLiteral("into"), QString::fromUtf8(merge.keep)}});
    if (!rates.isEmpty())
        root[QLatin1String("rates")] = rates;
    if (!merges.isEmpty())
        root[QLatin1String("merge")] = merges;
    if (choices.turnNegative)
        root[QLatin1String("turnNegative")] = true;
    if (choices.keepRepeats)
        root[QLatin1String("keepRepeats")] = true;
    if (choices.date)
        root[QLatin1String("date")] = QString::fromUtf8(choices.date->iso());
    if (choices.powerLayer != PowerLayer::Context)
        root[QLatin1String("powerLayer")] = QString::fromUtf8(dealscape::word(choices.powerLayer));
    return QJsonDocument(root).toJson().toStdString();
}

Result<Mapping> readMapping(std::string_view json)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray(json.data(), static_cast<qsizetype>(json.size())), &error);
    const QJsonObject root = document.object();
    if (error.error != QJsonParseError::NoError)
        return Failure("at byte " + std::to_string(error.offset) + ": " + error.errorString().toStdString());
    if (root[QLatin1String("format")] != QLatin1String("dealscape-mapping") || root[QLatin1String("version")].toInt() != 1)
        return Failure("it is no mapping: expected \"format\": \"dealscape-mapping\" and \"version\": 1");
    Mapping mapping;
    for (const QJsonValue &each : root[QLatin1String("tables")].toArray()) {
        auto map = readTable(each.toObject());
        if (!map)
            return Failure(map.error());
        mapping.tables.push_back(std::move(*map));
    }
    if (const auto read = readChoices(root, mapping.choices); !read)
        return Failure(read.error());
    return mapping;
}

} // namespace dealscape::exchange
