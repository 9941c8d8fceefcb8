// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "circular/circularpanel.h"

#include "circular/controls.h"
#include "circular/loopspage.h"
#include "circular/measurespage.h"
#include "circular/pageexport.h"
#include "circular/runwaypage.h"
#include "circular/scenariopage.h"
#include "files/replacement.h"
#include "panels/parts.h"
#include "widgets/parts.h"

#include <QBoxLayout>
#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QStackedWidget>

namespace dealscape::circular {

CircularPanel::CircularPanel(document::Document &document, QWidget *parent)
    : QWidget(parent),
      m_document(document),
      m_choices(new ChoiceRow({tr("Loops"), tr("What if"), tr("How long"), tr("Measures")}, this)),
      m_pages(new QStackedWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *save = new panels::LinkButton(tr("Save…"), style::FontRole::Small, this);
    save->setToolTip(tr("Save what the page has found as a table or as a picture"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 12, 16, 8);
    row->addWidget(new Pair(m_choices, save, this));
    connect(save, &QAbstractButton::clicked, this, [this, save] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        connect(menu->addAction(tr("Save as &CSV…")), &QAction::triggered, this,
                [this] { askSave(QStringLiteral("csv"), tr("CSV tables (*.csv)")); });
        connect(menu->addAction(tr("Save as &PNG…")), &QAction::triggered, this,
                [this] { askSave(QStringLiteral("png"), tr("PNG pictures (*.png)")); });
        connect(menu->addAction(tr("Cop&y as CSV")), &QAction::triggered, this,
                [this] { QGuiApplication::clipboard()->setText(csvOf(*page())); });
        menu->popup(save->mapToGlobal(QPoint(0, save->height())));
    });
    column->addLayout(row);
    column->addWidget(m_pages, 1);
    m_choices->setAccessibleName(tr("Questions on circular financing"));
    connect(m_choices, &ChoiceRow::chosen, this, [this](int choice) { open(static_cast<PageId>(choice)); });
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    setMinimumWidth(320);
    open(PageId::Loops);
}

CircularPanel::~CircularPanel()
{
    // A page that is hidden because this goes would tell it.
    for (QWidget *page : m_made)
        if (page)
            page->disconnect(this);
}

void CircularPanel::open(PageId page)
{
    QWidget *&made = m_made[static_cast<std::size_t>(page)];
    if (!made) {
        made = make(page);
        m_pages->addWidget(made);
    }
    m_choices->setChoice(static_cast<int>(page));
    m_pages->setCurrentWidget(made);
}

void CircularPanel::fail(const OrganizationId &id)
{
    open(PageId::Scenario);
    auto *scenario = qobject_cast<ScenarioPage *>(page());
    if (!scenario || !(scenario->question() == reports::WhatIf()))
        return;
    reports::WhatIf question;
    question.failed = id;
    scenario->ask(question);
}

void CircularPanel::endScenario()
{
    if (auto *scenario = qobject_cast<ScenarioPage *>(m_made[static_cast<std::size_t>(PageId::Scenario)]))
        scenario->end();
}

QWidget *CircularPanel::page() const
{
    return m_pages->currentWidget();
}

Result<void> CircularPanel::save(const QString &path) const
{
    QByteArray bytes;
    if (path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive)) {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        imageOf(*page()).save(&buffer, "png");
    } else {
        bytes = csvOf(*page()).toUtf8();
    }
    if (const auto written = files::replace(QFile::encodeName(path).toStdString(), bytes.toStdString()); !written)
        return Failure(written.error());
    return {};
}

void CircularPanel::askSave(const QString &suffix, const QString &kinds)
{
    static constexpr const char *names[] = {"loops", "what-if", "how-long", "measures"};
    const QString name = QString::fromLatin1(names[m_choices->choice()]) + u'.' + suffix;
    QString path = QFileDialog::getSaveFileName(this, tr("Save the page"), QDir::home().filePath(name), kinds);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().compare(suffix, Qt::CaseInsensitive) != 0)
        path += u'.' + suffix;
    if (const auto saved = save(path)) {
        Q_EMIT wrote({QFileInfo(path).absoluteFilePath()});
    } else {
        widgets::warn(this, tr("Not saved"), tr("%1 could not be written: %2").arg(path, QString::fromStdString(saved.error())));
    }
}

QWidget *CircularPanel::make(PageId page)
{
    switch (page) {
    case PageId::Loops: {
        auto *loops = new LoopsPage(m_document);
        connect(loops, &LoopsPage::legStepped, this, &CircularPanel::legStepped);
        connect(loops, &LoopsPage::dealsWanted, this, &CircularPanel::dealsWanted);
        connect(loops, &LoopsPage::sceneWanted, this, &CircularPanel::sceneWanted);
        return loops;
    }
    case PageId::Scenario: {
        auto *scenario = new ScenarioPage(m_document);
        connect(scenario, &ScenarioPage::roundShown, this, &CircularPanel::told);
        connect(scenario, &ScenarioPage::scenarioTold, this, &CircularPanel::scenarioTold);
        return scenario;
    }
    case PageId::Runway:
        return new RunwayPage(m_document);
    case PageId::Measures:
        break;
    }
    auto *measures = new MeasuresPage(m_document);
    connect(measures, &MeasuresPage::told, this, &CircularPanel::told);
    return measures;
}

} // namespace dealscape::circular

#include "moc_circularpanel.cpp"
