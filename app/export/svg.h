// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "drawing/drawing.h"
#include "network/network.h"
#include "paint/painter.h"

#include <QByteArray>
#include <QSizeF>
#include <QString>

#include <functional>

namespace dealscape::exporting {

/// How letters are written: as text that can be searched and edited, or as shapes that look the same without the typeface.
enum class Letters { Text, Outlines };

struct SvgOptions {
    Letters letters = Letters::Text;
    /// Leave out the ground, so that the picture lies on whatever is behind it.
    bool transparent = false;
    /// Factor from logical pixels to the size stated in the file.
    double magnification = 1;
    /// The size stated in the file when it is made for paper; else empty.
    QSizeF millimetres = {};
    /// Empty for the dataset's title.
    QString title = {};
    /// What stands out, beside what the drawing lights itself.
    paint::Emphasis emphasis = {};
    /// Put before every id, where several pictures stand in one file.
    QString prefix = {};
    /// A part of a page: without declaration, size and title, and with each label in a group of class "l" that names in data-of
    /// what it belongs to.
    bool embedded = false;
    /// The part of the drawing that is seen; all of it when empty.
    QRectF seen = {};
    /// How a colour is written; as #rrggbb when there is none.
    std::function<QString(const QColor &)> ink = {};
};

/// A drawing as SVG 1.1, marks written straight rather than through a paint device: one group for each organisation and
/// each deal's ribbon, with an id ("organization-ID", "deal-ID") and a title. Deals that share a ribbon are
/// groups inside that of the first. The same drawing gives the same bytes.
QByteArray svg(const Index &index, const network::Network &network, const drawing::Drawing &drawing, const SvgOptions &options = {});

} // namespace dealscape::exporting
