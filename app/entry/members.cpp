// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/members.h"

#include "document/wording.h"
#include "domain/certainty.h"
#include "entry/amounttext.h"
#include "exchange/words.h"
#include "io/faults.h"
#include "words/everyday.h"
#include "words/phrases.h"

#include <QDate>

#include <algorithm>
#include <charconv>
#include <utility>

namespace dealscape::entry {

using document::Snapshot;
using document::text;
using words::tr;

namespace {

std::string plain(const QString &typed)
{
    return typed.trimmed().toStdString();
}

QString joined(const std::vector<std::string> &words, const QString &between)
{
    QStringList list;
    for (const std::string &word : words)
        list << text(word);
    return list.join(between);
}

std::vector<std::string> split(const QString &typed, QChar between)
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

/// One of the words of a vocabulary.
template <class R, class E>
Member<R> word(const char *pointer, const QString &name, E R::*member)
{
    Member<R> made{pointer, name, {}, Member<R>::Kind::Choice};
    made.options = [](const Snapshot &, const R &) {
        QStringList list;
        for (const auto &entry : vocabulary<E>())
            list << words::qt(entry.label);
        return list;
    };
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

QString dateFault(const std::string &day)
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

QStringList namesOf(const Snapshot &snapshot)
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

Member<Deal> party(const char *pointer, const QString &name, OrganizationId Deal::*member)
{
    return choice<Deal>(
        pointer, name, [](const Snapshot &s, const Deal &) { return namesOf(s); },
        [member](const Snapshot &s, const Deal &d) { return s.index().position(d.*member); },
        [member](const Snapshot &s, Deal &d, int option) {
            if (option >= 0 && option < static_cast<int>(s.dataset().organizations.size()))
                d.*member = s.dataset().organizations[at(option)].id;
        });
}

/// One amount in US dollars, or nothing.
std::optional<Money> dollars(const QString &typed)
{
    const TypedAmount amount = readAmount(plain(typed));
    return amount.fault.empty() && amount.value.exact() && amount.currency == "USD" ? amount.value.low : std::nullopt;
}

QString exactText(Money money)
{
    return text(amountText(MoneyRange::exactly(money)));
}

Member<Deal> amount()
{
    Member<Deal> made{"/value", tr("Amount"), tr("300b, 20-30bn, up to 5bn, EUR 4bn at 1.08")};
    made.show = [](const Snapshot &, const Deal &d) { return text(amountText(d)); };
    made.put = [](const Snapshot &, Deal &d, const QString &typed) {
        const TypedAmount read = readAmount(plain(typed));
        if (!read.fault.empty())
            return text(read.fault);
        if (!(read.value == d.value && read.currency == d.currency)) {
            d.value = read.value;
            d.currency = read.currency;
            d.asAnnounced = read.asAnnounced;
        }
        return QString();
    };
    return made;
}

PowerLayer powerLayerOf(FlowClass flow)
{
    switch (flow) {
    case FlowClass::Compute:
        return PowerLayer::Cloud;
    case FlowClass::Sites:
        return PowerLayer::Site;
    case FlowClass::Hardware:
        return PowerLayer::Chips;
    case FlowClass::Energy:
        return PowerLayer::EnergySupply;
    default:
        return PowerLayer::Context;
    }
}

Member<Deal> power()
{
    Member<Deal> made{"/power", tr("Power"), tr("4.5 GW")};
    made.show = [](const Snapshot &, const Deal &d) { return d.power ? text(powerText(d.power->capacity)) : QString(); };
    made.put = [](const Snapshot &, Deal &d, const QString &typed) {
        const TypedPower read = readPower(plain(typed));
        if (!read.fault.empty())
            return text(read.fault);
        if (read.power)
            d.power = PowerStatement{*read.power, d.power ? d.power->layer : powerLayerOf(d.flow)};
        else
            d.power.reset();
        return QString();
    };
    return made;
}

Member<Deal> powerLayer()
{
    Member<Deal> made = choice<Deal>(
        "/power/layer", tr("Power at"),
        [](const Snapshot &, const Deal &) {
            QStringList list;
            for (const auto &entry : vocabulary<PowerLayer>())
                list << words::qt(entry.label);
            return list;
        },
        [](const Snapshot &, const Deal &d) { return static_cast<int>(d.power ? d.power->layer : powerLayerOf(d.flow)); },
        [](const Snapshot &, Deal &d, int option) {
            if (d.power)
                d.power->layer = static_cast<PowerLayer>(option);
        });
    return more(made);
}

Member<Deal> term()
{
    Member<Deal> made{"/term", tr("Term"), tr("2027-2032")};
    made.show = [](const Snapshot &, const Deal &d) { return text(termText(d.term)); };
    made.put = [](const Snapshot &, Deal &d, const QString &typed) {
        const TypedTerm read = readTerm(plain(typed));
        if (read.fault.empty())
            d.term = read.term;
        return text(read.fault);
    };
    return made;
}

Member<Deal> parts()
{
    Member<Deal> made{"/parts", tr("Parts"), tr("15bn paid, up to 35bn potential")};
    made.show = [](const Snapshot &, const Deal &d) { return text(partsText(d.parts)); };
    made.put = [](const Snapshot &, Deal &d, const QString &typed) {
        const TypedParts read = readParts(plain(typed));
        if (read.fault.empty())
            d.parts = read.parts;
        return text(read.fault);
    };
    return made;
}

Member<Deal> paid()
{
    Member<Deal> made{"/value/paid", tr("Paid so far"), tr("15bn")};
    made.show = [](const Snapshot &, const Deal &d) { return d.paid ? exactText(*d.paid) : QString(); };
    made.put = [](const Snapshot &, Deal &d, const QString &typed) {
        const std::optional<Money> read = dollars(typed);
        if (!read && !typed.trimmed().isEmpty())
            return tr("what was paid is one amount in US dollars, such as 15bn");
        d.paid = read;
        return QString();
    };
    return more(made);
}

Member<Deal> tier()
{
    return more(choice<Deal>(
        "/tier", tr("Tier"),
        [](const Snapshot &, const Deal &) {
            return QStringList{tr("1, the core"),   QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4"), QStringLiteral("5"),
                               QStringLiteral("6"), QStringLiteral("7"), QStringLiteral("8"), QStringLiteral("9")};
        },
        [](const Snapshot &, const Deal &d) { return d.tier - 1; }, [](const Snapshot &, Deal &d, int option) { d.tier = option + 1; }));
}

Member<Deal> group()
{
    return more(choice<Deal>(
        "/overlap/group", tr("Overlap group"),
        [](const Snapshot &s, const Deal &) {
            QStringList list{tr("none")};
            for (const OverlapGroup &g : s.dataset().groups)
                list << document::groupNameOf(g);
            return list;
        },
        [](const Snapshot &s, const Deal &d) { return d.overlap.group.empty() ? 0 : s.index().position(d.overlap.group) + 1; },
        [](const Snapshot &s, Deal &d, int option) {
            const auto &groups = s.dataset().groups;
            d.overlap.group = option > 0 && option <= static_cast<int>(groups.size()) ? groups[at(option - 1)].id : GroupId();
        }));
}

Member<Deal> role()
{
    return more(choice<Deal>(
        "/overlap/role", tr("Role in it"),
        [](const Snapshot &, const Deal &) {
            QStringList list;
            for (const auto &entry : vocabulary<OverlapRole>())
                list << words::qt(entry.label);
            return list;
        },
        [](const Snapshot &, const Deal &d) { return static_cast<int>(d.overlap.role); },
        [](const Snapshot &, Deal &d, int option) { d.overlap.role = static_cast<OverlapRole>(option); }));
}

Member<Deal> counted()
{
    return more(choice<Deal>(
        "/overlap/counted", tr("Counted"),
        [](const Snapshot &, const Deal &) {
            return QStringList{tr("no"), tr("yes")};
        },
        [](const Snapshot &, const Deal &d) { return d.overlap.counted ? 1 : 0; },
        [](const Snapshot &, Deal &d, int option) { d.overlap.counted = option == 1; }));
}

/// Other deals between the two organisations of a deal, and the one that supersedes it in any case.
std::vector<DealId> successorsOf(const Snapshot &snapshot, const Deal &deal)
{
    std::vector<DealId> ids;
    for (const int position : snapshot.index().dealsOf(deal.tail())) {
        const Deal &other = dealAt(snapshot.index(), position);
        const bool between =
            (other.tail() == deal.tail() && other.head() == deal.head()) || (other.tail() == deal.head() && other.head() == deal.tail());
        if (between && other.id != deal.id)
            ids.push_back(other.id);
    }
    if (const auto &by = deal.overlap.supersededBy; by && std::ranges::find(ids, *by) == ids.end())
        ids.push_back(*by);
    return ids;
}

Member<Deal> supersededBy()
{
    return more(choice<Deal>(
        "/overlap/supersededBy", tr("Superseded by"),
        [](const Snapshot &s, const Deal &d) {
            QStringList list{tr("none")};
            for (const DealId &id : successorsOf(s, d)) {
                const Deal *other = s.index().deal(id);
                list << text(other && !other->headline.empty() ? other->headline : id.text());
            }
            return list;
        },
        [](const Snapshot &s, const Deal &d) {
            if (!d.overlap.supersededBy)
                return 0;
            const auto ids = successorsOf(s, d);
            return static_cast<int>(std::ranges::find(ids, *d.overlap.supersededBy) - ids.begin()) + 1;
        },
        [](const Snapshot &s, Deal &d, int option) {
            const auto ids = successorsOf(s, d);
            d.overlap.supersededBy =
                option > 0 && option <= static_cast<int>(ids.size()) ? std::optional(ids[at(option - 1)]) : std::nullopt;
        }));
}

Member<Deal> unsourced()
{
    Member<Deal> made{"/unsourced", tr("Unsourced"), tr("day, term end")};
    made.show = [](const Snapshot &, const Deal &d) { return joined(d.unsourced, QStringLiteral(", ")); };
    made.put = [](const Snapshot &, Deal &d, const QString &typed) {
        d.unsourced = split(typed, u',');
        return QString();
    };
    return more(made);
}

Member<Organization> layer()
{
    return choice<Organization>(
        "/layer", tr("Layer"),
        [](const Snapshot &s, const Organization &) {
            QStringList list;
            for (const Layer &l : s.dataset().layers)
                list << text(l.label);
            return list;
        },
        [](const Snapshot &s, const Organization &o) { return s.index().position(o.layer); },
        [](const Snapshot &s, Organization &o, int option) {
            if (option >= 0 && option < static_cast<int>(s.dataset().layers.size()))
                o.layer = s.dataset().layers[at(option)].id;
        });
}

Member<Organization> country()
{
    Member<Organization> made{"/country", tr("Country"), tr("United States, or US")};
    made.show = [](const Snapshot &, const Organization &o) { return words::countryName(o.country); };
    made.put = [](const Snapshot &, Organization &o, const QString &typed) {
        const std::string known = exchange::countryOf(plain(typed));
        if (known.empty() && !typed.trimmed().isEmpty())
            return tr("there is no country \"%1\": its name in English, or its two letters, such as US").arg(text(plain(typed)));
        o.country = known;
        return QString();
    };
    return made;
}

Member<Organization> listing(const char *pointer, const QString &name, std::string Listing::*member, const QString &example = {})
{
    Member<Organization> made{pointer, name, example};
    made.show = [member](const Snapshot &, const Organization &o) { return text(o.listing.*member); };
    made.put = [member](const Snapshot &, Organization &o, const QString &typed) {
        o.listing.*member = plain(typed);
        return QString();
    };
    return more(made);
}

Member<Organization> valuation()
{
    Member<Organization> made{"/valuation", tr("Valuation"), tr("500bn")};
    made.show = [](const Snapshot &, const Organization &o) { return o.valuation ? exactText(o.valuation->value) : QString(); };
    made.put = [](const Snapshot &s, Organization &o, const QString &typed) {
        const std::optional<Money> read = dollars(typed);
        if (!read && !typed.trimmed().isEmpty())
            return tr("a valuation is one amount in US dollars, such as 500bn");
        if (!read)
            o.valuation.reset();
        else if (o.valuation)
            o.valuation->value = *read;
        else
            o.valuation = Valuation{*read, {}, dayFor(s), Confidence::Medium, {}, std::nullopt};
        return QString();
    };
    return more(made);
}

Member<Organization> valuedAs()
{
    Member<Organization> made{"/valuation/kind", tr("Valued as"), tr("market cap, post-money …")};
    made.show = [](const Snapshot &, const Organization &o) { return o.valuation ? text(o.valuation->kind) : QString(); };
    made.put = [](const Snapshot &, Organization &o, const QString &typed) {
        if (!o.valuation)
            return typed.trimmed().isEmpty() ? QString() : tr("write the valuation first");
        o.valuation->kind = plain(typed);
        return QString();
    };
    return more(made);
}

Member<Organization> valuedOn()
{
    Member<Organization> made{"/valuation/asOf", tr("Valued on"), QStringLiteral("2025-10-07")};
    made.show = [](const Snapshot &, const Organization &o) { return o.valuation ? text(o.valuation->asOf.iso()) : QString(); };
    made.put = [](const Snapshot &, Organization &o, const QString &typed) {
        if (!o.valuation)
            return typed.trimmed().isEmpty() ? QString() : tr("write the valuation first");
        const auto parsed = Date::parse(plain(typed));
        if (!parsed)
            return dateFault(plain(typed));
        o.valuation->asOf = *parsed;
        return QString();
    };
    return more(made);
}

/// A figure of a claim in its unit: amounts of money as people write them, gigawatts, a share in percent.
std::optional<double> figureOf(const QString &typed, ClaimUnit unit)
{
    QString bare = typed.trimmed();
    double scale = 1;
    if (unit == ClaimUnit::Dollars || unit == ClaimUnit::DollarsPerYear || unit == ClaimUnit::DollarsPerGigawatt) {
        const std::optional<Money> money = dollars(bare);
        return money ? std::optional(static_cast<double>(money->dollars())) : std::nullopt;
    }
    if (bare.endsWith(u'%')) {
        scale = 0.01;
        bare = bare.chopped(1).trimmed();
    } else if (bare.endsWith(QStringLiteral("GW"), Qt::CaseInsensitive)) {
        bare = bare.chopped(2).trimmed();
    }
    const std::string digits = bare.toStdString();
    double number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end == digits.data() + digits.size() ? std::optional(number * scale) : std::nullopt;
}

QString figureText(const std::optional<double> &figure, ClaimUnit unit)
{
    if (!figure)
        return {};
    switch (unit) {
    case ClaimUnit::Dollars:
    case ClaimUnit::DollarsPerYear:
    case ClaimUnit::DollarsPerGigawatt:
        return exactText(Money(static_cast<std::int64_t>(*figure)));
    default:
        return QString::number(*figure, 'g', 12);
    }
}

Member<Claim> figure(const char *pointer, const QString &name, std::optional<double> Claim::*member)
{
    Member<Claim> made{pointer, name, tr("300bn, 4.5 GW, 40 %")};
    made.show = [member](const Snapshot &, const Claim &c) { return figureText(c.*member, c.unit); };
    made.put = [member](const Snapshot &, Claim &c, const QString &typed) {
        const auto read = figureOf(typed, c.unit);
        if (!read && !typed.trimmed().isEmpty())
            return tr("write one figure in the unit, such as 300bn, 4.5 or 40 %");
        c.*member = read;
        return QString();
    };
    return made;
}

Member<Claim> addsUpDeals()
{
    Member<Claim> made{"/deals", tr("Deals"), tr("ids of the deals it adds up, apart by commas")};
    made.show = [](const Snapshot &, const Claim &c) {
        QStringList ids;
        for (const DealId &id : c.deals)
            ids << text(id.text());
        return ids.join(QStringLiteral(", "));
    };
    made.put = [](const Snapshot &s, Claim &c, const QString &typed) {
        std::vector<DealId> ids;
        for (const std::string &id : split(typed, u','))
            if (ids.emplace_back(id); !s.index().deal(ids.back()))
                return tr("there is no deal \"%1\"").arg(text(id));
        c.deals = std::move(ids);
        return QString();
    };
    return more(made);
}

Member<Claim> addsUpFlows()
{
    Member<Claim> made{"/flowClasses", tr("What flows"), tr("compute, capital …")};
    made.show = [](const Snapshot &, const Claim &c) {
        QStringList list;
        for (const FlowClass flow : c.flows)
            list << words::phrase(flow);
        return list.join(QStringLiteral(", "));
    };
    made.put = [](const Snapshot &, Claim &c, const QString &typed) {
        std::vector<FlowClass> flows;
        QStringList known;
        for (const auto &entry : vocabulary<FlowClass>())
            known << words::qt(entry.label);
        for (const std::string &name : split(typed, u',')) {
            const auto found =
                std::ranges::find_if(known, [&](const QString &label) { return label.compare(text(name), Qt::CaseInsensitive) == 0; });
            if (found == known.end())
                return notAmong(text(name), known);
            flows.push_back(static_cast<FlowClass>(found - known.begin()));
        }
        c.flows = std::move(flows);
        return QString();
    };
    return more(made);
}

std::vector<DealId> dealsIn(const Snapshot &snapshot, const OverlapGroup &group)
{
    std::vector<DealId> ids;
    for (const Deal &deal : snapshot.dataset().deals)
        if (deal.overlap.group == group.id || (group.umbrella && group.umbrella->deal == deal.id))
            ids.push_back(deal.id);
    return ids;
}

Member<OverlapGroup> umbrellaDeal()
{
    return choice<OverlapGroup>(
        "/umbrella/deal", tr("Umbrella"),
        [](const Snapshot &s, const OverlapGroup &g) {
            QStringList list{tr("none")};
            for (const DealId &id : dealsIn(s, g))
                list << document::titleOf(s, id);
            return list;
        },
        [](const Snapshot &s, const OverlapGroup &g) {
            if (!g.umbrella)
                return 0;
            const auto ids = dealsIn(s, g);
            return static_cast<int>(std::ranges::find(ids, g.umbrella->deal) - ids.begin()) + 1;
        },
        [](const Snapshot &s, OverlapGroup &g, int option) {
            const auto ids = dealsIn(s, g);
            if (option <= 0 || option > static_cast<int>(ids.size())) {
                g.umbrella.reset();
                return;
            }
            if (!g.umbrella)
                g.umbrella.emplace();
            g.umbrella->deal = ids[at(option - 1)];
        });
}

Member<OverlapGroup> umbrellaLabel()
{
    Member<OverlapGroup> made{"/umbrella/label", tr("At the hull"), tr("what is written at the hull")};
    made.show = [](const Snapshot &, const OverlapGroup &g) { return g.umbrella ? text(g.umbrella->label) : QString(); };
    made.put = [](const Snapshot &, OverlapGroup &g, const QString &typed) {
        if (!g.umbrella)
            return typed.trimmed().isEmpty() ? QString() : tr("choose the umbrella first");
        g.umbrella->label = plain(typed);
        return QString();
    };
    return made;
}

Member<OverlapGroup> encloses()
{
    Member<OverlapGroup> made{"/umbrella/encloses", tr("Encloses"), tr("organisations inside the hull, apart by commas")};
    made.show = [](const Snapshot &s, const OverlapGroup &g) {
        QStringList names;
        if (g.umbrella)
            for (const OrganizationId &id : g.umbrella->encloses)
                names << document::nameOf(s, id);
        return names.join(QStringLiteral(", "));
    };
    made.put = [](const Snapshot &s, OverlapGroup &g, const QString &typed) {
        if (!g.umbrella)
            return typed.trimmed().isEmpty() ? QString() : tr("choose the umbrella first");
        const QStringList known = namesOf(s);
        std::vector<OrganizationId> ids;
        for (const std::string &name : split(typed, u',')) {
            const auto found =
                std::ranges::find_if(known, [&](const QString &other) { return other.compare(text(name), Qt::CaseInsensitive) == 0; });
            if (found == known.end())
                return tr("there is no organisation \"%1\"").arg(text(name));
            ids.push_back(s.dataset().organizations[static_cast<std::size_t>(found - known.begin())].id);
        }
        g.umbrella->encloses = std::move(ids);
        return QString();
    };
    return made;
}

Member<Layer> column()
{
    constexpr int lastColumn = 63;
    Member<Layer> made{"/column", tr("Column"), tr("from the left of the supply chain, from 0")};
    made.show = [](const Snapshot &, const Layer &l) { return QString::number(l.column); };
    made.put = [](const Snapshot &, Layer &l, const QString &typed) {
        bool understood = false;
        const int number = typed.trimmed().toInt(&understood);
        if (!understood || number < 0 || number > lastColumn)
            return tr("a column is a whole number from 0 to %1").arg(lastColumn);
        l.column = number;
        return QString();
    };
    return made;
}

Member<Layer> layerIcon()
{
    return choice<Layer>(
        "/icon", tr("Icon"),
        [](const Snapshot &, const Layer &) {
            QStringList list{tr("as the style has it")};
            for (const auto &entry : vocabulary<LayerIcon>())
                list << words::qt(entry.label);
            return list;
        },
        [](const Snapshot &, const Layer &l) { return l.icon ? static_cast<int>(*l.icon) + 1 : 0; },
        [](const Snapshot &, Layer &l, int option) {
            l.icon = option > 0 ? std::optional(static_cast<LayerIcon>(option - 1)) : std::nullopt;
        });
}

Member<Layer> layerColour()
{
    Member<Layer> made{"/colour", tr("Colour"), tr("as the style has it, or #2473C8")};
    made.show = [](const Snapshot &, const Layer &l) { return l.colour ? text(l.colour->text()) : QString(); };
    made.put = [](const Snapshot &, Layer &l, const QString &typed) {
        const std::string digits = plain(typed);
        const auto colour = Colour::parse(digits.starts_with('#') ? digits : '#' + digits);
        if (!digits.empty() && !colour)
            return tr("write a colour as #2473C8: red, green and blue in two hexadecimal digits each");
        l.colour = digits.empty() ? std::nullopt : colour;
        return QString();
    };
    return made;
}

Member<Dataset> notes()
{
    Member<Dataset> made{"/notes", tr("Notes"), {}, Member<Dataset>::Kind::Text};
    made.show = [](const Snapshot &, const Dataset &d) { return joined(d.notes, QStringLiteral("\n")); };
    made.put = [](const Snapshot &, Dataset &d, const QString &typed) {
        d.notes = split(typed, u'\n');
        return QString();
    };
    return made;
}

} // namespace

Date dayFor(const Snapshot &snapshot)
{
    const QDate today = QDate::currentDate();
    return snapshot.dataset().asOf.value_or(Date{today.year(), today.month(), today.day()});
}

QString notAmong(const QString &text, const QStringList &options)
{
    constexpr int most = 12;
    const QString list = QStringList(options.mid(0, most)).join(QStringLiteral(", "));
    return tr("\"%1\" is none of these: %2").arg(text.trimmed(), options.size() > most ? list + QStringLiteral(" …") : list);
}

const std::vector<Member<Organization>> &membersOf(const Organization *)
{
    using O = Organization;
    static const std::vector<Member<O>> members = {
        needed("/name", tr("Name"), &O::name),
        layer(),
        country(),
        more(words("/shortName", tr("Short name"), &O::shortName, tr("for the diagram"))),
        more(ownWord("/kind", tr("Kind"), &O::kind, &Dataset::organizations, tr("AI lab, utility …"))),
        more(party("/parent", tr("Parent"), &O::parent, tr("none"))),
        valuation(),
        valuedAs(),
        valuedOn(),
        listing("/listing/status", tr("Listing"), &Listing::status, tr("listed, private …")),
        listing("/listing/ticker", tr("Ticker"), &Listing::ticker),
        listing("/listing/exchange", tr("Exchange"), &Listing::exchange),
        more(words("/wikidata", tr("Wikidata"), &O::wikidata, QStringLiteral("Q21708200"))),
        more(area(words("/note", tr("Note"), &O::note))),
    };
    return members;
}

const std::vector<Member<Deal>> &membersOf(const Deal *)
{
    using D = Deal;
    static const std::vector<Member<D>> members = {
        words("/headline", tr("Headline"), &D::headline, tr("what the deal is, in one line")),
        amount(),
        party("/payer", tr("Payer"), &D::payer, tr("not known")),
        party("/payee", tr("Payee"), &D::payee, tr("not known")),
        word("/kind", tr("Deal kind"), &D::kind),
        power(),
        date("/announced", tr("Announced"), &D::announced),
        term(),
        word("/status", tr("Status"), &D::status),
        word("/certainty", tr("Certainty"), &D::certainty),
        parts(),
        more(party("/supplier", tr("Supplier"), &D::supplier)),
        more(party("/customer", tr("Customer"), &D::customer)),
        more(word("/flowClass", tr("What flows"), &D::flow)),
        powerLayer(),
        paid(),
        more(word("/confidence", tr("Confidence"), &D::confidence)),
        tier(),
        more(words("/statusDetail", tr("Status detail"), &D::statusDetail)),
        more(words("/commitment", tr("Commitment"), &D::commitment, tr("contract, non-binding …"))),
        group(),
        role(),
        counted(),
        supersededBy(),
        unsourced(),
        more(area(words("/note", tr("Note"), &D::note))),
    };
    return members;
}

const std::vector<Member<Source>> &membersOf(const Source *)
{
    using S = Source;
    static const std::vector<Member<S>> members = {
        needed("/publisher", tr("Publisher"), &S::publisher),
        needed("/title", tr("Title"), &S::title, tr("in square brackets where it is a description")),
        date("/date", tr("Date"), &S::date),
        words("/url", tr("Address"), &S::url, QStringLiteral("https://example.org/page")),
        word("/basis", tr("Basis"), &S::basis),
    };
    return members;
}

const std::vector<Member<Claim>> &membersOf(const Claim *)
{
    using C = Claim;
    static const std::vector<Member<C>> members = {
        needed("/statement", tr("Statement"), &C::statement),
        party("/subject", tr("About"), &C::subject, tr("nobody")),
        word("/unit", tr("Unit"), &C::unit),
        figure("/low", tr("Low"), &C::low),
        figure("/high", tr("High"), &C::high),
        date("/date", tr("Date"), &C::date),
        more(ownWord("/kind", tr("Kind"), &C::kind, &Dataset::claims, tr("total, plan, valuation, cash, revenue …"),
                     {"operating-cash", "sector-context"})),
        more(word("/confidence", tr("Confidence"), &C::confidence)),
        addsUpDeals(),
        addsUpFlows(),
        more(area(words("/note", tr("Note"), &C::note))),
    };
    return members;
}

const std::vector<Member<OverlapGroup>> &membersOf(const OverlapGroup *)
{
    static const std::vector<Member<OverlapGroup>> members = {
        area(words("/explanation", tr("Explanation"), &OverlapGroup::explanation)),
        umbrellaDeal(),
        umbrellaLabel(),
        encloses(),
    };
    return members;
}

const std::vector<Member<Layer>> &membersOf(const Layer *)
{
    static const std::vector<Member<Layer>> members = {
        needed("/label", tr("Label"), &Layer::label, tr("in the legend")),
        word("/style", tr("Style"), &Layer::style),
        column(),
        layerIcon(),
        layerColour(),
    };
    return members;
}

const std::vector<Member<Dataset>> &membersOf(const Dataset *)
{
    static const std::vector<Member<Dataset>> members = {
        words("/title", tr("Title"), &Dataset::title),
        date("/asOf", tr("As of"), &Dataset::asOf),
        area(words("/description", tr("Description"), &Dataset::description)),
        notes(),
    };
    return members;
}

void settle(Deal &deal, const Deal &before)
{
    const auto followed = [](const Deal &d) {
        return d.payer && d.payee &&
            (customerPays(d.kind) ? d.customer == *d.payer && d.supplier == *d.payee : d.supplier == *d.payer && d.customer == *d.payee);
    };
    const bool moved = deal.payer != before.payer || deal.payee != before.payee || deal.kind != before.kind;
    if (moved && followed(before) && deal.payer && deal.payee && deal.supplier == before.supplier && deal.customer == before.customer) {
        deal.supplier = customerPays(deal.kind) ? *deal.payee : *deal.payer;
        deal.customer = customerPays(deal.kind) ? *deal.payer : *deal.payee;
    }
    if (deal.kind != before.kind && deal.flow == before.flow && before.flow == flowOf(before.kind))
        deal.flow = flowOf(deal.kind);
    const bool judged = deal.status != before.status || deal.overlap.role != before.overlap.role;
    if (judged && deal.certainty == before.certainty && before.certainty == certaintyBy(before.status, before.overlap.role).certainty)
        deal.certainty = certaintyBy(deal.status, deal.overlap.role).certainty;
}

} // namespace dealscape::entry
