// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/snapshot.h"
#include "io/reader.h"
#include "resources/embedded.h"

#include <QTest>

/// The datasets that carry a story.
namespace stories {

inline dealscape::document::SnapshotPointer embedded()
{
    auto read = dealscape::io::readDataset(dealscape::resources::defaultDataset(), "embedded");
    return std::make_shared<dealscape::document::Snapshot>(std::make_shared<const dealscape::Dataset>(std::move(read.dataset.value())), 1);
}

inline dealscape::slides::Slide slideOf(const dealscape::document::Snapshot &snapshot, int scene)
{
    const dealscape::Story &story = snapshot.dataset().stories.front();
    return dealscape::slides::slide(snapshot.index(), story.scenes[static_cast<std::size_t>(scene)],
                                    {scene + 1, static_cast<int>(story.scenes.size())}, dealscape::style::ThemeKind::Light, {1920, 1080});
}

} // namespace stories
