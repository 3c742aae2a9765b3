"""The datasets as SDMX-CSV 2.0, with the lists of their codes, as one frictionless data package."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from lib.briefing.left_out import LeftOut, told
from lib.catalog.codes import CONFIDENCES, KINDS, QUALIFIERS, STATUSES, UNITS
from lib.catalog.column import Column
from lib.catalog.csv_text import csv_text
from lib.catalog.message import Codes
from lib.catalog.schema import TABLES
from lib.facts.record import DATASETS, Record
from lib.sdmx.artefacts import artefacts
from lib.sdmx.components import ATTRIBUTES, DIMENSIONS, VALUE, semantic
from lib.sdmx.data_csv import COLUMNS, csv_of
from lib.sdmx.figures import figures
from lib.sdmx.structure_json import structure_json
from lib.sdmx.structure_xml import structure_xml
from lib.words.responsible import responsible_line
from lib.words.speak import Words
from lib.words.workbook import release_day

_LISTS = {"INDICATOR": "indicators", "CATEGORY": "categories", "BASIS": "bases", "SOURCE": "sources"}
_AREAS = ("REF_AREA", "COUNTERPART_AREA")
_CLOSED: Mapping[str, Codes] = {
    "UNIT_MEASURE": UNITS,
    "KIND": KINDS,
    "OBS_STATUS": STATUSES,
    "QUALIFIER": QUALIFIERS,
    "CONFIDENCE": CONFIDENCES,
}
_NUMBERS = frozenset(("OBS_VALUE", "LOWER", "UPPER", "GROWTH", "GROWTH_LOWER", "GROWTH_UPPER"))
_WHOLE = frozenset(("UNIT_MULT", "DECIMALS"))
_OPTIONAL = frozenset(
    ("LOWER", "UPPER", "GROWTH", "GROWTH_QUALIFIER", "GROWTH_LOWER", "GROWTH_UPPER", "COMMENT_OBS")
)
# Which column of the record describes a column of SDMX that bears another name.
_DESCRIBED = {
    "COUNTERPART_AREA": "counterpart",
    "UNIT_MEASURE": "unit",
    "SOURCE": "source_id",
    "OBS_VALUE": "value",
    "OBS_ID": "observation_id",
    "TIME_PERIOD": "period_start",
}


def package(record: Record, words: Words) -> dict[str, bytes]:
    """Which files hold everything, by name? A SDMX-CSV a dataset, their structure, lists of codes, datapackage.json.

    A dataset that cannot be read is left out, and the description says so. Raises DatasetUnavailable where none
    can be read, or a list of codes cannot.
    """
    there = [name for name in DATASETS if name in record.frames]
    left = [LeftOut("dataset", name, record.faults[name]) for name in DATASETS if name in record.faults]
    if not there:
        raise left[0].error
    data = {f"{name}.csv": sdmx_csv(name, record, words) for name in there}
    lists = {f"codes/{name}.csv": _list_csv(name, record) for name in (*_LISTS.values(), "areas")}
    resources = [
        *(_dataset(name, content, words) for name, content in data.items()),
        *(_code_list(name, content, words) for name, content in lists.items()),
    ]
    described = (words("site.footer"), responsible_line(words), told(left, words))
    about = {
        "$schema": "https://datapackage.org/profiles/1.0/datapackage.json",
        "name": "chongqing-services-trade",
        "title": words("site.title"),
        "description": " ".join(text for text in described if text),
        "version": record.version,
        "created": f"{release_day(record).isoformat()}T00:00:00Z",
        "resources": resources,
    }
    text = json.dumps(about, ensure_ascii=False, indent=2) + "\n"
    return data | structure_files(record, words) | lists | {"datapackage.json": text.encode("utf-8")}


def _dataset(file: str, content: bytes, words: Words) -> dict[str, Any]:
    name = file.removesuffix(".csv")
    keys = [
        {"fields": [column], "reference": {"resource": f"codes-{table}", "fields": [_key(table)]}}
        for column, table in (*_LISTS.items(), *((area, "areas") for area in _AREAS))
    ]
    schema = {
        "fields": [_field(column, words) for column in COLUMNS],
        "primaryKey": list(DIMENSIONS),
        "foreignKeys": keys,
    }
    return _resource(name, file, content, words(f"data.dataset.{name}"), schema)


def _code_list(file: str, content: bytes, words: Words) -> dict[str, Any]:
    table = TABLES[file.removeprefix("codes/").removesuffix(".csv")]
    fields = [
        {"name": column.name, "type": "string", "description": words.note((column.zh, column.en))}
        for column in table.columns
    ]
    schema = {"fields": fields, "primaryKey": [table.key]}
    return _resource(f"codes-{table.name}", file, content, words.note((table.zh, table.en)), schema)


def _resource(name: str, file: str, content: bytes, title: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name.replace("_", "-"),
        "type": "table",
        "title": title,
        "path": file,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": schema,
    }


def _field(column: str, words: Words) -> dict[str, Any]:
    kind = "number" if column in _NUMBERS else "integer" if column in _WHOLE else "string"
    limits: dict[str, Any] = {} if column in _OPTIONAL else {"required": True}
    if column in _CLOSED:
        limits["enum"] = list(_CLOSED[column])
    found: dict[str, Any] = {"name": column, "type": kind}
    described = _column_of(column)
    if described:
        found["description"] = words.note((described.zh, described.en))
    return found | ({"constraints": limits} if limits else {})


def _column_of(column: str) -> Column | None:
    wanted = _DESCRIBED.get(column, column.lower())
    return next((found for found in TABLES["observations"].columns if found.name == wanted), None)


def _key(table: str) -> str:
    return TABLES[table].key


def _list_csv(table: str, record: Record) -> bytes:
    columns = [column.name for column in TABLES[table].columns]
    return csv_text((columns, *record.frame(table)[columns].astype(str).to_numpy().tolist())).encode()


def sdmx_csv(dataset: str, record: Record, words: Words) -> bytes:
    """Which SDMX-CSV 2.0 file holds a dataset? UTF-8, as the standard has it; notes in the reader's language.

    The key is every dimension with the source, since several sources may print one figure. Raises
    DatasetUnavailable where the dataset cannot be read.
    """
    version = semantic(record.version)
    lines = ((version, figure) for figure in figures(dataset, record, words))
    return csv_of(lines, (*DIMENSIONS, VALUE, *ATTRIBUTES))


def structure_files(record: Record, words: Words) -> dict[str, bytes]:
    """Which files say what the datasets consist of? Programs want the one or the other.

    Raises DatasetUnavailable where a list of codes cannot be read.
    """
    found, prepared = artefacts(record), release_day(record)
    return {
        "structure.json": structure_json(found, prepared=prepared, lang=words.lang),
        "structure.xml": structure_xml(found, prepared=prepared),
    }
