"""What stands in the JSON answers, as OpenAPI 3.1 (JSON Schema 2020-12) says it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from lib.catalog.codes import CONFIDENCES, KINDS, ORIGINS, QUALIFIERS, STATUSES, UNITS
from lib.words.messages import LANGUAGES
from lib.words.speak import Words

Schema: TypeAlias = dict[str, Any]
_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_DIGITS: Schema = {"type": ["string", "null"], "pattern": r"^-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?$"}
_DAY: Schema = {"type": "string", "format": "date"}
_LANG: Schema = {"type": "string", "enum": list(LANGUAGES)}


def described(schema: Schema, key: str, words: Words, **given: str) -> Schema:
    """Which schema says of itself what it is, by the message of this key?"""
    return schema | {"description": words(f"api.schema.{key}", **given)}


def thing(properties: Mapping[str, Schema], *, optional: tuple[str, ...] = ()) -> Schema:
    """Which schema has exactly these properties?"""
    required = [name for name in properties if name not in optional]
    return {
        "type": "object",
        "properties": dict(properties),
        "required": required,
        "additionalProperties": False,
    }


def ref(name: str) -> Schema:
    """Which schema is the one of this name?"""
    return {"$ref": f"#/components/schemas/{name}"}


def listed(name: str) -> Schema:
    """Which schema is a list of what has this name?"""
    return {"type": "array", "items": ref(name)}


def _measure(words: Words) -> dict[str, Schema]:
    units, qualifiers = (", ".join(codes) for codes in (UNITS, QUALIFIERS))
    return {
        "value": described(_DIGITS, "value", words),
        "number": {"type": ["number", "null"]},
        "lower": described(_DIGITS, "lower", words),
        "upper": described(_DIGITS, "upper", words),
        "unit": described(_TEXT, "unit", words, codes=units),
        "unit_mult": described({"type": "integer"}, "unit_mult", words),
        "decimals": {"type": "integer"},
        "qualifier": described(_TEXT, "qualifier", words, codes=qualifiers),
    }


_COMMON: Mapping[str, Schema] = {
    "name": _TEXT,
    "lang": _LANG,
    "data_version": _TEXT,
    "data_as_of": _DAY,
    "title": _TEXT,
    "figures": listed("Figure"),
    "sources": listed("Source"),
}


def schemas(words: Words) -> dict[str, Schema]:
    """What are the schemas of all JSON answers, by name?"""
    return {
        "Coded": thing({"code": _TEXT, "name": _TEXT}),
        "Growth": thing({**_measure(words), "text": _TEXT}),
        "Figure": _figure(words),
        "Source": thing(
            {
                "id": _TEXT,
                "text": _TEXT,
                "title": _TEXT,
                "published": {"type": ["string", "null"], "format": "date"},
                "link": described({"type": ["string", "null"]}, "link", words),
            }
        ),
        "Dataset": _document("dataset", {}),
        "Chart": _document("chart", {"subtitle": _TEXT, "alt": _TEXT, "notes": _TEXTS, "source": _TEXT}),
        "Fact": _document("fact", {"sentence": thing(dict.fromkeys(LANGUAGES, _TEXT))}),
        "Listing": _listing(),
        "Problem": thing(
            {
                "type": {"const": "about:blank"},
                "status": {"type": "integer"},
                "title": _TEXT,
                "code": _TEXT,
                "detail": _TEXT,
                "lang": _LANG,
                "allowed": _TEXTS,
            },
            optional=("allowed",),
        ),
    }


def _figure(words: Words) -> Schema:
    period = thing({"code": _TEXT, "start": _DAY, "end": _DAY, "text": _TEXT})
    formula = thing({"text": _TEXT, "numbers": _TEXT})
    return thing(
        {
            "label": _TEXT,
            **_measure(words),
            "text": _TEXT,
            "bounds_text": _TEXT,
            "period": period,
            **dict.fromkeys(("indicator", "area", "counterpart", "category", "basis"), ref("Coded")),
            "kind": {"type": "string", "enum": list(KINDS)},
            "status": described({"type": "string", "enum": list(STATUSES)}, "status", words),
            "status_text": _TEXT,
            "revised": {"type": "boolean"},
            "confidence": {"type": "string", "enum": list(CONFIDENCES)},
            "growth": {"anyOf": [ref("Growth"), {"type": "null"}]},
            "formula": described({"anyOf": [formula, {"type": "null"}]}, "formula", words),
            "origin": {"type": "string", "enum": ["published", *ORIGINS]},
            "note": _TEXT,
            "observations": described(_TEXTS, "observations", words),
            "sources": described(_TEXTS, "sources", words),
        }
    )


def _document(kind: str, more: Mapping[str, Schema]) -> Schema:
    return thing({"kind": {"const": kind}, **_COMMON, **more})


def _listing() -> Schema:
    named = {"name": _TEXT, "title": _TEXT}
    chart = {**named, "addresses": _TEXTS, "frame": _TEXT}
    codes = {"type": "object", "additionalProperties": _TEXTS}
    starts = {"type": "array", "items": thing({"title": _TEXT, "query": _TEXT})}
    dataset = {
        **named,
        "figures": {"type": "integer"},
        "addresses": _TEXTS,
        "filters": codes,
    }
    return thing(
        {
            "title": _TEXT,
            "lang": _LANG,
            "data_version": _TEXT,
            "data_as_of": _DAY,
            "feed": _TEXT,
            "openapi": _TEXT,
            "datasets": {"type": "array", "items": thing(dataset)},
            "dataset_filters": _TEXTS,
            "facts": {"type": "array", "items": thing({**named, "address": _TEXT, "sentence": _TEXT})},
            "charts": {"type": "array", "items": thing(chart)},
            "chart_choices": codes,
            "explore": thing({**chart, "choices": codes, "starts": starts}),
        }
    )
