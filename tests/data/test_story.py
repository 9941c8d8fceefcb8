# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every number that a caption or the notes of the story name is computed here from the file, so that neither can disagree with the data.

For each scene the phrases that its caption and its notes must hold; what is left of the text without them must hold no digit.
"""
import re
import unittest

import files
from visible import visible_deals

DATA = files.dataset("ai-infrastructure.json")
DEALS = {deal["id"]: deal for deal in DATA["deals"]}
CLAIMS = {claim["id"]: claim for claim in DATA["claims"]}
ITEMS = {item["label"]: item for item in DATA["article"]}
ARTICLE = next(source for source in DATA["sources"] if source["id"] == DATA["articleSource"])
OPENING = visible_deals(DATA, DATA["opening"])
CORE = [deal for deal in DATA["deals"] if deal.get("tier", 1) == 1]
FORMS = re.compile(r"\b(10-[QK]|8-K|6-K|S-1(/A)?)(?!\w)")
# Names of publishers and organisations hold digits that are no numbers.
NAMES = {name.strip() for source in DATA["sources"] for name in re.findall(r"[^()]*\d[^()]*", source["publisher"])}
NAMES |= {org.get("shortName", org["name"]) for org in DATA["organizations"] if re.search(r"\d", org["name"])}
MONTHS = "January February March April May June July August September October November December".split()
WORDS = "no one two three four five six seven eight nine ten eleven twelve".split()


def some(*keys):
    return [DEALS[key] for key in keys]


def scene(name):
    return next(scene for story in DATA["stories"] for scene in story["scenes"] if scene["name"] == name)


def lit(name):
    return [DEALS[key] for key in scene(name)["highlighted"] if key in DEALS]


def shown(flow):
    return [deal for deal in OPENING if deal["flowClass"] == flow]


def pays(payer, flow):
    return [deal for deal in DATA["deals"] if deal["payer"] == payer and deal["flowClass"] == flow and files.counted(deal)]


def parts(chosen, certainty):
    return [part for deal in chosen for part in files.parts(deal) if part["certainty"] == certainty]


def values(records):
    return [record["value"] if isinstance(record.get("value"), dict) else record for record in records]


def figure(amount, digits=1):
    text = f"{amount:.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def low(records, digits=1):
    """The sum of the low bounds of deals, parts or claims: $100B."""
    return f"${figure(sum(map(files.low, values(records))) / 1e9, digits)}B"


def high(records, digits=1):
    return f"${figure(sum(map(files.high, values(records))) / 1e9, digits)}B"


def span(records, digits=1):
    """The sum at both bounds: $730–740B, or $18B when they are one."""
    least, most = low(records, digits), high(records, digits)
    return least if least == most else f"{least[:-1]}–{most[1:]}"


def paid(*keys):
    return f"${figure(sum(DEALS[key]['value']['paid'] for key in keys) / 1e9)}B"


def trillions(amount, unit=" trillion"):
    return f"${figure(amount / 1e12)}{unit}"


def gigawatts(chosen, digits=3):
    return figure(sum(deal["power"]["megawatts"] for deal in chosen) / 1000, digits) + " GW"


def at(layer):
    return [deal for deal in OPENING if files.countable_power(deal) and deal["power"]["layer"] == layer]


def month(record):
    date = record.get("announced") or record["date"]
    return f"{MONTHS[int(date[5:7]) - 1]} {date[:4]}"


def day(date):
    return f"{int(date[8:])} {MONTHS[int(date[5:7]) - 1]} {date[:4]}"


def told(key, phrase, says=None):
    """A phrase of the story that a record tells in words: as they stand there, or as `says`."""
    if (says or phrase) not in str(DEALS.get(key) or CLAIMS[key]):
        raise AssertionError(f"{key} does not say {says or phrase}")
    return phrase


def estimate(key, bound="low", number=0):
    return f"${figure(DEALS[key]['value']['estimates'][number][bound] / 1e9)}B"


def stated(label):
    return f"${figure(ITEMS[label]['statedValue'] / 1e9)}B"


COMPUTE = [deal for deal in pays("openai", "compute") if deal in OPENING and files.published(deal["value"])]
CLOUDS = {deal["payee"]: [other for other in COMPUTE if other["payee"] == deal["payee"]] for deal in COMPUTE}
FUNDING = [deal for deal in shown("capital") if deal["payee"] == "openai"]
RAISED = {payer: [deal for deal in FUNDING if deal["payer"] == payer] for payer in {deal["payer"] for deal in FUNDING}}
BOUGHT = {flow: pays("anthropic", flow) for flow in ("compute", "data-centre", "hardware")}
LENT = [deal for deal in DATA["deals"] if deal["payee"] == "anthropic" and deal["flowClass"] == "capital" and files.counted(deal)]
SILENT = [deal for deal in CORE if files.counted(deal) and not files.published(deal["value"]) and not files.countable_power(deal)]
PAID = span(parts(shown("capital"), "paid"), 0)
BOOKED = low([CLAIMS["microsoft-openai-revenue-24bn"]])
ABILENE, VANTAGE = some("jpmorgan-abilene-loans"), some("jpmorgan-vantage-38b")
BRIDGE = DEALS["jpmorgan-softbank-bridge"]


def into(payer, bound=high):
    """What a party has put or may put into Anthropic."""
    return bound([deal for deal in LENT if deal["payer"] == payer])


# scene -> phrases of its caption, phrases of its notes
FIGURES = {
    "More than $1 trillion": (
        [trillions(CLAIMS["article-headline-total"]["low"])],
        [month(ARTICLE), "at more than " + trillions(CLAIMS["article-headline-total"]["low"]),
         f"about {trillions(CLAIMS['ft-one-trillion']['low'])} of compute deals in {CLAIMS['ft-one-trillion']['date'][:4]}",
         told("ft-one-trillion", "more than 20 GW"), trillions(CLAIMS["openai-1-4-trillion"]["low"]),
         f"{len(OPENING)} deals between {len({end for deal in OPENING for end in files.ends(deal)})} organisations, "
         f"from {len({source for deal in OPENING for source in deal['sources']})} sources, as of {day(DATA['asOf'])}"]),
    "What it itemises: $713B": (
        [f"${figure(sum(item.get('statedValue', 0) for item in ITEMS.values() if item.get('itemised')) / 1e9)}B"],
        [stated("Stargate UAE") + " for Stargate UAE", stated("Nvidia partnership") + " for Nvidia", stated("AMD collaboration") + " for AMD",
         stated("Microsoft alliance") + " for Microsoft", f"{figure(ITEMS['Broadcom partnership']['statedMegawatts'] / 1000)} GW without a price",
         f"The {high(some('stargate-us-plan'))} belongs", f"Nvidia's {high(some('nvidia-openai-loi'))}", f"Microsoft's {span(some('microsoft-openai-13b'))}",
         f"AMD's ${figure(DEALS['amd-openai-chips']['reported']['value'] / 1e9)}B",
         f"its ${figure(ITEMS['Stargate UAE']['edges'][0]['high'] / 1e9)}B on SoftBank"]),
    "Stargate and Stargate UAE": (
        [high(some("stargate-us-plan")), gigawatts(some("g42-openai-stargate-uae"))],
        [month(DEALS["stargate-us-plan"]), f"{low(some('stargate-us-plan'))} at once", f"up to {high(some('stargate-us-plan'))} over four years",
         month(DEALS["us-gov-g42-licences"]), told("stack-oracle-jupiter-lease", "in September 2026", "on 24 September 2026"),
         told("g42-openai-stargate-uae", "first 200 MW were due in 2026", "First 200 MW due in 2026"), told("g42-openai-stargate-uae", "by 29 September 2026")]),
    "Signed for compute": (
        [f"{span(COMPUTE, 0)} of compute with {WORDS[len(CLOUDS)]} suppliers", f"booked {BOOKED}", told("microsoft-openai-revenue-24bn", "June 2026")],
        [f"Oracle about {span(CLOUDS['oracle'])}", f"Microsoft an additional {span(CLOUDS['microsoft'])}",
         f"Amazon {span(some('aws-openai-38b'))} and then {span(some('aws-openai-100b'))} more",
         f"CoreWeave {span(CLOUDS['coreweave'])} in {WORDS[len(CLOUDS['coreweave'])]} parts", f"Cerebras {span(CLOUDS['cerebras'])}",
         f"{BOOKED} in the year to {told('microsoft-openai-revenue-24bn', 'June 2026')}",
         f"{span([deal for deal in COMPUTE if deal['announced'] < '2025-10-15'])} together, were known in mid-October {ARTICLE['date'][:4]}"]),
    "Chips without a price": (
        [f"{gigawatts(some('amd-openai-chips'))} from AMD", f"{gigawatts(some('broadcom-openai-accelerators'))} from Broadcom"],
        [told("amd-openai-warrant", "160 million shares at $0.01"), f"the {gigawatts(some('amd-openai-chips'))} are deployed",
         told("amd-openai-warrant", "June 2026"), f"Broadcom's {gigawatts(some('broadcom-openai-accelerators'))}",
         told("broadcom-openai-accelerators", "second half of 2026"), f"the end of {DEALS['broadcom-openai-accelerators']['term']['end']}",
         f"another {gigawatts(some('nvidia-openai-systems'))}", f"{figure(CLAIMS['openai-26gw']['low'])} GW together",
         f"in {DEALS['nvidia-openai-equity-2026']['announced'][:4]} Nvidia invested {span(some('nvidia-openai-equity-2026'))}",
         f"{gigawatts(some('nvidia-openai-vera-rubin'))} of its next", f"{estimate('amd-openai-chips', 'high', 1)} for AMD's {gigawatts(some('amd-openai-chips'))}"]),
    "Power in three layers": (
        [f"Chips {gigawatts(at('chips'))}, cloud contracts {gigawatts(at('cloud'))}, sites {gigawatts(at('site'), 1)}"],
        [f"Oracle's {gigawatts(some('oracle-openai-compute'))} contract", f"DTE's {gigawatts(some('dte-oracle-saline-power'))}",
         f"Georgia Power's {gigawatts(some('georgia-power-openai-camellia'))}", told("abilene-in-use", "618 MW"), told("abilene-in-use", "end of August 2026"),
         f"{gigawatts(some('sb-energy-openai-ports-pike'))} of the sites", told("sb-energy-openai-ports-pike", "not started in September 2026")]),
    "Part of it comes back round": (
        [high([min(lit("Part of it comes back round"), key=lambda deal: files.high(deal["value"]))])],
        [f"Nvidia's {span(some('nvidia-openai-equity-2026'))} investment", f"OpenAI's {span(some('oracle-openai-compute'))} contract",
         f"about {span(some('nvidia-oracle-gb200'))}", f"starts in {DEALS['oracle-openai-compute']['term']['start']}",
         told("nvidia-openai-equity-2026", "closed in March 2026", "closed on 31 March 2026")]),
    "A supplier guarantees the rent": (
        [gigawatts(some("sb-energy-openai-ports-pike")), high(some("nvidia-sb-energy-guarantee"))],
        [month(DEALS["sb-energy-openai-ports-pike"]), told("sb-energy-openai-ports-pike", "20 years"), told("sb-energy-openai-ports-pike", "first 800 MW in 2028"),
         told("sb-energy-openai-ports-pike", "last in 2032"), f"about {estimate('sb-energy-openai-ports-pike')}", gigawatts(some("nvidia-sb-energy-guarantee")),
         f"capped at {high(some('nvidia-sb-energy-guarantee'))}", f"Nvidia puts {span(some('nvidia-sb-energy-equity'))}", f"{paid('nvidia-sb-energy-equity')} of it paid",
         f"put ${figure(DEALS['openai-sb-energy-equity']['value']['paid'] / 1e6)}M into", told("sb-energy-openai-warrant", "4.0 million shares")]),
    "Who funds OpenAI": (
        [f"{span(FUNDING)} into OpenAI", f"{span(parts(FUNDING, 'binding'))} is paid"],
        [f"SoftBank {span(RAISED['softbank'])} in {WORDS[len(RAISED['softbank'])]} rounds", told("softbank-openai-2026", "1 October 2026"),
         f"Amazon {span(RAISED['amazon'])}", told("amazon-openai-equity", "up to $35B", "up to $35 billion on conditions"), f"Nvidia {span(RAISED['nvidia'])}",
         f"co-investors {span(RAISED['openai-other-investors'])}", f"Microsoft {span(RAISED['microsoft'])}, of which {paid('microsoft-openai-13b')} was funded",
         told("microsoft-openai-13b", "30 June 2026"), f"{span([BRIDGE], 0)} drawn", told("jpmorgan-softbank-bridge", "of $40B", "facility of $40B"),
         told("jpmorgan-softbank-bridge", "repaid in September 2026", "repay on 15 September"), f"In {month(CLAIMS['openai-1-4tn-talks'])} OpenAI",
         told("openai-1-4tn-talks", "at least $30B"), trillions(CLAIMS["openai-1-4tn-talks"]["low"], "T")]),
    "What is counted twice": (
        [f"{sum(not files.counted(deal) for deal in CORE)} of the {len(CORE)} deals"],
        [f"The {high(some('stargate-us-plan'))} plan", f"over {low(some('stargate-five-sites'))}", f"over {low(some('oracle-openai-30b-a-year'))} a year",
         f"Oracle's {span(some('oracle-openai-compute'))}", f"Nvidia's {high(some('nvidia-openai-loi'))} letter",
         f"superseded by {span([DEALS[DEALS['nvidia-openai-loi']['overlap']['supersededBy']]])}", f"figure of {low(some('cerebras-openai-jan'))}",
         f"above {low([DEALS[DEALS['cerebras-openai-jan']['overlap']['supersededBy']]])}", f"near {span(some('openai-microsoft-stake'))}",
         f"up to {high(some('nvidia-sb-energy-guarantee'))}"]),
    "Anthropic: $518B": (
        [f"shows {span([CLAIMS['anthropic-commitments']])}", f"come to {span(sum(BOUGHT.values(), []), 0)}"],
        [month(CLAIMS["anthropic-commitments"]), told("anthropic-commitments", "about 80%"), f"cloud contracts of {span(BOUGHT['compute'], 0)}",
         f"Google ({span(some('google-anthropic-200b'), 0)})", f"more than {low(some('aws-anthropic-100b'))}", f"Broadcom for {span(BOUGHT['hardware'])}",
         f"TeraWulf's for {span(BOUGHT['data-centre'])}", f"leases of {span(some('broadcom-anthropic-leases'), 0)}",
         f"{paid('amazon-anthropic-8b', 'amazon-anthropic-25b')} and {paid('google-anthropic-equity')} into Anthropic",
         f"up to {high(some('nvidia-anthropic-equity', 'microsoft-anthropic-equity'))} together", f"up to {into('broadcom')}"]),
    "What has been paid": (
        [PAID, BOOKED],
        [f"{span(parts(FUNDING, 'paid'))} went to OpenAI", f"{span(parts(some('pimco-saline-financing'), 'paid'))} are bonds",
         f"{paid('nvidia-sb-energy-equity', 'openai-sb-energy-equity', 'softbank-sb-energy')} SB Energy's", f"{span(ABILENE)} for Abilene",
         f"{span(VANTAGE, 0)} for Texas", f"Microsoft's {BOOKED}", told("microsoft-openai-revenue-24bn", "June 2026"), told("microsoft-openai-revenue-24bn", "$6.0B")]),
    "How firm it is": (
        [f"compute for {span(parts(shown('compute'), 'binding'), 0)}", f"capital of {span(parts(shown('capital'), 'binding'), 0)}",
         f"{span(parts(shown('capital'), 'announced'), 0)} of capital is announced"],
        [f"Paid is {PAID}", f"Of the {span(parts(shown('capital'), 'binding'), 0)} of capital", f"{span(VANTAGE, 0)} are the loans for Texas",
         f"{span(ABILENE)} those for Abilene", f"the {span(some('banks-jupiter-loan'))} announced", f"The {span(shown('hardware'))} of hardware",
         f"up to {high(parts(shown('compute'), 'potential'))}",
         f"{WORDS[len(SILENT)].capitalize()} counted deals"]),
    "How long it can last": (
        [f"About {span([CLAIMS['openai-856bn-2030']])}", told("openai-856bn-2030", "2026 to 2030"), f"{low([CLAIMS['openai-revenue']])} in 2025",
         f"rate of {high([CLAIMS['openai-revenue']])} in {month(CLAIMS['openai-revenue'])}"],
        [told("openai-856bn-2030", "July 2026"), told("openai-856bn-2030", "about $840B of revenue"), told("openai-856bn-2030", "$278B"),
         f"about {span([CLAIMS['openai-600bn-2030']])} to 2030", f"about {span([CLAIMS['openai-cash']])} at the end of {month(CLAIMS['openai-cash'])}",
         told("openai-cash", "a further $35B and SoftBank $30B", "a further $35.0B and SoftBank $30B"), f"late {CLAIMS['openai-partners-debt']['date'][:4]}",
         told("openai-partners-debt", "$58B"), told("openai-partners-debt", "planned $38B", "$38B planned"),
         f"about {trillions(CLAIMS['ms-2-9tn']['low'], 'T')}", told("ms-2-9tn", "through 2028"), told("ms-2-9tn", "$1.5T"),
         f"about {span([CLAIMS['ms-private-credit-800bn']])}"]),
}


class Story(unittest.TestCase):
    def test_every_scene_is_computed(self):
        self.assertEqual([scene["name"] for scene in DATA["stories"][0]["scenes"]], list(FIGURES))

    def test_every_number_is_computed(self):
        for name, (caption, notes) in FIGURES.items():
            for text, phrases in ((scene(name)["caption"], caption), (scene(name)["notes"], notes)):
                with self.subTest(name, text=text):
                    self.assertEqual([phrase for phrase in phrases if phrase not in text], [])
                    self.assertEqual(uncomputed(text, phrases), "")

    def test_a_stray_number_is_noticed(self):
        self.assertEqual(uncomputed("At most $30B, its 10-Q says, by 2028.", ["$30B"]), "2028.")

    def test_loop_is_a_circle(self):
        legs = sorted(files.ends(leg) for leg in lit("Part of it comes back round"))
        self.assertEqual(legs, [("nvidia", "openai"), ("openai", "oracle"), ("oracle", "nvidia")])

    def test_bonds_and_stakes_leave_only_smaller_ones(self):
        """"The rest smaller stakes and purchases": none of it is larger than the smallest that is named."""
        named = {"pimco-saline-financing", "nvidia-sb-energy-equity", "openai-sb-energy-equity", "softbank-sb-energy"}
        rest = [deal for deal in shown("capital") if parts([deal], "paid") and deal["payee"] != "openai" and deal["id"] not in named]
        self.assertLess(max(files.high(deal["value"]) for deal in rest), 14 * 10**9)

    def test_commitments_of_anthropic_are_the_deals_that_count(self):
        """The claim stands beside every deal by which Anthropic buys: compute, sites and chips."""
        bought = {deal["id"] for chosen in BOUGHT.values() for deal in chosen}
        self.assertEqual(set(CLAIMS["anthropic-commitments"]["deals"]), bought)


def uncomputed(text, phrases):
    """The end of the text from the first word with a digit that no phrase covers; empty when all are covered."""
    for phrase in sorted(phrases, key=len, reverse=True):
        text = text.replace(phrase, " ")
    for name in sorted(NAMES, key=len, reverse=True):
        text = text.replace(name, " ")
    text = FORMS.sub(" ", text)
    match = re.search(r"\S*\d", text)
    return text[match.start():] if match else ""


if __name__ == "__main__":
    unittest.main()
