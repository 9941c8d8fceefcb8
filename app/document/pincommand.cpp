// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/pincommand.h"

namespace dealscape::document {

PinCommand::PinCommand(Document &document, LayoutKind layout, Arrangement after, const QString &text)
    : QUndoCommand(text), m_document(document), m_layout(layout), m_before(document.arrangement(layout)), m_after(std::move(after))
{}

void PinCommand::undo()
{
    m_document.setArrangement(m_layout, m_before);
}

void PinCommand::redo()
{
    m_document.setArrangement(m_layout, m_after);
}

} // namespace dealscape::document
