// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"

#include "bench/networks.h"
#include "bench/timing.h"
#include "drawing/drawing.h"
#include "models/searchindex.h"
#include "resources/embedded.h"
#include "shell/mainwindow.h"
#include "style/text.h"
#include "widgets/look.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <random>

namespace dealscape::bench {

namespace {

struct Moment {
    double time = wall();
    double used = computed();
};

/// Notes when a widget was first painted and its pixels were handed to the window system: when the event that led to the
/// painting is done with.
class WatchingApplication : public QApplication {
public:
    using QApplication::QApplication;

    void watch(const QWidget &widget)
    {
        m_widget = &widget;
        m_seen = false;
        m_painted.reset();
    }
    const std::optional<Moment> &painted() const { return m_painted; }

    bool notify(QObject *receiver, QEvent *event) override
    {
        m_seen = m_seen || (receiver == m_widget && event->type() == QEvent::Paint);
        ++m_depth;
        const bool done = QApplication::notify(receiver, event);
        if (--m_depth == 0 && m_seen && !m_painted)
            m_painted = Moment();
        return done;
    }

private:
    const QWidget *m_widget = nullptr;
    bool m_seen = false;
    int m_depth = 0;
    std::optional<Moment> m_painted;
};

class Series {
public:
    template <class Work>
    void time(Work work)
    {
        const Moment start;
        work();
        add(start, Moment());
    }

    void add(const Moment &start, const Moment &end)
    {
        m_computed.push_back(end.used - start.used);
        m_times.push_back(end.time - start.time);
    }

    void print(const char *name, double allowed)
    {
        std::sort(m_times.begin(), m_times.end());
        std::sort(m_computed.begin(), m_computed.end());
        const auto at = [](const std::vector<double> &times, double share) {
            return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
        };
        std::printf("%-44s %8.2f %8.2f %8.2f   %8.2f %8.2f   of %3.0f ms, %zu times\n", name, at(m_times, 0.5), at(m_times, 0.95),
                    m_times.back(), at(m_computed, 0.5), at(m_computed, 0.95), allowed, m_times.size());
    }

private:
    std::vector<double> m_times;
    std::vector<double> m_computed;
};

/// Lets everything happen that was asked for, painting too.
void settle(shell::MainWindow &window)
{
    do
        QCoreApplication::processEvents();
    while (window.diagram().moving() || window.pictureJob().running());
    QCoreApplication::processEvents();
}

void point(diagram::DiagramView &diagram, QPointF at)
{
    QMouseEvent move(QEvent::MouseMove, at, diagram.mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&diagram, &move);
}

void click(diagram::DiagramView &diagram, QPointF at)
{
    const QPointF global = diagram.mapToGlobal(at);
    QMouseEvent press(QEvent::MouseButtonPress, at, global, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QMouseEvent release(QEvent::MouseButtonRelease, at, global, Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&diagram, &press);
    QCoreApplication::sendEvent(&diagram, &release);
}

/// Does something and waits until the picture was painted, and then until all the rest is done.
template <class Work>
void timePainting(diagram::DiagramView &diagram, Series &picture, Series &all, Work work)
{
    auto &application = *static_cast<WatchingApplication *>(QCoreApplication::instance());
    application.watch(diagram);
    const Moment start;
    work();
    while (!application.painted())
        QCoreApplication::processEvents();
    for (int i = 0; i < 3; ++i)
        QCoreApplication::processEvents();
    picture.add(start, *application.painted());
    all.add(start, Moment());
}

void timeClicks(shell::MainWindow &window, int runs)
{
    Series taps, tapsAll, hovers, hoversAll, nodes, nodesAll, edges, edgesAll;
    diagram::DiagramView &diagram = window.diagram();
    for (int run = 0; run < runs; ++run) {
        const drawing::Drawing &drawing = diagram.stage().drawing();
        const QPointF offset = diagram.stage().sight().offset;
        const drawing::NodeMark &node = drawing.nodes[static_cast<std::size_t>(run) % drawing.nodes.size()];
        const QPointF nodeAt = node.centre + offset;
        const auto edge = static_cast<int>(static_cast<std::size_t>(run) % window.document().network().edges.size());
        const QPointF next = drawing.nodes[static_cast<std::size_t>(run + 1) % drawing.nodes.size()].centre + offset;
        timePainting(diagram, taps, tapsAll, [&] { click(diagram, nodeAt); });
        timePainting(diagram, hovers, hoversAll, [&] { point(diagram, next); });
        timePainting(diagram, nodes, nodesAll, [&] { click(diagram, next); });
        timePainting(diagram, edges, edgesAll, [&] { diagram.activate({drawing::TargetKind::Edge, edge}); });
    }
    hovers.print("pointing at a node to its lit neighbours", 16);
    nodes.print("click on a node pointed at to its selection", 16);
    nodesAll.print("  and to its details", 0);
    taps.print("tap on a node not pointed at before", 16);
    tapsAll.print("  and to its details", 0);
    edges.print("choosing an edge to repainted selection", 16);
    edgesAll.print("  and to its details", 0);
}

std::vector<Perspective> filtersOf(const Perspective &open)
{
    std::vector<Perspective> list(8, open);
    list[0].filter.certainties = {Certainty::Paid, Certainty::Binding};
    list[1].filter.families = {Family::Capital};
    list[2].filter.atLeast = Money::billions(20);
    list[3].filter.until = Date{2025, 6, 0};
    list[4].filter.maximumTier = 2;
    list[5].filter.text = "nvidia";
    list[6].filter.maximumTier = 0;
    list[7].filter.countries = {"US"};
    return list;
}

void timeFilters(shell::MainWindow &window, int runs)
{
    Series first;
    Series again;
    const Perspective open = window.document().perspective();
    for (int run = 0; run < runs; ++run) {
        window.document().arrange(open.layout, {}, QString());
        settle(window);
        for (const Perspective &filtered : filtersOf(open)) {
            for (const Perspective &next : {filtered, open})
                (next == open ? again : first).time([&] {
                    window.document().setPerspective(next);
                    settle(window);
                });
        }
    }
    first.print("a filter to the picture at rest", 250);
    again.print("its removal to the picture at rest", 250);
}

/// Deals as people write of them: places, projects and figures in invented words, so that most headlines have a word of
/// their own.
Dataset written(int deals)
{
    constexpr std::array syllables = {"ab",  "le", "ne",  "mor", "ta",  "vi",  "ro", "sun",
                                      "del", "ka", "lin", "os",  "pre", "gal", "tu", "wen"};
    const Network network = generated(deals / 5, deals, 7);
    std::mt19937_64 engine(11);
    const auto word = [&] {
        std::string text;
        for (int i = 0; i < 4; ++i)
            text += syllables[engine() % syllables.size()];
        return text;
    };
    Dataset dataset;
    dataset.layers = defaultLayers();
    for (std::size_t i = 0; i < network.values.size(); ++i) {
        Organization made;
        made.id = OrganizationId("o" + std::to_string(i));
        made.name = word() + " " + word();
        made.layer = dataset.layers[i % dataset.layers.size()].id;
        dataset.organizations.push_back(std::move(made));
    }
    for (std::size_t i = 0; i < network.deals.size(); ++i) {
        Deal made;
        made.id = DealId("d" + std::to_string(i));
        made.customer = made.payer.emplace("o" + std::to_string(network.deals[i].first));
        made.supplier = made.payee.emplace("o" + std::to_string(network.deals[i].second));
        made.headline = word() + " capacity agreement " + std::to_string(i);
        made.note = "Signed for the " + word() + " site, first phase in " + word();
        dataset.deals.push_back(std::move(made));
    }
    return dataset;
}

void timeSearch(int deals)
{
    auto snapshot = std::make_shared<const document::Snapshot>(std::make_shared<const Dataset>(written(deals)), 1);
    Series build;
    std::unique_ptr<models::SearchIndex> index;
    build.time([&] { index = std::make_unique<models::SearchIndex>(snapshot); });
    Series typing;
    for (const char *query : {"ablenemor", "capacity agreement", "talinos galtu", "presun site 4711", "wensundle phase", "viroogaltu"}) {
        const QString text = QString::fromLatin1(query);
        for (qsizetype letters = 1; letters <= text.size(); ++letters)
            typing.time([&] { index->find(text.left(letters)); });
    }
    build.print("index of the search", 0);
    typing.print("results after a letter", 30);
}

} // namespace

int runInteract(const std::vector<std::string> &arguments)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && qEnvironmentVariableIsEmpty("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    int count = 1;
    char name[] = "dealscape-bench";
    char *argv[] = {name, nullptr};
    QApplication::setStyle(new widgets::Look);
    WatchingApplication application(count, argv);
    resources::loadTypeface();
    QApplication::setFont(style::font(style::FontRole::Body));
    const QTemporaryDir folder;
    settings::Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    shell::MainWindow window(settings);
    window.document().openEmbedded();
    window.resize(1920, 1080);
    window.show();
    settle(window);
    std::printf("%-44s %8s %8s %8s   %8s %8s\n", "milliseconds", "median", "95 %", "most", "computed", "95 %");
    timeClicks(window, option(arguments, "--runs", 100));
    timeFilters(window, std::max(1, option(arguments, "--runs", 100) / 20));
    timeSearch(option(arguments, "--deals", 100'000));
    return 0;
}

} // namespace dealscape::bench
