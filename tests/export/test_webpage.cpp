// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/webpage.h"
#include "io/reader.h"
#include "resources/embedded.h"
#include "testmain.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace dealscape;
using exporting::webPage;
using exporting::WebPage;

namespace {

/// What lies between two texts, the first time.
QByteArray between(const QByteArray &text, const QByteArray &from, const QByteArray &to)
{
    const qsizetype begin = text.indexOf(from);
    if (begin < 0)
        return {};
    const qsizetype start = begin + from.size();
    return text.mid(start, text.indexOf(to, start) - start);
}

QJsonObject dataOf(const QByteArray &page)
{
    return QJsonDocument::fromJson(between(page, "id=\"data\">", "</script>")).object();
}

QByteArray policyHash(const QByteArray &text)
{
    return "'sha256-" + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64() + "'";
}

const QString hostile = QStringLiteral("</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&\x01\u2028<!--");

} // namespace

class TestWebPage : public testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        resources::loadTypeface();
        m_dataset = *io::readDataset(resources::defaultDataset(), "embedded").dataset;
        m_index = std::make_unique<Index>(m_dataset);
    }

    void asksForNothingOutside()
    {
        const QByteArray &page = storyPage();
        const QByteArray policy = between(page, "Content-Security-Policy\" content=\"", "\">");
        QVERIFY2(policy.startsWith("default-src 'none';"), policy.constData());
        QVERIFY(!policy.contains("unsafe") && !policy.contains("http"));
        QVERIFY(policy.contains(policyHash(between(page, "<style>", "</style>"))));
        QVERIFY(policy.contains(policyHash(between(page, "<script>", "</script>"))));
        static const QRegularExpression fetched(
            QStringLiteral("<(link|img|iframe|object|embed|script src|base|form)[ >]|url\\((?!#)|@import"));
        QVERIFY(!fetched.match(QString::fromUtf8(page)).hasMatch());
        static const QRegularExpression inlined(QStringLiteral("<[^>]* (style|on[a-z]+)="));
        QVERIFY(!inlined.match(QString::fromUtf8(page)).hasMatch());
    }

    void tellsEveryDeal()
    {
        WebPage whole{m_dataset.opening};
        whole.perspective.filter.maximumTier = 0;
        whole.perspective.filter.countedOnly = false;
        whole.perspective.filter.publishedOnly = false;
        whole.perspective.filter.certainties = {};
        const QByteArray page = webPage(*m_index, whole);
        const QJsonObject deals = dataOf(page)[QLatin1String("deals")].toObject();
        QCOMPARE(deals.size(), static_cast<qsizetype>(m_dataset.deals.size()));
        for (const Deal &deal : m_dataset.deals) {
            const QString id = QString::fromStdString(deal.id.text());
            QCOMPARE(deals[id].toObject()[QLatin1String("sources")].toArray().size(), static_cast<qsizetype>(deal.sources.size()));
            QVERIFY2(page.contains("data-deal=\"" + id.toUtf8() + '"'), qPrintable(id));
        }
        QVERIFY2(page.size() <= 1'500'000, qPrintable(QString::number(page.size())));
    }

    void theLargestStoryStaysSmall()
    {
        WebPage page = story();
        page.perspective.filter.maximumTier = 3;
        const QByteArray bytes = webPage(*m_index, page);
        QVERIFY2(bytes.size() <= 1'500'000, qPrintable(QString::number(bytes.size())));
        QCOMPARE(bytes.count("<article class=\"scene\">"), static_cast<qsizetype>(m_dataset.stories.front().scenes.size()));
    }

    void isTheSameEachTime()
    {
        Story brief = m_dataset.stories.front();
        brief.scenes.resize(2);
        WebPage page{m_dataset.opening};
        page.story = &brief;
        QCOMPARE(webPage(*m_index, page), webPage(*m_index, page));
    }

    void everyColourHasALightAndADarkForm()
    {
        const QByteArray &page = storyPage();
        static const QRegularExpression fixed(QStringLiteral("(fill|stroke)=\"#"));
        QVERIFY(!fixed.match(QString::fromUtf8(page)).hasMatch());
        const QByteArray style = between(page, "<style>", "</style>");
        static const QRegularExpression used(QStringLiteral("\"var\\((--c\\d+)\\)\""));
        auto uses = used.globalMatch(QString::fromUtf8(page));
        QVERIFY(uses.hasNext());
        while (uses.hasNext())
            QCOMPARE(style.count(uses.next().captured(1).toLatin1() + ':'), qsizetype(3));
    }

    void namesNeverBecomeMarkup()
    {
        Dataset dataset = m_dataset;
        const std::string name = hostile.toStdString();
        dataset.title = name;
        for (Organization &organization : dataset.organizations)
            organization.name = organization.shortName = organization.note = name;
        for (Deal &deal : dataset.deals)
            deal.headline = deal.note = deal.asAnnounced = name;
        for (Source &source : dataset.sources) {
            source.title = source.publisher = name;
            source.url = "javascript:alert(3)";
        }
        for (Layer &layer : dataset.layers)
            layer.label = name;
        dataset.stories.front().scenes.resize(3);
        for (Scene &scene : dataset.stories.front().scenes)
            scene.name = scene.caption = scene.notes = name;
        const Index index(dataset);
        WebPage page{dataset.opening};
        page.story = &dataset.stories.front();
        page.author = hostile;
        const QByteArray bytes = webPage(index, page);
        QCOMPARE(bytes.count("<script"), qsizetype(2));
        QVERIFY(!bytes.contains("<img") && !bytes.contains("<!--") && !bytes.contains("href=\"javascript"));
        QVERIFY(!bytes.contains('\x01') && !between(bytes, "id=\"data\">", "</script>").contains("\xe2\x80\xa8"));
        const QJsonObject deals = dataOf(bytes)[QLatin1String("deals")].toObject();
        QVERIFY(!deals.isEmpty());
        QCOMPARE(deals.begin().value().toObject()[QLatin1String("title")].toString(), hostile);
    }

private:
    WebPage story() const
    {
        WebPage page{m_dataset.opening};
        page.story = &m_dataset.stories.front();
        return page;
    }

    /// Made once: it takes a while.
    const QByteArray &storyPage()
    {
        if (m_storyPage.isEmpty())
            m_storyPage = webPage(*m_index, story());
        return m_storyPage;
    }

    Dataset m_dataset;
    std::unique_ptr<Index> m_index;
    QByteArray m_storyPage;
};

DEALSCAPE_TEST(TestWebPage, QGuiApplication)
#include "test_webpage.moc"
