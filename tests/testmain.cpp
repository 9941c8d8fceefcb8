// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QRegularExpression>
#include <QTest>

#include <cstdio>
#include <map>
#include <string>

namespace dealscape::testing {

namespace {

std::map<std::string, Run> &programs()
{
    static std::map<std::string, Run> all;
    return all;
}

} // namespace

void Case::init()
{
    // The offscreen platform says of itself what it cannot do; that is no fault of the program.
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
}

QString shippedData()
{
    return QStringLiteral(DEALSCAPE_SOURCE "/data");
}

QString roomData()
{
    return QStringLiteral(DEALSCAPE_SOURCE "/tests/" DEALSCAPE_ROOM "/data");
}

Registered::Registered(const char *file, Run run)
{
    std::string name(file);
    name.erase(0, name.rfind('/') + 1);
    name.erase(0, std::string("test_").size());
    name.erase(name.rfind('.'));
    programs().emplace(name, run);
}

} // namespace dealscape::testing

int main(int argc, char **argv)
{
    using dealscape::testing::programs;
    const auto found = argc > 1 ? programs().find(argv[1]) : programs().end();
    if (found == programs().end()) {
        std::fprintf(stderr, "Usage: %s TEST [QtTest arguments], where TEST is one of:\n", argv[0]);
        for (const auto &[name, run] : programs())
            std::fprintf(stderr, "  %s\n", name.c_str());
        return 2;
    }
    argv[1] = argv[0];
    return found->second(argc - 1, argv + 1);
}
