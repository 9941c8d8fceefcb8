// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/pages.h"

#include "export/filing.h"
#include "export/pdfinfo.h"
#include "export/png.h"

#include <QBuffer>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace dealscape::exporting {

namespace {

constexpr double metresPerInch = 0.0254;
/// Marks a page as one of ours.
const QString pageKey = QStringLiteral("dealscape:page");

QString pageName(int number)
{
    return QStringLiteral("scene-%1.png").arg(number, 2, 10, QLatin1Char('0'));
}

bool isPage(const QString &path)
{
    const auto texts = readPngTexts(path);
    return texts && std::ranges::any_of(*texts, [](const PngText &text) { return text.key == pageKey; });
}

void removePagesFrom(const QDir &folder, int number)
{
    while (isPage(folder.filePath(pageName(number))) && QFile::remove(folder.filePath(pageName(number))))
        ++number;
}

} // namespace

Result<void> writePdf(const QString &path, const Pages &pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setPageSize(QPageSize(pages.size * pointsPerInch / unitsPerInch, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    painter.scale(static_cast<double>(dotsPerInch) / unitsPerInch, static_cast<double>(dotsPerInch) / unitsPerInch);
    for (int page = 0; page < pages.count; ++page) {
        if (page > 0)
            writer.newPage();
        painter.save();
        pages.paint(painter, page);
        painter.restore();
    }
    const bool ended = painter.end();
    bytes = withInfo(std::move(bytes), {pages.title, pages.author, QStringLiteral("Dealscape"), QDateTime::currentDateTimeUtc()});
    if (!ended)
        return Failure(path.toStdString() + ": the pages cannot be painted");
    return writeFile(path, bytes);
}

QImage imageOf(const Pages &pages, int page, int width)
{
    const double scale = width / pages.size.width();
    QImage image(width, static_cast<int>(std::lround(pages.size.height() * scale)), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    pages.paint(painter, page);
    return image;
}

Result<void> writePngs(const QString &folder, const Pages &pages, int width, int first)
{
    if (!QDir().mkpath(folder))
        return Failure(folder.toStdString() + ": the folder cannot be made");
    PngOptions options;
    options.dotsPerMetre = static_cast<int>(std::lround(width / pages.size.width() * unitsPerInch / metresPerInch));
    for (int page = 0; page < pages.count; ++page) {
        options.texts = {{pageKey, QString::number(first + page)}};
        if (auto written = writePng(QDir(folder).filePath(pageName(first + page)), imageOf(pages, page, width), options); !written)
            return written;
    }
    removePagesFrom(QDir(folder), first + pages.count);
    return {};
}

} // namespace dealscape::exporting
