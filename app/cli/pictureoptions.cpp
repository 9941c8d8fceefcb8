// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "network/rings.h"

#include <QRegularExpression>

namespace dealscape::cli {

namespace {

constexpr int smallestEdge = 200;
constexpr int largestEdge = 16384;

QCommandLineOption option(const char *name, const char *description, const char *value)
{
    return {QString::fromLatin1(name), QString::fromUtf8(description), QString::fromLatin1(value)};
}

bool readFocus(Call &call, const Dataset &dataset, std::optional<Focus> &focus)
{
    const bool depthSet = call.parser.isSet(QStringLiteral("depth"));
    if (!call.parser.isSet(QStringLiteral("focus"))) {
        if (depthSet)
            misuse(call, QStringLiteral("--depth goes with --focus ID"));
        return !depthSet;
    }
    std::optional<OrganizationId> party;
    if (!readParty(call, Index(dataset), QStringLiteral("focus"), party))
        return false;
    bool number = true;
    const int depth = depthSet ? call.parser.value(QStringLiteral("depth")).toInt(&number) : 1;
    if (!number || depth < 1 || depth > 9) {
        misuse(call, QStringLiteral("--depth is a whole number from 1 to 9"));
        return false;
    }
    focus = Focus{*party, depth};
    return true;
}

} // namespace

bool readSize(Call &call, const QString &option, QSize &size)
{
    if (!call.parser.isSet(option))
        return true;
    static const QRegularExpression form(QStringLiteral("^(\\d{1,5})x(\\d{1,5})$"));
    const auto match = form.match(call.parser.value(option));
    size = {match.captured(1).toInt(), match.captured(2).toInt()};
    if (match.hasMatch() && qMin(size.width(), size.height()) >= smallestEdge && qMax(size.width(), size.height()) <= largestEdge)
        return true;
    misuse(call,
           QStringLiteral("--%1 is WIDTHxHEIGHT in pixels, each from %2 to %3, such as 1920x1080")
               .arg(option)
               .arg(smallestEdge)
               .arg(largestEdge));
    return false;
}

bool readTheme(Call &call, style::ThemeKind &theme)
{
    if (!call.parser.isSet(QStringLiteral("theme")))
        return true;
    const QString name = call.parser.value(QStringLiteral("theme"));
    if (name == QLatin1String("light"))
        theme = style::ThemeKind::Light;
    else if (name == QLatin1String("dark"))
        theme = style::ThemeKind::Dark;
    else if (name == QLatin1String("print"))
        theme = style::ThemeKind::Print;
    else {
        misuse(call, QStringLiteral("--theme is one of light, dark, print, not '%1'").arg(name));
        return false;
    }
    return true;
}

void declareTier(QCommandLineParser &parser)
{
    parser.addOption(option("tier", "Only deals of tier N or a lower one; all tiers when left out.", "N"));
}

void declareSize(QCommandLineParser &parser)
{
    parser.addOption(option("size", "Pixels of the picture; 1920x1080 when left out.", "WxH"));
    parser.addOption(option("theme", "light, dark or print.", "THEME"));
}

void declarePicture(QCommandLineParser &parser)
{
    parser.addOption(option("tier", "Only deals of tier N or a lower one; the tier on which the dataset opens when left out.", "N"));
    declareSize(parser);
    parser.addOption(option("lens", "What widths show: value, power or deals.", "LENS"));
    parser.addOption(option("layout", "web, supply-chain, orbit or ring.", "LAYOUT"));
    parser.addOption(option("focus", "Only what lies within --depth steps of organisation ID.", "ID"));
    parser.addOption(option("depth", "Steps round the focus, 1 to 9; 1 when left out.", "N"));
    parser.addOption({QStringLiteral("all"), QStringLiteral("Draw every deal, also those not counted, cancelled or without any figure.")});
    parser.addOption({QStringLiteral("as-reported"), QStringLiteral("Draw the network as the founding article reported it.")});
}

std::optional<int> tier(Call &call, int fallback)
{
    if (!call.parser.isSet(QStringLiteral("tier")))
        return fallback;
    bool number = false;
    const int value = call.parser.value(QStringLiteral("tier")).toInt(&number);
    if (number && value >= 1)
        return value;
    misuse(call, QStringLiteral("--tier is a whole number from 1, not '%1'").arg(call.parser.value(QStringLiteral("tier"))));
    return std::nullopt;
}

std::optional<picture::PictureRequest> pictureRequest(Call &call, const Dataset &dataset)
{
    return pictureRequest(call, dataset, dataset.opening);
}

std::optional<picture::PictureRequest> pictureRequest(Call &call, const Dataset &dataset, const Perspective &base)
{
    picture::PictureRequest request;
    request.perspective = base;
    const auto highestTier = tier(call, request.perspective.filter.maximumTier);
    if (!highestTier)
        return std::nullopt;
    request.perspective.filter.maximumTier = *highestTier;
    if (!readWord(call, QStringLiteral("lens"), request.perspective.lens) ||
        !readWord(call, QStringLiteral("layout"), request.perspective.layout) || !readSize(call, QStringLiteral("size"), request.pixels) ||
        !readTheme(call, request.theme) || !readFocus(call, dataset, request.perspective.focus))
        return std::nullopt;
    if (call.parser.isSet(QStringLiteral("all"))) {
        request.perspective.filter.countedOnly = false;
        request.perspective.filter.publishedOnly = false;
        request.perspective.filter.certainties.clear();
    }
    if (call.parser.isSet(QStringLiteral("as-reported")))
        request.perspective.asReported = true;
    if (call.parser.isSet(QStringLiteral("layout")) && request.perspective.layout == LayoutKind::Ring && !request.perspective.trail)
        request.perspective.trail = network::leadingLoop(Index(dataset), request.perspective);
    return request;
}

} // namespace dealscape::cli
