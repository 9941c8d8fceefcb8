# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of the opening picture and of the story, added up afresh from the file. Amounts in $B at the low and the high bound."""
import unittest
from collections import defaultdict

import files
from visible import FAMILIES, visible_deals

DATA = files.dataset("ai-infrastructure.json")
OPENING = visible_deals(DATA, DATA["opening"])

# flow class, certainty -> low, high; every other pair is empty
VALUE = {("compute", "binding"): (736.7, 746.7),
         ("capital", "paid"): (195.375, 203.575), ("capital", "binding"): (15.525, 16.525),
         ("capital", "announced"): (38, 38.1), ("capital", "potential"): (0, 35),
         ("hardware", "announced"): (40, 40)}
# layer, certainty -> MW
POWER = {("chips", "announced"): 16000, ("cloud", "binding"): 7250, ("site", "binding"): 5800, ("site", "announced"): 1000,
         ("energy-supply", "binding"): 1383}
# deal -> certainty, low, high of each part
PARTS = {"amazon-openai-equity": [("paid", 15, 15), ("potential", 0, 35)],
         "softbank-openai-2026": [("paid", 20, 20), ("binding", 10, 10)],
         "microsoft-openai-13b": [("paid", 11.6, 11.6), ("binding", 1.4, 1.4)],
         "amazon-anthropic-25b": [("paid", 5, 5), ("potential", 0, 20)],
         "google-anthropic-equity": [("paid", 10, 10), ("potential", 0, 30)],
         "nvidia-corning": [("binding", 0.5, 0.5), ("potential", 0, 2.7)],
         "nvidia-iren": [("potential", 0, 2.1)],
         "nebius-meta-27b": [("binding", 12, 12), ("potential", 0, 15)],
         "nebius-microsoft": [("binding", 17.4, 17.4), ("potential", 0, 2)],
         "spacex-anthropic-colossus": [("binding", 7.5, 7.5), ("potential", 0, 37.5)]}
# scene -> sum of the deals it highlights, and how its caption says it
CAPTIONS = {"Signed for compute": (730.4, 740.4, "$730–740B"), "Who funds OpenAI": (140, 176, "$140–176B")}


def bounds(values):
    values = list(values)
    return tuple(round(sum(bound(value) for value in values) / 1e9, 6) for bound in (files.low, files.high))


def decided(deal):
    """The certainty of a deal without parts, by README.md. A right to invest of which no money is due is potential."""
    commitment, status = deal.get("commitment"), deal["status"]
    if status == "cancelled" or deal["overlap"].get("role") in ("superseded", "cancelled"):
        return "cancelled"
    if status in ("rumoured", "potential") or commitment in ("unsigned", "reported-talks"):
        return "potential"
    if status == "closed":
        return "paid"
    if commitment in ("plan", "framework", "non-binding", "reported-purchase", "reported-commitment") or status in ("announced", "letter-of-intent"):
        return "announced"
    return "potential" if commitment == "up-to-investment" else "binding"


def scene(name):
    return next(scene for story in DATA["stories"] for scene in story["scenes"] if scene["name"] == name)


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
        self.assertEqual(len(OPENING), 40)
        self.assertEqual(len({end for deal in OPENING for end in files.ends(deal)}), 26)
        self.assertEqual(len({source for deal in OPENING for source in deal["sources"]}), 106)
        self.assertEqual(len({(*files.ends(deal), FAMILIES[deal["flowClass"]]) for deal in OPENING}), 34)

    def test_parts(self):
        deals = {deal["id"]: deal for deal in DATA["deals"]}
        for key, expected in PARTS.items():
            with self.subTest(key):
                self.assertEqual([(part["certainty"], *bounds([part])) for part in files.parts(deals[key])], expected)
        self.assertLessEqual({deal["id"] for deal in DATA["deals"] if "parts" in deal}, set(PARTS))

    def test_certainty_is_decided_by_the_published_rule(self):
        for deal in DATA["deals"]:
            if "parts" not in deal:
                with self.subTest(deal["id"]):
                    self.assertEqual(deal["certainty"], decided(deal))

    def test_captions_agree_with_the_deals(self):
        for name, (low, high, words) in CAPTIONS.items():
            with self.subTest(name):
                lit = set(scene(name)["highlighted"])
                self.assertEqual(bounds(deal["value"] for deal in DATA["deals"] if deal["id"] in lit), (low, high))
                self.assertIn(words, scene(name)["caption"])

    def test_loop_is_as_large_as_its_smallest_leg(self):
        legs = [deal for deal in DATA["deals"] if deal["id"] in scene("Part of it comes back round")["highlighted"]]
        self.assertEqual(sorted(files.ends(leg) for leg in legs), [("nvidia", "openai"), ("openai", "oracle"), ("oracle", "nvidia")])
        self.assertEqual(min(files.high(leg["value"]) for leg in legs), 30 * 10**9)
        self.assertIn("at most $30B", scene("Part of it comes back round")["caption"])

    def test_uncounted_deals_of_the_core(self):
        core = [deal for deal in DATA["deals"] if deal.get("tier", 1) == 1]
        self.assertEqual((len(core), sum(not files.counted(deal) for deal in core)), (76, 26))
        self.assertTrue(scene("What is counted twice")["caption"].startswith("26 of the 76 deals"))

    def test_every_dollar_deal_says_where_the_money_goes(self):
        """Counted deals with a value name both ends of the payment."""
        for deal in DATA["deals"]:
            if files.counted(deal) and files.published(deal["value"]):
                self.assertTrue(deal["payer"] and deal["payee"], deal["id"])


if __name__ == "__main__":
    unittest.main()
