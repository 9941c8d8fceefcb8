// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/pdf.h"

#include "export/filing.h"
#include "paint/painter.h"
#include "style/theme.h"

#include <QPainter>

namespace dealscape::exporting {

namespace {

PdfPage page(const drawing::Drawing &drawing, QSizeF millimetres, bool ground)
{
    return {drawing.size, millimetres, [&drawing, ground](QPainter &painter) {
                if (ground)
                    painter.fillRect(QRectF(QPointF(), drawing.size), style::theme(drawing.theme).canvas);
                paint::paint(painter, drawing);
            }};
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

Result<void> writePdf(const QString &path, const std::vector<PdfPage> &pages, const PdfInfo &info, const Progress &progress)
{
    if (pages.empty())
        return Failure("there is no page to write");
    const QByteArray bytes = paint::pdf(pages, info, progress);
    if (bytes.isEmpty())
        return Failure(path.toStdString() + (progress.stop() ? ": cancelled" : ": the pages cannot be painted"));
    auto written = writeFile(path, bytes, progress);
    if (written)
        progress(1);
    return written;
}

} // namespace dealscape::exporting
