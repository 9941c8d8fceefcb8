// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/svg.h"
#include "picture/picture.h"

#include <QSizeF>
#include <QString>

#include <optional>
#include <span>

namespace dealscape::exporting {

enum class Format { Png, Svg, Pdf, Html, Pptx };

/// By the end of a file's name, whatever its case; empty for others.
std::optional<Format> formatOf(const QString &path);
QString suffixOf(Format format);

/// Which of its sizes somebody set: that one stays when the density changes, and the other follows.
enum class Unit { Pixels, Millimetres };

/// Size of a picture: pixels, their density, and the millimetres that follow from both. All three stay in step.
class Extent {
public:
    static constexpr int leastEdge = 200;
    static constexpr int largestEdge = 16384;
    static constexpr double leastDensity = 36;
    static constexpr double largestDensity = 1200;

    Extent() = default;
    static Extent ofPixels(QSize pixels, double dpi = 96);
    static Extent ofMillimetres(QSizeF millimetres, double dpi);

    QSize pixels() const { return m_pixels; }
    double dpi() const { return m_dpi; }
    Unit unit() const { return m_unit; }
    /// As they were set, or as they follow from the pixels.
    QSizeF millimetres() const;
    int dotsPerMetre() const;

    void setPixels(QSize pixels);
    void setMillimetres(QSizeF millimetres);
    /// Keeps the size in the unit that it was set in.
    void setDpi(double dpi);

    /// Whether both edges and the density lie within the bounds above.
    bool valid() const;

    friend bool operator==(const Extent &, const Extent &) = default;

private:
    void follow();

    Unit m_unit = Unit::Pixels;
    QSize m_pixels = {1920, 1080};
    QSizeF m_millimetres;
    double m_dpi = 96;
};

enum class Preset { Slide, LargeSlide, Window, Window2, Window4, A4, A3, Square, Post, Upright, Classic, Custom };

/// A preset by its word on the command line and its name in the dialog.
struct PresetRow {
    Preset preset;
    const char *word;
    const char *name;
};
std::span<const PresetRow> presets();
std::optional<Preset> presetFor(const QString &word);

/// What is drawn: what is looked at, in the places where it stands, or every counted deal of the dataset.
enum class Scope { View, Network };

/// A part of the picture that can be left out, by its word on the command line and its name in the dialog.
struct PartRow {
    picture::Part part;
    const char *word;
    const char *name;
};
std::span<const PartRow> parts();

/// Everything about the export of a picture but what it shows and where it goes.
struct PictureOptions {
    Preset preset = Preset::Slide;
    /// Counts for Preset::Custom.
    Extent custom;
    /// Canvas of the window in logical pixels, for the presets named after it.
    QSize window = {1504, 904};
    Scope scope = Scope::View;
    picture::Parts parts = picture::Part::Title | picture::Part::Strip | picture::Part::Legend | picture::Part::FilterSentence |
        picture::Part::AsOf | picture::Part::Sources | picture::Part::HiddenLabels;
    style::ThemeKind theme = style::ThemeKind::Light;
    bool transparent = false;
    /// Larger letters and marks on the same page.
    bool largeType = false;
    Letters letters = Letters::Text;
    /// Empty for the dataset's own title.
    QString title;
    QString author;

    Extent extent() const;
};

/// The perspective that the scope makes of what is looked at: the same lens and layout, and for the whole network neither
/// filter nor focus.
Perspective perspectiveFor(Scope scope, Perspective perspective);

/// What to ask of the view. On paper, text is at least 6.5 points high.
picture::PictureRequest requestFor(const PictureOptions &options, const Perspective &perspective);

} // namespace dealscape::exporting
