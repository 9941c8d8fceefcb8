// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "document/lookup.h"
#include "panels/address.h"
#include "panels/chain.h"
#include "panels/detailspanel.h"
#include "panels/parts.h"
#include "words/numbers.h"

#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>
#include <utility>

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

    /// Of the article's picture edges are counted, as it shows no deal.
    void countsWhatIsInView()
    {
        QVERIFY(textsOf(*m_panel).contains("29 organisations and 44 deals"));
        Perspective reported = m_document->perspective();
        reported.asReported = true;
        m_document->setPerspective(reported);
        QCoreApplication::processEvents();
        QVERIFY2(textsOf(*m_panel).contains("9 organisations and 7 edges as reported"), qPrintable(textsOf(*m_panel).join(u'\n')));
    }

    void saysThatNothingIsSelected() { QVERIFY(textsOf(*m_panel).contains("Nothing selected")); }

    void tellsAnOrganisation()
    {
        select(OrganizationId("openai"));
        const QStringList texts = textsOf(*m_panel);
        QVERIFY(texts.contains("OpenAI"));
        QVERIFY(texts.contains(words::money(m_document->snapshot()->index().organization(OrganizationId("openai"))->valuation->value)));
        QVERIFY(texts.contains("Compute"));
        QVERIFY(std::ranges::any_of(texts, [](const QString &words) { return words.startsWith("pays $"); }));
        // Whoever asks who finances it sees the first of them without scrolling above the charts on a screen of 1080 lines, where
        // facts have 65 % of some 760 lines.
        constexpr int seen = 490;
        const auto rows = m_panel->findChildren<PartnerRow *>();
        QVERIFY(!rows.isEmpty());
        QVERIFY2(rows.front()->mapTo(m_panel.get(), QPoint(0, rows.front()->height())).y() <= seen,
                 qPrintable(QString::number(rows.front()->mapTo(m_panel.get(), QPoint()).y())));
        QVERIFY(m_panel->findChildren<DealRow *>().size() >= 20);
    }

    /// Every edge of the article opens what it said, its source with the day, and the correction with the deals that carry it.
    void edgesOfTheArticleOpenWhatItSaid()
    {
        Perspective reported = m_document->perspective();
        reported.asReported = true;
        m_document->setPerspective(reported);
        const Dataset &dataset = m_document->dataset();
        const Index &index = m_document->snapshot()->index();
        const Source &article = *index.source(*dataset.articleSource);
        QVERIFY(m_document->network().edges.size() > 3);
        for (int edge = 0; edge < static_cast<int>(m_document->network().edges.size()); ++edge) {
            const document::EdgeKey key = document::keyOf(*m_document->snapshot(), m_document->network(), edge);
            select(key);
            const QStringList texts = textsOf(*m_panel);
            const MoneyRange &drawn = m_document->network().edges[static_cast<std::size_t>(edge)].value;
            QVERIFY(texts.contains(drawn.published() ? words::money(drawn) : QStringLiteral("No amount stated")));
            const auto items = document::articleItemsOf(*m_document->snapshot(), key);
            QVERIFY(!items.empty());
            int deals = 0;
            for (const int position : items) {
                const ArticleItem &item = dataset.article[static_cast<std::size_t>(position)];
                QVERIFY2(texts.contains("The article: " + QString::fromStdString(item.label)), item.label.c_str());
                QString corrected = QString::fromStdString(item.corrected);
                corrected[0] = corrected[0].toUpper();
                QVERIFY2(texts.contains(corrected), qPrintable(corrected));
                for (const std::string &id : item.mapsTo)
                    if (index.deal(DealId(id)))
                        deals += m_panel->findChild<DealRow *>(QString::fromStdString(id)) ? 1 : 1000;
            }
            QVERIFY(deals < 1000);
            QVERIFY(texts.contains(QString::fromStdString(article.title)));
            const auto *source = m_panel->findChild<SourceRow *>(QString::fromStdString(article.id.text()));
            QVERIFY(source && source->accessibleName().contains(QString::fromStdString(article.date->spoken())));
        }
        auto *link = buttonNamed<LinkButton>(*m_panel, "Show the deals in place of the article");
        QVERIFY(link);
        QTest::mouseClick(link, Qt::LeftButton);
        QVERIFY(!m_document->perspective().asReported);
    }

    /// The line of a deal in parts stands beside the first of the lines that tell them.
    void theLineOfADealInPartsStandsAtTheirHead()
    {
        select(document::EdgeKey{OrganizationId("nvidia"), OrganizationId("sb-energy"), Family::Capital});
        const auto labels = m_panel->findChildren<QLabel *>();
        const auto parts = std::ranges::find_if(
            labels, [](const QLabel *label) { return label->text().startsWith(QStringLiteral("$1.5B paid, up to $1.5B potential")); });
        QVERIFY(parts != labels.end());
        const auto *line = (*parts)->parentWidget()->findChild<LineSample *>();
        QVERIFY(line);
        QTRY_VERIFY((*parts)->height() > 2 * line->height());
        QCOMPARE(line->y(), 0);
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

    void aSupersededAmountIsToldWithWhatCameAfter()
    {
        Dataset next = m_document->dataset();
        Deal first = std::as_const(next.deals).front();
        first.parts.clear();
        first.paid.reset();
        Deal second = first;
        Deal third = first;
        first.id = DealId("first");
        second.id = DealId("second");
        third.id = DealId("third");
        first.announced = {2024, 10, 0};
        second.announced = {2025, 3, 7};
        third.announced = {2026, 0, 0};
        first.value = MoneyRange::exactly(Money::billions(1000));
        second.value = {Money::billions(900), Money::billions(1400)};
        third.value = MoneyRange::exactly(Money::billions(600));
        first.overlap.supersededBy = second.id;
        second.overlap.supersededBy = third.id;
        for (const Deal &deal : {first, second, third})
            next.deals.push_back(deal);
        m_document->edit(QStringLiteral("Add"), next);
        const QString publisher = QString::fromStdString(m_document->snapshot()->index().source(first.sources.front())->publisher);
        for (const DealId &id : {first.id, second.id, third.id}) {
            const std::vector<ChainStep> chain = chainOf(*m_document->snapshot(), *m_document->snapshot()->index().deal(id));
            QCOMPARE(chain.size(), std::size_t(3));
            QCOMPARE(std::ranges::count(chain, true, &ChainStep::current), 1);
            QCOMPARE(tellChain(chain),
                     QStringLiteral("$1T (October 2024, %1), then $0.9–1.4T (7 March 2025, %1), then $600B (2026, %1)").arg(publisher));
            select(id);
            QCOMPARE(m_panel->findChildren<ChainChart *>().size(), 1);
            QVERIFY(textsOf(*m_panel).contains(tellChain(chain)));
        }
        QCOMPARE(chainOf(*m_document->snapshot(), std::as_const(next.deals)[5]).size(), std::size_t(1));
        // A circle, which reading refuses, ends all the same.
        next = m_document->dataset();
        next.deals[next.deals.size() - 1].overlap.supersededBy = first.id;
        m_document->edit(QStringLiteral("Circle"), next);
        QCOMPARE(chainOf(*m_document->snapshot(), *m_document->snapshot()->index().deal(first.id)).size(), std::size_t(3));
    }

    void totalsAreToldInTheirOrder()
    {
        Dataset next = m_document->dataset();
        const Claim model = std::as_const(next.claims).front();
        const auto claim = [&](const char *id, double figure, Date date, const char *kind) {
            Claim made = model;
            made.id = ClaimId(id);
            made.subject = OrganizationId("lambda");
            made.unit = ClaimUnit::Dollars;
            made.low = made.high = figure;
            made.date = date;
            made.kind = kind;
            next.claims.push_back(made);
        };
        claim("late", 0.6e12, {2026, 2, 20}, "plan");
        claim("early", 1e12, {2025, 10, 0}, "aggregate");
        claim("cash", 5e9, {2026, 1, 1}, "cash");
        m_document->edit(QStringLiteral("Add"), next);
        const auto said = totalsSaidOf(*m_document->snapshot(), OrganizationId("lambda"));
        QCOMPARE(said.size(), std::size_t(2));
        QCOMPARE(*said[0].value.low, Money::billions(1000));
        QCOMPARE(*said[1].value.low, Money::billions(600));
        QVERIFY(totalsSaidOf(*m_document->snapshot(), OrganizationId("nobody")).empty());
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

    void whatIsOutsideIsOneClickFromBeingDrawn()
    {
        const OrganizationId anthropic("anthropic");
        select(anthropic);
        QCOMPARE(document::nodeOf(*m_document->snapshot(), m_document->network(), anthropic), -1);
        QVERIFY(textsOf(*m_panel).contains("Not in the picture: tier 2"));
        const Perspective before = m_document->perspective();
        auto *show = buttonNamed<LinkButton>(*m_panel, "Show it");
        QVERIFY(show);
        show->click();
        QCoreApplication::processEvents();
        QVERIFY(document::nodeOf(*m_document->snapshot(), m_document->network(), anthropic) >= 0);
        QVERIFY(!textsOf(*m_panel).contains("Not in the picture: tier 2"));
        m_document->back();
        QVERIFY(m_document->perspective() == before);
    }

    void dealsAreGroupedByWayAndPartner()
    {
        select(OrganizationId("openai"));
        const QStringList texts = textsOf(*m_panel);
        QVERIFY(texts.indexOf("Is paid by") >= 0);
        QVERIFY(texts.indexOf("Is paid by") < texts.lastIndexOf("Pays"));
        auto *partner = m_panel->findChild<PartnerRow *>();
        QVERIFY(partner);
        const auto before = m_panel->findChildren<DealRow *>().size();
        partner->click();
        const auto after = m_panel->findChildren<DealRow *>().size();
        QVERIFY(after >= before + 2);
        auto *deal = m_panel->findChildren<DealRow *>().back();
        m_panel->verticalScrollBar()->setValue(120);
        deal->click();
        QCoreApplication::processEvents();
        QCOMPARE(m_panel->verticalScrollBar()->value(), 0);
        m_document->back();
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(m_panel->findChildren<DealRow *>().size(), after);
        QCOMPARE(m_panel->verticalScrollBar()->value(), 120);
    }

    void aPartyOfThousandsMakesFewWidgets()
    {
        constexpr int partners = 5000;
        io::ReadResult star;
        star.dataset.emplace();
        star.dataset->layers = defaultLayers();
        const auto organization = [&](const std::string &id) -> void {
            Organization o;
            o.id = OrganizationId(id);
            o.name = id;
            o.layer = star.dataset->layers.front().id;
            star.dataset->organizations.push_back(o);
        };
        organization("hub");
        organization("alone");
        for (int i = 0; i < partners; ++i) {
            organization("p" + std::to_string(i));
            Deal d;
            d.id = DealId("d" + std::to_string(i));
            d.payer = d.customer = OrganizationId("hub");
            d.payee = d.supplier = star.dataset->organizations.back().id;
            d.value = MoneyRange::exactly(Money::billions(1 + i % 7));
            d.announced = Date{2025, 1, 1};
            star.dataset->deals.push_back(d);
        }
        QVERIFY(m_document->adopt(QString(), std::move(star)));
        QVERIFY(buttonNamed<LinkButton>(*m_panel, "1 organisation without a deal"));
        select(OrganizationId("hub"));
        QCOMPARE(m_panel->findChildren<DealRow *>().size(), 40);
        QVERIFY(m_panel->findChildren<QWidget *>().size() < 300);
        auto *more = buttonNamed<LinkButton>(*m_panel, "4960 more partners");
        QVERIFY(more);
        more->click();
        QCOMPARE(m_panel->findChildren<DealRow *>().size(), 80);
    }

    void aSourceLeadsToTheDealsThatCiteIt()
    {
        const Deal &deal = m_document->dataset().deals[1];
        select(deal.id);
        const auto citing = document::dealsCiting(*m_document->snapshot(), deal.sources.front());
        LinkButton *cited = nullptr;
        for (LinkButton *button : m_panel->findChildren<LinkButton *>())
            if (button->text().startsWith("Cited by") && !cited)
                cited = button;
        QVERIFY(cited);
        const auto before = m_panel->findChildren<DealRow *>().size();
        cited->click();
        QCOMPARE(m_panel->findChildren<DealRow *>().size(), before + static_cast<qsizetype>(citing.size()));
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
