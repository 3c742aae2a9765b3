"""A unit that is found leads to the figures printed in it; one of figures worked out alone to the page of data."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from lib.facts.record import Record
from lib.search.entries import entries
from lib.words.dataset import listing
from lib.words.search import Wanted, matching
from lib.words.speak import Words


def test_each_unit_leads_to_its_figures(shipped: Record, words: Words) -> None:
    listed = listing(shipped, words)
    found = {
        entry.answer.code.removeprefix("unit."): dict(parse_qsl(urlsplit(entry.answer.address).query))
        for entry in entries(shipped, words, ())
        if entry.answer.code.startswith("unit.")
    }
    printed = set(listed.codes["unit"])
    assert printed <= set(found)
    for unit, asked in found.items():
        assert asked.get("unit", "") == (unit if unit in printed else "")
    assert len(matching(listed, Wanted(unit="PERSONS"))) == sum(listed.codes["unit"] == "PERSONS")
