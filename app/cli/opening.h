// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/cli.h"

#include <QString>
#include <QStringList>

#include <iosfwd>
#include <span>
#include <string_view>

namespace dealscape::cli {

/// Arguments without those that the toolkit takes for itself, such as "-platform offscreen".
QStringList withoutToolkit(const QStringList &arguments);

/// Whether a window can be opened with these arguments, which name no command: nothing, --new, or one file that is there.
/// What the file holds is the window's to tell.
bool opensWindow(const QStringList &arguments);

/// Says why arguments that neither name a command nor open a window are of no use: an unknown command or option, a command that
/// comes too late, one file too many (Usage), or no file at all (CannotRead).
int refuse(const QStringList &arguments, std::span<const std::string_view> commands, std::ostream &err);

/// `unknown option "--jsn"; did you mean "--json"?`, looking among the options that the help of a command lists.
QString unknownOption(const QString &name, const QString &help);

} // namespace dealscape::cli
