// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/actions.h"

#include <QDialog>

namespace dealscape::shell {

/// Every key there is, by menu, made from the table of actions.
class ShortcutsPage : public QDialog {
    Q_OBJECT

public:
    ShortcutsPage(const Actions &actions, QWidget *parent);
};

} // namespace dealscape::shell
