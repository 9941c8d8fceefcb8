// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/certainty.h"
#include "entry/memberkinds.h"

namespace dealscape::entry {

namespace {

using namespace kinds;

/// Supplier or customer, which no deal is without.
Member<Deal> dealEnd(const char *pointer, const QString &name, OrganizationId Deal::*member)
{
    return choice<Deal>(
        pointer, name, [](const Snapshot &s, const Deal &) { return namesOf(s); },
        [member](const Snapshot &s, const Deal &d) { return s.index().position(d.*member); },
        [member](const Snapshot &s, Deal &d, int option) {
            if (option >= 0 && option < static_cast<int>(s.dataset().organizations.size()))
                d.*member = s.dataset().organizations[at(option)].id;
        });
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
        "/power/layer", tr("Power at"), [](const Snapshot &, const Deal &) { return labelsOf<PowerLayer>(); },
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
        "/overlap/role", tr("Role in it"), [](const Snapshot &, const Deal &) { return labelsOf<OverlapRole>(); },
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

} // namespace

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
        more(dealEnd("/supplier", tr("Supplier"), &D::supplier)),
        more(dealEnd("/customer", tr("Customer"), &D::customer)),
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
