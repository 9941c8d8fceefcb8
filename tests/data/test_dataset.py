# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The published datasets obey the schema and the rules that a schema cannot say, and the schema uses the program's words."""
import copy
import re
import unittest

import jsonschema

import files
import rules

SCHEMA = files.read(files.DATA / "dealscape.schema.json")
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)

# Enumeration of app/domain/vocabulary.h -> definition of the schema.
ENUMERATIONS = {"Certainty": "certainty", "FlowClass": "flowClass", "Family": "family", "DealKind": "dealKind", "DealStatus": "status",
                "Confidence": "confidence", "PowerLayer": "powerLayer", "OverlapRole": "overlapRole", "SourceBasis": "sourceBasis",
                "LayerStyle": "layerStyle", "LayerIcon": "layerIcon", "ClaimUnit": "claimUnit", "Lens": "lens", "LayoutKind": "layout",
                "Ends": "ends"}


def deal(data, key):
    return next(item for item in data["deals"] if item["id"] == key)


def source(data, key):
    return next(item for item in data["sources"] if item["id"] == key)


def spoiled(spoil):
    data = copy.deepcopy(files.dataset("example-offshore-wind.json"))
    spoil(data)
    return data


# One fault each: what is done to the example, and the rule that must find it.
FAULTS = {
    "duplicate deal": (lambda d: d["deals"].append(d["deals"][3]), rules.ids_are_unique),
    "claim named like a deal": (lambda d: d["claims"][0].update(id="velmora-lysefjell"), rules.ids_are_unique),
    "unknown payer": (lambda d: d["deals"][1].update(payer="nobody"), rules.ids_exist),
    "unknown source": (lambda d: d["deals"][1]["sources"].append("nowhere"), rules.ids_exist),
    "unknown source of an estimate": (lambda d: deal(d, "tidewire-skerrymoor")["value"]["estimates"][0].update(source="x"), rules.ids_exist),
    "unknown layer": (lambda d: d["organizations"][0].update(layer="models"), rules.ids_exist),
    "unknown group": (lambda d: d["deals"][1]["overlap"].update(group="x"), rules.ids_exist),
    "unknown successor": (lambda d: deal(d, "kestrane-lysefjell")["overlap"].update(supersededBy="x"), rules.ids_exist),
    "unknown organisation in a frame": (lambda d: d["stories"][0]["scenes"][1]["frame"].append("x"), rules.ids_exist),
    "unknown focus": (lambda d: d["opening"].update(focus="x"), rules.ids_exist),
    "unknown expanded": (lambda d: d["opening"].update(expanded=["x"]), rules.ids_exist),
    "unknown step of a trail": (lambda d: d["opening"].update(trail={"organizations": ["openai", "x"]}), rules.ids_exist),
    "unused source": (lambda d: d["sources"].append({**d["sources"][0], "id": "idle"}), rules.nothing_is_idle),
    "empty group": (lambda d: d["overlapGroups"].append({"id": "idle"}), rules.nothing_is_idle),
    "organisation without a deal": (lambda d: d["organizations"].append({**d["organizations"][0], "id": "idle"}), rules.nothing_is_idle),
    "self-deal": (lambda d: d["deals"][1].update(customer=d["deals"][1]["supplier"]), rules.nobody_deals_with_itself),
    "self-payment": (lambda d: d["deals"][1].update(payee=d["deals"][1]["payer"]), rules.nobody_deals_with_itself),
    "low above high": (lambda d: d["deals"][1]["value"].update(low=9 * 10**9), rules.bounds_are_in_order),
    "claim's low above high": (lambda d: d["claims"][1].update(low=9 * 10**9), rules.bounds_are_in_order),
    "paid above value": (lambda d: deal(d, "gullwing-skerrymoor")["value"].update(paid=10**10), rules.bounds_are_in_order),
    "parts short of the low bound": (lambda d: deal(d, "pelorin-skerrymoor")["parts"][1].update(low=10**9), rules.parts_add_up),
    "parts beyond the high bound": (lambda d: deal(d, "pelorin-skerrymoor")["parts"][1].update(high=9 * 10**9), rules.parts_add_up),
    "certainty of a firmer part": (lambda d: deal(d, "pelorin-skerrymoor").update(certainty="paid"), rules.parts_add_up),
    "paid part unlike the amount paid": (lambda d: deal(d, "fjordvern-skerrymoor")["value"].update(paid=1), rules.parts_add_up),
    "closed yet announced": (lambda d: deal(d, "pelorin-duinoord").update(certainty="announced"), rules.certainty_follows_status),
    "rumoured yet binding": (lambda d: deal(d, "skerrymoor-ferrovane").update(certainty="binding"), rules.certainty_follows_status),
    "superseded yet binding": (lambda d: deal(d, "kestrane-lysefjell").update(status="signed", certainty="binding"), rules.certainty_follows_status),
    "letter of intent yet binding": (lambda d: deal(d, "lysefjell-brightholm").update(certainty="binding"), rules.certainty_follows_status),
    "umbrella counted": (lambda d: deal(d, "skerrymoor-programme")["overlap"].pop("counted"), rules.only_components_count),
    "cancelled deal counted": (lambda d: deal(d, "duinoord-brightholm")["overlap"].update(counted=True, role="component"), rules.only_components_count),
    "umbrella smaller than its members": (lambda d: deal(d, "skerrymoor-programme")["value"].update(low=10**9, high=3 * 10**9), rules.umbrellas_cover_their_members),
    "umbrella with fewer megawatts": (lambda d: deal(d, "skerrymoor-programme")["power"].update(megawatts=1799), rules.umbrellas_cover_their_members),
    "umbrella that is a component": (lambda d: d["overlapGroups"][0]["umbrella"].update(deal="velmora-skerrymoor-1"), rules.umbrellas_cover_their_members),
    "umbrella round a stranger": (lambda d: d["overlapGroups"][0]["umbrella"]["encloses"].append("pilchard"), rules.umbrellas_cover_their_members),
    "30 February": (lambda d: d["deals"][1].update(announced="2030-02-30"), rules.dates_exist_and_are_past),
    "announced after the dataset's date": (lambda d: d["deals"][1].update(announced="2031-06"), rules.dates_exist_and_are_past),
    "term backwards": (lambda d: d["deals"][1]["term"].update(start=2040), rules.dates_are_in_order),
    "term over before the announcement": (lambda d: d["deals"][1]["term"].update(start=2001, end=2002), rules.dates_are_in_order),
    "superseded by an older deal": (lambda d: deal(d, "velmora-lysefjell").update(announced="2029"), rules.dates_are_in_order),
    "from after until": (lambda d: d["opening"].update({"from": "2031", "until": "2030"}), rules.dates_are_in_order),
    "address without encryption": (lambda d: source(d, "prospectus").update(url="http://example.org/a", basis="page"), rules.addresses_are_plain),
    "address with a user": (lambda d: source(d, "prospectus").update(url="https://me@example.org/", basis="page"), rules.addresses_are_plain),
    "address of background knowledge": (lambda d: source(d, "prospectus").update(url="https://example.org/"), rules.addresses_are_plain),
    "highlighted deal filtered out": (lambda d: d["stories"][0]["scenes"][1]["highlighted"].append("velmora-lysefjell"), rules.scenes_show_what_they_name),
    "highlighted deal of another family": (lambda d: d["stories"][0]["scenes"][2]["highlighted"].append("velmora-skerrymoor-1"), rules.scenes_show_what_they_name),
    "caption too long": (lambda d: d["stories"][0]["scenes"][0].update(caption="x" * 141), rules.scenes_show_what_they_name),
    "invented source with an address": (lambda d: source(d, "prospectus").update(url="https://example.org/"), rules.examples_are_marked),
    "invented source without a word of it": (lambda d: source(d, "prospectus").update(publisher="Reuters"), rules.examples_are_marked),
}

# What the schema itself must refuse.
REFUSED = {
    "newer version": lambda d: d.update(version=2),
    "missing format": lambda d: d.pop("format"),
    "organisation without a layer": lambda d: d["organizations"][0].pop("layer"),
    "payer left out": lambda d: d["deals"][1].pop("payer"),
    "value without a high bound": lambda d: d["deals"][1]["value"].pop("high"),
    "deal without a source": lambda d: d["deals"][1].update(sources=[]),
    "unknown certainty": lambda d: d["deals"][1].update(certainty="sure"),
    "negative amount": lambda d: d["deals"][1]["value"].update(low=-1),
    "absurd amount": lambda d: d["deals"][1]["value"].update(high=10**16),
    "amount as text": lambda d: d["deals"][1]["value"].update(high="2.4"),
    "fraction of a dollar": lambda d: d["deals"][1]["value"].update(high=2.5),
    "no megawatts": lambda d: d["deals"][1]["power"].update(megawatts=0),
    "more megawatts than the world has": lambda d: d["deals"][1]["power"].update(megawatts=10**8),
    "date in words": lambda d: d["deals"][1].update(announced="June 2030"),
    "thirteenth month": lambda d: d["deals"][1].update(announced="2030-13"),
    "address without encryption": lambda d: d["sources"][0].update(url="http://example.org"),
    "umbrella counted": lambda d: d["deals"][0]["overlap"].update(counted=True),
    "country in words": lambda d: d["organizations"][0].update(country="Britain"),
}


class Datasets(unittest.TestCase):
    def test_schema_is_a_schema(self):
        jsonschema.Draft7Validator.check_schema(SCHEMA)

    def test_datasets_obey_the_schema(self):
        for name in files.DATASETS:
            with self.subTest(name):
                errors = ["/".join(map(str, error.absolute_path)) + ": " + error.message for error in VALIDATOR.iter_errors(files.dataset(name))]
                self.assertEqual(errors, [])

    def test_datasets_obey_the_rules(self):
        for name in files.DATASETS:
            for rule in rules.RULES:
                with self.subTest(name, rule=rule.__name__):
                    self.assertEqual(list(rule(files.dataset(name))), [])

    def test_each_rule_finds_its_fault(self):
        for fault, (spoil, rule) in FAULTS.items():
            with self.subTest(fault):
                self.assertNotEqual(list(rule(spoiled(spoil))), [])
        self.assertEqual({rule for _, rule in FAULTS.values()}, set(rules.RULES))

    def test_schema_refuses_what_it_should(self):
        for fault, spoil in REFUSED.items():
            with self.subTest(fault):
                self.assertFalse(VALIDATOR.is_valid(spoiled(spoil)))

    def test_schema_keeps_unknown_members(self):
        for place in (lambda d: d, lambda d: d["deals"][0], lambda d: d["organizations"][0], lambda d: d["sources"][0]):
            self.assertTrue(VALIDATOR.is_valid(spoiled(lambda d: place(d).update({"x-own": {"kept": True}}))))

    def test_duplicate_keys_are_refused(self):
        with self.assertRaises(ValueError):
            files.parse('{"title": "a", "title": "b"}')


class Schema(unittest.TestCase):
    def test_words_are_those_of_the_program(self):
        text = (files.SOURCE / "app" / "domain" / "vocabulary.cpp").read_text(encoding="utf-8")
        found = {}
        for kind, body in re.findall(r"Word<(\w+)> words\[\] = \{(.*?)\};\n", text, re.S):
            found[kind] = re.findall(r'\{[\w:]+, "([^"]+)", "[^"]+"\}', body)
        self.assertEqual(set(found), set(ENUMERATIONS))
        for kind, words in found.items():
            with self.subTest(kind):
                self.assertGreater(len(words), 1)
                self.assertEqual(SCHEMA["definitions"][ENUMERATIONS[kind]]["enum"], words)

    def test_built_in_layers_are_the_styles(self):
        self.assertEqual(tuple(SCHEMA["definitions"]["layerStyle"]["enum"]), rules.DEFAULT_LAYERS)

    def test_everything_is_described(self):
        def walk(node, path):
            for name, child in node.get("properties", {}).items():
                if "$ref" not in child:
                    self.assertIn("description", child, path + "/" + name)
                walk(child, path + "/" + name)
                walk(child.get("items", {}), path + "/" + name)
        walk(SCHEMA, "")
        for name, definition in SCHEMA["definitions"].items():
            self.assertIn("description", definition, name)
            walk(definition, name)

    def test_format_is_described_in_the_readme(self):
        readme = (files.DATA / "README.md").read_text(encoding="utf-8")

        def names(node):
            for name, child in node.get("properties", {}).items():
                yield name
                yield from names(child)
                yield from names(child.get("items", {}))
        wanted = set(names(SCHEMA)).union(*(names(definition) for definition in SCHEMA["definitions"].values()))
        for definition in SCHEMA["definitions"].values():
            wanted |= set(definition.get("enum", []))
        self.assertEqual([word for word in sorted(wanted) if f"`{word}`" not in readme], [])


class Content(unittest.TestCase):
    def test_story_has_eight_to_fourteen_scenes(self):
        stories = files.dataset("ai-infrastructure.json")["stories"]
        self.assertEqual([story["id"] for story in stories], ["the-trillion-dollar-web"])
        self.assertIn(len(stories[0]["scenes"]), range(8, 15))
        for scene in stories[0]["scenes"]:
            self.assertTrue(2 <= len(re.findall(r"[.!?](?: |$)", scene["notes"])) <= 6, scene["name"])

    def test_names_fit_the_diagram(self):
        for name in files.DATASETS:
            for org in files.dataset(name)["organizations"]:
                self.assertLessEqual(len(org.get("shortName", "")), 14, org["id"])

    def test_example_shows_every_part_of_the_format(self):
        data = files.dataset("example-offshore-wind.json")
        self.assertTrue(data["example"])
        self.assertIn(len(data["organizations"]), range(15, 26))
        self.assertIn(len(data["deals"]), range(25, 41))
        self.assertEqual(sum("umbrella" in group for group in data["overlapGroups"]), 1)
        self.assertTrue(any(not files.published(deal["value"]) for deal in data["deals"]))
        self.assertTrue(any(files.low(deal["value"]) < files.high(deal["value"]) for deal in data["deals"]))
        self.assertEqual({deal["certainty"] for deal in data["deals"]}, set(rules.CERTAINTIES))

    def test_example_has_one_loop(self):
        data = files.dataset("example-offshore-wind.json")
        edges = {files.ends(deal) for deal in data["deals"] if deal["payer"] and files.counted(deal)}
        self.assertEqual(loops(edges), {frozenset(("skerrymoor", "velmora", "tordenskib"))})


def loops(edges):
    """Node sets of the simple directed cycles, each found from its least node."""
    found = set()

    def follow(path):
        for tail, head in edges:
            if tail == path[-1] and head == path[0]:
                found.add(frozenset(path))
            elif tail == path[-1] and head > path[0] and head not in path:
                follow(path + [head])
    for start in {tail for tail, _ in edges}:
        follow([start])
    return found


if __name__ == "__main__":
    unittest.main()
