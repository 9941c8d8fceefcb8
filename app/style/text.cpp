// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/text.h"

#include <QFontMetricsF>
#include <QHash>

#include <array>

namespace dealscape::style {

namespace {

constexpr std::size_t roles = static_cast<std::size_t>(FontRole::Raised) + 1;
constexpr qsizetype remembered = 20000;

struct Face {
    QString family;
    int pixels;
    QFont::Weight weight;
};

Face faceOf(FontRole role)
{
    const QString sans = QStringLiteral("Dealscape Sans");
    const QString tabular = QStringLiteral("Dealscape Tabular");
    switch (role) {
    case FontRole::Small:
        return {sans, 12, QFont::Normal};
    case FontRole::SmallBold:
        return {sans, 12, QFont::DemiBold};
    case FontRole::Body:
        return {sans, 14, QFont::Normal};
    case FontRole::BodyBold:
        return {sans, 14, QFont::DemiBold};
    case FontRole::Title:
        return {sans, 22, QFont::DemiBold};
    case FontRole::Figure:
        return {tabular, 12, QFont::Normal};
    case FontRole::FigureBold:
        return {tabular, 12, QFont::DemiBold};
    case FontRole::Hub:
        return {sans, 20, QFont::DemiBold};
    case FontRole::Raised:
        return {tabular, 9, QFont::Normal};
    case FontRole::Display:
        return {sans, 44, QFont::DemiBold};
    }
    return {sans, 12, QFont::Normal};
}

QFont made(FontRole role)
{
    const Face face = faceOf(role);
    QFont font(face.family);
    font.setPixelSize(face.pixels);
    font.setWeight(face.weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

struct Measures {
    std::array<QFontMetricsF, roles> metrics;
    std::array<QHash<QString, double>, roles> widths;
};

/// Fonts share their engines, which belong to one thread each: so do these.
Measures &measures()
{
    thread_local Measures ours{{QFontMetricsF(made(FontRole::Small)), QFontMetricsF(made(FontRole::SmallBold)),
                                QFontMetricsF(made(FontRole::Body)), QFontMetricsF(made(FontRole::BodyBold)),
                                QFontMetricsF(made(FontRole::Title)), QFontMetricsF(made(FontRole::Figure)),
                                QFontMetricsF(made(FontRole::FigureBold)), QFontMetricsF(made(FontRole::Hub)),
                                QFontMetricsF(made(FontRole::Display)), QFontMetricsF(made(FontRole::Raised))},
                               {}};
    return ours;
}

const QFontMetricsF &metricsOf(FontRole role)
{
    return measures().metrics[static_cast<std::size_t>(role)];
}

/// Position of the last space at which the text's beginning fits, or of the middle-most space, or -1.
qsizetype breakOf(const QString &text, FontRole role, double width)
{
    qsizetype best = -1;
    for (qsizetype at = text.indexOf(u' '); at >= 0; at = text.indexOf(u' ', at + 1))
        if (best < 0 || textWidth(text.left(at), role) <= width)
            best = at;
    return best;
}

} // namespace

QFont font(FontRole role)
{
    thread_local const std::array<QFont, roles> fonts = {
        made(FontRole::Small),  made(FontRole::SmallBold),  made(FontRole::Body), made(FontRole::BodyBold), made(FontRole::Title),
        made(FontRole::Figure), made(FontRole::FigureBold), made(FontRole::Hub),  made(FontRole::Display),  made(FontRole::Raised)};
    return fonts[static_cast<std::size_t>(role)];
}

double textWidth(const QString &text, FontRole role)
{
    QHash<QString, double> &widths = measures().widths[static_cast<std::size_t>(role)];
    if (const auto found = widths.constFind(text); found != widths.constEnd())
        return *found;
    if (widths.size() >= remembered)
        widths.clear();
    const double width = metricsOf(role).horizontalAdvance(text);
    widths.insert(text, width);
    return width;
}

double lineHeight(FontRole role)
{
    const int pixels = faceOf(role).pixels;
    return pixels <= 12 ? 16 : pixels <= 14 ? 20 : pixels <= 20 ? 24 : pixels <= 32 ? 32 : 52;
}

double baselineIn(FontRole role)
{
    return (lineHeight(role) + capHeight(role)) / 2;
}

double capHeight(FontRole role)
{
    return metricsOf(role).capHeight();
}

QString shortened(const QString &text, FontRole role, double width)
{
    return textWidth(text, role) <= width ? text : metricsOf(role).elidedText(text, Qt::ElideRight, width);
}

QStringList wrapped(const QString &text, FontRole role, double width)
{
    const QString plain = text.simplified();
    if (textWidth(plain, role) <= width)
        return {plain};
    const qsizetype at = breakOf(plain, role, width);
    if (at < 0)
        return {shortened(plain, role, width)};
    return {shortened(plain.left(at), role, width), shortened(plain.mid(at + 1), role, width)};
}

} // namespace dealscape::style
