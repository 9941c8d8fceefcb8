// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "cli/patience.h"
#include "drawing/places.h"
#include "export/exhibit.h"
#include "export/tag.h"
#include "layout/layout.h"
#include "network/network.h"
#include "style/unwritable.h"
#include "words/numbers.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <ostream>

namespace dealscape::cli {

namespace {

using exporting::Extent;
using exporting::PictureOptions;

constexpr double paperDensity = 300;

QString inQuotes(const QString &text)
{
    return u'\'' + text + u'\'';
}

template <class Rows>
QString words(const Rows &rows)
{
    QStringList list;
    for (const auto &row : rows)
        list += QString::fromLatin1(row.word);
    return list.join(QStringLiteral(", "));
}

bool readPreset(Call &call, PictureOptions &options)
{
    const QCommandLineParser &parser = call.parser;
    if (!parser.isSet(QStringLiteral("preset")))
        return true;
    const auto preset = exporting::presetFor(parser.value(QStringLiteral("preset")));
    if (!preset || *preset == exporting::Preset::Custom) {
        misuse(
            call,
            QStringLiteral("--preset is one of %1, not %2")
                .arg(words(exporting::presets().first(exporting::presets().size() - 1)), inQuotes(parser.value(QStringLiteral("preset")))));
        return false;
    }
    for (const char *other : {"size", "mm", "dpi"})
        if (parser.isSet(QLatin1String(other))) {
            misuse(call, QStringLiteral("--preset already says the size; leave --%1 out").arg(QLatin1String(other)));
            return false;
        }
    options.preset = *preset;
    return true;
}

bool readDensity(Call &call, double &dpi)
{
    if (!call.parser.isSet(QStringLiteral("dpi")))
        return true;
    bool number = false;
    dpi = call.parser.value(QStringLiteral("dpi")).toDouble(&number);
    if (number && dpi >= Extent::leastDensity && dpi <= Extent::largestDensity)
        return true;
    misuse(call, QStringLiteral("--dpi is a number from %1 to %2").arg(Extent::leastDensity).arg(Extent::largestDensity));
    return false;
}

bool readPaper(Call &call, double dpi, PictureOptions &options)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,5}(?:\\.\\d+)?)x(\\d{1,5}(?:\\.\\d+)?)$"));
    const auto match = form.match(call.parser.value(QStringLiteral("mm")));
    options.custom = Extent::ofMillimetres({match.captured(1).toDouble(), match.captured(2).toDouble()}, dpi);
    if (match.hasMatch() && options.custom.valid())
        return true;
    misuse(call,
           QStringLiteral("--mm is WIDTHxHEIGHT in millimetres, such as 297x210, each giving from %1 to %2 pixels at %3 dpi")
               .arg(Extent::leastEdge)
               .arg(Extent::largestEdge)
               .arg(dpi));
    return false;
}

/// Preset, or size in pixels or millimetres with its density.
bool readExtent(Call &call, QSize pixels, PictureOptions &options)
{
    if (!readPreset(call, options))
        return false;
    const bool paper = call.parser.isSet(QStringLiteral("mm"));
    if (paper && call.parser.isSet(QStringLiteral("size"))) {
        misuse(call, QStringLiteral("the size is in pixels, --size, or in millimetres, --mm, not both"));
        return false;
    }
    double dpi = paper ? paperDensity : 96;
    if (!readDensity(call, dpi) || (paper && !readPaper(call, dpi, options)))
        return false;
    if (!paper && (call.parser.isSet(QStringLiteral("size")) || call.parser.isSet(QStringLiteral("dpi"))))
        options.custom = Extent::ofPixels(pixels, dpi);
    else if (!paper)
        return true;
    options.preset = exporting::Preset::Custom;
    return true;
}

bool readParts(Call &call, PictureOptions &options)
{
    const auto rows = exporting::parts();
    for (const QString &list : call.parser.values(QStringLiteral("without")))
        for (const QString &word : list.split(u',', Qt::SkipEmptyParts)) {
            const auto row = std::ranges::find_if(rows, [&](const auto &entry) { return word.trimmed() == QLatin1String(entry.word); });
            if (row == rows.end()) {
                misuse(call, QStringLiteral("--without takes %1, not %2").arg(words(rows), inQuotes(word)));
                return false;
            }
            options.parts.setFlag(row->part, false);
        }
    return true;
}

/// The view of a picture written before, in place of the one that the dataset opens on; gives what to do otherwise.
int readLike(Call &call, const Index &index, Perspective &perspective, exporting::Handwork &handwork)
{
    if (!call.parser.isSet(QStringLiteral("like")))
        return Ok;
    auto tag = exporting::readTag(call.parser.value(QStringLiteral("like")));
    if (!tag) {
        call.err << "dealscape: --like: " << tag.error() << '\n';
        return CannotRead;
    }
    if (tag->hash != exporting::hashOf(index.dataset()))
        call.err << "dealscape: that picture was made from another dataset, '" << tag->dataset.toStdString() << "'\n";
    if (!exporting::knows(index, tag->perspective))
        return misuse(call, QStringLiteral("--like: the picture shows organisations or layers that this dataset does not have"));
    perspective = std::move(tag->perspective);
    handwork = std::move(tag->handwork);
    return Ok;
}

/// The nodes where a picture had them and the ribbons that were open in it, as far as the perspective shows them.
void takeUp(const exporting::Handwork &handwork, const Index &index, exporting::Sight &sight)
{
    if (handwork.empty())
        return;
    const network::Network network = network::network(index, sight.perspective);
    const network::View view{index, sight.perspective, network};
    for (std::size_t i = 0; i < network.edges.size(); ++i)
        if (handwork.opened.contains(view.keyOf(network.edges[i])))
            sight.opened.insert(static_cast<int>(i));
    if (handwork.places.empty())
        return;
    sight.hands = handwork.in(drawing::handsRoom()).places;
    sight.handwork = handwork;
}

/// Declares what only an export has beside declarePicture(): presets and sizes on paper, parts, letters, scope, words.
void declareExport(QCommandLineParser &parser)
{
    const auto add = [&](const char *name, const QString &description, const char *value) {
        parser.addOption({QString::fromLatin1(name), description, QString::fromLatin1(value)});
    };
    const auto flag = [&](const char *name, const char *description) {
        parser.addOption({QString::fromLatin1(name), QString::fromUtf8(description)});
    };
    add("preset",
        QStringLiteral("A size by its name, in place of --size: slide (1920x1080), slide-4k (3840x2160), window, window-2x, "
                       "window-4x (1504x904 and its multiples), a4, a3 (landscape at 300 dpi), square (1440x1440), 4x5 (1440x1800), "
                       "9x16 (1440x2560), 4x3 (1600x1200)."),
        "NAME");
    add("mm", QStringLiteral("Size on paper in millimetres, such as 297x210."), "WxH");
    add("dpi", QStringLiteral("Pixels an inch; 300 with --mm, else 96."), "N");
    flag("whole", "Every counted deal of the dataset that publishes a value or a capacity, whatever it opens on.");
    add("without", QStringLiteral("Parts to leave out, with commas between: %1.").arg(words(exporting::parts())), "PARTS");
    flag("large-type", "Larger letters and marks on the same page: names of 20 pixels on a slide of 1920x1080.");
    flag("transparent", "No ground behind the picture, no plates behind its letters, no fill in its hulls.");
    flag("outlines", "SVG: letters as shapes, which need no typeface, in place of text.");
    add("title", QStringLiteral("Title of the picture; the dataset's when left out."), "TEXT");
    add("author", QStringLiteral("Author, stated in PNG and PDF."), "NAME");
    add("like", QStringLiteral("Show what a PNG written before shows, on this dataset."), "FILE.png");
}

/// Reports an option that says nothing beside another one.
bool contradicts(Call &call)
{
    for (const char *other : {"tier", "all", "focus", "as-reported"})
        if (call.parser.isSet(QStringLiteral("whole")) && call.parser.isSet(QLatin1String(other))) {
            misuse(call, QStringLiteral("--whole draws the dataset without any filter or focus; leave --%1 out").arg(QLatin1String(other)));
            return true;
        }
    return false;
}

/// What to write and how, from the options. An unusable value is reported and gives nothing; exitCode says what kind it was.
struct ExportRequest {
    exporting::PictureOptions options;
    exporting::Sight sight;
};

std::optional<ExportRequest> exportRequest(Call &call, const Index &index, int &exitCode)
{
    const Dataset &dataset = index.dataset();
    Perspective base = dataset.opening;
    exporting::Handwork handwork;
    exitCode = contradicts(call) ? static_cast<int>(Usage) : readLike(call, index, base, handwork);
    if (exitCode != Ok)
        return std::nullopt;
    exitCode = Usage;
    const auto asked = pictureRequest(call, dataset, base);
    if (!asked)
        return std::nullopt;
    ExportRequest request;
    request.sight.perspective = asked->perspective;
    PictureOptions &options = request.options;
    options.theme = asked->theme;
    if (!readExtent(call, asked->pixels, options) || !readParts(call, options))
        return std::nullopt;
    options.scope = call.parser.isSet(QStringLiteral("whole")) ? exporting::Scope::Network : exporting::Scope::View;
    options.largeType = call.parser.isSet(QStringLiteral("large-type"));
    options.transparent = call.parser.isSet(QStringLiteral("transparent"));
    options.letters = call.parser.isSet(QStringLiteral("outlines")) ? exporting::Letters::Outlines : exporting::Letters::Text;
    options.title = call.parser.value(QStringLiteral("title"));
    options.author = call.parser.value(QStringLiteral("author"));
    if (options.scope == exporting::Scope::View)
        takeUp(handwork, index, request.sight);
    exitCode = Ok;
    return request;
}

const QString thumbnailOption = QStringLiteral("thumbnail");

void declarePictures(QCommandLineParser &parser)
{
    declareFile(parser);
    declarePicture(parser);
    declareExport(parser);
    parser.addOption(
        {{QStringLiteral("o"), QStringLiteral("output")},
         QStringLiteral(
             "File to write: OUT.png, OUT.svg, OUT.pdf, OUT.html or OUT.pptx. Say it more than once for several files of one picture."),
         QStringLiteral("OUT")});
    parser.addOption(
        {thumbnailOption, QStringLiteral("A PNG of N pixels each way for a file manager: the network alone."), QStringLiteral("N")});
}

constexpr int leastThumbnail = 16;
constexpr int largestThumbnail = 1024;

/// A square picture of the network alone, drawn larger and shrunk, whatever the output is called: file managers choose names.
int exportThumbnail(Call &call, const QStringList &paths)
{
    bool number = false;
    const int edge = call.parser.value(thumbnailOption).toInt(&number);
    if (!number || edge < leastThumbnail || edge > largestThumbnail)
        return misuse(call, QStringLiteral("--thumbnail is a number of pixels from %1 to %2").arg(leastThumbnail).arg(largestThumbnail));
    if (paths.size() > 1)
        return misuse(call, QStringLiteral("--thumbnail writes one picture, but there is more than one output"));
    for (const char *other : {"size", "preset", "mm", "dpi", "without"})
        if (call.parser.isSet(QLatin1String(other)))
            return misuse(call, QStringLiteral("--thumbnail says what the picture is like; leave --%1 out").arg(QLatin1String(other)));
    if (!apart(call, paths.front()))
        return Usage;
    int exitCode = Ok;
    const auto dataset = readInput(call, exitCode);
    if (!dataset)
        return exitCode;
    const Index index(*dataset);
    auto request = exportRequest(call, index, exitCode);
    if (!request)
        return exitCode;
    const int drawn = std::clamp(2 * edge, 320, largestThumbnail);
    request->options.preset = exporting::Preset::Custom;
    request->options.custom = exporting::Extent::ofPixels({drawn, drawn});
    request->options.parts = {};
    exporting::Exhibit exhibit(index, request->options, request->sight);
    const QImage small = exhibit.image().scaled(edge, edge, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    if (const auto written = exporting::writePng(paths.front(), small, {}); !written) {
        call.err << "dealscape: " << written.error() << '\n';
        return CannotWrite;
    }
    return Ok;
}

/// What was drawn, in numbers. The founding article has edges and no deals.
QString contents(const network::Network &network, const Perspective &perspective)
{
    const auto number = [](const auto &list) { return static_cast<int>(list.size()); };
    return words::counted(number(network.nodes), QStringLiteral("organisation"), QStringLiteral("organisations")) + QStringLiteral(", ") +
        (perspective.asReported ? words::counted(number(network.edges), QStringLiteral("reported edge"), QStringLiteral("reported edges"))
                                : words::counted(number(network.deals), QStringLiteral("deal"), QStringLiteral("deals")));
}

int exportPicture(Call &call)
{
    const QStringList paths = call.parser.values(QStringLiteral("output"));
    if (paths.isEmpty())
        return misuse(call, QStringLiteral("say where to write: -o OUT.png"));
    if (call.parser.isSet(thumbnailOption))
        return exportThumbnail(call, paths);
    for (const QString &path : paths)
        if (!exporting::formatOf(path))
            return misuse(
                call,
                QStringLiteral("the output's name ends in .png, .svg, .pdf, .html or .pptx, not '%1'").arg(QFileInfo(path).fileName()));
    const auto anyIs = [&](exporting::Format format) {
        return std::ranges::any_of(paths, [&](const QString &path) { return exporting::formatOf(path) == format; });
    };
    for (const QString &path : paths)
        if (!apart(call, path))
            return Usage;
    if (call.parser.isSet(QStringLiteral("outlines")) && !anyIs(exporting::Format::Svg))
        return misuse(call, QStringLiteral("--outlines is for an SVG, and no output is one"));
    if (call.parser.isSet(QStringLiteral("author")) &&
        std::ranges::all_of(paths, [](const QString &path) { return exporting::formatOf(path) == exporting::Format::Svg; }))
        return misuse(call, QStringLiteral("--author is for any format but SVG, and every output is one"));
    int exitCode = Ok;
    const auto dataset = readInput(call, exitCode);
    if (!dataset)
        return exitCode;
    const Index index(*dataset);
    const auto request = exportRequest(call, index, exitCode);
    if (!request)
        return exitCode;
    if (const QString boxes = style::unwritableSentence(index); !boxes.isEmpty())
        call.err << "dealscape: " << boxes.toStdString() << '\n';
    exporting::Exhibit exhibit(index, request->options, request->sight, patience(call.err));
    const QSize pixels = request->options.extent().pixels();
    const QString drawn = contents(exhibit.picture().network, request->sight.perspective);
    for (const QString &path : paths) {
        if (const auto written = exhibit.write(path); !written) {
            call.err << "dealscape: " << written.error() << '\n';
            return CannotWrite;
        }
        call.out << path.toStdString() << ": ";
        if (exporting::formatOf(path) != exporting::Format::Html && exporting::formatOf(path) != exporting::Format::Pptx)
            call.out << pixels.width() << 'x' << pixels.height() << ", ";
        call.out << drawn.toStdString() << '\n';
    }
    return Ok;
}

} // namespace

const Command exportCommand = {"export", "write the diagram as PNG, SVG, PDF, web page or PowerPoint slide", declarePictures,
                               exportPicture};

} // namespace dealscape::cli
