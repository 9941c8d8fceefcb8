// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "domain/result.h"
#include "exchange/records.h"
#include "network/network.h"
#include "picture/picture.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace dealscape::exporting {

/// Formats of other programs for the data itself.
enum class DataFormat { Csv, Xlsx, Ods, GraphMl, Gexf, Dot, NodeLink, FollowTheMoney };

struct DataFormatName {
    DataFormat format;
    /// As the command line takes it.
    const char *word;
    const char *suffix;
    /// As people read it.
    const char *label;
};
const QList<DataFormatName> &dataFormats();
std::optional<DataFormat> dataFormat(const QString &word);

/// Whether the format has room for places and colours.
bool showsPicture(DataFormat format);

/// The records in view of a picture: its organisations and deals.
exchange::Extract inView(const network::Network &network);

/// Writes records to a file, or, as CSV, deals to it and organisations to a second one beside it; gives the names of what was written.
/// A picture gives graphs their places and colours, for the organisations that it shows. Files are replaced whole or not at all.
Result<QStringList> writeData(const Index &index, const exchange::Extract &extract, DataFormat format, const QString &path,
                              const picture::Picture *picture = nullptr);

} // namespace dealscape::exporting
