// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

class QWidget;

namespace dealscape::circular {

/// What a page of analysis takes out of the program.

/// What a page has found, as CSV after RFC 4180: its measures, then every list and table that is not hidden, from top to bottom, each with
/// its name in a record of its own, its heads and its rows; an empty line between two. Loops that are not listed are counted.
QString csvOf(const QWidget &page);

/// The whole content of a page, also what is scrolled out of sight, at twice its size on the screen.
QImage imageOf(QWidget &page);

} // namespace dealscape::circular
