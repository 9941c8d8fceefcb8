// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QIcon>

#include <functional>
#include <vector>

class QStackedWidget;
class QTabBar;
class QToolButton;

namespace dealscape::shell {

/// The dock at the right: pages behind tabs that take the place of a title, each made when it is first shown.
class SideDock : public QDockWidget {
    Q_OBJECT

public:
    /// The width to begin with in a window of that width: less in one of a small screen.
    static constexpr int firstWidth(int window) { return window < 1440 ? 320 : 416; }

    explicit SideDock(QWidget *parent = nullptr);

    void addPage(const QString &name, std::function<QWidget *()> make);
    void showPage(const QString &name);
    void setIcons(const QIcon &detach, const QIcon &close);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void ensure(int page);

    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    QToolButton *m_detach;
    QToolButton *m_close;
    std::vector<std::function<QWidget *()>> m_makers;
};

} // namespace dealscape::shell
