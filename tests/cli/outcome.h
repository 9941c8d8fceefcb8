// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/cli.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <sstream>

namespace dealscape {

/// What a command line ended with and wrote.
struct Outcome {
    int code = 0;
    QString out;
    QString err;

    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

inline Outcome run(const QStringList &arguments)
{
    std::ostringstream out, err;
    const int code = cli::run(arguments, out, err);
    return {code, QString::fromStdString(out.str()), QString::fromStdString(err.str())};
}

/// Arguments with a space between each two.
inline Outcome run(const char *line)
{
    return run(QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

inline Outcome run(const QString &line)
{
    return run(line.split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

} // namespace dealscape
