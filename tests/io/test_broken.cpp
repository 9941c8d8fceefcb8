// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"
#include <QDir>
#include <QFile>

#include <QTest>

#include "io/reader.h"

#include <string>
#include <utility>

using namespace dealscape;
using namespace dealscape::io;

/// Every file in data/broken has one fault; expected.tsv says for each what is reported and where.
class BrokenTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void soundFileHasNoIssue();
    void oneFaultOneIssue_data();
    void oneFaultOneIssue();
    void everyFileIsExpected();

private:
    static QByteArray bytes(const QString &name);
    QList<QStringList> m_expected;
};

QByteArray BrokenTest::bytes(const QString &name)
{
    QFile file(testing::roomData() + '/' + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot open %s", qPrintable(name));
    return file.readAll();
}

void BrokenTest::initTestCase()
{
    const QString table = QString::fromUtf8(bytes(QStringLiteral("broken/expected.tsv")));
    for (const QString &line : table.split('\n', Qt::SkipEmptyParts))
        m_expected.append(line.split('\t'));
    QVERIFY(m_expected.size() >= 45);
}

void BrokenTest::soundFileHasNoIssue()
{
    const QByteArray text = bytes(QStringLiteral("sound.json"));
    const ReadResult result = readDataset({text.data(), static_cast<std::size_t>(text.size())}, "sound.json");
    for (const Issue &issue : result.issues)
        qWarning("%s", describe(issue).c_str());
    QVERIFY(result.issues.empty());
    QVERIFY(result.dataset.has_value());
}

void BrokenTest::oneFaultOneIssue_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("issue");
    for (const QStringList &row : std::as_const(m_expected)) {
        QCOMPARE(row.size(), 5);
        const QString name = row[0] + ".json";
        QTest::newRow(qPrintable(row[0])) << name << row[2] << name + ':' + row[1] + ": " + row[2] + ": " + row[3] + " [" + row[4] + ']';
    }
}

void BrokenTest::oneFaultOneIssue()
{
    QFETCH(QString, name);
    QFETCH(QString, severity);
    QFETCH(QString, issue);
    const QByteArray text = bytes("broken/" + name);
    const ReadResult result = readDataset({text.data(), static_cast<std::size_t>(text.size())}, name.toStdString());
    QStringList found;
    for (const Issue &each : result.issues)
        found.append(QString::fromStdString(describe(each)));
    QCOMPARE(found, QStringList(issue));
    QCOMPARE(result.dataset.has_value(), severity == "warning");
    QVERIFY(!result.truncated);
}

void BrokenTest::everyFileIsExpected()
{
    QStringList names;
    for (const QStringList &row : std::as_const(m_expected))
        names.append(row[0] + ".json");
    QStringList files = QDir(testing::roomData() + "/broken").entryList({QStringLiteral("*.json")}, QDir::Files);
    names.sort();
    files.sort();
    QCOMPARE(files, names);
}

DEALSCAPE_TEST(BrokenTest, dealscape::testing::NoApplication)
#include "test_broken.moc"
