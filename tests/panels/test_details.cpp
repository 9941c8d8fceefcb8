// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "panels/address.h"
#include "panels/detailspanel.h"
#include "panels/parts.h"

#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>

using namespace dealscape;
using namespace dealscape::panels;

namespace {

QStringList textsOf(const QWidget &panel)
{
    QStringList texts;
    for (const QLabel *label : panel.findChildren<QLabel *>())
        texts << label->text();
    return texts;
}

template <class Button>
Button *buttonNamed(const QWidget &panel, const QString &name)
{
    for (Button *button : panel.findChildren<Button *>())
        if (button->text() == name)
            return button;
    return nullptr;
}

class Opened : public QObject {
    Q_OBJECT
public:
    QList<QUrl> urls;
public Q_SLOTS:
    void open(const QUrl &url) { urls << url; }
};

} // namespace

class DetailsTest : public dealscape::testing::Case {
    Q_OBJECT

    /// Selects, and lets the panel follow.
    void select(const document::Selection &selection)
    {
        m_document->select(selection);
        QCoreApplication::processEvents();
    }

private Q_SLOTS:
    void init()
    {
        Case::init();
        m_document = std::make_unique<document::Document>();
        m_panel = std::make_unique<DetailsPanel>(*m_document);
        m_document->openEmbedded();
        m_panel->resize(416, 800);
        m_panel->show();
    }

    void saysThatNothingIsSelected() { QVERIFY(textsOf(*m_panel).contains("Nothing selected")); }

    void tellsAnOrganisation()
    {
        select(OrganizationId("openai"));
        const QStringList texts = textsOf(*m_panel);
        QVERIFY(texts.contains("OpenAI"));
        QVERIFY(texts.contains("$852B"));
        QVERIFY(texts.contains("Compute"));
        QVERIFY(texts.contains("Pays"));
        QVERIFY(m_panel->findChildren<DealRow *>().size() >= 20);
    }

    void aRowLeadsToItsDealAndAPartnerOn()
    {
        select(OrganizationId("nvidia"));
        auto *row = m_panel->findChildren<DealRow *>().front();
        const DealId id(row->objectName().toStdString());
        QTest::mouseClick(row, Qt::LeftButton);
        QCoreApplication::processEvents();
        QVERIFY(m_document->selection() == document::Selection(id));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const Deal &deal = *m_document->snapshot()->index().deal(id);
        const OrganizationId other = deal.tail() == OrganizationId("nvidia") ? deal.head() : deal.tail();
        auto *link =
            buttonNamed<LinkButton>(*m_panel, QString::fromStdString(m_document->snapshot()->index().organization(other)->displayName()));
        QVERIFY(link);
        QTest::mouseClick(link, Qt::LeftButton);
        QVERIFY(m_document->selection() == document::Selection(other));
        m_document->back();
        QVERIFY(m_document->selection() == document::Selection(id));
    }

    void everyDealAndOrganisationCanBeTold()
    {
        for (const Deal &deal : m_document->dataset().deals) {
            select(deal.id);
            const auto rows = m_panel->widget()->findChildren<SourceRow *>();
            QCOMPARE(static_cast<std::size_t>(rows.size()), deal.sources.size());
            QVERIFY(m_panel->widget()->minimumSizeHint().width() <= 416);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        for (const Organization &organization : m_document->dataset().organizations) {
            select(organization.id);
            QVERIFY(textsOf(*m_panel->widget()).contains(QString::fromStdString(organization.name)));
            QVERIFY2(m_panel->widget()->minimumSizeHint().width() <= 416, organization.name.c_str());
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    void allTextIsPlain()
    {
        select(OrganizationId("openai"));
        for (const QLabel *label : m_panel->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("opens");
        QTest::newRow("https") << "https://example.org/a?b=c" << true;
        QTest::newRow("http") << "http://example.org" << true;
        QTest::newRow("file") << "file:///etc/passwd" << false;
        QTest::newRow("script") << "javascript:alert(1)" << false;
        QTest::newRow("user name") << "https://openai.com@example.org/" << false;
        QTest::newRow("no host") << "https:///x" << false;
        QTest::newRow("empty") << "" << false;
        QTest::newRow("words") << "not an address" << false;
    }

    void addresses()
    {
        QFETCH(QString, text);
        QFETCH(bool, opens);
        QCOMPARE(!webAddress(text).isEmpty(), opens);
    }

    void anAddressOpensAfterOneConfirmation_data()
    {
        QTest::addColumn<bool>("confirmed");
        QTest::newRow("confirmed") << true;
        QTest::newRow("cancelled") << false;
    }

    void anAddressOpensAfterOneConfirmation()
    {
        QFETCH(bool, confirmed);
        Opened opened;
        QDesktopServices::setUrlHandler("https", &opened, "open");
        select(DealId(m_document->dataset().deals[1].id));
        SourceRow *enabled = nullptr;
        for (SourceRow *row : m_panel->findChildren<SourceRow *>())
            if (row->isEnabled() && !enabled)
                enabled = row;
        QVERIFY(enabled);
        QTest::mouseClick(enabled, Qt::LeftButton);
        auto *box = m_panel->findChild<QMessageBox *>();
        QVERIFY(box);
        QVERIFY(opened.urls.isEmpty());
        for (QAbstractButton *button : box->buttons())
            if ((box->buttonRole(button) == QMessageBox::AcceptRole) == confirmed)
                button->click();
        QCOMPARE(opened.urls.size(), confirmed ? 1 : 0);
        QDesktopServices::unsetUrlHandler("https");
    }

private:
    std::unique_ptr<document::Document> m_document;
    std::unique_ptr<DetailsPanel> m_panel;
};

DEALSCAPE_TEST(DetailsTest, QApplication)
#include "test_details.moc"
