// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"

#include <QObject>
#include <QTimer>

namespace dealscape::settings {

class Settings;

/// Remembers how each file was looked at, soon after it is looked at otherwise, so that a crash loses nothing either; and looks at a
/// file that is opened as it was looked at last.
class ViewMemory : public QObject {
    Q_OBJECT

public:
    ViewMemory(document::Document &document, Settings &settings, QObject *parent);
    ~ViewMemory() override;

    /// Writes what is still to be written.
    void flush();

private:
    void documentChanged(document::Changes what);
    void restore();

    document::Document &m_document;
    Settings &m_settings;
    QTimer m_soon;
    QString m_path;
    Perspective m_seen;
    bool m_unwritten = false;
};

} // namespace dealscape::settings
