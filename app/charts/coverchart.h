// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot.h"

#include <QWidget>

namespace dealscape::charts {

/// What is needed in each year or step as bars, from the low bound to the high one, against what there is as a line of steps. All numbers
/// are in one unit, which `unit` names.
struct CoverTable {
    struct Column {
        QString label;
        double low = 0;
        double high = 0;
        /// What there is to cover it; a table without cover leaves it 0.
        double cover = 0;
        /// The figures in a sentence: tooltip and spoken name.
        QString words;
    };

    QString title;
    /// One line on what is counted.
    QString counts;
    /// "$ billion", "GW", "% lost".
    QString unit;
    /// What the line stands for; empty for none.
    QString coverName;
    std::vector<Column> columns;
    /// Position of the first column that is not covered, or of the one being shown: marked in the accent; -1 for none.
    int marked = -1;
};

/// One such chart, drawn with Qt Charts like the others. A click or the arrow keys choose a column. Assistive technology hears the
/// figures of all columns, those of the marked one first, and again when another is marked.
class CoverChart : public QWidget {
    Q_OBJECT

public:
    explicit CoverChart(QWidget *parent = nullptr);
    ~CoverChart() override;

    void setTable(CoverTable table);
    const CoverTable &table() const { return m_table; }
    void setTheme(style::ThemeKind theme, const QColor &ground);
    QSize sizeHint() const override { return {360, 220}; }
    QSize minimumSizeHint() const override { return {200, 180}; }

Q_SIGNALS:
    void columnChosen(int column);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRectF plotArea() const;
    int columnAt(QPointF point) const;

    CoverTable m_table;
    PlotStyle m_style;
    /// Made when it is first painted at a size.
    std::unique_ptr<class Canvas> m_canvas;
};

} // namespace dealscape::charts
