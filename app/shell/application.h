// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

namespace dealscape::settings {
class Settings;
} // namespace dealscape::settings

namespace dealscape::shell {

class EarlyStart;

/// What an event did not catch ends what it did and not the program: it is said on standard error and in a box, once at a time.
class Application : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override;

private:
    void tell(const QString &what);

    bool m_telling = false;
};

/// Opens the window on the file that the arguments name, or on the embedded dataset, and runs until it is closed. early
/// is null when a file is named.
int run(QApplication &application, EarlyStart *early);

/// The file that was open last, where the user wants to return to it and it is still there; otherwise empty.
QString fileToReturnTo(const settings::Settings &settings);

/// Has windows be drawn in the size that the settings name, on top of what the environment asks for. Before the application is made.
void applyTextSize(const settings::Settings &settings);

/// Whether a window can be opened at all here; if not, why not is said in one line on standard error.
bool displayPresent();

} // namespace dealscape::shell
