// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"
#include "settings/settings.h"

#include <QObject>

namespace dealscape::shell {

class Actions;

/// Writes the window's dataset and sees to it that nothing edited is lost without a question. What came from no file, the dataset inside
/// the program or a new one, asks for a file, which is open from then on.
class Saving : public QObject {
    Q_OBJECT

public:
    Saving(document::Document &document, settings::Settings &settings, const Actions &actions, QWidget *window);

    /// Whether something was edited since the dataset was read or written.
    bool modified() const;
    /// Asks what to do with unsaved edits before something takes the dataset away. False when the user wants to stay, or when
    /// saving failed.
    bool mayLeave();
    /// Takes it that leaving is agreed, so that mayLeave() does not ask again until something else is edited.
    void agree();

Q_SIGNALS:
    /// A sentence for the status bar.
    void told(const QString &message);

private:
    bool save();
    bool saveAs();
    bool writeTo(const QString &path);
    /// Says why the file was not written, and saves to another where the user wants that.
    bool offerOtherPlace(const QString &why);
    /// What to do where another program has written to the file meanwhile.
    bool overwriteChanged();
    void refresh();

    document::Document &m_document;
    settings::Settings &m_settings;
    const Actions &m_actions;
    QWidget *m_window;
    document::SnapshotPointer m_agreed;
};

} // namespace dealscape::shell
