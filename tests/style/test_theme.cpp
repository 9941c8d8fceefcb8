// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/theme.h"

#include "testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace dealscape;
using namespace dealscape::style;

namespace {

using Triple = std::array<double, 3>;

Triple linear(const QColor &colour)
{
    const auto channel = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return {channel(colour.redF()), channel(colour.greenF()), channel(colour.blueF())};
}

/// Contrast ratio of WCAG 2.1.
double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &colour) {
        const Triple c = linear(colour);
        return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
    };
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

enum class Sight { Normal, Protanopic, Deuteranopic, Tritanopic };

/// Colour as it is seen, in linear RGB: matrices of full severity by Machado, Oliveira and Fernandes 2009.
Triple seen(const Triple &c, Sight sight)
{
    static constexpr double matrices[3][3][3] = {
        {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
        {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
        {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
    if (sight == Sight::Normal)
        return c;
    const auto &m = matrices[static_cast<int>(sight) - 1];
    Triple result{};
    for (int i = 0; i < 3; ++i)
        result[i] = std::clamp(m[i][0] * c[0] + m[i][1] * c[1] + m[i][2] * c[2], 0.0, 1.0);
    return result;
}

Triple lab(const Triple &c)
{
    const double xyz[3] = {(0.4124564 * c[0] + 0.3575761 * c[1] + 0.1804375 * c[2]) / 0.95047,
                           0.2126729 * c[0] + 0.7151522 * c[1] + 0.0721750 * c[2],
                           (0.0193339 * c[0] + 0.1191920 * c[1] + 0.9503041 * c[2]) / 1.08883};
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    return {116 * f(xyz[1]) - 16, 500 * (f(xyz[0]) - f(xyz[1])), 200 * (f(xyz[1]) - f(xyz[2]))};
}

/// CIEDE2000, after Sharma, Wu and Dalal 2005.
double distance(const Triple &a, const Triple &b)
{
    constexpr double turn = 2 * std::numbers::pi;
    const auto degrees = [](double d) { return d * turn / 360; };
    const double mean = (std::hypot(a[1], a[2]) + std::hypot(b[1], b[2])) / 2;
    const double g = 0.5 * (1 - std::sqrt(std::pow(mean, 7) / (std::pow(mean, 7) + std::pow(25.0, 7))));
    const double c1 = std::hypot((1 + g) * a[1], a[2]);
    const double c2 = std::hypot((1 + g) * b[1], b[2]);
    const auto hue = [g](const Triple &c) { return c[1] == 0 && c[2] == 0 ? 0 : std::fmod(std::atan2(c[2], (1 + g) * c[1]) + turn, turn); };
    const double h1 = hue(a);
    const double h2 = hue(b);
    double dh = c1 * c2 == 0 ? 0 : h2 - h1;
    if (dh > turn / 2)
        dh -= turn;
    else if (dh < -turn / 2)
        dh += turn;
    double h = h1 + h2;
    if (c1 * c2 != 0)
        h = std::abs(h1 - h2) <= turn / 2 ? h / 2 : (h < turn ? (h + turn) / 2 : (h - turn) / 2);
    const double l = (a[0] + b[0]) / 2;
    const double c = (c1 + c2) / 2;
    const double t = 1 - 0.17 * std::cos(h - degrees(30)) + 0.24 * std::cos(2 * h) + 0.32 * std::cos(3 * h + degrees(6)) -
        0.20 * std::cos(4 * h - degrees(63));
    const double sl = 1 + 0.015 * std::pow(l - 50, 2) / std::sqrt(20 + std::pow(l - 50, 2));
    const double sc = 1 + 0.045 * c;
    const double sh = 1 + 0.015 * c * t;
    const double rotation = degrees(30) * std::exp(-std::pow((h - degrees(275)) / degrees(25), 2));
    const double rt = -std::sin(2 * rotation) * 2 * std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7)));
    const double dl = (b[0] - a[0]) / sl;
    const double dc = (c2 - c1) / sc;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(dh / 2) / sh;
    return std::sqrt(dl * dl + dc * dc + dH * dH + rt * dc * dH);
}

template <class Colours>
double leastDistance(const Colours &colours)
{
    double least = 1000;
    for (const Sight sight : {Sight::Normal, Sight::Protanopic, Sight::Deuteranopic, Sight::Tritanopic})
        for (std::size_t i = 0; i < colours.size(); ++i)
            for (std::size_t j = i + 1; j < colours.size(); ++j)
                least = std::min(least, distance(lab(seen(linear(colours[i]), sight)), lab(seen(linear(colours[j]), sight))));
    return least;
}

} // namespace

class TestTheme : public dealscape::testing::Case {
    Q_OBJECT

    void addThemes()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("light") << static_cast<int>(ThemeKind::Light);
        QTest::newRow("dark") << static_cast<int>(ThemeKind::Dark);
        QTest::newRow("print") << static_cast<int>(ThemeKind::Print);
    }

private Q_SLOTS:
    void measuresAreRight()
    {
        QVERIFY(std::abs(contrast(Qt::black, Qt::white) - 21) < 1e-6);
        // Pair 1 and pair 17 of the test data published with the formula.
        QVERIFY(std::abs(distance({50, 2.6772, -79.7751}, {50, 0, -82.7485}) - 2.0425) < 1e-4);
        QVERIFY(std::abs(distance({50, 2.5, 0}, {73, 25, -18}) - 27.1492) < 1e-4);
    }

    void textIsReadable_data() { addThemes(); }
    void textIsReadable()
    {
        QFETCH(int, kind);
        const Theme &t = theme(static_cast<ThemeKind>(kind));
        QCOMPARE(static_cast<int>(t.kind), kind);
        for (const QColor &ground : {t.canvas, t.chrome, t.dock, t.field, t.hullFill})
            for (const QColor &text : {t.text, t.textSecond, t.textThird})
                QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(text.name() + " on " + ground.name()));
        QVERIFY(contrast(t.text, t.accentTint) >= 4.5);
        QVERIFY(contrast(t.textOnAccent, t.accent) >= 4.5);
        QVERIFY(contrast(t.canvas, t.textSecond) >= 4.5);
    }

    void marksStandOut_data() { addThemes(); }
    void marksStandOut()
    {
        QFETCH(int, kind);
        const Theme &t = theme(static_cast<ThemeKind>(kind));
        for (const QColor &edge : t.families)
            QVERIFY2(contrast(edge, t.canvas) >= 3, qPrintable(edge.name()));
        for (const LayerColours &layer : t.layers) {
            QVERIFY2(contrast(layer.rim, t.canvas) >= 3, qPrintable(layer.rim.name()));
            QVERIFY2(contrast(layer.icon, layer.fill) >= 3, qPrintable(layer.icon.name() + " on " + layer.fill.name()));
        }
        QVERIFY(contrast(t.accent, t.canvas) >= 3);
    }

    void familiesArePrintedInDifferentGreys()
    {
        const auto lightness = [](const QColor &colour) { return lab(linear(colour))[0]; };
        std::vector<double> greys;
        for (const QColor &colour : theme(ThemeKind::Print).families)
            greys.push_back(lightness(colour));
        std::ranges::sort(greys);
        for (std::size_t i = 1; i < greys.size(); ++i)
            QVERIFY2(greys[i] - greys[i - 1] >= 9, qPrintable(QString::number(greys[i])));
        QVERIFY(lightness(theme(ThemeKind::Print).cancelled) - greys.back() >= 8);
    }

    void ownColoursStandOut_data() { addThemes(); }
    void ownColoursStandOut()
    {
        QFETCH(int, kind);
        const Theme &t = theme(static_cast<ThemeKind>(kind));
        for (int red = 0; red < 256; red += 51)
            for (int green = 0; green < 256; green += 51)
                for (int blue = 0; blue < 256; blue += 51) {
                    const LayerLook look{LayerStyle::Chips, LayerIcon::Ship,
                                         Colour{std::uint8_t(red), std::uint8_t(green), std::uint8_t(blue)}};
                    const LayerColours colours = t.layer(look);
                    QCOMPARE(colours.fill, QColor(red, green, blue));
                    QVERIFY2(contrast(colours.rim, t.canvas) >= 3, qPrintable(colours.rim.name()));
                    QVERIFY2(contrast(colours.icon, colours.fill) >= 3, qPrintable(colours.fill.name()));
                }
        const LayerColours plain = t.layer(LayerLook{LayerStyle::Chips, LayerIcon::Ship, {}});
        QCOMPARE(plain.fill, t.layer(LayerStyle::Chips).fill);
    }

    void coloursStayApart_data() { addThemes(); }
    void coloursStayApart()
    {
        QFETCH(int, kind);
        const Theme &t = theme(static_cast<ThemeKind>(kind));
        std::array<QColor, 8> fills;
        std::transform(t.layers.begin(), t.layers.end(), fills.begin(), [](const LayerColours &layer) { return layer.fill; });
        QVERIFY2(leastDistance(fills) >= 9, qPrintable(QString::number(leastDistance(fills))));
        QVERIFY2(leastDistance(t.families) >= 10, qPrintable(QString::number(leastDistance(t.families))));
    }
};

DEALSCAPE_TEST(TestTheme, dealscape::testing::NoApplication)
#include "test_theme.moc"
