// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/recovery.h"

#include <QObject>

namespace dealscape::shell {

class MainWindow;
class Notice;

/// Sees to it that nothing is lost: unsaved changes are kept apart, and what an earlier run left is offered. Nothing of it opens by itself.
class Keeping : public QObject {
    Q_OBJECT

public:
    Keeping(MainWindow &window, Notice &notice);

    /// Offers what was not saved in an earlier run, if anything was.
    void offerRemains();

private:
    void offer(const document::Remains &remains);
    void look(const document::Remains &remains);

    MainWindow &m_window;
    document::Document &m_document;
    Notice &m_notice;
    document::Recovery m_recovery;
};

} // namespace dealscape::shell
