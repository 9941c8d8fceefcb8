// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

// One program a room: every tests/ROOM/test_NAME.cpp registers its class, and `test_ROOM NAME [QtTest arguments]` runs it.
namespace dealscape::testing {

// What test classes derive from: a warning that was not announced with QTest::ignoreMessage fails the test. A class with an init()
// of its own calls this one.
class Case : public QObject {
    Q_OBJECT

protected Q_SLOTS:
    void init();
};

// The folder data/ of the sources, without a slash at its end.
QString shippedData();
// The folder tests/ROOM/data of the room whose program runs.
QString roomData();

using Run = int (*)(int argc, char **argv);
struct Registered {
    Registered(const char *file, Run run);
};
struct NoApplication {
    NoApplication(int & /*argc*/, char ** /*argv*/) {}
};

} // namespace dealscape::testing

// The last line but one of a test: its class and the application object it needs.
#define DEALSCAPE_TEST(Class, Application)                                                                                                 \
    static const dealscape::testing::Registered registered##Class(__FILE__, [](int argc, char **argv) {                                    \
        [[maybe_unused]] Application application(argc, argv);                                                                              \
        Class test;                                                                                                                        \
        return QTest::qExec(&test, argc, argv);                                                                                            \
    });
