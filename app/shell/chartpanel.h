// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;

namespace dealscape::charts {
class ChartDock;
} // namespace dealscape::charts

namespace dealscape::shell {

class ChartLink;

/// The charts beside the diagram: of what the document looks at; where there are many rows, with a button that opens the page of all
/// charts.
class ChartPanel : public QWidget {
    Q_OBJECT

public:
    /// Few rows of each kind leave room for something else on the page.
    enum class Rows { Few, Many };

    ChartPanel(ChartLink &link, QAction *all, Rows rows, QWidget *parent = nullptr);

private:
    charts::ChartDock *m_dock;
};

} // namespace dealscape::shell
