// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/actions.h"

#include <QFrame>

#include <vector>

class QLineEdit;

namespace dealscape::shell {

class PickList;

/// Every command by its name: typed words narrow the list, Return runs what is marked.
class CommandPalette : public QFrame {
    Q_OBJECT

public:
    CommandPalette(const Actions &actions, QWidget *window);

    void open();
    QLineEdit &field() { return *m_field; }

private:
    void narrow(const QString &text);
    void run(int row);

    const Actions &m_actions;
    QLineEdit *m_field;
    PickList *m_list;
    std::vector<ActionId> m_shown;
};

/// The actions whose name, menu or tip has words that begin with all words of a text, in the table's order.
std::vector<ActionId> matching(const QString &text);

} // namespace dealscape::shell
