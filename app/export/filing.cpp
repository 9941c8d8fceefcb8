// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/filing.h"

#include <QFile>

namespace dealscape::exporting {

namespace {

std::string native(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

} // namespace

FileSink::FileSink(const QString &path) : m_path(path.toStdString()), m_file(files::Replacement::open(native(path)))
{
    // Its own buffer would hide which write failed.
    QIODevice::open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

Result<void> FileSink::opened() const
{
    return m_file ? Result<void>() : failure(m_file.error());
}

qint64 FileSink::writeData(const char *data, qint64 size)
{
    if (m_file && m_file->write({data, static_cast<std::size_t>(size)}))
        return size;
    setErrorString(QString::fromStdString(m_file ? m_file->reason() : m_file.error()));
    return -1;
}

Result<void> FileSink::commit(const Progress &progress)
{
    if (progress.stop())
        return failure("cancelled");
    const auto done = m_file->commit();
    return done ? Result<void>() : failure(done.error());
}

Result<void> writeFile(const QString &path, const QByteArray &bytes, const Progress &progress)
{
    FileSink file(path);
    if (auto written = file.opened(); !written)
        return written;
    file.write(bytes);
    return file.commit(progress);
}

} // namespace dealscape::exporting
