// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/storycommands.h"
#include "present/thumbnails.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLineEdit;
class QListView;
class QPlainTextEdit;
class QStackedWidget;
class QPushButton;

namespace dealscape::models {
class SceneList;
} // namespace dealscape::models

namespace dealscape::shell {

class Presenting;

/// The page of stories beside the picture: the scenes of one story with small pictures, and the fields of the current scene. A
/// click looks at what a scene shows. Drag, or Alt with the arrows, moves a scene; F2 renames it, Ctrl+D doubles it, Delete takes it
/// out. Everything can be undone. A dataset without a story says how to begin one.
class StoryPage : public QWidget {
    Q_OBJECT

public:
    StoryPage(document::Document &document, Presenting &presenting, QWidget *parent = nullptr);

    QListView &list() { return *m_list; }
    /// How the file is asked for that a scene is compared with, from its parent and the folder to begin in; empty when it is called off.
    void setChooser(std::function<QString(QWidget *, const QString &)> chooser) { m_chooser = std::move(chooser); }

Q_SIGNALS:
    void told(const QString &message);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *empty();
    QWidget *page();
    QWidget *storyRow();
    QWidget *fields();
    QPushButton *button(const QString &text, const QString &tip, std::function<void()> run);
    void refresh();
    void refreshFields();
    void askTitle();
    void edit(document::SceneField field);
    void move(int by);
    void chooseCompared(int row);
    const Scene *scene() const;

    document::Document &m_document;
    Presenting &m_presenting;
    models::SceneList *m_model;
    present::Thumbnails m_thumbnails;
    QStackedWidget *m_pages = nullptr;
    QComboBox *m_stories = nullptr;
    QListView *m_list = nullptr;
    QLineEdit *m_name = nullptr;
    QPlainTextEdit *m_caption = nullptr;
    QPlainTextEdit *m_notes = nullptr;
    QComboBox *m_chart = nullptr;
    QComboBox *m_compare = nullptr;
    std::function<QString(QWidget *, const QString &)> m_chooser;
    QWidget *m_fields = nullptr;
};

} // namespace dealscape::shell
