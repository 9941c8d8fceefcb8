// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/viewpoint.h"

#include <deque>

namespace dealscape::document {

/// The way somebody came: viewpoints in the order they were taken, with one of them current. Taking a new one forgets
/// those ahead; at most limit() are kept, the oldest go first.
class History {
public:
    static constexpr std::size_t limit() { return 200; }

    const Viewpoint &current() const { return m_steps[m_position]; }
    /// The viewpoint that Back leads to; null when there is none.
    const Viewpoint *previous() const { return canGoBack() ? &m_steps[m_position - 1] : nullptr; }
    bool canGoBack() const { return m_position > 0; }
    bool canGoForward() const { return m_position + 1 < m_steps.size(); }
    std::size_t position() const { return m_position; }
    std::size_t size() const { return m_steps.size(); }

    /// Forgets everything and stands at one viewpoint.
    void restart(Viewpoint first);
    void push(Viewpoint next);
    /// Changes the current viewpoint without a step: for the camera, and for a series of small changes such as typing.
    void amend(Viewpoint now) { m_steps[m_position] = std::move(now); }
    /// Changes every step, for a dataset that no longer knows what they name.
    template <class Changing>
    void change(Changing changing)
    {
        for (Viewpoint &step : m_steps)
            changing(step);
    }
    /// Moves by one step and returns whether there was one.
    bool goBack();
    bool goForward();

private:
    std::deque<Viewpoint> m_steps{Viewpoint()};
    std::size_t m_position = 0;
};

} // namespace dealscape::document
