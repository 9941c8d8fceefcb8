// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace dealscape::shell {

/// The first steps, as a card in a corner of the picture that never takes the keyboard by itself: shown until it is
/// dismissed for good, and again when asked for.
class Hints : public QFrame {
    Q_OBJECT

public:
    explicit Hints(QWidget *picture);

    /// Stands in the corner of the picture and keeps there.
    void open();

Q_SIGNALS:
    void dismissed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
};

} // namespace dealscape::shell
