// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>
#include <QWidget>

#include <vector>

namespace dealscape::widgets {

/// One choice of a row of segments, or a lone button of the bar: a field with a border, tinted and underlined when it is on.
class SegmentButton : public QToolButton {
    Q_OBJECT

public:
    enum class Place { First, Middle, Last, Alone };

    SegmentButton(QAction *action, Place place, QWidget *parent);

    /// With its word, or the icon alone, which is the least.
    QSize sizeHint() const override { return {m_compact ? minimumSizeHint().width() : fullWidth(), minimumSizeHint().height()}; }
    QSize minimumSizeHint() const override;
    int fullWidth() const;
    void setCompact(bool compact);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Place m_place;
    bool m_compact = false;
};

/// A row of buttons of which one is on.
class Segments : public QWidget {
    Q_OBJECT

public:
    Segments(const QString &name, const std::vector<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace dealscape::widgets
