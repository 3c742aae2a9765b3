"""Structure as SDMX-JSON 2.0."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from lib.catalog.message import Both
from lib.sdmx.artefacts import CODELIST, CONCEPTSCHEME, DATAFLOW, DATASTRUCTURE, Artefact, urn
from lib.sdmx.codelists import Item
from lib.sdmx.components import (
    AGENCY,
    ATTRIBUTE,
    COMPONENTS,
    CONCEPTS,
    MEASURE,
    SERIES,
    STRUCTURE,
    TIME,
    Component,
)

_SCHEMAS = "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master"
_PLACES = {
    DATAFLOW: "dataflows",
    DATASTRUCTURE: "dataStructures",
    CODELIST: "codelists",
    CONCEPTSCHEME: "conceptSchemes",
}


def structure_json(found: Iterable[Artefact], *, prepared: date, lang: str) -> bytes:
    """Which message holds these artefacts? Names in both languages, and in the reader's where one has to do."""
    data: dict[str, list[Any]] = {}
    for one in found:
        data.setdefault(_PLACES[one.kind], []).append(_artefact(one, lang))
    return written(
        {
            "meta": meta(
                "structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json", prepared, lang
            ),
            "data": data,
        }
    )


def meta(schema: str, prepared: date, lang: str) -> dict[str, Any]:
    """What stands at the head of a message? Nothing of the moment: equal data give equal bytes."""
    return {
        "schema": f"{_SCHEMAS}/{schema}",
        "id": f"{AGENCY}-{prepared:%Y%m%d}",
        "test": False,
        "prepared": f"{prepared.isoformat()}T00:00:00Z",
        "contentLanguages": [lang, "en" if lang == "zh" else "zh"],
        "sender": {"id": AGENCY},
    }


def written(message: dict[str, Any]) -> bytes:
    """Which bytes is a message?"""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def texts(what: str, both: Both, lang: str) -> dict[str, Any]:
    """How does a text stand: in the reader's language under `name`, in both under `names`?"""
    own = both.zh if lang == "zh" else both.en
    return {what: own, f"{what}s": {"en": both.en, "zh": both.zh}} if own else {}


def _artefact(one: Artefact, lang: str) -> dict[str, Any]:
    found = {
        "id": one.id,
        "agencyID": AGENCY,
        "version": one.version,
        "isExternalReference": one.is_stub,
        **texts("name", one.name, lang),
        **(texts("description", one.about, lang) if one.about else {}),
        "links": [{"rel": "self", "urn": one.urn}],
    }
    if one.is_stub:
        return found
    if one.kind == DATAFLOW:
        return found | {"structure": urn(DATASTRUCTURE, STRUCTURE, one.version)}
    if one.kind == DATASTRUCTURE:
        return found | {"dataStructureComponents": _components(one.version)}
    place = "codes" if one.kind == CODELIST else "concepts"
    return found | {"isPartial": one.is_partial, place: [_item(item, lang) for item in one.items]}


def _item(item: Item, lang: str) -> dict[str, Any]:
    return {
        "id": item.id,
        **texts("name", item.name, lang),
        **(texts("description", item.about, lang) if item.about else {}),
        **({"parent": item.parent} if item.parent else {}),
    }


def _components(version: str) -> dict[str, Any]:
    dimensions = [
        {"position": SERIES.index(part.id), **_component(part, version)}
        for part in COMPONENTS
        if part.id in SERIES
    ]
    (time,) = (part for part in COMPONENTS if part.id == TIME)
    return {
        "dimensionList": {
            "id": "DimensionDescriptor",
            "dimensions": dimensions,
            "timeDimension": _component(time, version),
        },
        "attributeList": {
            "id": "AttributeDescriptor",
            "attributes": [
                {
                    **_component(part, version),
                    "usage": "mandatory" if part.required else "optional",
                    "attributeRelationship": {"observation": {}},
                }
                for part in COMPONENTS
                if part.role == ATTRIBUTE
            ],
        },
        "measureList": {
            "id": "MeasureDescriptor",
            "measures": [
                {**_component(part, version), "usage": "mandatory"}
                for part in COMPONENTS
                if part.role == MEASURE
            ],
        },
    }


def _component(part: Component, version: str) -> dict[str, Any]:
    represented = (
        {"enumeration": urn(CODELIST, part.codes, version)}
        if part.codes
        else {"format": {"dataType": part.type}}
    )
    return {
        "id": part.id,
        "conceptIdentity": concept(part.id, version),
        "localRepresentation": represented,
    }


def concept(name: str, version: str) -> str:
    """Which name has a concept in the whole world of SDMX?"""
    return f"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept={AGENCY}:{CONCEPTS}({version}).{name}"
