// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/perspective.h"
#include "domain/result.h"

#include <string>
#include <string_view>

namespace dealscape::io {

/// A perspective as one line of JSON, with the members that the native format gives it; those that hold their default are left
/// out, so the default perspective is "{}". For settings and for pictures that lead back to what they show. Linear.
std::string perspectiveText(const Perspective &perspective);

/// Reads what perspectiveText() writes. The error says what is wrong with the text and where. Members that this version does not
/// know are passed over; whether ids exist is not checked, since the text may be read beside another dataset. Linear.
Result<Perspective> readPerspective(std::string_view json);

} // namespace dealscape::io
