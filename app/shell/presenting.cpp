// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/presenting.h"

#include "compare/earlier.h"
#include "document/lookup.h"
#include "document/trails.h"
#include "shell/actions.h"
#include "shell/journey.h"
#include "words/plain.h"

#include <QAction>
#include <QCommandLineParser>
#include <QFile>
#include <QFileInfo>
#include <QScreen>

#include <algorithm>
#include <cstdio>

namespace dealscape::shell {

namespace {

const Story *storyAt(const Dataset &dataset, int story)
{
    return story >= 0 && story < static_cast<int>(dataset.stories.size()) ? &dataset.stories[static_cast<std::size_t>(story)] : nullptr;
}

int misuse(const QString &text)
{
    std::fprintf(stderr, "dealscape: %s\n", qPrintable(text));
    return 2;
}

std::optional<style::ThemeKind> themeOf(const QString &name)
{
    for (const auto &[word, kind] : {std::pair("light", style::ThemeKind::Light), std::pair("dark", style::ThemeKind::Dark),
                                     std::pair("print", style::ThemeKind::Print)})
        if (name == QLatin1String(word))
            return kind;
    return std::nullopt;
}

} // namespace

std::optional<PresentArguments> presentArguments(const QStringList &arguments, int &exitCode)
{
    exitCode = 0;
    if (arguments.size() < 2 || arguments.at(1) != QLatin1String("present"))
        return std::nullopt;
    QCommandLineParser parser;
    for (const char *name : {"story", "start", "theme", "size"})
        parser.addOption({QString::fromLatin1(name), QString(), QStringLiteral("VALUE")});
    parser.addOption({QStringLiteral("notes"), QString()});
    PresentArguments asked;
    bool number = true;
    if (!parser.parse(arguments))
        exitCode = misuse(parser.errorText());
    else if (parser.positionalArguments().size() > 2)
        exitCode = misuse(QStringLiteral("one FILE at most, but also got '%1'").arg(parser.positionalArguments().at(2)));
    asked.path = parser.positionalArguments().value(1);
    asked.story = parser.value(QStringLiteral("story"));
    asked.theme = themeOf(parser.value(QStringLiteral("theme")));
    if (parser.isSet(QStringLiteral("theme")) && !asked.theme)
        exitCode = misuse(QStringLiteral("--theme is one of light, dark, print, not '%1'").arg(parser.value(QStringLiteral("theme"))));
    if (parser.isSet(QStringLiteral("start")))
        asked.start = parser.value(QStringLiteral("start")).toInt(&number);
    if (!number || asked.start < 1)
        exitCode = misuse(QStringLiteral("--start is a whole number from 1"));
    return exitCode == 0 ? std::optional(asked) : std::nullopt;
}

Presenting::Presenting(document::Document &document, document::PictureJob &job, diagram::DiagramView &diagram, settings::Settings &settings,
                       const Actions &actions, QWidget *window)
    : QObject(window), m_document(document), m_job(job), m_diagram(diagram), m_settings(settings), m_actions(actions), m_window(window)
{
    connect(actions[ActionId::Present], &QAction::triggered, this, [this] { play(document::SceneSpot{m_spot.story, 0}); });
    connect(actions[ActionId::PresentHere], &QAction::triggered, this, [this] { play(m_spot); });
    connect(actions[ActionId::CaptureScene], &QAction::triggered, this, &Presenting::capture);
    connect(&document, &document::Document::changed, this, [this](document::Changes what) {
        if (what.testFlag(document::Change::Dataset) && !what.testFlag(document::Change::Edited))
            choose({0, 0});
        else if (what.testFlag(document::Change::Stories))
            choose(m_spot);
    });
    choose({0, 0});
}

void Presenting::choose(document::SceneSpot spot)
{
    const auto &stories = m_document.dataset().stories;
    spot.story = std::clamp(spot.story, 0, std::max(0, static_cast<int>(stories.size()) - 1));
    const Story *story = storyAt(m_document.dataset(), spot.story);
    spot.scene = std::clamp(spot.scene, 0, story ? std::max(0, static_cast<int>(story->scenes.size()) - 1) : 0);
    const bool any = story && !story->scenes.empty();
    m_actions[ActionId::Present]->setEnabled(any);
    m_actions[ActionId::PresentHere]->setEnabled(any);
    m_actions[ActionId::ExportSlides]->setEnabled(any);
    if (spot == m_spot)
        return;
    m_spot = spot;
    Q_EMIT chosen(spot);
}

std::vector<OrganizationId> Presenting::sight() const
{
    std::vector<OrganizationId> seen;
    const diagram::Stage &stage = m_diagram.stage();
    if (stage.empty() || m_document.viewpoint().camera.fit != document::Fit::Free)
        return seen;
    const document::Placed &placed = *stage.placed();
    for (int i = 0; i < static_cast<int>(placed.network.nodes.size()); ++i)
        if (stage.plot().contains(stage.screenOf(i)))
            seen.push_back(document::organizationOf(*placed.snapshot, placed.network, i));
    if (seen.size() == placed.network.nodes.size())
        seen.clear();
    return seen;
}

void Presenting::capture()
{
    const Story *story = storyAt(m_document.dataset(), m_spot.story);
    const int count = story ? static_cast<int>(story->scenes.size()) : 0;
    Scene scene = document::sceneOf(m_document, sight());
    const std::optional<Trail> &trail = m_document.perspective().trail;
    scene.name = (trail ? document::namesOf(*m_document.snapshot(), *trail) : tr("Scene %1").arg(count + 1)).toStdString();
    const document::SceneSpot at = document::insertScene(m_document, {m_spot.story, count == 0 ? 0 : m_spot.scene + 1}, scene);
    choose(at);
    qCInfo(journey).noquote() << "captured scene" << at.scene + 1;
    Q_EMIT told(tr("Captured as scene %1").arg(at.scene + 1));
}

void Presenting::update()
{
    document::setScene(m_document, m_spot, document::SceneField::View, document::sceneOf(m_document, sight()));
}

void Presenting::visit(document::SceneSpot spot)
{
    const Story *story = storyAt(m_document.dataset(), spot.story);
    if (!story || spot.scene < 0 || spot.scene >= static_cast<int>(story->scenes.size()))
        return;
    choose(spot);
    const Scene scene = story->scenes[static_cast<std::size_t>(spot.scene)];
    document::Viewpoint next = m_document.viewpoint();
    next.perspective = scene.perspective;
    next.selection = {};
    next.camera = {};
    next.places = scene.places;
    if (scene.highlighted.size() == 1)
        next.selection = DealId(scene.highlighted.front());
    m_document.look(std::move(next));
    if (!scene.frame.empty())
        frameWhenPlaced(scene.frame);
    qCInfo(journey).noquote() << "visited scene" << spot.scene + 1;
}

/// A large network is placed in another thread: until then the window has the places of what it showed before.
void Presenting::frameWhenPlaced(const std::vector<OrganizationId> &organizations)
{
    disconnect(m_placing);
    if (!m_job.running()) {
        frame(organizations);
        return;
    }
    const Perspective wanted = m_document.perspective();
    m_placing = connect(&m_job, &document::PictureJob::placedAnew, this, [this, wanted, organizations] {
        disconnect(m_placing);
        if (m_document.perspective() == wanted)
            frame(organizations);
    });
}

void Presenting::frame(const std::vector<OrganizationId> &organizations)
{
    constexpr QSizeF room(200, 120);
    const document::PlacedPointer &placed = m_job.placed();
    if (!placed)
        return;
    QRectF box;
    for (const OrganizationId &id : organizations) {
        const int node = document::nodeOf(*placed->snapshot, placed->network, id);
        if (node < 0)
            continue;
        const layout::Point at = placed->placement.nodes[static_cast<std::size_t>(node)];
        const double radius = placed->graph.nodes[static_cast<std::size_t>(node)].radius * placed->placement.scale;
        box |= QRectF(at.x - radius, at.y - radius, 2 * radius, 2 * radius);
    }
    if (box.isEmpty())
        return;
    const QRectF plot = m_diagram.stage().plot();
    const QSizeF shown = box.size() * m_diagram.stage().fitting().factor;
    const double zoom = std::min({diagram::largestFit, std::max(100.0, plot.width() - room.width()) / shown.width(),
                                  std::max(100.0, plot.height() - room.height()) / shown.height()});
    m_document.setCamera({document::Fit::Free, zoom, box.center()});
}

void Presenting::play(document::SceneSpot from)
{
    const Story *story = storyAt(m_document.dataset(), from.story);
    if (m_player || !story || story->scenes.empty())
        return;
    present::Program program;
    program.snapshot = m_document.snapshot();
    program.story = from.story;
    program.start = from.scene;
    program.theme = m_theme.value_or(m_diagram.stage().theme());
    program.motion = m_still ? present::Motion::None : present::Motion::Full;
    program.seat = m_settings.audienceHere() ? present::Seat::Here : present::Seat::Beside;
    compare::EarlierStates states =
        compare::earlierStates(m_document.dataset(), *story, QFile::encodeName(m_document.path()).toStdString());
    program.comparisons = std::move(states.comparisons);
    if (!states.faults.empty())
        Q_EMIT told(tr("Shown by itself: %1").arg(words::plain(states.faults.front())));
    m_player = new present::Player(program, this);
    const int count = static_cast<int>(story->scenes.size());
    connect(m_player, &present::Player::shown, this,
            [count](int scene) { qCInfo(journey) << "presents scene" << scene + 1 << "of" << count; });
    connect(m_player, &present::Player::told, this, &Presenting::writeJourney);
    connect(m_player, &present::Player::ended, this, &Presenting::ended);
    connect(m_player, &present::Player::seated, this,
            [this](present::Seat seat) { m_settings.setAudienceHere(seat == present::Seat::Here); });
    m_player->begin(m_window->screen());
}

void Presenting::play(const PresentArguments &arguments)
{
    const auto &stories = m_document.dataset().stories;
    const auto found =
        arguments.story.isEmpty() ? stories.begin() : std::ranges::find(stories, StoryId(arguments.story.toStdString()), &Story::id);
    m_theme = arguments.theme;
    if (found == stories.end()) {
        const QString sentence = stories.empty() ? tr("The dataset has no story") : tr("There is no story '%1'").arg(arguments.story);
        misuse(sentence);
        Q_EMIT told(sentence);
        return;
    }
    choose({static_cast<int>(found - stories.begin()), arguments.start - 1});
    play(m_spot);
}

void Presenting::writeJourney(present::Tellings what) const
{
    if (!m_player)
        return;
    const present::PlayState &state = m_player->state();
    if (what.testFlag(present::Told::Cover))
        qCInfo(journey) << "cover" << static_cast<int>(state.cover());
    if (what.testFlag(present::Told::Spotlight))
        qCInfo(journey) << "spotlight" << state.spotlight();
    if (what.testFlag(present::Told::Zoom))
        qCInfo(journey) << "magnified" << state.zoomSteps();
}

void Presenting::ended(int scene)
{
    if (!m_player)
        return;
    qCInfo(journey) << "presentation ended at scene" << scene + 1;
    m_player->deleteLater();
    m_player.clear();
    m_theme.reset();
    choose({m_spot.story, scene});
    m_window->activateWindow();
}

} // namespace dealscape::shell

#include "moc_presenting.cpp"
