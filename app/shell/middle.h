// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartspage.h"
#include "shell/chartlink.h"

#include <QStackedWidget>

namespace dealscape::shell {

/// The middle of the window: the diagram, or in its place the page of charts, which is made when it is first shown. Escape lets
/// go of what a click holds in the charts, then returns to the diagram.
class Middle : public QStackedWidget {
    Q_OBJECT

public:
    Middle(document::Document &document, diagram::DiagramView &diagram, QWidget *parent = nullptr);

    ChartLink &link() { return m_link; }
    bool chartsShown() const;
    void showCharts(bool shown);
    void showChart(const charts::ChartsPage::Named &chart);

Q_SIGNALS:
    void chartsChanged(bool shown);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    diagram::DiagramView &m_diagram;
    ChartLink m_link;
    charts::ChartsPage *m_page = nullptr;
};

} // namespace dealscape::shell
