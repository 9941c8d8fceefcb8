// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/viewmemory.h"

#include "settings/settings.h"

#include <utility>

namespace dealscape::settings {

namespace {

/// A playing time bar changes the view many times a second.
constexpr int viewMemoryPause = 1000;

} // namespace

ViewMemory::ViewMemory(document::Document &document, Settings &settings, QObject *parent)
    : QObject(parent), m_document(document), m_settings(settings)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(viewMemoryPause);
    connect(&m_soon, &QTimer::timeout, this, &ViewMemory::flush);
    connect(&document, &document::Document::changed, this, &ViewMemory::documentChanged);
}

ViewMemory::~ViewMemory()
{
    flush();
}

void ViewMemory::documentChanged(document::Changes what)
{
    using document::Change;
    const document::Origin origin = m_document.origin();
    const bool known = origin == document::Origin::File || origin == document::Origin::Embedded;
    if (what.testFlag(Change::Dataset) && !what.testFlag(Change::Edited)) {
        flush();
        if (known)
            restore();
    } else if (known && what & (document::Changes(Change::Perspective) | Change::File)) {
        m_path = m_document.path();
        m_seen = m_document.perspective();
        m_unwritten = true;
        m_soon.start();
    }
}

void ViewMemory::restore()
{
    const auto last = m_settings.perspective(m_document.path());
    if (!last)
        return;
    document::Viewpoint viewpoint = m_document.viewpoint();
    viewpoint.perspective = *last;
    m_document.look(viewpoint, document::Step::Continued);
}

void ViewMemory::flush()
{
    m_soon.stop();
    if (!std::exchange(m_unwritten, false))
        return;
    m_settings.setPerspective(m_path, m_seen);
}

} // namespace dealscape::settings

#include "moc_viewmemory.cpp"
