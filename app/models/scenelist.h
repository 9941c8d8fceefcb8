// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"
#include "document/storycommands.h"

#include <QAbstractListModel>

namespace dealscape::models {

/// The scenes of one story of the document, in order. Names are edited in place; a row dragged between two others moves its
/// scene there. Every change is a command of the document, so it can be undone. Where a story keeps its number of scenes, rows
/// change their data; else the model resets.
class SceneList : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { CaptionRole = Qt::UserRole, NotesRole };

    explicit SceneList(document::Document &document, QObject *parent = nullptr);

    /// Position in Dataset::stories; -1 shows nothing.
    void setStory(int story);
    int story() const { return m_story; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    /// One row at a time.
    bool moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int before) override;

private:
    void reload();

    document::Document &m_document;
    int m_story = -1;
    std::vector<Scene> m_scenes;
};

} // namespace dealscape::models
