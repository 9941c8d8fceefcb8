// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/picturejob.h"

#include <QSizeF>

#include <future>
#include <memory>
#include <optional>
#include <vector>

namespace dealscape::shell {

/// The embedded dataset, read and placed by another thread while the toolkit and the window come up, so that the first
/// frame already shows the network. The order is: construct (reading begins), placeFor() once there is an application with
/// its typeface, snapshot() when the document is wanted, known() when the first frame is about to be painted. It stands apart from
/// document::Background: it begins before there is an application with events, and is waited for instead of delivered.
class EarlyStart {
public:
    EarlyStart();

    /// Begins to place what a perspective shows (by default the dataset's own opening) for a canvas of that size.
    void placeFor(QSizeF canvas, const std::optional<Perspective> &perspective);

    /// Waits for the reading, which ended long ago as a rule. Null when the embedded dataset has errors.
    document::SnapshotPointer snapshot();
    const std::vector<io::Issue> &issues() const { return m_read.get().issues; }
    /// Waits for the layout; nothing when none was asked for.
    std::optional<document::KnownLayout> known();

private:
    struct Read {
        document::SnapshotPointer snapshot;
        std::vector<io::Issue> issues;
    };
    static Read read();

    std::shared_future<Read> m_read;
    std::future<std::optional<document::KnownLayout>> m_known;
};

} // namespace dealscape::shell
