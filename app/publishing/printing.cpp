// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "publishing/printing.h"

#include <QPainter>
#include <QPrintPreviewDialog>
#include <QPrinter>

#include <algorithm>
#include <memory>

namespace dealscape::publishing {

namespace {

/// Density that the picture is laid out for; it is drawn as vectors at whatever the printer has.
constexpr double layoutDensity = 300;

} // namespace

ExportOrder orderFor(const QPrinter &printer, ExportOrder order)
{
    const QSizeF paper = printer.pageRect(QPrinter::Millimeter).size();
    order.options.preset = exporting::Preset::Custom;
    order.options.custom = exporting::Extent::ofMillimetres(paper, layoutDensity);
    order.options.theme = style::ThemeKind::Print;
    order.options.transparent = true;
    return order;
}

void printOn(QPrinter &printer, const ExportOrder &order)
{
    const exporting::Exhibit exhibit(order.snapshot->index(), orderFor(printer, order).options, order.sight);
    const exporting::PdfPage page = exhibit.page();
    const QSizeF room = printer.pageRect(QPrinter::DevicePixel).size();
    const double scale = std::min(room.width() / page.size.width(), room.height() / page.size.height());
    QPainter painter(&printer);
    if (!painter.isActive())
        return;
    painter.scale(scale, scale);
    page.paint(painter);
}

void openPrintPreview(const ExportOrder &order, QWidget *parent)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageOrientation(QPageLayout::Landscape);
    printer->setCreator(QStringLiteral("Dealscape"));
    printer->setDocName(QString::fromStdString(order.snapshot->dataset().title));
    auto *dialog = new QPrintPreviewDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QPrintPreviewDialog::paintRequested, dialog, [order](QPrinter *target) { printOn(*target, order); });
    QObject::connect(dialog, &QObject::destroyed, [printer] {});
    dialog->open();
}

} // namespace dealscape::publishing
