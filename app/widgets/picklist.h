// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

#include <vector>

class QLineEdit;
class QListWidget;

namespace dealscape::widgets {

/// One row to pick: what it is called, and a word beside it.
struct Pick {
    QString text;
    QString aside;
    bool enabled = true;
    /// Names the rows below it; cannot be picked.
    bool head = false;
};

/// A list that drops down below a field while somebody types there. The field keeps the keyboard: up and down move, Return
/// picks, Escape closes.
class PickList : public QFrame {
    Q_OBJECT

public:
    /// A child of the window, above everything else in it.
    PickList(QLineEdit &field, QWidget *window);

    void offer(const std::vector<Pick> &picks);
    int count() const;
    int current() const;

Q_SIGNALS:
    void picked(int row);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool key(int key);
    void step(int by);
    void close();

    QLineEdit &m_field;
    QListWidget *m_list;
};

} // namespace dealscape::widgets
