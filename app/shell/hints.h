// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>

namespace dealscape::shell {

/// The first steps, as a slim row of the window that covers nothing and never takes the keyboard by itself: shown until it is
/// dismissed for good, and again when asked for. In a narrow window the steps take several lines.
class Hints : public QToolBar {
    Q_OBJECT

public:
    static constexpr int rowHeight = 40;

    explicit Hints(QWidget *window);

Q_SIGNALS:
    void dismissed();
};

} // namespace dealscape::shell
