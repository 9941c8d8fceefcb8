// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/diagramview.h"
#include "document/document.h"
#include "document/picturejob.h"
#include "settings/settings.h"
#include "shell/actions.h"
#include "shell/desktop.h"

#include <QMainWindow>

#include <optional>

class QLabel;

namespace dealscape::panels {
class FilterBar;
class TablesPanel;
class TabStrip;
enum class TableId;
} // namespace dealscape::panels

namespace dealscape::publishing {
class Written;
} // namespace dealscape::publishing

namespace dealscape::settings {
class ViewMemory;
} // namespace dealscape::settings

namespace dealscape::widgets {
class Notice;
class Prompt;
} // namespace dealscape::widgets

namespace dealscape::shell {

class Commands;
class Editing;
class Exports;
class Finder;
class Hints;
class Importing;
class Keeping;
class Middle;
class Opening;
class Preferring;
class Presenting;
class Saving;
class SessionEnd;
class SideDock;
class TimeRow;
class TopBar;

/// The window: puts the parts side by side and connects them. Everything it shows belongs to the document.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// The settings outlive the window.
    explicit MainWindow(settings::Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    document::Document &document() { return m_document; }
    diagram::DiagramView &diagram() { return *m_diagram; }
    const Actions &actions() const { return m_actions; }

    /// As Opening::open().
    void open(const QString &path);
    document::PictureJob &pictureJob() { return m_job; }
    Exports &exports() { return *m_exports; }
    Opening &opening() { return *m_opening; }
    Presenting &presenting() { return *m_presenting; }
    Keeping &keeping() { return *m_keeping; }
    Saving &saving() { return *m_saving; }
    SessionEnd &sessionEnd() { return *m_sessionEnd; }
    Preferring &preferring() { return *m_preferring; }

    /// Puts docks and rows where they were, and shows the first steps until they are dismissed.
    void restore();
    void applyTheme(settings::ThemeChoice choice);
    /// Looks as the desktop wants it, where the settings leave that to it.
    void follow(const DesktopLook &desktop);
    /// Whether things jump to their places instead of moving there.
    bool still() const;
    /// Says what was written and where, with a way into the folder.
    void tellWritten(const QStringList &paths);
    void showTable(std::optional<panels::TableId> id);

Q_SIGNALS:
    /// The window goes, and nothing that was changed is lost.
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void buildDocks();
    void connectAll();
    void connectParts();
    void connectControllers();
    void documentChanged(document::Changes what);
    void updateTitle();
    void updateStatus();
    void checkActions();
    /// Does what the settings say.
    void applySettings();
    void applyMotion();
    /// In the status bar.
    void tell(const QString &message);

    settings::Settings &m_settings;
    document::Document m_document;
    document::PictureJob m_job;
    const Actions m_actions;
    diagram::DiagramView *m_diagram;
    Middle *m_middle;
    TopBar *m_topBar;
    panels::FilterBar *m_filterBar;
    SideDock *m_side;
    QDockWidget *m_tablesDock;
    panels::TablesPanel *m_tables;
    panels::TabStrip *m_strip;
    widgets::Prompt *m_prompt;
    Hints *m_hints;
    TimeRow *m_time;
    QLabel *m_fileName;
    QLabel *m_sentence;
    QLabel *m_state;
    publishing::Written *m_written;
    Saving *m_saving;
    Commands *m_commands;
    Presenting *m_presenting;
    Exports *m_exports;
    Opening *m_opening;
    Importing *m_importing;
    Editing *m_editing;
    widgets::Notice *m_notice;
    Keeping *m_keeping;
    SessionEnd *m_sessionEnd;
    Preferring *m_preferring;
    settings::ViewMemory *m_views = nullptr;
    DesktopLook m_desktop;
};

} // namespace dealscape::shell
