// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <set>
#include <vector>

namespace dealscape::charts {

/// A chart in a window: values in, signals out. A click or Enter on a bar tells its deals, hovering or walking lights them. Arrow
/// keys, Home and End walk through the bars in reading order. What is chosen elsewhere is outlined in the accent. Without a
/// table it says what to do.
class ChartView : public QWidget {
    Q_OBJECT

public:
    explicit ChartView(QWidget *parent = nullptr);
    ~ChartView() override;

    void setTable(view::ChartTable table);
    void setPlotStyle(const PlotStyle &style);
    void setChosen(const std::vector<int> &deals);
    void setLit(const std::vector<int> &deals);

    const view::ChartTable &table() const { return m_table; }
    const std::vector<PlotMark> &marks() const;
    /// Position in marks() of the bar that the keyboard is on, or -1.
    int current() const { return m_current; }

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void dealsActivated(const std::vector<int> &deals);
    /// Empty when nothing is hovered any more.
    void dealsHovered(const std::vector<int> &deals);
    /// Somebody opened the row that gathers the small ones.
    void othersOpened();
    void exportAsked(const dealscape::view::ChartTable &table);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    const Plot &plot() const;
    QRectF exportButton() const;
    void forget();
    void walkTo(int mark);
    void activate(int mark);
    void hover(int mark);

    view::ChartTable m_table;
    PlotStyle m_style;
    std::set<int> m_chosen;
    std::set<int> m_lit;
    int m_current = -1;
    int m_hovered = -1;
    mutable std::unique_ptr<Plot> m_plot;
    mutable QImage m_image;
};

} // namespace dealscape::charts
