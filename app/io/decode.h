// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "io/members.h"

namespace dealscape::io {

/// One record of a file into one value of the domain. Each reports what is wrong with the record by itself: missing
/// members, types, words, ranges and figures that contradict each other. Whether ids exist is checked once all are read.
void read(Reading &reading, Node &node, Layer &layer);
void read(Reading &reading, Node &node, Organization &organization);
void read(Reading &reading, Node &node, Deal &deal);
void read(Reading &reading, Node &node, OverlapGroup &group);
void read(Reading &reading, Node &node, Source &source);
void read(Reading &reading, Node &node, Claim &claim);
void read(Reading &reading, Node &node, ArticleItem &item);
void read(Reading &reading, Node &node, Story &story);
void read(Reading &reading, Node &node, KeptArrangement &arrangement);
void read(Reading &reading, Node &node, Perspective &perspective);
void read(Reading &reading, Node &node, FixedScales &scales);

/// Parts of records.
void read(Reading &reading, Node &node, Listing &listing);
void read(Reading &reading, Node &node, Valuation &valuation);
void read(Reading &reading, Node &node, Estimate &estimate);
void read(Reading &reading, Node &node, CertaintyPart &part);
void read(Reading &reading, Node &node, PowerStatement &statement);
void read(Reading &reading, Node &node, Term &term);
void read(Reading &reading, Node &node, Overlap &overlap);
void read(Reading &reading, Node &node, Reported &reported);
void read(Reading &reading, Node &node, Umbrella &umbrella);
void read(Reading &reading, Node &node, ReportedEdge &edge);
void read(Reading &reading, Node &node, Scene &scene);
void read(Reading &reading, Node &node, Trail &trail);
void read(Reading &reading, Node &node, KeptPlace &place);

/// The sources of a deal or a claim, of which there must be one.
void readSources(Members &members, std::vector<SourceId> &sources, std::string_view owner);

/// Years a term may name and tiers a deal may have.
inline constexpr int firstYear = 1900;
inline constexpr int lastYear = 2200;
inline constexpr int lastTier = 9;

} // namespace dealscape::io
