// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "io/reader.h"

#include <QFile>

#include <string>
#include <string_view>

/// Small documents for the tests of reading.
namespace samples {

inline QByteArray file(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot open %s", qPrintable(path));
    return file.readAll();
}

inline std::string testFile(const char *name)
{
    return file(dealscape::testing::roomData() + QLatin1Char('/') + QLatin1String(name)).toStdString();
}

inline std::string dataset(const char *name)
{
    return file(dealscape::testing::shippedData() + QLatin1Char('/') + QLatin1String(name)).toStdString();
}

/// A document with two parties, one deal and one source; further text goes where the names say.
struct Document {
    std::string top = {};
    std::string organization = {};
    std::string deal = {};
    std::string value = R"("low": 1, "high": 2)";

    std::string text() const
    {
        return R"({"format": "dealscape", "version": 1, "organizations": [{"id": "a", "name": "A", "layer": "cloud")" + organization +
            R"(}, {"id": "b", "name": "B", "layer": "chips"}], "deals": [{"id": "d", "supplier": "a", "customer": "b", "payer": "b",
            "payee": "a", "kind": "loan", "flowClass": "capital", "value": {)" +
            value + R"(}, "announced": "2025", "status": "signed", "certainty": "binding", "sources": ["s"])" + deal +
            R"(}], "sources": [{"id": "s", "publisher": "P", "title": "T"}])" + top + "}";
    }
};

inline dealscape::io::ReadResult read(const std::string &text)
{
    return dealscape::io::readDataset(text, "test.json");
}

inline QStringList described(const dealscape::io::ReadResult &result)
{
    QStringList issues;
    for (const dealscape::io::Issue &issue : result.issues)
        issues.append(QString::fromStdString(describe(issue)));
    return issues;
}

/// The dataset of a text that must be sound.
inline dealscape::Dataset sound(const std::string &text)
{
    dealscape::io::ReadResult result = read(text);
    if (!result.dataset)
        qFatal("%s", qPrintable(described(result).join(QLatin1Char('\n'))));
    return *result.dataset;
}

} // namespace samples
