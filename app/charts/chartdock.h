// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/perspective.h"
#include "view/theme.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace dealscape::charts {

class ChartView;

/// Two small charts of what is looked at, for a side panel: by partner in dollars, and by partner in gigawatts. As high as both
/// need at its width: put it into a scroll area.
class ChartDock : public QWidget {
    Q_OBJECT

public:
    explicit ChartDock(QWidget *parent = nullptr);

    /// Without a subject the charts are about everything that the perspective shows.
    void look(std::shared_ptr<const Dataset> dataset, const Perspective &perspective, const std::optional<OrganizationId> &subject);
    void setChosen(const std::vector<int> &deals);
    void setTheme(view::ThemeKind theme);

Q_SIGNALS:
    void dealsActivated(const std::vector<int> &deals);
    void dealsHovered(const std::vector<int> &deals);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();
    void arrange();

    std::shared_ptr<const Dataset> m_dataset;
    Perspective m_perspective;
    std::optional<OrganizationId> m_subject;
    view::ThemeKind m_theme = view::ThemeKind::Light;
    int m_most = 8;
    ChartView *m_value = nullptr;
    ChartView *m_power = nullptr;
};

} // namespace dealscape::charts
