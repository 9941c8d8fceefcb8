// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/diagramview.h"
#include "document/document.h"
#include "document/picturejob.h"
#include "document/storycommands.h"
#include "present/player.h"
#include "settings/settings.h"
#include "style/theme.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <optional>

namespace dealscape::shell {

class Actions;

/// What the command line asks of the window: "present [--story ID] [--start N] [--theme NAME] [FILE]".
struct PresentArguments {
    QString path;
    QString story;
    /// From 1.
    int start = 1;
    std::optional<style::ThemeKind> theme;
};

/// Nothing when the arguments ask for something else; a sentence on standard error, and the exit status, on misuse.
std::optional<PresentArguments> presentArguments(const QStringList &arguments, int &exitCode);

/// The stories of the window's document: plays them, captures what is looked at as a scene, and returns to a scene's view. It
/// knows which scene is the current one, for the page that lists them.
class Presenting : public QObject {
    Q_OBJECT

public:
    Presenting(document::Document &document, document::PictureJob &job, diagram::DiagramView &diagram, settings::Settings &settings,
               const Actions &actions, QWidget *window);

    /// Whether scenes follow each other at once instead of moving.
    void setStill(bool still) { m_still = still; }

    document::SceneSpot spot() const { return m_spot; }
    /// Makes a scene the current one; positions outside are taken to the nearest.
    void choose(document::SceneSpot spot);
    /// Puts what is looked at behind the current scene.
    void capture();
    /// Replaces the current scene's view by what is looked at.
    void update();
    /// Looks at what a scene shows.
    void visit(document::SceneSpot spot);

    /// Plays a story from a scene on; nothing happens without scenes, or while one plays.
    void play(document::SceneSpot from);
    void play(const PresentArguments &arguments);
    bool playing() const { return !m_player.isNull(); }
    present::Player *player() { return m_player; }

Q_SIGNALS:
    /// Another scene is the current one.
    void chosen(dealscape::document::SceneSpot spot);
    /// A sentence for the status bar.
    void told(const QString &message);

private:
    std::vector<OrganizationId> sight() const;
    void frameWhenPlaced(const std::vector<OrganizationId> &organizations);
    void frame(const std::vector<OrganizationId> &organizations);
    void writeJourney(present::Tellings what) const;
    void ended(int scene);

    document::Document &m_document;
    document::PictureJob &m_job;
    diagram::DiagramView &m_diagram;
    settings::Settings &m_settings;
    const Actions &m_actions;
    QWidget *m_window;
    bool m_still = false;
    document::SceneSpot m_spot;
    QPointer<present::Player> m_player;
    QMetaObject::Connection m_placing;
    std::optional<style::ThemeKind> m_theme;
};

} // namespace dealscape::shell
