// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/printing.h"

#include "paint/pdf.h"
#include "reports/chartground.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImageWriter>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace dealscape::charts {

namespace {

constexpr double natural = 960;

/// A file stands alone.
PlotStyle alone(PlotStyle style)
{
    style.key = CertaintyKey::Shown;
    return style;
}

void paint(QPainter &painter, const reports::ChartTable &table, const PlotStyle &style, QSize pixels)
{
    const double height = Plot::heightFor(table, alone(style), natural);
    const double zoom = std::min(pixels.width() / natural, pixels.height() / height);
    painter.fillRect(QRect(QPoint(), pixels), style.ground);
    painter.scale(zoom, zoom);
    Plot(table, alone(style), QSizeF(pixels) / zoom).paint(painter);
}

QByteArray png(const QImage &image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter(&buffer, "png").write(image);
    return buffer.data();
}

QByteArray svg(const reports::ChartTable &table, const PlotStyle &style, QSize pixels)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(pixels);
    generator.setViewBox(QRect(QPoint(), pixels));
    generator.setResolution(96);
    // Written below: the toolkit does not write them as text.
    generator.setTitle({});
    generator.setDescription({});
    QPainter painter(&generator);
    paint(painter, table, style, pixels);
    painter.end();
    QByteArray bytes = buffer.data();
    const qsizetype inside = bytes.indexOf('>', bytes.indexOf("<svg")) + 1;
    const QString told = table.counts + QStringLiteral(". ") + table.filter + u' ' + table.standing;
    bytes.insert(inside,
                 "\n<title>" + table.title.toHtmlEscaped().toUtf8() + "</title>\n<desc>" + told.toHtmlEscaped().toUtf8() + "</desc>");
    // Control characters and what is no character at all are written as they are, which no XML may hold.
    for (char &c : bytes)
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r')
            c = ' ';
    for (const char *none : {"\xef\xbf\xbe", "\xef\xbf\xbf"})
        bytes.replace(none, "\xef\xbf\xbd");
    const qsizetype stated = bytes.indexOf("width=\"");
    bytes.replace(stated, bytes.indexOf("viewBox=") - stated,
                  QStringLiteral("width=\"%1\" height=\"%2\" ").arg(pixels.width()).arg(pixels.height()).toUtf8());
    for (const char *family : {"Dealscape Sans", "Dealscape Tabular"})
        bytes.replace(QByteArray("font-family=\"") + family + '"',
                      QByteArray("font-family=\"'") + family + "', Inter, Arial, sans-serif\"");
    return bytes;
}

} // namespace

std::optional<FileKind> fileKindOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QStringLiteral("png"))
        return FileKind::Png;
    if (suffix == QStringLiteral("svg"))
        return FileKind::Svg;
    if (suffix == QStringLiteral("pdf"))
        return FileKind::Pdf;
    return suffix == QStringLiteral("csv") ? std::optional(FileKind::Csv) : std::nullopt;
}

QSize naturalSize(const reports::ChartTable &table, const PlotStyle &style)
{
    return {static_cast<int>(natural), static_cast<int>(std::ceil(Plot::heightFor(table, alone(style), natural)))};
}

QImage imageOf(const reports::ChartTable &table, const PlotStyle &style, QSize pixels)
{
    QImage image(pixels, QImage::Format_RGB32);
    QPainter painter(&image);
    paint(painter, table, style, pixels);
    return image;
}

QByteArray fileOf(const reports::ChartTable &table, const PlotStyle &style, FileKind kind, QSize pixels)
{
    switch (kind) {
    case FileKind::Svg:
        return svg(table, style, pixels);
    case FileKind::Pdf:
        return paint::pdf({{QSizeF(pixels), {}, [&](QPainter &painter) { paint(painter, table, style, pixels); }}}, {table.title});
    case FileKind::Csv:
        return reports::csv(table).toUtf8();
    case FileKind::Png:
        break;
    }
    return png(imageOf(table, style, pixels));
}

} // namespace dealscape::charts
