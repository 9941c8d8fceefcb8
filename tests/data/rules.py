# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What data/README.md demands of a dataset and a schema cannot say. Each rule yields its findings as sentences."""
import datetime
import itertools
from collections import Counter

from files import counted, high, low, published
from visible import visible_ids

CERTAINTIES = ("paid", "binding", "announced", "potential", "cancelled")
DEFAULT_LAYERS = ("models", "cloud", "data-centre", "chips", "systems", "energy", "capital", "government")
LISTS = ("layers", "organizations", "deals", "overlapGroups", "sources", "claims", "stories")


def ids(data, name):
    return {item["id"] for item in data.get(name, [])}


def ids_are_unique(data):
    for name in LISTS:
        for key, times in Counter(item["id"] for item in data.get(name, [])).items():
            if times > 1:
                yield f"{name}: {key} occurs {times} times"
    for key in ids(data, "deals") & ids(data, "claims"):
        yield f"{key} is both a deal and a claim, so an article item cannot name it"
    for key in ids(data, "deals") & ids(data, "organizations"):
        yield f"{key} is both a deal and an organisation, so a scene cannot name it"


def references(data):
    """Every id that something names: where, of which kind, and the id."""
    for org in data["organizations"]:
        yield org["id"], "layers", org["layer"]
        yield org["id"], "organizations", org.get("parent")
        yield org["id"], "sources", org.get("valuation", {}).get("source")
    for deal in data["deals"]:
        for role in ("supplier", "customer", "payer", "payee"):
            yield deal["id"], "organizations", deal[role]
        for source in deal["sources"] + [estimate.get("source") for estimate in deal["value"].get("estimates", [])]:
            yield deal["id"], "sources", source
        yield deal["id"], "overlapGroups", deal.get("overlap", {}).get("group")
        yield deal["id"], "deals", deal.get("overlap", {}).get("supersededBy")
    for group in data.get("overlapGroups", []):
        yield group["id"], "deals", group.get("umbrella", {}).get("deal")
        for org in group.get("umbrella", {}).get("encloses", []):
            yield group["id"], "organizations", org
    for claim in data.get("claims", []):
        yield claim["id"], "organizations", claim.get("subject")
        for source in claim["sources"]:
            yield claim["id"], "sources", source
        for deal in claim.get("deals", []):
            yield claim["id"], "deals", deal
    yield "articleSource", "sources", data.get("articleSource")
    for item in data.get("article", []):
        for key in item.get("mapsTo", []):
            yield item["label"], "deals or claims", key
        for edge in item.get("edges", []):
            yield item["label"], "organizations", edge["payer"]
            yield item["label"], "organizations", edge["payee"]
    for scene in scenes(data):
        for key in scene.get("highlighted", []):
            yield scene["name"], "organizations or deals", key
        for key in scene.get("frame", []):
            yield scene["name"], "organizations", key
    for where, view in perspectives(data):
        yield where, "organizations", view.get("focus")
        trail = view.get("trail", {}).get("organizations", [])
        for key in view.get("expanded", []) + view.get("collapsed", []) + trail:
            yield where, "organizations", key
        for layer in view.get("layers", []):
            yield where, "layers", layer


def scenes(data):
    return [scene for story in data.get("stories", []) for scene in story["scenes"]]


def perspectives(data):
    yield "opening", data.get("opening", {})
    for scene in scenes(data):
        yield scene["name"], scene.get("perspective", {})


def ids_exist(data):
    known = {name: ids(data, name) for name in LISTS}
    known["layers"] = known["layers"] or set(DEFAULT_LAYERS)
    known["deals or claims"] = known["deals"] | known["claims"]
    known["organizations or deals"] = known["organizations"] | known["deals"]
    for where, kind, key in references(data):
        if key is not None and key not in known[kind]:
            yield f"{where}: {key} is not among the {kind}"


def nothing_is_idle(data):
    """A group without a deal, a source that nothing rests on and an organisation without a deal are leftovers."""
    named = {(kind, key) for where, kind, key in references(data) if where != key}
    for kind in ("sources", "overlapGroups"):
        for key in ids(data, kind):
            if (kind, key) not in named:
                yield f"{kind}: {key} is never used"
    busy = {deal[role] for deal in data["deals"] for role in ("supplier", "customer", "payer", "payee")}
    for key in ids(data, "organizations") - busy:
        yield f"{key} has no deal"


def nobody_deals_with_itself(data):
    for deal in data["deals"]:
        if deal["supplier"] == deal["customer"]:
            yield f"{deal['id']}: supplier and customer are one"
        if deal["payer"] and deal["payer"] == deal["payee"]:
            yield f"{deal['id']}: payer and payee are one"


def bounds_are_in_order(data):
    ranges = [(deal["id"], value) for deal in data["deals"] for value in [deal["value"]] + deal.get("parts", []) + deal["value"].get("estimates", [])]
    ranges += [(claim["id"], claim) for claim in data.get("claims", [])]
    ranges += [(item["label"], edge) for item in data.get("article", []) for edge in item.get("edges", [])]
    for where, value in ranges:
        if value.get("low") is not None and value.get("high") is not None and value["low"] > value["high"]:
            yield f"{where}: low {value['low']} is above high {value['high']}"
    for deal in data["deals"]:
        if deal["value"].get("paid", 0) > high(deal["value"]):
            yield f"{deal['id']}: paid more than its value"


def parts_add_up(data):
    for deal in data["deals"]:
        if "parts" not in deal:
            continue
        for bound in (low, high):
            total = sum(bound(part) for part in deal["parts"])
            if not published(deal["value"]) or total != bound(deal["value"]):
                yield f"{deal['id']}: parts add up to {total} at the {bound.__name__} bound"
        firm = [part["certainty"] for part in deal["parts"] if part["certainty"] != "potential"]
        weakest = max(firm, key=CERTAINTIES.index, default="potential")
        if deal["certainty"] != weakest:
            yield f"{deal['id']}: certainty {deal['certainty']} is not that of its weakest unconditional part, {weakest}"
        paid = sum(high(part) for part in deal["parts"] if part["certainty"] == "paid")
        if paid != deal["value"].get("paid", 0):
            yield f"{deal['id']}: the paid parts are not the amount paid"


def certainty_follows_status(data):
    for deal in data["deals"]:
        role = deal.get("overlap", {}).get("role", "component")
        status, certainty = deal["status"], deal["certainty"]
        if status == "cancelled" or role in ("superseded", "cancelled"):
            allowed = ("cancelled",)
        elif status in ("rumoured", "potential"):
            allowed = ("potential",)
        elif status == "closed":
            allowed = ("paid",)
        elif status in ("announced", "letter-of-intent"):
            allowed = ("announced", "potential")
        else:
            allowed = ("binding", "announced", "potential") + (("paid",) if "parts" in deal else ())
        if certainty not in allowed:
            yield f"{deal['id']}: {status} and {role} cannot be {certainty}"


def only_components_count(data):
    for deal in data["deals"]:
        if deal.get("overlap", {}).get("role", "component") != "component" and counted(deal):
            yield f"{deal['id']}: a {deal['overlap']['role']} is counted"
        if deal["certainty"] == "cancelled" and counted(deal):
            yield f"{deal['id']}: cancelled, yet counted"


def umbrellas_cover_their_members(data):
    groups = {group["id"]: group for group in data.get("overlapGroups", [])}
    for key, group in groups.items():
        members = [deal for deal in data["deals"] if deal.get("overlap", {}).get("group") == key]
        roles = {deal["id"]: deal["overlap"].get("role") for deal in members}
        umbrella = group.get("umbrella")
        if umbrella and roles.get(umbrella["deal"]) != "umbrella":
            yield f"{key}: {umbrella['deal']} is not an umbrella of this group"
        if umbrella:
            parties = {org for deal in members for org in (deal["supplier"], deal["customer"])}
            for org in set(umbrella["encloses"]) - parties:
                yield f"{key}: encloses {org}, which has no deal in the group"
        for deal in members:
            if roles[deal["id"]] == "umbrella":
                yield from uncovered(deal, [member for member in members if counted(member)])


def uncovered(umbrella, members):
    for flow in {member["flowClass"] for member in members} if published(umbrella["value"]) else ():
        total = sum(high(member["value"]) for member in members if member["flowClass"] == flow)
        if total > high(umbrella["value"]):
            yield f"{umbrella['id']}: smaller than the {flow} of its counted members, {total}"
    capacities = [member["power"] for member in members if "power" in member] if "power" in umbrella else []
    for layer in {power["layer"] for power in capacities}:
        total = sum(power["megawatts"] for power in capacities if power["layer"] == layer)
        if total > umbrella["power"]["megawatts"]:
            yield f"{umbrella['id']}: fewer megawatts than its counted members at the layer {layer}, {total}"


def dates(data):
    yield "asOf", data.get("asOf")
    for org in data["organizations"]:
        yield org["id"], org.get("valuation", {}).get("asOf")
    for deal in data["deals"]:
        yield deal["id"], deal["announced"]
    for claim in data.get("claims", []):
        yield claim["id"], claim["date"]
    for source in data["sources"]:
        yield source["id"], source.get("date")


def dates_exist_and_are_past(data):
    for where, date in dates(data):
        if date is None:
            continue
        try:
            datetime.date(*itertools.islice(itertools.chain(map(int, date.split("-")), (1, 1)), 3))
        except ValueError:
            yield f"{where}: there is no {date}"
        if "asOf" in data and date[:len(data["asOf"])] > data["asOf"][:len(date)]:
            yield f"{where}: {date} lies after the dataset's date"


def dates_are_in_order(data):
    announced = {deal["id"]: deal["announced"] for deal in data["deals"]}
    for deal in data["deals"]:
        term = deal.get("term", {})
        if term.get("start", 0) > term.get("end", 9999):
            yield f"{deal['id']}: the term ends before it starts"
        if term.get("end", 9999) < int(deal["announced"][:4]):
            yield f"{deal['id']}: the term ended before the announcement"
        successor = announced.get(deal.get("overlap", {}).get("supersededBy"))
        if successor and successor < deal["announced"]:
            yield f"{deal['id']}: superseded by an older deal"
    for where, view in perspectives(data):
        if view.get("from", "0") > view.get("until", "9"):
            yield f"{where}: from lies after until"


def addresses_are_plain(data):
    for source in data["sources"]:
        url = source.get("url")
        host = (url or "").removeprefix("https://").split("/")[0]
        if url is not None and (not url.startswith("https://") or "@" in host or "." not in host or url != url.strip()):
            yield f"{source['id']}: {url} is not a plain https address"
        if url is not None and source["basis"] in ("background", "article"):
            yield f"{source['id']}: {source['basis']} has no address"


def scenes_show_what_they_name(data):
    for scene in scenes(data):
        shown = visible_ids(data, scene.get("perspective", {}))
        for key in scene.get("highlighted", []) + scene.get("frame", []):
            if key not in shown:
                yield f"{scene['name']}: {key} is not in view"
        if not 1 <= len(scene.get("caption", "")) <= 140:
            yield f"{scene['name']}: a caption has 1 to 140 characters"


def examples_are_marked(data):
    if not data.get("example"):
        return
    for source in data["sources"]:
        if "url" in source or "invented" not in source["publisher"].lower() or "invented" not in source["title"].lower():
            yield f"{source['id']}: an invented source says so and has no address"


RULES = (ids_are_unique, ids_exist, nothing_is_idle, nobody_deals_with_itself, bounds_are_in_order, parts_add_up,
         certainty_follows_status, only_components_count, umbrellas_cover_their_members, dates_exist_and_are_past,
         dates_are_in_order, addresses_are_plain, scenes_show_what_they_name, examples_are_marked)
