// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "samples.h"

#include "io/writer.h"

#include <atomic>
#include <cstdlib>
#include <new>
#include <string>

#include <malloc.h>

namespace {

std::atomic<std::size_t> inUse{0};
std::atomic<std::size_t> peak{0};

void *allocate(std::size_t size)
{
    void *memory = std::malloc(size ? size : 1);
    if (!memory)
        std::abort();
    const std::size_t now = inUse += ::malloc_usable_size(memory);
    for (std::size_t before = peak; before < now && !peak.compare_exchange_weak(before, now);) {
    }
    return memory;
}

void release(void *memory)
{
    if (memory)
        inUse -= ::malloc_usable_size(memory);
    std::free(memory);
}

} // namespace

// Every allocation of the program is counted, so that the peak is exact and does not depend on the machine's load.
void *operator new(std::size_t size)
{
    return allocate(size);
}

void *operator new[](std::size_t size)
{
    return allocate(size);
}

void *operator new(std::size_t size, const std::nothrow_t &) noexcept
{
    return allocate(size);
}

void *operator new[](std::size_t size, const std::nothrow_t &) noexcept
{
    return allocate(size);
}

void operator delete(void *memory) noexcept
{
    release(memory);
}

void operator delete[](void *memory) noexcept
{
    release(memory);
}

void operator delete(void *memory, std::size_t) noexcept
{
    release(memory);
}

void operator delete[](void *memory, std::size_t) noexcept
{
    release(memory);
}

using namespace dealscape;
using namespace dealscape::io;

namespace {

constexpr int dealCount = 100'000;

/// The tersest deals there can be, in the least text: the worst case for memory by the byte.
std::string terse()
{
    std::string text = R"({"format":"dealscape","version":1,"organizations":[)";
    for (int i = 0; i < 1000; ++i)
        text += (i ? "," : "") + (R"({"id":"o)" + std::to_string(i)) + R"(","name":"O)" + std::to_string(i) + R"(","layer":"cloud"})";
    text += R"(],"sources":[{"id":"s","publisher":"P","title":"T"}],"deals":[)";
    for (int i = 0; i < dealCount; ++i) {
        const std::string from = std::to_string(i % 1000);
        const std::string to = std::to_string((i + 1) % 1000);
        text += (i ? "," : "") + (R"({"id":"d)" + std::to_string(i)) + R"(","supplier":"o)" + from + R"(","customer":"o)" + to +
            R"(","payer":"o)" + to + R"(","payee":"o)" + from +
            R"(","kind":"loan","flowClass":"capital","value":{"low":1,"high":2},"announced":"2025","status":"signed","certainty":"paid","sources":["s"]})";
    }
    return text + "]}";
}

/// The shipped network's deals over and over, as the writer writes them.
std::string usual()
{
    const Dataset network = samples::sound(samples::dataset("ai-infrastructure.json"));
    Dataset large = network;
    large.stories.clear();
    large.article.clear();
    large.deals.clear();
    large.deals.reserve(dealCount);
    for (int i = 0; i < dealCount; ++i) {
        Deal deal = network.deals[static_cast<std::size_t>(i) % network.deals.size()];
        if (static_cast<std::size_t>(i) >= network.deals.size())
            deal.id = DealId(deal.id.text() + '-' + std::to_string(i));
        large.deals.push_back(deal);
    }
    return writeDataset(large);
}

} // namespace

class LargeTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void memory_data();
    void memory();
    void countingWorks();
    void placesOfLateFaults();
};

void LargeTest::countingWorks()
{
    const std::size_t before = inUse;
    peak = before;
    {
        const std::string large(1'000'000, 'x');
        QVERIFY(inUse >= before + large.size());
    }
    QCOMPARE(inUse.load(), before);
    QVERIFY(peak >= before + 1'000'000);
}

void LargeTest::memory_data()
{
    QTest::addColumn<bool>("isTerse");
    QTest::newRow("terse") << true;
    QTest::newRow("usual") << false;
}

/// A large file needs at most ten times its size at the peak of its reading, its own bytes included.
void LargeTest::memory()
{
    QFETCH(bool, isTerse);
    const std::string text = isTerse ? terse() : usual();
    const std::size_t before = inUse;
    peak = before;
    const ReadResult result = readDataset(text, "large.json");
    QVERIFY(result.dataset.has_value());
    QCOMPARE(result.dataset->deals.size(), std::size_t(dealCount));
    const double atPeak = static_cast<double>(peak - before + text.size()) / static_cast<double>(text.size());
    const double after = static_cast<double>(inUse - before) / static_cast<double>(text.size());
    qInfo("%.1f MB of text: %.2f times its size at the peak with the text, %.2f for the dataset alone",
          static_cast<double>(text.size()) / 1e6, atPeak, after);
    QVERIFY(atPeak <= 10);
}

void LargeTest::placesOfLateFaults()
{
    std::string text = terse();
    const std::size_t last = text.rfind("\"payee\":\"o") + 8;
    text.insert(last + 2, "x");
    const ReadResult result = readDataset(text, "large.json");
    QVERIFY(!result.dataset);
    QCOMPARE(result.issues.size(), std::size_t(1));
    QCOMPARE(result.issues[0].pointer, std::string("/deals/99999/payee"));
    QCOMPARE(result.issues[0].column, static_cast<int>(last) + 1);
}

DEALSCAPE_TEST(LargeTest, dealscape::testing::NoApplication)
#include "test_large.moc"
