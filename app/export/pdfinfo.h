// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace dealscape::exporting {

/// What a PDF says about itself. Empty entries are left out.
struct PdfInfo {
    QString title;
    QString author;
    QString creator;
    QDateTime made;
};

/// The PDF with these words in place of its own, as an incremental update at its end (ISO 32000-1, 7.5.6 and 14.3.3): the
/// toolkit's writer knows no author. A file whose trailer cannot be found comes back as it is.
QByteArray withInfo(QByteArray pdf, const PdfInfo &info);

/// Steps of a PDF's own coordinates to the inch, finer than any printer's.
inline constexpr int dotsPerInch = 1200;
inline constexpr double pointsPerInch = 72;
inline constexpr double millimetresPerInch = 25.4;

} // namespace dealscape::exporting
