// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/slidepainter.h"
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

/// A slide ready to be shown: composed, with its chart as pixels, since only the GUI thread may make one.
struct Prepared {
    slides::Slide slide;
    QImage chart;
    std::vector<charts::SlideRow> rows;
};

using PreparedPointer = std::shared_ptr<const Prepared>;

/// Lays out the chart of a slide at a number of device pixels to a unit of the slide. GUI thread.
PreparedPointer prepared(slides::Slide slide, double scale);
/// A slide that is one picture, as those of comparisons are.
PreparedPointer prepared(const QImage &whole, style::ThemeKind theme);

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
    void finish(int round, int scene, slides::Slide slide, const QImage &compared);

    document::SnapshotPointer m_snapshot;
    int m_story;
    style::ThemeKind m_theme;
    Comparisons m_comparisons;
    QSize m_pixels;
    /// Counts the sizes, so that a slide made for an old one is dropped.
    int m_round = 0;
    int m_first = 0;
    bool m_busy = false;
    std::vector<PreparedPointer> m_slides;
};

} // namespace dealscape::present
