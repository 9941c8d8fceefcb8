// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/actiontable.h"

#include <QIcon>
#include <QObject>

#include <array>
#include <vector>

class QAction;
class QMenu;
class QMenuBar;
class QWidget;

namespace dealscape::shell {

/// The actions of one window, made from the table, with their shortcuts and groups.
class Actions : public QObject {
    Q_OBJECT

public:
    explicit Actions(QWidget *window);

    QAction *operator[](ActionId id) const { return m_actions[static_cast<std::size_t>(id)]; }
    /// Adds the menus in the order of the table, with the menu of recent files after Open.
    void fill(QMenuBar &bar, QMenu &recent) const;
    /// Draws the icons in a colour of the theme, at a device pixel ratio.
    void drawIcons(const QColor &colour, double ratio) const;

    /// The text of an action without its mnemonic and dots.
    static QString plainText(ActionId id);
    static QString tip(ActionId id);

private:
    std::array<QAction *, actionCount> m_actions{};
};

/// An icon of the one family for a button or a menu.
QIcon iconFor(style::Icon icon, const QColor &colour, double ratio);

} // namespace dealscape::shell
