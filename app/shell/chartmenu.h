// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/printing.h"
#include "document/document.h"
#include "domain/result.h"

#include <QMenu>

namespace dealscape::charts {
class ChartSet;
class ChartView;
} // namespace dealscape::charts

namespace dealscape::shell {

/// What can be done with a chart, and with the bar it was asked for on: save it as PNG, SVG or PDF, save its numbers as CSV, copy
/// either, or narrow the view to the bar.
class ChartMenu : public QMenu {
    Q_OBJECT

public:
    /// The mark is a position in the chart's marks, or -1.
    ChartMenu(document::Document &document, const charts::ChartSet &charts, const charts::ChartView &chart, int mark);

    /// Writes the chart in the theme it is shown in, by the end of the name; pictures at twice their natural size. The error is a sentence.
    static Result<void> save(const reports::ChartTable &table, const charts::PlotStyle &style, const QString &path);

Q_SIGNALS:
    void told(const QString &message);
    void wrote(const QStringList &paths);

private:
    void addFiles();
    void addCopies();
    void addNarrowing(const std::optional<OrganizationId> &subject, const charts::PlotMark &mark);
    void ask(charts::FileKind kind);

    document::Document &m_document;
    reports::ChartTable m_table;
    charts::PlotStyle m_style;
};

} // namespace dealscape::shell
