// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scenelist.h"

namespace dealscape::models {

SceneList::SceneList(document::Document &document, QObject *parent) : QAbstractListModel(parent), m_document(document)
{
    connect(&document, &document::Document::changed, this, [this](document::Changes what) {
        if (what & (document::Change::Dataset | document::Change::Stories))
            reload();
    });
}

void SceneList::setStory(int story)
{
    m_story = story;
    beginResetModel();
    m_scenes.clear();
    endResetModel();
    reload();
}

void SceneList::reload()
{
    const auto &stories = m_document.dataset().stories;
    const bool known = m_story >= 0 && m_story < static_cast<int>(stories.size());
    const std::vector<Scene> next = known ? stories[static_cast<std::size_t>(m_story)].scenes : std::vector<Scene>();
    if (next == m_scenes)
        return;
    if (next.size() != m_scenes.size()) {
        beginResetModel();
        m_scenes = next;
        endResetModel();
        return;
    }
    m_scenes = next;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int SceneList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_scenes.size());
}

QVariant SceneList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Scene &scene = m_scenes[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return QString::fromStdString(scene.name);
    case Qt::AccessibleTextRole:
        return tr("Scene %1: %2").arg(index.row() + 1).arg(QString::fromStdString(scene.name));
    case CaptionRole:
        return QString::fromStdString(scene.caption);
    case NotesRole:
        return QString::fromStdString(scene.notes);
    default:
        return {};
    }
}

bool SceneList::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    Scene scene = m_scenes[static_cast<std::size_t>(index.row())];
    scene.name = value.toString().simplified().toStdString();
    document::setScene(m_document, {m_story, index.row()}, document::SceneField::Name, scene);
    return true;
}

Qt::ItemFlags SceneList::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

bool SceneList::moveRows(const QModelIndex &from, int row, int count, const QModelIndex &to, int before)
{
    if (count != 1 || row < 0 || row >= rowCount() || before < 0 || before > rowCount() || !beginMoveRows(from, row, row, to, before))
        return false;
    const int landed = before > row ? before - 1 : before;
    const Scene scene = m_scenes[static_cast<std::size_t>(row)];
    m_scenes.erase(m_scenes.begin() + row);
    m_scenes.insert(m_scenes.begin() + landed, scene);
    endMoveRows();
    document::moveScene(m_document, {m_story, row}, landed);
    return true;
}

} // namespace dealscape::models

#include "moc_scenelist.cpp"
