// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/charttable.h"
#include "style/theme.h"

#include <QWidget>

#include <vector>

namespace dealscape::charts {

class Segment;

/// The strip above the cards: what the page is about, the choice of rows and of the bound, and the key of certainties. It takes
/// more rows where it is narrow.
class PageHead : public QWidget {
    Q_OBJECT

public:
    explicit PageHead(QWidget *parent = nullptr);

    /// The ways in which bars can be taken apart, with their names: "Partner".
    static std::vector<std::pair<reports::ChartKind, QString>> waysApart();

    void setSubject(const QString &name);
    void setTheme(style::ThemeKind theme);
    void setBy(reports::ChartKind by);
    void setBound(reports::ChartBound bound);

Q_SIGNALS:
    void byChosen(dealscape::reports::ChartKind by);
    void boundChosen(dealscape::reports::ChartBound bound);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Choices {
        QString name;
        QPointF caption;
        std::vector<Segment *> segments;
    };

    void arrange();
    /// Where the subject begins, and how wide it is shown.
    double subjectLeft() const;
    double subjectWidth() const;
    void paintKey(QPainter &painter) const;

    QString m_subject;
    style::ThemeKind m_theme = style::ThemeKind::Light;
    Choices m_by;
    Choices m_bound;
    /// Where the key may begin, on its baseline, and what stands in each of its rows.
    QPointF m_key;
    std::vector<std::vector<Certainty>> m_keyRows;
};

} // namespace dealscape::charts
