// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/barewindow.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QDockWidget>
#include <QEvent>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QStatusBar>
#include <QTableView>
#include <QToolBar>

#include <cstdio>

namespace dealscape::bench {

namespace {

class BareChart : public QChartView {
public:
    using QChartView::QChartView;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QChartView::paintEvent(event);
        if (!m_painted)
            std::fputs("first frame\n", stderr);
        m_painted = true;
    }

private:
    bool m_painted = false;
};

void addDock(QMainWindow &window, Qt::DockWidgetArea area, QWidget *content)
{
    auto *dock = new QDockWidget(QStringLiteral("Dock"), &window);
    dock->setWidget(content);
    window.addDockWidget(area, dock);
}

} // namespace

int runBareWindow()
{
    int argc = 1;
    char name[] = "bare";
    char *argv[] = {name, nullptr};
    QApplication application(argc, argv);
    QMainWindow window;
    for (const char *menu : {"File", "Edit", "View", "Analyse", "Help"})
        window.menuBar()->addMenu(QString::fromLatin1(menu))->addAction(QStringLiteral("Action"));
    window.addToolBar(QStringLiteral("Tools"))->addAction(QStringLiteral("Tool"));
    window.statusBar()->showMessage(QStringLiteral("Ready"));
    addDock(window, Qt::RightDockWidgetArea, new QLabel(QStringLiteral("Details")));
    addDock(window, Qt::BottomDockWidgetArea, new QTableView);
    window.setCentralWidget(new BareChart(new QChart));
    window.resize(1920, 1080);
    window.show();
    return application.exec();
}

} // namespace dealscape::bench
