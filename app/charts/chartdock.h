// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartset.h"

namespace dealscape::charts {

/// Two small charts of what is looked at, for a side panel: by partner in dollars, and by partner in gigawatts. As high as both
/// need at its width: put it into a scroll area.
class ChartDock : public ChartSet {
    Q_OBJECT

public:
    /// Rows of a group beyond the largest `most` are gathered into one until somebody opens it.
    explicit ChartDock(int most = 8, QWidget *parent = nullptr);

    void setTheme(style::ThemeKind theme) override;

protected:
    reports::ChartQuestion question(std::size_t chart) const override;
    void arrange() override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    style::ThemeKind m_theme = style::ThemeKind::Light;
};

} // namespace dealscape::charts
