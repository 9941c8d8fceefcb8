// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"

#include "bench/networks.h"
#include "bench/timing.h"
#include "charts/chartspage.h"
#include "charts/chartview.h"
#include "io/reader.h"
#include "resources/embedded.h"

#include <QApplication>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QHorizontalStackedBarSeries>
#include <QImage>
#include <QPainter>

#include <array>
#include <cstdio>
#include <memory>
#include <unordered_map>

namespace dealscape::bench {

namespace {

template <class Work>
double computing(Work work)
{
    return milliseconds(work, computed);
}

void report(const char *what, double ours, const char *theirs, double reference)
{
    std::printf("%-34s %8.2f ms   %-28s %8.2f ms   ratio %6.2f\n", what, ours, theirs, reference, ours / reference);
}

QImage canvas()
{
    QImage image(1920, 1080, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

/// Every chart painted, also those below the fold.
void paintAll(const std::vector<charts::ChartView *> &views, QImage &image)
{
    for (charts::ChartView *chart : views)
        chart->render(&image);
}

std::array<Perspective, 3> filters(const Dataset &dataset)
{
    std::array<Perspective, 3> list = {dataset.opening, dataset.opening, dataset.opening};
    list[1].filter.maximumTier = 2;
    list[2].filter.maximumTier = 3;
    return list;
}

/// Nine charts as the toolkit's own examples make them, each with 25 bars of four stacked sets.
double plainCharts(QImage &image)
{
    return computing([&] {
        for (int i = 0; i < 9; ++i) {
            auto *series = new QHorizontalStackedBarSeries;
            for (int s = 0; s < 4; ++s) {
                auto *set = new QBarSet(QString::number(s));
                for (int bar = 0; bar < 25; ++bar)
                    set->append(bar + s);
                series->append(set);
            }
            auto *chart = new QChart;
            chart->addSeries(series);
            chart->createDefaultAxes();
            QChartView view(chart);
            view.resize(600, 500);
            view.QWidget::render(&image);
        }
    });
}

void timePage(int runs)
{
    const auto dataset = std::make_shared<const Dataset>(*io::readDataset(resources::defaultDataset(), "embedded").dataset);
    const auto changes = filters(*dataset);
    charts::ChartsPage page;
    page.resize(1872, 900);
    page.look(dataset, changes[0], OrganizationId("openai"));
    QImage image = canvas();
    paintAll(page.charts(), image);
    std::vector<double> rebuilt, painted, plain;
    for (int run = 1; run <= runs; ++run) {
        const double built = computing([&] { page.look(dataset, changes[static_cast<std::size_t>(run) % 3], OrganizationId("openai")); });
        rebuilt.push_back(built);
        painted.push_back(built + computing([&] { paintAll(page.charts(), image); }));
        plain.push_back(plainCharts(image));
    }
    std::printf("embedded dataset, nine charts, %d changes of the filter\n", runs);
    report("tables and layout alone", median(rebuilt), "nine plain chart widgets", median(plain));
    report("tables, layout and painting", median(painted), "nine plain chart widgets", median(plain));
}

double onePass(const Dataset &dataset)
{
    return computing([&] {
        std::unordered_map<std::string, std::int64_t> sums;
        for (const Deal &deal : dataset.deals)
            if (deal.payer && deal.value.high)
                sums[deal.payer->text()] += deal.value.high->dollars();
        if (sums.empty())
            std::puts("nothing to add up");
    });
}

struct Asked {
    const char *name;
    reports::ChartKind kind;
};

constexpr Asked kinds[] = {{"by partner", reports::ChartKind::Partner},
                           {"by kind", reports::ChartKind::Kind},
                           {"by layer", reports::ChartKind::Layer},
                           {"by certainty", reports::ChartKind::Certainty},
                           {"by country", reports::ChartKind::Country},
                           {"over time", reports::ChartKind::Timeline},
                           {"by year", reports::ChartKind::Schedule},
                           {"price a gigawatt", reports::ChartKind::Plausibility},
                           {"reconciliation", reports::ChartKind::Reconciliation},
                           {"concentration", reports::ChartKind::Concentration}};

void timeAggregation(std::size_t deals)
{
    const Dataset dataset = manyDeals(deals);
    const Index index(dataset);
    Perspective perspective;
    perspective.filter.certainties.clear();
    constexpr int repeats = 5;
    std::vector<double> reference, ground;
    for (int i = 0; i < repeats; ++i) {
        reference.push_back(onePass(dataset));
        ground.push_back(computing([&] { const reports::ChartGround made(index, perspective); }));
    }
    const double pass = median(reference);
    std::printf("\n%zu deals\n", dataset.deals.size());
    report("filtered and sorted for charts", median(ground), "one pass, summed by payer", pass);
    const reports::ChartGround filtered(index, perspective);
    for (const Asked &asked : kinds) {
        std::vector<double> times;
        for (int i = 0; i < repeats; ++i)
            times.push_back(computing([&] {
                reports::chartTable(filtered, {asked.kind, Lens::Value, {}, reports::ChartBound::Range, 10});
            }));
        report(asked.name, median(times), "one pass, summed by payer", pass);
    }
}

} // namespace

int runCharts(const std::vector<std::string> &arguments)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int count = 1;
    char program[] = "dealscape-bench";
    char *values[] = {program, nullptr};
    const QApplication application(count, values);
    resources::loadTypeface();
    timePage(option(arguments, "--runs", 31));
    timeAggregation(static_cast<std::size_t>(option(arguments, "--deals", 100'000)));
    return 0;
}

} // namespace dealscape::bench
