// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "panels/detailspanel.h"
#include "sights.h"
#include "stage.h"

#include <map>

using namespace dealscape;
using namespace dealscape::panels;

/// Every sheet of a whole network in docks of any width.
class SheetWidthsTest : public dealscape::testing::Case {
    Q_OBJECT

    /// What of the sheet that is shown has less room than it needs; empty where nothing has.
    QString clipped() const
    {
        QString told;
        const QWidget &sheet = *m_panel->widget();
        for (const QWidget *part : sheet.findChildren<QWidget *>()) {
            if (!part->isVisible())
                continue;
            const int left = part->mapTo(&sheet, QPoint()).x();
            const auto *label = qobject_cast<const QLabel *>(part);
            const bool narrow = label && !label->wordWrap() && label->width() < label->fontMetrics().horizontalAdvance(label->text());
            const bool low = label && label->wordWrap() && label->height() < label->heightForWidth(label->width());
            if (left < 0 || left + part->width() > m_panel->viewport()->width() || narrow || low)
                told += QStringLiteral("%1 at %2, %3 × %4, needs %5\n")
                            .arg(sights::wordsOf(*part))
                            .arg(left)
                            .arg(part->width())
                            .arg(part->height())
                            .arg(part->heightForWidth(part->width()));
        }
        return told;
    }

private Q_SLOTS:
    void init()
    {
        Case::init();
        m_document = sights::opened(sample::quoted());
        m_panel = std::make_unique<DetailsPanel>(*m_document);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup()
    {
        m_panel.reset();
        m_document.reset();
    }

    void nothingIsClipped_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {320, 416, 640, 1200})
            QTest::addRow("%d", width) << width;
    }

    void nothingIsClipped()
    {
        QFETCH(int, width);
        m_panel->resize(width, 900);
        std::vector<document::Selection> all{document::Selection()};
        for (const Organization &organization : m_document->dataset().organizations)
            all.emplace_back(organization.id);
        for (const Deal &deal : m_document->dataset().deals) {
            all.emplace_back(deal.id);
            all.emplace_back(document::EdgeKey{deal.tail(), deal.head(), familyOf(deal.flow)});
        }
        QVERIFY(all.size() > 50);
        for (const document::Selection &selection : all) {
            m_document->select(selection);
            sights::settle();
            m_panel->grab();
            sights::settle();
            const QString found = clipped();
            QVERIFY2(found.isEmpty(), qPrintable(sights::labels(*m_panel).mid(0, 2).join(u' ') + u'\n' + found));
        }
    }

    /// A narrow dock made wider, and the other way round.
    void aSheetFollowsItsDock()
    {
        m_document->select(OrganizationId("openai"));
        std::map<int, int> heights;
        for (const int width : {1200, 320, 700, 340}) {
            m_panel->resize(width, 700);
            m_panel->grab();
            sights::settle();
            QVERIFY2(clipped().isEmpty(), qPrintable(QString::number(width) + u'\n' + clipped()));
            QCOMPARE(m_panel->widget()->width(), m_panel->viewport()->width());
            heights[width] = m_panel->contentHeight();
        }
        QVERIFY(heights[320] >= heights[340] && heights[340] > heights[700] && heights[700] > heights[1200]);
    }

private:
    std::unique_ptr<document::Document> m_document;
    std::unique_ptr<DetailsPanel> m_panel;
};

DEALSCAPE_TEST(SheetWidthsTest, QApplication)
#include "test_sheetwidths.moc"
