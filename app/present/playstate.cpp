// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/playstate.h"

#include <Qt>

#include <algorithm>

namespace dealscape::present {

namespace {

constexpr qsizetype mostDigits = 3;

} // namespace

PlayState::PlayState(int count, int start) : m_count(std::max(1, count)), m_scene(std::clamp(start, 0, m_count - 1)) {}

Tellings PlayState::press(int key)
{
    if (key >= Qt::Key_0 && key <= Qt::Key_9)
        return typed(key);
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return confirm();
    case Qt::Key_Escape:
        return !m_digits.isEmpty() ? dropDigits() : m_help || m_opened >= 0 ? open(-1) : end();
    default:
        break;
    }
    const Tellings dropped = dropDigits();
    switch (key) {
    case Qt::Key_Space:
    case Qt::Key_PageDown:
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_N:
        return dropped | next();
    case Qt::Key_PageUp:
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_Backspace:
    case Qt::Key_P:
        return dropped | previous();
    case Qt::Key_Home:
        return dropped | goTo(0);
    case Qt::Key_End:
        return dropped | goTo(m_count - 1);
    case Qt::Key_B:
    case Qt::Key_Period:
        return dropped | toggle(Cover::Black);
    case Qt::Key_W:
    case Qt::Key_Comma:
        return dropped | toggle(Cover::White);
    case Qt::Key_L:
        m_spotlight = !m_spotlight;
        return dropped | Told::Spotlight;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return dropped | zoom(1);
    case Qt::Key_Minus:
        return dropped | zoom(-1);
    case Qt::Key_Question:
    case Qt::Key_F1:
        m_help = !m_help;
        return dropped | Told::Panel;
    case Qt::Key_S:
        return dropped | Told::Windows;
    default:
        return dropped;
    }
}

Tellings PlayState::typed(int key)
{
    if (m_digits.isEmpty() && key == Qt::Key_0)
        return zoom(-m_zoom);
    if (m_digits.size() < mostDigits)
        m_digits += QChar(u'0' + (key - Qt::Key_0));
    return Told::Digits;
}

Tellings PlayState::confirm()
{
    if (m_digits.isEmpty())
        return next();
    const int number = m_digits.toInt();
    const Tellings dropped = dropDigits();
    return number >= 1 && number <= m_count ? dropped | goTo(number - 1) : dropped;
}

Tellings PlayState::dropDigits()
{
    if (m_digits.isEmpty())
        return {};
    m_digits.clear();
    return Told::Digits;
}

Tellings PlayState::goTo(int scene)
{
    Tellings told;
    if (m_cover != Cover::None) {
        m_cover = Cover::None;
        told |= Told::Cover;
    }
    if (m_help || m_opened >= 0)
        told |= open(-1);
    const int there = std::clamp(scene, 0, m_count - 1);
    if (there == m_scene)
        return told;
    m_scene = there;
    return told | Told::Scene | zoom(-m_zoom);
}

Tellings PlayState::next()
{
    if (m_cover == Cover::End)
        return {};
    if (m_cover != Cover::None)
        return toggle(m_cover);
    return m_scene + 1 < m_count ? goTo(m_scene + 1) : open(-1) | toggle(Cover::End);
}

Tellings PlayState::previous()
{
    return m_cover == Cover::None ? goTo(m_scene - 1) : toggle(m_cover);
}

Tellings PlayState::toggle(Cover cover)
{
    m_cover = m_cover == cover ? Cover::None : cover;
    return Told::Cover;
}

Tellings PlayState::zoom(int steps)
{
    const int there = std::clamp(m_zoom + steps, 0, mostZoomSteps());
    if (there == m_zoom)
        return {};
    m_zoom = there;
    return Told::Zoom;
}

Tellings PlayState::open(int node)
{
    if (!m_help && m_opened == node)
        return {};
    m_help = false;
    m_opened = node;
    return Told::Panel;
}

Tellings PlayState::end()
{
    m_ended = true;
    return Told::Ended;
}

} // namespace dealscape::present
