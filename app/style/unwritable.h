// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"

#include <QString>

#include <vector>

namespace dealscape::style {

/// Positions of the organisations in whose names some letter is in no typeface installed here, so that it is drawn as a box.
/// Needs a QGuiApplication; linear in the names, and constant in letters met before. One thread at a time.
std::vector<int> unwritable(const Index &index);

/// "No typeface here has the letters of Tepco and 2 more: boxes are drawn in their place", by the ids of the organisations, since
/// their names cannot be read; empty where every name can be written.
QString unwritableSentence(const Index &index);

} // namespace dealscape::style
