// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QString>

#include <cstdint>

namespace dealscape::present {

/// What lies over the scene, so that people look at the speaker; End is what follows the last scene.
enum class Cover : std::uint8_t { None, Black, White, End };

/// What a key has changed.
enum class Told : std::uint8_t { Scene = 1, Cover = 2, Spotlight = 4, Digits = 8, Ended = 16, Zoom = 32, Windows = 64, Panel = 128 };
Q_DECLARE_FLAGS(Tellings, Told)
Q_DECLARE_OPERATORS_FOR_FLAGS(Tellings)

/// How far a presentation is: which scene, what covers it, what was typed. Keys go in, changes come out; nothing is drawn.
///
/// Space, Page Down, Right, Down, N and Enter go on; Page Up, Left, Up, P and Backspace go back: these are what clickers send. B or a
/// full stop blanks, W or a comma whitens, and the next key that goes anywhere uncovers first. Digits and Enter jump; Home and End go
/// to the ends; L lights a spot; + and - magnify and 0 returns; S changes the windows over; ? or F1 shows the keys; Escape drops typed
/// digits, then closes what was opened over the scene, then ends. After the last scene comes the end, and back from there the last scene.
class PlayState {
public:
    /// Scenes count from 0 here. A start outside is taken to the nearer end.
    explicit PlayState(int count, int start = 0);

    int count() const { return m_count; }
    int scene() const { return m_scene; }
    Cover cover() const { return m_cover; }
    bool spotlight() const { return m_spotlight; }
    bool ended() const { return m_ended; }
    const QString &digits() const { return m_digits; }
    /// Steps of magnification, 0 for none, each a quarter more than the one before.
    int zoomSteps() const { return m_zoom; }
    static constexpr int mostZoomSteps() { return 10; }
    /// Whether the keys are shown.
    bool help() const { return m_help; }
    /// The node of the scene's network whose deals are shown, or -1.
    int opened() const { return m_opened; }

    /// A key of Qt::Key.
    Tellings press(int key);
    Tellings goTo(int scene);
    Tellings next();
    Tellings previous();
    Tellings toggle(Cover cover);
    Tellings zoom(int steps);
    Tellings end();
    /// Shows the deals of a node of the scene, or with -1 closes what is opened over it.
    Tellings open(int node);

private:
    Tellings typed(int key);
    Tellings confirm();
    Tellings dropDigits();

    int m_count;
    int m_scene;
    Cover m_cover = Cover::None;
    bool m_spotlight = false;
    bool m_ended = false;
    QString m_digits;
    int m_zoom = 0;
    bool m_help = false;
    int m_opened = -1;
};

} // namespace dealscape::present
