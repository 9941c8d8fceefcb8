// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/history.h"

namespace dealscape::document {

void History::restart(Viewpoint first)
{
    m_steps.clear();
    m_steps.push_back(std::move(first));
    m_position = 0;
}

void History::push(Viewpoint next)
{
    m_steps.resize(m_position + 1);
    m_steps.push_back(std::move(next));
    if (m_steps.size() > limit())
        m_steps.pop_front();
    m_position = m_steps.size() - 1;
}

bool History::goBack()
{
    if (!canGoBack())
        return false;
    --m_position;
    return true;
}

bool History::goForward()
{
    if (!canGoForward())
        return false;
    ++m_position;
    return true;
}

} // namespace dealscape::document
