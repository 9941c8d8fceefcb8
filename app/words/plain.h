// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace dealscape::words {

/// Text of a file as it is shown: whatever would be obeyed instead of being read stands as its code, "[U+202E]". That is control
/// characters other than tab and line break, and the characters that turn the direction of what follows or surrounds them, so
/// that a name cannot rewrite the line that it stands in. Linear.
QString plain(std::string_view utf8);
QString plain(QString text);

/// Whether nothing of a text would be seen: it is empty, or blanks, joiners and characters without width alone.
bool blank(const QString &text);

/// A text with letters that run from right to left between marks that keep its neighbours where they are (FSI and PDI); any other
/// text as it is.
QString isolated(const QString &text);

/// Markup that shows a text as it is, for widgets that take nothing else, like tool tips. Lines are kept and long ones wrap.
QString asMarkup(const QString &text);

} // namespace dealscape::words
