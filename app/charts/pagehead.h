// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "view/charttable.h"
#include "view/theme.h"

#include <QWidget>

#include <vector>

namespace dealscape::charts {

class Segment;

/// The strip above the cards: what the page is about, the choice of rows and of the bound, and the key of certainties.
class PageHead : public QWidget {
    Q_OBJECT

public:
    explicit PageHead(QWidget *parent = nullptr);

    void setSubject(const QString &name);
    void setTheme(view::ThemeKind theme);
    void setBy(view::ChartKind by);
    void setBound(view::ChartBound bound);

Q_SIGNALS:
    void byChosen(dealscape::view::ChartKind by);
    void boundChosen(dealscape::view::ChartBound bound);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void paintKey(QPainter &painter, double left) const;

    QString m_subject;
    view::ThemeKind m_theme = view::ThemeKind::Light;
    std::vector<Segment *> m_by;
    std::vector<Segment *> m_bound;
};

} // namespace dealscape::charts
