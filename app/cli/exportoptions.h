// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "export/exhibit.h"

#include <optional>

namespace dealscape::cli {

/// Declares what only an export has beside declarePicture(): presets and sizes on paper, parts, letters, scope, words.
void declareExport(QCommandLineParser &parser);

/// What to write and how, from the options. An unusable value is reported and gives nothing; exitCode says what kind it was.
struct ExportRequest {
    exporting::PictureOptions options;
    exporting::Sight sight;
};
std::optional<ExportRequest> exportRequest(Call &call, const Index &index, int &exitCode);

} // namespace dealscape::cli
