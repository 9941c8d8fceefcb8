// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QSessionManager;

namespace dealscape::document {
class Document;
class Recovery;
} // namespace dealscape::document

namespace dealscape::shell {

class Saving;

/// Stands between the end of a desktop's session and unsaved changes: asks where the desktop allows it, and otherwise keeps them where the
/// next start offers them. Tells the desktop how to come back to the file that is open.
class SessionEnd : public QObject {
    Q_OBJECT

public:
    SessionEnd(const document::Document &document, Saving &saving, document::Recovery &recovery, QObject *parent);

    enum class Manners { MayAsk, MustNotAsk };
    /// Whether the session may end; unsaved changes are saved, discarded by the user, or kept.
    bool mayEnd(Manners manners);
    /// What starts the program as it is now.
    QStringList restartCommand() const;

private:
    void commit(QSessionManager &desktop);
    void remember(QSessionManager &desktop);

    const document::Document &m_document;
    Saving &m_saving;
    document::Recovery &m_recovery;
};

} // namespace dealscape::shell
