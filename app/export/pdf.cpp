// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/pdf.h"

#include "export/filing.h"
#include "export/pdfinfo.h"
#include "paint/painter.h"
#include "style/theme.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace dealscape::exporting {

namespace {

constexpr double pixelsPerInch = 96;

QSizeF inchesOf(const PdfPage &page)
{
    return page.millimetres.isEmpty() ? page.size / pixelsPerInch : page.millimetres / millimetresPerInch;
}

void setPage(QPdfWriter &writer, const PdfPage &page)
{
    writer.setPageSize(QPageSize(inchesOf(page) * pointsPerInch, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
}

PdfPage page(const drawing::Drawing &drawing, QSizeF millimetres, bool ground)
{
    return {drawing.size, millimetres, [&drawing, ground](QPainter &painter) {
                if (ground)
                    painter.fillRect(QRectF(QPointF(), drawing.size), style::theme(drawing.theme).canvas);
                paint::paint(painter, drawing);
            }};
}

/// Paints the pages one after another; false when the writer failed or nobody wants them any more.
bool paintPages(QPdfWriter &writer, const std::vector<PdfPage> &pages, const Progress &progress)
{
    setPage(writer, pages.front());
    QPainter painter(&writer);
    bool good = painter.isActive();
    for (std::size_t i = 0; good && i < pages.size(); ++i) {
        if (i > 0) {
            setPage(writer, pages[i]);
            good = writer.newPage();
        }
        progress(static_cast<double>(i) / static_cast<double>(pages.size()));
        good = good && !progress.stop();
        const double scale = inchesOf(pages[i]).width() * dotsPerInch / pages[i].size.width();
        painter.save();
        painter.scale(scale, scale);
        if (good && pages[i].paint)
            pages[i].paint(painter);
        painter.restore();
    }
    return painter.end() && good;
}

} // namespace

PdfPage pageOf(const drawing::Drawing &drawing, QSizeF millimetres)
{
    return page(drawing, millimetres, true);
}

PdfPage pageWithoutGround(const drawing::Drawing &drawing, QSizeF millimetres)
{
    return page(drawing, millimetres, false);
}

Result<void> writePdf(const QString &path, const std::vector<PdfPage> &pages, const PdfOptions &options, const Progress &progress)
{
    if (pages.empty())
        return Failure("there is no page to write");
    QByteArray bytes;
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(dotsPerInch);
        writer.setTitle(options.title);
        if (!paintPages(writer, pages, progress))
            return Failure(path.toStdString() + (progress.stop() ? ": cancelled" : ": the pages cannot be painted"));
    }
    bytes = withInfo(std::move(bytes), {options.title, options.author, QStringLiteral("Dealscape"), QDateTime::currentDateTimeUtc()});
    auto written = writeFile(path, bytes, progress);
    if (written)
        progress(1);
    return written;
}

} // namespace dealscape::exporting
