// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publishing/exportchoices.h"

#include <QStringList>

#include <array>

namespace dealscape::publishing {

namespace {

using exporting::Extent;
using exporting::Format;
using exporting::PictureOptions;

constexpr std::array themes = {"light", "dark", "print"};

QString wordOf(exporting::Preset preset)
{
    return QString::fromLatin1(exporting::presets()[static_cast<std::size_t>(preset)].word);
}

QVariantMap extentMap(const Extent &extent)
{
    const bool paper = extent.unit() == exporting::Unit::Millimetres;
    const QSizeF size = paper ? extent.millimetres() : QSizeF(extent.pixels());
    return {{QStringLiteral("unit"), paper ? QStringLiteral("mm") : QStringLiteral("px")},
            {QStringLiteral("width"), size.width()},
            {QStringLiteral("height"), size.height()},
            {QStringLiteral("dpi"), extent.dpi()}};
}

Extent extentFrom(const QVariantMap &map)
{
    const QSizeF size(map.value(QStringLiteral("width")).toDouble(), map.value(QStringLiteral("height")).toDouble());
    const double dpi = map.value(QStringLiteral("dpi")).toDouble();
    if (!(dpi >= Extent::leastDensity && dpi <= Extent::largestDensity) || !(size.width() < 1e5 && size.height() < 1e5))
        return {};
    const bool paper = map.value(QStringLiteral("unit")).toString() == QLatin1String("mm");
    const Extent extent = paper ? Extent::ofMillimetres(size, dpi) : Extent::ofPixels(size.toSize(), dpi);
    return extent.valid() ? extent : Extent();
}

} // namespace

QVariantMap toMap(const ExportChoices &choices)
{
    const PictureOptions &options = choices.options;
    QStringList formats;
    for (const Format format : choices.formats)
        formats << exporting::suffixOf(format);
    QStringList without;
    for (const exporting::PartRow &row : exporting::parts())
        if (!options.parts.testFlag(row.part))
            without << QString::fromLatin1(row.word);
    return {{QStringLiteral("formats"), formats},
            {QStringLiteral("folder"), choices.folder},
            {QStringLiteral("preset"), wordOf(options.preset)},
            {QStringLiteral("size"), extentMap(options.custom)},
            {QStringLiteral("whole"), options.scope == exporting::Scope::Network},
            {QStringLiteral("without"), without},
            {QStringLiteral("theme"), QString::fromLatin1(themes[static_cast<std::size_t>(options.theme)])},
            {QStringLiteral("transparent"), options.transparent},
            {QStringLiteral("largeType"), options.largeType},
            {QStringLiteral("outlines"), options.letters == exporting::Letters::Outlines},
            {QStringLiteral("author"), options.author}};
}

ExportChoices choicesFrom(const QVariantMap &map)
{
    const auto value = [&](const char *key) { return map.value(QLatin1String(key)); };
    ExportChoices choices;
    std::set<Format> formats;
    for (const QString &suffix : value("formats").toStringList())
        if (const auto format = exporting::formatOf(u'.' + suffix))
            formats.insert(*format);
    if (!formats.empty())
        choices.formats = std::move(formats);
    choices.folder = value("folder").toString();
    PictureOptions &options = choices.options;
    options.preset = exporting::presetFor(value("preset").toString()).value_or(options.preset);
    options.custom = extentFrom(value("size").toMap());
    options.scope = value("whole").toBool() ? exporting::Scope::Network : exporting::Scope::View;
    const QStringList without = value("without").toStringList();
    for (const exporting::PartRow &row : exporting::parts())
        options.parts.setFlag(row.part, !without.contains(QLatin1String(row.word)));
    for (std::size_t i = 0; i < themes.size(); ++i)
        if (value("theme").toString() == QLatin1String(themes[i]))
            options.theme = static_cast<style::ThemeKind>(i);
    options.transparent = value("transparent").toBool();
    options.largeType = value("largeType").toBool();
    options.letters = value("outlines").toBool() ? exporting::Letters::Outlines : exporting::Letters::Text;
    options.author = value("author").toString();
    return choices;
}

} // namespace dealscape::publishing
