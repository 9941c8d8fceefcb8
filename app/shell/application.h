// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

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

/// Whether a window can be opened at all here; if not, why not is said in one line on standard error.
bool displayPresent();

} // namespace dealscape::shell
