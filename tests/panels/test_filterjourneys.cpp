// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "document/wording.h"
#include "models/chips.h"
#include "panels/filterbar.h"
#include "sample.h"
#include "sights.h"
#include "stage.h"

#include <QApplication>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QToolButton>

#include <algorithm>
#include <functional>

using namespace dealscape;
using namespace dealscape::panels;

namespace {

using Setting = std::function<void(Perspective &)>;

} // namespace

/// Every filter, set and taken back by hand.
class FilterJourneysTest : public dealscape::testing::Case {
    Q_OBJECT

    QMenu *menuOf(const QString &group)
    {
        Q_EMIT m_bar->addMenu()->aboutToShow();
        for (const QAction *action : m_bar->addMenu()->actions())
            if (action->text() == group)
                return action->menu();
        return nullptr;
    }
    /// The chips that are seen, from left to right.
    std::vector<ChipButton *> chips()
    {
        sights::settle();
        std::vector<ChipButton *> seen;
        for (ChipButton *chip : m_bar->findChildren<ChipButton *>())
            if (!chip->isHidden())
                seen.push_back(chip);
        std::ranges::sort(seen, {}, [](const ChipButton *chip) { return chip->x(); });
        return seen;
    }
    ChipButton *chip(const QString &name)
    {
        for (ChipButton *found : chips())
            if (found->text() == name)
                return found;
        return nullptr;
    }
    void cross(ChipButton &chip) { QTest::mouseClick(&chip, Qt::LeftButton, {}, {chip.width() - 14, chip.height() / 2}); }

private Q_SLOTS:
    void init()
    {
        Case::init();
        m_document = sights::opened(sample::quoted());
        m_bar = std::make_unique<FilterBar>(*m_document);
        m_bar->resize(3000, 40);
        m_bar->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
    }
    void cleanup()
    {
        m_bar.reset();
        m_document.reset();
    }

    /// What a row of the menu says is in view then is in view then: so many deals, and their sum.
    void everyRowKeepsItsPromise_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<Setting>("clear");
        const auto row = [](const char *group, const Setting &clear) { QTest::newRow(group) << QString::fromLatin1(group) << clear; };
        row("Tier", [](Perspective &) {});
        row("Certainty", [](Perspective &p) { p.filter.certainties.clear(); });
        row("Flow", [](Perspective &) {});
        row("Kind", [](Perspective &) {});
        row("Layer", [](Perspective &) {});
        row("Country", [](Perspective &) {});
        row("Organisation", [](Perspective &) {});
        row("Weakest source", [](Perspective &) {});
        row("Least amount", [](Perspective &) {});
        row("Announced in", [](Perspective &) {});
        row("Announced since", [](Perspective &) {});
        row("Records", [](Perspective &) {});
    }

    void everyRowKeepsItsPromise()
    {
        QFETCH(QString, group);
        QFETCH(Setting, clear);
        Perspective ground = m_document->perspective();
        clear(ground);
        m_document->setPerspective(ground);
        const QMenu *menu = menuOf(group);
        QVERIFY(menu);
        const auto entries = menu->actions().size();
        int tried = 0;
        for (qsizetype i = 0; i < entries; ++i) {
            QAction *entry = menuOf(group)->actions()[i];
            if (!entry->isCheckable() || !entry->isEnabled() || (entry->isChecked() && group != "Records"))
                continue;
            const QString words = entry->text();
            const QString aside = words.section(u'\t', 1);
            QVERIFY2(aside.contains(QRegularExpression("^\\d+ deals?(, \\S+)?$")), qPrintable(words));
            entry->trigger();
            QVERIFY2(m_document->perspective() != ground, qPrintable(words));
            const auto &deals = m_document->network().deals;
            QVERIFY2(aside.section(u' ', 0, 0).toInt() == static_cast<int>(deals.size()),
                     qPrintable(QStringLiteral("%1 leads to %2").arg(words).arg(deals.size())));
            const QString sums = document::describeSums(*m_document->shown(), deals, 9);
            if (aside.contains(", "))
                QVERIFY2(sums.endsWith(u' ' + aside.section(", ", 1)) && !sums.contains(", "), qPrintable(words + ": " + sums));
            ++tried;
            m_document->back();
            QVERIFY(m_document->perspective() == ground);
        }
        QVERIFY2(tried > 0, qPrintable(group));
    }

    /// Whatever is set stands in a chip, says what taking it away would do, and goes with one click, which is one step back.
    void everyFilterIsAChipThatGoes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<Setting>("set");
        const auto row = [](const char *name, const char *value, const Setting &set) {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(value) << set;
        };
        row("Flow", "Hardware", [](Perspective &p) { p.filter.families = {Family::Hardware}; });
        row("Kind", "Loan, Warrant", [](Perspective &p) { p.filter.kinds = {DealKind::Loan, DealKind::Warrant}; });
        row("Layer", "Chips, both ends", [](Perspective &p) { p.filter.layers = {LayerId("chips")}; });
        row("Country", "United States", [](Perspective &p) {
            p.filter.countries = {"US"};
            p.filter.countryEnds = Ends::Either;
        });
        row("Organisation", "OpenAI", [](Perspective &p) { p.filter.organizations = {OrganizationId("openai")}; });
        row("Weakest source", "read as a page", [](Perspective &p) { p.filter.weakestSources = {SourceBasis::Page}; });
        row("From", "March 2025", [](Perspective &p) { p.filter.from = Date{2025, 3, 0}; });
        row("Until", "2025", [](Perspective &p) { p.filter.until = Date{2025, 0, 0}; });
        row("At least", "$20B", [](Perspective &p) { p.filter.atLeast = Money::billions(20); });
        row("Text", "oracle", [](Perspective &p) { p.filter.text = "oracle"; });
        row("Focus", "Nvidia, 2 steps", [](Perspective &p) { p.focus = Focus{OrganizationId("nvidia"), 2}; });
        row("Collapsed", "OpenAI", [](Perspective &p) { p.collapsed = {OrganizationId("openai")}; });
    }

    void everyFilterIsAChipThatGoes()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(Setting, set);
        const Perspective before = m_document->perspective();
        const auto all = m_document->network().deals;
        Perspective next = before;
        set(next);
        m_document->setPerspective(next);
        const auto fewer = m_document->network().deals.size();
        QVERIFY2(fewer < all.size(), "the filter hides nothing");
        ChipButton *shown = chip(name);
        QVERIFY2(shown, qPrintable(name));
        QCOMPARE(shown->accessibleName(), QStringLiteral("Filter %1: %2").arg(name, value));
        shown->setFocus();
        QVERIFY2(shown->accessibleDescription().contains(QStringLiteral("brings %1 deal").arg(all.size() - fewer)),
                 qPrintable(shown->accessibleDescription()));
        cross(*shown);
        QVERIFY(m_document->perspective() == before);
        QCOMPARE(m_document->network().deals, all);
        QVERIFY(!chip(name));
        m_document->back();
        QVERIFY(m_document->perspective() == next);
        QTest::keyClick(chip(name), Qt::Key_Delete);
        QVERIFY(m_document->perspective() == before);
    }

    /// Whoever takes filters away by keyboard is not thrown out of the row after the first.
    void chipsAreTakenAwayOneAfterTheOther()
    {
        const auto count = chips().size();
        QVERIFY(count >= 4);
        m_bar->activateWindow();
        chips().front()->setFocus();
        for (std::size_t left = count; left > 0; --left) {
            auto *focused = qobject_cast<ChipButton *>(m_bar->focusWidget());
            QVERIFY2(focused, qPrintable(QStringLiteral("%1 left").arg(left)));
            QTest::keyClick(focused, Qt::Key_Delete);
            QCOMPARE(chips().size(), left - 1);
        }
        QVERIFY(qobject_cast<QToolButton *>(m_bar->focusWidget()));
    }

    /// Tab goes through the row as it is read: chips, the rest, the button that adds one, and the way back.
    void tabGoesFromLeftToRight_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("all chips") << 1600;
        QTest::newRow("some of them") << 700;
    }

    void tabGoesFromLeftToRight()
    {
        QFETCH(int, width);
        Perspective next = m_document->perspective();
        next.filter.text = "a";
        m_document->setPerspective(next);
        m_bar->resize(width, 40);
        m_bar->activateWindow();
        chips().front()->setFocus();
        QList<int> places{chips().front()->x()};
        for (int i = 0; i < 20; ++i) {
            QTest::keyClick(m_bar->focusWidget(), Qt::Key_Tab);
            if (m_bar->focusWidget() == chips().front())
                break;
            places << m_bar->focusWidget()->x();
        }
        qsizetype stops = 0;
        for (const auto *button : m_bar->findChildren<QAbstractButton *>())
            stops += button->isVisible() ? 1 : 0;
        QCOMPARE(places.size(), stops);
        QVERIFY(std::ranges::is_sorted(places));
    }

    void nothingOverlapsAtAnyWidth_data()
    {
        QTest::addColumn<bool>("busy");
        QTest::newRow("as opened") << false;
        QTest::newRow("with a focus, a scenario and much else") << true;
    }

    void nothingOverlapsAtAnyWidth()
    {
        QFETCH(bool, busy);
        if (busy) {
            Perspective next = m_document->perspective();
            next.focus = Focus{OrganizationId("openai"), 2};
            next.filter.text = "a";
            next.filter.until = Date{2026, 0, 0};
            m_document->setPerspective(next);
            m_document->select(OrganizationId("oracle"));
            m_bar->setScenario("Nvidia fails, round 1 of 2");
        }
        for (int width = 280; width <= 2000; width += 20) {
            m_bar->resize(width, 40);
            sights::settle();
            QList<const QAbstractButton *> seen;
            for (const auto *button : m_bar->findChildren<QAbstractButton *>())
                if (!button->isHidden())
                    seen << button;
            QVERIFY(seen.size() >= 2);
            for (const QAbstractButton *one : seen) {
                QVERIFY2(m_bar->rect().contains(one->geometry()), qPrintable(QStringLiteral("%1: %2").arg(width).arg(one->text())));
                for (const QAbstractButton *other : seen)
                    QVERIFY2(one == other || !one->geometry().intersects(other->geometry()),
                             qPrintable(QStringLiteral("%1: %2 and %3").arg(width).arg(one->text(), other->text())));
            }
        }
    }

    /// The scenario can be left from the narrowest bar.
    void aScenarioIsLeftFromANarrowBar()
    {
        m_bar->setScenario("Nvidia fails & falls");
        m_bar->resize(320, 40);
        QVERIFY(chips().empty());
        auto *rest = sights::button<QToolButton>(*m_bar, QString::number(5));
        QVERIFY(rest && rest->text() == "5 more");
        Q_EMIT rest->menu()->aboutToShow();
        QCOMPARE(rest->menu()->actions().size(), 5);
        QMenu *scenario = rest->menu()->actions().front()->menu();
        QCOMPARE(scenario->title(), QStringLiteral("What if Nvidia fails && falls"));
        QSignalSpy wanted(m_bar.get(), &FilterBar::scenarioRequested);
        QSignalSpy ended(m_bar.get(), &FilterBar::scenarioEnded);
        scenario->actions().front()->trigger();
        QCOMPARE(wanted.size(), 1);
        scenario->actions().back()->trigger();
        QCOMPARE(ended.size(), 1);
        QCOMPARE(m_document->perspective().filter, m_document->dataset().opening.filter);
    }

    void crumbsLeadBack()
    {
        const Perspective opening = m_document->perspective();
        m_document->focus(Focus{OrganizationId("openai"), 1});
        m_document->select(OrganizationId("oracle"));
        const auto crumbs = [&] {
            sights::settle();
            QStringList names;
            for (const auto *link : m_bar->findChildren<LinkButton *>())
                names << link->text();
            return names;
        };
        QCOMPARE(crumbs(), QStringList({"All deals", QString::fromStdString(m_document->dataset().title), "OpenAI", "Oracle"}));
        sights::button<LinkButton>(*m_bar, "OpenAI")->click();
        QVERIFY(m_document->perspective().focus && std::holds_alternative<std::monostate>(m_document->selection()));
        sights::settle();
        sights::button<LinkButton>(*m_bar, QString::fromStdString(m_document->dataset().title))->click();
        QVERIFY(m_document->perspective() == opening);
        sights::settle();
        QTest::keyClick(sights::button<LinkButton>(*m_bar, "All deals"), Qt::Key_Space);
        QVERIFY(m_document->perspective().filter == Filter());
        QCOMPARE(crumbs(), QStringList("All deals"));
        m_document->back();
        QVERIFY(m_document->perspective() == opening);
    }

    void theMenuSpeaksOfDatesTextAndTheOpeningView()
    {
        QSignalSpy dates(m_bar.get(), &FilterBar::dateFilterRequested);
        QSignalSpy text(m_bar.get(), &FilterBar::textFilterRequested);
        Perspective next = m_document->perspective();
        next.filter.text = "oracle";
        m_document->setPerspective(next);
        Q_EMIT m_bar->addMenu()->aboutToShow();
        for (QAction *action : m_bar->addMenu()->actions()) {
            if (action->text() == "Dates…" || action->text() == "Text…")
                action->trigger();
        }
        QCOMPARE(dates.size() + text.size(), 2);
        m_bar->addMenu()->actions().last()->trigger();
        QVERIFY(m_document->perspective() == m_document->dataset().opening);
        QVERIFY(!m_bar->addMenu()->actions().last()->isEnabled());
    }

private:
    std::unique_ptr<document::Document> m_document;
    std::unique_ptr<FilterBar> m_bar;
};

DEALSCAPE_TEST(FilterJourneysTest, QApplication)
#include "test_filterjourneys.moc"
