// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/icons.h"

#include <QDockWidget>

#include <functional>
#include <utility>
#include <vector>

class QStackedWidget;
class QTabBar;
class QToolButton;

namespace dealscape::shell {

/// The dock at the right: pages behind tabs that take the place of a title, each made when it is first shown. It folds into a rail of one
/// button a page, by itself where the window is narrow.
class SideDock : public QDockWidget {
    Q_OBJECT

public:
    /// Windows narrower than this have no room for pages beside the picture; and the width of the rail that they have instead.
    static constexpr int roomyWindow = 1200;
    static constexpr int railWidth = 40;
    /// The width of the pages to begin with in a window of that width: less in one of a small screen.
    static constexpr int firstWidth(int window) { return window < 1440 ? 320 : 416; }

    explicit SideDock(QWidget *parent = nullptr);

    void addPage(const QString &name, style::Icon icon, std::function<QWidget *()> make);
    /// Unfolds where it is folded.
    void showPage(const QString &name);
    void drawIcons(const QColor &colour, double ratio);

    bool folded() const { return m_folded; }
    void setFolded(bool folded);
    /// Folds when a window gets narrower than it has room for the pages, and unfolds when it has again; in between it stays as it is.
    void suit(int window);

Q_SIGNALS:
    void foldedChanged(bool folded);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void ensure(int page);

    void unfoldAt(int page);

    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QWidget *m_rail;
    QToolButton *m_detach;
    QToolButton *m_close;
    QToolButton *m_fold;
    std::vector<std::pair<QToolButton *, style::Icon>> m_stops;
    bool m_folded = false;
    bool m_narrow = false;
    std::vector<std::function<QWidget *()>> m_makers;
};

} // namespace dealscape::shell
