# SPDX-FileCopyrightText: 2026 The Dealscape authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files under test, read strictly: a duplicate key is an error, as it is for the program."""
import json
import os
import pathlib

SOURCE = pathlib.Path(os.environ.get("DEALSCAPE_SOURCE", pathlib.Path(__file__).parents[2]))
DATA = SOURCE / "data"
DATASETS = ("ai-infrastructure.json", "example-offshore-wind.json")


def _unique(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError("duplicate key in an object with " + ", ".join(keys))
    return dict(pairs)


def parse(text):
    return json.loads(text, object_pairs_hook=_unique)


def read(path):
    return parse(pathlib.Path(path).read_text(encoding="utf-8"))


def dataset(name):
    return read(DATA / name)


def published(value):
    return value.get("low") is not None or value.get("high") is not None


def low(value):
    return value.get("low") or 0


def high(value):
    return low(value) if value.get("high") is None else value["high"]


def counted(deal):
    return deal.get("overlap", {}).get("counted", True)


def ends(deal):
    """Ends of the edge in a diagram: payer to payee, or supplier to customer where no payment is known."""
    if deal["payer"] and deal["payee"]:
        return deal["payer"], deal["payee"]
    return deal["supplier"], deal["customer"]


def countable_power(deal):
    return "power" in deal and deal["power"]["layer"] != "context"


def parts(deal):
    """The value split by certainty; nothing when it is not published."""
    if not published(deal["value"]):
        return []
    return deal.get("parts") or [{"certainty": deal["certainty"], **{key: deal["value"][key] for key in ("low", "high")}}]
