// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/pdf.h"
#include "export/svg.h"
#include "io/reader.h"
#include "picture/picture.h"
#include "resources/embedded.h"

#include "network/network.h"
#include "testmain.h"
#include <QFile>
#include <QPainter>
#include <QSet>
#include <QSvgRenderer>
#include <QTemporaryDir>

#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace dealscape;

namespace {

struct Contents {
    QSet<QString> ids;
    QStringList texts;
    bool repeatedId = false;
    bool wellFormed = false;
};

Contents contentsOf(const QByteArray &svg)
{
    Contents contents;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString id = xml.attributes().value(QLatin1String("id")).toString();
        contents.repeatedId = contents.repeatedId || (!id.isEmpty() && contents.ids.contains(id));
        if (!id.isEmpty())
            contents.ids.insert(id);
        if (xml.name() == QLatin1String("text"))
            contents.texts += xml.readElementText();
    }
    contents.wellFormed = !xml.hasError();
    return contents;
}

} // namespace

class TestVector : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesEveryOrganizationAndDeal();
    void keepsTextAsText();
    void turnsLettersIntoShapes();
    void staysSmallAndStable();
    void survivesHostileNames();
    void looksLikeThePng_data();
    void looksLikeThePng();
    void clipsWhatLeavesThePlot();
    void writesAPdfOfTheSameSize();
    void namesTheFileThatCannotBeWritten();

private:
    Dataset m_dataset;
    std::unique_ptr<Index> m_index;
    picture::Picture m_picture;
};

void TestVector::initTestCase()
{
    resources::loadTypeface();
    m_dataset = *io::readDataset(resources::defaultDataset(), "ai-infrastructure.json").dataset;
    m_index = std::make_unique<Index>(m_dataset);
    picture::PictureRequest request;
    request.perspective = m_dataset.opening;
    m_picture = picture::picture(*m_index, request);
}

void TestVector::namesEveryOrganizationAndDeal()
{
    const Contents contents = contentsOf(exporting::svg(*m_index, m_picture.network, m_picture.drawing));
    QVERIFY(contents.wellFormed);
    QVERIFY(!contents.repeatedId);
    for (const auto &node : m_picture.network.nodes) {
        const auto &id = m_dataset.organizations[static_cast<std::size_t>(node.organization)].id.text();
        QVERIFY2(contents.ids.contains(QStringLiteral("organization-") + QString::fromStdString(id)), id.c_str());
    }
    for (const int deal : m_picture.network.deals) {
        const auto &id = m_dataset.deals[static_cast<std::size_t>(deal)].id.text();
        QVERIFY2(contents.ids.contains(QStringLiteral("deal-") + QString::fromStdString(id)), id.c_str());
    }
}

void TestVector::keepsTextAsText()
{
    const Contents contents = contentsOf(exporting::svg(*m_index, m_picture.network, m_picture.drawing));
    for (const char *text : {"OpenAI", "Oracle", "$300B"})
        QVERIFY2(contents.texts.contains(QString::fromLatin1(text)), text);
}

void TestVector::turnsLettersIntoShapes()
{
    const QByteArray svg = exporting::svg(*m_index, m_picture.network, m_picture.drawing, {.letters = exporting::Letters::Outlines});
    QVERIFY(contentsOf(svg).wellFormed);
    QVERIFY(!svg.contains("<text"));
}

void TestVector::staysSmallAndStable()
{
    const QByteArray svg = exporting::svg(*m_index, m_picture.network, m_picture.drawing);
    QVERIFY2(svg.size() <= 200'000, qPrintable(QString::number(svg.size())));
    QCOMPARE(exporting::svg(*m_index, m_picture.network, m_picture.drawing), svg);
}

void TestVector::survivesHostileNames()
{
    Dataset dataset = m_dataset;
    dataset.title = "<script>\x01 & \"quotes\"";
    dataset.organizations[0].name = dataset.organizations[0].shortName = "<b>&amp;</b>\x02";
    const Index index(dataset);
    picture::PictureRequest request;
    request.perspective = dataset.opening;
    const picture::Picture picture = picture::picture(index, request);
    const QByteArray svg = exporting::svg(index, picture.network, picture.drawing);
    QVERIFY(contentsOf(svg).wellFormed);
    QVERIFY(!svg.contains("<script") && !svg.contains("<b>"));
}

void TestVector::looksLikeThePng_data()
{
    QTest::addColumn<bool>("lit");
    QTest::addColumn<bool>("faded");
    QTest::addColumn<bool>("opened");
    QTest::newRow("everything") << false << false << false;
    QTest::newRow("a lit loop") << true << false << false;
    QTest::newRow("what the pointer is on") << false << true << false;
    QTest::newRow("an opened ribbon") << false << false << true;
}

void TestVector::looksLikeThePng()
{
    QFETCH(bool, lit);
    QFETCH(bool, faded);
    QFETCH(bool, opened);
    picture::PictureRequest request;
    request.perspective = m_dataset.opening;
    if (lit)
        request.perspective.trail = Trail{{OrganizationId("nvidia"), OrganizationId("openai"), OrganizationId("oracle")}, true};
    const auto &edges = m_picture.network.edges;
    const auto most = std::ranges::max_element(edges, {}, [](const network::NetworkEdge &edge) { return edge.deals.size(); });
    const int merged = static_cast<int>(most - edges.begin());
    QVERIFY(most->deals.size() > 1);
    if (opened)
        request.opened = {merged};
    paint::Emphasis emphasis;
    if (faded) {
        emphasis.fading = true;
        emphasis.selected = {drawing::TargetKind::Edge, merged};
        emphasis.hovered = {drawing::TargetKind::Node, most->to};
        emphasis.litEdges = {merged};
        emphasis.litNodes = {most->from, most->to};
    }
    const picture::Picture picture = picture::picture(*m_index, request);
    QCOMPARE(picture.drawing.light.has_value(), lit);
    QImage expected(request.pixels, QImage::Format_RGB32);
    expected.fill(style::theme(style::ThemeKind::Light).canvas);
    QPainter screen(&expected);
    screen.scale(picture.magnification, picture.magnification);
    paint::paint(screen, picture.drawing, {}, emphasis);
    screen.end();
    exporting::SvgOptions options;
    options.letters = exporting::Letters::Outlines;
    options.emphasis = emphasis;
    const QByteArray file = exporting::svg(*m_index, picture.network, picture.drawing, options);
    QSvgRenderer renderer(file);
    QVERIFY(renderer.isValid());
    QImage drawn(expected.size(), QImage::Format_RGB32);
    drawn.fill(Qt::white);
    QPainter painter(&drawn);
    renderer.render(&painter);
    painter.end();
    int far = 0;
    for (int y = 0; y < drawn.height(); ++y)
        for (int x = 0; x < drawn.width(); ++x) {
            const QRgb a = drawn.pixel(x, y), b = expected.pixel(x, y);
            far += qAbs(qRed(a) - qRed(b)) + qAbs(qGreen(a) - qGreen(b)) + qAbs(qBlue(a) - qBlue(b)) > 200;
        }
    const double share = double(far) / (drawn.width() * drawn.height());
    QVERIFY2(share < 0.004, qPrintable(QString::number(share)));
}

void TestVector::clipsWhatLeavesThePlot()
{
    QVERIFY(!exporting::svg(*m_index, m_picture.network, m_picture.drawing).contains("clip-path"));
    drawing::Drawing cut = m_picture.drawing;
    cut.plot.setWidth(cut.plot.width() / 2);
    const QByteArray svg = exporting::svg(*m_index, m_picture.network, cut, {.prefix = QStringLiteral("a-")});
    QVERIFY(contentsOf(svg).wellFormed);
    QVERIFY(svg.contains("<clipPath id=\"a-clip") && svg.contains("clip-path=\"url(#a-clip"));
    QVERIFY(svg.contains("id=\"a-organization-openai\""));
}

void TestVector::writesAPdfOfTheSameSize()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("picture.pdf"));
    QVERIFY(exporting::writePdf(path, {exporting::pageOf(m_picture.drawing)}, {.title = QStringLiteral("Deals")}));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QVERIFY(bytes.contains("/MediaBox [0 0 1440"));
    QVERIFY(bytes.contains("/FontFile"));
}

void TestVector::namesTheFileThatCannotBeWritten()
{
    const QString path = QStringLiteral("/nowhere/at/all/picture");
    const auto pdf = exporting::writePdf(path, {exporting::pageOf(m_picture.drawing)});
    QVERIFY(!pdf && QString::fromStdString(pdf.error()).startsWith(path));
}

DEALSCAPE_TEST(TestVector, QGuiApplication)
#include "test_vector.moc"
