// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "reports/chartground.h"
#include "style/theme.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace dealscape::charts {

class ChartView;

/// Several charts of one dataset that look at the same thing. It knows no document: it is told what to show, what is chosen
/// and what is lit, and tells what was picked. Bars show which part of them the chosen deals make.
class ChartSet : public QWidget {
    Q_OBJECT

public:
    ~ChartSet() override;

    /// Computes the charts anew when anything differs from what was shown before. Without a subject they are about
    /// everything that the perspective shows.
    void look(std::shared_ptr<const Dataset> dataset, const Perspective &perspective, const std::optional<OrganizationId> &subject);
    void setChosen(const std::vector<int> &deals);
    void setLit(const std::vector<int> &deals);
    virtual void setTheme(style::ThemeKind theme) = 0;

    /// In reading order.
    const std::vector<ChartView *> &charts() const { return m_charts; }
    const Perspective &perspective() const { return m_perspective; }
    const std::optional<OrganizationId> &subject() const { return m_subject; }

Q_SIGNALS:
    void dealsActivated(const std::vector<int> &deals);
    /// Empty when nothing is hovered any more.
    void dealsHovered(const std::vector<int> &deals);
    /// A menu was asked for at a place of the screen, for a chart and the bar at a position in its marks, or -1.
    void menuWanted(dealscape::charts::ChartView *chart, int mark, QPoint place);

protected:
    /// Rows of a group beyond the largest `most` are gathered into one until somebody opens it.
    ChartSet(int most, QWidget *parent);

    ChartView *add(QWidget *parent);
    /// What a chart is asked, by its position in charts(); the subject and the number of rows are filled in.
    virtual reports::ChartQuestion question(std::size_t chart) const = 0;
    /// After the charts have new tables.
    virtual void arrange() = 0;
    /// Asks every chart anew.
    void rebuild();
    const Dataset *dataset() const { return m_dataset.get(); }

private:
    reports::ChartQuestion asked(std::size_t chart) const;
    void showParts();

    std::vector<ChartView *> m_charts;
    std::shared_ptr<const Dataset> m_dataset;
    std::unique_ptr<Index> m_index;
    std::optional<reports::ChartGround> m_ground;
    Perspective m_perspective;
    std::optional<OrganizationId> m_subject;
    std::vector<int> m_chosen;
    int m_fewest;
    int m_most;
};

} // namespace dealscape::charts
