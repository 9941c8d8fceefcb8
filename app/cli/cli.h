// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <iosfwd>

namespace dealscape::cli {

/// What a command tells the shell: done, done with findings, misused, input unreadable, output unwritable.
enum ExitCode { Ok = 0, Findings = 1, Usage = 2, CannotRead = 3, CannotWrite = 4 };

/// Whether no window is wanted: the first argument names a subcommand or asks for help or the version, or the arguments are such
/// that no window can be opened on them, which run() then says.
bool handles(const QStringList &arguments);

/// Whether the subcommand draws charts, which takes a QApplication where others do with a QGuiApplication.
bool drawsCharts(const QStringList &arguments);

/// Runs a subcommand: arguments without the program's name. Results go to out, everything else to err, both as UTF-8.
/// Needs a QGuiApplication for the commands that draw; none of them opens a window.
int run(const QStringList &arguments, std::ostream &out, std::ostream &err);

} // namespace dealscape::cli
