// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/chartmenu.h"

#include "charts/chartset.h"
#include "charts/chartview.h"
#include "files/replacement.h"
#include "publishing/filenames.h"
#include "reports/chartground.h"
#include "shell/journey.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QStandardPaths>

namespace dealscape::shell {

namespace {

struct Offer {
    charts::FileKind kind;
    const char *text;
    const char *suffix;
    const char *filter;
};

constexpr Offer offers[] = {
    {charts::FileKind::Png, QT_TRANSLATE_NOOP("ChartMenu", "Save as P&NG…"), "png", QT_TRANSLATE_NOOP("ChartMenu", "PNG pictures (*.png)")},
    {charts::FileKind::Svg, QT_TRANSLATE_NOOP("ChartMenu", "Save as &SVG…"), "svg", QT_TRANSLATE_NOOP("ChartMenu", "SVG drawings (*.svg)")},
    {charts::FileKind::Pdf, QT_TRANSLATE_NOOP("ChartMenu", "Save as P&DF…"), "pdf",
     QT_TRANSLATE_NOOP("ChartMenu", "PDF documents (*.pdf)")},
    {charts::FileKind::Csv, QT_TRANSLATE_NOOP("ChartMenu", "Save the numbers as &CSV…"), "csv",
     QT_TRANSLATE_NOOP("ChartMenu", "CSV tables (*.csv)")}};

QSize twice(const reports::ChartTable &table, const charts::PlotStyle &style)
{
    return charts::naturalSize(table, style) * 2;
}

} // namespace

ChartMenu::ChartMenu(document::Document &document, const charts::ChartSet &charts, const charts::ChartView &chart, int mark)
    : m_document(document), m_table(chart.table()), m_style(charts::plotStyle(chart.plotStyle().theme))
{
    m_table.standing = reports::standingOf(document.snapshot()->index(), m_table);
    setToolTipsVisible(true);
    if (mark >= 0 && mark < static_cast<int>(chart.marks().size()))
        addNarrowing(charts.subject(), chart.marks()[static_cast<std::size_t>(mark)]);
    addFiles();
    addCopies();
}

void ChartMenu::addNarrowing(const std::optional<OrganizationId> &subject, const charts::PlotMark &mark)
{
    const auto next = reports::narrowed(m_document.snapshot()->index(), m_document.perspective(), subject, m_table, mark.group, mark.row);
    if (!next)
        return;
    QString name = m_table.groups[static_cast<std::size_t>(mark.group)].rows[static_cast<std::size_t>(mark.row)].label;
    name.replace(u'&', QStringLiteral("&&"));
    const QString text = m_table.kind == reports::ChartKind::Partner ? tr("&Focus on %1") : tr("&Show only %1");
    connect(addAction(text.arg(name)), &QAction::triggered, this,
            [&document = m_document, perspective = *next] { document.setPerspective(perspective); });
    addSeparator();
}

void ChartMenu::addFiles()
{
    for (const Offer &offer : offers)
        connect(addAction(tr(offer.text)), &QAction::triggered, this, [this, kind = offer.kind] { ask(kind); });
}

void ChartMenu::addCopies()
{
    addSeparator();
    connect(addAction(tr("&Copy the picture")), &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setImage(charts::imageOf(m_table, m_style, twice(m_table, m_style)));
        Q_EMIT told(tr("The chart is on the clipboard"));
    });
    connect(addAction(tr("Copy the n&umbers")), &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(reports::csv(m_table));
        Q_EMIT told(tr("The chart's numbers are on the clipboard"));
    });
}

Result<void> ChartMenu::save(const reports::ChartTable &table, const charts::PlotStyle &style, const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const auto kind = charts::fileKindOf(path);
    if (!kind)
        return Failure(tr("%1 was not written: its name ends in none of .png, .svg, .pdf and .csv").arg(name).toStdString());
    const QSize size = *kind == charts::FileKind::Png ? twice(table, style) : charts::naturalSize(table, style);
    const auto written = files::replace(QFile::encodeName(path).toStdString(), charts::fileOf(table, style, *kind, size).toStdString());
    qCInfo(journey).noquote() << (written ? "wrote" : "could not write") << path;
    if (!written)
        return Failure(tr("%1 was not written: %2").arg(name, QString::fromStdString(written.error())).toStdString());
    return {};
}

void ChartMenu::ask(charts::FileKind kind)
{
    const Offer &offer = offers[static_cast<std::size_t>(kind)];
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    QString path = QFileDialog::getSaveFileName(parentWidget(), tr("Save the chart"),
                                                folder + u'/' + publishing::stemFrom(m_table.title, QStringLiteral("chart")) + u'.' +
                                                    QLatin1String(offer.suffix),
                                                tr(offer.filter));
    if (path.isEmpty())
        return;
    if (!charts::fileKindOf(path))
        path += u'.' + QLatin1String(offer.suffix);
    if (const auto written = save(m_table, m_style, path))
        Q_EMIT wrote({QFileInfo(path).absoluteFilePath()});
    else
        Q_EMIT told(QString::fromStdString(written.error()));
}

} // namespace dealscape::shell

#include "moc_chartmenu.cpp"
