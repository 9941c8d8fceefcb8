// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "charts/plot.h"
#include "export/png.h"
#include "resources/embedded.h"
#include "view/charttable.h"

#include <QApplication>
#include <QBuffer>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>
#include <array>
#include <ostream>

namespace dealscape::cli {

namespace {

struct Choice {
    const char *word;
    view::ChartKind kind;
};

constexpr std::array choices = {Choice{"partner", view::ChartKind::Partner},
                                Choice{"kind", view::ChartKind::Kind},
                                Choice{"layer", view::ChartKind::Layer},
                                Choice{"certainty", view::ChartKind::Certainty},
                                Choice{"country", view::ChartKind::Country},
                                Choice{"time", view::ChartKind::Timeline},
                                Choice{"schedule", view::ChartKind::Schedule},
                                Choice{"plausibility", view::ChartKind::Plausibility},
                                Choice{"reconciliation", view::ChartKind::Reconciliation},
                                Choice{"concentration", view::ChartKind::Concentration}};

constexpr std::array<const char *, 3> bounds = {"low", "range", "high"};

QString option(const char *name)
{
    return QString::fromLatin1(name);
}

template <class List, class Name>
QString listed(const List &list, Name name)
{
    QStringList words;
    for (const auto &entry : list)
        words += QString::fromLatin1(name(entry));
    return words.join(QStringLiteral(", "));
}

QString kinds()
{
    return listed(choices, [](const Choice &choice) { return choice.word; });
}

void declare(QCommandLineParser &parser)
{
    declareFile(parser);
    declarePicture(parser);
    parser.addOption({option("by"), QStringLiteral("What the chart shows: %1.").arg(kinds()), QStringLiteral("WHAT")});
    parser.addOption({option("of"), QStringLiteral("Only deals of organisation ID, seen from it."), QStringLiteral("ID")});
    parser.addOption({option("bound"), QStringLiteral("low, range or high; range when left out."), QStringLiteral("BOUND")});
    parser.addOption({option("csv"), QStringLiteral("Write the numbers as CSV, to the output or to -o FILE.csv.")});
    parser.addOption({{option("o"), option("output")}, QStringLiteral("File to write: .png, .svg, .pdf or .csv."), QStringLiteral("OUT")});
}

std::optional<view::ChartQuestion> question(Call &call, const Dataset &dataset, Lens lens)
{
    view::ChartQuestion asked;
    asked.lens = lens;
    const QString by = call.parser.isSet(option("by")) ? call.parser.value(option("by")) : option("partner");
    const auto choice = std::ranges::find_if(choices, [&](const Choice &entry) { return by == QLatin1String(entry.word); });
    if (choice == choices.end()) {
        misuse(call, QStringLiteral("--by is one of %1, not '%2'").arg(kinds(), by));
        return std::nullopt;
    }
    asked.kind = choice->kind;
    const QString bound = call.parser.isSet(option("bound")) ? call.parser.value(option("bound")) : option("range");
    const auto end = std::ranges::find_if(bounds, [&](const char *entry) { return bound == QLatin1String(entry); });
    if (end == bounds.end()) {
        misuse(call, QStringLiteral("--bound is one of low, range, high, not '%1'").arg(bound));
        return std::nullopt;
    }
    asked.bound = static_cast<view::ChartBound>(end - bounds.begin());
    if (!call.parser.isSet(option("of")))
        return asked;
    asked.subject = OrganizationId(call.parser.value(option("of")).toStdString());
    if (Index(dataset).organization(*asked.subject))
        return asked;
    misuse(call, QStringLiteral("--of names no organisation of the dataset: '%1'").arg(qt(asked.subject->text())));
    return std::nullopt;
}

/// A chart laid out at its natural size or larger, and by how much it is magnified to fill the picture.
struct Sheet {
    QSize pixels;
    double zoom = 1;
};

Sheet sheetOf(const Call &call, const view::ChartTable &table, const charts::PlotStyle &style, QSize asked)
{
    constexpr double natural = 960;
    const double height = charts::Plot::heightFor(table, style, natural);
    if (!call.parser.isSet(option("size")))
        return {QSize(static_cast<int>(natural), static_cast<int>(height + 0.999)), 1};
    return {asked, std::min(asked.width() / natural, asked.height() / height)};
}

void paint(QPainter &painter, const charts::Plot &plot, const Sheet &sheet)
{
    painter.fillRect(QRect(QPoint(), sheet.pixels), plot.style().ground);
    painter.scale(sheet.zoom, sheet.zoom);
    plot.paint(painter);
}

Result<void> writePng(const QString &path, const charts::Plot &plot, const Sheet &sheet)
{
    QImage image(sheet.pixels, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    paint(painter, plot, sheet);
    painter.end();
    return exporting::writePng(path, image.convertToFormat(QImage::Format_RGB32), {});
}

Result<void> writeBytes(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return Failure(path.toStdString() + ": " + file.errorString().toStdString());
}

QByteArray svg(const charts::Plot &plot, const Sheet &sheet)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sheet.pixels);
    generator.setViewBox(QRect(QPoint(), sheet.pixels));
    generator.setResolution(96);
    generator.setTitle(plot.table().title);
    generator.setDescription(plot.table().counts);
    QPainter painter(&generator);
    paint(painter, plot, sheet);
    painter.end();
    QByteArray bytes = buffer.data();
    for (const char *family : {"Dealscape Sans", "Dealscape Tabular"})
        bytes.replace(QByteArray("font-family=\"") + family + '"',
                      QByteArray("font-family=\"'") + family + "', Inter, Arial, sans-serif\"");
    return bytes;
}

QByteArray pdf(const charts::Plot &plot, const Sheet &sheet)
{
    constexpr int dotsPerInch = 96;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(dotsPerInch);
    writer.setTitle(plot.table().title);
    writer.setCreator(QStringLiteral("Dealscape"));
    writer.setPageSize(QPageSize(QSizeF(sheet.pixels) * 72 / dotsPerInch, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    paint(painter, plot, sheet);
    painter.end();
    return buffer.data();
}

Result<void> write(Call &call, const QString &path, const view::ChartTable &table, const view::PictureRequest &request)
{
    const charts::PlotStyle style = charts::plotStyle(request.theme);
    const Sheet sheet = sheetOf(call, table, style, request.pixels);
    const charts::Plot plot(table, style, QSizeF(sheet.pixels) / sheet.zoom);
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("png"))
        return writePng(path, plot, sheet);
    return writeBytes(path, suffix == QLatin1String("svg") ? svg(plot, sheet) : pdf(plot, sheet));
}

bool writable(const QString &path, bool numbers)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    static const QStringList pictures = {option("png"), option("svg"), option("pdf")};
    return numbers ? suffix == QLatin1String("csv") : pictures.contains(suffix);
}

int chart(Call &call)
{
    const QString path = call.parser.value(option("output"));
    const bool numbers = call.parser.isSet(option("csv")) || QFileInfo(path).suffix().toLower() == QLatin1String("csv");
    if (path.isEmpty() && !numbers)
        return misuse(call, QStringLiteral("say where to write: -o OUT.png, or --csv"));
    if (!path.isEmpty() && !writable(path, numbers))
        return misuse(call,
                      QStringLiteral("the output's name ends in %1, not '%2'")
                          .arg(numbers ? QStringLiteral(".csv") : QStringLiteral(".png, .svg or .pdf"), QFileInfo(path).fileName()));
    if (!numbers && !qobject_cast<QApplication *>(QCoreApplication::instance()))
        return misuse(call, QStringLiteral("charts need the whole toolkit; run this through the program"));
    int exitCode = Ok;
    const auto input = readInput(call, exitCode);
    if (!input)
        return exitCode;
    const auto request = pictureRequest(call, *input);
    if (!request)
        return Usage;
    const auto asked = question(call, *input, request->perspective.lens);
    if (!asked)
        return Usage;
    const Index index(*input);
    const view::ChartTable table = view::chartTable(view::ChartGround(index, request->perspective), *asked);
    if (numbers && path.isEmpty()) {
        call.out << view::csv(table).toStdString();
        return Ok;
    }
    resources::loadTypeface();
    const Result<void> written = numbers ? writeBytes(path, view::csv(table).toUtf8()) : write(call, path, table, *request);
    if (!written) {
        call.err << "dealscape: " << written.error() << '\n';
        return CannotWrite;
    }
    call.out << path.toStdString() << ": " << table.title.toStdString() << '\n';
    return Ok;
}

} // namespace

const Command chartCommand = {"chart", "draw a chart as PNG, SVG or PDF, or write its numbers as CSV", declare, chart};

} // namespace dealscape::cli
