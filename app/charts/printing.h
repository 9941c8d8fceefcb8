// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot.h"

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>

#include <optional>

namespace dealscape::charts {

/// What a chart can be written as: pixels, drawings, or its numbers.
enum class FileKind { Png, Svg, Pdf, Csv };

/// By the end of a file's name, in either case; nothing for another.
std::optional<FileKind> fileKindOf(const QString &path);

/// The size a chart has when none is asked for: as wide as a slide's half, as high as it needs.
QSize naturalSize(const reports::ChartTable &table, const PlotStyle &style);

/// A chart on its ground, magnified to fill the size. Needs a QApplication, but no window.
QImage imageOf(const reports::ChartTable &table, const PlotStyle &style, QSize pixels);

/// The bytes of a file of the kind. SVG and PDF hold shapes and text, 1 pixel to 1/96 inch; a PDF states when it was made, all
/// else is the same for the same chart. CSV takes no notice of style and size.
QByteArray fileOf(const reports::ChartTable &table, const PlotStyle &style, FileKind kind, QSize pixels);

} // namespace dealscape::charts
