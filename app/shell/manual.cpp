// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/manual.h"

#include "charts/chartspage.h"
#include "circular/circularpanel.h"
#include "diagram/diagramview.h"
#include "entry/form.h"
#include "importing/importwindow.h"
#include "panels/filterbar.h"
#include "panels/tablespanel.h"
#include "publishing/exportdialog.h"
#include "resources/embedded.h"
#include "settings/preferences.h"
#include "shell/chartpanel.h"
#include "shell/storypage.h"
#include "shell/timerow.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QListWidget>
#include <QShortcut>
#include <QTextBrowser>
#include <QUrl>

#include <array>

namespace dealscape::shell {

namespace {

struct ManualPage {
    const char *name;
    const char *title;
};

constexpr std::array manualPages = {ManualPage{"first-steps", QT_TRANSLATE_NOOP("dealscape::shell::Manual", "First ten minutes")},
                                    ManualPage{"picture", QT_TRANSLATE_NOOP("dealscape::shell::Manual", "Reading the picture")},
                                    ManualPage{"entering", QT_TRANSLATE_NOOP("dealscape::shell::Manual", "Entering deals")},
                                    ManualPage{"importing", QT_TRANSLATE_NOOP("dealscape::shell::Manual", "Importing")},
                                    ManualPage{"finding", QT_TRANSLATE_NOOP("dealscape::shell::Manual", "Finding and filtering")},
                                    ManualPage{"charts", QT_TRANSLATE_NOOP("dealscape::shell::Manual", "Charts")},
                                    ManualPage{"loops", QT_TRANSLATE_NOOP("dealscape::shell::Manual", "Loops and scenarios")},
                                    ManualPage{"stories", QT_TRANSLATE_NOOP("dealscape::shell::Manual", "Presenting stories")},
                                    ManualPage{"exporting", QT_TRANSLATE_NOOP("dealscape::shell::Manual", "Exporting")},
                                    ManualPage{"citing", QT_TRANSLATE_NOOP("dealscape::shell::Manual", "How to cite")},
                                    ManualPage{"command-line", QT_TRANSLATE_NOOP("dealscape::shell::Manual", "Command line")},
                                    ManualPage{"settings", QT_TRANSLATE_NOOP("dealscape::shell::Manual", "Preferences and the desktop")},
                                    ManualPage{"glossary", QT_TRANSLATE_NOOP("dealscape::shell::Manual", "Glossary")}};

template <class Part>
bool within(const QWidget *part)
{
    for (; part; part = part->parentWidget())
        if (qobject_cast<const Part *>(part))
            return true;
    return false;
}

QUrl addressOf(const QString &page)
{
    return QUrl(QStringLiteral("qrc:/manual/%1.md").arg(page));
}

} // namespace

Manual::Manual(QWidget *parent) : QDialog(parent), m_list(new QListWidget(this)), m_text(new QTextBrowser(this))
{
    resources::open();
    setWindowTitle(tr("Manual"));
    resize(940, 620);
    m_list->setAccessibleName(tr("Pages of the manual"));
    m_list->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    m_list->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    for (const ManualPage &page : manualPages)
        m_list->addItem(tr(page.title));
    m_text->setAccessibleName(tr("Manual"));
    m_text->setOpenExternalLinks(false);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_list);
    row->addWidget(m_text, 1);
    connect(new QShortcut(QKeySequence(QStringLiteral("Ctrl+W")), this), &QShortcut::activated, this, &QDialog::close);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int at) { m_text->setSource(addressOf(pages().value(at))); });
    connect(m_text, &QTextBrowser::sourceChanged, this, [this](const QUrl &address) {
        m_list->setCurrentRow(static_cast<int>(pages().indexOf(QFileInfo(address.path()).completeBaseName())));
    });
}

void Manual::show(const QString &page)
{
    m_text->setSource(addressOf(page));
    QDialog::show();
    raise();
    m_text->setFocus();
}

QStringList Manual::pages()
{
    QStringList names;
    for (const ManualPage &page : manualPages)
        names += QString::fromLatin1(page.name);
    return names;
}

void Manual::offerIn(QDialog &dialog)
{
    connect(new QShortcut(QKeySequence(Qt::Key_F1), &dialog), &QShortcut::activated, &dialog, [&dialog] {
        auto *manual = dialog.findChild<Manual *>();
        if (!manual)
            manual = new Manual(&dialog);
        manual->show(pageFor(dialog.focusWidget() ? dialog.focusWidget() : &dialog));
    });
}

QString Manual::pageFor(const QWidget *part)
{
    if (within<diagram::DiagramView>(part))
        return QStringLiteral("picture");
    if (within<panels::FilterBar>(part) || within<panels::TablesPanel>(part) || within<TimeRow>(part))
        return QStringLiteral("finding");
    if (within<ChartPanel>(part) || within<charts::ChartsPage>(part))
        return QStringLiteral("charts");
    if (within<circular::CircularPanel>(part))
        return QStringLiteral("loops");
    if (within<entry::Form>(part))
        return QStringLiteral("entering");
    if (within<importing::ImportWindow>(part))
        return QStringLiteral("importing");
    if (within<publishing::ExportDialog>(part))
        return QStringLiteral("exporting");
    if (within<settings::Preferences>(part))
        return QStringLiteral("settings");
    return within<StoryPage>(part) ? QStringLiteral("stories") : QStringLiteral("first-steps");
}

} // namespace dealscape::shell

#include "moc_manual.cpp"
