// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/snapshot.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <string_view>
#include <vector>

namespace dealscape::entry {

/// How one member of a record is called, shown, typed and chosen. Forms and tables are made from the same ones, so that a cell takes
/// what a field takes and says the same of what it does not take.
template <class Record>
struct Member {
    enum class Kind { Line, Text, Choice };
    using Snapshot = document::Snapshot;

    /// Within the record, such as "/value/paid".
    const char *pointer;
    QString name;
    QString example = {};
    Kind kind = Kind::Line;
    /// Whether a form hides it behind "More".
    bool more = false;
    /// A text that put() would read as what the record holds.
    std::function<QString(const Snapshot &, const Record &)> show = {};
    /// Puts what somebody typed into the record. What it cannot read leaves the record alone, and comes back as a sentence; else empty.
    std::function<QString(const Snapshot &, Record &, const QString &)> put = {};
    /// Of a choice: the words, the position of that which the record holds or -1, and how another is put into it.
    std::function<QStringList(const Snapshot &, const Record &)> options = {};
    std::function<int(const Snapshot &, const Record &)> chosen = {};
    std::function<void(const Snapshot &, Record &, int)> choose = {};
};

/// The members of each kind of record in the order of their forms. Made once; the sources of a deal and of a claim are not among them.
const std::vector<Member<Organization>> &membersOf(const Organization *);
const std::vector<Member<Deal>> &membersOf(const Deal *);
const std::vector<Member<Source>> &membersOf(const Source *);
const std::vector<Member<Claim>> &membersOf(const Claim *);
const std::vector<Member<OverlapGroup>> &membersOf(const OverlapGroup *);
const std::vector<Member<Layer>> &membersOf(const Layer *);
/// Of the dataset itself: what is said of it as a whole.
const std::vector<Member<Dataset>> &membersOf(const Dataset *);

/// The member at a pointer, or null.
template <class Record>
const Member<Record> *memberAt(std::string_view pointer)
{
    for (const Member<Record> &member : membersOf(static_cast<const Record *>(nullptr)))
        if (member.pointer == pointer)
            return &member;
    return nullptr;
}

/// What a member of a record shows in a form: its text, or the word that is chosen.
template <class Record>
QString shownText(const Member<Record> &member, const document::Snapshot &snapshot, const Record &record)
{
    if (member.kind != Member<Record>::Kind::Choice)
        return member.show(snapshot, record);
    return member.options(snapshot, record).value(member.chosen(snapshot, record));
}

/// Puts a text into a record, or the word of a choice that it is, whatever its case. Returns what is wrong with it, or nothing.
template <class Record>
QString putText(const Member<Record> &member, const document::Snapshot &snapshot, Record &record, const QString &text);

/// What follows from a change, where nobody chose otherwise before: supplier, customer and what flows from payer, payee and kind, and
/// certainty from status and role.
void settle(Deal &deal, const Deal &before);
/// Nothing follows for the other records.
template <class Record>
void settle(Record &, const Record &)
{}

/// The day of the dataset, or else today.
Date dayFor(const document::Snapshot &snapshot);

QString notAmong(const QString &text, const QStringList &options);

template <class Record>
QString putText(const Member<Record> &member, const document::Snapshot &snapshot, Record &record, const QString &text)
{
    if (member.kind != Member<Record>::Kind::Choice)
        return member.put(snapshot, record, text);
    const QStringList options = member.options(snapshot, record);
    for (int i = 0; i < options.size(); ++i)
        if (options[i].compare(text.trimmed(), Qt::CaseInsensitive) == 0) {
            member.choose(snapshot, record, i);
            return {};
        }
    return notAmong(text, options);
}

} // namespace dealscape::entry
