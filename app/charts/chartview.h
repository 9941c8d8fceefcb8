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
/// keys, Home and End walk through the bars in reading order; the menu key, a right click and the button in the corner of a
/// page ask for a menu. What is chosen elsewhere is outlined in the accent. Each bar is a child to assistive technology.
class ChartView : public QWidget {
    Q_OBJECT

public:
    explicit ChartView(QWidget *parent = nullptr);
    ~ChartView() override;

    /// Keeps the keyboard on the row it is on, where the new table has it too.
    void setTable(reports::ChartTable table);
    void setPlotStyle(const PlotStyle &style);
    /// The part is the same chart of the chosen deals alone: it tells how much of each bar they make. Empty where there is none.
    void setChosen(const std::vector<int> &deals, reports::ChartTable part = {});
    void setLit(const std::vector<int> &deals);

    const reports::ChartTable &table() const { return m_table; }
    const PlotStyle &plotStyle() const { return m_style; }
    const std::vector<PlotMark> &marks() const;
    /// The full figures of a bar, with the chosen part of it.
    QString words(int mark) const;
    int markAt(QPointF point) const { return plot().markAt(point); }
    /// Position in marks() of the bar that the keyboard is on, or -1, and where it is; the whole chart when on none.
    int current() const { return m_current; }
    QRect currentArea() const;
    bool isChosen(int mark) const;
    void walkTo(int mark);
    /// As a click on the bar does.
    void activate(int mark);

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void dealsActivated(const std::vector<int> &deals);
    /// Empty when nothing is hovered any more.
    void dealsHovered(const std::vector<int> &deals);
    /// Somebody opened the row that gathers the small ones.
    void othersOpened();
    /// A menu for a bar, or for the chart when the mark is -1, at a place of the screen.
    void menuWanted(int mark, QPoint place);
    /// The keyboard came to the chart or to another of its bars.
    void focused();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    const Plot &plot() const;
    QRectF exportButton() const;
    void paintPicture(QPainter &painter);
    void forget();
    /// Whether others were told of deals that are pointed at or walked on.
    bool telling() const;
    /// Leaves the bar that is pointed at or walked on where a narrow chart draws none.
    void keepToMarks();
    void hover(int mark);

    reports::ChartTable m_table;
    reports::ChartTable m_part;
    PlotStyle m_style;
    std::set<int> m_chosen;
    std::set<int> m_lit;
    int m_current = -1;
    int m_hovered = -1;
    mutable std::unique_ptr<Plot> m_plot;
    QImage m_image;
};

} // namespace dealscape::charts
