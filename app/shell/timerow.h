// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"

#include <QToolBar>

class QAction;

namespace dealscape::panels {
class TimeBar;
}

namespace dealscape::shell {

/// The row of the window that the time bar lives in. The bar is made when the row is first shown, and then takes the
/// keyboard, so that Space plays at once; whoever had it gets it back when the row is closed.
class TimeRow : public QToolBar {
    Q_OBJECT

public:
    /// The action shows and hides the row and follows it.
    TimeRow(document::Document &document, QAction &toggle, QWidget *window);

    /// Months pass more slowly when things do not move to their places but jump there.
    void setStill(bool still);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void toggled(bool shown);

    document::Document &m_document;
    QAction &m_toggle;
    panels::TimeBar *m_bar = nullptr;
    int m_pace = 500;
};

} // namespace dealscape::shell
