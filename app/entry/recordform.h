// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/editing.h"
#include "document/wording.h"
#include "entry/form.h"
#include "entry/members.h"
#include "io/faults.h"

#include <QCoreApplication>

#include <optional>
#include <utility>
#include <vector>

namespace dealscape::entry {

/// The record that a form of a kind is about when there is none of the id yet: it joins the dataset once it has no fault.
template <class Record, class Key>
Record beginning(const document::Snapshot &, const Key &id)
{
    Record record;
    if constexpr (requires { record.id = id; })
        record.id = id;
    return record;
}
template <>
inline Claim beginning<Claim, ClaimId>(const document::Snapshot &snapshot, const ClaimId &id)
{
    Claim claim;
    claim.id = id;
    claim.date = dayFor(snapshot);
    return claim;
}

/// Whether a record may stand in a dataset as it is, a deal as a draft if need be.
template <class Record>
bool mayKeep(const Index &index, const Record &record)
{
    return !io::faulty(io::faultsOf(index, record));
}
inline bool mayKeep(const Index &, const Deal &deal)
{
    return deal.supplier != deal.customer && !(deal.payer && deal.payer == deal.payee);
}

/// A form of the members of one record. Fields that nobody touched change nothing.
template <class Record, class Key>
class RecordForm : public Form {
public:
    RecordForm(document::Document &document, Key id, QWidget *parent = nullptr) : Form(document, parent), m_id(std::move(id))
    {
        if (!recordOf(*m_document.snapshot(), m_id))
            m_pending = beginning<Record, Key>(*m_document.snapshot(), m_id);
    }

    /// Adds a field for each member.
    void build()
    {
        for (const Member<Record> &member : membersOf(static_cast<const Record *>(nullptr)))
            addField(member);
        finishBuilding();
    }

    document::RecordKey key() const override { return m_id; }

    void reflect() override
    {
        const Record *record = current();
        if (!record)
            return;
        const document::Snapshot &snapshot = *m_document.snapshot();
        refreshOptions(*record);
        for (const auto &[field, member] : m_bound) {
            if (member->kind == Member<Record>::Kind::Choice)
                show(field, member->chosen(snapshot, *record));
            else
                show(field, member->show(snapshot, *record));
        }
        reflected(*record);
        check();
    }
    bool alive() const override { return current(); }

protected:
    using Bound = std::pair<Field *, const Member<Record> *>;

    Field *addField(const Member<Record> &member)
    {
        if (member.more && !m_more) {
            beginMore();
            m_more = true;
        }
        const QString pointer = QString::fromLatin1(member.pointer);
        Field *field = member.kind == Member<Record>::Kind::Choice
            ? choice(member.name, pointer, member.options(*m_document.snapshot(), *current()))
            : member.kind == Member<Record>::Kind::Text ? text(member.name, pointer)
                                                        : line(member.name, pointer, member.example);
        m_bound.emplace_back(field, &member);
        return field;
    }
    void finishBuilding()
    {
        endColumn();
        m_filled = m_document.snapshot();
        reflect();
    }
    /// Shows what is no field.
    virtual void reflected(const Record &) {}

    const Record *current() const
    {
        const Record *record = recordOf(*m_document.snapshot(), m_id);
        return record ? record : m_pending ? &*m_pending : nullptr;
    }
    const Key &id() const { return m_id; }
    /// The record that is to join, or null where it is there.
    Record *pending() { return m_pending ? &*m_pending : nullptr; }

    /// The record with what the fields say, as far as it can be read.
    Record candidate()
    {
        const document::Snapshot &snapshot = *m_document.snapshot();
        const Record before = *current();
        Record record = before;
        for (const auto &[field, member] : m_bound) {
            if (member->kind == Member<Record>::Kind::Choice) {
                if (const int option = chosen(field); option >= 0 && option != member->chosen(snapshot, before))
                    member->choose(snapshot, record, option);
                continue;
            }
            const bool touched = m_pending || typed(field) != member->show(snapshot, before);
            refuse(field, touched ? member->put(snapshot, record, typed(field)) : QString());
        }
        settle(record, before);
        return record;
    }

    void check() override
    {
        if (alive())
            showFaults(io::faultsOf(m_document.snapshot()->index(), candidate()));
    }
    void commit(const QString &what) override
    {
        const Record record = candidate();
        if (!m_pending && record == *current())
            return;
        if (!mayKeep(m_document.snapshot()->index(), record) || (m_pending && refused())) {
            if (m_pending)
                m_pending = record;
            return;
        }
        const bool joins = m_pending && !recordOf(*m_document.snapshot(), m_id);
        m_pending.reset();
        const QString name = document::nameOfRecord(*m_document.snapshot(), m_id);
        document::setRecord(m_document, record, joins ? Form::tr("Add %1").arg(what) : Form::tr("Edit %1 of %2").arg(what, name));
    }

private:
    /// Lists of organisations, groups and layers are only read again when they changed.
    void refreshOptions(const Record &record)
    {
        const document::SnapshotPointer now = m_document.snapshot();
        const Dataset &a = m_filled->dataset();
        const Dataset &b = now->dataset();
        if (m_filled == now || (a.organizations == b.organizations && a.groups == b.groups && a.layers == b.layers))
            return;
        m_filled = now;
        for (const auto &[field, member] : m_bound)
            if (member->kind == Member<Record>::Kind::Choice)
                setOptions(field, member->options(*now, record));
    }

    Key m_id;
    std::optional<Record> m_pending;
    std::vector<Bound> m_bound;
    document::SnapshotPointer m_filled;
    bool m_more = false;
};

/// The form of a record, of any kind; it may be one that is to join the dataset.
Form *makeForm(document::Document &document, const document::RecordKey &key);

} // namespace dealscape::entry
