# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything the founding article states is in the dataset, as reported and as corrected.

The expected figures stand in founding_article.json, written down by hand from the research and not from the dataset.
"""
import pathlib
import unittest

import files

EXPECTED = files.read(pathlib.Path(__file__).with_name("founding_article.json"))
DATA = files.dataset("ai-infrastructure.json")
ITEMS = {item["label"]: item for item in DATA["article"]}
DEALS = {deal["id"]: deal for deal in DATA["deals"]}
CLAIMS = {claim["id"]: claim for claim in DATA["claims"]}


def stated(deal):
    """The figures of a deal under the names that the table uses."""
    figures = {**deal, **deal["value"], "counted": files.counted(deal), "paid": deal["value"].get("paid")}
    figures["megawatts"] = deal.get("power", {}).get("megawatts")
    return figures


class FoundingArticle(unittest.TestCase):
    def test_source(self):
        source = next(source for source in DATA["sources"] if source["id"] == DATA["articleSource"])
        self.assertEqual({key: source[key] for key in ("publisher", "title", "date")}, EXPECTED["source"])
        self.assertEqual(source["basis"], "article")
        self.assertNotIn("url", source)

    def test_items_as_reported(self):
        self.assertEqual([item["label"] for item in EXPECTED["items"]], list(ITEMS))
        for expected in EXPECTED["items"]:
            with self.subTest(expected["says"]):
                item = ITEMS[expected["label"]]
                self.assertEqual(item.get("statedValue"), expected.get("value"))
                self.assertEqual(item.get("statedMegawatts"), expected.get("megawatts"))
                self.assertEqual(item.get("itemised", False), expected.get("itemised", False))
                self.assertEqual(item.get("edges", []), expected["edges"])

    def test_reported_figures_stand_at_the_deals_and_claims(self):
        for expected in EXPECTED["items"]:
            for key, value in expected["reported"].items():
                with self.subTest(expected["says"], key=key):
                    reported = (DEALS.get(key) or CLAIMS[key])["reported"]
                    self.assertEqual(reported.get("value"), value)
                    self.assertTrue(reported["stated"])

    def test_items_as_corrected(self):
        for expected in EXPECTED["items"]:
            item = ITEMS[expected["label"]]
            self.assertEqual(item["verdict"], expected["verdict"])
            self.assertTrue(item["corrected"])
            self.assertEqual(item["mapsTo"], [figures.get("deal") or figures["claim"] for figures in expected["corrected"]])
            for figures in expected["corrected"]:
                with self.subTest(expected["says"], corrected=figures.get("deal") or figures["claim"]):
                    found = stated(DEALS[figures["deal"]]) if "deal" in figures else CLAIMS[figures["claim"]]
                    wanted = {key: value for key, value in figures.items() if key not in ("deal", "claim")}
                    self.assertEqual({key: found.get(key) for key in wanted}, wanted)

    def test_itemised_values_add_up_to_713_billion(self):
        self.assertEqual(sum(item.get("statedValue", 0) for item in ITEMS.values() if item.get("itemised")), EXPECTED["itemised"])
        for bound in ("low", "high"):
            self.assertEqual(sum(edge.get(bound, 0) for item in ITEMS.values() for edge in item.get("edges", [])), EXPECTED["itemised"])

    def test_differences_are_explained(self):
        """Where better sources contradict the article, the deal or claim says so and how."""
        contradicted = {key for key, item in {**DEALS, **CLAIMS}.items() if item.get("reported", {}).get("differs")}
        self.assertEqual(contradicted, {"stargate-us-plan", "us-gov-stargate-support", "nvidia-openai-loi", "microsoft-openai-13b",
                                        "amd-openai-chips", "broadcom-openai-accelerators", "g42-openai-stargate-uae",
                                        "article-headline-total", "stargate-100bn-start"})
        for key in contradicted:
            self.assertTrue({**DEALS, **CLAIMS}[key]["reported"]["explanation"], key)

    def test_the_article_is_cited_where_it_is_corrected(self):
        citing = {deal["id"] for deal in DATA["deals"] if DATA["articleSource"] in deal["sources"]}
        self.assertEqual(citing, {key for key, deal in DEALS.items() if "reported" in deal})


if __name__ == "__main__":
    unittest.main()
