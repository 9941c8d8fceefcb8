// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/network.h"

#include <QString>

namespace dealscape::network {

/// "26 organisations, 40 deals on 34 edges".
QString countsSentence(const Network &network);

/// What the picture leaves out and why, in one paragraph of plain text: "Tier 1; counted once; value or capacity published;
/// not cancelled. 10 more counted deals publish neither value nor capacity and are not drawn."
QString filterSentence(const View &view);

/// "As of 3 July 2026, 106 sources"; without a date only the sources. As reported: "Article of October 2025".
QString asOfSentence(const View &view);

} // namespace dealscape::network
