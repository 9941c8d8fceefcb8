// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/date.h"
#include "domain/extras.h"
#include "domain/id.h"
#include "domain/vocabulary.h"

#include <optional>
#include <string>

namespace dealscape {

/// Where a figure comes from. The address is https and belongs to the publisher named; where there is none,
/// publisher, title and date stand alone. A title in square brackets is a description, not the page's own headline.
struct Source {
    SourceId id;
    std::string publisher;
    std::string title;
    std::optional<Date> date;
    std::string url;
    SourceBasis basis = SourceBasis::Page;
    Extras extras;

    friend bool operator==(const Source &, const Source &) = default;
};

} // namespace dealscape
