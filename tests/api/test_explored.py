"""The chart of any choice by address: the figures of the page, its workbook, its frame; what is wrong is told."""

from __future__ import annotations

import csv
import io

import jsonschema
import pytest
from openpyxl import load_workbook

from lib.explore import asking
from lib.explore.starts import STARTS
from tests.api.conftest import Ask

CITIES = "indicator=offshore_outsourcing_executed&area=CN-CQ,510100&span=year&currency=USD&lang=en"
SAID = "Offshore service outsourcing, executed value in 2020: Chongqing USD 2.28bn and Chengdu USD 2.29bn"


def test_it_says_what_the_page_says(ask: Ask) -> None:
    got = ask(f"/api/charts/explore.json?{CITIES}")
    found = got.json()
    assert (got.status, found["name"], found["title"]) == (200, "explore", SAID)
    last = {
        figure["area"]["code"]: (figure["value"], figure["unit_mult"])
        for figure in found["figures"]
        if figure["period"]["code"] == "2020-01_2020-12"
    }
    assert last == {"CN-CQ": ("22.8", 8), "510100": ("22.9", 8)}
    rows = list(csv.reader(io.StringIO(ask(f"/api/charts/explore.csv?{CITIES}").body.decode("utf-8-sig"))))
    assert len(rows) == len(found["figures"]) + 1
    page = load_workbook(io.BytesIO(ask(f"/api/charts/explore.xlsx?{CITIES}").body)).worksheets[0]
    assert page["A1"].value == SAID
    assert page._charts
    assert SAID in ask(f"/embed/explore?{CITIES}").body.decode()


def test_every_question_to_start_from_is_answered_as_it_is_described(ask: Ask) -> None:
    described, listed = ask("/api/openapi.json").json(), ask("/api/").json()["explore"]
    schema = {"$ref": "#/components/schemas/Chart", "components": described["components"]}
    assert len(listed["starts"]) == len(STARTS)
    taken = {
        one["name"]: one["schema"]
        for one in described["paths"]["/api/charts/explore.json"]["get"]["parameters"]
        if "name" in one
    }
    assert {name: known for name, known in listed["choices"].items() if name != "area"} == {
        name: one["enum"] for name, one in taken.items() if name in listed["choices"] and name != "area"
    }
    told = 0
    for start in listed["starts"]:
        got = ask(f"/api/charts/explore.json?{start['query']}")
        if got.status == 200:
            jsonschema.validate(got.json(), schema)
            told += 1
    assert told


def test_all_areas_are_one_choice_and_the_address_names_them(ask: Ask) -> None:
    place = "/api/charts/explore.json?indicator=offshore_outsourcing_executed&span=year&currency=USD&area="
    every = ask(f"{place}each").json()
    areas = list(dict.fromkeys(figure["area"]["code"] for figure in every["figures"]))
    assert {"CN-CQ", "510100", "610100", "420100"} < set(areas)  # the four cities of 2020, and others
    assert ask(place + ",".join(areas)).json()["figures"] == every["figures"]


def test_what_is_known_and_has_nothing_beside_the_rest_is_not_found(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    for query in ("indicator=inbound_tourism_receipts&area=CN", "indicator=services_trade_total&from=1000"):
        assert ask(f"/api/charts/explore.json?{query}").status == 404
    place = "/api/charts/explore.json?indicator=services_trade_total&area="
    areas = ask(f"{place}nowhere").json()["allowed"]
    monkeypatch.setattr(asking, "MOST_AREAS", len(areas) - 2)
    many = ask(place + ",".join(areas[1:]))
    assert (many.status, many.json()["code"]) == (400, "many")


@pytest.mark.parametrize(
    ("query", "allowed"),
    [
        ("indicator=nothing", "offshore_outsourcing_executed"),
        ("indicator=offshore_outsourcing_executed&area=Chengdu", "510100"),
        ("indicator=services_trade_total&area=CN&measure=share", "index"),
        ("year=2020", "indicator"),
    ],
)
def test_what_there_is_none_of_is_answered_with_what_there_is(ask: Ask, query: str, allowed: str) -> None:
    for place in ("/api/charts/explore.json", "/api/charts/explore.png", "/embed/explore"):
        got = ask(f"{place}?{query}")
        assert got.status == 400
        assert allowed in got.json()["allowed"]
