// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/diagramview.h"
#include "document/document.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>
#include <vector>

namespace dealscape::charts {
class ChartSet;
class ChartView;
} // namespace dealscape::charts

namespace dealscape::shell {

/// Ties charts to the document and its diagram, both ways. They show the selected organisation, the payer of a selected ribbon
/// or deal, or everything in view. A click on a bar selects what its deals have in common, a deal, a ribbon or an
/// organisation, and holds them chosen where they are several; what is hovered in the one is lit in the other.
class ChartLink : public QObject {
    Q_OBJECT

public:
    ChartLink(document::Document &document, diagram::DiagramView &diagram, QObject *parent = nullptr);

    /// From now on these charts follow, as long as they are seen.
    void tie(charts::ChartSet &charts);
    /// Lets go of the deals that a click holds; false when there are none.
    bool drop();
    /// Positions of the deals that are held, or that the selection stands for.
    std::vector<int> chosen() const;

Q_SIGNALS:
    void told(const QString &message);
    /// Files were written, by absolute paths.
    void wrote(const QStringList &paths);
    /// The deals that a click holds chosen together have changed; none when it let go.
    void held(const std::vector<int> &deals);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look(charts::ChartSet &charts);
    void follow();
    void choose(const std::vector<int> &deals);
    void light(const std::vector<int> &deals);
    void lightHovered();
    void showChosen();
    void openMenu(charts::ChartSet &charts, charts::ChartView &chart, int mark, QPoint place);
    std::optional<OrganizationId> subject() const;

    document::Document &m_document;
    diagram::DiagramView &m_diagram;
    std::vector<QPointer<charts::ChartSet>> m_sets;
    std::vector<int> m_held;
    QTimer m_soon;
    bool m_choosing = false;
};

/// What a list of deals has in common: a deal alone, the ribbon they all run in, the one organisation at an end of each of
/// them, or nothing.
document::Selection inCommon(const document::Snapshot &snapshot, const std::vector<int> &deals);

} // namespace dealscape::shell
