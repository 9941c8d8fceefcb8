// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"

#include <QUndoCommand>

namespace dealscape::document {

/// Moving nodes by hand in one layout.
class PinCommand : public QUndoCommand {
public:
    PinCommand(Document &document, LayoutKind layout, Arrangement after, const QString &text);

    void undo() override;
    void redo() override;

private:
    Document &m_document;
    LayoutKind m_layout;
    Arrangement m_before;
    Arrangement m_after;
};

} // namespace dealscape::document
