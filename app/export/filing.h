// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/progress.h"
#include "domain/result.h"
#include "files/replacement.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <optional>

namespace dealscape::exporting {

/// Replaces a file by these bytes, in the way of files::Replacement. A file nobody wants any more when its bytes are there is not
/// put in place; that is the error "cancelled". Errors begin with the path.
Result<void> writeFile(const QString &path, const QByteArray &bytes, const Progress &progress = {});

/// The same for bytes that come piece by piece. What was not committed leaves the old file as it was.
class FileSink : public QIODevice {
public:
    explicit FileSink(const QString &path);

    /// Whether the file can be written at all.
    Result<void> opened() const;
    Result<void> commit(const Progress &progress);

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override;

private:
    Failure failure(const std::string &reason) const { return Failure(m_path + ": " + reason); }

    std::string m_path;
    Result<files::Replacement> m_file;
};

} // namespace dealscape::exporting
