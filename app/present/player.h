// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/playstate.h"
#include "present/presenterwindow.h"
#include "present/screen.h"
#include "present/slides.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QScreen;

namespace dealscape::present {

/// Which of two screens the audience sees: the one beside the program's window, or that of the window itself.
enum class Seat : std::uint8_t { Beside, Here };

/// What is presented, and how.
struct Program {
    document::SnapshotPointer snapshot;
    /// Position in Dataset::stories.
    int story = 0;
    /// From 0.
    int start = 0;
    style::ThemeKind theme = style::ThemeKind::Light;
    Motion motion = Motion::Full;
    Seat seat = Seat::Beside;
    /// What scenes are compared with.
    Comparisons comparisons = {};
};

/// One presentation from its first scene to Escape: the audience's screen, the presenter's window, and the keys that move them.
/// With two screens the audience has the one beside the program's window and the presenter's window stays where that is; S
/// swaps them. With one screen, S shows and hides the presenter's window. Opens no dialog, whatever happens.
class Player : public QObject {
    Q_OBJECT

public:
    explicit Player(const Program &program, QObject *parent = nullptr);
    ~Player() override;

    /// Opens the windows; `home` is the screen of the program's window.
    void begin(QScreen *home);
    const PlayState &state() const { return m_state; }
    Screen &screen() { return *m_screen; }
    /// Null while it is not wanted.
    PresenterWindow *presenter() { return m_presenter.get(); }
    const Slides &slides() const { return m_slides; }

public Q_SLOTS:
    void press(int key);
    /// A screen was taken away: what stood there comes to one that is left, and the presenter's window gives way to the audience's.
    void screenRemoved(QScreen *screen);

Q_SIGNALS:
    /// A scene is on the screen, at rest or on its way.
    void shown(int scene);
    void told(dealscape::present::Tellings what);
    /// The speaker has swapped the screens.
    void seated(dealscape::present::Seat seat);
    /// Told once; nothing is told after it.
    void ended(int scene);

private:
    void tell(Tellings what);
    void showScene();
    /// The keys, or the deals of the opened disc, largest first.
    Panel panel() const;
    void showPresenter(QScreen *screen);
    void placeWindows();
    void changeOver();
    QScreen *other() const;

    PlayState m_state;
    Slides m_slides;
    std::unique_ptr<Screen> m_screen;
    std::unique_ptr<PresenterWindow> m_presenter;
    Seat m_seat;
    QPointer<QScreen> m_home;
    QPointer<QScreen> m_audience;
    QElapsedTimer m_clock;
    int m_shown = -1;
    bool m_over = false;
};

} // namespace dealscape::present
