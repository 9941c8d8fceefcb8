// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"

namespace dealscape::document {

inline const OrganizationId openai("openai");
inline const OrganizationId nvidia("nvidia");
inline const OrganizationId oracle("oracle");

} // namespace dealscape::document
