// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/playstate.h"
#include "present/slides.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace dealscape::present {

/// A slide as a picture that keeps its shape; says so in words while it is being made.
class SlidePane : public QWidget {
    Q_OBJECT

public:
    enum class Frame { Plain, Accented };

    explicit SlidePane(Frame frame, QWidget *parent = nullptr);

    void setSlide(const PreparedPointer &slide);
    void setWords(const QString &words);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return width * 9 / 16; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    Frame m_frame;
    PreparedPointer m_slide;
    QString m_words;
    QImage m_image;
};

/// What the speaker sees: the scene that is shown and the next one, the notes in large type, every scene by number, the time
/// since the start, what is left of a planned length, and the time of day. Dark, whatever the audience sees. Everything that is done here
/// goes to the player.
class PresenterWindow : public QWidget {
    Q_OBJECT

public:
    PresenterWindow(const Slides &slides, const PlayState &state, QWidget *parent = nullptr);

    /// Shows the present state and whatever slides are ready.
    void refresh();
    /// Changes the size of the notes by so many steps.
    void enlargeNotes(int steps);
    /// Makes the planned length longer or shorter; without one, which is so at first, no time left is shown.
    void changeLength(int minutes);
    void setElapsed(const QElapsedTimer &clock) { m_elapsedClock = clock; }

Q_SIGNALS:
    void keyPressed(int key);
    void sceneAsked(int scene);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *head();
    QWidget *left();
    QWidget *right();
    QWidget *foot();
    QPushButton *button(const QString &text, const QString &tip, std::function<void()> run);
    void tick();
    void fitScenes();

    const Slides &m_slides;
    const PlayState &m_state;
    QElapsedTimer m_elapsedClock;
    QTimer m_ticking;
    QLabel *m_elapsed;
    QLabel *m_left;
    QLabel *m_clock;
    QLabel *m_nowTitle;
    QLabel *m_nextTitle;
    QLabel *m_inScene;
    SlidePane *m_now;
    SlidePane *m_next;
    QPlainTextEdit *m_notes;
    QListWidget *m_scenes;
    int m_noteSize = 24;
    int m_minutes = 0;
};

} // namespace dealscape::present
