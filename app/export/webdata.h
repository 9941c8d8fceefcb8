// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dataset.h"
#include "export/html.h"

#include <QJsonObject>

#include <set>

namespace dealscape::exporting {

/// What a web page tells of some deals, by their positions in the dataset: the deals with their facts and sources, and the
/// organisations at their ends.
QJsonObject webData(const Index &index, const std::set<int> &deals);

/// JSON that may stand inside of a script element: what could end the element or a line is escaped.
QByteArray scriptSafe(const QJsonObject &object);

/// The same deals as a table with links to their sources, the latest first.
void writeDealsTable(Html &html, const Index &index, const std::set<int> &deals);

} // namespace dealscape::exporting
