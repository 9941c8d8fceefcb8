// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outcome.h"

#include "export/tag.h"
#include "io/reader.h"
#include "resources/embedded.h"

#include "testmain.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace dealscape;

namespace {

const QByteArray escape = "\\u001b]0;title\\u0007\\u001b[31mred\\u009b2J";

/// A network of one hub and so many partners, each with so many deals, whose names all begin with `name`.
QByteArray star(int partners, int deals, const QByteArray &name)
{
    QByteArray organizations = R"({"id":"hub","name":")" + name + R"( hub","layer":"cloud"})";
    QByteArray list;
    for (int i = 0; i < partners; ++i) {
        const QByteArray id = "p" + QByteArray::number(i);
        organizations += R"(,{"id":")" + id + R"(","name":")" + name + ' ' + id + R"(","layer":"chips"})";
        for (int j = 0; j < deals; ++j)
            list += (list.isEmpty() ? "" : ",") + QByteArray(R"({"id":"d)") + QByteArray::number(i * deals + j) +
                R"(","supplier":"hub","customer":")" + id + R"(","payer":")" + id +
                R"(","payee":"hub","kind":"other","flowClass":"compute","value":{"low":1000000000,"high":2000000000},"announced":"2025",)" +
                R"("status":"signed","certainty":"binding","sources":["s"]})";
    }
    return R"({"format":"dealscape","version":1,"title":")" + name + R"(","organizations":[)" + organizations + R"(],"deals":[)" + list +
        R"(],"sources":[{"id":"s","publisher":"P","title":"T"}],"article":[{"label":")" + name +
        R"(","statedValue":1}],"stories":[{"id":"empty","title":"Empty"},{"id":"t","title":")" + name + R"(","scenes":[{"name":")" + name +
        R"("}]}]})";
}

/// What a terminal would obey: control characters other than line feeds, tabs, and, where records of CSV end, a return before a line feed.
bool plain(QString text, bool records)
{
    if (records)
        text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    return std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'; });
}

int depthOf(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    int depth = 0;
    int deepest = 0;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        depth += token == QXmlStreamReader::StartElement ? 1 : token == QXmlStreamReader::EndElement ? -1 : 0;
        deepest = std::max(deepest, depth);
    }
    return reader.hasError() ? -1 : deepest;
}

} // namespace

class TestHostile : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void nothingThatATerminalObeys_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line :
             {"validate", "summary", "summary --json", "metrics", "metrics --json", "loops", "loops --json", "whatif --fail p0",
              "whatif --fail p0 --json", "schedule", "geometry --json", "chart --csv", "chart -o %2.svg", "export -o %2.svg",
              "present --story t --export %2.pdf", "export --focus \x1b[31m -o x.png", "chart --of \x1b[31m --csv"})
            QTest::newRow(QByteArray(line).replace('\x1b', "ESC").constData()) << QString::fromLatin1(line);
    }
    void nothingThatATerminalObeys()
    {
        QFETCH(QString, line);
        const QString file = put(star(3, 2, escape));
        const Outcome outcome = run(line.replace(QStringLiteral("%2"), m_folder.filePath(QStringLiteral("out"))) + u' ' + file);
        QVERIFY2(plain(outcome.out, line.contains(QStringLiteral("--csv"))), qPrintable(outcome.out));
        QVERIFY2(plain(outcome.err, false), qPrintable(outcome.err));
        QVERIFY(!outcome.out.isEmpty() || !outcome.err.isEmpty());
        if (line.contains(QStringLiteral("--json")))
            QVERIFY(!outcome.json().isEmpty());
    }

    void namesAreNoTemplates_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"metrics", "whatif --fail p0", "geometry --json", "chart --csv", "chart --by partner --csv"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void namesAreNoTemplates()
    {
        QFETCH(QString, line);
        const QByteArray name = "%1%2 %L3 %%4";
        const Outcome outcome = run(line + u' ' + put(star(3, 2, name)));
        QCOMPARE(outcome.code, int(cli::Ok));
        QVERIFY2(outcome.out.contains(QString::fromLatin1(name)), qPrintable(outcome.out));
    }

    void formulasAreGuarded()
    {
        const Outcome outcome = run(QStringLiteral("chart --csv ") + put(star(2, 1, "=1+2")));
        QCOMPARE(outcome.code, int(cli::Ok));
        QVERIFY2(outcome.out.contains(QStringLiteral(",'=1+2 p0,")), qPrintable(outcome.out));
        QVERIFY(!outcome.out.contains(QStringLiteral(",=1+2")));
        QVERIFY(outcome.out.contains(QStringLiteral(",1000000000,2000000000,")));
    }

    void storyWithoutScenesIsRefused()
    {
        const QString out = m_folder.filePath(QStringLiteral("empty.pdf"));
        const Outcome outcome = run(QStringLiteral("present --story empty --export %1 %2").arg(out, put(star(1, 1, "A"))));
        QCOMPARE(outcome.code, int(cli::Usage));
        QCOMPARE(outcome.err, QStringLiteral("dealscape: the story 'Empty' has no scenes\n"));
        QVERIFY(!QFile::exists(out));
    }

    void manyPartnersAreGathered()
    {
        const QString file = put(star(300, 1, "A"));
        const QString out = m_folder.filePath(QStringLiteral("many"));
        const Outcome outcome = run(QStringLiteral("chart --by partner -o %1.png -o %1.svg -o %1.csv %2").arg(out, file));
        QVERIFY2(outcome.code == cli::Ok, qPrintable(outcome.err));
        QCOMPARE(outcome.out.count(u'\n'), 3);
        QVERIFY(QImage(out + QStringLiteral(".png")).height() < 3000);
        QVERIFY(bytes(out + QStringLiteral(".svg")).contains("261 others"));
        QCOMPARE(bytes(out + QStringLiteral(".csv")).count('\n'), 302);
        QCOMPARE(run(QStringLiteral("chart --by concentration -o %1.svg %2").arg(out, file)).code, int(cli::Ok));
        for (const char *said : {"and 35 more", "260 others"})
            QVERIFY2(bytes(out + QStringLiteral(".svg")).contains(said), said);
    }

    void manyDealsOnOneEdgeStayShallow()
    {
        const QString out = m_folder.filePath(QStringLiteral("edge.svg"));
        QCOMPARE(run(QStringLiteral("export -o %1 %2").arg(out, put(star(1, 300, "A")))).code, int(cli::Ok));
        const QByteArray svg = bytes(out);
        const int depth = depthOf(svg);
        QVERIFY2(depth > 0 && depth < 10, qPrintable(QString::number(depth)));
        QCOMPARE(svg.count("id=\"deal-"), 300);
        QVERIFY(svg.contains("<title>A hub to A p0: "));
        QVERIFY(svg.contains("xml:space=\"preserve\""));
    }

    void chartsOfControlCharactersAreXml()
    {
        const QString out = m_folder.filePath(QStringLiteral("control.svg"));
        for (const char *by : {"partner", "concentration"}) {
            QCOMPARE(run(QStringLiteral("chart --by %1 -o %2 %3").arg(QLatin1String(by), out, put(star(3, 1, escape)))).code, int(cli::Ok));
            QVERIFY(depthOf(bytes(out)) > 0);
        }
    }

    void theDatasetIsNoOutput()
    {
        const QString file = put(star(1, 1, "A"));
        const QString picture = m_folder.filePath(QStringLiteral("data.png"));
        QVERIFY(QFile::copy(file, picture));
        for (const char *command : {"export", "chart"}) {
            const Outcome outcome = run(QStringLiteral("%1 -o %2 %2").arg(QLatin1String(command), picture));
            QCOMPARE(outcome.code, int(cli::Usage));
            QVERIFY(outcome.err.contains(QStringLiteral("the output is the dataset itself")));
        }
        QCOMPARE(bytes(picture), bytes(file));
    }

    void picturesOfAnotherNetworkAreRefused()
    {
        const QString like = m_folder.filePath(QStringLiteral("like.png"));
        const QString out = m_folder.filePath(QStringLiteral("again.png"));
        exporting::Tag tag{{}, QStringLiteral("other"), QStringLiteral("\x1b[31mred"), {}};
        tag.perspective.focus = Focus{OrganizationId("nobody"), 1};
        writeTag(like, tag);
        const Outcome outcome = run(QStringLiteral("export --like %1 -o %2 %3").arg(like, out, put(star(2, 1, "A"))));
        QCOMPARE(outcome.code, int(cli::Usage));
        QVERIFY(outcome.err.contains(QStringLiteral("organisations or layers that this dataset does not have")));
        QVERIFY(plain(outcome.err, false));
        QVERIFY(!QFile::exists(out));
    }

    void picturesMovedByHandComeBackSo()
    {
        const QString file = put(star(4, 2, "A"));
        const QString like = m_folder.filePath(QStringLiteral("moved.png"));
        const QString out = m_folder.filePath(QStringLiteral("back"));
        const auto dataset = io::readFile(file.toStdString()).dataset;
        exporting::Tag tag = exporting::tagOf(*dataset, dataset->opening);
        tag.handwork.room = {1500, 800};
        const QPointF places[] = {{750, 400}, {100, 100}, {1400, 100}, {100, 700}, {1400, 700}};
        for (std::size_t i = 0; i < dataset->organizations.size(); ++i)
            tag.handwork.places.push_back({dataset->organizations[i].id, places[i].x(), places[i].y(), false});
        tag.handwork.places = inOrder(std::move(tag.handwork.places));
        tag.handwork.opened.insert({OrganizationId("p0"), OrganizationId("hub"), familyOf(FlowClass::Compute)});
        writeTag(like, tag);
        QCOMPARE(run(QStringLiteral("export -o %1.svg %2").arg(out, file)).code, int(cli::Ok));
        const QByteArray placed = bytes(out + QStringLiteral(".svg"));
        const Outcome outcome = run(QStringLiteral("export --like %1 -o %2.svg -o %2.png %3").arg(like, out, file));
        QVERIFY2(outcome.code == cli::Ok, qPrintable(outcome.err));
        const QByteArray moved = bytes(out + QStringLiteral(".svg"));
        QVERIFY(moved != placed);
        // An opened ribbon has a lane for each of its two deals, none inside another.
        const auto again = exporting::readTag(out + QStringLiteral(".png"));
        QVERIFY(again && again->handwork.places == tag.handwork.places);
        // The four partners stand in the corners again, the hub amid them.
        const QMap<QString, QPointF> at = discs(moved);
        QCOMPARE(at.size(), 5);
        QVERIFY(at[QStringLiteral("p0")].x() < at[QStringLiteral("hub")].x() &&
                at[QStringLiteral("p0")].y() < at[QStringLiteral("hub")].y());
        QVERIFY(at[QStringLiteral("p3")].x() > at[QStringLiteral("hub")].x() &&
                at[QStringLiteral("p3")].y() > at[QStringLiteral("hub")].y());
    }

private:
    QString put(const QByteArray &text)
    {
        const QString path = m_folder.filePath(QStringLiteral("data.json"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    static QByteArray bytes(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void writeTag(const QString &path, const exporting::Tag &tag)
    {
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(Qt::white);
        exporting::PngOptions options;
        options.texts = exporting::textsOf(tag);
        QVERIFY(exporting::writePng(path, image, options));
    }
    /// The middle of each organisation's disc in an SVG.
    static QMap<QString, QPointF> discs(const QByteArray &svg)
    {
        QMap<QString, QPointF> at;
        QXmlStreamReader reader(svg);
        QString open;
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (const QString id = reader.attributes().value(QStringLiteral("id")).toString();
                id.startsWith(QStringLiteral("organization-")))
                open = id.mid(13);
            else if (reader.name() == QStringLiteral("circle") && !open.isEmpty() && !at.contains(open))
                at[open] = {reader.attributes().value(QStringLiteral("cx")).toDouble(),
                            reader.attributes().value(QStringLiteral("cy")).toDouble()};
        }
        return at;
    }

    QTemporaryDir m_folder;
};

DEALSCAPE_TEST(TestHostile, QApplication)
#include "test_hostile.moc"
