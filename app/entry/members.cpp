// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry/members.h"

#include "entry/memberkinds.h"
#include "exchange/words.h"

#include <QDate>

#include <charconv>

namespace dealscape::entry {

namespace {

using namespace kinds;

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
        const QStringList known = labelsOf<FlowClass>();
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
        "/icon", tr("Icon"), [](const Snapshot &, const Layer &) { return QStringList(tr("as the style has it")) + labelsOf<LayerIcon>(); },
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

} // namespace dealscape::entry
