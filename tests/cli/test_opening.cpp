// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outcome.h"

#include "testmain.h"
#include <QFile>
#include <QTemporaryDir>

#include <QTest>

#include <iostream>
#include <sstream>

using namespace dealscape;

namespace {

const QString data = testing::shippedData() + QStringLiteral("/example-offshore-wind.json");

/// Standard input is a text for as long as this lives.
class Typed {
public:
    explicit Typed(const std::string &text) : m_text(text), m_before(std::cin.rdbuf(m_text.rdbuf())) {}
    ~Typed()
    {
        std::cin.rdbuf(m_before);
        std::cin.clear();
    }
    Typed(const Typed &) = delete;
    Typed &operator=(const Typed &) = delete;

private:
    std::istringstream m_text;
    std::streambuf *m_before;
};

} // namespace

class TestOpening : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void opensAWindowOn_data();
    void opensAWindowOn();
    void refuses_data();
    void refuses();
    void readsStandardInput();
    void placesIssuesOfStandardInput();
};

void TestOpening::opensAWindowOn_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("a file") << QStringList{data};
    QTest::newRow("an empty dataset") << QStringList{"--new"};
    QTest::newRow("options of the toolkit") << QStringList{"-platform", "offscreen", "-style=fusion", "--reverse"};
    QTest::newRow("options of the toolkit and a file") << QStringList{"-platform", "offscreen", data};
    QTest::newRow("presenting") << QStringList{"present", "--start", "2", data};
}

void TestOpening::opensAWindowOn()
{
    QFETCH(QStringList, arguments);
    QVERIFY(!cli::handles(arguments));
}

void TestOpening::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QStringList &arguments, cli::ExitCode code, const char *says) {
        QTest::newRow(name) << arguments << int(code) << QString::fromUtf8(says);
    };
    row("command misspelt", {"sumary", "--json"}, cli::Usage, "unknown command \"sumary\"; did you mean \"summary\"?");
    row("command swapped", {"exprot", "-o", "x.png"}, cli::Usage, "unknown command \"exprot\"; did you mean \"export\"?");
    row("no command", {"bogus"}, cli::Usage, "unknown command \"bogus\", and there is no such file");
    row("only an option", {"--jsn"}, cli::Usage, "unknown option \"--jsn\"");
    row("help misspelt", {"--hlep"}, cli::Usage, "unknown option \"--hlep\"; did you mean \"--help\"?");
    row("options first", {"--tier", "2", "summary"}, cli::Usage, "the command comes first: dealscape summary");
    row("file first", {data, "summary"}, cli::Usage, "the command comes first: dealscape summary FILE");
    row("option of no command", {data, "--json"}, cli::Usage, "unknown option \"--json\"");
    row("two files", {data, "other.json"}, cli::Usage, "one FILE at most, but also got \"other.json\"");
    row("no file", {"nothing.json"}, cli::CannotRead, "nothing.json:1:1: error: cannot open the file");
    row("no file at a path", {"/nowhere/nothing"}, cli::CannotRead, "/nowhere/nothing:1:1: error: cannot open the file");
    row("a folder", {"/"}, cli::CannotRead, "it is a folder");
    row("standard input", {"-"}, cli::Usage, "standard input");
    row("option misspelt", {"summary", "--jsno"}, cli::Usage, "unknown option \"--jsno\"; did you mean \"--json\"?");
    row("option like no other", {"summary", "--frobnicate"}, cli::Usage, "unknown option \"--frobnicate\"\n");
}

void TestOpening::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    QVERIFY(cli::handles(arguments));
    const Outcome outcome = run(arguments);
    QTEST(outcome.code, "code");
    QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QVERIFY(outcome.out.isEmpty());
}

void TestOpening::readsStandardInput()
{
    QFile file(data);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const std::string text = file.readAll().toStdString();
    for (const QStringList &arguments : {QStringList{"validate"}, {"summary", "--json"}, {"geometry", "--json"}, {"loops"}}) {
        const Typed typed(text);
        const Outcome outcome = run(QStringList(arguments) << QStringLiteral("-"));
        QCOMPARE(outcome.code, int(cli::Ok));
        QCOMPARE(outcome.out, run(QStringList(arguments) << data).out);
    }
}

void TestOpening::placesIssuesOfStandardInput()
{
    const Typed typed("{\n  \"format\": \"dealscape\",\n  \"version\": 1,\n  \"organizations\": 7\n}\n");
    const Outcome outcome = run({QStringLiteral("summary"), QStringLiteral("-")});
    QCOMPARE(outcome.code, int(cli::CannotRead));
    QVERIFY2(outcome.err.startsWith(QLatin1String("standard input:4:20: error: ")), qPrintable(outcome.err));
}

DEALSCAPE_TEST(TestOpening, QApplication)
#include "test_opening.moc"
