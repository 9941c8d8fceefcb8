// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/perspective.h"
#include "view/charttable.h"
#include "view/theme.h"

#include <QWidget>

#include <array>
#include <memory>
#include <optional>
#include <vector>

class QScrollArea;

namespace dealscape::charts {

class ChartView;
class PageHead;

/// All charts of what is looked at, as cards: by partner (or kind, layer, certainty, country) in dollars and in gigawatts, price a
/// gigawatt, over time, by year of term, whether the headlines add up, and on whom it rests. The page knows no document: it
/// is told what to show and tells what was picked.
class ChartsPage : public QWidget {
    Q_OBJECT

public:
    explicit ChartsPage(QWidget *parent = nullptr);
    ~ChartsPage() override;

    /// Computes the charts anew when anything differs from what was shown before.
    void look(std::shared_ptr<const Dataset> dataset, const Perspective &perspective, const std::optional<OrganizationId> &subject);
    void setChosen(const std::vector<int> &deals);
    void setTheme(view::ThemeKind theme);
    void setBy(view::ChartKind by);
    void setBound(view::ChartBound bound);

    /// The cards in reading order.
    std::vector<ChartView *> charts() const;

Q_SIGNALS:
    void dealsActivated(const std::vector<int> &deals);
    void dealsHovered(const std::vector<int> &deals);
    void exportAsked(const dealscape::view::ChartTable &table);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum Card { Value, Power, Price, Time, TimePower, Years, YearsPower, Shares, Headlines, CardCount };

    void rebuild();
    void arrange();
    view::ChartQuestion question(Card card) const;

    std::shared_ptr<const Dataset> m_dataset;
    Perspective m_perspective;
    std::optional<OrganizationId> m_subject;
    view::ChartKind m_by = view::ChartKind::Partner;
    view::ChartBound m_bound = view::ChartBound::Range;
    view::ThemeKind m_theme = view::ThemeKind::Light;
    int m_most = 10;
    PageHead *m_head = nullptr;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_cards = nullptr;
    std::array<ChartView *, CardCount> m_charts{};
};

} // namespace dealscape::charts
