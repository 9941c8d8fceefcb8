// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/settings.h"

#include <QStringList>
#include <QUrl>

#include <string>
#include <string_view>

namespace dealscape::shell {

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString encoded(std::string_view utf8)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text(utf8)));
}

std::string decoded(const QString &value)
{
    return QUrl::fromPercentEncoding(value.toLatin1()).toStdString();
}

template <class E>
QString words(const std::set<E> &set)
{
    QStringList list;
    for (const E value : set)
        list << text(word(value));
    return list.join(u',');
}

template <class E>
std::set<E> parseWords(const QString &value)
{
    std::set<E> set;
    for (const QString &part : value.split(u',', Qt::SkipEmptyParts))
        if (const auto parsed = parseWord<E>(part.toStdString()))
            set.insert(*parsed);
    return set;
}

/// Takes one part over; returns false for a key that is not known.
bool takeFilter(Filter &filter, const QString &key, const QString &value)
{
    if (key == QLatin1String("tier"))
        filter.maximumTier = std::max(value.toInt(), 0);
    else if (key == QLatin1String("counted"))
        filter.countedOnly = value == QLatin1String("1");
    else if (key == QLatin1String("published"))
        filter.publishedOnly = value == QLatin1String("1");
    else if (key == QLatin1String("certainties"))
        filter.certainties = parseWords<Certainty>(value);
    else if (key == QLatin1String("families"))
        filter.families = parseWords<Family>(value);
    else if (key == QLatin1String("kinds"))
        filter.kinds = parseWords<DealKind>(value);
    else if (key == QLatin1String("layers"))
        for (const QString &part : value.split(u',', Qt::SkipEmptyParts))
            filter.layers.insert(LayerId(decoded(part)));
    else if (key == QLatin1String("countries"))
        for (const QString &part : value.split(u',', Qt::SkipEmptyParts))
            filter.countries.insert(decoded(part));
    else if (key == QLatin1String("from"))
        filter.from = Date::parse(value.toStdString());
    else if (key == QLatin1String("until"))
        filter.until = Date::parse(value.toStdString());
    else if (key == QLatin1String("atleast"))
        filter.atLeast = Money(value.toLongLong());
    else if (key == QLatin1String("text"))
        filter.text = decoded(value);
    else
        return false;
    return true;
}

void take(Perspective &perspective, const QString &key, const QString &value)
{
    if (takeFilter(perspective.filter, key, value))
        return;
    if (key == QLatin1String("lens"))
        perspective.lens = parseWord<Lens>(value.toStdString()).value_or(Lens::Value);
    else if (key == QLatin1String("layout"))
        perspective.layout = parseWord<LayoutKind>(value.toStdString()).value_or(LayoutKind::Web);
    else if (key == QLatin1String("focus"))
        perspective.focus = Focus{OrganizationId(decoded(value)), 1};
    else if (key == QLatin1String("depth") && perspective.focus)
        perspective.focus->depth = std::clamp(value.toInt(), 1, 9);
    else if (key == QLatin1String("reported"))
        perspective.asReported = value == QLatin1String("1");
}

template <class Values, class Project>
QString joined(const Values &values, Project project)
{
    QStringList list;
    for (const auto &value : values)
        list << encoded(project(value));
    return list.join(u',');
}

} // namespace

QString toText(const Perspective &perspective)
{
    const Filter &filter = perspective.filter;
    QStringList parts;
    const auto add = [&](const char *key, const QString &value) { parts << QString::fromLatin1(key) + u'=' + value; };
    const auto flag = [](bool on) { return on ? QStringLiteral("1") : QStringLiteral("0"); };
    add("lens", text(word(perspective.lens)));
    add("layout", text(word(perspective.layout)));
    add("tier", QString::number(filter.maximumTier));
    add("counted", flag(filter.countedOnly));
    add("published", flag(filter.publishedOnly));
    add("certainties", words(filter.certainties));
    add("families", words(filter.families));
    add("kinds", words(filter.kinds));
    add("layers", joined(filter.layers, [](const LayerId &id) { return id.text(); }));
    add("countries", joined(filter.countries, [](const std::string &code) { return code; }));
    if (filter.from)
        add("from", text(filter.from->iso()));
    if (filter.until)
        add("until", text(filter.until->iso()));
    if (filter.atLeast)
        add("atleast", QString::number(filter.atLeast->dollars()));
    if (!filter.text.empty())
        add("text", encoded(filter.text));
    if (perspective.focus) {
        add("focus", encoded(perspective.focus->organization.text()));
        add("depth", QString::number(perspective.focus->depth));
    }
    add("reported", flag(perspective.asReported));
    return parts.join(u';');
}

std::optional<Perspective> perspectiveFromText(const QString &text)
{
    if (!text.startsWith(QLatin1String("lens=")))
        return std::nullopt;
    Perspective perspective;
    for (const QString &part : text.split(u';', Qt::SkipEmptyParts))
        take(perspective, part.section(u'=', 0, 0), part.section(u'=', 1));
    return perspective;
}

} // namespace dealscape::shell
