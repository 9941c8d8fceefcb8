// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/background.h"
#include "document/snapshot.h"
#include "domain/comparison.h"
#include "slides/slide.h"

#include <QImage>
#include <QObject>
#include <QSize>

#include <vector>

namespace dealscape::present {

/// Small pictures of a story's scenes, composed one by one in another thread. A scene that stays as it was keeps its picture
/// when others are edited or moved.
class Thumbnails : public QObject {
    Q_OBJECT

public:
    /// Device pixels of a picture.
    explicit Thumbnails(QSize pixels, QObject *parent = nullptr);

    /// Position of the story in the dataset; one outside shows nothing. What scenes are compared with is asked in another thread, for
    /// one scene at a time, and only for scenes that name a file.
    void look(document::SnapshotPointer snapshot, int story, style::ThemeKind theme, Comparing comparing = {});
    /// Null until it is made.
    QImage at(int scene) const;

Q_SIGNALS:
    void made(int scene);

private:
    /// What a picture shows.
    struct Entry {
        Scene scene;
        slides::ScenePlace place;
        QImage image;
    };

    void begin();
    QImage imageOf(const slides::Slide &slide) const;

    QSize m_pixels;
    document::SnapshotPointer m_snapshot;
    style::ThemeKind m_theme = style::ThemeKind::Light;
    Comparing m_comparing;
    std::vector<Entry> m_entries;
    document::Background m_work;
};

} // namespace dealscape::present
