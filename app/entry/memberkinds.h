// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/wording.h"
#include "entry/amounttext.h"
#include "entry/members.h"
#include "io/faults.h"
#include "words/everyday.h"
#include "words/phrases.h"

#include <algorithm>
#include <utility>

/// The kinds of members that records share, for the sources that list the members of each record.
namespace dealscape::entry::kinds {

using document::Snapshot;
using document::text;
using words::tr;

inline std::string plain(const QString &typed)
{
    return typed.trimmed().toStdString();
}

inline QString joined(const std::vector<std::string> &words, const QString &between)
{
    QStringList list;
    for (const std::string &word : words)
        list << text(word);
    return list.join(between);
}

inline std::vector<std::string> split(const QString &typed, QChar between)
{
    std::vector<std::string> words;
    for (const QString &word : typed.split(between))
        if (!word.trimmed().isEmpty())
            words.push_back(plain(word));
    return words;
}

/// Free words.
template <class R>
Member<R> words(const char *pointer, const QString &name, std::string R::*member, const QString &example = {})
{
    Member<R> made{pointer, name, example};
    made.show = [member](const Snapshot &, const R &r) { return text(r.*member); };
    made.put = [member](const Snapshot &, R &r, const QString &typed) {
        r.*member = plain(typed);
        return QString();
    };
    return made;
}

/// Words that must be there.
template <class R>
Member<R> needed(const char *pointer, const QString &name, std::string R::*member, const QString &example = {})
{
    Member<R> made = words(pointer, name, member, example);
    made.put = [member](const Snapshot &, R &r, const QString &typed) {
        if (typed.trimmed().isEmpty())
            return tr("must not be empty");
        r.*member = plain(typed);
        return QString();
    };
    return made;
}

/// A word of the dataset's own, shown as a person would write it: "ai-lab" is "AI lab", and typed as either the word that others have.
template <class R>
Member<R> ownWord(const char *pointer, const QString &name, std::string R::*member, RecordList<R> Dataset::*records, const QString &example,
                  const std::vector<std::string> &reserved = {})
{
    Member<R> made{pointer, name, example};
    made.show = [member](const Snapshot &, const R &r) { return words::everyday(r.*member); };
    made.put = [member, records, reserved](const Snapshot &s, R &r, const QString &typed) {
        const QString said = words::everyday(plain(typed));
        const auto same = [&](const std::string &word) { return words::everyday(word).compare(said, Qt::CaseInsensitive) == 0; };
        if (same(r.*member))
            return QString();
        std::vector<std::string> words = reserved;
        for (const R &other : s.dataset().*records)
            words.push_back(other.*member);
        const auto known = std::ranges::find_if(words, same);
        r.*member = known == words.end() ? plain(typed) : *known;
        return QString();
    };
    return made;
}

template <class R>
Member<R> area(Member<R> member)
{
    member.kind = Member<R>::Kind::Text;
    return member;
}

template <class R>
Member<R> more(Member<R> member)
{
    member.more = true;
    return member;
}

/// The words of a vocabulary in its order.
template <class E>
QStringList labelsOf()
{
    QStringList list;
    for (const auto &entry : vocabulary<E>())
        list << words::qt(entry.label);
    return list;
}

/// One of the words of a vocabulary.
template <class R, class E>
Member<R> word(const char *pointer, const QString &name, E R::*member)
{
    Member<R> made{pointer, name, {}, Member<R>::Kind::Choice};
    made.options = [](const Snapshot &, const R &) { return labelsOf<E>(); };
    made.chosen = [member](const Snapshot &, const R &r) { return static_cast<int>(r.*member); };
    made.choose = [member](const Snapshot &, R &r, int option) { r.*member = static_cast<E>(option); };
    return made;
}

template <class R>
Member<R> choice(const char *pointer, const QString &name, std::function<QStringList(const Snapshot &, const R &)> options,
                 std::function<int(const Snapshot &, const R &)> chosen, std::function<void(const Snapshot &, R &, int)> choose)
{
    Member<R> made{pointer, name, {}, Member<R>::Kind::Choice};
    made.options = std::move(options);
    made.chosen = std::move(chosen);
    made.choose = std::move(choose);
    return made;
}

inline QString dateFault(const std::string &day)
{
    return text(io::notADate(day));
}

template <class R>
Member<R> date(const char *pointer, const QString &name, Date R::*member)
{
    Member<R> made{pointer, name, QStringLiteral("2025-10-07")};
    made.show = [member](const Snapshot &, const R &r) { return text((r.*member).iso()); };
    made.put = [member](const Snapshot &, R &r, const QString &typed) {
        const auto parsed = Date::parse(plain(typed));
        if (!parsed)
            return dateFault(plain(typed));
        r.*member = *parsed;
        return QString();
    };
    return made;
}

template <class R>
Member<R> date(const char *pointer, const QString &name, std::optional<Date> R::*member)
{
    Member<R> made{pointer, name, QStringLiteral("2025-10-07")};
    made.show = [member](const Snapshot &, const R &r) { return r.*member ? text((r.*member)->iso()) : QString(); };
    made.put = [member](const Snapshot &, R &r, const QString &typed) {
        const auto parsed = Date::parse(plain(typed));
        if (!parsed && !typed.trimmed().isEmpty())
            return dateFault(plain(typed));
        r.*member = parsed ? std::optional<Date>(*parsed) : std::nullopt;
        return QString();
    };
    return made;
}

inline QStringList namesOf(const Snapshot &snapshot)
{
    QStringList names;
    for (const Organization &organization : snapshot.dataset().organizations)
        names << document::nameOf(snapshot, organization.id);
    return names;
}

/// An organisation, or none where `none` has a word for that.
template <class R>
Member<R> party(const char *pointer, const QString &name, std::optional<OrganizationId> R::*member, const QString &none)
{
    return choice<R>(
        pointer, name, [none](const Snapshot &s, const R &) { return QStringList(none) + namesOf(s); },
        [member](const Snapshot &s, const R &r) { return r.*member ? s.index().position(*(r.*member)) + 1 : 0; },
        [member](const Snapshot &s, R &r, int option) {
            r.*member = option > 0 && option <= static_cast<int>(s.dataset().organizations.size())
                ? std::optional(s.dataset().organizations[at(option - 1)].id)
                : std::nullopt;
        });
}

/// One amount in US dollars, or nothing.
inline std::optional<Money> dollars(const QString &typed)
{
    const TypedAmount amount = readAmount(plain(typed));
    return amount.fault.empty() && amount.value.exact() && amount.currency == "USD" ? amount.value.low : std::nullopt;
}

inline QString exactText(Money money)
{
    return text(amountText(MoneyRange::exactly(money)));
}

} // namespace dealscape::entry::kinds
