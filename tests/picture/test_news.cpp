// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "frozen.h"
#include "testmain.h"

#include <QTest>

#include "picture/news.h"
#include "resources/embedded.h"

#include <algorithm>
#include <utility>

using namespace dealscape;

namespace {

/// Pixels within a little of a colour.
int pixelsNear(const QImage &image, const QColor &colour)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor at = image.pixelColor(x, y);
            count += std::abs(at.red() - colour.red()) + std::abs(at.green() - colour.green()) + std::abs(at.blue() - colour.blue()) < 12;
        }
    return count;
}

QImage drawn(const Index &index, const News &news, const picture::PictureRequest &request)
{
    return picture::render(picture::newsPicture(index, news, request), request);
}

} // namespace

class NewsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { resources::loadTypeface(); }

    /// A picture without news has no rim; each kind of news adds its colour.
    void drawsWhatIsNewAndWhatChanged()
    {
        const Dataset dataset = sample::frozen();
        const Index index(dataset);
        picture::PictureRequest request;
        request.perspective = dataset.opening;
        request.pixels = {1280, 720};
        News news{std::vector(dataset.deals.size(), Novelty::None), std::vector(dataset.organizations.size(), Novelty::None),
                  std::vector<std::optional<MoneyRange>>(dataset.deals.size())};
        const QColor green(0x16, 0x7A, 0x3A);
        const QColor amber(0xA8, 0x62, 0x00);
        const QImage plain = drawn(index, news, request);
        QCOMPARE(plain.size(), QSize(1280, 720));
        const int greenBefore = pixelsNear(plain, green);
        const int amberBefore = pixelsNear(plain, amber);
        const picture::Picture picture = picture::picture(index, request);
        QVERIFY(picture.network.edges.size() > 4);
        for (const int deal : picture.network.edges[0].deals)
            news.deals[at(deal)] = Novelty::New;
        news.organizations[at(picture.network.nodes[0].organization)] = Novelty::New;
        const QImage withNew = drawn(index, news, request);
        QVERIFY(pixelsNear(withNew, green) > greenBefore + 100);
        QVERIFY(std::abs(pixelsNear(withNew, amber) - amberBefore) < 20);
        for (const int deal : picture.network.edges[2].deals) {
            news.deals[at(deal)] = Novelty::Changed;
            news.before[at(deal)] = MoneyRange::exactly(Money::billions(15));
        }
        QVERIFY(pixelsNear(drawn(index, news, request), amber) > amberBefore + 100);
    }

    void endsWhenItIsNotWanted()
    {
        const Dataset dataset = sample::frozen();
        const Progress unwanted{{}, [] { return true; }};
        QVERIFY(picture::render(picture::newsPicture(Index(dataset), {}, {}, unwanted), {}, unwanted).isNull());
    }
};

DEALSCAPE_TEST(NewsTest, QGuiApplication)
#include "test_news.moc"
