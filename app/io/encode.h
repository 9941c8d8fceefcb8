// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/perspective.h"
#include "io/output.h"

namespace dealscape::io {

/// The members of a perspective, into the object that is open; those that hold their default are left out.
void writePerspective(Output &out, const Perspective &perspective);

} // namespace dealscape::io
