// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "frozen.h"

#include "cli/cli.h"

#include "analysis/select.h"
#include "reports/chartground.h"

#include "testmain.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <QTest>

#include <algorithm>
#include <sstream>

using namespace dealscape;
using reports::ChartKind;

namespace {

QJsonObject summary(int tier)
{
    std::ostringstream out, err;
    QStringList line = {QStringLiteral("summary"), QStringLiteral("--json")};
    if (tier > 0)
        line += {QStringLiteral("--tier"), QString::number(tier)};
    line += sample::frozenPath();
    if (cli::run(line, out, err) != cli::Ok)
        qFatal("no summary");
    return QJsonDocument::fromJson(QByteArray::fromStdString(out.str())).object();
}

QString wordOf(const reports::ChartGroup &group)
{
    const auto named = [](auto value) { return QString::fromStdString(std::string(word(value))); };
    if (const auto *flow = std::get_if<FlowClass>(&group.measure))
        return named(*flow);
    return named(std::get<PowerLayer>(group.measure));
}

qint64 whole(const QJsonValue &value)
{
    return static_cast<qint64>(value.toDouble());
}

/// The amounts of a row beside the object that holds the same row's numbers.
QString unlike(const reports::ChartRow &row, const QJsonValue &numbers)
{
    const bool published = numbers[QLatin1String("deals")].toInt() > 0;
    const qint64 low = published ? whole(numbers[QLatin1String("low")]) : 0;
    const qint64 high = published ? whole(numbers[QLatin1String("high")]) : 0;
    if (row.amount.low.value_or(0) != low || row.amount.high.value_or(0) != high)
        return QStringLiteral("%1: %2 to %3, not %4 to %5")
            .arg(row.label)
            .arg(row.amount.low.value_or(0))
            .arg(row.amount.high.value_or(0))
            .arg(low)
            .arg(high);
    for (const reports::ChartSegment &segment : row.segments) {
        const auto part = numbers[QLatin1String("byCertainty")][QString::fromStdString(std::string(word(segment.certainty)))];
        if (whole(part[QLatin1String("low")]) != segment.low || whole(part[QLatin1String("high")]) != segment.high)
            return row.label + QStringLiteral(": other parts");
    }
    return {};
}

} // namespace

class TestChartNumbers : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Case::init();
        m_dataset = sample::frozen();
        m_index = std::make_unique<Index>(m_dataset);
    }

    void rowsEqualTheSummary_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("tier");
        for (const int tier : {0, 1, 2})
            for (const auto &[kind, name] :
                 {std::pair(ChartKind::Partner, "partner"), std::pair(ChartKind::Kind, "kind"), std::pair(ChartKind::Layer, "layer"),
                  std::pair(ChartKind::Certainty, "certainty"), std::pair(ChartKind::Country, "country"),
                  std::pair(ChartKind::Timeline, "time"), std::pair(ChartKind::Schedule, "schedule")})
                QTest::addRow("%s, tier %d", name, tier) << static_cast<int>(kind) << QString::fromLatin1(name) << tier;
    }

    void rowsEqualTheSummary()
    {
        QFETCH(int, kind);
        QFETCH(QString, name);
        QFETCH(int, tier);
        const QJsonValue charts = summary(tier)[QLatin1String("charts")][name];
        for (const Lens lens : {Lens::Value, Lens::Power}) {
            const QJsonObject expected = charts[lens == Lens::Value ? QLatin1String("value") : QLatin1String("power")].toObject();
            int groups = 0;
            for (const reports::ChartGroup &group : table(static_cast<ChartKind>(kind), lens, tier).groups) {
                const QJsonArray rows = expected[wordOf(group)].toArray();
                groups += !rows.isEmpty();
                QCOMPARE(static_cast<int>(group.rows.size()), static_cast<int>(rows.size()));
                for (std::size_t i = 0; i < group.rows.size(); ++i) {
                    const QJsonValue numbers = rows[static_cast<int>(i)];
                    QCOMPARE(group.rows[i].key, numbers[QLatin1String("key")].toString());
                    const QString difference = unlike(group.rows[i], numbers);
                    QVERIFY2(difference.isEmpty(), qPrintable(difference));
                }
            }
            QCOMPARE(groups, static_cast<int>(expected.size()));
        }
    }

    void certaintiesAddUpToTheTotals()
    {
        const QJsonObject all = summary(0);
        const reports::ChartTable chart = table(ChartKind::Certainty, Lens::Value, 0);
        QVERIFY(chart.groups.size() > 5);
        for (const reports::ChartGroup &group : chart.groups) {
            qint64 high = 0;
            for (const reports::ChartRow &row : group.rows)
                high += row.amount.high.value_or(0);
            QCOMPARE(high, whole(all[QLatin1String("value")][wordOf(group)][QLatin1String("countedOnce")][QLatin1String("high")]));
        }
    }

    void pricesEqualTheSummary()
    {
        const QJsonArray prices = summary(0)[QLatin1String("charts")][QLatin1String("dollarsPerGigawatt")].toArray();
        QVERIFY(!prices.isEmpty());
        int next = 0;
        for (const reports::ChartGroup &group : table(ChartKind::Plausibility, Lens::Value, 0).groups)
            for (const reports::ChartRow &row : group.rows) {
                const QJsonValue price = prices[next++];
                QCOMPARE(row.key, price[QLatin1String("key")].toString());
                QCOMPARE(row.amount.low.value_or(0), whole(price[QLatin1String("low")]));
                QCOMPARE(row.amount.high.value_or(0), whole(price[QLatin1String("high")]));
            }
        QCOMPARE(next, static_cast<int>(prices.size()));
    }

    void sharesEqualTheSummary()
    {
        const QJsonObject charts = summary(0)[QLatin1String("charts")].toObject();
        int compared = 0;
        for (const reports::ChartGroup &group : table(ChartKind::Concentration, Lens::Value, 0).groups) {
            const bool pays = group.title.endsWith(QLatin1String("who pays"));
            const QJsonValue side = charts[pays ? QLatin1String("spenders") : QLatin1String("suppliers")][wordOf(group)];
            const QJsonArray shares = side[QLatin1String("shares")].toArray();
            QCOMPARE(static_cast<int>(group.rows.size()), static_cast<int>(shares.size()));
            for (std::size_t i = 0; i < group.rows.size(); ++i) {
                QCOMPARE(group.rows[i].amount.high.value_or(0), whole(shares[static_cast<int>(i)][QLatin1String("amount")]));
                ++compared;
            }
        }
        QVERIFY(compared > 50);
    }

    void headlinesEqualTheSummary()
    {
        const QJsonArray statements = summary(0)[QLatin1String("reconciliation")].toArray();
        QCOMPARE(statements[0][QLatin1String("kind")].toString(), QStringLiteral("article total"));
        QCOMPARE(whole(statements[0][QLatin1String("statedLow")]), 1'000'000'000'000);
        QCOMPARE(whole(statements[0][QLatin1String("itemisedByArticle")][QLatin1String("high")]), 713'000'000'000);
        QCOMPARE(whole(statements[0][QLatin1String("articleDifference")][QLatin1String("amount")]), 287'000'000'000);
        for (const reports::ChartGroup &group : table(ChartKind::Reconciliation, Lens::Value, 0).groups)
            for (const reports::ChartRow &row : group.rows) {
                if (!row.amount.published() || !row.gross.published())
                    continue;
                const bool found = std::ranges::any_of(statements, [&](const QJsonValue &statement) {
                    const QJsonArray lines = statement[QLatin1String("money")].toArray();
                    return std::ranges::any_of(lines, [&](const QJsonValue &line) {
                        return whole(line[QLatin1String("countedOnce")][QLatin1String("low")]) == *row.amount.low &&
                            whole(line[QLatin1String("countedOnce")][QLatin1String("high")]) == *row.amount.high &&
                            whole(line[QLatin1String("gross")][QLatin1String("high")]) == *row.gross.high;
                    });
                });
                QVERIFY2(found, qPrintable(row.label));
            }
    }

private:
    reports::ChartTable table(ChartKind kind, Lens lens, int tier) const
    {
        Perspective perspective;
        perspective.filter = analysis::everything();
        perspective.filter.maximumTier = tier;
        reports::ChartQuestion question;
        question.kind = kind;
        question.lens = lens;
        return reports::chartTable(reports::ChartGround(*m_index, perspective), question);
    }

    Dataset m_dataset;
    std::unique_ptr<Index> m_index;
};

DEALSCAPE_TEST(TestChartNumbers, QApplication)
#include "test_chartnumbers.moc"
