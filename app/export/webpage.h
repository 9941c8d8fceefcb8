// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"
#include "domain/story.h"
#include "picture/picture.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <set>

namespace dealscape::exporting {

/// What a web page shows: a perspective, and the scenes of a story if there is one.
struct WebPage {
    Perspective perspective;
    /// As those of a picture::PictureRequest.
    std::optional<std::vector<KeptPlace>> hands = {};
    std::shared_ptr<const Dataset> whole = {};
    std::set<int> opened = {};
    const Story *story = nullptr;
    /// The scene to begin with, from 1.
    int start = 1;
    /// Empty for the dataset's title.
    QString title = {};
    QString author = {};
};

/// One HTML file that needs nothing else: the network by value and by power as SVG, its legend as filter, the scenes with their
/// charts, and every deal shown as a table with its sources. It asks for nothing over the network and forbids itself to by its
/// content security policy; texts of the dataset are escaped or told as JSON and never become markup. Without scripts it can be
/// read from top to bottom. The same input gives the same bytes. Works in any thread; empty when cancelled.
QByteArray webPage(const Index &index, const WebPage &page, const Progress &progress = {});

} // namespace dealscape::exporting
