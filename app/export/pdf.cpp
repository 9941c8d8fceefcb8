// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/pdf.h"

#include "view/painter.h"
#include "view/theme.h"

#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace dealscape::exporting {

namespace {

constexpr int dotsPerInch = 1200;
constexpr double pixelsPerInch = 96;
constexpr double pointsPerInch = 72;

} // namespace

Result<void> writePdf(const QString &path, const view::Drawing &drawing, const PdfOptions &options)
{
    QSaveFile file(path);
    const auto failure = [&] { return Failure((path + QStringLiteral(": ") + file.errorString()).toStdString()); };
    if (!file.open(QIODevice::WriteOnly))
        return failure();
    QPdfWriter writer(&file);
    writer.setResolution(dotsPerInch);
    writer.setTitle(options.title);
    writer.setCreator(QStringLiteral("Dealscape"));
    writer.setPageSize(QPageSize(drawing.size * pointsPerInch / pixelsPerInch, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    painter.scale(dotsPerInch / pixelsPerInch, dotsPerInch / pixelsPerInch);
    painter.fillRect(QRectF(QPointF(), drawing.size), view::theme(drawing.theme).canvas);
    view::paint(painter, drawing);
    const bool ended = painter.end();
    if (!ended || !file.commit())
        return failure();
    return {};
}

} // namespace dealscape::exporting
