// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/deck.h"
#include "cli/command.h"
#include "compare/earlier.h"
#include "export/filing.h"
#include "export/pages.h"
#include "export/pptx.h"
#include "export/svg.h"
#include "export/webpage.h"
#include "words/numbers.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <ostream>

namespace dealscape::cli {

namespace {

void declarePresent(QCommandLineParser &parser)
{
    declareFile(parser);
    declareSize(parser);
    parser.addOption({QStringLiteral("story"), QStringLiteral("The story to present; the first one when left out."), QStringLiteral("ID")});
    parser.addOption({QStringLiteral("start"), QStringLiteral("Begin with scene N."), QStringLiteral("N")});
    parser.addOption(
        {QStringLiteral("export"),
         QStringLiteral("Write the scenes instead: one PDF, one PowerPoint file, one web page, or numbered PNGs into a folder."),
         QStringLiteral("DECK.pdf|DECK.pptx|STORY.html|FOLDER/")});
    parser.addOption({QStringLiteral("author"), QStringLiteral("Author, stated in every file but PNG."), QStringLiteral("NAME")});
    parser.addOption({QStringLiteral("notes"), QStringLiteral("Put the notes below each scene.")});
}

const Story *story(Call &call, const Dataset &dataset)
{
    if (dataset.stories.empty()) {
        misuse(call, QStringLiteral("the dataset has no story"));
        return nullptr;
    }
    if (!call.parser.isSet(QStringLiteral("story")))
        return &dataset.stories.front();
    const std::string id = call.parser.value(QStringLiteral("story")).toStdString();
    const auto found = std::ranges::find(dataset.stories, StoryId(id), &Story::id);
    if (found != dataset.stories.end())
        return &*found;
    QStringList known;
    for (const Story &each : dataset.stories)
        known += qt(each.id.text());
    misuse(call, QStringLiteral("--story is one of %1, not '%2'").arg(known.join(QStringLiteral(", ")), qt(id)));
    return nullptr;
}

std::optional<int> start(Call &call, const Story &story)
{
    if (story.scenes.empty()) {
        misuse(call, QStringLiteral("the story '%1' has no scenes").arg(qt(story.title)));
        return std::nullopt;
    }
    if (!call.parser.isSet(QStringLiteral("start")))
        return 1;
    bool number = false;
    const int value = call.parser.value(QStringLiteral("start")).toInt(&number);
    if (number && value >= 1 && value <= static_cast<int>(story.scenes.size()))
        return value;
    misuse(call, QStringLiteral("--start is a whole number from 1 to %1").arg(story.scenes.size()));
    return std::nullopt;
}

Result<void> write(const QString &path, const charts::Deck &deck, const Story &story, int first, int width, const QString &author)
{
    const exporting::Pages pages{deck.count(), deck.pageSize(), [&deck](QPainter &painter, int page) { deck.paint(painter, page); },
                                 qt(story.title), author};
    if (QFileInfo(path).suffix().toLower() == QLatin1String("pdf"))
        return exporting::writePdf(path, pages);
    return exporting::writePngs(path, pages, width, first);
}

void tell(Call &call, const QString &path, const Story &story, int scenes)
{
    call.out << path.toStdString() << ": " << words::counted(scenes, QStringLiteral("scene"), QStringLiteral("scenes")).toStdString()
             << " of '" << story.title << "'\n";
}

/// A presentation or a web page, by the name of the file.
int writeMarkup(Call &call, const QString &path, const Index &index, const exporting::Deck &deck)
{
    exporting::WebPage page;
    page.perspective = index.dataset().opening;
    page.story = &deck.story;
    page.start = deck.start;
    page.author = deck.author;
    const bool slides = QFileInfo(path).suffix().toLower() == QLatin1String("pptx");
    if (const auto written = exporting::writeFile(path, slides ? exporting::pptx(index, deck) : exporting::webPage(index, page)); !written)
    {
        call.err << "dealscape: " << written.error() << '\n';
        return CannotWrite;
    }
    tell(call, path, deck.story, static_cast<int>(deck.story.scenes.size()) - deck.start + 1);
    return Ok;
}

/// What scenes are compared with, sought beside the file; a scene that has to do without is told of.
Comparisons comparisons(Call &call, const Dataset &dataset, const Story &story)
{
    const QString file = call.parser.positionalArguments().value(1);
    const bool stream = file.isEmpty() || file == QLatin1String("-");
    compare::EarlierStates states = compare::earlierStates(dataset, story, stream ? std::string() : QFile::encodeName(file).toStdString());
    for (const std::string &fault : states.faults)
        call.err << "dealscape: warning: " << fault << '\n';
    return std::move(states.comparisons);
}

int present(Call &call)
{
    const QString path = call.parser.value(QStringLiteral("export"));
    const QString suffix = QFileInfo(path).suffix().toLower();
    const bool markup = suffix == QLatin1String("html") || suffix == QLatin1String("pptx");
    const bool folder = QFileInfo(path).isDir() || path.endsWith(u'/');
    if (path.isEmpty() || (!folder && !suffix.isEmpty() && !markup && suffix != QLatin1String("pdf")))
        return misuse(call, QStringLiteral("--export takes a name that ends in .pdf, .pptx or .html, or a folder, not '%1'").arg(path));
    if (!markup && !qobject_cast<QApplication *>(QCoreApplication::instance()))
        return misuse(call, QStringLiteral("scenes hold charts, which need the whole toolkit; run this through the program"));
    picture::PictureRequest look;
    if (!readSize(call, QStringLiteral("size"), look.pixels) || !readTheme(call, look.theme))
        return Usage;
    int exitCode = Ok;
    const auto dataset = readInput(call, exitCode);
    if (!dataset)
        return exitCode;
    const Story *told = story(call, *dataset);
    const auto first = told ? start(call, *told) : std::nullopt;
    if (!first)
        return Usage;
    if (!apart(call, path))
        return Usage;
    const Index index(*dataset);
    if (suffix == QLatin1String("html") && std::ranges::any_of(told->scenes, [](const Scene &scene) { return !scene.compare.empty(); }))
        call.err << "dealscape: warning: scenes are shown by themselves here; PDF, PowerPoint and PNG show what they are compared with\n";
    if (markup)
        return writeMarkup(call, path, index,
                           {*told, *first, look.theme, call.parser.value(QStringLiteral("author")),
                            suffix == QLatin1String("pptx") ? comparisons(call, *dataset, *told) : Comparisons()});
    const charts::Deck deck(index, *told, *first, look.theme, look.pixels,
                            call.parser.isSet(QStringLiteral("notes")) ? charts::Notes::Shown : charts::Notes::Left,
                            comparisons(call, *dataset, *told));
    if (const auto written = write(path, deck, *told, *first, look.pixels.width(), call.parser.value(QStringLiteral("author"))); !written) {
        call.err << "dealscape: " << written.error() << '\n';
        return CannotWrite;
    }
    tell(call, path, *told, deck.count());
    return Ok;
}

} // namespace

const Command presentCommand = {"present", "play a story on the screen, or write its scenes as PDF, PowerPoint, web page or PNG",
                                declarePresent, present};

} // namespace dealscape::cli
