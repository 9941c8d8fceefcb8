// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

#include <QStringList>

#include <span>
#include <vector>

namespace dealscape::cli {

/// An option as the help of a command lists it.
struct OptionEntry {
    /// "-o", "--output".
    QStringList names;
    /// What stands for its value; empty for one that takes none.
    QString value;
    QString description;
};

/// The options of a command in the order of its help.
std::vector<OptionEntry> optionsOf(const Command &command);

/// The manual page, section 1, as roff.
QString manualPage(std::span<const Command *const> commands);

/// The page on the command line of the manual that the window shows, as Markdown.
QString markdownPage(std::span<const Command *const> commands);

/// Completes commands, options and file names in bash, zsh or fish. Nothing for another shell.
QString completionFor(const QString &shell, std::span<const Command *const> commands);

} // namespace dealscape::cli
