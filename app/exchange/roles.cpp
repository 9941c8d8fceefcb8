// SPDX-FileCopyrightText: 2026 The Dealscape authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/roles.h"

#include "domain/ascii.h"
#include "exchange/amounts.h"
#include "sheets/numberformat.h"

#include <QString>

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace dealscape::exchange {

namespace {

// clang-format off
constexpr RoleInfo table[] = {
    {Role::Extra, "extra", "Keep as it is", Of::Both, ""},
    {Role::Note, "note", "Note", Of::Deals, "note|notes|comment|comments|remark|remarks|description|details|bemerkung|bemerkungen|kommentar|anmerkung|notiz|beschreibung|commentaire|remarque|nota|notas|observaciones|comentario|osservazioni|observacoes|descricao|descripcion|descrizione"},
    {Role::Ignored, "ignore", "Leave out", Of::Both, ""},
    {Role::DealId, "id", "Deal ID", Of::Deals, "id|deal id|edge id|key|nr|no|number|deal|transaction id|vorgang|transaktion|identifiant|identificador"},
    {Role::Headline, "headline", "Headline", Of::Deals, "headline|label|name|deal name|subject|summary|betreff|uberschrift|bezeichnung|vertrag|intitule|libelle|objet|asunto|titular|oggetto|assunto"},
    {Role::Payer, "payer", "Payer", Of::Deals, "payer|from|sender|investor|buyer|acquirer|lender|funder|donor|paid by|payor|zahler|zahlende|kaufer|geldgeber|auftraggeber|von|investorin|erwerber|payeur|acheteur|investisseur|de|pagador|comprador|inversor|pagatore|acquirente|investitore|investidor|credor"},
    {Role::Payee, "payee", "Payee", Of::Deals, "payee|to|recipient|receiver|investee|seller|beneficiary|borrower|paid to|acquired|grantee|empfanger|zahlungsempfanger|verkaufer|auftragnehmer|an|nach|beneficiaire|destinataire|vendeur|a|vers|beneficiario|vendedor|receptor|beneficiaria|venditore|destinatario|favorecido|recebedor"},
    {Role::PayerId, "payerId", "Payer ID", Of::Deals, "payer id|payerid|from id|zahler id|source id"},
    {Role::PayeeId, "payeeId", "Payee ID", Of::Deals, "payee id|payeeid|to id|empfanger id|target id"},
    {Role::Supplier, "supplier", "Supplier", Of::Deals, "supplier|vendor|provider|contractor|lieferant|anbieter|fournisseur|prestataire|proveedor|fornitore|fornecedor|lessor|licensor"},
    {Role::Customer, "customer", "Customer", Of::Deals, "customer|client|tenant|lessee|licensee|kunde|abnehmer|besteller|cliente|acheteuse"},
    {Role::SupplierId, "supplierId", "Supplier ID", Of::Deals, "supplier id|supplierid|lieferant id"},
    {Role::CustomerId, "customerId", "Customer ID", Of::Deals, "customer id|customerid|kunde id"},
    {Role::Source, "source", "Source node", Of::Deals, "source|origin|node1|node 1|source node|quelle|origine|origen|origem|ausgang|start node"},
    {Role::Target, "target", "Target node", Of::Deals, "target|destination|node2|node 2|target node|ziel|cible|destino|destinazione|end node"},
    {Role::Organisation, "organisation", "Organisation", Of::Deals, "organisation|organization|company|firm|entity|party a|party 1|unternehmen|firma|entreprise|societe|empresa|azienda|societa|organisationen"},
    {Role::Partner, "partner", "Partner", Of::Deals, "partner|counterparty|counter party|party b|party 2|other party|gegenpartei|vertragspartner|partenaire|contrepartie|contraparte|socio|controparte|parceiro"},
    {Role::Direction, "direction", "Direction", Of::Deals, "direction|in out|flow direction|richtung|sens|direccion|direzione|direcao|buys sells"},
    {Role::Directed, "directed", "Directed", Of::Deals, "directed|gerichtet"},
    {Role::Amount, "amount", "Amount", Of::Deals, "amount|value|deal value|deal size|size|price|volume|sum|total|contract value|consideration|betrag|wert|summe|volumen|preis|auftragswert|montant|valeur|somme|prix|importe|monto|valor|cantidad|suma|precio|importo|valore|somma|prezzo|montante|quantia|preco|usd|eur"},
    {Role::Low, "low", "Low (US$)", Of::Deals, "low|min|minimum|lower|from amount|low usd|low us|mindestens|untergrenze|minimo|bas"},
    {Role::High, "high", "High (US$)", Of::Deals, "high|max|maximum|upper|to amount|high usd|high us|hochstens|obergrenze|maximo|massimo|haut"},
    {Role::Paid, "paid", "Paid (US$)", Of::Deals, "paid|paid usd|paid so far|paid us|bezahlt|gezahlt|paye|pagado|pagato|pago"},
    {Role::Currency, "currency", "Currency", Of::Deals, "currency|ccy|currency code|wahrung|devise|monnaie|moneda|divisa|valuta|moeda"},
    {Role::Unit, "unit", "Unit", Of::Deals, "unit|units|scale|multiplier|einheit|unite|unidad|unita|unidade"},
    {Role::AsAnnounced, "asAnnounced", "As announced", Of::Deals, "as announced|asannounced|amount as announced|angekundigt als"},
    {Role::Rate, "rate", "Rate to US$", Of::Deals, "rate|fx|fx rate|exchange rate|rate to us|rate to usd|kurs|wechselkurs|taux de change|tipo de cambio|tasso di cambio|cambio"},
    {Role::Kind, "kind", "Kind", Of::Deals, "kind|type|deal type|category|interaction|relation|art|typ|kategorie|vertragsart|genre|categorie|tipo|categoria|clase"},
    {Role::FlowClass, "flowClass", "Flow class", Of::Deals, "flow class|flowclass|flow"},
    {Role::Status, "status", "Status", Of::Deals, "status|state|stage|phase|stand|statut|etat|estado|stato|situacao"},
    {Role::StatusDetail, "statusDetail", "Status detail", Of::Deals, "status detail|statusdetail"},
    {Role::Commitment, "commitment", "Commitment", Of::Deals, "commitment|verbindlichkeit"},
    {Role::Certainty, "certainty", "Certainty", Of::Deals, "certainty|sicherheit|certitude|certeza|certezza"},
    {Role::Confidence, "confidence", "Confidence", Of::Deals, "confidence"},
    {Role::Announced, "announced", "Announced", Of::Deals, "date|announced|announcement date|deal date|date announced|signed|signing date|year|day|month|datum|tag|jahr|angekundigt|ankundigung|vertragsdatum|date annonce|annonce|annee|fecha|ano|anunciado|data|anno|annunciato|data do anuncio"},
    {Role::Start, "start", "Start", Of::Deals, "start|start date|begin|term start|start year|from date|beginn|laufzeit von|debut|inicio|inizio"},
    {Role::End, "end", "End", Of::Deals, "end|end date|term end|end year|until|maturity|ende|laufzeit bis|fin|fine|fim|vencimiento|scadenza"},
    {Role::Gigawatts, "gigawatts", "GW", Of::Deals, "gw|gigawatt|gigawatts|capacity gw|power gw"},
    {Role::Megawatts, "megawatts", "MW", Of::Deals, "mw|megawatt|megawatts|capacity mw|power mw"},
    {Role::PowerLayer, "powerLayer", "Power layer", Of::Deals, "power layer|powerlayer|capacity layer"},
    {Role::Tier, "tier", "Tier", Of::Deals, "tier"},
    {Role::SourceIds, "sourceIds", "Source IDs", Of::Deals, "source ids|sourceids"},
    {Role::Publisher, "publisher", "Source publisher", Of::Deals, "publisher|source publisher|outlet|newspaper|medium|herausgeber|editeur|fuente|fonte|citation"},
    {Role::Title, "title", "Source title", Of::Deals, "title|source title|article|titel|titre|titulo|titolo"},
    {Role::Address, "url", "Source address", Of::Deals, "url|link|address|source address|source url|website|web|uri|href|adresse|lien|enlace|collegamento|source link|quelle url"},
    {Role::SourceDate, "sourceDate", "Source date", Of::Deals, "source date|sourcedate|published|publication date"},
    {Role::SourceBasis, "sourceBasis", "Source basis", Of::Deals, "source basis|sourcebasis|basis"},
    {Role::Group, "group", "Overlap group", Of::Deals, "overlap group|group id"},
    {Role::GroupText, "groupExplanation", "Overlap explained", Of::Deals, "overlap explained|groupexplanation"},
    {Role::OverlapRole, "overlapRole", "Overlap role", Of::Deals, "overlap role|overlaprole"},
    {Role::Counted, "counted", "Counted", Of::Deals, "counted"},
    {Role::SupersededBy, "supersededBy", "Superseded by", Of::Deals, "superseded by|supersededby"},
    {Role::More, "more", "More (JSON)", Of::Deals, "more json|more"},
    {Role::PayerCountry, "payerCountry", "Payer's country", Of::Deals, "payer country|payer s country|investor country|source country|buyer country|land des zahlers"},
    {Role::PayeeCountry, "payeeCountry", "Payee's country", Of::Deals, "payee country|payee s country|investee country|target country|seller country|recipient country|land des empfangers"},
    {Role::PayerLayer, "payerLayer", "Payer's layer", Of::Deals, "payer layer|payer s layer|source type|payer sector|payer industry"},
    {Role::PayeeLayer, "payeeLayer", "Payee's layer", Of::Deals, "payee layer|payee s layer|target type|payee sector|payee industry"},
    {Role::PayerTicker, "payerTicker", "Payer's ticker", Of::Deals, "payer ticker|payer s ticker|investor ticker|buyer ticker"},
    {Role::PayeeTicker, "payeeTicker", "Payee's ticker", Of::Deals, "payee ticker|payee s ticker|investee ticker|seller ticker"},
    {Role::OrganizationId, "organizationId", "Organisation ID", Of::Organizations, "id|organisation id|organization id|organizationid|node id|key|company id"},
    {Role::Name, "name", "Name", Of::Organizations, "name|label|organisation|organization|company|firm|entity|full name|firma|unternehmen|bezeichnung|nom|entreprise|societe|nombre|empresa|nome|azienda|societa|node"},
    {Role::ShortName, "shortName", "Short name", Of::Organizations, "short name|shortname|abbreviation|kurzname|abkurzung|nom court|sigla"},
    {Role::OrganizationKind, "kind", "Kind", Of::Organizations, "kind|type|organisation type|category|art|typ|categorie|tipo|categoria"},
    {Role::Layer, "layer", "Layer", Of::Organizations, "layer|sector|industry|group|cluster|ebene|schicht|branche|sektor|secteur|sectore|settore|setor|modularity class"},
    {Role::Country, "country", "Country", Of::Organizations, "country|country code|nation|land|staat|pays|pais|paese|headquarters|hq|sitz"},
    {Role::Parent, "parent", "Parent", Of::Organizations, "parent|parent id|owner|mutter|konzern|maison mere|matriz|capogruppo|subsidiary of"},
    {Role::Listing, "listing", "Listing", Of::Organizations, "listing|listing status|listed"},
    {Role::Ticker, "ticker", "Ticker", Of::Organizations, "ticker|symbol|stock symbol|borsenkurzel"},
    {Role::Exchange, "exchange", "Exchange", Of::Organizations, "exchange|stock exchange|borse|bourse|bolsa|borsa"},
    {Role::Wikidata, "wikidata", "Wikidata", Of::Organizations, "wikidata|wikidata id|qid"},
    {Role::Valuation, "valuation", "Valuation (US$)", Of::Organizations, "valuation|valuation usd|valuation us|market cap|market capitalisation|bewertung|marktwert|valorisation"},
    {Role::ValuationDate, "valuationDate", "Valuation as of", Of::Organizations, "valuation as of|valuationdate|valuation date"},
    {Role::OrganizationNote, "note", "Note", Of::Organizations, "note|notes|comment|description|bemerkung|kommentar|beschreibung|commentaire|nota|notas|observacoes"},
    {Role::OrganizationMore, "more", "More (JSON)", Of::Organizations, "more json|more"},
};
// clang-format on

bool fits(const RoleInfo &role, Of of)
{
    return role.of == of && !role.headers.empty();
}

/// Headers of the two kinds of tables, by their normalized form.
const std::unordered_map<std::string_view, Role> &known(Of of)
{
    const auto build = [](Of kind) {
        std::unordered_map<std::string_view, Role> map;
        for (const RoleInfo &role : table) {
            if (!fits(role, kind))
                continue;
            for (std::size_t at = 0; at <= role.headers.size();) {
                const std::size_t end = std::min(role.headers.find('|', at), role.headers.size());
                map.emplace(role.headers.substr(at, end - at), role.role);
                at = end + 1;
            }
        }
        return map;
    };
    static const auto deals = build(Of::Deals);
    static const auto organizations = build(Of::Organizations);
    return of == Of::Organizations ? organizations : deals;
}

std::vector<std::string> headerWords(std::string_view text)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at)
            words.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string normalizedAscii(std::string_view header)
{
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    std::string text;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const char c = header[i];
        const bool large = c >= 'A' && c <= 'Z';
        const bool kept = large || small(c) || digit(c);
        const bool hump = large && i > 0 && small(header[i - 1]);
        if ((hump || !kept) && !text.empty() && text.back() != ' ')
            text += ' ';
        if (kept)
            text += lowered(c);
    }
    if (!text.empty() && text.back() == ' ')
        text.pop_back();
    return text;
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

/// Takes unit, currency and the words between them out of a header's words.
Hints takeHints(std::string_view header, std::vector<std::string> &words)
{
    Hints hints;
    for (const std::string_view sign : {"US$", "$", "\xE2\x82\xAC", "\xC2\xA3", "\xC2\xA5", "\xE2\x82\xB9"})
        if (hints.currency[0] == 0 && header.find(sign) != std::string_view::npos)
            hints.currency = sheets::currencyOf(sign);
    std::vector<std::string> rest;
    for (const std::string &word : words) {
        std::string capitals = word;
        std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        constexpr std::string_view codes = "USD EUR GBP CHF JPY CNY INR KRW CAD AUD SEK NOK DKK SGD HKD AED SAR BRL TWD PLN";
        const bool code = capitals.size() == 3 && codes.find(capitals) != std::string_view::npos;
        const auto scale = scaleOf(word);
        if (word == "dollar" || word == "dollars")
            hints.currency = sheets::currencyOf("USD");
        else if (word == "euro" || word == "euros")
            hints.currency = sheets::currencyOf("EUR");
        else if (code)
            hints.currency = sheets::currencyOf(capitals);
        else if (word == "gw")
            hints.gigawatts = true;
        else if (word == "mw")
            hints.megawatts = true;
        else if (scale && word != "m" && word != "t")
            hints.scale = scale;
        else if (scale && !rest.empty())
            hints.scale = scale;
        else if (!rest.empty() || (word != "in" && word != "us"))
            rest.push_back(word);
    }
    while (!rest.empty() &&
           (rest.back() == "in" || rest.back() == "en" || rest.back() == "us" || rest.back() == "of" || rest.back() == "em"))
        rest.pop_back();
    words = std::move(rest);
    return hints;
}

} // namespace

std::span<const RoleInfo> roles()
{
    return table;
}

const RoleInfo &info(Role role)
{
    return table[static_cast<std::size_t>(role)];
}

std::optional<Role> roleByWord(std::string_view word, Of of)
{
    for (const RoleInfo &role : table)
        if (role.word == word && (role.of == of || role.of == Of::Both))
            return role.role;
    return std::nullopt;
}

std::string normalized(std::string_view header)
{
    if (isAscii(header))
        return normalizedAscii(header);
    const QString decomposed = QString::fromUtf8(header).normalized(QString::NormalizationForm_KD);
    QString text;
    for (qsizetype i = 0; i < decomposed.size(); ++i) {
        const QChar c = decomposed[i];
        if (c.isMark())
            continue;
        const bool hump = c.isUpper() && i > 0 && decomposed[i - 1].isLower();
        if (hump)
            text += u' ';
        text += c.isLetterOrNumber() ? c.toLower() : QChar(u' ');
    }
    return text.simplified().toStdString();
}

HeaderGuess guess(std::string_view header, Of of)
{
    HeaderGuess best;
    const std::string whole = normalized(header);
    for (const RoleInfo &role : table)
        if (fits(role, of) && (header == role.word || header == role.label))
            return {role.role, 3, {}};
    std::vector<std::string> words = headerWords(whole);
    best.hints = takeHints(header, words);
    const auto &map = known(of);
    const auto take = [&](Role role, int strength) {
        best.role = role;
        best.strength = strength;
        return best;
    };
    if (const auto found = map.find(whole); found != map.end())
        return take(found->second, 2);
    const std::string rest = joined(words);
    if (of != Of::Organizations && (best.hints.gigawatts || best.hints.megawatts))
        return take(best.hints.gigawatts ? Role::Gigawatts : Role::Megawatts, 2);
    if (of != Of::Organizations && rest.empty() && best.hints.currency[0] != 0)
        return take(Role::Amount, 2);
    if (const auto found = map.find(rest); found != map.end())
        return take(found->second, 2);
    for (std::size_t length = std::min<std::size_t>(words.size(), 3); length > 0; --length)
        for (std::size_t i = 0; i + length <= words.size(); ++i) {
            const std::string part =
                joined({words.begin() + static_cast<std::ptrdiff_t>(i), words.begin() + static_cast<std::ptrdiff_t>(i + length)});
            const auto found = map.find(part);
            if (found != map.end() && part.size() > 3)
                return take(found->second, 1);
        }
    return best;
}

} // namespace dealscape::exchange
