// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/actions.h"

#include <QLineEdit>
#include <QWidget>

#include <array>

class QLabel;

namespace dealscape::shell {

/// The bar below the menus: back and forward, lens, layout, search, fit and export.
class TopBar : public QWidget {
    Q_OBJECT

public:
    explicit TopBar(const Actions &actions, QWidget *parent = nullptr);

    QLineEdit &search() { return *m_search; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QLineEdit *m_search;
    /// What the groups are called; left out where the search would become too narrow.
    std::array<QLabel *, 2> m_captions{};
};

} // namespace dealscape::shell
