// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartset.h"

class QScrollArea;

namespace dealscape::charts {

class PageHead;

/// All charts of what is looked at, as cards: by partner (or kind, layer, certainty, country) in dollars and in gigawatts, price a
/// gigawatt, over time, by year of term, whether the headlines add up, and on whom it rests. The lens decides whether those
/// in dollars or in gigawatts come first, and which of the two the last two speak of.
class ChartsPage : public ChartSet {
    Q_OBJECT

public:
    explicit ChartsPage(QWidget *parent = nullptr);

    /// A chart by a name to look for, "By country, dollars", with the way that it is taken apart if it can be taken apart in several.
    struct Named {
        QString name;
        std::size_t chart = 0;
        std::optional<reports::ChartKind> by;
    };
    static std::vector<Named> names();

    void setTheme(style::ThemeKind theme) override;
    /// Scrolls to a chart, taken apart as it says, and gives it the keyboard.
    void open(const Named &named);
    void setBy(reports::ChartKind by);
    void setBound(reports::ChartBound bound);
    /// Scrolls as far as is needed to see a chart.
    void reveal(ChartView *chart);

protected:
    reports::ChartQuestion question(std::size_t chart) const override;
    void arrange() override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum Card { Value, Power, Price, Time, TimePower, Years, YearsPower, Shares, Headlines, CardCount };

    std::vector<std::vector<Card>> rows(int room) const;

    reports::ChartKind m_by = reports::ChartKind::Partner;
    reports::ChartBound m_bound = reports::ChartBound::Range;
    style::ThemeKind m_theme = style::ThemeKind::Light;
    PageHead *m_head;
    QScrollArea *m_scroll;
    QWidget *m_cards;
};

} // namespace dealscape::charts
