// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>
#include <QWidget>

#include <vector>

namespace dealscape::shell {

/// One choice of a row of segments, or a lone button of the bar: a field with a border, tinted and underlined when it is on.
class SegmentButton : public QToolButton {
    Q_OBJECT

public:
    enum class Place { First, Middle, Last, Alone };
    /// Whether its name stands beside its icon.
    enum class Words { Shown, Omitted };

    SegmentButton(QAction *action, Place place, QWidget *parent);

    void setWords(Words words);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Place m_place;
    Words m_words = Words::Shown;
};

/// A row of buttons of which one is on.
class Segments : public QWidget {
    Q_OBJECT

public:
    Segments(const QString &name, const std::vector<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace dealscape::shell
