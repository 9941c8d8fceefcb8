// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/xml.h"

#include <QIODevice>

#include <charconv>
#include <cmath>

namespace dealscape::sheets {

QXmlStreamReader::TokenType step(QXmlStreamReader &xml)
{
    auto token = xml.readNext();
    const bool declares = token == QXmlStreamReader::DTD && !xml.entityDeclarations().isEmpty();
    if (declares || token == QXmlStreamReader::EntityReference) {
        xml.raiseError(declares ? QStringLiteral("it declares entities of its own, which are not followed")
                                : QStringLiteral("it refers to the entity \"%1\", which is not followed").arg(xml.name()));
        token = QXmlStreamReader::Invalid;
    }
    return token;
}

bool stepInto(QXmlStreamReader &xml)
{
    for (;;) {
        const auto token = step(xml);
        if (token == QXmlStreamReader::StartElement)
            return true;
        if (token == QXmlStreamReader::EndElement || token == QXmlStreamReader::Invalid || token == QXmlStreamReader::EndDocument)
            return false;
    }
}

QString attribute(const QXmlStreamReader &xml, QLatin1String name)
{
    const auto attributes = xml.attributes();
    for (const QXmlStreamAttribute &each : attributes)
        if (each.name() == name)
            return each.value().toString();
    return {};
}

std::optional<double> number(const QString &text)
{
    const std::string bytes = text.trimmed().toStdString();
    double value = 0;
    const char *begin = bytes.data() + (!bytes.empty() && bytes.front() == '+');
    const auto [end, error] = std::from_chars(begin, bytes.data() + bytes.size(), value);
    if (error != std::errc() || end != bytes.data() + bytes.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string innerText(QXmlStreamReader &xml)
{
    QString text;
    int depth = 1;
    while (depth > 0) {
        const auto token = step(xml);
        if (token == QXmlStreamReader::StartElement)
            ++depth;
        else if (token == QXmlStreamReader::EndElement)
            --depth;
        else if (token == QXmlStreamReader::Characters)
            text += xml.text();
        else if (token == QXmlStreamReader::Invalid || token == QXmlStreamReader::EndDocument)
            break;
    }
    return text.toStdString();
}

std::string describe(const QXmlStreamReader &xml, std::string_view part)
{
    std::string why = xml.errorString().toStdString();
    if (xml.device() && xml.error() != QXmlStreamReader::CustomError && !xml.device()->errorString().isEmpty() &&
        xml.device()->errorString() != QLatin1String("Unknown error"))
        why = xml.device()->errorString().toStdString();
    if (xml.error() == QXmlStreamReader::PrematureEndOfDocumentError && why.find("part of the file") == std::string::npos &&
        why.find("too long") == std::string::npos)
        why = "it ends too early";
    return (part.empty() ? std::string() : std::string(part) + ", ") + "line " + std::to_string(xml.lineNumber()) + ": " + why;
}

bool textsFit(std::string_view xml, std::size_t limit)
{
    for (std::size_t at = 0; at < xml.size();) {
        const std::size_t next = std::min(xml.find('<', at), xml.size());
        if (next - at > limit)
            return false;
        at = next + 1;
    }
    return true;
}

} // namespace dealscape::sheets
