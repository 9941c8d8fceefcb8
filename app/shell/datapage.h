// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/snapshot.h"
#include "widgets/readingpage.h"

namespace dealscape::shell {

/// What there is to know about a dataset before one quotes it: what it is and of which day, how much is in it, how its sources were
/// consulted, and its notes.
void writeData(widgets::ReadingPage &page, const document::Snapshot &snapshot);

/// A statement about a total in full, with what it adds up and its sources.
void writeClaim(widgets::ReadingPage &page, const document::Snapshot &snapshot, const Claim &claim);

} // namespace dealscape::shell
