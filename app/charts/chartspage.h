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
        std::optional<view::ChartKind> by;
    };
    static std::vector<Named> names();

    void setTheme(view::ThemeKind theme) override;
    /// Scrolls to a chart, taken apart as it says, and gives it the keyboard.
    void open(const Named &named);
    void setBy(view::ChartKind by);
    void setBound(view::ChartBound bound);
    /// Scrolls as far as is needed to see a chart.
    void reveal(ChartView *chart);

protected:
    view::ChartQuestion question(std::size_t chart) const override;
    void arrange() override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum Card { Value, Power, Price, Time, TimePower, Years, YearsPower, Shares, Headlines, CardCount };

    std::vector<std::vector<Card>> rows(int room) const;

    view::ChartKind m_by = view::ChartKind::Partner;
    view::ChartBound m_bound = view::ChartBound::Range;
    view::ThemeKind m_theme = view::ThemeKind::Light;
    PageHead *m_head;
    QScrollArea *m_scroll;
    QWidget *m_cards;
};

} // namespace dealscape::charts
