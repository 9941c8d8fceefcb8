// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/picturejob.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace dealscape::diagram {

/// Shown over the middle of its parent while a layout takes long: how many organisations are being arranged, how far that has come,
/// and a button that ends it with what there is. Hidden otherwise.
class Waiting : public QWidget {
    Q_OBJECT

public:
    /// Appears when a layout has run for so many milliseconds.
    Waiting(const document::Document &document, document::PictureJob &job, QWidget *parent, int patience = 300);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void begin();
    void appear();
    void end();
    void centre();

    const document::Document &m_document;
    document::PictureJob &m_job;
    QTimer m_patience;
    QLabel *m_what;
    QProgressBar *m_bar;
    QPushButton *m_stop;
};

} // namespace dealscape::diagram
