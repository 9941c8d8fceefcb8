// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "models/searchindex.h"

#include "document/document.h"

#include <QElapsedTimer>

using namespace dealscape;
using namespace dealscape::models;

class SearchTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_document.openEmbedded();
        m_index = std::make_unique<SearchIndex>(m_document.snapshot());
    }

    void countsSlips_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<int>("slips");
        QTest::newRow("same") << "oracle"
                              << "oracle" << 0;
        QTest::newRow("swapped") << "oralce"
                                 << "oracle" << 1;
        QTest::newRow("missing") << "nvida"
                                 << "nvidia" << 1;
        QTest::newRow("added") << "nvvidia"
                               << "nvidia" << 1;
        QTest::newRow("wrong") << "abilone"
                               << "abilene" << 1;
        QTest::newRow("two") << "sofbanc"
                             << "softbank" << 2;
        QTest::newRow("far") << "amazon"
                             << "oracle" << 3;
        QTest::newRow("empty") << ""
                               << "ab" << 2;
    }

    void countsSlips()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(int, slips);
        QCOMPARE(typingSlips(a, b, 2), slips);
        QCOMPARE(typingSlips(b, a, 2), slips);
    }

    void cutsWords()
    {
        QCOMPARE(searchWords("Crédit Agricole, S.A.: $20–30B"), QStringList({"credit", "agricole", "s", "a", "20", "30b"}));
        QCOMPARE(searchWords("  "), QStringList());
        QCOMPARE(searchWords(QString::fromUtf8("شركة 数据")).size(), 2);
    }

    void finds_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("first");
        QTest::newRow("name") << "nvidia"
                              << "Nvidia";
        QTest::newRow("case") << "NVIDIA"
                              << "Nvidia";
        QTest::newRow("slip") << "nvidai"
                              << "Nvidia";
        QTest::newRow("ticker") << "NVDA"
                                << "Nvidia";
        QTest::newRow("start") << "softb"
                               << "SoftBank Group";
    }

    void finds()
    {
        QFETCH(QString, query);
        QFETCH(QString, first);
        const auto hits = m_index->find(query);
        QVERIFY(!hits.empty());
        QCOMPARE(hits.front().kind, Found::Organization);
        QCOMPARE(titleOf(*m_document.snapshot(), hits.front()), first);
    }

    void findsNotesAndSources()
    {
        const auto abilene = m_index->find("Abilene");
        QVERIFY(!abilene.empty());
        const auto journal = m_index->find("wall street journal", 500);
        QVERIFY(std::any_of(journal.begin(), journal.end(), [](const Hit &hit) { return hit.kind == Found::Source; }));
        for (const Hit &hit : journal)
            QVERIFY(!titleOf(*m_document.snapshot(), hit).isEmpty());
    }

    void everyWordMustMatch()
    {
        QVERIFY(!m_index->find("openai oracle").empty());
        QVERIFY(m_index->find("openai zzzzqqqq").empty());
        QVERIFY(m_index->find("").empty());
    }

    void answersWhileTypingOverManyDeals()
    {
        Dataset large;
        large.layers = defaultLayers();
        for (int i = 0; i < 20'000; ++i) {
            Organization organization;
            organization.id = OrganizationId(QString("o%1").arg(i).toStdString());
            organization.name = QString("Company %1").arg(i * 7919 % 20000).toStdString();
            large.organizations.push_back(organization);
        }
        for (int i = 0; i < 100'000; ++i) {
            Deal deal;
            deal.id = DealId(QString("d%1").arg(i).toStdString());
            deal.supplier = large.organizations[static_cast<std::size_t>(i % 20'000)].id;
            deal.customer = large.organizations[static_cast<std::size_t>((i + 7) % 20'000)].id;
            deal.headline = QString("Agreement %1 on capacity").arg(i).toStdString();
            large.deals.push_back(deal);
        }
        const SearchIndex index(std::make_shared<document::Snapshot>(std::make_shared<const Dataset>(std::move(large)), 1));
        QElapsedTimer clock;
        for (const QString query : {"a", "agreem", "agrement 4711", "compnay 99", "capacity"}) {
            clock.start();
            const auto hits = index.find(query);
            QVERIFY(!hits.empty());
            qInfo("%s: %lld ms", qPrintable(query), clock.elapsed());
        }
    }

private:
    document::Document m_document;
    std::unique_ptr<SearchIndex> m_index;
};

DEALSCAPE_TEST(SearchTest, QGuiApplication)
#include "test_search.moc"
