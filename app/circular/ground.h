// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"

namespace dealscape::circular {

/// What an answer was worked out on: a dataset and which of its deals are in view, whatever the picture looks like.
struct Ground {
    document::SnapshotPointer snapshot;
    Filter filter;
    std::optional<Focus> focus;

    static Ground of(const document::Document &document)
    {
        return {document.snapshot(), document.perspective().filter, document.perspective().focus};
    }
    Perspective perspective() const
    {
        Perspective bare;
        bare.filter = filter;
        bare.focus = focus;
        return bare;
    }

    friend bool operator==(const Ground &, const Ground &) = default;
};

} // namespace dealscape::circular
