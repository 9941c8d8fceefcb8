// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/options.h"

#include <QString>
#include <QVariantMap>

#include <set>

namespace dealscape::publishing {

/// What the export dialog was left at: how pictures are made, in which formats and where they go.
struct ExportChoices {
    exporting::PictureOptions options;
    std::set<exporting::Format> formats = {exporting::Format::Png};
    /// Empty until one was chosen.
    QString folder;
};

/// For the settings and back. What cannot be understood takes its default. The title of a picture, which belongs to one
/// dataset, and the size of the window are not kept.
QVariantMap toMap(const ExportChoices &choices);
ExportChoices choicesFrom(const QVariantMap &map);

} // namespace dealscape::publishing
