// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/slidepainter.h"
#include "document/background.h"
#include "document/snapshot.h"
#include "domain/comparison.h"
#include "slides/slide.h"

#include <QImage>
#include <QObject>
#include <QSize>

#include <memory>
#include <vector>

class QPainter;

namespace dealscape::present {

/// A scene as another thread composes it: a slide, or in its place one picture where the scene is compared with an earlier state.
struct Composed {
    slides::Slide slide;
    QImage compared;
};

/// A slide ready to be shown: composed, with its chart as pixels, since only the GUI thread may make one.
struct Prepared {
    slides::Slide slide;
    QImage chart;
    std::vector<charts::SlideRow> rows;
};

using PreparedPointer = std::shared_ptr<const Prepared>;

/// Lays out the chart of a slide at a number of device pixels to a unit of the slide. GUI thread.
PreparedPointer prepared(slides::Slide slide, double scale);

/// Paints a slide in its own units.
void paint(QPainter &painter, const Prepared &prepared);
void paintChart(QPainter &painter, const Prepared &prepared);

/// The slides of one story, composed ahead of time in another thread: the one asked for last, then its neighbours, then the rest.
/// They are made for the size of one screen and anew when that changes.
class Slides : public QObject {
    Q_OBJECT

public:
    Slides(document::SnapshotPointer snapshot, int story, style::ThemeKind theme, Comparisons comparisons = {}, QObject *parent = nullptr);

    const Story &story() const { return m_snapshot->dataset().stories[static_cast<std::size_t>(m_story)]; }
    const document::Snapshot &snapshot() const { return *m_snapshot; }
    int count() const { return static_cast<int>(story().scenes.size()); }
    style::ThemeKind theme() const { return m_theme; }

    /// Device pixels of the screen. Begins to compose.
    void setPixels(QSize pixels);
    /// Composes this scene before others.
    void want(int scene);
    /// Null until it is there.
    PreparedPointer at(int scene) const { return m_slides[static_cast<std::size_t>(scene)]; }

Q_SIGNALS:
    void ready(int scene);

private:
    int wanted() const;
    void begin();

    document::SnapshotPointer m_snapshot;
    int m_story;
    style::ThemeKind m_theme;
    Comparisons m_comparisons;
    QSize m_pixels;
    int m_first = 0;
    std::vector<PreparedPointer> m_slides;
    document::Background m_work;
};

} // namespace dealscape::present
