// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QTest>

#include "document/filtering.h"

using namespace dealscape;
using namespace dealscape::document;

class FilteringTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void togglingTwiceIsNothing_data()
    {
        QTest::addColumn<int>("family");
        for (const auto &word : vocabulary<Family>())
            QTest::addRow("%s", std::string(word.word).c_str()) << static_cast<int>(word.value);
    }

    void togglingTwiceIsNothing()
    {
        QFETCH(int, family);
        const auto value = static_cast<Family>(family);
        const Filter once = toggled(Filter(), value);
        QVERIFY(!shows(once, value));
        QCOMPARE(once.families.size(), vocabulary<Family>().size() - 1);
        QVERIFY(toggled(once, value) == Filter());
    }

    void certaintiesStartWithoutCancelled()
    {
        QVERIFY(!shows(Filter(), Certainty::Cancelled));
        QVERIFY(shows(toggled(Filter(), Certainty::Cancelled), Certainty::Cancelled));
        QVERIFY(!shows(toggled(Filter(), Certainty::Paid), Certainty::Paid));
    }

    void theLastOneStays()
    {
        Filter filter;
        filter.families = {Family::Energy};
        QVERIFY(toggled(filter, Family::Energy) == filter);
    }

    void layersGoOneByOne()
    {
        Dataset dataset;
        for (const char *id : {"a", "b", "c"})
            dataset.layers.push_back({LayerId(id), id, LayerStyle::Chips});
        const Filter hidden = toggled(Filter(), dataset, LayerId("a"));
        QCOMPARE(hidden.layers, (std::set<LayerId>{LayerId("b"), LayerId("c")}));
        QVERIFY(!shows(hidden, LayerId("a")));
        QVERIFY(shows(hidden, LayerId("b")));
        QVERIFY(toggled(hidden, dataset, LayerId("a")) == Filter());
        // Where layers are asked of either end all may be shown; hiding one keeps all others.
        Filter either;
        either.layers = {LayerId("a")};
        either.layerEnds = Ends::Either;
        QVERIFY(shows(either, LayerId("c")));
        const Filter without = toggled(either, dataset, LayerId("c"));
        QCOMPARE(without.layers, (std::set<LayerId>{LayerId("a"), LayerId("b")}));
        QVERIFY(without.layerEnds == Ends::Both && !shows(without, LayerId("c")));
    }
};

DEALSCAPE_TEST(FilteringTest, dealscape::testing::NoApplication)
#include "test_filtering.moc"
