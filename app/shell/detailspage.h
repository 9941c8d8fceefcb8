// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

class QAction;

namespace dealscape::document {
class Document;
}
namespace dealscape::panels {
class DetailsPanel;
}

namespace dealscape::shell {

class ChartLink;

/// The first page beside the picture: the facts of what is selected, or of all that is in view, and below them its charts by value and
/// by power. The facts get the height they need, at most two thirds; the line between them can be dragged.
class DetailsPage : public QSplitter {
    Q_OBJECT

public:
    /// The action opens the page of all charts.
    DetailsPage(document::Document &document, ChartLink &link, QAction *allCharts, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Somebody asked for the notes on the data.
    void notesWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void share();

    const document::Document &m_document;
    panels::DetailsPanel *m_details;
    /// Whether somebody dragged the line, which stays there then.
    bool m_shared = false;
};

} // namespace dealscape::shell
