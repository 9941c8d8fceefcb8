// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"

#include <QBasicTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;

namespace dealscape::panels {

class TimeTrack;

/// Every month to the last announcement of a dataset, in order, from the one that fewer than one deal in fifty precede: what is older
/// belongs to the first month, so that one early deal does not take the room of all others. Empty without deals. O(n log n).
std::vector<Date> monthsOf(const Dataset &dataset);

/// "31 of 50 deals announced until March 2025: compute $120B, equity $45–60B": counted once, summed inside one flow class
/// only, the largest two and how many more there are.
QString soFar(const document::Document &document, int all);

/// The bar that shows the network as it stood at the end of a month, and plays it month by month over those that have deals:
/// it sets the last date of the filter. A last date that is a year ends with its December. All moves of one series are one step of the
/// history. At the right end there is no last date. Space plays and pauses while the keyboard is here, Escape asks to close. Two buttons
/// step by a month, one changes the speed.
class TimeBar : public QWidget {
    Q_OBJECT

public:
    explicit TimeBar(document::Document &document, QWidget *parent = nullptr);

    bool playing() const { return m_ticks.isActive(); }
    void play();
    void pause();
    /// Milliseconds from one month to the next while playing.
    void setPace(int milliseconds) { m_pace = milliseconds; }
    /// How many times as fast as the pace it plays: a half, 1, 2 or 4.
    double speed() const;
    TimeTrack &track() { return *m_track; }

Q_SIGNALS:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void documentChanged(document::Changes what);
    void reflect();
    void countMonths();
    void moveTo(int month);
    void showPlaying();
    void step(int months);
    void changeSpeed();

    document::Document &m_document;
    std::vector<Date> m_months;
    /// The dataset and the perspective without a last date that the months were counted for, and how many deals they have.
    document::SnapshotPointer m_counted;
    Perspective m_ground;
    int m_all = 0;
    QToolButton *m_play;
    QToolButton *m_back;
    QToolButton *m_on;
    QToolButton *m_speed;
    TimeTrack *m_track;
    QLabel *m_month;
    QLabel *m_words;
    QToolButton *m_close;
    QBasicTimer m_ticks;
    int m_pace = 500;
    std::size_t m_speedStep = 1;
    bool m_moving = false;
    bool m_inSeries = false;
};

} // namespace dealscape::panels
