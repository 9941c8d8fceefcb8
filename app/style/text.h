// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>
#include <QStringList>

namespace dealscape::style {

enum class FontRole { Small, SmallBold, Body, BodyBold, Title, Figure, FigureBold, Hub, Display, Raised };

/// The typeface of a role at its size in logical pixels, from the embedded fonts.
QFont font(FontRole role);

/// Width of a line of text in logical pixels, remembered for each thread.
double textWidth(const QString &text, FontRole role);

/// Height of a line: 16 for the small sizes, 20 for the middle ones, 32 for the large ones, 52 for the display size.
double lineHeight(FontRole role);

/// From the top of a line of that height down to its baseline.
double baselineIn(FontRole role);

/// From the baseline up to the top of a capital letter or a digit.
double capHeight(FontRole role);

/// A name as at most two lines no wider than `width`, broken between words where it can be and shortened with an
/// ellipsis where it must be. A line break or other control character in the text counts as a space.
QStringList wrapped(const QString &text, FontRole role, double width);

/// The text on one line no wider than `width`, shortened with an ellipsis at its end.
QString shortened(const QString &text, FontRole role, double width);

} // namespace dealscape::style
