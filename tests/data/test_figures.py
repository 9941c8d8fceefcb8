# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of the file and of the opening picture, added up afresh. Amounts in $B at the low and the high bound."""
import unittest
from collections import defaultdict

import files
from visible import FAMILIES, visible_deals

DATA = files.dataset("ai-infrastructure.json")
OPENING = visible_deals(DATA, DATA["opening"])

# The only place in the tests that quotes counts and dollars of the published dataset; the captions are computed in test_story.py.
COUNTS = {"organizations": 82, "deals": 191, "overlapGroups": 67, "claims": 71, "article": 10, "sources": 544}
TIERS = [84, 60, 47]
# organisations, deals, edges and sources of the picture that the file opens on
DRAWN = (29, 44, 37, 141)
# flow class, certainty -> low, high; every other pair is empty
VALUE = {("compute", "binding"): (730.4, 740.4), ("compute", "potential"): (0, 6.3),
         ("capital", "paid"): (197.875, 204.875), ("capital", "binding"): (48.625, 48.925),
         ("capital", "announced"): (18, 18), ("capital", "potential"): (0, 1.5),
         ("hardware", "announced"): (40, 40)}
# layer, certainty -> MW
POWER = {("chips", "announced"): 16000, ("cloud", "binding"): 7250, ("site", "binding"): 14802, ("site", "announced"): 1000,
         ("energy-supply", "binding"): 4583}
# deal -> certainty, low, high of each part
PARTS = {"microsoft-openai-13b": [("paid", 11.9, 11.9), ("binding", 1.1, 1.1)],
         "nvidia-sb-energy-equity": [("paid", 1.5, 1.5), ("potential", 0, 1.5)],
         "amazon-anthropic-25b": [("paid", 10, 10), ("potential", 0, 15)],
         "google-anthropic-equity": [("paid", 10, 10), ("potential", 0, 30)],
         "nvidia-corning": [("paid", 0.5, 0.5), ("potential", 0, 2.7)],
         "nvidia-groq": [("paid", 15.944, 15.944), ("binding", 0.956, 1.056)],
         "us-gov-intel": [("paid", 5.7, 5.7), ("binding", 3.2, 3.2)],
         "apollo-colossus-debt": [("paid", 3.5, 3.5), ("potential", 0, 9)],
         "nvidia-colossus-chips": [("binding", 5.4, 5.4), ("announced", 0, 14.6)],
         "nebius-meta-27b": [("binding", 12, 12), ("potential", 0, 15)],
         "nebius-microsoft": [("binding", 17.4, 17.4), ("potential", 0, 2)],
         "spacex-anthropic-colossus": [("binding", 7.5, 7.5), ("potential", 0, 37.5)],
         "spacex-google-compute": [("binding", 5.52, 5.52), ("potential", 0, 24.84)]}
REPORTED = ("plan", "framework", "non-binding", "reported-purchase", "reported-commitment", "contract-reported")
CONDITIONAL = ("up-to-investment", "backstop", "conditional-loan")


def bounds(values):
    values = list(values)
    return tuple(round(sum(bound(value) for value in values) / 1e9, 6) for bound in (files.low, files.high))


def decided(deal):
    """The certainty of a deal without parts, by README.md. What depends on a condition is potential."""
    commitment, status = deal.get("commitment"), deal["status"]
    if status == "cancelled" or deal["overlap"].get("role") in ("superseded", "cancelled"):
        return "cancelled"
    if status in ("rumoured", "potential") or commitment in ("unsigned", "reported-talks"):
        return "potential"
    if status == "closed":
        return "paid"
    if commitment in REPORTED or status in ("announced", "letter-of-intent"):
        return "announced"
    return "potential" if commitment in CONDITIONAL else "binding"


class Figures(unittest.TestCase):
    def test_value_by_flow_class_and_certainty(self):
        sums = defaultdict(list)
        for deal in OPENING:
            for part in files.parts(deal):
                sums[deal["flowClass"], part["certainty"]].append(part)
        self.assertEqual({key: bounds(parts) for key, parts in sums.items()}, VALUE)

    def test_power_by_layer_and_certainty(self):
        sums = defaultdict(int)
        for deal in filter(files.countable_power, OPENING):
            sums[deal["power"]["layer"], deal["certainty"]] += deal["power"]["megawatts"]
        self.assertEqual(sums, POWER)

    def test_counts(self):
        self.assertEqual({name: len(DATA[name]) for name in COUNTS}, COUNTS)
        self.assertEqual([sum(deal.get("tier", 1) == tier for deal in DATA["deals"]) for tier in (1, 2, 3)], TIERS)

    def test_counts_of_the_picture(self):
        edges = {(*files.ends(deal), FAMILIES[deal["flowClass"]]) for deal in OPENING}
        sources = {source for deal in OPENING for source in deal["sources"]}
        self.assertEqual((len({end for deal in OPENING for end in files.ends(deal)}), len(OPENING), len(edges), len(sources)), DRAWN)

    def test_parts(self):
        deals = {deal["id"]: deal for deal in DATA["deals"]}
        for key, expected in PARTS.items():
            with self.subTest(key):
                self.assertEqual([(part["certainty"], *bounds([part])) for part in files.parts(deals[key])], expected)
        self.assertEqual({deal["id"] for deal in DATA["deals"] if "parts" in deal}, set(PARTS))

    def test_certainty_is_decided_by_the_published_rule(self):
        for deal in DATA["deals"]:
            if "parts" not in deal:
                with self.subTest(deal["id"]):
                    self.assertEqual(deal["certainty"], decided(deal))

    def test_loans_are_paid_when_a_source_says_so(self):
        """A loan that can be drawn is binding; what is paid of one is an amount that was drawn, or bonds that were sold."""
        for deal in DATA["deals"]:
            paid = any(part["certainty"] == "paid" for part in files.parts(deal))
            if deal["kind"] == "loan" and files.counted(deal) and paid:
                with self.subTest(deal["id"]):
                    self.assertTrue("paid" in deal["value"] or "bonds" in deal["note"])

    def test_funds_are_told_by_their_kind(self):
        """Cash is a stock in dollars, revenue and operating cash flow are dollars a year, and none names deals."""
        units = {"cash": "usd", "revenue": "usd-per-year", "operating-cash": "usd-per-year"}
        funds = [claim for claim in DATA["claims"] if claim["kind"] in units]
        self.assertGreater(len({claim["subject"] for claim in funds}), 9)
        for claim in funds:
            with self.subTest(claim["id"]):
                self.assertEqual(claim["unit"], units[claim["kind"]])
                self.assertFalse({"deals", "flowClasses"} & set(claim))

    def test_every_dollar_deal_says_where_the_money_goes(self):
        """Counted deals with a value name both ends of the payment."""
        for deal in DATA["deals"]:
            if files.counted(deal) and files.published(deal["value"]):
                self.assertTrue(deal["payer"] and deal["payee"], deal["id"])


if __name__ == "__main__":
    unittest.main()
