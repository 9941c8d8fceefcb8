// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parties.h"
#include "testmain.h"

#include <QTest>

#include "document/document.h"
#include "document/trails.h"
#include "document/unfolding.h"

using namespace dealscape;
using namespace dealscape::document;

class TrailsTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Case::init();
        m_document.openEmbedded();
    }

    void findsAndSaysAPath()
    {
        const auto path = moneyPath(*m_document.snapshot(), m_document.network(), nvidia, oracle);
        QVERIFY(path && !path->closed);
        QCOMPARE(path->organizations.front(), nvidia);
        QCOMPARE(path->organizations.back(), oracle);
        const QString words = describe(*m_document.snapshot(), m_document.network(), *path);
        QVERIFY2(words.startsWith("Nvidia pays OpenAI pays Oracle: 2 steps, smallest leg $"), qPrintable(words));
    }

    void saysThatThereIsNone()
    {
        Filter none;
        none.text = "no such word";
        Perspective perspective = m_document.perspective();
        perspective.filter = none;
        m_document.setPerspective(perspective);
        QVERIFY(!moneyPath(*m_document.snapshot(), m_document.network(), nvidia, oracle));
        const QString words = describeNoPath(*m_document.snapshot(), m_document.network(), nvidia, oracle);
        QCOMPARE(words, "No money goes from Nvidia to Oracle in view");
    }

    void saysThatItGoesTheOtherWay()
    {
        const auto &organizations = m_document.dataset().organizations;
        for (const Organization &o : organizations)
            if (moneyPath(*m_document.snapshot(), m_document.network(), o.id, openai) &&
                !moneyPath(*m_document.snapshot(), m_document.network(), openai, o.id))
            {
                const QString words = describeNoPath(*m_document.snapshot(), m_document.network(), openai, o.id);
                QVERIFY2(words.endsWith(", only the other way"), qPrintable(words));
                return;
            }
        QFAIL("nobody only pays OpenAI");
    }

    void aLoopReturnsAndALegOutOfViewIsNamed()
    {
        Trail loop{{nvidia, openai, oracle}, true};
        const QString words = describe(*m_document.snapshot(), m_document.network(), loop);
        QVERIFY2(words.startsWith("Nvidia pays OpenAI pays Oracle pays Nvidia: 3 steps, smallest leg "), qPrintable(words));
        Perspective perspective = m_document.perspective();
        perspective.filter.text = "abilene";
        m_document.setPerspective(perspective);
        QVERIFY(describe(*m_document.snapshot(), m_document.network(), loop).endsWith("is not in view"));
    }

    void longNamesAreCut()
    {
        Trail trail;
        for (std::size_t i = 0; i < 8; ++i)
            trail.organizations.push_back(m_document.dataset().organizations[i].id);
        const QString names = namesOf(*m_document.snapshot(), trail);
        QCOMPARE(names.count(" pays "), 4);
        QVERIFY(names.contains("pays … pays"));
    }

    void expandingAndCollapsingUndoEachOther()
    {
        Perspective whole = m_document.perspective();
        QVERIFY(!expanded(whole, openai));
        const auto folded = collapsed(whole, openai);
        QVERIFY(folded && folded->collapsed.contains(openai));
        QVERIFY(!collapsed(*folded, openai));
        QVERIFY(expanded(*folded, openai) == whole);
        whole.focus = Focus{nvidia, 1};
        QVERIFY(!expanded(whole, nvidia));
        const auto grown = expanded(whole, openai);
        QVERIFY(grown && grown->expanded.contains(openai));
        QVERIFY(!expanded(*grown, openai));
        QVERIFY(collapsed(*grown, openai) == whole);
    }

    void expandedNeighboursComeIntoView()
    {
        m_document.focus(Focus{oracle, 1});
        const Neighbours before = neighboursOf(*m_document.snapshot(), m_document.perspective(), openai);
        QVERIFY(before.hidden > 0 && before.hidden < before.all);
        const std::size_t nodes = m_document.network().nodes.size();
        m_document.setPerspective(*expanded(m_document.perspective(), openai));
        QCOMPARE(m_document.network().nodes.size(), nodes + static_cast<std::size_t>(before.hidden));
        QCOMPARE(neighboursOf(*m_document.snapshot(), m_document.perspective(), openai).hidden, 0);
        m_document.focus(Focus{oracle, 2});
        QCOMPARE(m_document.perspective().expanded.size(), std::size_t(1));
        m_document.focus(std::nullopt);
        QVERIFY(m_document.perspective().expanded.empty());
    }

    void collapsedNeighboursAreCounted()
    {
        const std::size_t nodes = m_document.network().nodes.size();
        m_document.setPerspective(*collapsed(m_document.perspective(), openai));
        const Neighbours after = neighboursOf(*m_document.snapshot(), m_document.perspective(), openai);
        QVERIFY(after.hidden > 0);
        QCOMPARE(m_document.network().nodes.size(), nodes - static_cast<std::size_t>(after.hidden));
    }

private:
    Document m_document;
};

DEALSCAPE_TEST(TrailsTest, QCoreApplication)
#include "test_trails.moc"
