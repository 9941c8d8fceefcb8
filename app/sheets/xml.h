// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QXmlStreamReader>

#include <optional>
#include <string>
#include <string_view>

namespace dealscape::sheets {

/// The next token of a document that may come from anywhere: a document that declares entities of its own, or refers to some, is
/// refused, so that nothing grows and no other file is read. Names are local names.
QXmlStreamReader::TokenType step(QXmlStreamReader &xml);

/// Moves on to the next element inside the one whose depth was given, skipping texts; false at its end.
bool stepInto(QXmlStreamReader &xml);

/// An attribute by its local name; empty when there is none.
QString attribute(const QXmlStreamReader &xml, QLatin1String name);
std::optional<double> number(const QString &text);

/// The text of the element and of all elements in it.
std::string innerText(QXmlStreamReader &xml);

/// A sentence for what stopped the reader, with its line.
std::string describe(const QXmlStreamReader &xml, std::string_view part);

/// Whether no text between two signs of markup is longer than the limit.
bool textsFit(std::string_view xml, std::size_t limit);

} // namespace dealscape::sheets
