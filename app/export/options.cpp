// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/options.h"

#include "paint/pdf.h"

#include <QFileInfo>
#include <QtGlobal>

#include <algorithm>
#include <array>
#include <cmath>

namespace dealscape::exporting {

namespace {

using picture::Part;

constexpr double paperDensity = 300;
/// Height of the smallest text in logical pixels, and on paper in points.
constexpr double smallText = 12;
constexpr double leastPoints = 6.5;

constexpr std::array formats = {"png", "svg", "pdf", "html", "pptx"};

constexpr std::array<PresetRow, 12> presetRows = {{
    {Preset::Slide, "slide", QT_TRANSLATE_NOOP("Export", "Slide, 1920 × 1080")},
    {Preset::LargeSlide, "slide-4k", QT_TRANSLATE_NOOP("Export", "Slide, 3840 × 2160")},
    {Preset::Window, "window", QT_TRANSLATE_NOOP("Export", "Window")},
    {Preset::Window2, "window-2x", QT_TRANSLATE_NOOP("Export", "Window, twice the pixels")},
    {Preset::Window4, "window-4x", QT_TRANSLATE_NOOP("Export", "Window, four times the pixels")},
    {Preset::A4, "a4", QT_TRANSLATE_NOOP("Export", "A4 landscape, 300 dpi")},
    {Preset::A3, "a3", QT_TRANSLATE_NOOP("Export", "A3 landscape, 300 dpi")},
    {Preset::Square, "square", QT_TRANSLATE_NOOP("Export", "Square, 1440 × 1440")},
    {Preset::Post, "4x5", QT_TRANSLATE_NOOP("Export", "Upright 4:5, 1440 × 1800")},
    {Preset::Upright, "9x16", QT_TRANSLATE_NOOP("Export", "Upright 9:16, 1440 × 2560")},
    {Preset::Classic, "4x3", QT_TRANSLATE_NOOP("Export", "Slide 4:3, 1600 × 1200")},
    {Preset::Custom, "custom", QT_TRANSLATE_NOOP("Export", "Custom size")},
}};

constexpr std::array<PartRow, 6> partRows = {{
    {Part::Title, "title", QT_TRANSLATE_NOOP("Export", "Title")},
    {Part::Strip, "strip", QT_TRANSLATE_NOOP("Export", "Headline figures")},
    {Part::Legend, "legend", QT_TRANSLATE_NOOP("Export", "Legend")},
    {Part::FilterSentence, "filter", QT_TRANSLATE_NOOP("Export", "What is left out")},
    {Part::AsOf, "as-of", QT_TRANSLATE_NOOP("Export", "As-of date")},
    {Part::Sources, "sources", QT_TRANSLATE_NOOP("Export", "Numbered sources")},
}};

bool onPaper(const PictureOptions &options)
{
    return options.extent().unit() == Unit::Millimetres;
}

double magnificationFor(const PictureOptions &options)
{
    switch (options.preset) {
    case Preset::Window:
        return 1;
    case Preset::Window2:
        return 2;
    case Preset::Window4:
        return 4;
    default:
        break;
    }
    const Extent extent = options.extent();
    const double share = std::min(extent.pixels().width() / 1920.0, extent.pixels().height() / 1080.0);
    const double readable = leastPoints / paint::pointsPerInch * extent.dpi() / smallText;
    return onPaper(options) ? std::max(share, readable) : 0;
}

} // namespace

std::optional<Format> formatOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    for (std::size_t i = 0; i < formats.size(); ++i)
        if (suffix == QLatin1String(formats[i]))
            return static_cast<Format>(i);
    return std::nullopt;
}

QString suffixOf(Format format)
{
    return QString::fromLatin1(formats[static_cast<std::size_t>(format)]);
}

Extent Extent::ofPixels(QSize pixels, double dpi)
{
    Extent extent;
    extent.m_dpi = dpi;
    extent.setPixels(pixels);
    return extent;
}

Extent Extent::ofMillimetres(QSizeF millimetres, double dpi)
{
    Extent extent;
    extent.m_dpi = dpi;
    extent.setMillimetres(millimetres);
    return extent;
}

QSizeF Extent::millimetres() const
{
    return m_unit == Unit::Millimetres ? m_millimetres : QSizeF(m_pixels) * (paint::millimetresPerInch / m_dpi);
}

int Extent::dotsPerMetre() const
{
    return static_cast<int>(std::lround(m_dpi * 1000 / paint::millimetresPerInch));
}

void Extent::setPixels(QSize pixels)
{
    m_unit = Unit::Pixels;
    m_pixels = pixels;
    m_millimetres = {};
}

void Extent::setMillimetres(QSizeF millimetres)
{
    m_unit = Unit::Millimetres;
    m_millimetres = millimetres;
    follow();
}

void Extent::setDpi(double dpi)
{
    m_dpi = dpi;
    follow();
}

void Extent::follow()
{
    if (m_unit == Unit::Millimetres)
        m_pixels = (m_millimetres * (m_dpi / paint::millimetresPerInch)).toSize();
}

bool Extent::valid() const
{
    return std::min(m_pixels.width(), m_pixels.height()) >= leastEdge && std::max(m_pixels.width(), m_pixels.height()) <= largestEdge &&
        m_dpi >= leastDensity && m_dpi <= largestDensity;
}

std::span<const PresetRow> presets()
{
    return presetRows;
}

std::optional<Preset> presetFor(const QString &word)
{
    const auto row = std::ranges::find_if(presetRows, [&](const PresetRow &entry) { return word == QLatin1String(entry.word); });
    return row == presetRows.end() ? std::nullopt : std::optional(row->preset);
}

std::span<const PartRow> parts()
{
    return partRows;
}

Extent PictureOptions::extent() const
{
    switch (preset) {
    case Preset::Slide:
        return Extent::ofPixels({1920, 1080});
    case Preset::LargeSlide:
        return Extent::ofPixels({3840, 2160}, 192);
    case Preset::Window:
        return Extent::ofPixels(window);
    case Preset::Window2:
        return Extent::ofPixels(window * 2, 192);
    case Preset::Window4:
        return Extent::ofPixels(window * 4, 384);
    case Preset::A4:
        return Extent::ofMillimetres({297, 210}, paperDensity);
    case Preset::A3:
        return Extent::ofMillimetres({420, 297}, paperDensity);
    case Preset::Square:
        return Extent::ofPixels({1440, 1440});
    case Preset::Post:
        return Extent::ofPixels({1440, 1800});
    case Preset::Upright:
        return Extent::ofPixels({1440, 2560});
    case Preset::Classic:
        return Extent::ofPixels({1600, 1200});
    case Preset::Custom:
        break;
    }
    return custom;
}

Perspective perspectiveFor(Scope scope, Perspective perspective)
{
    if (scope == Scope::Network) {
        perspective.filter = Filter();
        perspective.focus.reset();
        perspective.expanded.clear();
        perspective.collapsed.clear();
        perspective.trail.reset();
    }
    return perspective;
}

picture::PictureRequest requestFor(const PictureOptions &options, const Perspective &perspective)
{
    picture::PictureRequest request;
    request.perspective = perspectiveFor(options.scope, perspective);
    request.theme = options.theme;
    request.pixels = options.extent().pixels();
    request.magnification = magnificationFor(options);
    request.parts = options.parts;
    const bool window = options.preset == Preset::Window || options.preset == Preset::Window2 || options.preset == Preset::Window4;
    request.form = window ? picture::Form::Window : picture::Form::Page;
    request.transparent = options.transparent;
    request.largeType = options.largeType;
    request.title = options.title;
    return request;
}

} // namespace dealscape::exporting
