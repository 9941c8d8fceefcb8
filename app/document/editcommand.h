// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/document.h"
#include "document/edits.h"

#include <QUndoCommand>

#include <string>

namespace dealscape::document {

/// A change of the dataset: the records that differ, before and after.
class EditCommand : public QUndoCommand {
public:
    /// Commands of the same key in a row become one; an empty key never does.
    EditCommand(Document &document, std::vector<Edit> edits, const QString &text, std::string key);

    int id() const override { return m_key.empty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand *next) override;
    void undo() override;
    void redo() override;

private:
    Document &m_document;
    std::vector<Edit> m_edits;
    std::string m_key;
};

} // namespace dealscape::document
