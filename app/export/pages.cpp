// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/pages.h"

#include "export/pdf.h"
#include "export/png.h"

#include <QDir>
#include <QFile>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

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
    std::vector<PdfPage> all;
    for (int page = 0; page < pages.count; ++page)
        all.push_back({pages.size, pages.size * paint::millimetresPerInch / unitsPerInch,
                       [&pages, page](QPainter &painter) { pages.paint(painter, page); }});
    return writePdf(path, all, {pages.title, pages.author});
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
