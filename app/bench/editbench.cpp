// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benches.h"

#include "bench/networks.h"
#include "bench/timing.h"
#include "document/editing.h"
#include "entry/desk.h"
#include "resources/embedded.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace dealscape::bench {

namespace {

double highest(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

void print(const char *name, const std::vector<double> &times)
{
    std::printf("%-34s %9.2f ms   95 %%: %9.2f\n", name, median(times), highest(times, 0.95));
}

/// Letters typed into a line, each until everything it led to is done and painted.
std::vector<double> lettersInto(QLineEdit &line, int runs)
{
    std::vector<double> times;
    line.setFocus();
    for (int run = 0; run < runs; ++run)
        times.push_back(milliseconds([&] {
            const QString letter(QChar(u'a' + run % 26));
            QKeyEvent press(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, letter);
            QApplication::sendEvent(&line, &press);
            QApplication::processEvents();
        }));
    return times;
}

} // namespace

int runEdit(const std::vector<std::string> &arguments)
{
    const int runs = option(arguments, "--runs", 100);
    const auto deals = static_cast<std::size_t>(option(arguments, "--deals", 100'000));
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char name[] = "dealscape-bench";
    char *argv[] = {name, nullptr};
    const QApplication application(argc, argv);
    resources::loadTypeface();

    document::Document document;
    auto dataset = std::make_shared<const Dataset>(manyDeals(deals));
    document.adopt(QStringLiteral("many.json"), std::make_shared<document::Snapshot>(dataset, 1), {});
    const DealId middle = dataset->deals[deals / 2].id;
    std::printf("%zu deals\n", dataset->deals.size());

    entry::Desk desk(document, new QWidget);
    desk.resize(416, 900);
    desk.show();
    document.select(middle);
    std::printf("%-34s %9.2f ms\n", "opening the form", milliseconds([&] {
                    desk.edit();
                    QApplication::processEvents();
                }));
    QLineEdit bare;
    bare.show();
    const std::vector<double> plain = lettersInto(bare, runs);
    const std::vector<double> typed = lettersInto(*desk.findChild<QLineEdit *>(QStringLiteral("headline")), runs);
    desk.finish();
    print("a letter in a bare line", plain);
    print("a letter in a deal's headline", typed);
    std::printf("%-34s %9.2f\n", "ratio", median(typed) / median(plain));

    std::vector<double> anew, put, back, gone;
    for (int run = 0; run < std::max(1, runs / 10); ++run)
        anew.push_back(milliseconds([&] { document::Snapshot(document.snapshot()->shared(), 1).index().position(middle); }));
    for (int run = 0; run < runs; ++run) {
        put.push_back(milliseconds([&] {
            Deal deal = *document.snapshot()->index().deal(middle);
            deal.note = std::to_string(run);
            document::setRecord(document, deal, QStringLiteral("Edit note"));
        }));
        back.push_back(milliseconds([&] { document.undoStack().undo(); }));
        gone.push_back(milliseconds([&] {
            Dataset next = document.dataset();
            next.deals.erase(deals / 3);
            document.edit(QStringLiteral("Delete"), next);
        }));
        document.undoStack().undo();
    }
    print("a field put into the dataset", put);
    print("taken back", back);
    print("a deal taken out", gone);
    print("the look-ups of all built anew", anew);
    std::printf("%-34s %9.3f\n", "ratio of a field to that", median(put) / median(anew));
    return 0;
}

} // namespace dealscape::bench
