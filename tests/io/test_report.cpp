// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "io/report.h"

#include <string>

using namespace dealscape::io;

class ReportTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void describes_data();
    void describes();
    void places_data();
    void places();
    void issuesComeInTheOrderOfTheFile();
    void errorsAreKeptBeforeWarnings();
    void nothingIsTruncatedAtTheLimit();
    void clearForgets();
};

void ReportTest::describes_data()
{
    QTest::addColumn<int>("severity");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("error") << 0 << QByteArray("/deals/0/id") << QByteArray("a b.json:3:14: error: wrong [/deals/0/id]");
    QTest::newRow("warning") << 1 << QByteArray("/x") << QByteArray("a b.json:3:14: warning: wrong [/x]");
    QTest::newRow("whole document") << 0 << QByteArray("") << QByteArray("a b.json:3:14: error: wrong []");
}

void ReportTest::describes()
{
    QFETCH(int, severity);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, text);
    const Issue issue{severity ? Severity::Warning : Severity::Error, "a b.json", 3, 14, "wrong", pointer.toStdString()};
    QCOMPARE(QByteArray::fromStdString(describe(issue)), text);
}

void ReportTest::places_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *name, const char *bytes, int offset, int line, int column) {
        QTest::newRow(name) << QByteArray(bytes) << offset << line << column;
    };
    row("start", "abc", 0, 1, 1);
    row("in the first line", "abc", 2, 1, 3);
    row("end", "abc", 3, 1, 4);
    row("beyond the end", "abc", 9, 1, 4);
    row("empty", "", 0, 1, 1);
    row("at the line feed", "ab\ncd", 2, 1, 3);
    row("after the line feed", "ab\ncd", 3, 2, 1);
    row("second line", "ab\ncd", 4, 2, 2);
    row("after empty lines", "\n\n\nx", 3, 4, 1);
    row("after return and line feed", "ab\r\ncd", 4, 2, 1);
    row("after two bytes", "éx", 2, 1, 2);
    row("after four bytes", "🚀🚀x", 8, 1, 3);
    row("after a stray byte", "\xFFx", 1, 1, 2);
    row("wide characters in an earlier line", "測測\nx", 7, 2, 1);
    row("end after a line feed", "a\n", 2, 2, 1);
}

void ReportTest::places()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, offset);
    QFETCH(int, line);
    QFETCH(int, column);
    Report report(10);
    report.error(static_cast<std::size_t>(offset), "x", "");
    const auto issues = report.issues(bytes.toStdString(), "f");
    QCOMPARE(issues.size(), std::size_t(1));
    QCOMPARE(issues[0].line, line);
    QCOMPARE(issues[0].column, column);
}

void ReportTest::issuesComeInTheOrderOfTheFile()
{
    Report report(10);
    report.error(5, "third", "");
    report.warning(1, "first", "");
    report.error(3, "second", "");
    report.warning(5, "fourth", "");
    const auto issues = report.issues("0123456789", "f");
    QCOMPARE(issues.size(), std::size_t(4));
    QCOMPARE(issues[0].text, std::string("first"));
    QCOMPARE(issues[1].text, std::string("second"));
    QCOMPARE(issues[2].text, std::string("third"));
    QCOMPARE(issues[3].text, std::string("fourth"));
    QVERIFY(issues[0].severity == Severity::Warning);
    QVERIFY(!report.truncated());
}

void ReportTest::errorsAreKeptBeforeWarnings()
{
    Report report(3);
    for (std::size_t i = 0; i < 5; ++i)
        report.warning(i, "warning", "");
    QCOMPARE(report.errorCount(), std::size_t(0));
    report.error(7, "error", "");
    report.error(6, "error", "");
    QVERIFY(report.truncated());
    QVERIFY(!report.full());
    const auto issues = report.issues("0123456789", "f");
    QCOMPARE(issues.size(), std::size_t(3));
    QVERIFY(issues[0].severity == Severity::Warning);
    QVERIFY(issues[1].severity == Severity::Error);
    QVERIFY(issues[2].severity == Severity::Error);
    for (std::size_t i = 0; i < 5; ++i)
        report.error(i, "more", "");
    QVERIFY(report.full());
    QCOMPARE(report.errorCount(), std::size_t(7));
    QCOMPARE(report.issues("0123456789", "f").size(), std::size_t(3));
}

void ReportTest::nothingIsTruncatedAtTheLimit()
{
    Report report(2);
    report.error(0, "a", "");
    report.warning(0, "b", "");
    QVERIFY(!report.truncated());
    report.warning(0, "c", "");
    QVERIFY(report.truncated());
}

void ReportTest::clearForgets()
{
    Report report(1);
    report.error(0, "a", "");
    report.warning(0, "b", "");
    report.clear();
    QCOMPARE(report.errorCount(), std::size_t(0));
    QVERIFY(!report.truncated());
    QVERIFY(report.issues("x", "f").empty());
}

DEALSCAPE_TEST(ReportTest, dealscape::testing::NoApplication)
#include "test_report.moc"
