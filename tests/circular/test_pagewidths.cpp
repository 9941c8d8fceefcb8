// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "circular/circularpanel.h"
#include "circular/loopspage.h"
#include "circular/measurespage.h"
#include "circular/scenariopage.h"
#include "resources/embedded.h"
#include "seen.h"
#include "toynetwork.h"
#include "widgets/look.h"

#include <QApplication>
#include <QComboBox>
#include <QScrollArea>

using namespace dealscape;
using namespace dealscape::circular;

namespace {

/// The style that the program has.
struct Dressed {
    Dressed(int &argc, char **argv) : application((QApplication::setStyle(new widgets::Look), argc), argv) {}
    QApplication application;
};

} // namespace

/// Every page in docks of any width, by mouse, keyboard and screen reader.
class PageWidthsTest : public dealscape::testing::Case {
    Q_OBJECT

    void open(PageId id, bool longNames)
    {
        Dataset dataset = sample::disclosing();
        dataset.deals[1].power = PowerStatement{Power(4500), PowerLayer::Cloud};
        if (longNames)
            for (Organization &organization : dataset.organizations)
                organization.name = organization.name +
                    " Internationale Aktiengesellschaft fuer Rechenzentren und Stromversorgung & Soehne (" +
                    "in Gruendung, vormals Allgemeine Elektrizitaets-Gesellschaft)";
        m_document = seen::opened(std::move(dataset));
        m_panel = std::make_unique<CircularPanel>(*m_document);
        m_panel->resize(420, 1000);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_document->select(OrganizationId("O"));
        m_panel->open(id);
        if (auto *loops = qobject_cast<LoopsPage *>(m_panel->page())) {
            QTRY_COMPARE(loops->loops().rowCount(), 3);
            loops->choose(loops->loops().index(1));
        }
        if (auto *scenario = qobject_cast<ScenarioPage *>(m_panel->page())) {
            reports::WhatIf question;
            question.failed = OrganizationId("C");
            question.spread = reports::Spread::Direct;
            question.announced = 0.5;
            scenario->ask(question);
            QTRY_VERIFY(!scenario->playing());
        }
        if (qobject_cast<MeasuresPage *>(m_panel->page()))
            QTRY_VERIFY(m_panel->page()->findChildren<MeasureRow *>().size() > 8);
        QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }
    void cleanup()
    {
        m_panel.reset();
        m_document.reset();
    }

    void nothingIsClipped_data()
    {
        QTest::addColumn<PageId>("page");
        QTest::addColumn<bool>("longNames");
        for (const auto &[name, id] : {std::pair("loops", PageId::Loops), std::pair("what if", PageId::Scenario),
                                       std::pair("how long", PageId::Runway), std::pair("measures", PageId::Measures)})
        {
            QTest::addRow("%s", name) << id << false;
            QTest::addRow("%s, long names", name) << id << true;
        }
    }

    void nothingIsClipped()
    {
        QFETCH(PageId, page);
        QFETCH(bool, longNames);
        open(page, longNames);
        for (const int width : {320, 376, 420, 560, 800, 1200}) {
            m_panel->resize(width, 1000);
            m_panel->grab();
            QCoreApplication::processEvents();
            QCOMPARE(m_panel->width(), width);
            auto *area = qobject_cast<QScrollArea *>(m_panel->page());
            QWidget &content = area ? *area->widget() : *m_panel->page();
            const QString found = seen::clipped(content);
            QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("at %1 of %3:\n%2").arg(width).arg(found).arg(content.height())));
            if (area)
                QVERIFY2(content.width() <= area->viewport()->width(), qPrintable(QString::number(content.width())));
        }
    }

    /// Whatever takes the keyboard says what it is.
    void everyControlHasAName_data()
    {
        QTest::addColumn<PageId>("page");
        QTest::newRow("loops") << PageId::Loops;
        QTest::newRow("what if") << PageId::Scenario;
        QTest::newRow("how long") << PageId::Runway;
        QTest::newRow("measures") << PageId::Measures;
    }

    void everyControlHasAName()
    {
        QFETCH(PageId, page);
        open(page, false);
        int controls = 0;
        for (const QWidget *widget : m_panel->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            // A field inside a box is named by the box.
            const QWidget *parent = widget->parentWidget();
            if (qobject_cast<const QAbstractItemView *>(parent) || parent->inherits("QAbstractSpinBox") || parent->inherits("QComboBox"))
                continue;
            ++controls;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool scrolls = qobject_cast<const QScrollArea *>(widget) && widget != m_panel->page();
            QVERIFY2(scrolls || !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
        QVERIFY2(controls > 6, qPrintable(QString::number(controls)));
    }

    void pagesAreTurnedWithTheKeyboard()
    {
        open(PageId::Loops, false);
        auto *first = seen::button(*m_panel, "Loops");
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Right);
        QWidget *second = m_panel->focusWidget();
        QTest::keyClick(second, Qt::Key_Space);
        QVERIFY(qobject_cast<ScenarioPage *>(m_panel->page()));
        QVERIFY(seen::button(*m_panel, "What if")->isChecked() && !first->isChecked());
        QTest::keyClick(second, Qt::Key_Left);
        QTest::keyClick(m_panel->focusWidget(), Qt::Key_Space);
        QVERIFY(qobject_cast<LoopsPage *>(m_panel->page()));
    }

    void whatFailsIsChosenWithTheKeyboard()
    {
        open(PageId::Scenario, false);
        auto *failed = seen::named<QComboBox>(*m_panel, "A party fails");
        failed->setFocus();
        QCOMPARE(failed->currentText(), QStringLiteral("C"));
        QTest::keyClick(failed, Qt::Key_Down);
        auto *scenario = qobject_cast<ScenarioPage *>(m_panel->page());
        QCOMPARE(scenario->question().failed, OrganizationId("N"));
        auto *share = seen::named<QSlider>(*m_panel, "Announced");
        share->setFocus();
        QTest::keyClick(share, Qt::Key_PageUp);
        QCOMPARE(qRound(100 * scenario->question().announced), 60);
        QTest::keyClick(share, Qt::Key_End);
        QCOMPARE(qRound(100 * scenario->question().announced), 100);
        QTRY_VERIFY(!scenario->playing());
    }

private:
    std::unique_ptr<document::Document> m_document;
    std::unique_ptr<CircularPanel> m_panel;
};

DEALSCAPE_TEST(PageWidthsTest, Dressed)
#include "test_pagewidths.moc"
