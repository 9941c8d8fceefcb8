// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "testmain.h"

#include <QTest>

#include "resources/embedded.h"
#include "shell/mainwindow.h"
#include "widgets/look.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace dealscape;
using namespace dealscape::shell;

namespace {

/// A window on three organisations, four deals and two sources, so that all that is spoken can be read in one go.
struct SmallWindow {
    SmallWindow() : settings(folder.filePath("settings.ini"))
    {
        settings.setReducedMotion(true);
        window = std::make_unique<MainWindow>(settings);
        window->open(testing::roomData() + QStringLiteral("/small.json"));
        window->resize(1600, 900);
        window->restore();
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window did not become active");
        window->document().select(DealId("rent"));
        QCoreApplication::processEvents();
        window->actions()[ActionId::ShowTables]->trigger();
        window->actions()[ActionId::ShowTime]->trigger();
        window->grab();
    }

    QTemporaryDir folder;
    settings::Settings settings;
    std::unique_ptr<MainWindow> window;
};

/// What the keyboard or a screen reader can act on.
bool actable(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::EditableText:
    case QAccessible::ComboBox:
    case QAccessible::Slider:
    case QAccessible::SpinBox:
    case QAccessible::List:
    case QAccessible::ListItem:
    case QAccessible::MenuItem:
    case QAccessible::PageTab:
    case QAccessible::Table:
    case QAccessible::Tree:
        return true;
    default:
        return false;
    }
}

/// Deeper than any window is; a tree that goes on is one that leads back to itself.
constexpr int deepest = 40;

class Walk {
public:
    explicit Walk(QAccessibleInterface *root) { visit(root, 0); }

    const QStringList &lines() const { return m_lines; }
    const QStringList &nameless() const { return m_nameless; }
    int visited() const { return m_visited; }

private:
    void visit(QAccessibleInterface *part, int depth)
    {
        if (!part || !part->isValid() || depth > deepest)
            return;
        const QAccessible::Role role = part->role();
        const bool cell = role == QAccessible::Cell || role == QAccessible::RowHeader;
        if (part->state().invisible || role == QAccessible::ScrollBar || role == QAccessible::Separator || role == QAccessible::Grip)
            return;
        ++m_visited;
        const QString name = part->text(QAccessible::Name).simplified();
        const QString line = QString(depth * 2, ' ') + qAccessibleRoleString(role) + (name.isEmpty() ? QString() : ": " + name);
        if (name.isEmpty() && actable(role))
            m_nameless << line + (part->object() ? QString(" (%1)").arg(part->object()->metaObject()->className()) : QString());
        if (!cell)
            m_lines << line;
        for (int i = 0; i < part->childCount(); ++i)
            visit(part->child(i), depth + 1);
    }

    QStringList m_lines;
    QStringList m_nameless;
    int m_visited = 0;
};

/// Without what depends on typeface and room.
QString normalised(QString text)
{
    static const QRegularExpression zoom("Zoom \\d+");
    return text.replace(zoom, "Zoom #");
}

} // namespace

class SpokenTest : public dealscape::testing::Case {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(resources::loadTypeface()); }

    void everythingThatActsHasAName()
    {
        SmallWindow f;
        const Walk walk(QAccessible::queryAccessibleInterface(f.window.get()));
        QVERIFY2(walk.nameless().isEmpty(), qPrintable(walk.nameless().join('\n')));
        QVERIFY(walk.visited() > 100);
    }

    void everyNodeAndEdgeIsSpoken()
    {
        SmallWindow f;
        const Walk walk(QAccessible::queryAccessibleInterface(&f.window->diagram()));
        const QString words = walk.lines().join('\n');
        for (const char *expected : {"Ada Models", "Bolt Cloud", "Cap & Sons",
                                     "Ada Models pays Bolt Cloud: ", "Cap & Sons pays Ada Models: ", "Cap & Sons pays Bolt Cloud: "})
            QVERIFY2(words.contains(expected), qPrintable(words));
        QCOMPARE(walk.lines().size(), 7);
    }

    /// The whole tree as it was when somebody last read it. DEALSCAPE_WRITE_GOLDEN=1 in the environment writes it anew, to be
    /// read before it is committed.
    void theTreeReadsAsBefore()
    {
        SmallWindow f;
        const Walk walk(QAccessible::queryAccessibleInterface(f.window.get()));
        const QString now = normalised(walk.lines().join('\n')) + '\n';
        QFile golden(testing::roomData() + QStringLiteral("/spoken.txt"));
        if (qEnvironmentVariableIsSet("DEALSCAPE_WRITE_GOLDEN")) {
            QVERIFY(golden.open(QIODevice::WriteOnly));
            golden.write(now.toUtf8());
            return;
        }
        QVERIFY(golden.open(QIODevice::ReadOnly));
        const QStringList before = QString::fromUtf8(golden.readAll()).split('\n');
        const QStringList lines = now.split('\n');
        for (qsizetype i = 0; i < std::min(before.size(), lines.size()); ++i)
            QVERIFY2(lines[i] == before[i], qPrintable(QString("line %1\nbefore %2\nnow    %3").arg(i + 1).arg(before[i], lines[i])));
        QCOMPARE(lines.size(), before.size());
    }
};

DEALSCAPE_TEST(SpokenTest, StyledApplication)
#include "test_spoken.moc"
