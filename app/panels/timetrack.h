// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"

#include <QSlider>

#include <vector>

namespace dealscape::panels {

/// A slider over months, with an upright bar for the number of deals of each and the years below. A click goes to the month
/// that was hit. Space is left to whoever owns it.
class TimeTrack : public QSlider {
    Q_OBJECT

public:
    explicit TimeTrack(QWidget *parent = nullptr);

    /// One month for each number of deals, without gaps, starting with the first.
    void setMonths(const Date &first, std::vector<int> deals);
    int dealsIn(int month) const { return m_deals[static_cast<std::size_t>(month)]; }
    /// Where a month stands, in pixels from the left.
    double positionOf(double month) const;
    QSize sizeHint() const override { return {480, 52}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintBars(QPainter &painter) const;
    void paintYears(QPainter &painter) const;
    void moveTo(double x);

    Date m_first;
    std::vector<int> m_deals;
};

} // namespace dealscape::panels
