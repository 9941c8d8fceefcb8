// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mainwindow.h"

#include "document/editing.h"
#include "document/trails.h"
#include "document/unfolding.h"
#include "document/wording.h"
#include "network/network.h"
#include "network/sentence.h"
#include "panels/filterbar.h"
#include "panels/tablespanel.h"
#include "panels/tabstrip.h"
#include "publishing/written.h"
#include "settings/viewmemory.h"
#include "shell/chartpanel.h"
#include "shell/circularpages.h"
#include "shell/commands.h"
#include "shell/contexthelp.h"
#include "shell/detailspage.h"
#include "shell/editing.h"
#include "shell/exports.h"
#include "shell/finder.h"
#include "shell/hints.h"
#include "shell/importing.h"
#include "shell/journey.h"
#include "shell/keeping.h"
#include "shell/middle.h"
#include "shell/opening.h"
#include "shell/picturemenu.h"
#include "shell/preferring.h"
#include "shell/presenting.h"
#include "shell/prompts.h"
#include "shell/saving.h"
#include "shell/sessionend.h"
#include "shell/sidedock.h"
#include "shell/storypage.h"
#include "shell/timerow.h"
#include "shell/topbar.h"
#include "style/unwritable.h"
#include "widgets/look.h"
#include "widgets/notice.h"
#include "widgets/parts.h"
#include "widgets/plaintexts.h"
#include "widgets/prompt.h"
#include "words/plain.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QFrame>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QStatusBar>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace dealscape::shell {

namespace {

/// Whether windows have more contrast than usual, which light ones can have.
bool strong(settings::ThemeChoice choice, const DesktopLook &desktop)
{
    return choice == settings::ThemeChoice::Contrast || (choice == settings::ThemeChoice::System && desktop.contrast);
}

style::ThemeKind themeFor(settings::ThemeChoice choice, const DesktopLook &desktop)
{
    const bool dark = choice == settings::ThemeChoice::Dark || (choice == settings::ThemeChoice::System && desktop.dark);
    return dark && !strong(choice, desktop) ? style::ThemeKind::Dark : style::ThemeKind::Light;
}

QToolBar *bar(QMainWindow &window, const QString &name, const QString &said, QWidget *content)
{
    auto *toolBar = new QToolBar(said, &window);
    toolBar->setObjectName(name);
    toolBar->setAccessibleName(said);
    toolBar->setMovable(false);
    toolBar->setFloatable(false);
    toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    toolBar->addWidget(content);
    return toolBar;
}

} // namespace

MainWindow::MainWindow(settings::Settings &settings, QWidget *parent)
    : QMainWindow(parent),
      m_settings(settings),
      m_job(m_document),
      m_actions(this),
      m_diagram(new diagram::DiagramView(m_document, m_job, this)),
      m_middle(new Middle(m_document, *m_diagram, this)),
      m_topBar(new TopBar(m_actions, this)),
      m_filterBar(new panels::FilterBar(m_document, this)),
      m_side(new SideDock(this)),
      m_tablesDock(new QDockWidget(tr("Tables"), this)),
      m_tables(new panels::TablesPanel(m_document, m_tablesDock)),
      m_strip(new panels::TabStrip(m_document, this)),
      m_prompt(new widgets::Prompt(this, m_diagram)),
      m_hints(new Hints(this)),
      m_time(new TimeRow(m_document, *m_actions[ActionId::ShowTime], this)),
      m_fileName(widgets::plainLabel({}, this)),
      m_sentence(widgets::plainLabel({}, this)),
      m_state(widgets::plainLabel({}, this)),
      m_written(new publishing::Written(this)),
      m_saving(new Saving(m_document, m_settings, m_actions, this)),
      m_commands(new Commands(m_document, *m_diagram, m_settings, *m_saving, m_actions, *this)),
      m_presenting(new Presenting(m_document, m_job, *m_diagram, m_settings, m_actions, this)),
      m_exports(new Exports(m_document, *m_diagram, *m_presenting, m_settings, m_actions, this)),
      m_opening(new Opening(m_document, m_settings, *m_saving, *m_exports, this)),
      m_importing(new Importing(m_document, m_settings, *m_saving, m_actions, this)),
      m_editing(new Editing(m_document, *m_diagram, *m_prompt, m_actions, this)),
      m_notice(new widgets::Notice(this)),
      m_keeping(new Keeping(m_document, *m_saving, *m_notice, this)),
      m_sessionEnd(new SessionEnd(m_document, *m_saving, m_keeping->recovery(), this)),
      m_preferring(new Preferring(m_settings, *m_sessionEnd, this))
{
    new widgets::PlainTexts(this);
    build();
    buildDocks();
    connectAll();
    connectParts();
    connectControllers();
    m_desktop.dark = widgets::isDark(QApplication::palette());
    applySettings();
    explainParts(*this, m_actions);
    offerPictureMenu(*m_diagram, m_actions);
    if (journey().isInfoEnabled())
        new JourneyLog(m_document, *m_diagram, *this);
}

MainWindow::~MainWindow()
{
    // The undo stack tells that it is emptied when the document goes, after the actions are gone but before those who name steps on them.
    m_document.undoStack().disconnect();
}

void MainWindow::build()
{
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::PreventContextMenu);
    m_actions.fill(*menuBar(), *m_commands->recentMenu());
    m_fileName->setContentsMargins(0, 0, 16, 0);
    m_fileName->setFixedHeight(32);
    m_fileName->setForegroundRole(QPalette::Dark);
    menuBar()->setCornerWidget(m_fileName);
    setCentralWidget(m_middle);
    addToolBar(Qt::TopToolBarArea, bar(*this, QStringLiteral("sight"), tr("Lens, layout and search"), m_topBar));
    addToolBarBreak(Qt::TopToolBarArea);
    addToolBar(Qt::TopToolBarArea, bar(*this, QStringLiteral("filters"), tr("Filters"), m_filterBar));
    addToolBarBreak(Qt::TopToolBarArea);
    QToolBar *notices = bar(*this, QStringLiteral("notices"), tr("Messages"), m_notice);
    addToolBar(Qt::TopToolBarArea, notices);
    notices->hide();
    connect(m_notice, &widgets::Notice::shown, notices, &QWidget::setVisible);
    addToolBar(Qt::BottomToolBarArea, m_hints);
    addToolBarBreak(Qt::BottomToolBarArea);
    addToolBar(Qt::BottomToolBarArea, m_time);
    addToolBarBreak(Qt::BottomToolBarArea);
    addToolBar(Qt::BottomToolBarArea, bar(*this, QStringLiteral("tables"), tr("Tables"), m_strip));
    statusBar()->setSizeGripEnabled(false);
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    statusBar()->addWidget(m_sentence, 1);
    statusBar()->addPermanentWidget(m_written);
    statusBar()->addPermanentWidget(m_state);
    statusBar()->setFixedHeight(24);
    statusBar()->setContentsMargins(8, 0, 8, 0);
}

void MainWindow::buildDocks()
{
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    addDockWidget(Qt::RightDockWidgetArea, m_side);
    m_side->addPage(tr("Details"), style::Icon::Info, [this] {
        auto *page = new DetailsPage(m_document, m_middle->link(), m_actions[ActionId::ShowCharts]);
        connect(page, &DetailsPage::notesWanted, m_actions[ActionId::DataNotes], &QAction::trigger);
        return m_editing->desk(page);
    });
    m_side->addPage(tr("Charts"), style::Icon::Chart,
                    [this] { return new ChartPanel(m_middle->link(), m_actions[ActionId::ShowCharts], ChartPanel::Rows::Many); });
    auto *loops = new CircularPages(m_document, *m_side, *m_diagram, m_actions, this);
    connect(loops, &CircularPages::dealsWanted, this, [this](const std::vector<panels::Listing> &legs) {
        showTable(panels::TableId::Deals);
        m_tables->narrow(legs);
    });
    connect(loops, &CircularPages::wrote, this, &MainWindow::tellWritten);
    connect(loops, &CircularPages::scenarioTold, m_filterBar, &panels::FilterBar::setScenario);
    connect(m_filterBar, &panels::FilterBar::scenarioEnded, loops, &CircularPages::endScenario);
    m_side->addPage(tr("Stories"), style::Icon::Story, [this] {
        auto *page = new StoryPage(m_document, *m_presenting);
        connect(page, &StoryPage::told, this, &MainWindow::tell);
        return page;
    });
    m_tablesDock->setObjectName(QStringLiteral("records"));
    auto *edge = new QFrame(m_tablesDock);
    // The dock asks for the size hint of its title, which a bare frame has not.
    auto *line = new QVBoxLayout(edge);
    line->setContentsMargins(0, 0, 0, 0);
    line->addSpacing(1);
    edge->setFixedHeight(1);
    edge->setAutoFillBackground(true);
    edge->setBackgroundRole(QPalette::Mid);
    m_tablesDock->setTitleBarWidget(edge);
    m_tablesDock->setWidget(m_tables);
    m_editing->serve(*m_tables);
    addDockWidget(Qt::BottomDockWidgetArea, m_tablesDock);
    m_tablesDock->hide();
    resizeDocks({m_side}, {416}, Qt::Horizontal);
    connect(m_side, &SideDock::foldedChanged, this, [this](bool folded) {
        if (!folded)
            resizeDocks({m_side}, {SideDock::firstWidth(width())}, Qt::Horizontal);
    });
}

void MainWindow::connectParts()
{
    auto *finder = new Finder(m_document, m_topBar->search(), this);
    connect(finder, &Finder::found, this, [this] { m_diagram->setFocus(); });
    connect(finder, &Finder::claimWanted, m_commands, &Commands::showClaim);
    connect(m_actions[ActionId::Palette], &QAction::triggered, this,
            [this] { askForCommand(m_document, m_actions, *m_middle, *m_prompt); });
    const auto askPath = [this] { askForPath(m_document, *m_prompt, [this](const QString &sentence) { tell(sentence); }); };
    connect(m_actions[ActionId::MoneyPath], &QAction::triggered, this, askPath);
    connect(m_actions[ActionId::Hints], &QAction::triggered, m_hints, &QWidget::show);
    connect(m_hints, &Hints::dismissed, this, [this] { m_settings.setHintsDismissed(true); });
    connect(m_actions[ActionId::ShowStories], &QAction::triggered, this, [this] { m_side->showPage(tr("Stories")); });
    connect(m_tables, &panels::TablesPanel::wrote, this, &MainWindow::tellWritten);
    connect(m_strip, &panels::TabStrip::chosen, this, &MainWindow::showTable);
    connect(m_actions[ActionId::ShowDetails], &QAction::triggered, m_side, &QWidget::setVisible);
    connect(m_side, &QDockWidget::visibilityChanged, m_actions[ActionId::ShowDetails], &QAction::setChecked);
    connect(m_actions[ActionId::ShowTables], &QAction::triggered, this,
            [this](bool shown) { showTable(shown ? std::optional(m_strip->last()) : std::nullopt); });
    connect(m_actions[ActionId::ShowCharts], &QAction::triggered, m_middle, &Middle::showCharts);
    connect(m_middle, &Middle::chartsChanged, m_actions[ActionId::ShowCharts], &QAction::setChecked);
    connect(&m_middle->link(), &ChartLink::told, this, &MainWindow::tell);
    connect(&m_middle->link(), &ChartLink::wrote, this, &MainWindow::tellWritten);
    connect(&m_middle->link(), &ChartLink::held, m_tables, &panels::TablesPanel::hold);
    connect(m_filterBar, &panels::FilterBar::textFilterRequested, m_commands, &Commands::askText);
    connect(m_filterBar, &panels::FilterBar::dateFilterRequested, m_commands, &Commands::askDates);
    connect(m_filterBar, &panels::FilterBar::organizationFilterRequested, this, [this] { askForOrganizations(m_document, *m_prompt); });
    connect(m_filterBar, &panels::FilterBar::pathRequested, this, [this, askPath](const OrganizationId &from) {
        m_document.select(from);
        askPath();
    });
    connect(m_filterBar, &panels::FilterBar::loopsRequested, m_actions[ActionId::ShowLoops], &QAction::trigger);
    connect(m_filterBar, &panels::FilterBar::scenarioRequested, m_actions[ActionId::ShowScenario], &QAction::trigger);
}

void MainWindow::connectControllers()
{
    connect(m_saving, &Saving::told, this, &MainWindow::tell);
    connect(m_commands, &Commands::openWanted, this, &MainWindow::open);
    connect(m_presenting, &Presenting::told, this, &MainWindow::tell);
    connect(m_exports, &Exports::told, this, &MainWindow::tell);
    connect(m_exports, &Exports::wrote, this, &MainWindow::tellWritten);
    connect(m_opening, &Opening::told, this, &MainWindow::tell);
    connect(m_opening, &Opening::issuesWanted, this, [this] { showTable(panels::TableId::Issues); });
    connect(m_importing, &Importing::told, this, &MainWindow::tell);
    connect(m_importing, &Importing::wrote, this, &MainWindow::tellWritten);
    connect(m_editing, &Editing::told, this, &MainWindow::tell);
    connect(m_editing, &Editing::deskWanted, this, [this] { m_side->showPage(tr("Details")); });
    connect(m_keeping, &Keeping::told, this, &MainWindow::tell);
    connect(m_keeping, &Keeping::reloadWanted, m_opening, &Opening::reload);
    connect(m_actions[ActionId::Reload], &QAction::triggered, m_opening, &Opening::reload);
    connect(m_actions[ActionId::CompareWith], &QAction::triggered, m_keeping, &Keeping::compareWith);
    connect(m_actions[ActionId::Preferences], &QAction::triggered, m_preferring, &Preferring::open);
    connect(m_preferring, &Preferring::changed, this, &MainWindow::applySettings);
    connect(m_preferring, &Preferring::wasReset, this, [this] {
        applySettings();
        restore();
    });
    for (const auto choice :
         {settings::ThemeChoice::System, settings::ThemeChoice::Light, settings::ThemeChoice::Dark, settings::ThemeChoice::Contrast})
        connect(m_actions[static_cast<ActionId>(static_cast<int>(ActionId::ThemeSystem) + static_cast<int>(choice))], &QAction::triggered,
                this, [this, choice] { applyTheme(choice); });
    connect(m_actions[ActionId::ReduceMotion], &QAction::triggered, this, [this](bool reduced) {
        m_settings.setReducedMotion(reduced);
        applyMotion();
    });
}

void MainWindow::restore()
{
    if (!restoreState(m_settings.docks()))
        resizeDocks({m_side}, {SideDock::firstWidth(width())}, Qt::Horizontal);
    m_tables->setColumns(m_settings.tableColumns());
    showTable(m_tablesDock->isHidden() ? std::nullopt : std::optional(m_strip->last()));
    m_hints->setVisible(!m_settings.hintsDismissed());
}

void MainWindow::showTable(std::optional<panels::TableId> id)
{
    if (id)
        m_tables->open(*id);
    m_tablesDock->setVisible(id.has_value());
    m_strip->setShown(id);
    m_actions[ActionId::ShowTables]->setChecked(id.has_value());
}

void MainWindow::connectAll()
{
    m_views = new settings::ViewMemory(m_document, m_settings, this);
    connect(&m_document, &document::Document::changed, this, &MainWindow::documentChanged);
    connect(m_diagram, &diagram::DiagramView::sightChanged, this, &MainWindow::updateStatus);
    connect(m_diagram, &diagram::DiagramView::openRequested, m_actions[ActionId::Open], &QAction::trigger);
    connect(m_diagram, &diagram::DiagramView::embeddedRequested, m_actions[ActionId::OpenEmbedded], &QAction::trigger);
    connect(m_diagram, &diagram::DiagramView::pointed, this, [this](const QString &sentence) {
        if (sentence.isEmpty())
            updateStatus();
        else
            m_sentence->setText(sentence);
    });
    connect(m_actions[ActionId::Find], &QAction::triggered, this, [this] {
        m_topBar->search().setFocus(Qt::ShortcutFocusReason);
        m_topBar->search().selectAll();
    });
    connect(&m_document.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::checkActions);
}

void MainWindow::open(const QString &path)
{
    if (Importing::isForeign(path))
        m_importing->importFiles({path});
    else
        m_opening->open(path);
}

void MainWindow::documentChanged(document::Changes what)
{
    checkActions();
    updateTitle();
    updateStatus();
    if (!what.testFlag(document::Change::Dataset) || what.testFlag(document::Change::Edited))
        return;
    if (const QString boxes = style::unwritableSentence(m_document.snapshot()->index()); !boxes.isEmpty()) {
        std::fprintf(stderr, "dealscape: %s\n", qPrintable(boxes));
        tell(boxes);
    }
}

void MainWindow::checkActions()
{
    const Perspective &perspective = m_document.perspective();
    const auto enable = [&](ActionId id, bool on) { m_actions[id]->setEnabled(on); };
    m_actions[static_cast<ActionId>(static_cast<int>(ActionId::LensValue) + static_cast<int>(perspective.lens))]->setChecked(true);
    m_actions[static_cast<ActionId>(static_cast<int>(ActionId::LayoutWeb) + static_cast<int>(perspective.layout))]->setChecked(true);
    m_actions[ActionId::AsReported]->setChecked(perspective.asReported);
    m_actions[ActionId::ArrangeShown]->setChecked(perspective.arrangeShown);
    enable(ActionId::ArrangeAfresh, !m_document.arrangement(perspective.layout).empty());
    enable(ActionId::AsReported, !m_document.dataset().article.empty());
    enable(ActionId::OpeningView, perspective != m_document.dataset().opening);
    enable(ActionId::Back, m_document.history().canGoBack());
    enable(ActionId::Forward, m_document.history().canGoForward());
    enable(ActionId::Undo, m_document.undoStack().canUndo());
    enable(ActionId::Redo, m_document.undoStack().canRedo());
    const auto *chosen = std::get_if<OrganizationId>(&m_document.selection());
    enable(ActionId::Focus, chosen);
    enable(ActionId::Unpin, chosen && document::pinned(m_document, *chosen));
    enable(ActionId::MoneyPath, chosen && !perspective.asReported);
    enable(ActionId::DropPath, perspective.trail.has_value());
    enable(ActionId::Expand, chosen && document::expanded(perspective, *chosen));
    enable(ActionId::Collapse, chosen && document::collapsed(perspective, *chosen));
    enable(ActionId::Unfocus, perspective.focus.has_value());
    enable(ActionId::OpenRibbon, std::holds_alternative<document::EdgeKey>(m_document.selection()));
    enable(ActionId::SelectNothing, !std::holds_alternative<std::monostate>(m_document.selection()));
    for (const ActionId id :
         {ActionId::SaveCopy, ActionId::ExportPicture, ActionId::ExportData, ActionId::ExportPage, ActionId::Print, ActionId::CopyPicture,
          ActionId::CopyNetwork, ActionId::Reload, ActionId::CaptureScene, ActionId::Fit, ActionId::DataNotes})
        enable(id, m_document.open());
}

void MainWindow::updateTitle()
{
    const QString selected = document::titleOf(*m_document.snapshot(), m_document.selection());
    const QString name = words::isolated(words::plain(m_document.name()));
    m_fileName->setText(name);
    menuBar()->setCornerWidget(m_fileName);
    const QString mark = m_saving->modified() ? QStringLiteral("[*]") : QString();
    setWindowTitle((selected.isEmpty() ? QString() : words::isolated(selected) + QStringLiteral(" – ")) + name + mark +
                   QStringLiteral(" – Dealscape"));
    setWindowModified(m_saving->modified());
    setWindowFilePath(m_document.path());
}

void MainWindow::updateStatus()
{
    const network::Network &network = m_document.network();
    const auto &trail = m_document.perspective().trail;
    const auto *chosen = std::get_if<OrganizationId>(&m_document.selection());
    QString sentence = document::describe(*m_document.snapshot(), network, m_document.selection());
    if (trail && (sentence.isEmpty() || (chosen && std::ranges::count(trail->organizations, *chosen) > 0)))
        sentence = document::describe(*m_document.snapshot(), network, *trail);
    if (sentence.isEmpty() && m_document.open())
        sentence = network::countsSentence(network);
    if (network.unpublished > 0)
        sentence +=
            tr(". %1 neither value nor power and are not drawn")
                .arg(network.unpublished == 1 ? tr("1 counted deal publishes") : tr("%1 counted deals publish").arg(network.unpublished));
    m_sentence->setText(sentence);
    const int zoom = static_cast<int>(std::lround(100 * m_diagram->stage().sight().zoom));
    m_state->setText(tr("Bound: low to high      US$, nominal      Zoom %1 %").arg(zoom));
}

void MainWindow::applyTheme(settings::ThemeChoice choice)
{
    const style::ThemeKind kind = themeFor(choice, m_desktop);
    m_settings.setTheme(choice);
    QApplication::setPalette(strong(choice, m_desktop) ? widgets::strongPalette() : widgets::paletteOf(style::theme(kind)));
    setPalette(QApplication::palette());
    m_actions.drawIcons(style::theme(kind).text, devicePixelRatioF());
    m_actions[static_cast<ActionId>(static_cast<int>(ActionId::ThemeSystem) + static_cast<int>(choice))]->setChecked(true);
    m_side->drawIcons(style::theme(kind).text, devicePixelRatioF());
    m_diagram->setTheme(kind);
}

void MainWindow::applySettings()
{
    applyTheme(m_settings.theme());
    m_actions[ActionId::ReduceMotion]->setChecked(m_settings.reducedMotion());
    applyMotion();
    m_diagram->setLabels(m_settings.fewerLabels() ? drawing::LabelChoice::Fewer : drawing::LabelChoice::All);
    m_keeping->recovery().setSeconds(m_settings.recoverySeconds());
}

void MainWindow::follow(const DesktopLook &desktop)
{
    m_desktop = desktop;
    applyTheme(m_settings.theme());
    applyMotion();
}

bool MainWindow::still() const
{
    return m_settings.reducedMotion() || m_desktop.still || style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0;
}

void MainWindow::applyMotion()
{
    m_time->setStill(still());
    m_presenting->setStill(still());
    m_diagram->setMotion(still() ? diagram::Motion::None : diagram::Motion::Full);
}

void MainWindow::tellWritten(const QStringList &paths)
{
    m_written->tell(paths);
    updateStatus();
}

void MainWindow::tell(const QString &message)
{
    m_sentence->setText(message);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_saving->mayLeave()) {
        event->ignore();
        return;
    }
    m_views->flush();
    m_settings.setTableColumns(m_tables->columns());
    m_settings.setWindow(saveGeometry(), saveState(), m_diagram->size());
    Q_EMIT closed();
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_side->suit(width());
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && std::ranges::all_of(urls, &QUrl::isLocalFile))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths += url.toLocalFile();
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    if (std::ranges::all_of(paths, &Importing::isForeign))
        m_importing->importFiles(paths);
    else if (paths.size() == 1)
        open(paths.front());
    else
        tell(tr("Of several files only sheets and graphs can be dropped together"));
}

} // namespace dealscape::shell

#include "moc_mainwindow.cpp"
