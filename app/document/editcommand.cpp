// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/editcommand.h"

#include <algorithm>
#include <utility>

namespace dealscape::document {

namespace {

Changes touched(const std::vector<Edit> &edits)
{
    Changes what;
    for (const Edit &edit : edits) {
        if (std::holds_alternative<ValueEdit<std::vector<Story>>>(edit))
            what |= Change::Stories;
        else if (std::holds_alternative<ValueEdit<std::vector<KeptArrangement>>>(edit))
            what |= Change::Arrangement;
        else
            what |= Changes(Change::Dataset) | Change::Edited;
    }
    return what;
}

/// Whether `next` goes on with the one value that `edit` changed; then `edit` takes it over.
bool goesOn(Edit &edit, const Edit &next)
{
    return std::visit(
        [&]<class E>(E &e) {
            const E *n = std::get_if<E>(&next);
            if constexpr (requires { e.list; }) {
                if (!n || n->list != e.list || n->at != e.at || !e.after || !n->before || !n->after)
                    return false;
            } else {
                if (!n || n->member != e.member)
                    return false;
            }
            e.after = n->after;
            return true;
        },
        edit);
}

/// Whether a step ends where it began.
bool isIdle(const Edit &edit)
{
    return std::visit([](const auto &e) { return e.before == e.after; }, edit);
}

} // namespace

EditCommand::EditCommand(Document &document, std::vector<Edit> edits, const QString &text, std::string key)
    : QUndoCommand(text), m_document(document), m_edits(std::move(edits)), m_key(std::move(key))
{}

bool EditCommand::mergeWith(const QUndoCommand *other)
{
    const auto &next = static_cast<const EditCommand &>(*other);
    if (next.m_key != m_key)
        return false;
    if (m_edits.size() != 1 || next.m_edits.size() != 1 || !goesOn(m_edits.front(), next.m_edits.front()))
        m_edits.insert(m_edits.end(), next.m_edits.begin(), next.m_edits.end());
    setObsolete(std::ranges::all_of(m_edits, isIdle));
    return true;
}

void EditCommand::undo()
{
    Dataset dataset = m_document.dataset();
    takeBack(dataset, m_edits);
    m_document.replace(std::move(dataset), touched(m_edits));
}

void EditCommand::redo()
{
    Dataset dataset = m_document.dataset();
    carryOut(dataset, m_edits);
    m_document.replace(std::move(dataset), touched(m_edits));
}

} // namespace dealscape::document
