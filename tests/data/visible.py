# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which deals and organisations a perspective admits, by the words of data/README.md alone."""
from files import countable_power, counted, ends, high, published

FAMILIES = {"compute": "compute", "data-centre": "compute", "hardware": "hardware", "energy": "energy", "capital": "capital",
            "equity-instrument": "capital", "guarantee": "capital", "revenue-share": "licence", "licence": "licence", "policy": "licence"}
UNCANCELLED = ("paid", "binding", "announced", "potential")


def admitted(deal, view, orgs):
    certainties = set(view.get("certainties", UNCANCELLED))
    both = [orgs[end] for end in ends(deal)]
    text = view.get("text", "").lower()
    texts = [org["name"] for org in both] + [org.get("shortName", "") for org in both] + [deal.get("headline", ""), deal.get("note", "")]
    return ((not view.get("tier") or deal.get("tier", 1) <= view["tier"])
            and (counted(deal) or not view.get("countedOnly", True))
            and (published(deal["value"]) or countable_power(deal) or not view.get("publishedOnly", True))
            and bool(certainties & {deal["certainty"], *(part["certainty"] for part in deal.get("parts", []))})
            and (not view.get("families") or FAMILIES[deal["flowClass"]] in view["families"])
            and (not view.get("kinds") or deal["kind"] in view["kinds"])
            and (not view.get("layers") or all(org["layer"] in view["layers"] for org in both))
            and (not view.get("countries") or all(org.get("country") in view["countries"] for org in both))
            and deal["announced"] >= view.get("from", "0") and deal["announced"] <= view.get("until", "9")
            and ("atLeast" not in view or (published(deal["value"]) and high(deal["value"]) >= view["atLeast"]))
            and any(text in candidate.lower() for candidate in texts))


def reach(deals, start, depth):
    near = {start}
    for _ in range(depth):
        near |= {end for deal in deals for end in ends(deal) if near & set(ends(deal))}
    return near


def visible_deals(data, view):
    orgs = {org["id"]: org for org in data["organizations"]}
    deals = [deal for deal in data["deals"] if admitted(deal, view, orgs)]
    if "focus" in view:
        near = reach(deals, view["focus"], view.get("depth", 1))
        deals = [deal for deal in deals if near.issuperset(ends(deal))]
    return deals


def visible_ids(data, view):
    """Ids of deals and organisations in view; under "as reported" the parties that the article draws."""
    if view.get("asReported"):
        return {edge[end] for item in data.get("article", []) for edge in item.get("edges", []) for end in ("payer", "payee")}
    deals = visible_deals(data, view)
    return {deal["id"] for deal in deals} | {end for deal in deals for end in ends(deal)}
