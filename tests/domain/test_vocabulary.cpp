// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "domain/vocabulary.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

using namespace dealscape;

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

bool isFileWord(std::string_view word)
{
    const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; };
    return !word.empty() && std::all_of(word.begin(), word.end(), allowed) && word.front() != '-' && word.back() != '-';
}

/// Every property of one closed list of words, and how many words it must have.
template <class E>
void checkList(int count)
{
    const auto words = vocabulary<E>();
    QCOMPARE(static_cast<int>(words.size()), count);
    std::set<std::string_view> seen;
    std::set<std::string_view> labels;
    int position = 0;
    for (const auto &entry : words) {
        QVERIFY2(static_cast<int>(entry.value) == position++, entry.word.data());
        QVERIFY2(isFileWord(entry.word), entry.word.data());
        QVERIFY2(seen.insert(entry.word).second, entry.word.data());
        QVERIFY2(!entry.label.empty() && labels.insert(entry.label).second, entry.word.data());
        QCOMPARE(text(word(entry.value)), text(entry.word));
        QCOMPARE(text(label(entry.value)), text(entry.label));
        QVERIFY(parseWord<E>(entry.word) == entry.value);
        QVERIFY(!parseWord<E>(std::string(entry.word) + "s"));
        QVERIFY(!parseWord<E>(entry.word.substr(1)));
    }
    QVERIFY(!parseWord<E>(""));
    QVERIFY(!parseWord<E>("Nonsense"));
}

} // namespace

class VocabularyTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void certainty() { checkList<Certainty>(5); }
    void flowClass() { checkList<FlowClass>(10); }
    void family() { checkList<Family>(5); }
    void dealKind() { checkList<DealKind>(29); }
    void dealStatus() { checkList<DealStatus>(9); }
    void confidence() { checkList<Confidence>(3); }
    void powerLayer() { checkList<PowerLayer>(5); }
    void overlapRole() { checkList<OverlapRole>(8); }
    void sourceBasis() { checkList<SourceBasis>(5); }
    void layerStyle() { checkList<LayerStyle>(8); }
    void layerIcon() { checkList<LayerIcon>(20); }
    void claimUnit() { checkList<ClaimUnit>(5); }
    void lens() { checkList<Lens>(3); }
    void layoutKind() { checkList<LayoutKind>(4); }

    void wordsOfFilesNeverChange_data();
    void wordsOfFilesNeverChange();
    void caseMatters();
    void familiesOfFlows_data();
    void familiesOfFlows();
    void certaintyFallsFromPaidToCancelled();
};

void VocabularyTest::wordsOfFilesNeverChange_data()
{
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("published");
    const auto row = [](auto value, const char *published) {
        QTest::newRow(published) << text(word(value)) << QString::fromLatin1(published);
    };
    row(Certainty::Paid, "paid");
    row(Certainty::Cancelled, "cancelled");
    row(FlowClass::Sites, "data-centre");
    row(FlowClass::EquityInstrument, "equity-instrument");
    row(FlowClass::RevenueShare, "revenue-share");
    row(DealKind::JointVentureStake, "jv-stake");
    row(DealKind::DataCentreLease, "data-centre-lease");
    row(DealKind::Other, "other");
    row(DealStatus::LetterOfIntent, "letter-of-intent");
    row(DealStatus::InProgress, "in-progress");
    row(PowerLayer::EnergySupply, "energy-supply");
    row(OverlapRole::AlternativeEstimate, "alternative-estimate");
    row(SourceBasis::Copy, "copy");
    row(LayerStyle::Government, "government");
    row(ClaimUnit::DollarsPerGigawatt, "usd-per-gw");
    row(Lens::Deals, "deals");
    row(LayoutKind::SupplyChain, "supply-chain");
}

void VocabularyTest::wordsOfFilesNeverChange()
{
    QFETCH(QString, found);
    QFETCH(QString, published);
    QCOMPARE(found, published);
}

void VocabularyTest::caseMatters()
{
    QVERIFY(!parseWord<Certainty>("Paid"));
    QVERIFY(!parseWord<Certainty>("paid "));
    QVERIFY(!parseWord<Certainty>(std::string_view("paid\0", 5)));
    QVERIFY(parseWord<Certainty>("paid") == Certainty::Paid);
}

void VocabularyTest::familiesOfFlows_data()
{
    QTest::addColumn<int>("flow");
    QTest::addColumn<int>("family");
    const auto row = [](FlowClass flow, Family family) {
        QTest::newRow(qPrintable(text(word(flow)))) << static_cast<int>(flow) << static_cast<int>(family);
    };
    row(FlowClass::Compute, Family::Compute);
    row(FlowClass::Sites, Family::Compute);
    row(FlowClass::Hardware, Family::Hardware);
    row(FlowClass::Energy, Family::Energy);
    row(FlowClass::Capital, Family::Capital);
    row(FlowClass::EquityInstrument, Family::Capital);
    row(FlowClass::Guarantee, Family::Capital);
    row(FlowClass::RevenueShare, Family::Licence);
    row(FlowClass::Licence, Family::Licence);
    row(FlowClass::Policy, Family::Licence);
}

void VocabularyTest::familiesOfFlows()
{
    QFETCH(int, flow);
    QFETCH(int, family);
    QCOMPARE(static_cast<int>(familyOf(static_cast<FlowClass>(flow))), family);
}

void VocabularyTest::certaintyFallsFromPaidToCancelled()
{
    QVERIFY(Certainty::Paid < Certainty::Binding);
    QVERIFY(Certainty::Binding < Certainty::Announced);
    QVERIFY(Certainty::Announced < Certainty::Potential);
    QVERIFY(Certainty::Potential < Certainty::Cancelled);
}

DEALSCAPE_TEST(VocabularyTest, dealscape::testing::NoApplication)
#include "test_vocabulary.moc"
