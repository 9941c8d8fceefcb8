// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"

#include <QScrollArea>

namespace dealscape::charts {
class ChartDock;
} // namespace dealscape::charts

namespace dealscape::shell {

/// The charts of what the document looks at: of the selected organisation, of the payer of a selected ribbon or deal, or of
/// everything in view. A click on a bar selects its deal, or the first of several.
class ChartPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit ChartPanel(document::Document &document, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void look();
    void choose(const std::vector<int> &deals);
    std::optional<OrganizationId> subject() const;
    std::vector<int> chosen() const;

    document::Document &m_document;
    charts::ChartDock *m_dock;
};

} // namespace dealscape::shell
